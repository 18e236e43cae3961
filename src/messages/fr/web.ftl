### Ce que disent les pages du navigateur (`ateliers serve`).

## Ce que toutes les pages ont

web-skip = Aller au contenu
web-nav = Pages du projet
web-footer = Tout reste sur cet ordinateur : ces pages n’envoient rien ailleurs.
web-invented = Données inventées : elles ne concernent aucune personne réelle.
web-tab-overview = Vue d’ensemble

## Entrée et refus

web-welcome = Bienvenue
web-welcome-on = Ouvrir mes projets
web-fault-title = Cela n’a pas marché
web-fault-back = Retour aux projets
web-fault-code = Code
web-fault-stranger = Ce navigateur n’a pas encore le droit d’entrer, ou le programme a été relancé depuis. Ouvrez l’adresse complète que le programme a affichée au démarrage, avec ce qui suit « token= ».
web-fault-nameless = Vous n’êtes plus identifié, ou l’accès a été retiré. Rechargez la page pour vous identifier : ce qui n’est pas enregistré est gardé.
web-login = Identification
web-login-name = Nom
web-login-password = Mot de passe
web-login-enter = Entrer
web-login-wrong = Ce nom et ce mot de passe ne vont pas ensemble. La personne qui administre le serveur peut donner un autre mot de passe.
web-login-wait = { $seconds ->
    [one] Trop d’essais : attendez 1 seconde avant le prochain.
   *[other] Trop d’essais : attendez { $seconds } secondes avant le prochain.
}
web-logout = Sortir
web-fault-forbidden = Cette demande ne vient pas de ces pages : elle est refusée. Ouvrez l’adresse que le programme a affichée au démarrage.
web-fault-nowhere = Il n’y a pas de page à cette adresse. Le projet a peut-être été renommé ou supprimé.
web-fault-method = Cette adresse ne s’utilise pas ainsi. Revenez en arrière et rechargez la page.
web-fault-slow = Cela a pris trop de temps et a été arrêté. Réessayez ; si le fichier est très gros, allégez-le d’abord.
web-fault-large = C’est trop volumineux pour être reçu ici. Allégez le fichier, ou copiez-le vous-même dans le dossier du projet.
web-fault-request = La demande n’a pas été comprise. Revenez en arrière, rechargez la page et réessayez.
web-fault-ours = C’est un défaut du programme, et non de vos données. Rien n’a été écrit à moitié. Merci de le signaler.

## Projets

web-projects-title = Projets
web-projects-lead = Dossier :
web-projects-none = Il n’y a pas encore de projet dans ce dossier.
web-left-out-name = Le dossier « { $folder } » n’est pas montré : son nom contient des caractères qui ne vont pas dans une adresse, ou c’est aussi celui du dossier principal. Renommez-le.
web-left-out-several = Le dossier « { $folder } » n’est pas montré : il contient plusieurs classeurs qui pourraient être le sien ({ $books }). N’en gardez qu’un.

web-new-title = Nouveau projet
web-new-workbook = À partir d’un classeur
web-new-workbook-how = Un classeur Excel ou LibreOffice avec nos feuilles, même s’il contient encore des erreurs. Déposez-le ici ou choisissez-le.
web-new-blank = À partir du classeur à remplir
web-new-blank-how = Les communes et les routes de notre territoire, chaque réglage expliqué, et des exemples inventés à remplacer.
web-new-territory = Pour un autre territoire
web-new-territory-how = Le même classeur avec vos communes ; les routes sont déduites de leurs contours, si vous les donnez.
web-new-copy = Copie d’un projet
web-new-copy-how = Tout le dossier est copié, pour essayer autre chose sans rien perdre.
web-new-file = Classeur (.xlsx, .xlsm ou .ods)
web-new-name = Nom du projet
web-new-name-optional = Nom du projet (facultatif ; sinon, celui du classeur)
web-new-communes = Communes : tableau CSV ou classeur
web-new-boundaries = Contours des communes (GeoJSON), facultatif
web-new-other = Projet à copier
web-new-make = Créer
web-new-no-file = Aucun fichier n’a été choisi. Revenez en arrière et choisissez-en un.
web-new-no-name = Donnez un nom au projet.
web-new-bad-name = Ce nom ne convient pas à un dossier : utilisez des lettres, des chiffres, des espaces et des traits d’union.
web-new-bad-name-near = Ce nom ne convient pas à un dossier : utilisez des lettres, des chiffres, des espaces et des traits d’union. Celui-ci conviendrait : { $near }
web-new-not-a-book = « { $file } » n’est pas un classeur : choisissez un fichier .xlsx, .xlsm ou .ods.

## Un projet

web-project-state = Où en est-on ?
web-project-findings = Ce qui a été relevé dans les données
web-project-files = Fichiers
web-project-folder = Dossier :
web-project-scenario = Scénario :
web-findings-more = { $more ->
    [0] {""}
    [one] Et 1 autre remarque.
   *[other] Et { $more } autres remarques.
}
web-state-faults = { $faults ->
    [one] 1 erreur à corriger dans les données
   *[other] { $faults } erreurs à corriger dans les données
}
web-state-no-fault = { $residents ->
    [0] Données sans erreur, sans inscription
    [one] Données sans erreur, 1 inscription
   *[other] Données sans erreur, { $residents } inscriptions
}
web-state-warnings = { $warnings ->
    [one] 1 avertissement
   *[other] { $warnings } avertissements
}
web-state-no-plan = Pas encore de plan
web-state-plan = Plan du { $date } : { $cycles ->
    [0] aucun cycle
    [one] 1 cycle
   *[other] { $cycles } cycles
}, { $participants ->
    [0] aucun participant
    [one] 1 participant
   *[other] { $participants } participants
}{ $objective ->
    [none] {""}
   *[other] , objectif { $objective }
}{ $gap ->
    [none] {""}
   *[other] , écart { $gap }
}
web-state-plan-old = – les données ont changé depuis
web-state-announced = Annoncé le { $date } (annonce nº { $number })
web-state-writer = Un autre programme écrit en ce moment (ateliers { $task })
web-next = À faire :
web-next-correct = corriger les données
web-next-correct-how = Tant qu’il reste une erreur, rien ne peut être calculé. Chaque erreur ci-dessous indique où elle est et que faire. Corrigez le classeur ou les tableaux, enregistrez, puis rechargez cette page.
web-next-plan = calculer un plan
web-next-plan-how = Les données sont prêtes. Le calcul compose les cycles et prouve la qualité du plan.
web-next-plan-again = calculer de nouveau
web-next-plan-again-how = Les données ont changé depuis le dernier plan : il ne leur correspond plus forcément.
web-next-announce = examiner le plan, puis l’annoncer
web-next-announce-how = Une fois annoncé aux mairies, aux animateurs et aux habitants, le plan tient : chaque changement a ensuite son prix.
web-next-live = faire vivre le plan
web-next-live-how = Le plan est annoncé. Saisissez ce qui arrive (désistements, absences, salles perdues), puis calculez de nouveau : ce qui est engagé tient.

## Calculer un plan

