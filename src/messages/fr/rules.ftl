### Règles d’un plan valable : intitulé, raison, et ce que dit un manquement.

## Le verdict

# $violations (nombre)
verdict = { $violations ->
    [0] Le plan est valable : toutes les règles sont respectées.
    [one] Le plan n’est pas valable : { $violations } manquement.
   *[other] Le plan n’est pas valable : { $violations } manquements.
}
verdict-rule = { $code } { $label } : { $reason }

measure-minutes = { $value } min
measure-days = { $value ->
    [one] { $value } jour
   *[other] { $value } jours
}
measure-no_date = aucune date
measure-step_free = de plain-pied
measure-steps = avec des marches
measure-no_way = aucun trajet connu
limit-at_least = au moins { $value }
limit-at_most = au plus { $value }
limit-from = à partir du { $value }
limit-from_time = à partir de { $value }
limit-until = jusqu’au { $value }
limit-exactly = { $value }
limit-no_date = aucune date possible : la période du plan se termine avant
limit-too_few_dates = { $value }, et la période du plan se termine avant la suite
limit-one_of = { $value }
limit-outside = pas du { $from } au { $until }
limit-not_on = pas le { $value }
limit-reachable = un trajet connu
violation-closed = fermé : { $days }
closed-day = { $date }, { $scope }
closed-day-because = { $date }, « { $reason } », { $scope }
closure-all = fermeture générale
closure-commune = fermeture de la commune { $commune }
closure-venue = fermeture de la salle { $venue }
closure-trainer = absence de l’animateur { $trainer }

## H1 groupe

rule-group_size = Taille du groupe
reason-group_size = un groupe justifie une salle, et chacun y a sa place
violation-group_size = le cycle { $cycle } compte { $measured ->
    [one] { $measured } participant
   *[other] { $measured } participants
} ; attendu : { $limit }

## H2 habitant

rule-one_cycle_each = Un seul cycle par personne
reason-one_cycle_each = chaque habitant suit un cycle au plus
violation-one_cycle_each = l’habitant { $resident } est inscrit { $measured } fois ({ $cycle }) ; attendu : { $limit }
rule-resident_track = Parcours demandé
reason-resident_track = un cycle enseigne le parcours que ses participants ont demandé
violation-resident_track = l’habitant { $resident } a demandé le parcours { $limit }, et le cycle { $cycle } enseigne { $measured }
rule-resident_slot = Créneaux possibles
reason-resident_slot = les participants viennent sur les créneaux qu’ils ont indiqués
violation-resident_slot = l’habitant { $resident } ne peut pas suivre le cycle { $cycle } sur le créneau { $measured } ; possible : { $limit }
rule-travel_limit = Durée du trajet
reason-travel_limit = personne ne fait un trajet plus long que ce qu’il peut
violation-travel_limit = trajet de l’habitant { $resident } vers le cycle { $cycle } : { $measured } ; attendu : { $limit }
rule-step_free = Accès de plain-pied
reason-step_free = les habitants qui ont besoin d’un accès de plain-pied en ont un
violation-step_free = l’habitant { $resident } a besoin d’un accès de plain-pied ; la salle { $venue } du cycle { $cycle } est accessible { $measured } ; attendu : { $limit }
rule-resident_available = Début après la disponibilité
reason-resident_available = un cycle ne commence pas avant que ses participants soient disponibles
violation-resident_available = l’habitant { $resident } ne peut pas commencer le cycle { $cycle } le { $measured } ; attendu : { $limit }

## H3 inscriptions conjointes

rule-party_together = Inscriptions conjointes
reason-party_together = les habitants inscrits ensemble suivent le même cycle, ou aucun
violation-party_together = inscription conjointe { $party } : au mieux { $measured ->
    [one] { $measured } membre ensemble
   *[other] { $measured } membres ensemble
} ; attendu : { $limit } (cycles : { $cycle } ; sans place : { $resident })

## H4 salle

rule-venue_slot = Créneaux de la salle
reason-venue_slot = une salle est utilisée sur ses créneaux d’ouverture
violation-venue_slot = le cycle { $cycle } utilise la salle { $venue } sur le créneau { $measured } ; attendu : { $limit }
rule-venue_available = Disponibilité de la salle
reason-venue_available = une salle est utilisée pendant sa période de disponibilité
violation-venue_available = le cycle { $cycle } utilise la salle { $venue } le { $measured } ; attendu : { $limit }
rule-venue_overlap = Un seul groupe par salle
reason-venue_overlap = deux groupes ne sont jamais dans la même salle en même temps
violation-venue_overlap =
    salle { $venue }, le { $date } : des cycles { $cycle }{ $more ->
        [0] {""}
        [one] {" "}et { $more } autre
       *[other] {" "}et { $more } autres
    }, le second commence à { $measured } ; attendu : { $limit }

## H5 dates

