### Termes du catalogue français : un seul mot par chose. La dernière colonne est contrôlée par `it::wording`.
###
### | terme | ce que c’est | à éviter |
### | habitant | une personne inscrite, avec ou sans place | résident, résidents |
### | participant | un habitant qui a une place dans un cycle | stagiaire, stagiaires, bénéficiaire, bénéficiaires |
### | inscription conjointe | des habitants inscrits ensemble, qui viennent ensemble ou pas du tout | inscription groupée, inscriptions groupées, groupe d’inscrits |
### | groupe | les participants d’un cycle | |
### | cycle | les séances d’un même groupe | session, sessions |
### | séance | une rencontre du groupe | rendez-vous |
### | créneau | un jour de la semaine et une heure | plage horaire, plages horaires |
### | animateur | qui anime les séances | formateur, formateurs, intervenant, intervenants |
### | salle | où se tiennent les séances | local d’accueil |
### | malle | des tablettes qui se déplacent avec l’animateur | valise, valises, kit, kits |
### | parcours | ce qu’un cycle enseigne | |
### | tableau | des lignes et des colonnes, dans un fichier ou sur une feuille | table, tables |
### | confirmation d’inscription | la lettre à un participant | convocation, convocations |
### | participation des usagers | ce que paient les participants | participations versées, redevance |
### | valable | se dit d’un plan qui respecte les règles | plan légal, plan admissible |
### | borne | ce qu’aucun plan valable ne peut coûter de moins | |
### | écart | ce qui sépare l’objectif de la borne | |
### | (tournures) | calques et contresens | ne peut dépasser, réponse du graphe, pas de pas, n’a pas de signification |

### Ce que dit la ligne de commande.

## Aide

heading-usage = Utilisation :
heading-commands = Commandes{" "}
heading-arguments = Arguments{" "}
heading-options = Options{" "}
value-command = COMMANDE
value-dir = DOSSIER
value-file = FICHIER
value-scenario = SCÉNARIO
value-plan = PLAN
value-plan-json = PLAN.json
value-plan-a = PLAN_A
value-plan-b = PLAN_B
value-dir-or-plan = DOSSIER_OU_PLAN
value-batch-toml = LOT.toml
value-g = ÉCART
value-gib = GIO
value-audiences = DESTINATAIRES
value-indicator = INDICATEUR
value-list = LISTE
value-name = NOM
value-resident = HABITANT
value-trainer = ANIMATEUR
value-cycle = CYCLE
value-slot = CRÉNEAU
value-venues = SALLES
value-word = MOT
value-part = PARTIE
value-minutes-share = MINUTES=PART
value-pattern-share = HORAIRES=PART
value-priority-share = PRIORITÉ=PART
value-track-share = PARCOURS=PART
value-address-port = ADRESSE:PORT

command-ateliers = Planifie des cycles d’ateliers numériques dans les communes d’un territoire et prouve la qualité du plan
arg-ateliers-lang = Langue des messages et des documents : fr ou en [par défaut : ATELIERS_LANG ; sinon celle de la machine ; sinon l’anglais à l’écran et le français dans les documents]
arg-ateliers-color = Couleurs à l’écran : auto, always ou never [par défaut : ATELIERS_COLOR ; sinon auto, en couleur dans un terminal, sauf si NO_COLOR est défini]
arg-ateliers-quiet = La réponse et les erreurs seulement : ni avertissements, ni remarques, ni progression
arg-ateliers-verbose = Signaler aussi chaque progrès de la recherche
arg-ateliers-help = Afficher cette aide
arg-ateliers-version = Afficher la version
examples-ateliers =
    Exemples :
      ateliers init mon-territoire             un dossier prêt à compléter
      ateliers validate scenario.toml          toutes les erreurs de saisie d’un coup
      ateliers plan scenario.toml --out plan   le plan, sa preuve et ses tableaux
      ateliers check scenario.toml plan/plan.json
      ateliers explain E407                    ce que dit un code, et que faire
exit-codes =
    Codes de retour :
      0  terminé
      1  la réponse est non : règle enfreinte, chiffres faux, écart exigé non prouvé
      2  données ou commande incorrectes : rien n’a été écrit
      3  défaut du programme : rien d’écrit, ou un plan valable antérieur ; merci de le signaler

version-commit = { $version } (commit { $commit })
version-modified = { $version } (commit { $commit }, modifié : sources { $sources })
version-without-commit = { $version } (compilé hors de git : sources { $sources })

command-serve = Ouvrir les pages du planificateur dans le navigateur de cet ordinateur
arg-serve-folder = Dossier des projets, ou celui d’un seul projet ; il est créé s’il n’existe pas [par défaut : le dossier où l’on est]
arg-serve-port = Port de cet ordinateur ; 0 : n’importe lequel [par défaut : 8420, ou un autre s’il est pris]
arg-serve-open = Ouvrir aussi le navigateur
arg-serve-listen = Laisser entrer depuis d’autres ordinateurs : adresse et port où écouter, comme 127.0.0.1:8420 derrière un serveur mandataire
arg-serve-people = Qui peut entrer, et les mots de passe (ateliers people)
arg-serve-address = Adresse à laquelle les navigateurs atteignent les pages, comme https://ateliers.exemple.fr [par défaut : http:// suivi de celle de --listen]
examples-serve =
    Exemples :
      ateliers serve                           les projets du dossier où l’on est
      ateliers serve mes-projets --open
      ateliers serve mes-projets --port 9000 --lang fr
      ateliers serve mes-projets --listen 127.0.0.1:8420 --people people.toml --address https://ateliers.exemple.fr

    Sans --listen, seul cet ordinateur y accède, et seul un navigateur qui connaît l’adresse affichée. Rien n’est envoyé
    ailleurs. Sans --lang, les pages sont dans la langue du navigateur, sinon en français. Ctrl-C arrête.