web-tab-planning = Planifier
planning-title = Planifier
planning-start-title = Nouvelle recherche
planning-how-much = Combien de temps chercher ?
planning-choice-quick = Rapide
planning-choice-quick-how = pour voir ce qui est possible
planning-choice-usual = Habituelle
planning-choice-usual-how = pour travailler : environ une minute pour 460 inscriptions sur deux cœurs
planning-choice-thorough = Approfondie
planning-choice-thorough-how = pour décider : cinq fois plus de calcul
planning-seconds = Pendant une durée fixée :
planning-seconds-number = Durée de la recherche, en secondes
planning-seconds-unit = secondes
planning-gap-until = Jusqu’à un écart prouvé de
planning-gap-number = Écart prouvé auquel s’arrêter, en pour cent
planning-gap-how = au plus pendant le temps que fixe le scénario
planning-from-last = Partir du dernier plan
planning-from-last-how = le résultat ne coûtera pas plus, si ce plan respecte encore les règles
planning-start = Lancer la recherche
planning-leave-page = La recherche continue si vous quittez cette page ou fermez le navigateur. Une seule recherche à la fois par projet : les suivantes attendent leur tour. Le plan est écrit dans le dossier « plan » du projet.
planning-see-faults = Voir les erreurs à corriger
planning-full = Trop de recherches attendent déjà. Attendez que l’une d’elles finisse, ou retirez-en une.
planning-no-amount = Choisissez combien de temps chercher.
planning-no-seconds = La durée doit être un nombre de secondes, au moins 1 et au plus une semaine (604800).
planning-no-gap = L’écart doit être un pourcentage, de 0 à 100.
web-state-searching = Une recherche est en cours ou attend son tour
planning-search = Recherche :
planning-effort-quick = rapide
planning-effort-usual = habituelle
planning-effort-thorough = approfondie
planning-for = pendant { $time }
planning-until = jusqu’à un écart de { $gap }
planning-waits = { $before ->
    [0] En attente : elle commence tout de suite.
    [one] En attente : elle commencera quand 1 autre recherche sera finie.
   *[other] En attente : { $before } autres recherches passent avant elle.
}
planning-reads = Lecture des données…
planning-searches = Recherche en cours…
planning-stops = Arrêt demandé : le meilleur plan trouvé va être écrit.
planning-writes = Écriture du plan…
planning-stop = Arrêter et garder le meilleur plan
planning-leave = Retirer de la file
planning-written = La recherche est finie ({ $status }). Le plan est écrit dans le dossier « { $folder } ».
planning-stays = La recherche est finie. Le plan qui était déjà là respecte les règles avec les mêmes données et coûte moins : il est gardé.
planning-memory = Elle s’est arrêtée avant d’occuper plus que sa part de la mémoire de cette machine.
planning-without-start = Le plan dont elle devait partir ne peut pas être lu avec les données d’aujourd’hui : elle est partie de zéro.
planning-elsewhere = Un autre programme cherche déjà un plan dans ce projet. Réessayez quand il aura fini.
planning-no-threads = Cette machine ne peut pas lancer de calcul en ce moment. Fermez d’autres programmes, puis réessayez.
planning-our-fault = Le plan trouvé n’est pas valable : rien n’a été écrit.
planning-objective = Objectif
planning-bound = Borne
planning-gap = Écart
planning-amount = euros
planning-in-seconds = secondes
planning-in-minutes = minutes
planning-in-hours = heures
planning-time = Temps écoulé
planning-time-of = { $time } sur { $limit }
planning-figures-title = Objectif et borne au fil du temps
planning-figures = L’objectif du meilleur plan est de { $objective } ; aucun plan valable ne peut descendre sous la borne de { $bound }.
planning-gap-drawn-title = Écart au fil du temps
planning-gap-drawn = L’écart entre l’objectif et la borne est de { $gap }.
planning-figures-how = L’objectif baisse quand un meilleur plan est trouvé, la borne monte quand la preuve avance. Quand elles se rejoignent, le plan est le meilleur possible.
planning-cut = Une recherche a été interrompue
planning-cut-without = Le programme s’est arrêté avant qu’elle ait écrit un plan. Vos fichiers sont intacts : relancez-la.
planning-cut-plan = Le programme s’est arrêté avant la fin. Vos fichiers sont intacts, et son meilleur plan a été mis de côté :
planning-cut-on = Continuer à partir de ce plan
planning-cut-forget = Oublier cette recherche

## Données : les tableaux du scénario

web-tab-data = Données
web-data-lead = Les tableaux du scénario. Ce que vous y changez reste ici jusqu’à ce que vous l’enregistriez dans le fichier d’où il vient.
web-data-elsewhere = Hors des tableaux, dans le scénario lui-même :
web-data-file = Fichier :
web-data-tables = Tableaux du projet
web-table-communes = Communes
web-table-communes-what = Où l’on habite et où se tiennent les séances.
web-table-roads = Routes
web-table-roads-what = Les routes entre communes voisines, d’où viennent les trajets.
web-table-distances = Trajets mesurés
web-table-distances-what = Les trajets connus, qui remplacent ceux déduits des routes.
web-table-slots = Créneaux
web-table-slots-what = Les jours de la semaine et les heures possibles.
web-table-venues = Salles
web-table-venues-what = Où, pour combien de participants, à quels créneaux.
web-table-trainers = Animateurs
web-table-trainers-what = Qui anime, d’où, à quels créneaux, à quel coût.
web-table-kits = Malles
web-table-kits-what = Les tablettes qui se déplacent avec les animateurs.
web-table-residents = Inscriptions
web-table-residents-what = Une ligne par habitant inscrit, sous un pseudonyme.
web-table-closures = Fermetures
web-table-closures-what = Les jours sans séance : vacances, salle occupée, congé.
web-grid-saved = Tout est enregistré.
web-grid-unsaved = Changements non enregistrés
web-grid-unsaved-kept = Changements non enregistrés dans le fichier. Ils sont gardés à part sur le disque, même si le programme s’arrête.
web-grid-unsaved-here = Changements non enregistrés. Ils ne sont gardés que tant que le programme tourne : le dossier du projet ne peut pas être écrit, ou un autre programme l’utilise.
web-grid-no-fault = Aucune erreur
web-grid-faults = { $faults ->
    [one] 1 erreur
   *[other] { $faults } erreurs
}
web-grid-warnings = { $warnings ->
    [one] 1 avertissement
   *[other] { $warnings } avertissements
}
web-grid-found = { $faults ->
    [0] Aucune erreur
    [one] 1 erreur
   *[other] { $faults } erreurs
}, { $warnings ->
    [0] aucun avertissement
    [one] 1 avertissement
   *[other] { $warnings } avertissements
}
web-grid-others = D’autres tableaux ont des changements non enregistrés : ce contrôle n’en tient pas encore compte.
web-grid-judging = Contrôle en cours…
web-grid-row = Ligne { $line }
web-grid-new-row = Nouvelle ligne ({ $number })
web-grid-column = Colonne « { $column } »
web-grid-whole = Tout le tableau
web-grid-key = Réglage « { $key } »
web-grid-scenario = Scénario
web-grid-fault-and-hint = { $message } – { $hint }
web-grid-line = Ligne
web-grid-tools = Modifier le tableau
web-grid-save = Enregistrer
web-grid-undo = Annuler
web-grid-redo = Rétablir
web-grid-add = Ajouter une ligne
web-grid-remove = Supprimer les lignes choisies
web-grid-find = Chercher dans le tableau
web-grid-find-next = Suivant
web-grid-not-found = « { $words } » ne se trouve pas dans ce tableau.
web-grid-copied = Copié
web-grid-kept = Enregistré dans { $files }. La version précédente est gardée à côté : { $copies }.
web-grid-required = Les colonnes marquées * se remplissent sur chaque ligne.
web-grid-slot-column = Une croix pour ce créneau, ou rien.
web-grid-unread-column = Cette colonne n’est pas lue ; elle reste dans le fichier telle quelle.
web-grid-new-column = Colonne facultative à ajouter
web-grid-add-column = Ajouter la colonne
web-grid-leave = Abandonner les changements
web-grid-leave-sure = Abandonner tout ce qui n’est pas enregistré dans ce tableau ?
web-grid-keys-title = Au clavier
web-grid-keys-short = Cliquez sur une cellule, puis écrivez. Entrée valide, Échap renonce.
web-grid-keys =
    Flèches, Début, Fin, Page précédente, Page suivante : changer de cellule ; avec Maj, choisir plusieurs cellules ; avec Ctrl, aller au bord.
    Entrée ou F2 : modifier ; écrire : remplacer ; Alt + Entrée : nouvelle ligne dans la cellule ; Tabulation : valider et passer à la cellule suivante.
    Ctrl + C, Ctrl + X, Ctrl + V : copier, couper et coller, aussi depuis un tableur. Suppr : vider les cellules choisies.
    Ctrl + Z : annuler ; Ctrl + Y : rétablir ; Ctrl + S : enregistrer ; Ctrl + Entrée : ajouter une ligne ; Ctrl + A : tout choisir.