rule-session_dates = Dates des séances
reason-session_dates = les séances ont lieu le jour du créneau, les premières semaines ouvertes à partir de la première date
violation-session_dates = dates du cycle { $cycle } : { $measured } ; attendu : { $limit }
rule-horizon = Période du plan
reason-horizon = toutes les séances ont lieu pendant la période du plan
violation-horizon = le cycle { $cycle } se réunit le { $measured } ; attendu : { $limit }
rule-max_gap = Pause la plus longue
reason-max_gap = ce qui est appris ne s’oublie pas entre deux séances
violation-max_gap = le cycle { $cycle } s’interrompt { $measured } ({ $date }) ; attendu : { $limit }

## H6 animateur

rule-trainer_slot = Créneaux de l’animateur
reason-trainer_slot = un animateur travaille sur les créneaux convenus
violation-trainer_slot = l’animateur { $trainer } ne travaille pas sur le créneau { $measured } (cycle { $cycle }) ; attendu : { $limit }
rule-trainer_track = Parcours de l’animateur
reason-trainer_track = un animateur enseigne les parcours auxquels il est formé
violation-trainer_track = l’animateur { $trainer } n’enseigne pas { $measured } (cycle { $cycle }) ; attendu : { $limit }
rule-trainer_available = Disponibilité de l’animateur
reason-trainer_available = un animateur n’a pas de séance les jours où il ne travaille pas
violation-trainer_available = l’animateur { $trainer } ne travaille pas le { $measured } (cycle { $cycle }) ; attendu : { $limit }
rule-trainer_day = Séances par jour
reason-trainer_day = la journée d’un animateur a sa limite
violation-trainer_day = l’animateur { $trainer } a { $measured ->
    [one] { $measured } séance
   *[other] { $measured } séances
} le { $date } ({ $cycle }) ; attendu : { $limit }
rule-trainer_week = Séances par semaine
reason-trainer_week = la semaine d’un animateur a sa limite
violation-trainer_week = l’animateur { $trainer } a { $measured ->
    [one] { $measured } séance
   *[other] { $measured } séances
} la semaine du { $week } ; attendu : { $limit }
rule-trainer_total = Séances en tout
reason-trainer_total = un animateur n’anime pas plus de séances que convenu pour toute la période
violation-trainer_total = l’animateur { $trainer } a { $measured ->
    [one] { $measured } séance
   *[other] { $measured } séances
} en tout ; attendu : { $limit }

## H7 déplacements

rule-trainer_moving = Temps de déplacement
reason-trainer_moving = entre deux séances, un animateur a le temps de se déplacer et de s’installer
violation-trainer_moving =
    animateur { $trainer }, le { $date }, cycles { $cycle }{ $more ->
        [0] {""}
        [one] {" "}et { $more } autre
       *[other] {" "}et { $more } autres
    } : { $measured } entre les deux premières séances ; attendu : { $limit }
rule-trainer_reach = Trajets connus
reason-trainer_reach = chaque étape de la journée d’un animateur est praticable
violation-trainer_reach = animateur { $trainer }, le { $date }, { $commune } : { $measured } ; attendu : { $limit }

## H8 malles

rule-kit_taken = Une malle par jour
reason-kit_taken = un animateur dont les séances demandent des tablettes emporte exactement une malle pour la journée
violation-kit_taken = l’animateur { $trainer } emporte { $measured ->
    [one] { $measured } malle
   *[other] { $measured } malles
} le { $date } ; attendu : { $limit }
rule-kit_size = Tablettes de la malle
reason-kit_size = la malle suffit à la séance de la journée qui demande le plus de tablettes
violation-kit_size = la malle { $kit } de l’animateur { $trainer } contient { $measured ->
    [one] { $measured } tablette
   *[other] { $measured } tablettes
} le { $date } ; attendu : { $limit }
rule-kit_shared = Un animateur par malle
reason-kit_shared = une malle est confiée à un seul animateur par jour
violation-kit_shared = la malle { $kit } est confiée à { $measured } animateurs le { $date } ({ $trainer }) ; attendu : { $limit }
rule-kit_unneeded = Pas de malle inutile
reason-kit_unneeded = un animateur dont les séances ne demandent pas de tablettes n’emporte pas de malle
violation-kit_unneeded = l’animateur { $trainer } emporte la malle { $kit } le { $date }, et aucune séance de la journée n’en a besoin

## H9 communes d’accueil

rule-host_commune = Communes d’accueil
reason-host_commune = les cycles ont lieu dans les communes d’accueil
violation-host_commune = le cycle { $cycle } a lieu dans la salle { $venue } à { $measured }, qui n’est pas commune d’accueil
rule-host_limit = Cycles par commune
reason-host_limit = aucune commune n’accueille plus de cycles que convenu
violation-host_limit = { $commune } accueille { $measured ->
    [one] { $measured } cycle
   *[other] { $measured } cycles
} ; attendu : { $limit }

## H10 budget

rule-budget = Budget
reason-budget = le coût brut reste dans le budget
violation-budget = le coût brut est de { $measured } ; attendu : { $limit }

