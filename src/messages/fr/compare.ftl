### La comparaison de plans.

## Deux plans

command-diff = Dire ce qui a changé entre deux plans : cycles, habitants, coûts
arg-diff-before = Le plan d’avant (plan.json, ou son dossier)
arg-diff-after = Le plan d’après (plan.json, ou son dossier)
arg-diff-scenario = Scénario des deux plans, ou de chacun [par défaut : scenario.toml à côté du plan ou dans le dossier au-dessus]
arg-diff-json = Afficher ce qui a changé en JSON pour les programmes (ateliers schema difference)
examples-diff =
    Exemples :
      ateliers diff plan-janvier plan-mars --scenario scenario.toml
      ateliers diff plan/plan.json modifie.json --scenario scenario.toml
      ateliers diff out/variants/trainers-3 out/variants/trainers-4
scenario-not-found = aucun scenario.toml à côté de `{ $plan }` ni dans le dossier au-dessus : nommez-le par --scenario
plan-illegal = { $plan } enfreint des règles : il est comparé tel quel, mais ne prouve rien
plan-wrong-figures = des chiffres de { $plan } ne sont pas ceux de ses cycles : ils sont recalculés, et sa borne n’est pas reprise
plan-of-other-input = avertissement : { $plan } n’a pas été fait d’après { $scenario } tel qu’il est aujourd’hui ; sa borne n’est pas reprise
diff-title = De { $before } à { $after }
diff-same-input = Les deux plans viennent du même scénario ({ $after }).
diff-other-input = Les scénarios diffèrent : { $before }, puis { $after }. Ce qui diffère : { $parts }.
diff-other-input-named-alike = Les deux scénarios s’appellent { $after }, mais diffèrent par : { $parts }.
diff-illegal = { $plan } enfreint des règles ({ $violations ->
    [one] 1 manquement
   *[other] { $violations } manquements
}) : il ne peut pas être tenu tel quel.
input-communes = communes
input-roads = trajets
input-slots = créneaux
input-venues = salles
input-trainers = animateurs
input-kits = malles
input-residents = inscriptions
input-closures = fermetures
input-settings = réglages
input-announced = plan annoncé
diff-nothing = Les plans sont les mêmes.
diff-cycles = Cycles :
diff-count-opened = Ouverts
diff-count-closed = Fermés
diff-count-moved = Déplacés
diff-count-retimed = À d’autres horaires ou dates
diff-count-trainer = Avec un autre animateur
diff-count-group = Avec un autre groupe
diff-count-repaired = Avec une séance ailleurs ou par un remplaçant
diff-count-broken-off = Arrêtés avant la fin
diff-count-unchanged = Inchangés
diff-opened = Ouverts :
diff-closed = Fermés :
diff-changed = Modifiés :
diff-participants = { $participants ->
    [one] 1 participant
   *[other] { $participants } participants
}
diff-when = { $weekday } { $time }, dès le { $first }
diff-from-to = { $before } → { $after }
diff-moved = déplacé de { $before } à { $after }
diff-retimed = passé de { $before } à { $after }
diff-redated = autres dates : finit le { $after } et non le { $before }
diff-trainer = animateur { $after } au lieu de { $before }
diff-repaired-room = le { $date } dans la salle { $after }
diff-repaired-trainer = le { $date } avec l’animateur { $after }
diff-broken-off = arrêté après la séance du { $last }
diff-group = arrivés : { $joined }, partis : { $left }
diff-told = À prévenir :
diff-told-residents = Habitants de { $commune } ({ $count })
diff-told-mairies = Mairies ({ $count })
diff-told-trainers = Animateurs ({ $count })
diff-residents = Habitants, par commune :
diff-insee = INSEE
diff-commune = Commune
diff-enrolled = Inscrits
diff-served = Servis
diff-gained = Gagnés
diff-lost = Perdus
diff-territory = Territoire
diff-costs = Coûts et service :
diff-first = Premier
diff-second = Second
diff-difference = Différence
diff-proof-same = Aucun plan de ce scénario ne peut descendre sous { $bound }.
diff-proof-overlap = La différence entre les deux scénarios n’est pas prouvée : le meilleur plan du premier se situe entre { $bound-before } et { $objective-before }, celui du second entre { $bound-after } et { $objective-after }, et ces intervalles se recoupent.
diff-proof-apart = La différence entre les deux scénarios est prouvée : le meilleur plan du premier se situe entre { $bound-before } et { $objective-before }, celui du second entre { $bound-after } et { $objective-after }.

