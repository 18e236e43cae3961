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
    {"  "}conseil : un nombre entier, 1024 au plus, par exemple `2` ; `0` : tous
stdout-failed = la réponse n'a pas pu être écrite sur la sortie standard

## Ce qui a été lu

input-counts = { $errors ->
    [0] { $warnings ->
        [one] 1 avertissement
       *[other] { $warnings } avertissements
    }
    [one] 1 erreur, { $warnings ->
        [0] rien n'a été écrit
        [one] 1 avertissement ; rien n'a été écrit
       *[other] { $warnings } avertissements ; rien n'a été écrit
    }
   *[other] { $errors } erreurs, { $warnings ->
        [0] rien n'a été écrit
        [one] 1 avertissement ; rien n'a été écrit
       *[other] { $warnings } avertissements ; rien n'a été écrit
    }
}
invented-notice = Données inventées : ce qui suit ne concerne aucune personne réelle.
echo-title = Scénario { $scenario }, du { $start } au { $end }
echo-tables = Ce qui a été compris :
echo-communes = Communes
echo-hosts = dont pouvant accueillir
echo-slots = Créneaux
echo-venues = Salles
echo-trainers = Animateurs
echo-kits = Malles de tablettes
echo-residents = Habitants inscrits
echo-parties = Inscriptions groupées
echo-tracks = Parcours
echo-closures = Fermetures
echo-offer = Sur la période :
echo-sessions-offered = Séances que les salles d'accueil pourraient recevoir
echo-seats-offered = Places de ces séances
echo-trainer-sessions = Séances que les animateurs pourraient assurer
echo-trainer-hours = Heures de ces séances
echo-seats-needed = Places pour servir tout le monde
echo-hours-needed = Heures pour servir tout le monde en groupes complets
echo-per-commune = Par commune :
echo-insee = INSEE
echo-commune = Commune
echo-may-host = Peut accueillir
echo-yes = oui
echo-no = non
echo-stuck = { $residents ->
    [0] Chaque habitant pourrait venir quelque part : lieux, créneaux, parcours, dates et tablettes le permettent.
    [one] 1 habitant ne peut venir nulle part, quel que soit le plan :
   *[other] { $residents } habitants ne peuvent venir nulle part, quel que soit le plan :
}

## Le plan

stage-construct = premier plan
stage-bound = borne
stage-dive = cycles entiers
stage-improve = amélioration
progress = { $stage } : objectif { $objective }, borne { $bound }, écart { $gap }
summary-title = Plan pour { $scenario }
label-served = Habitants servis
summary-served = { $served } sur { $interested }
label-cycles = Cycles
summary-cycles = { $cycles } ({ $sessions } séances)
label-hosts = Communes d'accueil
label-travel = Trajet, aller simple
summary-travel-measured = { $mean } min en moyenne, { $worst } au plus
summary-travel-estimated = { $mean } min en moyenne, { $worst } au plus (estimation)
label-wait = Attente avant la première séance
summary-wait = { $weeks } semaines en moyenne
label-gross = Coût brut
label-net = Coût net
label-per-participant = Coût par participant
summary-per-participant = { $gross } brut, { $net } net
label-objective = Objectif (coût net + service)
label-bound = Aucun plan ne descend sous
label-gap = Écart
label-time = Durée
summary-time = { $seconds } s
status-optimal = optimum prouvé
status-gap = écart atteint
status-work_limit = limite de travail
status-time_limit = limite de temps
status-interrupted = interrompu : le meilleur plan trouvé
plan-written = Écrit dans { $folder }
gap-not-proven = l'écart prouvé est de { $gap }, alors que { $required } était exigé ; le plan est écrit malgré tout
folder-unwritable = impossible d'écrire dans `{ $folder }` : { $fault }
threads-unavailable = impossible de lancer { $threads } fils d'exécution : { $fault }
fault-illegal-plan = le plan trouvé n'est pas valable : il n'est pas écrit
fault-broken-bound = la borne { $bound } dépasse l'objectif { $objective } d'un plan valable : le plan n'est pas écrit
fault-report = C'est un défaut du programme, non des données. Merci de le signaler en joignant le scénario.

## La vérification

costs-recomputed = Recalculé à partir des cycles et du planning des malles :
cost-trainer_time = Temps des animateurs
cost-trainer_travel = Déplacements des animateurs
cost-venues = Salles
cost-tablets = Tablettes
cost-support = Accompagnement
cost-setup = Mise en place
cost-gross = Coût brut
cost-income = Participations versées
cost-net = Coût net
service-unserved = Service : habitants non servis
service-travel = Service : trajets
service-waiting = Service : attente
service-equity = Service : équité
figures = { $wrong ->
    [0] Les chiffres indiqués par le plan concordent.
    [one] 1 chiffre indiqué par le plan est faux :
   *[other] { $wrong } chiffres indiqués par le plan sont faux :
}