web-grid-no-script = Sans JavaScript, le tableau peut être lu, mais pas modifié.
web-grid-seen = { $rows ->
    [0] Aucune ligne.
   *[other] Lignes { $first } à { $last } sur { $rows }.
}
web-grid-before = Lignes précédentes
web-grid-after = Lignes suivantes
web-grid-failed = Le programme ne répond pas, ou plus ainsi. Ce qui n’est pas repris dans le tableau n’a pas été fait. Rechargez la page.
web-grid-behind = Ce tableau a été modifié entre-temps dans une autre fenêtre. Rien n’a été écrasé : voici son état actuel. Votre dernière action n’a pas été faite ; refaites-la si elle vaut toujours.
web-grid-behind-lost = Ce tableau a été modifié entre-temps dans une autre fenêtre : voici son état actuel.
web-grid-behind-by = Ce tableau a été modifié entre-temps par { $who }. Rien n’a été écrasé : voici son état actuel. Votre dernière action n’a pas été faite ; refaites-la si elle vaut toujours.
web-grid-by-another = % a modifié ce tableau : voici son état actuel.
web-grid-made = { $count ->
    [0] Aucun changement non enregistré
    [one] 1 changement non enregistré
   *[other] { $count } changements non enregistrés
}
web-grid-did-cells = { $count ->
    [one] 1 cellule changée
   *[other] { $count } cellules changées
}
web-grid-did-add = { $count ->
    [one] 1 ligne ajoutée
   *[other] { $count } lignes ajoutées
}
web-grid-did-remove = { $count ->
    [one] 1 ligne retirée
   *[other] { $count } lignes retirées
}
web-grid-did-column = Colonne « { $column } » ajoutée
web-grid-outdated = Le fichier de ce tableau a été modifié ailleurs depuis qu’il est ouvert ici. Rien n’y a été écrasé.
web-grid-carry = Reprendre cette version et y reporter mes changements
web-grid-elsewhere = Là-bas : { $came ->
    [0] aucune ligne ajoutée
    [one] 1 ligne ajoutée
   *[other] { $came } lignes ajoutées
}, { $went ->
    [0] aucune supprimée
    [one] 1 supprimée
   *[other] { $went } supprimées
}, { $cells ->
    [0] aucune cellule modifiée
    [one] 1 cellule modifiée
   *[other] { $cells } cellules modifiées
}.
web-grid-elsewhere-cell = { $row }, { $column } : « { $was } » est devenu « { $now } »
web-grid-carried = Le tableau est maintenant celui du fichier, avec vos changements par-dessus. { $lost ->
    [0] Tous ont pu être reportés.
    [one] 1 changement n’a pas été reporté, car la même chose a été modifiée des deux côtés :
   *[other] { $lost } changements n’ont pas été reportés, car la même chose a été modifiée des deux côtés :
}
web-grid-lost-cell = { $row }, { $column } : vous aviez écrit « { $value } »
web-grid-lost-row = { $row } : modifiée d’un côté, supprimée de l’autre
web-grid-gone = Le scénario ne nomme plus ce tableau : il n’a pas été enregistré.
web-grid-too-many = Trop de tableaux ({ $most }) ont des changements non enregistrés : enregistrez-en ou abandonnez-en avant d’en ouvrir d’autres.
web-grid-read-only = Ce fichier ne peut pas être modifié ici.
web-grid-too-wide = Ce que vous collez est trop large : { $block ->
    [one] 1 colonne
   *[other] { $block } colonnes
}, pour { $left ->
    [one] 1 colonne
   *[other] { $left } colonnes
} à partir de cette cellule.
web-grid-too-long = Le tableau aurait plus de lignes que le programme n’en lit ({ $most }).
web-grid-no-such-column = Ce tableau a déjà la colonne « { $column } », ou ne peut pas l’avoir.
web-grid-nothing = Il n’y a rien à annuler ni à rétablir.

## Réglages : les clés du scénario

web-tab-settings = Réglages
web-settings-lead = Tout ce que le scénario règle, hors tableaux. Ce qui reste vide prend sa valeur par défaut.
web-settings-sections = Rubriques
web-settings-top = Scénario
web-settings-data = Tableaux
web-settings-horizon = Période
web-settings-cycle = Cycle
web-settings-travel = Déplacements
web-settings-hosts = Communes d’accueil
web-settings-costs = Coûts
web-settings-weights = Priorités
web-settings-letters = Lettres
web-settings-announced = Plan annoncé
web-settings-solver = Recherche du plan
web-settings-default = Par défaut : { $value }
web-settings-example = Vide par défaut ; par exemple : { $value }
web-settings-optional = Vide par défaut
web-settings-required = À remplir
web-settings-list = Plusieurs valeurs se séparent par des points-virgules.
web-settings-differs = diffère
web-settings-check = Vérifier
web-settings-faults = { $faults ->
    [0] Aucune erreur dans les réglages
    [one] 1 erreur dans les réglages
   *[other] { $faults } erreurs dans les réglages
}
web-settings-elsewhere = { $faults ->
    [one] 1 erreur dans les tableaux
   *[other] { $faults } erreurs dans les tableaux
}
web-settings-other = { $key } : { $message }
web-settings-saved = Enregistré. La version précédente est gardée à côté.
web-settings-nothing = Rien n’a changé : il n’y a rien à enregistrer.
web-settings-kept = Ce qui a été rempli le { $time } n’est pas encore enregistré : le formulaire le contient. Enregistrez-le ou abandonnez-le.
web-settings-leave = Abandonner ce qui n’est pas enregistré
web-settings-others = Remplis par quelqu’un d’autre, pas encore enregistrés ({ $by }) : { $keys }
web-settings-outdated = Le scénario a été modifié ailleurs depuis que cette page est ouverte. Enregistrez pour voir ce qui a changé : rien ne sera écrasé.
web-settings-carried = Le scénario a été modifié ailleurs entre-temps : rien n’a été enregistré. Voici cette version, avec ce que vous aviez rempli par-dessus. Vérifiez, puis enregistrez de nouveau.
web-settings-changed = { $key } : « { $was } » est devenu « { $now } »
web-unit-min = min
web-unit-eur = €
web-unit-d = jours
web-unit-s = secondes