## Plusieurs plans

command-compare = Comparer des plans : indicateurs, plans qu’aucun autre ne bat, effet de chaque choix, robustesse
arg-compare-plans = Dossiers de lots ou de plans, ou fichiers plan.json
arg-compare-out = Dossier où écrire
arg-compare-baseline = Le plan auquel les autres sont comparés [par défaut : celui du lot ; sinon le premier]
arg-compare-x = Indicateur de l’axe horizontal du front [par défaut : net, le coût net]
arg-compare-y = Indicateur de l’axe vertical du front [par défaut : served, les habitants servis]
arg-compare-pair = Deux plans à mettre côte à côte sur la carte [par défaut : la référence et le plan du plus petit objectif]
arg-compare-boundaries = Limites communales (GeoJSON, degrés WGS84) pour les cartes
arg-compare-scenario = Scénario des plans qui n’en ont pas à côté d’eux
examples-compare =
    Exemples :
      ateliers compare out --out comparaison
      ateliers compare out --out comparaison --baseline trainers-3_radius-15 --boundaries communes.geojson
      ateliers compare plan-janvier plan-mars --scenario scenario.toml --out comparaison
      ateliers compare out --out comparaison --x gross --y communes_served
compare-unknown-plan = il n’y a pas de plan `{ $name }` parmi ceux comparés : { $known }
compare-unknown-column = il n’y a pas d’indicateur chiffré `{ $name }` ; results-dictionary.csv d’un lot les énumère
compare-too-few = il faut au moins un plan à comparer
compare-left-out = { $plan } ne peut pas être lu : il est laissé de côté
compare-done = { $plans ->
    [one] 1 plan comparé
   *[other] { $plans } plans comparés
}. Sur { compare-others }, différence avec { $baseline } : prouvée pour { $proven }, au-delà du hasard pour { $beyond }, trop faible pour trancher pour { $open }. Écrit dans { $folder }
compare-others = { $others ->
    [one] 1 autre scénario
   *[other] { $others } autres scénarios
}
compare-title = Comparaison de plans
compare-footer = Le meilleur plan d’un scénario se situe entre sa borne et l’objectif de son plan. Là où ces intervalles ne se recoupent pas, la différence entre deux scénarios est prouvée.
compare-caution = { $open ->
    [0] Sur { compare-others }, différence d’objectif avec { $baseline } : prouvée pour { $proven }, au-delà du hasard pour { $beyond }.
   *[other] Sur { compare-others }, différence d’objectif avec { $baseline } : prouvée pour { $proven }, au-delà du hasard pour { $beyond }, trop faible pour trancher pour { $open }. Les chiffres sont ceux des plans trouvés, non des meilleurs possibles.
}
compare-proven-means = Prouvé : au pire, le meilleur des deux scénarios fait mieux que l’autre au mieux. Aucune recherche de plus n’y changera rien.
compare-beyond-means = Au-delà du hasard : chaque scénario a été cherché plusieurs fois, et les résultats de deux scénarios sont plus éloignés que ceux d’un même scénario ({ $searches } recherches chacun : l’écart des médianes dépasse les deux étendues réunies, et un millième au moins ; les bornes vont dans le même sens). C’est vraisemblable, non certain.
compare-beyond-needs = Au-delà du hasard : rien ne peut en être dit, car les scénarios n’ont pas été cherchés { $searches } fois chacun (`seeds = { $searches }` dans un fichier de lot y pourvoit).
compare-open-means = Trop proche pour trancher : ne décidez pas sur cette différence.
compare-illegal = { $plans ->
    [one] 1 plan enfreint des règles ({ $names }) : il n’est sur aucun front et ne prouve rien.
   *[other] { $plans } plans enfreignent des règles ({ $names }) : ils ne sont sur aucun front et ne prouvent rien.
}
compare-estimated = Les temps de trajet sont des estimations là où rien n’a été mesuré.
compare-plan = Plan
compare-difference = { $indicator }, différence
compare-reach = Objectif, selon la recherche
compare-verdict = Meilleur plan face à la référence
verdict-proven-lower = plus bas : prouvé
verdict-proven-higher = plus haut : prouvé
verdict-beyond_noise-lower = plus bas : au-delà du hasard
verdict-beyond_noise-higher = plus haut : au-delà du hasard
verdict-within_noise = trop proche pour trancher
compare-days = jours
compare-beyond-page = Au-delà du hasard : rien ne peut en être dit, car les scénarios n’ont pas été cherchés { $searches } fois chacun.
compare-baseline-illegal = la référence enfreint des règles
compare-same-data-lower = plus bas, mêmes données : ce plan est le meilleur des deux
compare-same-data-equal = aussi bas, mêmes données
compare-same-data-higher = plus haut, mêmes données : la référence est meilleure
compare-front = Front
compare-baseline = référence
compare-breaks-rules = enfreint des règles
compare-on-front = sur le front
compare-plans = Indicateurs
compare-plans-lead = Tous les plans, et ce qui diffère de la référence.
compare-trade = Les plans qu’aucun autre ne bat
compare-trade-lead = Un plan est sur le front si aucun autre n’est au moins aussi bon pour les deux indicateurs et meilleur pour l’un. Les autres sont en gris. Traits fins : d’où à où vont les recherches d’un même scénario.
compare-steps = Ce que coûte l’habitant suivant
compare-steps-lead = D’un plan au suivant sur le front du coût net et des habitants servis : combien d’habitants de plus, et ce que coûte chacun.
compare-no-steps = Un seul plan est sur le front du coût net et des habitants servis : il n’y a pas d’habitant suivant à chiffrer.
compare-effects = L’effet de chaque choix
compare-effects-lead = Moyennes de tous les plans ayant une valeur, et étendue de ces plans. Entre parenthèses, et en trait fin : ce que la graine de la recherche change à elle seule.
compare-robustness = Si d’autres s’inscrivent
compare-robustness-lead = Sur des graines d’inscriptions inventées : combien de fois un choix est le meilleur au-delà du hasard, médiane, pire cas et regret (de combien l’objectif dépasse celui du meilleur choix, si l’on avait su qui s’inscrit).
compare-no-seeds = Le lot n’a pas d’axe de graines d’inscriptions : rien ne peut être dit d’autres inscriptions. Un axe avec demand = "seed" les ajoute.
compare-hosts = Combien de fois chaque commune accueille
compare-hosts-lead = Part des plans où une commune accueille au moins un cycle.
compare-pair = Deux plans sur la carte
compare-pair-lead = Plus une commune est foncée, plus grande est la part de ses habitants servis ; les cercles sont les communes d’accueil, plus grands avec plus de cycles.
compare-axis = Axe
compare-value = Valeur
step-from = De
step-to = À
step-residents = Habitants de plus
step-net = Coût net en plus
step-each = Chacun
robust-choice = Choix
robust-seeds = Graines
robust-best = Meilleur, au-delà du hasard
robust-median-objective = Objectif, médiane
robust-worst-objective = Objectif, pire cas
robust-regret = Regret, pire cas
robust-median-net = Coût net, médiane
robust-median-share = Servis, médiane
robust-worst-share = Servis, pire cas
hosts-plans = Accueille dans
hosts-cycles = Cycles par plan
indicator-served = Habitants servis
indicator-served_share = Part servie
indicator-communes_served = Communes servies
indicator-cycles = Cycles
indicator-host_communes = Communes d’accueil
indicator-mean_travel_min = Trajet moyen
indicator-worst_travel_min = Plus long trajet
indicator-mean_wait_days = Attente moyenne
indicator-gross = Coût brut
indicator-net = Coût net
indicator-net_per_participant = Net par participant
indicator-objective = Objectif
indicator-gap = Écart
indicator-calls = Inscrits à prévenir
indicator-service_changes = Coût des changements
headline-plans = plans
headline-front = sur le front
headline-proven = diffèrent de la référence, prouvé
headline-beyond = diffèrent au-delà du hasard
headline-open = trop proches pour trancher
drawing-front = Front de deux indicateurs
drawing-front-says = Chaque point est un plan ; la ligne joint ceux que rien ne bat ; la référence est en bleu foncé, les plans dominés en gris ; les traits fins sont l’étendue des recherches.
drawing-effect = Effet de { $what }
drawing-effect-says = { $what } : les points sont les moyennes de tous les plans ayant la valeur, les barres leur étendue, les traits fins ce que change la graine de la recherche.
drawing-matrix = { $what } : moyennes
drawing-matrix-says = Moyennes de tous les plans ayant les deux valeurs ({ $what }).
drawing-map = { $what }
drawing-map-says = Part servie par commune et communes d’accueil de { $what }.
drawing-difference = Différence : { $what }
drawing-difference-says = Où le second plan sert plus ou moins d’habitants que le premier ; les cercles sont les communes qui accueillent plus ou moins de cycles.
difference-more = plus d’habitants servis
difference-fewer = moins d’habitants servis
difference-same = autant
difference-commune = { $commune } : habitants servis { $served }, cycles { $cycles }
difference-words = Ce qui a changé, en mots

