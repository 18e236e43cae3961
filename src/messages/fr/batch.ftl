### Des lots de variantes.

command-batch = Planifier de nombreuses variantes d’un scénario et présenter leurs résultats dans un tableau
arg-batch-file = Fichier de lot (TOML) : un scénario de base et ce qui varie
arg-batch-out = Dossier où écrire ; ce qui y est fini est gardé, si bien qu’un lot reprend où il s’est arrêté
arg-batch-jobs = Variantes à la fois ; 0 : autant que de cœurs. Ne change pas les plans limités par l’écart ou le travail [par défaut : 0]
arg-batch-memory-limit = S’arrêter avant que le programme occupe plus que ce nombre de Gio ; ce qui est fini est gardé [par défaut : 85 % de ce que la machine, son conteneur ou sa tâche permettent]
arg-batch-shard = Ne traiter qu’une de N parts, par exemple 3/10 ; --merge les réunit
arg-batch-merge = Ne rien planifier : réunir les résultats de toutes les parts
arg-batch-from = Dossiers de parts traitées ailleurs, d’où prendre les variantes finies
arg-batch-dry-run = Ne rien planifier : énumérer les variantes et estimer la durée
arg-batch-until-decided = Quand toutes les variantes ont leur plan, chercher encore là où la différence avec la référence est trop faible pour trancher et peut changer ce que rien ne bat ; s’arrêter quand rien n’est plus ouvert, ou à `most_seeds` recherches chacune
arg-batch-further-work = Travail au plus pour ces recherches de plus, une quantité que ni la machine ni sa charge ne changent [par défaut : sans limite]
arg-batch-further-time = Secondes au plus pour ces recherches de plus ; une recherche commencée est finie [par défaut : sans limite]
examples-batch =
    Exemples :
      ateliers batch lot.toml --dry-run
      ateliers batch lot.toml --out out
      ateliers batch lot.toml --out out --until-decided
      ateliers batch lot.toml --out out --shard 3/10
      ateliers batch lot.toml --out out --merge

    Un fichier de lot, dont `ateliers schema batch` énumère les clés :
      scenario = "scenario.toml"
      search = {"{"} effort = "quick", seeds = 3 {"}"}

      {"[[axis]]"}
      name = "animateurs"
      first = "trainers"
      values = [2, 3, 4]

      {"[[axis]]"}
      name = "rayon"
      key = "travel.max_travel_min"
      values = [10, 15, 20]

    Ctrl-C arrête le lot ; relancé, il reprend.
expects-shard =
    {""}
    {"  "}conseil : quelle part sur combien, par exemple `3/10`
expects-jobs =
    {""}
    {"  "}conseil : un nombre entier jusqu’à 1024, par exemple `2` ; `0` : autant que de cœurs
expects-further-work =
    {""}
    {"  "}conseil : un nombre entier positif ou nul, par exemple `1000000`
expects-further-time =
    {""}
    {"  "}conseil : un nombre de secondes, positif ou nul, par exemple `600`
batch-finished = finie
batch-dry-run = { $variants ->
    [one] 1 variante
   *[other] { $variants } variantes
}, { $left } à planifier ; { $jobs ->
    [one] une à la fois
   *[other] { $jobs } à la fois
}, environ { $time }{ $basis }.
batch-estimate-sample = , d’après { $time } de recherche de quelques-unes sur cette machine, chargée comme elle l’est
batch-estimate-finished = , d’après ce qu’ont pris celles qui sont finies
batch-estimate-limit =  au plus, selon les limites de temps
batch-progress = { $failed ->
    [0] {""}
   *[other] { $failed } en échec · {""}
}{ $running } · reste : { $left }
batch-outdated = { $variant } a été planifiée d’après d’autres données, d’autres réglages ou par une autre version : elle est planifiée à nouveau
batch-damaged = { $variant } : { $file } manque ou est abîmé : elle est planifiée à nouveau
batch-failed = { $variant } n’a pas de plan : { $fault }. C’est un défaut du programme ; merci de le signaler avec le dossier de la variante
batch-unwritable = { $variant } ne peut pas être écrite : { $fault }
batch-cause-input = son scénario ne peut plus être lu
batch-cause-illegal = le contrôle refuse son plan ({ $rules })
batch-cause-bound = la borne { $bound } dépasse l’objectif { $objective } d’un plan
batch-cause-panic = le programme s’est arrêté net
batch-waits = En attente d’une autre part du lot, qui planifie la référence
batch-further = Tour { $round } : { $variants ->
    [one] 1 variante est cherchée plus longtemps
   *[other] { $variants } variantes sont cherchées plus longtemps
}
batch-settled = Tranché : aucune différence ouverte avec la référence ne peut changer ce que rien ne bat.
batch-not-settled = { $open ->
    [one] 1 différence qui peut changer ce que rien ne bat reste trop faible pour trancher
   *[other] { $open } différences qui peuvent changer ce que rien ne bat restent trop faibles pour trancher
} : { $why }
batch-out-of-searches = ces variantes ont toutes les recherches que permet `most_seeds`
batch-out-of-work = le travail accordé aux recherches de plus est fait
batch-out-of-time = le temps est écoulé
batch-cut-short = le dernier tour a été interrompu
column-searches = Recherches de la variante, chacune avec sa graine ; son plan est le meilleur trouvé
column-objective_low = Objectif sur ces recherches : le plus petit
column-objective_median = Objectif sur ces recherches : la médiane
column-objective_high = Objectif sur ces recherches : le plus grand
batch-at-work = un autre lot est en cours dans `{ $folder }` : attendez qu’il soit fini, ou écrivez dans un autre dossier
batch-interrupted = Interrompu. Relancez pour reprendre.
batch-ran = { $run ->
    [one] 1 variante planifiée
   *[other] { $run } variantes planifiées
}, { $before } déjà finies, en { $time } : { $pace } par minute, { $outside } du temps hors du solveur
batch-shard-done = La part { $rank } sur { $of } est traitée. Quand toutes le sont : --merge
batch-done = Variantes qui ont un plan : { $finished } sur { $variants }{ $failed ->
    [0] {""}
   *[other] , { $failed } en échec
}{ $missing ->
    [0] {""}
   *[other] , { $missing } non planifiées
}{ $nobody ->
    [0] {""}
    [one] ; 1 plan ne sert personne
   *[other] ; { $nobody } plans ne servent personne
}. Résultats dans { $folder }
batch-memory-short = Arrêté avant de dépasser la limite de mémoire de { $limit } Gio. Relancez avec moins de variantes à la fois (--jobs) ou une limite --memory-limit plus haute pour reprendre.
batch-missing = Non planifiées : { $names }
batch-without-parquet = Ce programme a été compilé sans le format Parquet : un fichier results.parquet présent vient d’une exécution précédente.
duration-s = { $amount } s
duration-min = { $amount } min
duration-h = { $amount } h
axis-key = la clé { $key } du scénario
axis-first = premières lignes gardées de { $table }
axis-multiplied = combien de fois chacun s’inscrit
axis-seed = graine des inscriptions inventées
column-variant = La variante : son dossier sous variants
column-groups = Groupes du lot auxquels elle appartient
column-axis = Axe du lot : { $subject }
column-failure = Pourquoi il n’y a pas de plan, s’il n’y en a pas
manifest-unreadable = { $file } n’a pas été écrit par un lot : { $cause }. Relancez le lot : les variantes finies sont gardées
