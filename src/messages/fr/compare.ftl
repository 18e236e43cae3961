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
