### Les formulaires des mairies, et ce qui en revient.

## Le formulaire

form-title = Inscriptions aux ateliers numériques : { $commune }
form-people = Personnes
form-text =
    1. Dans la feuille Personnes, écrivez le nom et le téléphone de la personne, sur la première ligne libre.
    2. Dans la feuille Inscriptions, sur la ligne qui porte le même numéro, mettez une croix sous chaque créneau qui lui convient.
    3. Complétez au besoin : parcours, tablette à prêter, accès en fauteuil roulant, trajet le plus long, personne qui l’accompagne.
    Le numéro reste celui de la personne : ne le changez pas, et ne donnez pas sa ligne à quelqu’un d’autre.
    Si la personne habite une autre commune, choisissez celle-ci dans la liste.
    Si deux personnes viennent ensemble, écrivez le numéro de l’une sur la ligne de l’autre, sous « Vient avec ».
    Si une personne renonce, laissez sa ligne et indiquez oui sous « Désistement ».
    Une ligne jaune a un nom et pas de croix : il lui manque ses créneaux.
    Pointez un titre pour lire ce que la colonne attend. Puis renvoyez ce classeur tel quel.
form-cross = Une croix (x) si ce créneau convient à la personne ; rien sinon.
form-people-id = Numéro de l’inscription : le même que dans la feuille Inscriptions. Ne le changez pas.
form-people-name = Prénom et nom de la personne. Ils ne servent qu’aux lettres et aux feuilles d’émargement.
form-people-phone = Téléphone, pour prévenir d’un changement ; peut rester vide.
form-people-email = Adresse électronique ; peut rester vide.
form-people-address = Adresse postale, pour la confirmation d’inscription ; peut rester vide.
forms-done =
    { $folder } : { $forms ->
        [one] 1 formulaire
       *[other] { $forms } formulaires
    }{ $known ->
        [0] {""}
        [one] , dont 1 ligne déjà remplie
       *[other] , dont { $known } lignes déjà remplies
    }
    À leur retour : ateliers collect DOSSIER --out inscriptions.csv --contacts contacts.csv

## Ce qui revient

collect-title = Retour des inscriptions
collect-new = Nouvelles inscriptions
collect-changed = Inscriptions modifiées
collect-withdrawn = Désistements
collect-disputed = Corrigées par vous, et changées depuis par la mairie : votre valeur est gardée
collect-doubts = À vérifier
collect-refused = Lignes refusées
collect-unchanged = Sans changement
collect-sheet-new = Nouvelles
collect-sheet-changed = Modifiées
collect-sheet-withdrawn = Désistements
collect-sheet-disputed = Vos corrections gardées
collect-sheet-doubts = À vérifier
collect-sheet-refused = Refusées
collect-number = Inscription
collect-commune = Commune
collect-file = Fichier
collect-cell = Cellule
collect-column-commune = Commune
collect-column-slots = Créneaux
collect-column-name = Nom
collect-changes = Ce qui change
collect-change = { $column } : { $before } → { $after }
collect-change-first = { $column } : { $after }
collect-change-hidden = { $column } : nouvelle valeur
collect-namesakes = { $commune } : { $numbers } portent le même nom. Si c’est la même personne inscrite deux fois, indiquez oui sous « Désistement » pour l’une des deux inscriptions
collect-companion = { $number } vient avec une personne qui n’est pas inscrite sous ce nom ({ $place }) : l’inscription est prise sans accompagnant. Écrivez plutôt le numéro de l’autre personne
collect-blank = { $number } est inscrite, et sa ligne est vide dans { $file } : rien n’a été effacé. Si elle renonce, indiquez oui sous « Désistement »
collect-more = et { $count } de plus, dans le classeur de --preview
collect-preview-written = Tout ce qui change : { $file }
collect-nothing = Rien de nouveau : les tableaux restent tels quels.
collect-question = Garder ces changements ? [o/N]
collect-kept = { $enrolments } et { $contacts } sont à jour. Dans le scénario : residents = "{ $named }"
collect-kept-workbook = { $enrolments } et { $contacts } sont à jour. Dans le classeur, feuille Paramètres : clé data.residents, valeur { $named }
collect-not-kept = Rien n’a été gardé. Pour garder ces changements, relancez avec --yes.
collect-no-scenario = aucun scénario n’est à côté de ce tableau (dans { $folder }) : indiquez-le avec --scenario
collect-no-file = il n’y a aucun classeur ni fichier CSV à lire ici
collect-not-a-table = `{ $file }` est un classeur : les inscriptions et les noms sont tenus dans des fichiers CSV
collect-unknown-slot = `--default-slots` : il n’y a pas de créneau `{ $slot }`
collect-not-a-preview = `{ $file }` n’est pas un classeur de retour : rien n’a été écrit. Choisissez un autre fichier

## La correspondance d’un autre formulaire

mapping-sheet = Correspondance
mapping-head =
    Correspondance proposée : à relire et à corriger.
    À gauche, la colonne des inscriptions ; à droite, la question du formulaire.
mapping-left = Questions laissées de côté :
mapping-unclear = à compléter
mapping-written = { $file } : une correspondance à relire et à corriger
