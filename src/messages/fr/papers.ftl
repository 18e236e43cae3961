### Ce que disent les documents imprimés : affiche, feuille de route, émargement, confirmation d’inscription, note d’estimation.

paper-made = Plan du { $date }
minutes = { $minutes } min
sessions = { $sessions ->
    [one] une séance
   *[other] { $sessions } séances
}
tablets-none = aucune tablette à prêter
tablets-lent = { $total ->
    [one] { $total } tablette à prêter
   *[other] { $total } tablettes à prêter
} : { $room ->
    [0] aucune de la salle
    [one] { $room } de la salle (chargée par la mairie)
   *[other] { $room } de la salle (chargées par la mairie)
}, { $kit ->
    [0] aucune de la malle
    [one] { $kit } de la malle (chargée par l’animateur)
   *[other] { $kit } de la malle (chargées par l’animateur)
}

file-poster = affiche
file-road-book = feuille-de-route
file-attendance = emargement
file-confirmations = confirmations
file-corrections = changements
file-bill = bordereau-des-changements
file-estimate = note-estimation

## Affiche

poster-title = Ateliers numériques – { $commune }
poster-kicker = Ateliers numériques
poster-promise = { $sessions ->
    [one] Une séance
   *[other] { $sessions } séances
} de { $hours } h pour se sentir à l’aise sur une tablette, en groupe de { $places } au plus.
poster-when = Quand
poster-dates = Dates
poster-where = Où
poster-places = Places
poster-here = Dans la commune
poster-near = Tout près, encore des places
poster-nearest = Les plus proches, avec des places
poster-none-here = Aucun atelier n’est prévu à { $commune } pour le moment. Les habitants sont accueillis dans les communes voisines.
poster-enrol = S’inscrire
poster-step-free = Accès de plain-pied
poster-track = Parcours « { $track } »
poster-left = { $left ->
    [0] Complet
    [one] { $left } place
   *[other] { $left } places
}
poster-way-measured = à { $minutes } min
poster-way-estimated = à environ { $minutes } min (estimation)
poster-enrol-hall = Auprès de : { $hall }
poster-enrol-town = À la mairie de { $commune }.
poster-fee = Participation : { $fee } pour tout le cycle.
poster-free = Gratuit.
poster-bring = Les tablettes sont prêtées sur place ; venez avec la vôtre si vous en avez une.
poster-elsewhere = Le { $date } { $place }
poster-map = { $commune } et les communes voisines ; les ronds montrent où ont lieu les ateliers.

## Feuille de route

road-title = Feuille de route – animateur { $trainer }
road-subtitle = Départ et retour : { $base }. Les heures d’arrivée laissent le temps d’installer la salle.
road-time = Heure
road-stop = Étape
road-then = Puis
road-week = Semaine { $number } : { $period }
road-totals = { $sessions ->
    [one] { $sessions } séance
   *[other] { $sessions } séances
} · { $participants ->
    [one] { $participants } participant
   *[other] { $participants } participants
} · { $km } km
road-kit = Malle { $kit } ({ $tablets ->
    [one] { $tablets } tablette
   *[other] { $tablets } tablettes
}, { $needed ->
    [one] { $needed } nécessaire
   *[other] { $needed } nécessaires
}), à prendre à { $depot }
road-leave = Départ de { $place }
road-fetch = Prendre la malle à { $place }
road-return = Rapporter la malle à { $place }
road-back = Retour à { $place }
road-session = Cycle { $cycle }, séance { $number } sur { $of } · parcours « { $track } » · { $participants ->
    [one] { $participants } participant
   *[other] { $participants } participants
} · { $tablets }
road-way-measured = { $km } km, { $minutes } min
road-way-estimated = { $km } km, { $minutes } min (estimation)
road-empty = Aucune séance dans ce plan.

## Feuille d’émargement

attendance-document = Feuille d’émargement – { $cycle }
attendance-title = Feuille d’émargement
attendance-subtitle = Atelier numérique { $cycle } · parcours « { $track } »
attendance-name = Participant
attendance-reference = Référence
attendance-note = Chaque participant signe à chaque séance. Document nominatif : à conserver par l’animateur, à ne pas afficher.
attendance-session = Séance { $number }
attendance-trainer = Animateur : { $trainer }
attendance-time = Horaire
attendance-organised = Commune
attendance-count = Participants
attendance-tablets = Tablettes