## Documents : tout ce que reçoivent les mairies, les animateurs et les participants

web-tab-documents = Documents
web-documents-plan = Documents du plan du { $date } ({ $cycles ->
    [0] aucun cycle
    [one] 1 cycle
   *[other] { $cycles } cycles
}).
web-documents-no-plan = Il n’y a pas encore de plan : calculez-en un d’abord.
web-documents-none = Les documents n’ont pas encore été produits.
web-documents-contacts = Noms et adresses
web-documents-without = sans noms
web-documents-contacts-how = Pour les feuilles de présence et les lettres, mettez dans le dossier du projet un fichier contacts.csv ou contacts.xlsx avec les colonnes Identifiant, Nom, Adresse, Téléphone, Courriel.
web-documents-templates = Modèles des lettres et affiches
web-documents-templates-own = les vôtres : dossier
web-documents-templates-ours = ceux du programme
web-documents-previous = Calendriers déjà envoyés
web-documents-previous-announced = ceux du plan annoncé
web-documents-previous-none = aucun
web-documents-previous-folder = ceux du dossier
web-documents-previous-how = Les calendriers signalent ce qui a changé et ce qui est annulé depuis ceux qui ont été envoyés.
web-documents-stops = Arrêt en cours : rien ne sera écrit…
documents-no-templates = Ce dossier de modèles n’est plus dans le dossier du projet.
documents-no-previous = Ce dossier de calendriers n’est plus dans le dossier du projet.
web-documents-lang = Langue des documents
web-documents-make = Produire les documents
web-documents-full = Trop de projets attendent déjà leurs documents. Attendez qu’une production finisse, puis recommencez.
web-documents-waiting = Lecture du plan, ou attente d’un autre projet…
web-documents-progress = { $made ->
    [0] Aucun document produit
    [one] 1 document produit
   *[other] { $made } documents produits
} sur { $of }…
web-documents-stop = Interrompre
web-documents-made-all = Documents pour tous
web-documents-made-changed = Documents pour ceux que les changements concernent
web-documents-extent = Pour qui
web-documents-extent-all = tous
web-documents-extent-changed = ceux que les changements concernent
web-documents-current = Ils correspondent au dernier plan.
web-documents-old = Ils sont d’un plan plus ancien que le dernier : produisez-les de nouveau avant de les envoyer.
web-documents-no-plan-any-more = Le plan dont ils viennent n’est plus là.
web-documents-data-changed = Les données ont changé depuis ce plan.
web-documents-names = Certains portent des noms (de { $file }) : ne les envoyez qu’à ceux qui doivent les voir.
web-documents-no-names = Aucun ne porte le nom d’un habitant.
web-documents-all = { $documents ->
    [one] Tout télécharger (archive zip, 1 document)
   *[other] Tout télécharger (archive zip, { $documents } documents)
}
web-documents-archive = Tout télécharger (zip)
web-documents-look = Voir
web-documents-keep = Télécharger
web-documents-mairies = Mairies
web-documents-mairies-what = Calendrier à importer, affiche, classeur des séances et des inscrits de la commune.
web-documents-cycles = Cycles
web-documents-cycles-what = Feuilles de présence et lettres aux participants.
web-documents-trainers = Animateurs
web-documents-trainers-what = Calendrier à importer et feuille de route.
web-documents-report = Rapport
web-documents-report-what = Pour l’équipe et les élus : rapport, classeur du plan, estimation, cartes.
web-documents-systems = Autres logiciels
web-documents-systems-what = Fichiers à importer ailleurs : lieux de médiation numérique, agenda.
web-document-attendance = Feuille de présence
web-document-bill = Bordereau des changements
web-document-calendar = Calendrier
web-document-confirmations = Confirmations d’inscription
web-document-corrections = Lettres de changement
web-document-estimate = Note d’estimation
web-document-flows = Carte des trajets
web-document-mednum = Lieux de médiation numérique
web-document-plan-workbook = Classeur du plan
web-document-poster = Affiche
web-document-rdv = Agenda (RDV Service Public)
web-document-report = Rapport
web-document-road-book = Feuille de route
web-document-venues = Carte des lieux
web-document-workbook = Classeur
documents-no-contacts = Ce fichier de noms n’est plus dans le dossier du projet.
documents-nothing-announced = Aucun plan n’a été annoncé : il n’y a pas de changements à faire savoir.
documents-stopped = Interrompu : rien n’a été écrit.
documents-no-papers = Ce programme a été compilé sans les documents PDF : il ne peut pas produire de documents avec des noms.
## Ceux qui attendent, et ce qui peut être essayé