## L1 et L2 Ce qui a été annoncé

rule-held_sessions = Séances tenues
reason-held_sessions = ce qui a eu lieu ne peut plus changer
violation-held_sessions = le cycle { $cycle } a ces séances avant aujourd’hui : { $measured } ; attendu, au créneau, dans les salles et avec les animateurs annoncés : { $limit }
rule-committed_stands = Cycles engagés
reason-committed_stands = un cycle commencé, ou qui commence avant la fin du préavis, reste comme annoncé, réparations mises à part
violation-committed_stands = le cycle { $cycle } a été annoncé, il est engagé, et il n’est pas dans le plan avec son créneau, son parcours, sa salle et son animateur
rule-participants_stay = Places promises
reason-participants_stay = une personne annoncée dans un cycle engagé garde sa place
violation-participants_stay = l’habitant { $resident } était annoncé dans le cycle { $cycle } et n’y est plus
rule-nobody_joins = Pas de nouveaux venus
reason-nobody_joins = personne ne rejoint un cycle commencé
violation-nobody_joins = l’habitant { $resident } rejoint le cycle { $cycle }, déjà commencé

## L3 désistements

rule-withdrawn = Désistements
reason-withdrawn = une personne désistée ne participe à aucun cycle
violation-withdrawn = l’habitant { $resident } s’est désisté et figure dans le cycle { $cycle }

## L4 Réparations

rule-stand_in = Remplacements
reason-stand_in = quand un animateur ne peut pas assurer une séance, et seulement alors, un autre qui le peut l’assure
violation-stand_in = cycle { $cycle }, le { $date } : l’animateur { $trainer } ne peut pas assurer cette séance, ou rien n’empêche celui qui était annoncé de l’assurer
rule-other_room = Autres salles
reason-other_room = quand une salle n’est pas utilisable, et seulement alors, la séance a lieu dans une autre qui convient à tous
violation-other_room = cycle { $cycle }, le { $date } : la salle { $venue } ne peut pas accueillir cette séance, ou rien n’empêche de la tenir dans celle qui était annoncée
rule-postponed = Séances reportées
reason-postponed = seul ce qui ne peut pas avoir lieu comme annoncé est reporté, avec la suite, à des jours où la salle et l’animateur sont libres
violation-postponed = le cycle { $cycle } a ces séances à venir : { $measured } ; annoncé : { $limit }
rule-broken_off = Cycles interrompus
reason-broken_off = un cycle s’interrompt à une séance qui ne peut pas avoir lieu, ou quand il reste trop peu de monde ; il nomme ceux qui n’en suivent pas d’autre
violation-broken_off = le cycle { $cycle } est interrompu avec ces séances : { $measured } ; attendu, avec ceux qui n’en suivent pas d’autre : { $limit }

## L5 et L6 Nouveautés, malles passées

rule-notice = Préavis
reason-notice = rien de nouveau ne commence sans préavis
violation-notice = le cycle { $cycle } est nouveau et commence le { $measured } ; { $limit } attendu
rule-new_id = Identifiants
reason-new_id = un nouveau cycle porte un identifiant jamais annoncé, et n’a pas de réparation
violation-new_id = le cycle { $cycle } n’est ni comme annoncé ni sous un identifiant à lui, ou il a des réparations alors qu’il est nouveau
rule-held_kits = Malles passées
reason-held_kits = les malles des jours passés sont celles annoncées
violation-held_kits = le { $date }, les malles des jours passés ne sont pas celles annoncées : { $measured ->
    [one] { $measured } malle
   *[other] { $measured } malles
} au lieu de { $limit }

## Les chiffres du plan

disagreement-amount = { $key } : le plan indique { $stated }, ses cycles donnent { $recomputed }
disagreement-gap = gap (écart) : le plan indique { $stated }, son objectif et sa borne donnent { $recomputed }
disagreement-bound = bound (borne) : aucun plan ne devrait coûter moins de { $bound }, et celui-ci coûte { $objective }
disagreement-origin = { $key } : le plan indique « { $stated } », les données indiquent « { $expected } »
disagreement-repeated_cycle = le cycle { $id } figure plusieurs fois
disagreement-not_listed = l’habitant { $id } n’est dans aucun cycle et ne figure pas parmi les habitants sans place
disagreement-listed_and_served = l’habitant { $id } figure parmi les habitants sans place alors qu’il participe à un cycle
disagreement-listed_twice = l’habitant { $id } figure plusieurs fois parmi les habitants sans place
disagreement-listed_withdrawn = l’habitant { $id } figure parmi les habitants sans place alors qu’il s’est désisté
disagreement-unknown = la liste des habitants sans place cite { $id }, qui n’est pas dans le tableau des inscriptions : retirez-le de `unserved`, ou remettez sa ligne dans ce tableau
disagreement-stands = le cycle { $id } est marqué comme maintenu, et il n’est pas comme annoncé
disagreement-closed = la liste des cycles fermés est { $stated } ; elle devrait être { $expected }
