### Ce que dit la ligne de commande.

## Aide

heading-usage = Utilisation :
heading-commands = Commandes{" "}
heading-arguments = Arguments{" "}
heading-options = Options{" "}
value-command = COMMANDE

command-ateliers = Planifie des cycles d'ateliers numériques dans les communes d'un territoire et prouve la qualité du plan
arg-ateliers-lang = Langue des messages et des documents : fr ou en [par défaut : celle de la machine ; sinon l'anglais à l'écran et le français dans les documents]
arg-ateliers-help = Afficher cette aide
arg-ateliers-version = Afficher la version
examples-ateliers =
    Exemples :
      ateliers init mon-territoire             un dossier prêt à compléter
      ateliers validate scenario.toml          toutes les erreurs de saisie d'un coup
      ateliers plan scenario.toml --out plan   le plan, sa preuve et ses tableaux
      ateliers check scenario.toml plan/plan.json
exit-codes =
    Codes de retour :
      0  terminé
      1  la réponse est non : règle enfreinte, chiffres faux, écart exigé non prouvé
      2  données ou commande incorrectes : rien n'a été écrit
      3  défaut du programme : rien n'a été écrit ; merci de le signaler

command-validate = Lire un scénario et ses tableaux, signaler toutes les erreurs et restituer ce qui a été compris
arg-validate-scenario = Fichier de scénario (TOML)
examples-validate =
    Exemples :
      ateliers validate scenario.toml
      ateliers validate scenario.toml --lang fr

command-plan = Chercher un plan, prouver sa qualité et l'écrire
arg-plan-scenario = Fichier de scénario (TOML)
arg-plan-out = Dossier où écrire ; il est créé au besoin, et les fichiers d'un plan précédent sont remplacés
arg-plan-time-limit = S'arrêter après ce nombre de secondes [par défaut : selon le scénario]
arg-plan-gap = S'arrêter dès que cet écart relatif à l'optimum est prouvé : 0.01 vaut 1 % [par défaut : selon le scénario]
arg-plan-require-gap = S'arrêter comme avec --gap, et rendre le code 1 si l'écart n'est pas prouvé (le plan est écrit dans tous les cas)
arg-plan-work-limit = S'arrêter après cette quantité de travail, la même sur toute machine : le plan obtenu est partout le même. Sans --time-limit, la limite de temps du scénario ne s'applique pas
arg-plan-seed = Graine de tous les tirages [par défaut : selon le scénario]
arg-plan-threads = Nombre de fils d'exécution ; 0 : tous. Sans effet sur le plan si la limite est un écart ou un travail [par défaut : selon le scénario]
examples-plan =
    Exemples :
      ateliers plan scenario.toml --out plan
      ateliers plan scenario.toml --out plan --time-limit 600 --gap 0.01
      ateliers plan scenario.toml --out plan --work-limit 1000 --seed 7

    Ctrl-C arrête la recherche et livre le meilleur plan trouvé, vérifié ; un second Ctrl-C abandonne.

command-check = Juger un plan, retouché à la main ou non : chaque règle enfreinte, les coûts recalculés, et si ses chiffres concordent
arg-check-scenario = Fichier de scénario (TOML)
arg-check-plan = Le plan à juger (plan.json)
examples-check =
    Exemples :
      ateliers check scenario.toml plan/plan.json

## Erreurs d'utilisation

error-line = erreur : { $text }
usage-unknown-argument = argument inconnu `{ $argument }`
usage-unknown-command = commande inconnue `{ $command }`
usage-missing-command = il manque une commande
usage-missing-argument = il manque : { $argument }
usage-missing-value = `{ $argument }` attend une valeur
usage-wrong-value = `{ $value }` n'est pas une valeur possible pour `{ $argument }`
usage-twice = `{ $argument }` est donné deux fois
usage-conflict = `{ $argument }` ne peut pas être utilisé avec `{ $prior }`
usage-not-utf8 = un argument n'est pas un texte UTF-8 valide
usage-other = la commande n'est pas comprise ({ $detail })
usage-nearest =
    {""}
    {"  "}conseil : vouliez-vous dire `{ $name }` ?
usage-line =
    {""}
    Utilisation : { $usage }
    Aide : { $command } --help
expects-lang =
    {""}
    {"  "}conseil : `fr` ou `en`
expects-time-limit =
    {""}
    {"  "}conseil : un nombre de secondes, positif ou nul, par exemple `600`
expects-gap =
    {""}
    {"  "}conseil : une proportion positive ou nulle : `0.01` vaut 1 %
expects-require-gap =
    {""}
    {"  "}conseil : une proportion positive ou nulle : `0.01` vaut 1 %
expects-work-limit =
    {""}
    {"  "}conseil : un nombre entier positif ou nul, par exemple `1000`
expects-seed =
    {""}
    {"  "}conseil : un nombre entier positif ou nul, par exemple `1`
expects-threads =
    {""}
    {"  "}conseil : un nombre entier, par exemple `2` ; `0` : tous
stdout-failed = la réponse n'a pas pu être écrite sur la sortie standard