web-tab-waiting = En attente
waiting-title = En attente
waiting-nobody = Personne n’attend : tous les inscrits ont une place
waiting-old = Les données ont changé depuis le dernier plan : ce qui suit ne leur correspond plus forcément.
waiting-plan-again = Calculer de nouveau
waiting-no-plan = Il n’y a pas encore de plan : on ne sait pas qui attend.
waiting-plan-first = Calculer un plan
waiting-column-count = Habitants
waiting-column-reason = Raison principale
waiting-by-commune = Qui attend, par commune
waiting-of-commune = { $commune } : { $count ->
    [one] 1 habitant
   *[other] { $count } habitants
}
waiting-reason = { $reason } ({ $count })
waiting-map = Où l’on attend
waiting-map-how = Le nombre d’habitants qui attendent suit le nom de la commune ; la liste donne aussi les raisons.
waiting-try = Que faudrait-il pour les servir ?
waiting-try-else = Essayer autre chose
waiting-try-how = Chaque essai est calculé en quelques secondes à partir du plan d’aujourd’hui et comparé avec lui. Rien n’est changé dans vos données tant que vous ne le reprenez pas.
waiting-try-minutes = Des trajets plus longs
waiting-minutes = Minutes de plus
waiting-minutes-how = Aujourd’hui, { $minutes } min au plus pour les habitants qui n’indiquent rien d’autre.
waiting-try-room = Une salle de plus
waiting-room-how = Gratuite et ouverte à tous les créneaux, pour voir.
waiting-commune-of = Commune
waiting-commune = { $commune }{ $count ->
    [0] {""}
    [one] {" "}(1 en attente)
   *[other] {" "}({ $count } en attente)
}
waiting-seats = Places
waiting-try-slot = Un créneau de plus dans une salle
waiting-slot-how = La salle est ouverte à ce créneau aussi.
waiting-room = Salle
waiting-slot = Créneau
waiting-try-day = Une journée d’animateur de plus
waiting-day-how = Tous les créneaux de ce jour, et autant de séances de plus par semaine qu’il en assure en une journée.
waiting-trainer = Animateur
waiting-weekday = Jour
waiting-go = Essayer
waiting-new-room = Salle à trouver à { $commune }
waiting-tried-title = Ce qui a été essayé
waiting-tried-how = Sous chaque chiffre, la différence avec le plan dont l’essai est parti.
waiting-column-what = Essai
waiting-column-do = Que faire ?
waiting-today = Aujourd’hui
waiting-tried-minutes = { $minutes } min de trajet de plus
waiting-tried-room = Une salle de { $seats } { $seats ->
    [one] place
   *[other] places
} à { $commune }
waiting-tried-slot = { $room } : ouverte aussi { $slot }
waiting-tried-day = { $trainer } : { $day } de plus
waiting-over = L’essai est calculé : { $what }
waiting-take = Reprendre
waiting-take-how = « Reprendre » écrit l’essai dans vos données, avec une copie de ce qui y était ; les autres essais sont oubliés. Il reste à calculer de nouveau le plan. Pour une salle à trouver, corrigez ensuite son nom, son coût et ses créneaux.
waiting-forget = Oublier
waiting-refused = { $why }
waiting-no-amount = Le nombre n’a pas été compris. Revenez en arrière et donnez un nombre positif.
waiting-gone = Cette salle, ce créneau, cet animateur ou cet essai n’existe plus. Rechargez la page.
waiting-already = Cette salle est déjà ouverte à ce créneau : il n’y a rien à essayer.
waiting-unwritable = Le tableau ne permet pas ce changement (fichier en lecture seule, ou colonne qui manque). Faites-le dans le tableau lui-même.
waiting-loose = L’écart du plan d’aujourd’hui est encore grand ou inconnu : une nouvelle recherche suffirait sans doute à l’améliorer. Une partie des différences ne vient donc pas des essais.
waiting-plan-longer = Chercher d’abord plus longtemps

## La vie du plan annoncé

web-tab-life = Vie du plan
life-title = Vie du plan
life-now = Où en est-on ?
life-no-plan = Il n’y a pas encore de plan.
life-nothing-announced = Rien n’a été annoncé : tout peut encore changer sans rien coûter.
life-today = Le plan peut changer à partir du
life-set-today = Changer ce jour
life-today-how = Les séances d’avant ce jour ont eu lieu et ne changent plus.
life-today-set = Ce jour est inscrit dans le scénario.
life-happened = Que s’est-il passé ?
life-happened-how = Vous voyez d’abord ce que le plan devient et ce que cela coûte ; rien n’est écrit avant que vous acceptiez.
life-withdraw = Désistements
life-residents = Identifiants des habitants, séparés par des espaces
life-absent = Animateur absent
life-closed = Salle perdue
life-from = Premier jour
life-until = Dernier jour
life-late = Inscriptions tardives
life-late-how = Un tableau ou un classeur comme celui des inscriptions ; seuls les nouveaux habitants y sont.
life-late-file = Fichier (CSV, .xlsx, .xlsm ou .ods)
life-look = Voir ce que cela change
life-nobody = Donnez l’identifiant d’un habitant au moins.
life-no-days = Un jour manque ou n’existe pas : écrivez-le comme 2027-02-15.
life-no-file = Ce fichier n’est ni un tableau (CSV) ni un classeur (.xlsx, .xlsm ou .ods).
life-proposal = Ce que cela change
life-price = Prix
life-legal = Le plan respecte toutes les règles.
life-tables-only = Il n’y a pas de plan à changer : seules les données changent.
life-broken = Le plan ne respecte plus toutes les règles. Ce qui s’est passé est inscrit quand même ; calculez ensuite de nouveau.
life-accept = Accepter et enregistrer
life-drop = Abandonner
life-kept = C’est enregistré. Calculez de nouveau si d’autres peuvent prendre les places libres ou si une règle n’est plus respectée.
life-nothing = Il n’y a plus rien à accepter : cela a été accepté ou abandonné ailleurs. Revenez en arrière et rechargez la page.
life-changed = Les données ou le plan ont changé depuis ce que vous avez vu. Revenez en arrière, rechargez la page et regardez de nouveau.
life-old = déjà enfreinte avant
life-broken-before = Le plan n’enfreint pas d’autre règle que celles qu’il enfreint déjà.
life-refused = Le plan enfreindrait une règle qu’il respecte aujourd’hui : cela ne peut pas être enregistré. Choisissez autrement, ou abandonnez.
life-decide = Changer un cycle à la main
life-decide-how = Choisissez un cycle, puis ce que vous décidez. Vous voyez d’abord le prix et les règles ; ce qui enfreindrait une règle de plus n’est pas enregistré. Pour le déplacer avec la souris, ou dans une autre salle : page « Le plan ».
life-cycle = Cycle
life-cycle-choose = Choisir ce cycle
life-cycle-of = { $commune } – { $room } : { $weekday } { $time }, { $dates } ({ $cycle })
life-cycle-none = Aucun cycle du dernier plan n’a de séance à venir.
life-cycle-gone = Ce cycle n’est plus dans le dernier plan, ou n’a plus de séance à venir : choisissez-en un autre.
life-stand-in = Remplacer l’animateur à une séance
life-stand-in-who = Qui, et à quelle séance
life-stand-in-none = Aucun autre animateur n’est libre aux séances à venir.
life-postpone = Reporter une séance
life-session = Séance à reporter, et son nouveau jour
life-postpone-to = du { $date } au { $later }
life-postpone-none = Il ne reste pas de jour libre pour reporter une séance.
life-other-trainer = Changer d’animateur pour toutes les séances à venir
life-other-trainer-who = Animateurs libres à toutes ces séances
life-other-trainer-none = Aucun autre animateur n’est libre à toutes les séances à venir.
life-move = Changer de jour, d’heure ou de début
life-move-slot = Créneau
life-move-other = { $time }
life-move-same = { $time } (inchangé)
life-move-from = Pas avant le (facultatif ; sinon dès que possible)
life-join = Faire entrer un habitant qui attend
life-join-who = Ceux à qui ce cycle convient, du plus proche au plus lointain
life-join-none = Il n’y a plus de place, ou aucun habitant qui attend à qui ce cycle convient.
life-joiner = { $residents } – { $commune }, { $minutes } min de trajet
life-leave = Retirer un habitant de ce cycle
life-leave-who = Participants
life-member = { $residents } – { $commune }
life-close = Fermer ce cycle
life-close-how = Aucune de ses séances n’a lieu ; ses participants perdent leur place et sont à prévenir.
life-break-off = Interrompre ce cycle
life-break-off-how = Les séances tenues restent ; celles à venir n’ont pas lieu, et ses participants sont à prévenir.
life-no-choice = Rien n’a été choisi. Revenez en arrière et choisissez dans les listes.
life-not-announced = Le cycle { $cycle } n’a pas été annoncé : ses séances ne sont ni remplacées ni reportées une à une. Changez d’animateur pour toutes, ou changez de jour.
life-plan-again = Calculer de nouveau le plan
life-bill = Ce que le dernier plan change à ce qui a été annoncé
life-whom = Qui prévenir
life-nobody-to-tell = Personne n’est à prévenir : le plan est celui qui a été annoncé.
life-who = Qui
life-before = Avant
life-after = Après
life-why = Raison
life-announce = Annoncer
life-announce-how = Le dernier plan devient ce qui a été dit aux mairies, aux animateurs et aux habitants. Il est copié dans le dossier « announced », et chaque changement a ensuite son prix.
life-day = Jour de l’annonce
life-announce-now = Annoncer le dernier plan
life-told = Le plan est annoncé.
life-told-only = Le plan est annoncé et copié, mais le scénario ne peut pas être écrit : inscrivez-y « announced.plan » et « announced.today ».
life-illegal = Ce plan ne respecte pas toutes les règles : il n’est pas annoncé. Calculez de nouveau, ou corrigez-le.
life-history = Ce qui a été annoncé
life-unsound = Avec les données d’aujourd’hui, le dernier plan ne respecte plus toutes les règles ({ $count ->
    [one] 1 manquement
   *[other] { $count } manquements
}).
life-unreadable = Le dernier plan ne peut pas être lu avec les données d’aujourd’hui.
life-mairie = Mairie
life-trainer = Animateur { $trainer }
## Le plan : calendrier, cycles, habitants, modifiés à la main