## Ce que disent les colonnes

column-status = Fin de la recherche : optimal (prouvé), gap, work_limit, time_limit, memory_limit ; failed sans plan
column-interested = Habitants inscrits
column-served = Habitants dans un cycle
column-served_share = Part des inscrits servis (0 à 1)
column-cycles = Cycles
column-sessions = Séances de tous les cycles
column-trainers_used = Animateurs qui mènent un cycle
column-host_communes = Communes qui accueillent un cycle
column-communes_served = Communes dont un habitant est servi
column-mean_travel_min = Trajet moyen d’un participant, aller
column-worst_travel_min = Plus long trajet d’un participant, aller
column-travel_is_measured = 1 si tous les trajets sont mesurés ; 0 si certains sont estimés
column-mean_wait_days = Attente moyenne jusqu’à la première séance
column-trainer_time = Séances et temps autour
column-trainer_travel = Tournées des animateurs
column-venues = Location des salles
column-tablets = Tablettes prêtées
column-support = Accompagnement téléphonique après les cycles
column-setup = Affiches, inscriptions, confirmations d’inscription
column-gross = Toutes les dépenses
column-income = Participation des usagers
column-net = Dépenses moins participation des usagers
column-gross_per_participant = Dépense par participant
column-net_per_participant = Dépense moins participation des usagers, par participant
column-service_unserved = Compté dans l’objectif pour les habitants sans place
column-service_travel = Compté dans l’objectif pour les trajets
column-service_waiting = Compté dans l’objectif pour l’attente
column-service_equity = Compté dans l’objectif pour les communes sous leur part
column-service_place = Compté dans l’objectif pour les participants hors de leur commune et les communes qui accueillent trop peu de cycles
column-calls = Inscrits à prévenir parce que leurs séances changent ou n’ont plus lieu, si un plan a été annoncé
column-service_changes = Compté dans l’objectif pour les changements du plan annoncé, s’il y en a un
column-objective = Coût net et service : ce qui est minimisé
column-bound = Aucun plan valable de la variante n’a un objectif plus petit
column-gap = (objectif − borne) / |objectif|
column-input_digest = SHA-256 du scénario et de ses tableaux
column-invented = 1 si un tableau porte la mention « inventé »
