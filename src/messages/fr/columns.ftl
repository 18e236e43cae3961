### Ce que signifie chaque colonne des tableaux, avec son unité, sa valeur par défaut et un exemple : commentaires des titres des classeurs.

column-required = À remplir sur chaque ligne.
column-optional = Peut rester vide.
shipped-note-census = population : recensement 2023 ; point : mairie
shipped-note-published = publié
shipped-note-to-confirm = à confirmer
column-note = Pour les lecteurs. Une ligne qui dit « inventé » signale que le plan repose sur des données inventées.

column-communes-insee = Code INSEE de la commune, cinq caractères, en texte. Exemple : 25388
column-communes-name = Nom de la commune. Les autres feuilles peuvent la désigner ainsi. Exemple : Montbéliard
column-communes-lat = Latitude de la mairie, en degrés. Exemple : 47,51
column-communes-lon = Longitude de la mairie, en degrés. Exemple : 6,80
column-communes-population = Nombre d’habitants ; inconnu si vide. Exemple : 25800
column-communes-postal-code = Code postal, en texte ; inconnu si vide. Exemple : 25200
column-communes-area-km2 = Superficie, en kilomètres carrés ; inconnue si vide. Exemple : 15,0
column-communes-min-cycles = Cycles que la commune devrait accueillir au moins ; 0 si vide. Exemple : 1

column-roads-from = Une extrémité de la route : une commune, par son nom ou son code INSEE. Exemple : Montbéliard
column-roads-to = L’autre extrémité. Les routes valent dans les deux sens. Exemple : Audincourt
column-roads-km = Longueur, en kilomètres. Exemple : 5,2
column-roads-minutes = Durée en voiture, en minutes. Exemple : 9

column-distances-from = Départ du trajet mesuré : une commune. Exemple : Hérimoncourt
column-distances-to = Arrivée. Le retour prend les mêmes valeurs, sauf s’il a sa propre ligne. Exemple : Seloncourt
column-distances-km = Longueur, en kilomètres. Exemple : 4,1
column-distances-minutes = Durée en voiture, en minutes. Exemple : 7

column-slots-id = Nom court du créneau, sans espace. Les autres feuilles peuvent aussi désigner un créneau par son jour et son heure. Exemple : tue-1400
column-slots-weekday = Jour de la semaine. Exemple : mardi
column-slots-start = Heure de début des séances. Exemple : 14:00

column-venues-id = Nom court de la salle, sans espace. Exemple : V-25304-1
column-venues-commune = Commune de la salle, par son nom ou son code INSEE. Exemple : Hérimoncourt
column-venues-name = Nom de la salle, tel que les participants la connaissent. Exemple : Salle des fêtes
column-venues-seats = Places pour les participants. Exemple : 12
column-venues-slots = Créneaux où la salle est libre, séparés par des virgules ; * pour tous. Exemple : mardi 14h, jeudi 9h30
column-venues-cost-per-session = Location pour une séance, en euros ; 0 si vide. Exemple : 15
column-venues-step-free = Accès en fauteuil roulant : oui ou non ; non si vide. Exemple : oui
column-venues-tablets = Tablettes qui restent dans la salle ; 0 si vide. Exemple : 8
column-venues-available-from = Premier jour où la salle est utilisable ; dès le début de la période si vide. Exemple : 04/01/2027
column-venues-available-until = Dernier jour où la salle est utilisable ; jusqu’à la fin de la période si vide. Exemple : 30/06/2027
column-venues-address = Rue et numéro, pour les confirmations d’inscription ; omis si vide. Exemple : 3 rue du Stade

column-trainers-id = Nom court de l’animateur, sans espace. Exemple : T1
column-trainers-name = Nom, tel que les participants le connaissent. Exemple : Camille
column-trainers-base = Commune d’où part l’animateur, par son nom ou son code INSEE. Exemple : Audincourt
column-trainers-slots = Créneaux où l’animateur travaille, séparés par des virgules ; * pour tous. Exemple : mardi 14h, jeudi 9h30
column-trainers-tracks = Parcours que l’animateur enseigne, séparés par des espaces ; tous si vide. Exemple : base smartphone
column-trainers-hourly-cost = Coût d’une heure, en euros. Exemple : 30
column-trainers-km-cost = Coût d’un kilomètre parcouru, en euros ; 0 si vide. Exemple : 0,40
column-trainers-max-sessions-per-day = Séances par jour au plus ; 3 si vide. Exemple : 2
column-trainers-max-sessions-per-week = Séances par semaine au plus ; 15 si vide. Exemple : 8
column-trainers-max-sessions = Séances en tout au plus, sur toute la période ; sans limite si vide. Exemple : 60
column-trainers-available-from = Premier jour de travail ; dès le début de la période si vide. Exemple : 04/01/2027
column-trainers-available-until = Dernier jour de travail ; jusqu’à la fin de la période si vide. Exemple : 30/06/2027