web-tab-board = Le plan
web-board-title = Le plan
web-board-none = Il n’y a pas encore de plan dans ce projet. Calculez-en un d’abord, à la page « Planifier ».
web-board-back = Retour au plan
web-board-full = Trop de plans sont ouverts avec des modifications non enregistrées. Enregistrez ou abandonnez celles d’un autre plan, puis revenez ici.
web-board-wrong = { $why }
web-board-outdated = Rien n’a été fait : ce plan a été modifié entre-temps dans un autre onglet. Le voici tel qu’il est ; refaites votre geste s’il convient encore.
web-board-outdated-by = Rien n’a été fait : ce plan a été modifié entre-temps par { $who }. Le voici tel qu’il est ; refaites votre geste s’il convient encore.
web-board-news-by = { $who } a modifié ce plan.
web-board-news-by-what = { $who } a modifié ce plan : { $what }.
web-board-did-move = Cycle { $cycle } déplacé ({ $more })
web-board-did-change = Cycle { $cycle } modifié
web-board-did-join = { $more } rejoint le cycle { $cycle }
web-board-did-leave = { $more } passe en liste d’attente
web-board-did-replace = Une partie du plan calculée de nouveau
web-board-steps = { $count ->
    [one] 1 geste non enregistré
   *[other] { $count } gestes non enregistrés
}
web-board-news-tab = Ce plan a été modifié dans un autre onglet. Rechargez la page pour le voir tel qu’il est.
web-board-show-now = Montrer le plan tel qu’il est
web-board-news-data = Le scénario ou un tableau a changé depuis que ce plan est ouvert : il ne peut plus être enregistré ainsi. Refaites vos gestes avec les nouvelles données, ou abandonnez-les.
web-board-again = Rouvrir ce plan avec les nouvelles données et refaire ces gestes
web-board-news-plan = Le fichier de ce plan a changé depuis qu’il est ouvert ici. Enregistrez vos modifications sous un autre nom, ou abandonnez-les pour le rouvrir.

web-board-ways = Manières de voir le plan
web-board-week = Calendrier
web-board-cycles = Cycles
web-board-people = Habitants
web-board-map = Carte
web-board-plan = Plan
web-board-show = Afficher
web-board-undo = Annuler
web-board-redo = Rétablir

web-board-week-title = Semaine du { $date }
web-board-week-of = { $date } ({ $sessions ->
    [0] aucune séance
    [one] { $sessions } séance
   *[other] { $sessions } séances
})
web-board-week-before = Semaine précédente
web-board-week-after = Semaine suivante
web-board-week-choice = Semaine
web-board-rows = Par
web-board-trainers = Animateurs
web-board-venues = Salles
web-board-all-venues = Toutes les salles
web-board-used-venues = Salles utilisées
web-board-day = { $weekday } { $day } { $month }
web-board-how = Glissez un cycle ou un habitant là où il doit aller ; au clavier ou au doigt, c’est aussi possible.
web-board-how-all = Glissez un cycle vers une autre case, ou un habitant vers un autre cycle ou vers la liste d’attente ; sur un écran tactile, appuyez d’abord longuement. Au clavier : Espace pour saisir, les flèches pour choisir, Entrée pour poser, Échap pour renoncer, Page suivante et Page précédente pour changer de semaine. Entrée sur un cycle ouvre sa fiche.
web-board-number = { $number }/{ $of }
web-board-session = séance
web-board-seats = { $participants ->
    [0] personne
    [one] { $participants } participant
   *[other] { $participants } participants
}, { $places ->
    [0] complet
    [one] { $places } place libre
   *[other] { $places } places libres
}
web-board-seats-briefly = { $participants ->
    [0] personne
   *[other] { $participants } pers.
}, { $places ->
    [0] complet
    [one] { $places } libre
   *[other] { $places } libres
}
web-board-broken-off = interrompu
web-board-would-break = ✕ { $rule } ({ $price })

web-board-cycle = Cycle
web-board-first = Première séance
web-board-commune = Commune
web-board-all-communes = Toutes les communes
web-board-resident = Habitant
web-board-with = Avec
web-board-waits = en attente
web-board-companions = { $companions ->
    [0] {""}
    [one] + { $companions } personne
   *[other] + { $companions } personnes
}
web-board-more = { $more ->
    [0] {""}
    [one] Et { $more } autre personne.
   *[other] Et { $more } autres personnes.
}
web-board-waiting = Liste d’attente : { $waiting ->
    [0] personne
    [one] { $waiting } habitant
   *[other] { $waiting } habitants
}
web-board-waiting-list = Liste d’attente

web-board-fact-time = Jour et heure
web-board-fact-dates = Séances
web-board-fact-venue = Salle
web-board-fact-trainer = Animateur
web-board-fact-track = Parcours
web-board-fact-seats = Places
web-board-costs = Ce que coûte ce cycle
web-board-attend = Participants
web-board-person = { $commune }, { $minutes } min{ $companions ->
    [0] {""}
    [one] , avec { $companions } autre
   *[other] , avec { $companions } autres
}
web-board-why-title = Pourquoi ici ?
web-board-why-show = Voir où ce cycle peut aller
web-board-why-fixed = Ce cycle est terminé ou interrompu : il ne peut plus être déplacé.
web-board-why = { $legal ->
    [0] Aucune autre place ne respecte les règles.
    [one] Il y a { $legal } autre place qui respecte les règles
   *[other] Il y a { $legal } autres places qui respectent les règles
}{ $legal ->
    [0] {""}
   *[other] { $cheaper ->
        [0] , et aucune n’est moins chère que celle-ci. Les meilleures :
        [one] , dont { $cheaper } moins chère que celle-ci. Les meilleures :
       *[other] , dont { $cheaper } moins chères que celle-ci. Les meilleures :
    }
}
web-board-elsewhere = { $time }, à partir du { $date } – { $commune }, { $venue } – { $trainer }
web-board-seats-for = Où peut aller l’habitant { $resident } ?