## Confirmation d’inscription

letter-document = Confirmations d’inscription – { $cycle }
letter-sender = Ateliers numériques
letter-capacity = Organisateur des ateliers numériques
letter-date = { $place }, le { $date }
letter-subject = Objet : confirmation de votre inscription à l’atelier numérique
letter-hello = Madame, Monsieur,
letter-intro = { $sessions ->
    [one] Votre inscription est retenue. Nous vous attendons à la séance suivante :
   *[other] Votre inscription est retenue. Nous vous attendons aux { $sessions } séances suivantes, qui forment un tout :
}
letter-dates = Dates
letter-where = Lieu
letter-time = Horaire
letter-tablet = Une tablette vous sera prêtée pendant les séances : vous n’avez rien à apporter. Elle est { $source ->
    [room] de la salle, et la mairie la charge
    [kit] de la malle de l’animateur, qui la charge
   *[both] de la salle, où la mairie la charge, ou de la malle de l’animateur, qui la charge
}.
letter-own-device = Venez avec votre propre tablette ou téléphone, chargé, et son chargeur.
letter-fee = La participation des usagers est de { $fee } pour l’ensemble du cycle, à régler { $payment }.
letter-payment = à la première séance
letter-absent = Si vous ne pouvez pas venir, merci de nous prévenir dès que possible, { $contact } : une autre personne attend peut-être une place.
letter-absent-town = Si vous ne pouvez pas venir, merci de prévenir votre mairie dès que possible : une autre personne attend peut-être une place.
letter-by-phone = par téléphone au { $phone }
letter-by-email = par courriel à { $email }
letter-by-either = { $one } ou { $other }
letter-courtesy = Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.
letter-privacy = Données personnelles. Responsable du traitement : { $sender }. Votre nom, vos coordonnées et vos réponses à l’inscription servent uniquement à organiser ces ateliers ; seuls les organisateurs et les animateurs y ont accès. Pour les consulter, les faire rectifier ou effacer, adressez-vous au responsable ; vous pouvez aussi adresser une réclamation à la CNIL (www.cnil.fr).
letter-reference = Référence : { $cycle } / { $resident }

## Lettre de changement

correction-document = Lettres de changement – { $cycle }
correction-subject = Objet : changement des séances de votre atelier numérique
correction-subject-lost = Objet : arrêt de votre atelier numérique
correction-moved = Les prochaines séances de votre atelier n’auront pas lieu comme nous vous l’avions annoncé. Voici ce qui était prévu et ce qui vaut désormais :
correction-new-appointment = Nous avons dû changer l’atelier où une place vous était réservée. Voici ce qui était prévu et ce qui vaut désormais :
correction-broken-off = Votre atelier ne pourra pas aller jusqu’à son terme. Voici ce qui était prévu et ce qui a encore lieu :
correction-lost = L’atelier où une place vous était réservée n’aura pas lieu comme prévu, et nous n’avons pas pu vous trouver d’autre place pour le moment :
correction-before = Ce qui était prévu
correction-after = Ce qui vaut désormais
correction-none = Aucune séance.
correction-waiting = Nous le regrettons. Votre inscription reste enregistrée : nous vous écrirons dès qu’une place se libère.
correction-refund = Aucune participation ne vous est demandée pour cet atelier ; si vous l’avez déjà réglée, elle vous sera remboursée.
correction-question = Pour toute question, vous pouvez nous joindre { $contact }.
correction-question-town = Pour toute question, adressez-vous à votre mairie.

## Bordereau des changements

