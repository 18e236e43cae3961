### Ce que disent les documents.

invented = données inventées

## Pourquoi un habitant n’est pas servi

unserved-no_venue_in_reach = Aucune salle d’accueil à moins de { $limit } min : la plus proche, à { $commune }, est à { $minutes } min
unserved-no_way = Aucune route connue ne mène à une salle d’accueil
unserved-no_step_free_venue = { $venues ->
    [one] La seule salle d’accueil à portée n’est pas de plain-pied
   *[other] Aucune des { $venues } salles d’accueil à portée n’est de plain-pied
}
unserved-no_slot_in_common = { $venues ->
    [one] La seule salle d’accueil à portée n’est ouverte à aucun des créneaux de l’habitant
   *[other] Les { $venues } salles d’accueil à portée ne sont ouvertes à aucun des créneaux de l’habitant
}
unserved-track_not_taught = Aucun animateur n’assure ce parcours
unserved-no_trainer_at_slot = Aucun animateur de ce parcours ne travaille aux créneaux et aux lieux possibles
unserved-no_open_dates = Le calendrier ne laisse place à aucun cycle entier aux créneaux et aux lieux possibles
unserved-too_late = Disponible seulement à partir du { $from } ; le dernier cycle possible commence le { $last }
unserved-no_tablet = Aucune tablette à prêter
unserved-party_too_large = Les { $members } personnes inscrites ensemble sont plus nombreuses que les places du plus grand atelier ({ $places })
unserved-party_tracks = Les { $members } personnes inscrites ensemble demandent { $tracks } parcours, et un cycle n’en a qu’un
unserved-party_slots = Les { $members } personnes inscrites ensemble n’ont aucun créneau commun
unserved-party_venues = Chacune des { $members } personnes inscrites ensemble pourrait venir quelque part, mais aucune salle ne convient à toutes à un créneau commun
unserved-party_places = Les { $members } personnes inscrites ensemble sont plus nombreuses que les places des salles qui conviennent à toutes ({ $places } au plus)
unserved-party_tablets = { $needed } des { $members } personnes inscrites ensemble ont besoin d’une tablette, et les salles qui conviennent à toutes en offrent { $available } au plus, malle comprise
unserved-party_dates = Quand la dernière des { $members } personnes inscrites ensemble est disponible, aucun cycle ne peut plus commencer dans les salles qui conviennent à toutes
unserved-party_member = { $member }, de la même inscription conjointe, ne peut pas venir : tous les membres viennent, ou aucun
unserved-too_few_neighbours = Au plus { $best } { $best ->
    [one] habitant inscrit pourrait
   *[other] habitants inscrits pourraient
} se réunir au même lieu et au même créneau ; un atelier en demande { $needed }
unserved-too_few_places = { $cycles ->
    [one] Le seul cycle qui conviendrait ({ $nearest }) n’a plus que { $places } { $places ->
        [one] place
       *[other] places
    } pour les { $members } personnes inscrites ensemble
   *[other] Aucun des { $cycles } cycles qui conviendraient n’a de place pour les { $members } personnes inscrites ensemble : { $places } au plus ({ $nearest })
}
unserved-cycles_full = { $cycles ->
    [one] Le seul cycle qui conviendrait est complet ({ $nearest })
   *[other] Les { $cycles } cycles qui conviendraient sont complets (le plus proche : { $nearest })
}
unserved-not_joined = Le cycle { $nearest } a { $places ->
    [one] { $places } place
   *[other] { $places } places
}, mais y ajouter { $members ->
    [one] cet habitant
   *[other] les { $members } personnes inscrites ensemble
} enfreindrait une règle (tablettes, budget) ou coûterait plus que le service rendu
unserved-budget_spent = Le budget est épuisé : il reste { $left }, moins que le cycle le moins cher
unserved-too_few_left = Aucun cycle qui conviendrait n’a été ouvert ; au plus { $best } { $best ->
    [one] habitant sans place pourrait
   *[other] habitants sans place pourraient
} se réunir au même lieu et au même créneau, et un atelier en demande { $needed }
unserved-nothing_free = Aucun cycle qui conviendrait n’a été ouvert, et aucun ne peut être ajouté : les salles ou les animateurs sont pris à toutes les dates
unserved-not_concerned = Une partie seulement du plan annoncé a été replanifiée, et cette personne n’en fait pas partie
unserved-no_cycle_opened = Aucun cycle qui conviendrait n’a été ouvert, alors que { $best ->
    [one] { $best } habitant sans place pourrait
   *[other] { $best } habitants sans place pourraient
} se réunir au même lieu et au même créneau : il coûterait plus que le service rendu, ou les trajets des animateurs et les malles ne le permettent pas

## Qui reste sans place, et ce qui reste libre

left-title = { $residents ->
    [one] Une personne reste sans place :
   *[other] { $residents } personnes restent sans place :
}
left-no_venue_in_reach = aucune salle assez proche
left-no_step_free_venue = aucune salle de plain-pied à portée
left-no_slot_in_common = aucune salle à portée n’est ouverte quand ils peuvent venir
left-track_not_taught = personne n’enseigne le parcours demandé
left-no_trainer_at_slot = aucun animateur aux créneaux et aux lieux possibles
left-no_open_dates = aucun cycle entier ne tient dans le calendrier
left-too_late = disponibles trop tard pour le dernier cycle possible
left-no_tablet = aucune tablette à prêter
left-party_too_large = inscrits ensemble, plus nombreux que le plus grand groupe
left-party_incompatible = inscrits ensemble, et rien ne convient à tous
left-party_member = inscrits avec quelqu’un qui ne peut pas venir
left-too_few_neighbours = trop peu d’inscrits pour former un groupe
left-too_few_places = pas assez de places pour tous ceux inscrits ensemble
left-cycles_full = les cycles qui conviendraient sont complets
left-not_joined = les prendre dans un cycle qui a des places enfreindrait une règle ou coûterait plus que le service rendu
left-budget_spent = le budget ne paie plus de cycle
left-too_few_left = trop peu de personnes restantes pour un groupe de plus
left-nothing_free = les salles ou les animateurs qui conviendraient sont pris
left-not_concerned = seule une partie du plan annoncé a été replanifiée, pas la leur
left-no_cycle_opened = un cycle de plus coûterait plus que le service rendu, ou les trajets et les malles ne le permettent pas
left-others = autres raisons (unserved.csv les donne une à une)
idle-line = Reste pourtant disponible : { $parts }
idle-trainers = séances d’animateur ({ $free } sur { $of })
idle-kits = jours de malle ({ $free } sur { $of })
idle-budget = budget ({ $left })

## La note des changements

changes-sessions = { $weekday } { $time } : { $dates } ({ $venue }, { $commune })
changes-reason-new_appointment = place dans un autre cycle
changes-reason-moved = autres jours ou autre salle
changes-reason-lost = plus de place
changes-reason-broken_off = le cycle est interrompu
changes-reason-closed = le cycle est supprimé
changes-reason-new_cycle = nouveau cycle
changes-reason-first_appointment = première place
changes-reason-stand_in = remplace un autre animateur
changes-reason-replaced = est remplacé
changes-cost = { $calls ->
    [0] aucun appel
    [one] { $calls } appel
   *[other] { $calls } appels
}, { $cost } en tout
changes-gain-saves = économise { $amount }
changes-gain-loses = coûte de plus { $amount }
changes-gain-imposed = imposé : le cycle ne peut pas se tenir comme annoncé
changes-gain-joint = lié à d’autres changements, avec lesquels le cycle annoncé enfreindrait une règle
session-elsewhere = dans une autre salle : { $place }
