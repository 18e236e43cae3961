### Le scénario commenté que crée `init` : une ligne par clé.

scenario-example-name = exemple
scenario-head =
    Scénario d’exemple : les communes sont réelles ; les inscriptions, les salles, l’animateur et la malle sont inventés.
    Chaque clé figure avec sa valeur par défaut. Une ligne qui commence par # est sans effet : ôtez le # pour l’activer.
    Vérifier : ateliers validate scenario.toml     Planifier : ateliers plan scenario.toml --out plan
scenario-name = nom du scénario, repris dans les plans
scenario-data = Les tableaux : chemins à partir du dossier de ce fichier.
scenario-data-communes = communes : code INSEE, nom, position, population
scenario-data-roads = routes entre communes voisines (ici estimées d’après les limites communales)
scenario-data-distances = trajets mesurés, qui remplacent le calcul par les routes
scenario-data-slots = créneaux de la semaine
scenario-data-venues = salles
scenario-data-trainers = animateurs
scenario-data-kits = malles de tablettes
scenario-data-residents = inscriptions, sous pseudonyme
scenario-data-closures = jours sans séance : vacances, jours fériés, congés
scenario-horizon = La période à planifier, premier et dernier jour compris (dix ans au plus).
scenario-horizon-start = premier jour
scenario-horizon-end = dernier jour
scenario-horizon-timezone = fuseau horaire de toutes les séances (par exemple Indian/Reunion) ; sans elle, celui des codes des communes
scenario-cycle = La forme de chaque cycle.
scenario-cycle-sessions = séances d’un cycle, à une semaine d’intervalle
scenario-cycle-session-minutes = durée d’une séance, en minutes
scenario-cycle-min-group = participants au moins
scenario-cycle-max-group = participants au plus (et jamais plus que les places de la salle)
scenario-cycle-max-gap-days = plus longue pause entre deux séances consécutives, en jours
scenario-travel = Les déplacements.
scenario-travel-max-travel-min = trajet le plus long, en minutes l’aller, pour qui n’en indique pas
scenario-travel-local-minutes = minutes entre deux lieux d’une même commune
scenario-travel-local-km = kilomètres entre deux lieux d’une même commune
scenario-travel-turnaround-min = rangement et installation entre deux séances d’un animateur, en minutes
scenario-hosts = Les communes d’accueil ; les habitants de toutes les communes peuvent venir.
scenario-hosts-communes = codes INSEE des communes d’accueil, par exemple ["25304", "25539"] ; "*" : toutes
scenario-hosts-max-cycles-per-commune = cycles au plus dans une commune (sans limite si la ligne est absente)
scenario-costs = Les coûts, en euros.
scenario-costs-prep-minutes = minutes payées à l’animateur autour de chaque séance
scenario-costs-tablet-session = une tablette empruntée, pour une séance
scenario-costs-support-per-participant = aide téléphonique pendant deux mois après le cycle, par participant
scenario-costs-cycle-setup = affiches, inscriptions et confirmations d’un cycle
scenario-costs-fee = participation des usagers : ce que paie chaque participant
scenario-costs-max-gross = budget : plafond du coût brut (sans plafond si la ligne est absente)
scenario-weights = Ce que vaut le plan au-delà de son coût, en euros : à régler selon les priorités des élus.
scenario-weights-unserved = un habitant de priorité 1 laissé sans place
scenario-weights-travel-minute = une minute de trajet (l’aller) d’un participant, pour tout le cycle
scenario-weights-wait-week = une semaine d’attente d’un participant avant sa première séance
scenario-weights-equity-target = part des inscrits que chaque commune devrait voir servie, de 0 à 1
scenario-weights-equity-shortfall = un habitant en dessous de cette part
scenario-weights-away = un participant qui suit son cycle hors de sa commune
scenario-weights-absence = un cycle de moins dans une commune que le nombre min_cycles de sa ligne
scenario-weights-call = un habitant à prévenir que ses séances changent, ou qu’il les perd (quand un plan a été annoncé)
scenario-weights-notice = un cycle annoncé qui ne tient plus
scenario-weights-stand-in = une séance assurée par un autre animateur que celui annoncé
scenario-letters = Ce que disent les lettres aux participants, en plus du plan, dans la langue des documents.
scenario-letters-payment = où et comment se règle la participation, par exemple "à la mairie, par chèque" ; sinon, à la première séance
scenario-letters-signatory = qui signe, par exemple "La maire, Jeanne Martin" ; sinon, l’expéditeur
scenario-letters-privacy = une phrase à ajouter sur les données personnelles : base légale, durée de conservation, délégué à la protection des données
scenario-announced = Le plan annoncé, et à partir de quel jour il peut changer.
scenario-announced-plan = le plan annoncé, à côté de ce fichier ; sans cette ligne, rien n’a été annoncé
scenario-announced-today = les séances d’avant ce jour ont eu lieu comme annoncé
scenario-announced-notice-days = jours de préavis : rien de nouveau ne commence plus tôt
scenario-announced-release = cycles pas encore commencés qui peuvent changer malgré l’échéance, habitants qui peuvent quitter un cycle engagé, par exemple ["C012", "R00042"]
scenario-announced-keep = cycles modifiables à garder comme annoncé, par exemple ["C031"]
scenario-announced-hit = séances à venir qui ne peuvent pas avoir lieu pour une raison absente des tableaux, par exemple ["C015 2027-03-02 trainer", "C016 2027-03-04 venue"]
scenario-solver = La recherche du plan ; la ligne de commande l’emporte.
scenario-solver-time-limit-s = durée au plus, en secondes
scenario-solver-gap = s’arrêter dès que cet écart relatif à l’optimum est prouvé (0.01 : 1 %)
scenario-solver-seed = graine des tirages : la même graine redonne le même plan
scenario-solver-threads = fils d’exécution ; 0 : tous

### Le scénario d’un territoire inventé.

invented-residents = { $residents ->
    [one] 1 habitant
   *[other] { $residents } habitants
}
invented-communes = { $communes ->
    [one] 1 commune
   *[other] { $communes } communes
}
invented-trainers = { $trainers ->
    [one] 1 animateur
   *[other] { $trainers } animateurs
}
invented-kits = { $kits ->
    [one] 1 malle
   *[other] { $kits } malles
}
invented-name = { invented-residents }, { invented-communes }, { invented-trainers } (inventé)
invented-head =
    Territoire inventé : { invented-residents }, { invented-communes }, { invented-trainers }, { invented-kits }.
    Les communes sont réelles, les routes estimées d’après leurs limites ; inscriptions, salles, animateurs et malles sont inventés.
    Chaque clé figure avec sa valeur par défaut. Une ligne qui commence par # est sans effet : ôtez le # pour l’activer.
    Vérifier : ateliers validate scenario.toml     Planifier : ateliers plan scenario.toml --out plan
invented-room = Salle { $number } – { $commune } (inventée)
invented-trainer = Animateur { $number } (inventé)
invented-pause-christmas = Pause de Noël (inventée)
invented-pause-winter = Pause d’hiver (inventée)
invented-pause-spring = Pause de printemps (inventée)
invented-pause-summer = Pause d’été (inventée)
invented-pause-autumn = Pause d’automne (inventée)
