### Des plans côte à côte.

## Deux plans

command-diff = Dire ce qui a changé entre deux plans : cycles, habitants, coûts
arg-diff-before = Le plan d'avant (plan.json, ou son dossier)
arg-diff-after = Le plan d'après (plan.json, ou son dossier)
arg-diff-scenario = Scénario des deux plans, ou de chacun [par défaut : scenario.toml à côté du plan ou dans le dossier au-dessus]
examples-diff =
    Exemples :
      ateliers diff plan-janvier plan-mars --scenario scenario.toml
      ateliers diff plan/plan.json modifie.json --scenario scenario.toml
      ateliers diff out/variants/trainers-3 out/variants/trainers-4
scenario-not-found = aucun scenario.toml à côté de `{ $plan }` ni dans le dossier au-dessus : nommez-le par --scenario
plan-of-other-input = avertissement : { $plan } n'a pas été fait d'après { $scenario } tel qu'il est aujourd'hui ; sa borne n'est pas reprise
diff-title = De { $before } à { $after }
diff-same-input = Les deux plans viennent du même scénario ({ $after }).
diff-other-input = Les scénarios diffèrent : { $before }, puis { $after }.
diff-nothing = Les plans sont les mêmes.
diff-cycles = Cycles :
diff-count-opened = Ouverts
diff-count-closed = Fermés
diff-count-moved = Déplacés
diff-count-retimed = À d'autres horaires ou dates
diff-count-trainer = Avec un autre animateur
diff-count-group = Avec un autre groupe
diff-count-unchanged = Inchangés
diff-opened = Ouverts :
diff-closed = Fermés :
diff-changed = Modifiés :
diff-participants = { $participants ->
    [one] 1 participant
   *[other] { $participants } participants
}
diff-when = { $weekday } { $time }, dès le { $first }
diff-from-to = { $before } → { $after }
diff-moved = déplacé de { $before } à { $after }
diff-retimed = passé de { $before } à { $after }
diff-redated = autres dates : finit le { $after } et non le { $before }
diff-trainer = animateur { $after } au lieu de { $before }
diff-group = arrivés : { $joined }, partis : { $left }
diff-residents = Habitants, par commune :
diff-insee = INSEE
diff-commune = Commune
diff-enrolled = Inscrits
diff-served = Servis
diff-gained = Gagnés
diff-lost = Perdus
diff-territory = Territoire
diff-costs = Coûts et service :
diff-first = Premier
diff-second = Second
diff-difference = Différence
diff-proof-same = Aucun plan de ce scénario ne peut descendre sous { $bound }.
diff-proof-overlap = La différence entre les deux scénarios n'est pas prouvée : le meilleur plan du premier se situe entre { $bound-before } et { $objective-before }, celui du second entre { $bound-after } et { $objective-after }, et ces intervalles se recoupent.
diff-proof-apart = La différence entre les deux scénarios est prouvée : le meilleur plan du premier se situe entre { $bound-before } et { $objective-before }, celui du second entre { $bound-after } et { $objective-after }.

## Ce que disent les colonnes

column-status = Fin de la recherche : optimal (prouvé), gap, work_limit, time_limit ; failed sans plan
column-interested = Habitants inscrits
column-served = Habitants dans un cycle
column-served_share = Part des inscrits servis (0 à 1)
column-cycles = Cycles
column-sessions = Séances de tous les cycles
column-trainers_used = Animateurs qui mènent un cycle
column-host_communes = Communes qui accueillent un cycle
column-communes_served = Communes dont un habitant est servi
column-mean_travel_min = Trajet moyen d'un participant, aller
column-worst_travel_min = Plus long trajet d'un participant, aller
column-travel_is_measured = 1 si tous les trajets sont mesurés ; 0 si certains sont estimés
column-mean_wait_days = Attente moyenne jusqu'à la première séance
column-trainer_time = Séances et temps autour
column-trainer_travel = Tournées des animateurs
column-venues = Location des salles
column-tablets = Tablettes prêtées
column-support = Accompagnement téléphonique après les cycles
column-setup = Affiches, inscriptions, convocations
column-gross = Toutes les dépenses
column-income = Participations versées
column-net = Dépenses moins participations
column-gross_per_participant = Dépense par participant
column-net_per_participant = Dépense moins participation, par participant
column-service_unserved = Compté à l'objectif pour les habitants non servis
column-service_travel = Compté à l'objectif pour les trajets
column-service_waiting = Compté à l'objectif pour l'attente
column-service_equity = Compté à l'objectif pour les communes sous leur part
column-objective = Coût net et service : ce qui est minimisé
column-bound = Aucun plan légal de la variante n'a un objectif plus petit
column-gap = (objectif − borne) / |objectif|
column-input_digest = SHA-256 du scénario et de ses tableaux
column-invented = 1 si un tableau se dit inventé