column-kits-id = Nom court de la malle de tablettes, sans espace. Exemple : K1
column-kits-tablets = Nombre de tablettes de la malle. Exemple : 12
column-kits-depot = Commune où la malle est rangée, par son nom ou son code INSEE. Exemple : Hérimoncourt

column-residents-id = Pseudonyme de la personne, jamais un nom : les noms restent à la mairie. Exemple : R25304-017
column-residents-commune = Commune où habite la personne, par son nom ou son code INSEE. Exemple : Hérimoncourt
column-residents-slots = Créneaux qui conviennent à la personne, séparés par des virgules ; * pour tous. À la place de cette colonne, il peut y en avoir une par créneau, avec des croix. Exemple : mardi 14h, jeudi 9h30
column-residents-track = Parcours souhaité ; base si vide. Exemple : smartphone
column-residents-needs-tablet = La personne doit-elle emprunter une tablette : oui ou non ; non si vide. Exemple : oui
column-residents-max-travel-min = Trajet le plus long que la personne accepte, en minutes pour l’aller ; la limite du scénario si vide. Exemple : 20
column-residents-step-free = La personne a-t-elle besoin d’un accès en fauteuil roulant : oui ou non ; non si vide. Exemple : oui
column-residents-party = Avec qui vient la personne : le pseudonyme de l’autre, ou un nom commun aux deux. Elles participent ensemble ou pas du tout ; seule si vide. Exemple : R25304-018
column-residents-available-from = Premier jour où la personne est disponible ; tout de suite si vide. Exemple : 01/03/2027
column-residents-priority = Poids de la personne par rapport aux autres ; 1 si vide. Exemple : 2
column-residents-withdrawn = La personne s’est-elle désistée : oui ou non ; non si vide. Le plan ne tient plus compte des personnes désistées. Exemple : non

column-closures-from = Premier jour sans séance. Exemple : 13/02/2027
column-closures-until = Dernier jour sans séance. Exemple : 28/02/2027
column-closures-scope = Ce qui est fermé : tous, commune:Nom, salle:Salle ou animateur:Animateur. Exemple : tous
column-closures-reason = Motif, pour les lecteurs ; aucun si vide. Exemple : vacances d’hiver

## Le classeur de départ

book-guide = Mode d’emploi
book-settings = Paramètres
book-lists = Listes
book-key = Clé
book-value = Valeur
book-default = Par défaut
book-meaning = Signification
book-yes = oui
book-no = non
book-all = tous
book-unknown = Cette commune ne figure pas dans la feuille des communes.
book-guide-title = Votre plan d’ateliers : comment remplir ce classeur
book-guide-text =
    1. Les feuilles Communes et Routes décrivent le territoire ; elles sont déjà remplies. Vérifiez-les une fois.
    2. Dans Créneaux, indiquez les jours et les heures possibles pour les séances.
    3. Dans Salles, Animateurs et Malles, indiquez les salles, les animateurs et les malles de tablettes disponibles.
    4. Dans Inscriptions, écrivez une ligne par personne inscrite, sous un pseudonyme et jamais sous son nom.
    5. Dans Fermetures, indiquez les jours sans séance : vacances, salle occupée, congé d’un animateur.
    6. Dans Paramètres, vérifiez les dates et les règles. Une clé dont la valeur est vide garde sa valeur par défaut.
    Les titres foncés sont les colonnes à remplir sur chaque ligne. Pointez un titre pour lire ce que la colonne attend.
    Les lignes en italique marquées « inventé » dans la dernière colonne sont des exemples : remplacez-les ou supprimez-les.
    Une cellule rouge désigne une commune que le classeur ne connaît pas.
    Vérifier le classeur : ateliers validate { $file }
    Faire le plan : ateliers plan { $file } --out plan
    Puis produire les documents : ateliers export { $file } plan/plan.json --out documents
