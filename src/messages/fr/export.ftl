### Ce que disent les documents exportés : calendriers, classeurs, fichiers pour d’autres systèmes.

## Dossiers et fichiers

folder-mairies = mairies
folder-cycles = cycles
folder-trainers = animateurs
folder-report = rapport
folder-systems = systemes
file-calendar = calendrier
file-workbook = classeur
file-plan-workbook = plan
file-venues = lieux
file-flows = flux
file-mednum = lieux-mediation-numerique
file-rdv = rdv-service-public

## Calendriers

ics-mairie-name = Ateliers numériques – { $commune }
ics-trainer-name = Ateliers numériques – animateur { $trainer }
ics-description = Séances des ateliers numériques. Ce calendrier est mis à jour à chaque nouvelle version du plan.
ics-session = Atelier numérique { $cycle }, séance { $number } sur { $of }
ics-session-text =
    Cycle { $cycle }, parcours « { $track } »
    Inscrits : { $participants } ; places restantes : { $left }
    { $tablets }
    Animateur : { $trainer }
ics-away = Atelier numérique à { $commune } ({ $cycle }), séance { $number } sur { $of }
ics-away-text =
    Cycle { $cycle }, parcours « { $track } »
    Participants de la commune : { $residents }
ics-trainer = { $commune } – atelier { $cycle }, séance { $number } sur { $of }
ics-trainer-text =
    Cycle { $cycle }, parcours « { $track } »
    Participants : { $participants }
    { $tablets }{ $kit }
ics-kit =
    {""}
    Malle : { $kit }, à prendre à { $depot }

## Classeurs

mairie-workbook-title = Ateliers numériques – { $commune }
plan-workbook-title = Plan des ateliers numériques – { $scenario }
sheet-about = À propos
sheet-cycles = Cycles
sheet-sessions = Séances
sheet-participants = Participants
sheet-waiting = En attente
sheet-bill = À prévenir
sheet-gains = Coût et gain des changements
sheet-fairness = Communes
sheet-costs-communes = Coûts par commune
sheet-costs-cycles = Coûts par cycle
sheet-kits = Malles
workbook-too-long = la feuille « { $sheet } » aurait { $rows } lignes, plus qu’un classeur n’en contient

head-about = Rubrique
head-figure = Valeur
about-document = Document
about-scenario = Scénario
about-from = Du
about-until = Au
about-interested = Inscriptions
about-sessions = Séances
about-privacy = Données personnelles
about-privacy-text = Les personnes n’apparaissent que par leur identifiant pseudonyme.
about-travel = Temps de trajet
about-travel-text = Marqués « estimé » là où aucune distance n’a été mesurée.
about-data = Données

head-address = Adresse
head-after = Désormais
head-before = Annoncé
head-calls = Appels
head-commune = Commune
head-concerns = Qui
head-cost = Coût
head-cycle = Cycle
head-cycle-after = Cycle désormais
head-cycle-before = Cycle annoncé
head-cycles = Cycles
head-cycles-here = Cycles accueillis
head-date = Date
head-depot = À prendre à
head-end = Fin
head-first = Première séance
head-gross-each = Coût brut par participant
head-gross-hour = Coût brut par heure d’atelier
head-home = Commune d’origine
head-identifier = Identifiant
head-insee = INSEE
head-interested = Inscrits
head-kit = Malle
head-last = Dernière séance
head-mean-travel = Trajet moyen (min)
head-net-each = Coût net par participant
head-note = Remarque
head-of = sur
head-participants = Participants
head-party = Inscription conjointe
head-places-left = Places restantes
head-reason = Pourquoi
head-resident = Participant
head-served = Servis
head-session = Séance
head-sessions = Séances
head-share = Part servie
head-start = Début
head-tablet = Tablette prêtée
head-tablets = Tablettes nécessaires
head-tablets-held = Tablettes
head-tablets-kit = Tablettes de la malle (chargées par l’animateur)
head-tablets-room = Tablettes de la salle (chargées par la mairie)
head-total = Total
head-track = Parcours
head-trainer = Animateur
head-travel-kind = Trajet
head-travel-km = Trajet (km)
head-travel-min = Trajet (min)
head-unserved = En attente
head-venue = Salle
head-weekday = Jour
head-why = Pourquoi
travel-measured = mesuré
travel-estimated = estimé
concerns-person = habitant
concerns-mairie = mairie
concerns-trainer = animateur
note-broken-off = interrompu avant la fin
note-repaired = { $sessions ->
    [one] { $sessions } séance ailleurs ou par un remplaçant
   *[other] { $sessions } séances ailleurs ou par un remplaçant
}

## Autres systèmes

mednum-summary = Cycles d’ateliers numériques en petit groupe, sur inscription en mairie. Tablettes prêtées sur place.
mednum-days = Séances du { $from } au { $until }, hors fermetures : se renseigner en mairie.
mednum-no-hours = Séances du { $from } au { $until }, à des horaires qu’aucune règle hebdomadaire ne dit : se renseigner en mairie.
mednum-point = Les coordonnées sont celles de la commune.
rdv-motif = Atelier numérique ({ $track })
rdv-title = Atelier numérique { $cycle }, séance { $number } sur { $of }