serve-address = Ouvrez cette adresse dans un navigateur : { $address }
serve-until = Ctrl-C arrête.
serve-ended = Arrêté.
serve-no-browser = Aucun navigateur n’a pu être ouvert : ouvrez l’adresse vous-même.
serve-no-folder = `{ $folder }` n’est pas un dossier
serve-no-folder-above = le dossier `{ $folder }` n’existe pas : créez-le d’abord, ou corrigez son nom
serve-new-folder = Le dossier { $folder } n’existait pas : il est créé, vide.
serve-no-address = `{ $address }` n’est pas une adresse de la forme https://ateliers.exemple.fr
serve-not-encrypted = Les mots de passe et les noms circulent en clair : placez devant un serveur mandataire qui chiffre (TLS), et indiquez son adresse (--address https://…).
serve-port-taken = le port { $port } est déjà utilisé : indiquez-en un autre, ou ôtez --port
serve-no-port = impossible d’ouvrir un port de cet ordinateur : { $cause }

command-people = Dire qui peut ouvrir les pages depuis d’autres ordinateurs
arg-people-file = Fichier des noms et des empreintes des mots de passe (TOML) ; il est créé s’il n’existe pas
command-people-add = Ajouter quelqu’un, ou lui donner un autre mot de passe ; il est demandé, ou lu sur l’entrée standard
arg-people-add-name = Son nom, tel que les pages le montrent aux autres
command-people-remove = Retirer quelqu’un, qui n’a aussitôt plus accès
arg-people-remove-name = Son nom
examples-people =
    Exemples :
      ateliers people people.toml                    qui peut entrer
      ateliers people people.toml add "Anne Martin"
      ateliers people people.toml remove "Anne Martin"
examples-people-add =
    Exemple :
      ateliers people people.toml add "Anne Martin"
examples-people-remove =
    Exemple :
      ateliers people people.toml remove "Anne Martin"
people-password = Mot de passe (il ne s’affiche pas) :
people-listed = { $people ->
    [one] 1 personne peut entrer :
   *[other] { $people } personnes peuvent entrer :
}
people-added = { $name } peut entrer avec ce mot de passe.
people-removed = { $name } ne peut plus entrer.
people-file = `{ $file }` ne peut pas être utilisé : { $cause }
people-format = `{ $file }` n’est pas un fichier de personnes : `ateliers people FICHIER add NOM` en crée un
people-name = un nom compte de 1 à 60 caractères, tous visibles
people-unknown = personne ne porte ce nom dans `{ $file }`
people-short = { $least ->
    [one] un mot de passe compte au moins 1 caractère : une phrase se retient bien
   *[other] un mot de passe compte au moins { $least } caractères : une phrase se retient bien
}
people-no-random = le système ne fournit pas de nombres aléatoires

command-validate = Lire un scénario et ses tableaux, signaler toutes les erreurs et restituer ce qui a été compris
arg-validate-annotate = Écrit aussi une copie du classeur où chaque cellule fautive est colorée et indique ce qu’il faut faire
arg-validate-scenario = Scénario : un fichier TOML ou un classeur
arg-validate-json = Afficher ce qui a été compris, ou toutes les erreurs, en JSON pour les programmes (ateliers schema validation)
examples-validate =
    Exemples :
      ateliers validate scenario.toml
      ateliers validate scenario.toml --lang fr

command-plan = Chercher un plan, prouver sa qualité et l’écrire
arg-plan-scenario = Scénario : un fichier TOML ou un classeur
arg-plan-out = Dossier où écrire ; il est créé au besoin, et les fichiers d’un plan précédent sont remplacés
arg-plan-time-limit = S’arrêter après ce nombre de secondes [par défaut : selon le scénario]
arg-plan-gap = S’arrêter dès que cet écart relatif à l’optimum est prouvé : 0.01 vaut 1 % [par défaut : selon le scénario]
arg-plan-require-gap = S’arrêter comme avec --gap, et rendre le code 1 si l’écart n’est pas prouvé (le plan est écrit dans tous les cas)
arg-plan-work-limit = S’arrêter après cette quantité de travail, la même sur toute machine : le plan obtenu est partout le même. Sans --time-limit, la limite de temps du scénario ne s’applique pas
arg-plan-effort = Comme --work-limit, avec la quantité qui convient à un cas de cette taille : quick (pour voir), usual (pour travailler : une minute environ pour 460 inscrits sur deux cœurs) ou thorough (pour décider : cinq fois plus)
arg-plan-memory-limit = Livrer le meilleur plan avant que le programme occupe plus que ce nombre de Gio [par défaut : 85 % de ce que la machine, son conteneur ou sa tâche permettent]
arg-plan-seed = Graine de tous les tirages [par défaut : selon le scénario]
arg-plan-threads = Nombre de fils d’exécution ; 0 : tous. Sans effet sur le plan si la limite est un écart ou un travail [par défaut : selon le scénario]
arg-plan-only = Ne replanifier qu’une partie du plan annoncé : commune:25388 (ou son nom), cycle:C012, animateur:T1 ; peut être répété. Les cycles qui n’ont rien à y voir restent tels quels, et les habitants des autres communes aussi ; ses habitants peuvent prendre des places libres
arg-plan-announced = Le plan annoncé, si le scénario ne le nomme pas (`[announced] plan`) : ce qui est engagé tient, et chaque changement a son prix
arg-plan-today = Les séances d’avant ce jour ont eu lieu comme annoncé
arg-plan-notice-days = Préavis en jours : rien de nouveau ne commence plus tôt [par défaut : selon le scénario]
arg-plan-json = Afficher le résumé en JSON pour les programmes (ateliers schema summary) ; le plan lui-même est dans plan.json
examples-plan =
    Exemples :
      ateliers plan scenario.toml --out plan
      ateliers plan scenario.toml --out plan --time-limit 600 --gap 0.01
      ateliers plan scenario.toml --out plan --effort usual --seed 7
      ateliers plan scenario.toml --out plan --only commune:25388

    Ctrl-C arrête la recherche et livre le meilleur plan trouvé, vérifié ; un second Ctrl-C abandonne.

    Réglages : d’abord ce qui est tapé, puis l’environnement, puis le scénario, puis la valeur
    par défaut. Dans l’environnement : ATELIERS_TIME_LIMIT, ATELIERS_GAP, ATELIERS_WORK_LIMIT,
    ATELIERS_SEED, ATELIERS_THREADS et ATELIERS_MEMORY_LIMIT.

command-check = Juger un plan, retouché à la main ou non : chaque règle enfreinte, les coûts recalculés, et si ses chiffres concordent
arg-check-scenario = Scénario : un fichier TOML ou un classeur
arg-check-plan = Le plan à juger (plan.json)
arg-check-announced = Le plan annoncé, si le scénario ne le nomme pas (`[announced] plan`) : ce qui est engagé tient, et chaque changement a son prix
arg-check-today = Les séances d’avant ce jour ont eu lieu comme annoncé
arg-check-notice-days = Préavis en jours : rien de nouveau ne commence plus tôt [par défaut : selon le scénario]
arg-check-json = Afficher le jugement en JSON pour les programmes (ateliers schema judgement)
examples-check =
    Exemples :
      ateliers check scenario.toml plan/plan.json

command-announce = Figer un plan : c’est ce qui a été annoncé aux mairies, aux animateurs et aux habitants
arg-announce-scenario = Scénario : un fichier TOML ou un classeur
arg-announce-plan = Le plan annoncé (plan.json)
arg-announce-date = Jour de l’annonce [par défaut : aujourd’hui]
examples-announce =
    Exemples :
      ateliers announce scenario.toml plan/plan.json
      ateliers announce scenario.toml plan/plan.json --date 2027-02-15

    Le plan est copié dans announced/DATE-NUMÉRO, à côté du scénario ; rien n’y est jamais remplacé.
    Le scénario nomme ensuite ce plan ; « release », « keep » et « hit », qui concernaient le précédent, en sont
    retirés. Une copie du scénario d’avant reste à côté. Un classeur n’est pas modifié.

command-amend = Modifier un scénario et le plan annoncé : ce qui est arrivé, ce qu’on décide à la main ; verdict et prix d’abord
arg-amend-scenario = Scénario : un fichier TOML ou un classeur
arg-amend-plan = Le plan à modifier (plan.json) [par défaut : celui de --out s’il y en a un, sinon le plan annoncé]
arg-amend-out = Dossier du plan modifié [par défaut : amended/ANNONCE, à côté du scénario]
arg-amend-yes = Enregistrer sans poser de question
arg-amend-json = Afficher ce que cela entraîne en JSON pour les programmes (ateliers schema amendment) ; sans --yes, rien n’est enregistré
examples-amend =
    Exemples :
      ateliers amend scenario.toml withdraw R00042 R00043
      ateliers amend scenario.toml stand-in C012 2027-03-02 T2
      ateliers amend scenario.toml close C012 --yes

    Les tableaux gardent leur forme : une copie de chaque fichier reste à côté. Le plan annoncé n’est jamais modifié :
    le plan modifié s’annonce à son tour (ateliers announce). Ce que les règles interdisent pour un cycle engagé est une
    décision du planificateur : « release », « keep » et « hit » du scénario la disent.
command-amend-withdraw = Des habitants se désistent (tableau des inscriptions)
arg-amend-withdraw-residents = Identifiants des habitants
examples-amend-withdraw =
    Exemples :
      ateliers amend scenario.toml withdraw R00042 R00043
command-amend-absent = Un animateur est absent des jours entiers (tableau des fermetures)
arg-amend-absent-kind = Le mot trainer
arg-amend-absent-trainer = Identifiant de l’animateur
arg-amend-absent-first = Premier jour
arg-amend-absent-last = Dernier jour, compris
examples-amend-absent =
    Exemples :
      ateliers amend scenario.toml absent trainer T1 2027-03-01 2027-03-14
command-amend-closed = Des salles sont fermées des jours entiers (tableau des fermetures)
arg-amend-closed-kind = Le mot venue
arg-amend-closed-words = Identifiants des salles, puis premier et dernier jour, compris
examples-amend-closed =
    Exemples :
      ateliers amend scenario.toml closed venue V-25388-1 2027-03-01 2027-03-14
command-amend-add = Ajouter au tableau des inscriptions celles, tardives, d’un fichier
arg-amend-add-file = Leur tableau, CSV ou classeur, avec les colonnes du tableau des inscriptions
examples-amend-add =
    Exemples :
      ateliers amend scenario.toml add tardives.csv

    Qui n’indique pas de premier jour est disponible à partir de « today » du plan annoncé.
command-amend-move = Déplacer un cycle vers un autre créneau, ou le faire commencer plus tard
arg-amend-move-cycle = Identifiant du cycle
arg-amend-move-slot = Identifiant du créneau, ou jour et heure (`jeudi 14h`)
arg-amend-move-from = Premier jour [par défaut : la semaine de sa première séance, ou dès que le préavis le permet]
examples-amend-move =
    Exemples :
      ateliers amend scenario.toml move C012 thu-1400
      ateliers amend scenario.toml move C012 thu-1400 --from 2027-04-01

    Un cycle annoncé ferme et continue sous un nouvel identifiant. S’il a commencé, il est interrompu, et ses
    participants recommencent.
command-amend-trainer = Confier à un autre animateur toutes les séances à venir d’un cycle
arg-amend-trainer-cycle = Identifiant du cycle
arg-amend-trainer-trainer = Identifiant de l’animateur
examples-amend-trainer =
    Exemples :
      ateliers amend scenario.toml trainer C012 T2
command-amend-join = Des habitants rejoignent un cycle
arg-amend-join-cycle = Identifiant du cycle
arg-amend-join-residents = Identifiants des habitants
examples-amend-join =
    Exemples :
      ateliers amend scenario.toml join C012 R00042 R00043
command-amend-leave = Des habitants quittent un cycle
arg-amend-leave-cycle = Identifiant du cycle
arg-amend-leave-residents = Identifiants des habitants
examples-amend-leave =
    Exemples :
      ateliers amend scenario.toml leave C012 R00042
command-amend-stand-in = Un autre animateur assure une séance
arg-amend-stand-in-cycle = Identifiant du cycle
arg-amend-stand-in-date = Jour de la séance
arg-amend-stand-in-trainer = Identifiant de l’animateur
examples-amend-stand-in =
    Exemples :
      ateliers amend scenario.toml stand-in C012 2027-03-02 T2
command-amend-postpone = Reporter une séance, au même jour de la semaine
arg-amend-postpone-cycle = Identifiant du cycle
arg-amend-postpone-date = Jour annoncé de la séance
examples-amend-postpone =
    Exemples :
      ateliers amend scenario.toml postpone C012 2027-03-02
command-amend-close = Fermer un cycle ; s’il a commencé, il est interrompu
arg-amend-close-cycle = Identifiant du cycle
examples-amend-close =
    Exemples :
      ateliers amend scenario.toml close C012

command-history = Lister ce qui a été annoncé, et ce qui a changé à chaque fois
arg-history-scenario = Scénario : un fichier TOML ou un classeur
examples-history =
    Exemples :
      ateliers history scenario.toml

## Erreurs d’utilisation

error-line = erreur : { $text }
usage-unknown-argument = argument inconnu `{ $argument }`
usage-unknown-command = commande inconnue `{ $command }`
usage-missing-command = il manque une commande
usage-missing-argument = il manque : { $argument }
usage-missing-value = `{ $argument }` attend une valeur
usage-wrong-value = `{ $value }` n’est pas une valeur possible pour `{ $argument }`
usage-twice = `{ $argument }` est donné deux fois
usage-conflict = `{ $argument }` ne peut pas être utilisé avec `{ $prior }`
usage-not-utf8 = un argument n’est pas un texte UTF-8 valide
usage-other = la commande n’est pas comprise ({ $detail })
usage-nearest =
    {""}
    {"  "}conseil : vouliez-vous dire `{ $name }` ?
usage-line =
    {""}
    Utilisation : { $usage }
    Aide : { $command } --help
expects-lang =
    {""}
    {"  "}conseil : `fr` ou `en`
expects-color =
    {""}
    {"  "}conseil : `auto`, `always` ou `never`
expects-time-limit =
    {""}
    {"  "}conseil : un nombre de secondes, positif ou nul, par exemple `600`
expects-gap =
    {""}
    {"  "}conseil : une proportion positive ou nulle : `0.01` vaut 1 %
expects-require-gap =
    {""}
    {"  "}conseil : une proportion positive ou nulle : `0.01` vaut 1 %
expects-work-limit =
    {""}
    {"  "}conseil : un nombre entier positif ou nul, par exemple `1000`
expects-effort =
    {""}
    {"  "}conseil : `quick`, `usual` ou `thorough`
expects-memory-limit =
    {""}
    {"  "}conseil : un nombre de Gio supérieur à zéro, par exemple `8`
expects-seed =
    {""}
    {"  "}conseil : un nombre entier positif ou nul, par exemple `1`
expects-threads =
    {""}
    {"  "}conseil : un nombre entier, 1024 au plus, par exemple `2` ; `0` : tous
stdout-failed = la réponse n’a pas pu être écrite sur la sortie standard

## Ce qui a été lu

input-counts = { $errors ->
    [0] { $warnings ->
        [one] 1 avertissement
       *[other] { $warnings } avertissements
    }
    [one] 1 erreur, { $warnings ->
        [0] rien n’a été écrit
        [one] 1 avertissement ; rien n’a été écrit
       *[other] { $warnings } avertissements ; rien n’a été écrit
    }
   *[other] { $errors } erreurs, { $warnings ->
        [0] rien n’a été écrit
        [one] 1 avertissement ; rien n’a été écrit
       *[other] { $warnings } avertissements ; rien n’a été écrit
    }
}
input-found = { $errors ->
    [one] 1 erreur
   *[other] { $errors } erreurs
}{ $warnings ->
    [0] {""}
    [one] , 1 avertissement
   *[other] , { $warnings } avertissements
}
invented-notice = Données inventées : ce qui suit ne concerne aucune personne réelle.
invented-above = Données inventées : ce qui précède ne concerne aucune personne réelle.
echo-title = Scénario { $scenario }, { $period }
echo-tables = Ce qui a été compris :
echo-communes = Communes
echo-hosts = dont pouvant accueillir
echo-slots = Créneaux
echo-venues = Salles
echo-trainers = Animateurs
echo-kits = Malles de tablettes
echo-residents = Habitants inscrits
echo-withdrawn = Habitants qui se sont désistés
echo-parties = Inscriptions conjointes
echo-tracks = Parcours
echo-closures = Fermetures
echo-offer = Sur la période :
echo-sessions-offered = Séances que les salles d’accueil pourraient recevoir
echo-seats-offered = Places de ces séances
echo-trainer-sessions = Séances que les animateurs pourraient assurer
echo-trainer-hours = Heures de ces séances
echo-seats-needed = Places pour servir tout le monde
echo-hours-needed = Heures pour servir tout le monde en groupes complets
echo-per-commune = Par commune :
echo-insee = INSEE
echo-commune = Commune
echo-may-host = Peut accueillir
echo-yes = oui
echo-no = non
echo-stuck = { $residents ->
    [0] Chaque habitant pourrait venir quelque part : lieux, créneaux, parcours, dates et tablettes le permettent.
    [one] 1 habitant ne peut venir nulle part, quel que soit le plan :
   *[other] { $residents } habitants ne peuvent venir nulle part, quel que soit le plan :
}

## Le plan

stage-construct = premier plan
stage-bound = borne
progress = { $stage } : objectif { $objective }, borne { $bound }, écart { $gap }
phase = Phase : { $task } ; se termine après { $ends }
phase-dives = Phase : { $task } ; se termine après { $ends } ; parties de plans à { $dives } de celle-ci
phase-first-plan = premier plan
phase-ascent = montée de la borne
phase-proof = programme linéaire et séparation
phase-steps = { $count ->
    [one] { $amount } modification essayée
   *[other] { $amount } modifications essayées
}
phase-rounds = { $count ->
    [one] { $amount } tour de tarification
   *[other] { $amount } tours de tarification
}
phase-share = { $amount } de ce qui reste
phase-gap = un écart de { $amount }
phase-work = { $count ->
    [one] { $amount } unité de travail
   *[other] { $amount } unités de travail
}
phase-time = la limite de temps
moves = Modifications essayées
moves-proposed = Essais
moves-accepted = Gardés
moves-gain = Gain
move-transfer = Un participant change de groupe
move-leave = Un participant est laissé de côté
move-move-group = Un groupe change d’heure, de lieu ou d’animateur
move-swap-groups = Deux groupes échangent leurs heures et leurs animateurs
move-swap-trainers = Deux animateurs échangent leurs journées
move-move-day = La journée d’un animateur est déplacée
move-open-group = Un groupe de plus
move-close-group = Un groupe de moins
move-change-course = Autre façon de poursuivre un cycle engagé
summary-title = Plan pour { $scenario }
label-served = Habitants servis
summary-served = { $served } sur { $interested }
label-cycles = Cycles
summary-cycles = { $cycles } ({ $sessions ->
    [one] { $sessions } séance
   *[other] { $sessions } séances
})
label-hosts = Communes d’accueil
label-travel = Trajet, aller simple
summary-travel-measured = { $mean } min en moyenne, { $worst } au plus
summary-travel-estimated = { $mean } min en moyenne, { $worst } au plus (estimation)
label-wait = Attente avant la première séance
summary-wait = { $weeks } { $whole ->
    [one] semaine
   *[other] semaines
} en moyenne
label-calls = Personnes à appeler
label-notices = Cycles annoncés qui changent
label-stand-ins = Séances assurées par un remplaçant
label-turnover = Cycles nouveaux, supprimés, interrompus
summary-turnover = { $new }, { $closed }, { $broken }
label-changes = Coût des changements
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
status-memory_limit = limite de mémoire : le meilleur plan trouvé
status-amended = modifié à la main
status-interrupted = interrompu : le meilleur plan trouvé
plan-only = Replanifié : { $parts } seulement. { $kept ->
        [0] Aucun autre cycle ne pouvait changer.
        [one] 1 autre cycle qui pouvait changer reste tel qu’annoncé.
       *[other] { $kept } autres cycles qui pouvaient changer restent tels qu’annoncés.
    } La borne et l’écart sont ceux de ce problème : tout replanifier coûterait peut-être moins.
plan-only-shaken = { $count ->
        [one] { $cycles } ne pouvait pas rester tel qu’annoncé, quoi qu’on nomme : il a été replanifié aussi.
       *[other] { $cycles } ne pouvaient pas rester tels qu’annoncés, quoi qu’on nomme : ils ont été replanifiés aussi.
    }
plan-only-nothing = --only garde le reste tel qu’annoncé, et rien n’a été annoncé
    {""}
    {"  "}conseil : annoncez d’abord un plan (ateliers announce), ou nommez-en un : --announced PLAN.json --today DATE
plan-only-form = `{ $part }` n’est pas une partie d’un plan
    {""}
    {"  "}conseil : commune:25388, cycle:C012 ou animateur:T1
plan-unknown-commune = aucune commune ne s’appelle `{ $name }`, ou plusieurs portent ce nom
plan-written = Écrit dans { $folder }
plan-memory-short = La recherche s’est arrêtée avant de dépasser la limite de mémoire de { $limit } Gio ; --memory-limit en fixe une autre.
memory-unknown = ce système ne dit pas la mémoire qu’occupe le programme : --memory-limit ne peut pas être tenue
gap-not-proven = l’écart prouvé est de { $gap }, alors que { $required } était exigé ; le plan est écrit malgré tout
folder-unwritable = impossible d’écrire dans `{ $folder }` : { $fault }
in-the-way-folder = { $path } est un dossier
in-the-way-other = { $path } n’est pas un fichier
system-not-found = ce fichier ou ce dossier n’existe pas
system-no-right = accès refusé
system-read-only = le disque ou le dossier est en lecture seule
system-full = le disque est plein
system-not-a-folder = une partie du chemin n’est pas un dossier
system-a-folder = c’est un dossier
system-name = le nom est trop long ou n’est pas autorisé ici
system-too-large = le fichier est trop volumineux
system-busy = un autre programme l’utilise
threads-unavailable = impossible de lancer { $threads } fils d’exécution : { $fault }
fault-illegal-plan = le plan trouvé n’est pas valable ; il n’a pas été écrit
fault-broken-bound = la borne { $bound } dépasse l’objectif { $objective } d’un plan valable : le plan n’est pas écrit
fault-earlier-written = Le dernier plan trouvé avant celui-ci est valable : c’est lui qui a été écrit.
fault-report = C’est un défaut du programme, pas de vos données. Merci de le signaler en joignant le scénario.

## Modifications

amend-decided = Inscrit dans le scénario : { $list } { $entry }
amend-taken-back = Retiré du scénario : { $list } { $entry }
amend-session = { $cycle }, séance du { $date }
amend-goes-on = Le cycle continue sous l’identifiant { $cycle }
amend-added = { $residents ->
    [one] { $residents } inscription est ajoutée
   *[other] { $residents } inscriptions sont ajoutées
}
amend-files = Fichiers modifiés : { $files }
amend-broken = Manquements nouveaux : { $new } ; déjà là avant : { $old }
amend-price = Prix :
amend-term = Terme
amend-before = Avant
amend-after = Après
amend-difference = Différence
amend-question = Enregistrer ? [o/N]
amend-nobody-asked = Personne ne peut répondre ici : --yes enregistre.
amend-not-kept = Rien n’a été écrit.
amend-refused = le plan modifié enfreindrait une règle que le plan d’avant respectait : rien n’a été écrit
amend-kept = Écrit : { $files }
amend-copies = Les fichiers d’avant : { $files }
amend-period = `{ $words }` ne donne pas deux jours : écrivez le premier et le dernier, par exemple `2027-03-01 2027-03-14`
amend-no-plan = il n’y a pas de plan à modifier : rien n’a été annoncé (ateliers announce), et --plan n’en nomme pas
amend-withdrawn = { $residents } : désistement déjà inscrit
amend-reversed = la période du { $from } au { $until } finit avant de commencer
amend-empty = `{ $file }` ne contient pas d’inscription
amend-finished = toutes les séances du cycle `{ $cycle }` ont eu lieu : il ne change plus
amend-broken-off = le cycle `{ $cycle }` est interrompu : il ne change plus
amend-not-announced = le cycle `{ $cycle }` n’a pas été annoncé : il n’a pas de séance à remplacer ni à reporter. Donnez-lui un autre animateur (`trainer`) ou déplacez-le (`move`)
amend-no-day = il ne reste pas de jour pour le cycle `{ $cycle }` avant la fin de la période
amend-no-session = le cycle `{ $cycle }` n’a pas de séance à venir le { $date } ; celles à venir : { $dates }
amend-not-in = absents du cycle `{ $cycle }` : { $residents }
amend-in = déjà dans le cycle `{ $cycle }` : { $residents }
amend-already = c’est déjà le cas : rien ne change
amend-unknown-cycle = le plan n’a pas de cycle `{ $name }`
amend-unknown-resident = aucun habitant ne s’appelle `{ $name }`
amend-unknown-trainer = aucun animateur ne s’appelle `{ $name }`
amend-unknown-venue = aucune salle ne s’appelle `{ $name }`
amend-unknown-slot = aucun créneau ne s’appelle `{ $name }`

## L’annonce

announce-illegal = ce plan n’est pas valable : il n’est pas annoncé
announce-done = Annoncé dans { $folder }
announce-set = { $scenario } nomme ce plan (aujourd’hui : { $today }) ; le scénario d’avant : { $before }
announce-workbook =
    Écrivez dans la feuille « Paramètres » de { $scenario } :
      announced.plan   { $plan }
      announced.today  { $today }
    et videz « announced.release », « announced.keep » et « announced.hit », qui concernaient le plan précédent.
folder-locked = un autre programme écrit en ce moment dans `{ $folder }` : réessayez quand il aura fini
folder-locked-by = un autre programme écrit en ce moment dans `{ $folder }` (ateliers { $task }, processus { $pid }) : réessayez quand il aura fini
folder-announced = `{ $folder }` contient un plan annoncé, qui n’est jamais remplacé : écrivez dans un autre dossier
history-title = { $announcements ->
    [0] Rien n’a été annoncé.
    [one] 1 annonce ; les changements sont ceux par rapport à l’annonce précédente :
   *[other] { $announcements } annonces ; les changements sont ceux par rapport à l’annonce précédente :
}
history-number = N°
history-date = Date
history-cycles = Cycles
history-participants = Habitants
history-calls = Appels
history-notices = Cycles changés
history-stand-ins = Remplacements
history-cost = Coût
history-unreadable = `{ $folder }` ne contient pas d’annonce lisible (announced.toml) : ce dossier est passé

## La vérification

costs-recomputed = Recalculé à partir des cycles et du planning des malles :
cost-trainer_time = Temps des animateurs
cost-trainer_travel = Déplacements des animateurs
cost-venues = Salles
cost-tablets = Tablettes
cost-support = Accompagnement
cost-setup = Mise en place
cost-gross = Coût brut
cost-income = Participation des usagers
cost-net = Coût net
service-unserved = Service : habitants sans place
service-travel = Service : trajets
service-waiting = Service : attente
service-equity = Service : équité
service-place = Service : lieux
service-changes = Service : changements de ce qui a été annoncé
figures = { $wrong ->
    [0] Les chiffres indiqués par le plan concordent.
    [one] 1 chiffre indiqué par le plan est faux :
   *[other] { $wrong } chiffres indiqués par le plan sont faux :
}
figures-none = Le plan n’indique aucun chiffre : il n’y a rien à comparer.

## Export

command-export = Produire à partir d’un plan les documents des mairies, des animateurs, des élus et d’autres systèmes
arg-export-scenario = Scénario : un fichier TOML ou un classeur
arg-export-plan = Plan à exporter (plan.json)
arg-export-out = Dossier où écrire ; il est créé au besoin, et les fichiers d’un export antérieur y sont remplacés
arg-export-only = Pour qui, séparés par des virgules : mairies, cycles, animateurs, rapport, systemes [par défaut : tous]
arg-export-contacts = Tableau des noms (CSV), pour les feuilles d’émargement, les lettres et le bordereau des changements seulement
arg-export-previous = Dossier de l’export précédent : les calendriers annoncent ce qui a changé et ce qui est annulé [par défaut : selon le plan annoncé]
arg-export-templates = Dossier de vos modèles (Typst), qui remplacent ceux du même nom
arg-export-boundaries = Contours des communes (GeoJSON) [par défaut : le fichier .geojson à côté du tableau des communes]
arg-export-changed-only = Ne produire que les documents de ceux que les changements du plan annoncé concernent (mairies, cycles, animateurs), avec les lettres de changement et le bordereau des changements
arg-export-announced = Le plan annoncé, si le scénario ne le nomme pas (`[announced] plan`) : ce qui est engagé tient, et chaque changement a son prix
arg-export-today = Les séances d’avant ce jour ont eu lieu comme annoncé
arg-export-notice-days = Préavis en jours : rien de nouveau ne commence plus tôt [par défaut : selon le scénario]
examples-export =
    Exemples :
      ateliers export scenario.toml plan/plan.json --out export
      ateliers export scenario.toml plan/plan.json --out export --contacts contacts.csv
      ateliers export scenario.toml plan2/plan.json --out export2 --previous export --only mairies,animateurs
      ateliers export scenario.toml plan/plan.json --out changements --changed-only --contacts contacts.csv

    Pour chacun, un dossier : mairies/ (affiche, calendrier, classeur), animateurs/ (feuille de route,
    calendrier), rapport/ (rapport.html, à ouvrir dans un navigateur ; plan.xlsx ; note-estimation.pdf ;
    lieux.geojson et flux.geojson), systemes/ (fichiers CSV) et, avec --contacts, cycles/ (émargement,
    confirmations d’inscription).
expects-only =
    {""}
    {"  "}conseil : `mairies`, `cycles`, `animateurs`, `rapport` ou `systemes`, séparés par des virgules
export-illegal = le plan enfreint des règles : rien n’est exporté
export-wrong-figures = les chiffres du plan ne sont pas ceux de ses cycles : rien n’est exporté. Corrigez-les, ou retirez-les du fichier
export-making = Documents
export-cycles-need-contacts = `--only cycles` demande `--contacts` : ces documents portent des noms
export-nothing-announced = `--changed-only` demande un plan annoncé : nommez-le dans `[announced]` du scénario, ou par `--announced` et `--today`
papers-missing = ce programme a été compilé sans les documents PDF, que demandent `--only cycles`, `--contacts` et `--templates` : `cargo install --path . --locked` en installe un qui les produit
papers-left-out = Ce programme a été compilé sans les documents PDF : les affiches, les feuilles de route et la note d’estimation n’ont pas été produites.
export-stopped = interrompu : rien n’a été écrit
export-faulty = le document `{ $path }` n’a pas pu être produit : { $fault }
export-written = { $files ->
    [one] { $files } fichier écrit dans { $folder }
   *[other] { $files } fichiers écrits dans { $folder }
}
export-mairies = mairies/ : pour chaque commune, affiche (.pdf), calendrier (.ics) et classeur (.xlsx)
export-cycles = cycles/ : feuilles d’émargement, confirmations d’inscription et lettres de changement, avec --contacts seulement
export-trainers = animateurs/ : pour chaque animateur, feuille de route (.pdf) et calendrier (.ics)
export-report = rapport/ : rapport (rapport.html), classeur du plan (.xlsx), note d’estimation (.pdf), lieux et flux pour QGIS (.geojson)
export-systems = systemes/ : lieux de médiation numérique (le SIRET, colonne `pivot`, est à compléter) et séances à saisir dans RDV Service Public
export-changed = Seulement pour ceux que les changements concernent : { $mairies ->
    [0] aucune mairie
    [one] { $mairies } mairie
   *[other] { $mairies } mairies
}, { $cycles ->
    [0] aucun cycle
    [one] { $cycles } cycle
   *[other] { $cycles } cycles
}, { $trainers ->
    [0] aucun animateur
    [one] { $trainers } animateur
   *[other] { $trainers } animateurs
}. rapport/ tient le bordereau des changements.
export-strangers = { $files ->
    [one] { $files } fichier d’un export antérieur reste dans { $folder } et n’est plus à jour : { $names }
   *[other] { $files } fichiers d’un export antérieur restent dans { $folder } et ne sont plus à jour : { $names }
}
previous-unreadable = `{ $file }` n’est pas un export antérieur : { $cause }
templates-unreadable = le dossier de modèles `{ $folder }` ne peut pas servir : { $cause }
templates-none = aucun fichier ne porte le nom d’un modèle ({ $names })
templates-outside = { $file } mène hors du dossier de modèles
templates-too-large = avec { $file }, les modèles et ce qu’ils utilisent dépassent { $limit } Mio
templates-too-much = vos modèles demandent plus de { $limit } Gio de mémoire, ou sont trop profondément imbriqués ; rien n’a été écrit
previous-empty = aucun calendrier
previous-no-calendar = la ligne { $line } n’est pas celle d’un calendrier
previous-event = l’événement `{ $uid }` n’est pas tel qu’il a été écrit
previous-other-plan = ses séances sont d’un autre plan que celles des calendriers voisins. Indiquez le dossier d’un seul export
export-gone = Calendriers qui ne font qu’annuler, pour qui n’est plus dans les tableaux : { $names }

## Nouveau dossier

command-init = Créer un dossier prêt à compléter : un scénario commenté et chaque tableau avec un exemple
arg-init-folder = Dossier à créer ; les fichiers qui s’y trouvent déjà ne sont jamais remplacés
arg-init-workbook = Produit un seul classeur à remplir (`plan.xlsx`), au lieu d’un scénario et de tableaux
arg-init-communes = Communes d’un autre territoire : un tableau ou un classeur
arg-init-boundaries = Leurs contours (GeoJSON), d’où sont déduites les routes
examples-init =
    Exemples :
      ateliers init mon-territoire
      ateliers init essai --lang en
      ateliers init essai --workbook
init-taken = le dossier { $folder } contient déjà { $files } : rien n’a été écrit. Indiquez un autre dossier
init-done =
    { $folder } est prêt. Les communes sont réelles ; les inscriptions, les salles, l’animateur et la malle sont inventés, et le disent.

    Pour continuer :
      ateliers validate { $scenario }
      ateliers plan { $scenario } --out { $folder }/plan
write-failed = { $file } ne peut pas être écrit : { $cause }
replace-refused = { $file } existe et ne porte pas la mention « { $label } » : il n’est pas remplacé. Indiquez un autre nom, ou supprimez-le d’abord

## Territoire

command-forms = Faire un petit classeur d’inscription pour chaque mairie, que « collect » sait relire
arg-forms-scenario = Scénario : un fichier TOML ou un classeur ; il donne les communes, les créneaux et les parcours
arg-forms-out = Dossier à créer ; les fichiers qui s’y trouvent déjà ne sont jamais remplacés
arg-forms-only = Seulement pour ces communes (codes INSEE)
arg-forms-contacts = Tableau des noms (CSV) : les personnes déjà inscrites de chaque commune sont en tête de son formulaire, avec leurs réponses
arg-forms-lines = Lignes pour de nouvelles inscriptions [par défaut : 40]
examples-forms =
    Exemples :
      ateliers forms scenario.toml --out formulaires
      ateliers forms scenario.toml --out formulaires --only 25304 25539 --lines 80
      ateliers forms scenario.toml --out relance --contacts contacts.csv

    Chaque ligne a son numéro, qui reste celui de la personne. Les noms sont sur une feuille à part.
command-collect = Rassembler ce que renvoient les mairies : montrer ce qui change, puis mettre à jour les inscriptions et les noms
arg-collect-from = Fichiers renvoyés (classeurs ou CSV), ou dossiers qui les contiennent
arg-collect-out = Tableau des inscriptions à tenir à jour (CSV), sans aucun nom ; avec --suggest, fichier à créer pour la correspondance (TOML ou classeur)
arg-collect-contacts = Tableau des noms à tenir à jour (CSV), lisible par son seul propriétaire
arg-collect-scenario = Scénario dont viennent les communes et les créneaux [par défaut : scenario.toml ou plan.xlsx, à côté du tableau]
arg-collect-mapping = Ce que veulent dire les questions et les réponses d’un autre formulaire (TOML, ou une feuille)
arg-collect-default-slots = Créneaux des personnes qui n’en indiquent aucun, séparés par des espaces ; * pour tous
arg-collect-preview = Classeur qui montre tout ce qui change et chaque refus avec sa raison, sans aucun nom : à renvoyer aux mairies
arg-collect-prefer-town-halls = Si une mairie change une réponse que vous aviez vous-même corrigée, prendre la sienne
arg-collect-yes = Garder sans poser de question
arg-collect-suggest = Proposer une correspondance pour l’export d’un autre formulaire, à corriger à la main
examples-collect =
    Exemples :
      ateliers collect retours --out inscriptions.csv --contacts contacts.csv
      ateliers collect retours --out inscriptions.csv --contacts contacts.csv --preview retour.xlsx --yes
      ateliers collect --suggest grist.csv --scenario scenario.toml > grist.toml
      ateliers collect grist.csv --mapping grist.toml --out inscriptions.csv --contacts contacts.csv

    Rien n’est gardé avant d’avoir été montré et accepté. Rassembler deux fois ne change rien ; une case vide
    n’efface rien ; ce que vous corrigez dans le tableau reste, sauf si la mairie répond autre chose depuis.
    Sont aussi lus : le modèle de La Coop de la médiation numérique et l’export de RDV Service Public (CSV).

command-territory = Déduire ou inventer ce qu’aucun tableau ne donne sur un territoire
examples-territory =
    Exemples :
      ateliers territory roads --communes communes.csv --boundaries communes.geojson --out roads.csv
      ateliers territory invent --communes communes.csv --boundaries communes.geojson \
        --residents 2000 --from 2027-01-04 --to 2027-07-02 --out essai
command-territory-roads = Estimer les routes d’après les limites communales : les communes qui partagent une limite sont reliées
arg-territory-roads-communes = Tableau des communes (CSV)
arg-territory-roads-boundaries = Limites communales (GeoJSON, en degrés WGS84)
arg-territory-roads-out = Tableau des routes à écrire (CSV) ; un fichier qui ne porte pas la mention « estimé » n’est jamais remplacé
arg-territory-roads-detour = Longueur par la route rapportée au vol d’oiseau [par défaut : 1.3]
arg-territory-roads-speed = Vitesse moyenne, en km/h [par défaut : 40]
arg-territory-roads-tolerance = Écart admis entre deux tracés d’une même limite, en mètres [par défaut : 2]
arg-territory-roads-code-property = Propriété du GeoJSON qui contient le code INSEE [par défaut : les noms usuels, code, insee, INSEE_COM…]
examples-territory-roads =
    Exemples :
      ateliers territory roads --communes communes.csv --boundaries communes.geojson --out roads.csv
      ateliers territory roads --communes communes.csv --boundaries communes.geojson --out roads.csv \
        --detour 1.4 --speed 50

    Deux communes sont voisines si leurs limites se suivent sur 10 mètres au moins : un contact en
    un point ne compte pas. Les parties du territoire qu’aucune limite ne relie le sont par leur plus
    courte liaison. Ce sont des estimations : un tableau de trajets mesurés (clé `distances` du
    scénario) les remplace paire par paire.
territory-roads-done =
    { $file } : { $roads ->
        [one] une route estimée
       *[other] { $roads } routes estimées
    } entre { $communes ->
        [one] une commune
       *[other] { $communes } communes
    }, dont { $borders } par limite commune et { $links } par plus courte liaison ; { $parts ->
        [one] le territoire est d’un seul tenant
       *[other] le territoire était en { $parts } parties
    }{ $unknown ->
        [0] .
        [one] . Un contour n’appartient à aucune commune du tableau : il n’a pas servi.
       *[other] . { $unknown } contours n’appartiennent à aucune commune du tableau : ils n’ont pas servi.
    }

command-territory-distances = Faire le tableau des distances mesurées à partir d’OSRM, de Valhalla ou d’un fichier de paires de communes
arg-territory-distances-files = Réponses d’OSRM (`table`) ou de Valhalla (matrice) en JSON, ou tableaux de paires (CSV) ; la première valeur d’une paire compte
arg-territory-distances-osrm = Adresse d’un serveur OSRM à interroger pour ce qu’aucun fichier ne donne : `http://HÔTE:PORT`, ou avec le profil `http://HÔTE:PORT/table/v1/PROFIL`
arg-territory-distances-table-size = Communes par demande, au plus [par défaut : 100]
arg-territory-distances-timeout = Durée maximale d’une réponse, en secondes [par défaut : 60]
arg-territory-distances-communes = Tableau des communes (CSV) : les lignes d’une matrice suivent son ordre
arg-territory-distances-out = Tableau des distances à écrire (CSV) ; un fichier qui ne porte pas la mention « mesuré » n’est jamais remplacé
arg-territory-distances-from = Colonne de la commune de départ [par défaut : from, origine, départ…]
arg-territory-distances-to = Colonne de la commune d’arrivée [par défaut : to, destination, arrivée…]
arg-territory-distances-time = Colonne de la durée [par défaut : minutes, durée, duration…]
arg-territory-distances-time-unit = Unité de la durée : s, min ou h [par défaut : selon le nom de la colonne]
arg-territory-distances-length = Colonne de la longueur [par défaut : km, distance…]
arg-territory-distances-length-unit = Unité de la longueur : m ou km [par défaut : selon le nom de la colonne]
examples-territory-distances =
    Exemples :
      ateliers territory distances osrm.json --communes communes.csv --out distances.csv
      ateliers territory distances --osrm http://localhost:5000 --communes communes.csv --out distances.csv
      ateliers territory distances paires.csv --communes communes.csv --out distances.csv \
        --time duree --time-unit min --length distance --length-unit km

    Pour OSRM : `/table/v1/driving/LON,LAT;LON,LAT;…?annotations=duration,distance`, les communes dans
    l’ordre du tableau. Les paires d’autres communes sont laissées de côté ; une paire absente ou nulle
    aussi : la route y répond.
expects-osrm =
    {""}
    {"  "}conseil : une adresse, par exemple http://localhost:5000
expects-timeout =
    {""}
    {"  "}conseil : un nombre de secondes, par exemple 120
expects-table-size =
    {""}
    {"  "}conseil : un nombre entier, 2 au moins
expects-time-unit =
    {""}
    {"  "}conseil : `s`, `min` ou `h`
expects-length-unit =
    {""}
    {"  "}conseil : `m` ou `km`
territory-distances-done =
    { $file } : { $pairs ->
        [one] 1 paire mesurée
       *[other] { $pairs } paires mesurées
    } entre { $communes ->
        [one] 1 commune
       *[other] { $communes } communes
    }
    Dans le scénario : distances = "{ $file }"
command-territory-invent = Inventer tout un scénario sur des communes réelles, pour planifier à une échelle où il n’y a pas encore d’inscriptions
arg-territory-invent-communes = Tableau des communes, avec leur population (CSV)
arg-territory-invent-boundaries = Limites communales (GeoJSON, en degrés WGS84)
arg-territory-invent-residents = Habitants qui s’inscrivent, à peu près en proportion de la population
arg-territory-invent-from = Premier jour du plan (AAAA-MM-JJ)
arg-territory-invent-to = Dernier jour du plan (AAAA-MM-JJ)
arg-territory-invent-out = Dossier à créer ; les fichiers qui s’y trouvent déjà ne sont jamais remplacés
arg-territory-invent-nearest = Ne garder que ce nombre de communes : du centre vers l’extérieur, d’un seul tenant [par défaut : toutes]
arg-territory-invent-centre = Code INSEE du centre pour --nearest [par défaut : la commune la plus peuplée]
arg-territory-invent-trainers = Animateurs [par défaut : un pour 600 habitants inscrits]
arg-territory-invent-kits = Malles de tablettes [par défaut : autant que d’animateurs]
arg-territory-invent-slots = Tableau des créneaux (CSV) [par défaut : du lundi au vendredi à 9 h 30, 14 h et 16 h 30]
arg-territory-invent-closures = Tableau des fermetures à reprendre (CSV) : générales, ou de communes [par défaut : des pauses inventées, à peu près aux vacances scolaires]
arg-territory-invent-seed = Graine des tirages : la même graine redonne le même dossier [par défaut : 1]
arg-territory-invent-detour = { arg-territory-roads-detour }
arg-territory-invent-speed = { arg-territory-roads-speed }
arg-territory-invent-tolerance = { arg-territory-roads-tolerance }
arg-territory-invent-code-property = { arg-territory-roads-code-property }
examples-territory-invent =
    Exemples :
      ateliers territory invent --communes communes.csv --boundaries communes.geojson \
        --residents 2000 --from 2027-01-04 --to 2027-07-02 --out essai
      ateliers territory invent --communes communes.csv --boundaries communes.geojson \
        --residents 20000 --nearest 600 --trainers 30 --closures closures.csv \
        --from 2026-01-05 --to 2026-12-31 --seed 7 --out grand

    Les communes sont réelles et les routes estimées, comme par `territory roads` ; les inscriptions
    sont celles que `demand` invente par défaut. Une commune a une salle, une ville plusieurs, un
    petit village pas toujours ; les animateurs habitent comme les habitants, une malle près de
    chacun. Chaque ligne inventée le dit. Le dossier est un scénario comme un autre : modifiez-le,
    remplacez ses tableaux par de vrais à mesure qu’ils arrivent, ou faites inventer par `demand`
    d’autres inscriptions d’après ses communes.csv et slots.csv.
territory-invent-done =
    { $folder } est prêt : { invented-residents }, { invented-communes }, { invented-trainers }, { invented-kits }. { $parts ->
        [one] Le territoire est d’un seul tenant.
       *[other] Le territoire était en { $parts } parties, reliées par leurs plus courtes liaisons.
    }
    Ses communes sont réelles et ses routes estimées ; les inscriptions, les salles, les animateurs et les malles sont inventés, et le disent.

    Pour continuer :
      ateliers validate { $scenario }
      ateliers plan { $scenario } --out { $folder }/plan
invent-dates = du { $from } au { $to } : le dernier jour ne peut ni précéder le premier, ni le suivre de dix ans
invent-too-few-communes = le tableau compte moins de communes que demandé : { $communes }
invent-too-many-communes = { $limit } communes au plus peuvent être planifiées à la fois : choisissez avec `--nearest`
invent-unknown-centre = `--centre` : aucune commune du tableau n’a pour code { $code }
invent-too-few-inhabitants = il faudrait plus d’inscrits que ces communes n’ont d’habitants ({ $inhabitants })

## Inscriptions inventées

command-demand = Inventer des inscriptions, pour planifier avant d’en avoir de vraies
arg-demand-communes = Tableau des communes, avec leur population (CSV)
arg-demand-out = Tableau des inscriptions à écrire (CSV) ; un fichier qui ne porte pas la mention « inventé » n’est jamais remplacé
arg-demand-rate = Part de la population qui s’inscrit [par défaut : 0.0128, soit une personne concernée sur dix : 15,4 % des 15 ans et plus n’avaient aucune compétence numérique en 2021 (INSEE Première 1953), × 83 % de 15 ans et plus × 10 %]
arg-demand-only = Codes INSEE des seules communes où inventer des inscriptions [par défaut : toutes]
arg-demand-seed = Graine des tirages : la même graine redonne les mêmes inscriptions [par défaut : 1]
arg-demand-slots = Tableau des créneaux (CSV) [par défaut : du lundi au vendredi à 9 h 30, 14 h et 16 h 30, de mon-0930 à fri-1630]
arg-demand-spread = Écart possible du taux d’une commune à l’autre, en part du taux [par défaut : 0.25]
arg-demand-couples = Part des habitants qui s’inscrivent en couple et viennent ensemble [par défaut : 0.14]
arg-demand-availability = Disponibilités et leur fréquence : any (tous les créneaux), mornings (matins), afternoons (de midi à 16 h), late (après 16 h), days (deux ou trois jours entiers), few (deux créneaux) [par défaut : any=0.20 mornings=0.20 afternoons=0.25 late=0.10 days=0.20 few=0.05]
arg-demand-tracks = Parcours et leur fréquence [par défaut : base=1]
arg-demand-tablet = Part des habitants qui empruntent une tablette [par défaut : 0.45]
arg-demand-own-travel = Minutes de trajet que certains acceptent au plus, et leur part ; les autres suivent le scénario [par défaut : 8=0.10 20=0.12 30=0.08]
arg-demand-step-free = Part des habitants qui ont besoin d’un accès de plain-pied [par défaut : 0.06]
arg-demand-priority = Priorités et leur fréquence [par défaut : 1=0.70 1.5=0.20 2=0.10]
arg-demand-late = Part des inscriptions tardives ; demande --late-from et --late-until [par défaut : 0.30]
arg-demand-late-from = Première date à partir de laquelle une inscription tardive peut commencer (AAAA-MM-JJ)
arg-demand-late-until = Dernière de ces dates (AAAA-MM-JJ)
examples-demand =
    Exemples :
      ateliers demand --communes communes.csv --rate 0.0145 --seed 7 --out residents.csv
      ateliers demand --communes communes.csv --out residents.csv --tablet 0.6 --own-travel 8=0.2
      ateliers demand --communes communes.csv --out residents.csv --late-from 2027-02-01 \
        --late-until 2027-05-31

    Hors le taux, les valeurs par défaut sont des hypothèses. Les tirages d’une commune ne dépendent
    que de la graine et de son code INSEE : ajouter une commune ou changer une part ne déplace pas
    les autres tirages.
demand-done = { $file } : { $residents ->
    [0] aucun habitant inventé
    [one] un habitant inventé
   *[other] { $residents } habitants inventés
} dans { $communes ->
    [one] une commune
   *[other] { $communes } communes
}. Chaque ligne porte la mention « inventé ».
demand-own-travel-above-one = les parts de `--own-travel` dépassent 1 ensemble
demand-unknown-communes = `--only` : aucune commune du tableau n’a pour code { $codes }
demand-too-many = ces communes et ce taux donneraient { $residents } habitants ; { $limit } au plus peuvent être inventés à la fois
demand-shares-zero = les parts de `--availability`, de `--tracks` et de `--priority` ne peuvent pas être toutes nulles
demand-window-reversed = `--late-until` précède `--late-from`

## Modèles

command-templates = Écrire les modèles des documents imprimés, pour les changer
arg-templates-folder = Dossier où écrire ; un fichier qui s’y trouve déjà n’est jamais remplacé
examples-templates =
    Exemples :
      ateliers templates modeles
      ateliers export scenario.toml plan/plan.json --out export --templates modeles
templates-done =
    { $folder } contient les modèles (Typst). Couleurs et police sont dans style.typ ; un logo placé dans ce dossier peut être utilisé. Gardez ceux que vous changez, retirez les autres, puis :
      ateliers export … --templates { $folder }

## Explications

command-explain = Expliquer un code d’erreur ou d’avertissement, et dire que faire ; sans code, énumérer tous les codes
arg-explain-codes = Codes à expliquer, tels que les messages les indiquent : E407, W507 [par défaut : la liste de tous les codes]
examples-explain =
    Exemples :
      ateliers explain E407
      ateliers explain E302 W507
      ateliers explain
explain-list = { $codes ->
    [one] 1 code
   *[other] { $codes } codes
} : les erreurs commencent par E, les avertissements par W.
explain-more = Pour en savoir plus : `ateliers explain { $codes }`
explain-unknown = il n’y a pas de code `{ $code }`
explain-unknown-hint =
    {""}
    {"  "}conseil : `ateliers explain` énumère tous les codes

## Schémas

command-schema = Afficher le schéma JSON du scénario, du lot, du plan ou d’une réponse, pour les éditeurs et les programmes
arg-schema-of = scenario, batch ou plan ; validation, judgement, difference, summary ou amendment pour ce qu’affichent validate, check, diff, plan et amend avec --json
examples-schema =
    Exemples :
      ateliers schema scenario > scenario.schema.json
      ateliers schema batch > batch.schema.json
      ateliers schema plan > plan.schema.json

## Valeurs attendues

expects-detour =
    {""}
    {"  "}conseil : un nombre à partir de 1, par exemple `1.3`
expects-speed =
    {""}
    {"  "}conseil : un nombre de km/h au-dessus de zéro, par exemple `40`
expects-tolerance =
    {""}
    {"  "}conseil : un nombre de mètres à partir de zéro, par exemple `2`
expects-rate =
    {""}
    {"  "}conseil : une part entre 0 et 1, par exemple `0.0128`
expects-spread =
    {""}
    {"  "}conseil : une part entre 0 et 1, par exemple `0.25`
expects-couples =
    {""}
    {"  "}conseil : une part entre 0 et 1, par exemple `0.14`
expects-tablet =
    {""}
    {"  "}conseil : une part entre 0 et 1, par exemple `0.45`
expects-step-free =
    {""}
    {"  "}conseil : une part entre 0 et 1, par exemple `0.06`
expects-late =
    {""}
    {"  "}conseil : une part entre 0 et 1, par exemple `0.3`
expects-availability =
    {""}
    {"  "}conseil : `any`, `mornings`, `afternoons`, `late`, `days` ou `few`, suivi de `=` et d’une part, par exemple `mornings=0.5`
expects-tracks =
    {""}
    {"  "}conseil : un parcours, `=` et une part, par exemple `base=0.8`
expects-own-travel =
    {""}
    {"  "}conseil : un nombre de minutes, `=` et une part, par exemple `20=0.1`
expects-priority =
    {""}
    {"  "}conseil : une priorité, `=` et une part, par exemple `1.5=0.2`
expects-today =
    {""}
    {"  "}conseil : une date, par exemple `2027-02-15`
expects-date =
    {""}
    {"  "}conseil : une date, par exemple `2027-02-15`
expects-notice-days =
    {""}
    {"  "}conseil : un nombre entier de jours
expects-late-from =
    {""}
    {"  "}conseil : une date, par exemple `2027-02-01`
expects-late-until =
    {""}
    {"  "}conseil : une date, par exemple `2027-05-31`
expects-residents =
    {""}
    {"  "}conseil : un nombre entier de 1 à 1 000 000, par exemple `2000`
expects-nearest =
    {""}
    {"  "}conseil : un nombre entier, un ou plus, par exemple `72`
expects-trainers =
    {""}
    {"  "}conseil : un nombre entier de 1 à 1 000, par exemple `4`
expects-kits =
    {""}
    {"  "}conseil : un nombre entier jusqu’à 1 000, par exemple `4`
expects-from =
    {""}
    {"  "}conseil : une date, par exemple `2027-01-04`
expects-to =
    {""}
    {"  "}conseil : une date, par exemple `2027-07-02`
