### Ce que disent les documents.

invented = données inventées

## Pourquoi un habitant n'est pas servi

unserved-no_venue_in_reach = Aucune salle d'accueil à moins de { $limit } minutes : la plus proche, à { $commune }, est à { $minutes } minutes
unserved-no_way = Aucun chemin ne mène à une salle d'accueil
unserved-no_step_free_venue = { $venues ->
    [one] La seule salle d'accueil à portée n'est pas de plain-pied
   *[other] Aucune des { $venues } salles d'accueil à portée n'est de plain-pied
}
unserved-no_slot_in_common = { $venues ->
    [one] La seule salle d'accueil à portée n'est ouverte à aucun des créneaux de l'habitant
   *[other] Les { $venues } salles d'accueil à portée ne sont ouvertes à aucun des créneaux de l'habitant
}
unserved-track_not_taught = Aucun animateur n'assure ce parcours
unserved-no_trainer_at_slot = Aucun animateur de ce parcours ne travaille aux créneaux et aux lieux possibles
unserved-no_open_dates = Le calendrier ne laisse place à aucun cycle entier aux créneaux et aux lieux possibles
unserved-too_late = Disponible seulement à partir du { $from } ; le dernier cycle possible commence le { $last }
unserved-no_tablet = Aucune tablette à prêter
unserved-party_too_large = L'inscription groupée compte { $members } membres ; le plus grand atelier a { $places } places
unserved-party_incompatible = Chaque membre de l'inscription groupée pourrait venir, mais aucun lieu, créneau et parcours ne convient à tous
unserved-party_member = { $member }, de la même inscription groupée, ne peut pas venir : tous les membres viennent, ou aucun
unserved-too_few_neighbours = Au plus { $best } { $best ->
    [one] habitant inscrit pourrait
   *[other] habitants inscrits pourraient
} se réunir au même lieu et au même créneau ; un atelier en demande { $needed }
unserved-cycles_full = { $cycles ->
    [one] Le seul cycle qui conviendrait est complet ({ $nearest })
   *[other] Les { $cycles } cycles qui conviendraient sont complets (le plus proche : { $nearest })
}
unserved-not_joined = Le cycle { $nearest } a une place, mais y ajouter cet habitant enfreindrait une règle (tablettes, budget) ou coûterait plus que le service rendu
unserved-budget_spent = Le budget est épuisé : il reste { $left }, moins que le cycle le moins cher
unserved-too_few_left = Aucun cycle qui conviendrait n'a été ouvert ; au plus { $best } { $best ->
    [one] habitant non servi pourrait
   *[other] habitants non servis pourraient
} se réunir au même lieu et au même créneau, et un atelier en demande { $needed }
unserved-nothing_free = Aucun cycle qui conviendrait n'a été ouvert, et aucun ne peut être ajouté : les salles ou les animateurs sont pris à toutes les dates
unserved-no_cycle_opened = Aucun cycle qui conviendrait n'a été ouvert, alors que { $best } habitants non servis pourraient se réunir au même lieu et au même créneau : il coûterait plus que le service rendu, ou les trajets des animateurs et les malles ne le permettent pas
