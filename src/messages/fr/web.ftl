### Ce que disent les pages du navigateur (`ateliers serve`).

## Ce que toutes les pages ont

web-skip = Aller au contenu
web-nav = Pages du projet
web-footer = Tout reste sur cet ordinateur : ces pages n’envoient rien ailleurs.
web-tab-overview = Vue d’ensemble

## Entrée et refus

web-welcome = Bienvenue
web-welcome-on = Ouvrir mes projets
web-fault-title = Cela n’a pas marché
web-fault-back = Retour aux projets
web-fault-code = Code
web-fault-stranger = Ce navigateur n’a pas encore le droit d’entrer, ou le programme a été relancé depuis. Ouvrez l’adresse complète que le programme a affichée au démarrage, avec ce qui suit « token= ».
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
}, objectif { $objective }, écart { $gap }
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