web-board-verdict = Verdict et prix
web-board-new = nouveau
web-board-old = déjà là à l’ouverture
web-board-decisions = Ce que ces gestes décident (écrit dans le scénario à l’enregistrement)
web-board-decided-release = { $entry } : n’est plus tenu par l’annonce (release)
web-board-decided-keep = { $entry } : reste tel qu’annoncé (keep)
web-board-decided-hit = { $entry } : ne peut pas avoir lieu comme annoncé (hit)
web-board-undecided-release = { $entry } : est de nouveau tenu par l’annonce (release retiré)
web-board-undecided-keep = { $entry } : peut changer de nouveau (keep retiré)
web-board-undecided-hit = { $entry } : peut de nouveau avoir lieu comme annoncé (hit retiré)
web-board-unsaved = Des modifications ne sont pas enregistrées. Elles sont gardées à part sur le disque, même si le programme s’arrête.
web-board-unsaved-here = Des modifications ne sont pas enregistrées. Elles ne sont gardées que tant que le programme tourne : le dossier du projet ne peut pas être écrit, ou un autre programme l’utilise.
web-board-all-saved = Rien à enregistrer.
web-board-may-not-be-saved = Ce plan enfreint des règles qu’il respectait à l’ouverture : il ne peut pas être enregistré ainsi.
web-board-save-name = Enregistrer comme plan à part, dans le dossier
web-board-save = Enregistrer
web-board-leave = Abandonner les modifications
web-board-own-name = plan à la main { $number }
web-board-no-name = Donnez un nom au dossier du plan.
web-board-saved = Plan enregistré dans le dossier « { $folder } ». L’ancien plan est resté tel quel.
web-board-save-broken = Le plan n’a pas été enregistré : il enfreint des règles qu’il respectait à l’ouverture ({ $rules }).
web-board-save-changed = Le plan n’a pas été enregistré : le scénario ou un tableau a changé depuis qu’il est ouvert. Abandonnez les modifications pour le rouvrir avec les nouvelles données.
web-board-left-as-it-is = Modifications abandonnées : voici le plan tel qu’il est enregistré.
web-board-price = Prix par terme
web-board-amount = Montant
web-board-by-step = Dernier geste
web-board-since-opened = Tous les gestes

web-board-moved = Cycle { $cycle } : { $time }, à partir du { $date }, { $place }, { $trainer }.
web-board-goes-on = Le cycle annoncé { $from } prend fin et continue sous l’identifiant { $cycle }.
web-board-joined = L’habitant { $resident } rejoint le cycle { $cycle }.
web-board-left = L’habitant { $resident } rejoint la liste d’attente.
web-board-comes = Objectif : { $price }. { $broken ->
    [0] Toutes les règles respectées à l’ouverture le sont encore.
    [one] { $broken } manquement nouveau : voyez le verdict.
   *[other] { $broken } manquements nouveaux : voyez le verdict.
}
web-board-undone = Dernier geste annulé.
web-board-nothing-undone = Il n’y a rien à annuler.
web-board-redone = Geste rétabli.
web-board-nothing-redone = Il n’y a rien à rétablir.
web-board-say-held = Cycle % saisi. Choisissez une case, Entrée pour poser, Échap pour renoncer.
web-board-say-person = Habitant % saisi. Choisissez un cycle ou la liste d’attente, Entrée pour poser, Échap pour renoncer.
web-board-say-given-up = Rien n’a changé.
web-board-say-nowhere = Pas de place ici : rien n’a changé.

## Le plan : une partie recalculée autour d’ici

web-around-title = Améliorer autour d’ici
web-around-how = Ce qui est proche est recalculé pendant quelques secondes ; tout le reste garde sa place. Rien n’est enregistré : vous voyez d’abord ce qui changerait.
web-around-where = Autour de
web-around-for = Pendant
web-around-start = Améliorer
web-around-communes = Communes
web-around-cycle = cycle { $cycle }, { $commune }
web-around-works = Recherche en cours autour de : { $where }.
web-around-scope = { $cycles ->
    [0] Aucun cycle ne peut changer
    [one] { $cycles } cycle peut changer
   *[other] { $cycles } cycles peuvent changer
}, { $waiting ->
    [0] et personne n’attend à portée.
    [one] et { $waiting } habitant attend à portée.
   *[other] et { $waiting } habitants attendent à portée.
}
web-around-time = { $time } sur { $limit }.
web-around-none-yet = Rien de mieux jusqu’ici.
web-around-so-far = Jusqu’ici, l’objectif change de { $price }.
web-around-stop = Arrêter et garder le meilleur
web-around-stopping = Arrêt demandé.
web-around-found = Un meilleur plan est trouvé autour de : { $where }. Objectif : { $price }.
web-around-mended = Un plan qui respecte toutes les règles est trouvé autour de : { $where }. Objectif : { $price }.
web-around-best = Sans toucher au reste, on ne peut pas faire mieux : c’est prouvé.
web-around-nothing = Rien de mieux n’est trouvé autour de : { $where }. Le plan reste tel qu’il est.
web-around-not-mended = Aucun plan qui respecte toutes les règles n’est trouvé autour de : { $where }. Le plan reste tel qu’il est.
web-around-nothing-better = Sans toucher au reste, il n’y a pas mieux : c’est prouvé.
web-around-gone = Ce cycle, cet animateur ou cette commune n’existe plus : rien n’a été cherché.
web-around-fixed = Rien ne peut changer autour d’ici : les cycles proches sont tenus par l’annonce, ou il n’y en a pas, et personne n’attend à portée.
web-around-not-begun = La recherche a été retirée avant de commencer.
web-around-our-fault = La recherche n’a pas donné de plan valable : rien n’a changé.
web-around-outdated = Ce plan a changé depuis le début de cette recherche. Reprendre le résultat remplace aussi ces changements ; « Annuler » y ramène.
web-around-opened = ouvert : { $after } ({ $now ->
    [one] { $now } participant
   *[other] { $now } participants
})
web-around-closed = fermé : { $before } ({ $was ->
    [one] { $was } participant
   *[other] { $was } participants
})
web-around-moved = déplacé : { $after }, au lieu de : { $before } ({ $was ->
    [one] { $was } participant
   *[other] { $was } participants
}, puis { $now })
web-around-people = reste à sa place : { $now ->
    [one] { $now } participant
   *[other] { $now } participants
} ({ $come ->
    [0] personne n’arrive
    [one] { $come } arrive
   *[other] { $come } arrivent
}, { $leave ->
    [0] personne ne part
    [one] { $leave } part
   *[other] { $leave } partent
})
web-around-served = { $count ->
    [one] { $count } habitant servi de plus
   *[other] { $count } habitants servis de plus
} : { $names }
web-around-lost = { $count ->
    [one] { $count } habitant rejoint la liste d’attente
   *[other] { $count } habitants rejoignent la liste d’attente
} : { $names }
web-around-elsewhere = { $count ->
    [one] { $count } habitant change de cycle
   *[other] { $count } habitants changent de cycle
} : { $names }
web-around-take = Reprendre dans le plan
web-around-take-anyway = Reprendre quand même
web-around-leave = Ne pas reprendre
web-around-taken = Le résultat est repris dans le plan, comme un seul geste. Objectif : { $price }.
web-around-left = Le résultat est écarté : rien n’a changé.
web-around-no-result = Ce résultat n’est plus là : il a déjà été repris ou écarté.