bill-title = Bordereau des changements
bill-subtitle = Ateliers numériques, scénario « { $scenario } ». Changements par rapport au plan annoncé, à partir du { $today }.
bill-count-people = { $count ->
    [one] personne à prévenir
   *[other] personnes à prévenir
}
bill-count-mairies = { $count ->
    [one] mairie concernée
   *[other] mairies concernées
}
bill-count-trainers = { $count ->
    [one] animateur concerné
   *[other] animateurs concernés
}
bill-count-cost = pour prévenir, au prix du scénario
bill-people = Qui appeler
bill-mairies = Mairies
bill-trainers = Animateurs
bill-changes = Ce que coûte et ce que rapporte chaque changement
bill-commune = { $commune } ({ $people ->
    [one] { $people } personne
   *[other] { $people } personnes
})
bill-was = Annoncé
bill-is = Désormais
bill-why = Pourquoi
bill-cycle = Cycle
bill-costs = Prévenir coûte
bill-gains = Le changement
bill-nothing = Personne n’est à prévenir : tout se tient comme annoncé.
bill-mairie-poster = nouvelle affiche, nouveau calendrier et nouveau classeur
bill-mairie-lists = nouvelles listes (classeur et calendrier)
bill-trainer-book = nouvelle feuille de route et nouveau calendrier

## Note d’estimation

estimate-title = Note d’estimation
estimate-subtitle = Ateliers numériques, scénario « { $scenario } », { $period }
estimate-served = participants
estimate-cycles = cycles
estimate-posts = Coût par poste
estimate-post = Poste
estimate-amount = Montant
estimate-share = Part
estimate-each = Coût rapporté
estimate-gross = Brut
estimate-net = Net
estimate-per-participant = Par participant
estimate-per-hour = Par heure d’atelier
estimate-per-participant-hour = Par participant et par heure suivie
estimate-per-cycle = Par cycle
estimate-assumptions = Hypothèses
estimate-proof = Ce qui est prouvé
estimate-limits = Ce que cette note ne dit pas
estimate-limit-travel = Les temps et distances de trajet qui ne sont pas mesurés sont des estimations.
estimate-limit-prices = Les tarifs sont ceux du scénario ; un tarif qui change, change le coût, et le meilleur plan avec lui.
estimate-limit-people = Les désistements ne sont pas comptés : un groupe plus petit coûte presque autant.
assume-cycle = Séances par cycle
assume-session = Durée d’une séance
assume-group = Participants par groupe
assume-hourly = Coût horaire d’un animateur
assume-prep = Préparation payée autour de chaque séance
assume-mileage = Indemnité par kilomètre
assume-rooms = Location d’une salle, par séance
assume-tablet = Une tablette de la malle, par séance (celles des salles ne sont pas comptées)
assume-support = Aide par téléphone après le cycle, par participant
assume-setup = Affiches, inscriptions et confirmations, par cycle
assume-fee = Participation des usagers, par participant
assume-travel = Trajet accepté, s’il n’est pas précisé
assume-local = Trajet entre deux lieux d’une même commune
assume-turnaround = Installation et rangement entre deux séances

## La preuve

proof-optimal = Aucun plan qui respecte les règles ne peut faire mieux que { $bound } : ce plan est le meilleur possible.
proof-gap = Aucun plan qui respecte les règles ne peut faire mieux que { $bound } ; celui-ci est à { $objective }. L’écart est d’au plus { $gap } de l’objectif.
proof-none = Ce plan a été fait ou modifié à la main et n’apporte pas de preuve. À première vue, aucun plan ne peut faire mieux que { $bound } ; celui-ci est à { $objective }.
proof-part = Une partie seulement du plan annoncé a été replanifiée ({ $parts }) ; sa qualité n’est prouvée que pour cette partie. À première vue, aucun plan de l’ensemble ne peut faire mieux que { $bound } ; celui-ci est à { $objective }.
proof-terms = Ce qui est comparé est la somme du coût net ({ $net }) et de ce que le scénario compte pour les personnes sans place, les trajets, l’attente et l’équité entre communes ({ $service }).

## Cartes

map-commune = { $commune } : { $interested ->
    [0] aucune inscription
   *[other] { $served } servis sur { $interested } inscrits
}{ $cycles ->
    [0] {""}
    [one] , { $cycles } cycle accueilli
   *[other] , { $cycles } cycles accueillis
}
map-flow = De { $from } à { $to } : { $participants ->
    [one] { $participants } participant
   *[other] { $participants } participants
}
map-host = { $commune } : { $cycles ->
    [one] { $cycles } cycle
   *[other] { $cycles } cycles
} dans { $rooms ->
    [one] { $rooms } salle
   *[other] { $rooms } salles
}