## Le plan : jours fermés et malles

web-board-closed = Fermé : { $reason }
web-board-closed-plain = Fermé
web-board-closed-commune = Commune fermée : { $reason }
web-board-closed-commune-plain = Commune fermée
web-board-closed-venue = Salle fermée : { $reason }
web-board-closed-venue-plain = Salle fermée
web-board-away = Absent : { $reason }
web-board-away-plain = Absent
web-board-available-from = Disponible à partir du { $date }
web-board-available-until = Disponible jusqu’au { $date }
web-board-outside = Hors de la période du plan
web-board-kit = malle { $kit }
web-board-no-kit = ✕ sans malle
web-board-fact-kits = Malles
web-board-fact-tablets = Tablettes
web-board-tablets = { $brought ->
    [0] aucune à apporter
    [one] { $brought } à apporter
   *[other] { $brought } à apporter
}{ $there ->
    [0] {""}
    [one] , { $there } dans la salle
   *[other] , { $there } dans la salle
}
web-board-kit-on = { $kit } ({ $dates })

## Comparer : plans et variantes côte à côte, petits lots

web-tab-compare = Comparer
web-compare-title = Comparer
web-compare-choose = Quels plans comparer ?
web-compare-column-shown = Plan
web-compare-column-base = Référence
web-compare-variants-of = Variantes –
web-compare-own = plan dans le dossier du projet
web-compare-announced = plan annoncé le { $date } (annonce nº { $number })
web-compare-amended = plan modifié depuis l’annonce nº { $number }
web-compare-variant = lot { $number } : { $variant }
web-compare-go = Comparer
web-compare-no-plan = Ce projet n’a pas encore de plan à comparer. Faites-en un sur la page Planifier, ou lancez un lot ci-dessous.
web-compare-one-plan = Ce projet n’a qu’un plan. Enregistrez-en un autre (page Le plan) ou lancez un lot ci-dessous pour avoir de quoi comparer.
web-compare-too-few = Cochez au moins deux plans.
web-compare-most = Trop de plans sont cochés : { $most } au plus.
web-compare-beside = Côte à côte
web-compare-column-figure = Indicateur
web-compare-beside-how = Sous chaque chiffre : la différence avec la référence.
web-compare-of-other-data = { $plan } a été fait d’après d’autres données que celles d’aujourd’hui : il est jugé d’après celles d’aujourd’hui, et sa borne n’est pas reprise.
web-compare-changes-title = Ce qui change
web-compare-changes = De « { $before } » à « { $after } »
web-compare-batch-title = Essayer plusieurs valeurs
web-compare-batch-how = Un lot planifie le scénario tel qu’il est, puis chaque combinaison des valeurs données, et les compare. Rien n’est planifié avant que vous ayez vu la durée. Ni les données ni les plans du projet ne changent.
web-compare-batch-most = Combinaisons : { $most } au plus.
web-compare-axis-trainers = Nombre d’animateurs
web-compare-how-trainers = les premiers du tableau ; par exemple 2, 3, 4
web-compare-column-trainers = animateurs
web-compare-axis-kits = Nombre de malles
web-compare-how-kits = les premières du tableau ; par exemple 1, 2
web-compare-column-kits = malles
web-compare-axis-minutes = Plus long trajet, en minutes
web-compare-how-minutes = par exemple 10, 15, 20
web-compare-column-minutes = minutes
web-compare-axis-smallest = Plus petit groupe
web-compare-how-smallest = par exemple 4, 5, 6
web-compare-column-smallest = groupe-min
web-compare-axis-largest = Plus grand groupe
web-compare-how-largest = par exemple 8, 10
web-compare-column-largest = groupe-max
web-compare-repeated = Chercher chaque variante trois fois : les différences au-delà du hasard se voient, et le lot dure trois fois plus
web-compare-make = Préparer le lot et estimer sa durée
web-compare-refused = Le lot n’a pas été préparé : { $why }
web-compare-no-axis = donnez des valeurs pour au moins une ligne.
web-compare-no-list = « { $axis } » attend des nombres entiers, 20 au plus, par exemple 2, 3, 4.
web-compare-too-many = ces valeurs donnent trop de combinaisons : { $number }, pour { $most } au plus.
web-compare-batch = Lot { $number }
web-compare-estimates = La durée est estimée par quelques courtes recherches.
web-compare-ready = { $variants ->
    [one] 1 variante à planifier
   *[other] { $variants } variantes à planifier
}, environ { $time } { $basis }.
web-compare-basis-sample = d’après quelques courtes recherches sur cette machine
web-compare-basis-limits = au plus, selon les limites de temps du scénario
web-compare-basis-finished = d’après les variantes finies
web-compare-not-begun = Préparé, pas encore lancé.
web-compare-runs = Variantes planifiées : { $over } sur { $of }.
web-compare-left = Reste environ { $time }.
web-compare-compares = Toutes les variantes sont planifiées : elles sont comparées.
web-compare-planned = Variantes qui ont un plan : { $finished } sur { $variants }.
web-compare-interrupted = Le lot a été arrêté : il peut reprendre.
web-compare-memory = Le lot s’est arrêté faute de mémoire : il peut reprendre.
web-compare-at-work = Un autre programme planifie ce lot en ce moment.
web-compare-begin = Lancer le lot
web-compare-go-on = Reprendre le lot
web-compare-stop = Arrêter
web-compare-discard = Retirer ce lot
web-compare-report = Voir le rapport
web-compare-files = Télécharger les tableaux

## Ce qui n’est pas enregistré, et qui l’a fait

draft-by = { $who }, { $time }
draft-at = { $time }
draft-taken-up = Le programme s’est arrêté entre-temps : les modifications non enregistrées, dont la dernière du { $time }, ont été reprises. Enregistrez-les ou abandonnez-les.
draft-taken-up-by = Le programme s’est arrêté entre-temps : les modifications non enregistrées de { $who }, dont la dernière du { $time }, ont été reprises. Enregistrez-les ou abandonnez-les.
draft-again = Le plan est rouvert avec les données actuelles ; les gestes non enregistrés y ont été refaits.
draft-carried = Les fichiers ont changé entre-temps : elles ont été refaites avec leur contenu actuel. Vérifiez-les avant d’enregistrer.
draft-lost = { $count ->
    [one] 1 modification n’a pas pu être reprise.
   *[other] { $count } modifications n’ont pas pu être reprises.
}

web-project-saved = Derniers enregistrements
saved-files = { $name } enregistré
saved-plan = Plan enregistré dans « { $name } »
saved-happened = Plan modifié et enregistré
saved-announced = Plan annoncé
saved-trial = Essai repris dans les données
