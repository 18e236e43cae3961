### Erreurs et avertissements sur les données : un message par code et, avec `-why`, son explication.

diagnostic-error = erreur[{ $code }] : { $message }
diagnostic-warning = avertissement[{ $code }] : { $message }
diagnostic-note = remarque[{ $code }] : { $message }
diagnostic-at = dans { $file }
diagnostic-at-character = dans { $file }, caractère { $character }
diagnostic-at-column = dans { $file }, colonne `{ $column }`
diagnostic-at-key = dans { $file }, clé `{ $key }`
diagnostic-hint = conseil : { $hint }
diagnostic-more = { $count ->
    [one] et une autre occurrence de { $code } dans { $file }
   *[other] et { $count } autres occurrences de { $code } dans { $file }
}

## Conseils

hint-server-runs = est-il en marche, et cet ordinateur peut-il le joindre ? S’il est lent, donnez un `--timeout` plus long ; s’il est trop occupé, réessayez plus tard
hint-no-https = installez avec `cargo install --path . --locked --features https`, ou donnez une adresse en http://
hint-table-size = demandez moins de communes à la fois : `--table-size 50`
hint-server-refuses = voyez le journal du serveur ; l’adresse peut nommer le profil : `http://localhost:5000/table/v1/driving`
hint-server-is-osrm = est-ce un serveur OSRM 5.18 ou plus récent, sans rien entre les deux qui réponde à sa place ?
osrm-too-slow = il met trop de temps
osrm-unknown-host = son nom est inconnu
osrm-refused = rien ne répond à cette adresse
osrm-no-https = ce programme a été compilé sans https
osrm-too-long = elle est trop longue
osrm-no-json = elle s’arrête trop tôt, ou n’est pas du JSON
osrm-no-durations = elle ne contient pas de durées
osrm-no-distances = elle ne contient pas de distances
osrm-wrong-size = elle n’a pas autant de lignes et de colonnes que la demande a de communes
hint-new-line = inscrivez cette personne sur une ligne libre, avec un autre numéro
hint-ask-commune = demandez à la mairie dans quelle commune habite cette personne
hint-ask-slots = demandez à la mairie quels créneaux conviennent à cette personne ; si tous conviennent à qui n’en dit rien : --default-slots "*"
hint-nearest = vouliez-vous dire `{ $found }` ?
hint-one-zone = faites un scénario par fuseau ; si toutes les séances se tiennent dans un seul, indiquez-le : timezone = "{ $found }"
hint-other-section = cette clé se place ailleurs : `{ $found }`
hint-rename-column = s’agit-il de la colonne nommée `{ $found }` ?
hint-quote = écrivez-le entre guillemets : "{ $found }"
hint-unquote = écrivez-le sans guillemets : { $found }
hint-save-as-xlsx = enregistrez le classeur au format XLSX et nommez ce fichier-là dans le scénario, ou écrivez dans la feuille à la main
hint-write-value = remplacez par une valeur la formule de la cellule { $cell }
hint-write-source = écrivez dans le fichier à la main, ou rassemblez-le d’abord en un tableau d’inscriptions
hint-write-toml = corrigez le fichier (ateliers validate dit où), ou écrivez-y à la main
hint-add-settings = ajoutez une feuille `Paramètres` avec les colonnes `Clé` et `Valeur`
unwritable-ods = les classeurs OpenDocument sont seulement lus
unwritable-formula = la cellule à remplir contient une formule
unwritable-toml = tel quel, ce n’est pas du TOML, même s’il a pu être lu
unwritable-settings = il n’a pas de feuille de réglages
unwritable-reworded = ses réponses sont lues par une correspondance
hint-save-as-csv = ce fichier est un classeur de tableur : enregistrez la feuille au format CSV (UTF-8) et indiquez ce fichier-là
hint-participant-gone = si `{ $resident }` ne vient plus, retirez-le des participants du cycle `{ $cycle }` ; sinon, remettez sa ligne dans le tableau des inscriptions
hint-announced-gone = si `{ $resident }` ne vient plus, laissez sa ligne dans le tableau des inscriptions et cochez `withdrawn` (désistement) ; cette personne était annoncée dans le cycle `{ $cycle }`
hint-write = écrivez : { $found }
hint-write-slashes = écrivez le chemin avec des barres obliques : { $found }
hint-as-text = dans le tableur, mettez la colonne au format texte pour que les codes gardent leur zéro
hint-insee-of = le code INSEE de { $name } est `{ $found }`
hint-homonyms = plusieurs communes portent ce nom : { $communes }. Écrivez le code INSEE
hint-postal-code = `{ $value }` est un code postal, celui de : { $communes }. Écrivez le code INSEE
hint-merged = une commune fusionnée prend le code de la commune nouvelle ; une commune absente s’ajoute au tableau des communes
hint-slots-of-day = les créneaux de ce jour sont : { $found }
hint-contact-of-nobody = retirez la ligne d’une personne qui s’est désistée, ou corrigez l’identifiant
hint-look-up-point = indiquez la latitude et la longitude de sa mairie, telles qu’une carte les donne
hint-point-of-outline = le milieu de son contour est à lat { $lat }, lon { $lon }
hint-tolerance = les contours passent à moins de { $found } m l’un de l’autre : essayez `--tolerance { $found }`

## Fautes de TOML

toml-curly-quotes = dans un scénario, les guillemets sont droits : `"`
toml-backslash = les chemins s’écrivent avec des barres obliques /, non des barres inverses
toml-date = les dates s’écrivent en commençant par l’année : 2026-01-31
toml-number = les nombres s’écrivent avec un point pour les décimales, sans espace ni unité
toml-list-of-codes = les codes s’écrivent entre guillemets, car aucun nombre ne commence par un zéro
toml-colon = un signe égal sépare une clé de sa valeur
toml-section = le nom d’une section s’écrit entre un `[` et un `]`
toml-unclosed-quote = le guillemet ouvert n’est jamais refermé
toml-unclosed-list = la liste ouverte par `[` n’est jamais refermée
toml-more-after-value = après une valeur, seule une remarque qui commence par `#` peut suivre
toml-key = une clé se compose de lettres sans accent, de chiffres et de tirets bas, sans espace
toml-unquoted = les textes s’écrivent entre guillemets
toml-space = une espace insécable se trouve là où une espace simple est attendue
toml-key-twice = la clé figure deux fois dans sa section
toml-section-twice = la section figure deux fois : réunissez ses clés
toml-no-value = la clé n’a pas de valeur
toml-no-equals = une ligne est une section entre crochets, ou bien une clé, un signe égal et une valeur
toml-unclear = la ligne n’est pas compréhensible

## Types

type-text = un texte entre guillemets
type-integer = un nombre entier
type-number = un nombre
type-boolean = un booléen
type-date = une date (2026-01-31)
type-list = une liste entre crochets
type-section = une section

## Fichiers

E001 = le fichier `{ $file }` n’existe pas
E001-why = Le scénario indique un fichier introuvable. Les chemins de la section [data] partent du dossier où se trouve le scénario.
E002 = le fichier `{ $file }` ne peut pas être lu : { $cause }
E002-why = Le fichier existe, mais le système refuse de l’ouvrir : droits insuffisants, lien qui renvoie à lui-même, disque défaillant.
E003 = `{ $file }` n’est pas un fichier
E003-why = Un dossier, un tube ou un périphérique se trouve à la place du fichier attendu. Indiquez le fichier lui-même.
E004 = ce n’est pas du texte : la ligne contient des caractères qu’aucun texte ne comporte
E004-why = Les tableaux sont des fichiers CSV et les scénarios des fichiers TOML, c’est-à-dire du texte en UTF-8, en UTF-16 avec indicateur d’ordre des octets, ou en Windows-1252. Les classeurs (.xlsx, .ods), les PDF et les archives doivent d’abord être enregistrés en CSV.
E005 = le fichier `{ $file }` pèse { $size } Mo ; la lecture est limitée à { $limit } Mo
E005-why = Les plus grands tableaux et les plus grands calendriers qui aient un sens pèsent bien moins que cette limite : un fichier plus gros n’est pas celui qui est attendu.
E006 = le tableau est vide : il n’a même pas de ligne d’en-tête
E006-why = La première ligne d’un tableau nomme ses colonnes. Un tableau qui n’a qu’un en-tête est admis.
E007 = le classeur est illisible : { $cause }
E007-why = Le fichier n’est pas un classeur ou il est endommagé. Ouvrez-le dans un tableur, enregistrez-le de nouveau au format `.xlsx` ou `.ods` et réessayez.
E008 = le classeur est protégé par un mot de passe
E008-why = Son contenu est chiffré. Ouvrez-le dans un tableur, retirez le mot de passe et enregistrez-le.
E009 = le classeur est trop volumineux : { $what } ; la limite est de { $limit }
E009-why = Quelques kilo-octets peuvent se déployer au-delà de la mémoire d’un ordinateur, par accident ou par malveillance. Retirez ce qui est inutile, copiez le tableau dans un nouveau classeur ou enregistrez-le en CSV.
E010 = le classeur `{ $file }` n’a pas de feuille `{ $value }` ; il contient : { $sheets }
E010-why = Un tableau est lu dans la feuille qui porte son nom, en français ou en anglais, comme dans le classeur que produit `ateliers init --workbook`. Une autre feuille se désigne après un `#` : `residents = "mairies.xlsx#Feuil1"`.
E011 = le classeur `{ $file }` n’a pas de feuille `{ $value }` ; il contient : { $sheets }
E011-why = Après le `#` vient le nom d’une feuille, tel que l’affiche son onglet.
E012 = les feuilles `{ $first }` et `{ $value }` contiennent le même tableau
E012-why = Rien n’indique laquelle compte. Renommez ou supprimez l’une des deux.
N013 =
    { $count ->
        [one] une feuille n’est pas un tableau et n’est pas lue
       *[other] { $count } feuilles ne sont pas des tableaux et ne sont pas lues
    } : { $sheets }
N013-why = Les feuilles qui portent un autre nom que les tableaux peuvent contenir n’importe quoi.
workbook-files = son archive contient trop de fichiers
workbook-sheets = il a trop de feuilles
workbook-cells = une feuille a trop de cellules
workbook-columns = une ligne a trop de colonnes
workbook-text = une feuille contient trop de texte (en mégaoctets)
workbook-unpacked = son contenu est trop volumineux une fois décompressé (en mégaoctets)

## Scénario et plan

E101 = { $cause } : `{ $value }`
E101-why = Le scénario est un fichier TOML. Les textes s’écrivent entre guillemets, les dates sans guillemets et en commençant par l’année, les nombres avec un point, les noms de section entre crochets, et chaque clé ne figure qu’une fois. La ligne est lue telle qu’elle semble voulue, pour que les autres erreurs soient signalées aussi ; rien n’est planifié avant qu’elle soit corrigée.
E102 = la clé `{ $key }` n’est pas reconnue
E102-why = Une clé inconnue serait ignorée et la valeur par défaut s’appliquerait à l’insu de tous. La commande `ateliers schema scenario` donne la liste des clés.
E103 = la clé `{ $key }` est absente et n’a pas de valeur par défaut
E103-why = Un scénario doit indiquer son nom, les chemins de ses tableaux, le premier et le dernier jour de la période planifiée. Toutes les autres clés ont une valeur par défaut.
E104 = la clé `{ $key }` attend { $expected }, mais contient { $found } : `{ $value }`
E104-why = La valeur n’est pas du type attendu : un texte à la place d’un nombre, par exemple, ou une valeur seule à la place d’une liste.
E105 = à `{ $value }`, le plan n’est pas compréhensible (en anglais : { $cause })
E105-why = Un plan est un fichier JSON qui comporte au moins `cycles` et `kit_roster` ; chaque cycle a un identifiant, une salle, un créneau, un parcours, un animateur, des participants et des séances. La commande `ateliers schema plan` le décrit.
E106 = le plan est au format { $value } ; c’est le format { $expected } qui est lu
E106-why = Le plan a été écrit par une autre version du logiciel, ou à la main avec un autre numéro.
E107 = `{ $value }` n’est pas proposé ici ; on attend l’un de ceux-ci : { $offered }
E107-why = La clé prend un mot parmi quelques-uns.
E110 = `{ $column }` contient un caractère de commande : `{ $value }`
E110-why = Un fichier TOML ou JSON peut écrire des caractères qu’un terminal exécute (`\u001b`) ou qui coupent une ligne. Aucun nom n’en contient : retirez-les.

## Tableaux

E201 = la colonne `{ $column }` est absente
E201-why = Les colonnes sont reconnues à leur nom dans l’en-tête, dans n’importe quel ordre. Celle-ci n’a pas de valeur par défaut.
E202 = la colonne `{ $column }` figure deux fois dans l’en-tête
E202-why = Rien n’indique laquelle des deux colonnes compte. Supprimez ou renommez l’une d’elles.
E203 = la ligne compte { $found } { $found ->
    [one] champ
   *[other] champs
}, alors que l’en-tête en compte { $expected }
E203-why = Soit une valeur obligatoire manque à la fin de la ligne, soit une valeur dépasse la dernière colonne : il manque un séparateur ou il y en a un de trop, et les valeurs risquent d’être décalées. Les champs facultatifs vides peuvent manquer en fin de ligne. Une valeur qui contient le séparateur doit être placée entre guillemets.
E204 = un guillemet s’ouvre à cette ligne et ne se referme jamais
E204-why = Toute la suite du fichier appartiendrait à un seul champ. Un guillemet à l’intérieur d’un champ entre guillemets doit être doublé.
W205 = la colonne `{ $column }` n’est pas reconnue ; elle est ignorée
W205-why = Des colonnes supplémentaires ne gênent pas, mais une faute de frappe dans le nom d’une colonne facultative ferait ignorer ses valeurs.
N206 =
    { $count ->
        [one] une ligne précède les titres des colonnes et n’est pas lue
       *[other] { $count } lignes précèdent les titres des colonnes et ne sont pas lues
    }
N206-why = Les titres des colonnes sont sur la première ligne, parmi les 30 premières, qui nomme toutes les colonnes nécessaires. Ce qui précède est un titre.
N207 =
    { $count ->
        [one] une ligne masquée est lue
       *[other] { $count } lignes masquées sont lues
    } comme les autres : { $rows }
N207-why = Les lignes masquées par un filtre ou à la main font partie du tableau. Supprimez-les si elles ne doivent pas compter.
N208 =
    { $count ->
        [one] une colonne masquée est lue
       *[other] { $count } colonnes masquées sont lues
    } comme les autres : { $columns }
N208-why = Les colonnes masquées font partie du tableau. Supprimez-les si elles ne doivent pas compter.
E209 = la colonne `{ $column }` énumère des créneaux et d’autres colonnes sont des créneaux
E209-why = Un tableau a soit une liste de créneaux, soit une colonne par créneau. Avec les deux, rien n’indique ce qui compte.
E210 = une autre colonne correspond déjà au créneau `{ $value }`
E210-why = Deux colonnes correspondent au même créneau, peut-être l’une par son identifiant et l’autre en toutes lettres.
E211 = il n’y a pas de créneau `{ $value }`
E211-why = Le titre de la colonne se lit comme un jour et une heure, mais aucun créneau du tableau des créneaux n’y correspond.
E212 = plusieurs créneaux tombent le `{ $value }`
E212-why = La colonne n’indique pas de quel créneau il s’agit. Donnez-lui l’identifiant du créneau ou énumérez les créneaux dans une seule colonne.

## Valeurs

E301 = `{ $column }` est vide et n’a pas de valeur par défaut
E301-why = Chaque ligne doit avoir une valeur ici. Seules les colonnes facultatives peuvent rester vides.
E302 = `{ $value }` n’est pas un nombre ; des chiffres avec un point ou une virgule sont attendus, par exemple 12,5
E302-why = Un nombre se compose de chiffres et d’un séparateur décimal au plus. Une espace peut précéder chaque groupe de trois chiffres ; un prix peut porter son €, une longueur ses km et une durée ses min. Les exposants, l’infini et les valeurs indéfinies ne sont pas admis.
E303 = `{ $value }` a plus de neuf décimales
E303-why = Les quantités sont conservées exactement, avec neuf décimales. Arrondissez la valeur : un milliardième de minute ou d’euro ne change rien.
E304 = `{ $value }` n’est pas un nombre entier
E304-why = Les places, les tablettes, les séances et les habitants se comptent en nombres entiers.
E305 = `{ $value }` est hors limites ; une valeur de { $low } à { $high } est attendue
E305-why = Une quantité négative n’a pas de sens ici, et un nombre au-delà de la limite est une faute de frappe, qui ferait aussi perdre l’exactitude des calculs.
E306 = `{ $value }` n’est pas une date ; 2026-01-31 ou 31/01/2026 est attendu
E306-why = Une date existe dans le calendrier : il n’y a pas de 30 février. 31/01/26, 31.01.2026, 31 janvier 2026 et 2026-01-31 00:00:00 sont lus aussi. Une année à deux chiffres n’est lue que si le jour vient en premier.
E307 = `{ $value }` ne veut dire ni oui ni non ; 1 ou 0, true ou false, oui ou non est attendu
E307-why = Un champ vide veut dire non.
E308 = `{ $value }` n’est pas une heure ; une heure comme 09:30 ou 9h30 est attendue
E308-why = Les heures vont de 00:00 à 23:59.
E309 = `{ $value }` n’est pas un jour de la semaine ; lun, lundi, mon ou monday est attendu, par exemple
E309-why = Les jours sont lus en français et en anglais, en entier ou abrégés.
E310 = `{ $value }` n’est pas une portée ; all, commune:INSEE, venue:ID ou trainer:ID est attendu
E310-why = Une fermeture concerne tout (all), les salles d’une commune (commune:INSEE), une salle (venue:ID) ou un animateur (trainer:ID).
E311 = `{ $value }` ne peut pas être un identifiant : il figure dans des listes, où l’espace sépare et où `*` veut dire tous
E311-why = D’autres tableaux énumèrent les créneaux et les parcours, séparés par des espaces. Remplacez l’espace par un trait d’union.
E312 = `{ $value }` n’est pas un code INSEE ; cinq chiffres sont attendus, ou 2A ou 2B suivi de trois chiffres
E312-why = Les communes sont désignées par leur code INSEE, non par leur nom ni par leur code postal : 01269, 25388, 2A004, 97411. Le département 20 s’écrit 2A ou 2B. S’il ne manque que le zéro initial, le code est lu quand même.
E313 = `{ $value }` n’est pas un code postal ; cinq chiffres sont attendus
E313-why = Le code postal est publié avec les salles. Écrivez-en un seul, de cinq chiffres, ou laissez le champ vide.
E314 = `{ $value }` dans la colonne `{ $column }` n’est pas une valeur : une formule du tableur a échoué
E314-why = Les tableurs affichent #N/A, #REF!, #VALEUR!, #NOM?, #DIV/0! quand une formule n’a pas de résultat, et ##### quand une colonne est trop étroite. Corrigez la formule, ou saisissez la valeur à sa place.
W315 = `{ $value }` est lu comme le code `{ $found }`
W315-why = Un tableur qui prend un code pour un nombre en supprime le zéro initial. Le code est certain : il est lu ; d’autres logiciels ne le feront pas.
W316 = `{ $value }` est lu comme la date { $found }
W316-why = Les tableurs comptent les jours depuis 1900 et affichent ce nombre quand une cellule a perdu son format de date. Mettez la colonne au format date.
E317 = `{ $value }` n’est pas une marque : une croix, oui ou non est attendu
E317-why = Dans la colonne d’un créneau, une croix (`x`) ou `oui` signifie que le créneau convient, une case vide qu’il ne convient pas.
E318 = aucun créneau n’est coché
E318-why = Une personne à qui aucun créneau ne convient ne peut participer à rien. Cochez au moins une colonne.
E319 = la formule n’a pas de résultat : ouvrez le classeur dans un tableur et enregistrez-le
E319-why = Les formules ne sont pas calculées ici ; leur dernier résultat est lu. Un programme qui n’est pas un tableur a écrit celle-ci sans résultat.

## Références

E401 = `{ $value }` n’est ni le code INSEE ni le nom d’une commune du tableau
E401-why = Les domiciles, les salles, les bases, les dépôts, les routes, les communes d’accueil et les fermetures désignent les communes par leur code INSEE dans le tableau des communes. Ces codes sont du texte : 01269 commence par un zéro et 2A004 comporte une lettre.
E402 = il n’y a pas de créneau `{ $value }`
E402-why = Les listes de créneaux renvoient aux identifiants du tableau des créneaux, en respectant majuscules et minuscules.
E403 = il n’y a pas de parcours `{ $value }` : aucun animateur ne l’enseigne
E403-why = Un parcours existe dès qu’un animateur l’enseigne, nommément ou par `*`. Un habitant qui en demande un autre ne pourrait jamais être servi.
E404 = il n’y a pas de salle `{ $value }`
E404-why = Les fermetures et les plans renvoient aux identifiants du tableau des salles.
E405 = il n’y a pas d’animateur `{ $value }`
E405-why = Les fermetures et les plans renvoient aux identifiants du tableau des animateurs.
E406 = il n’y a pas de malle de tablettes `{ $value }`
E406-why = Les plans renvoient aux identifiants du tableau des malles.
E407 = il n’y a pas d’habitant `{ $value }`
E407-why = Les plans et les tableaux de noms désignent les habitants par leur identifiant dans le tableau des inscriptions. Si la personne ne vient plus, retirez-la du plan ou du tableau de noms ; sinon, remettez sa ligne dans le tableau des inscriptions.
E408 = l’identifiant `{ $value }` { $other ->
    [here] figure déjà à la ligne { $first }
    [key] figure deux fois
   *[other] figure déjà dans { $other }
}
E408-why = Un identifiant désigne une seule ligne. Peut-être une ligne a-t-elle été recopiée, ou quelqu’un s’est-il inscrit deux fois.
E409 = le trajet de `{ $from }` à `{ $to }` { $other ->
    [here] figure déjà à la ligne { $first }
    [key] figure deux fois
   *[other] figure déjà dans { $other }
}
E409-why = Un trajet mesuré remplace le trajet calculé d’après les routes : il ne peut y en avoir qu’un par sens. (Entre deux routes, la meilleure compte.)
E410 = `{ $value }` mène à elle-même
E410-why = À l’intérieur d’une commune s’appliquent les minutes et les kilomètres locaux du scénario, non une route ou un trajet mesuré.
W411 = `{ $value }` est lu comme le code INSEE de { $name } ; c’est aussi le code postal de : { $communes }
W411-why = Cinq chiffres sont toujours un code INSEE. S’ils sont aussi le code postal d’autres communes, vérifiez laquelle était voulue.
E412 = plusieurs communes s’appellent `{ $value }` : { $communes }
E412-why = Écrivez le code INSEE au lieu du nom.
E413 = plusieurs créneaux tombent le `{ $value }` : { $slots }
E413-why = Écrivez l’identifiant du créneau au lieu du jour et de l’heure.

## Cohérence

E501 = la période se termine le { $until }, avant de commencer le { $from }
E501-why = Les deux jours sont compris : une période d’un jour commence et se termine à la même date.
E502 = le plus petit groupe ({ $min }) est plus grand que le plus grand ({ $max })
E502-why = Aucun cycle ne pourrait avoir lieu. Une clé absente prend sa valeur par défaut : des groupes de 6 à 12.
E503 = une séance de { $minutes } min au créneau `{ $value }`, qui commence à { $start }, se terminerait après minuit
E503-why = Une séance a lieu sur un seul jour. Commencez plus tôt ou raccourcissez les séances.
E504 = la période du { $from } au { $until } dépasse dix ans
E504-why = Un plan de plus de dix ans est une faute de frappe, et ne tiendrait pas en mémoire.
E505 = le tableau compte { $found } communes ; on peut en planifier { $limit } au plus ensemble
E505-why = Les distances entre toutes les communes sont gardées en mémoire. Retirez les communes où personne n’habite, ne se rend ni ne passe.
E506 = un plan de ce scénario pourrait atteindre { $found } euros ou minutes ; les sommes restent exactes jusqu’à { $limit }
E506-why = Les montants sont tenus au milliardième et doivent rester sous neuf milliards. Un coût, un poids, une priorité ou un temps de trajet est démesuré.
E510 = le fuseau horaire `{ $value }` n’existe pas
E510-why = Les fuseaux portent les noms de la base tz : Europe/Paris, Indian/Reunion, America/Guadeloupe, Pacific/Noumea. Sans `horizon.timezone`, le fuseau est celui des codes des communes.
E511 = les communes sont dans plusieurs fuseaux horaires : { $one } en { $zone }, { $other } en { $other_zone }
E511-why = Toutes les heures d’un plan sont locales, et les calendriers disent de quel lieu. Avec plusieurs fuseaux, une séance serait annoncée à une heure fausse dans l’un d’eux.
W507 = l’inscription conjointe `{ $value }` demande { $count } parcours différents et restera sans place
W507-why = Les personnes inscrites ensemble suivent le même cycle, et un cycle n’a qu’un parcours. Donnez-leur le même parcours ou séparez-les.
W508 = l’inscription conjointe `{ $value }` compte { $count } personnes, plus qu’aucun cycle ne peut en accueillir ({ $limit }), et restera sans place
W508-why = Les personnes inscrites ensemble suivent le même cycle, dont l’effectif est limité par `cycle.max_group` et par les places de la salle. Partagez cette inscription.
W509 = les personnes inscrites ensemble sous `{ $value }` n’ont aucun créneau commun et resteront sans place
W509-why = Les personnes inscrites ensemble suivent le même cycle, qui n’a qu’un créneau. Ajoutez un créneau où toutes peuvent venir, ou séparez-les.
W512 = la commune `{ $commune }` ({ $name }) se trouve à la latitude 0 et à la longitude 0, en mer au large de l’Afrique
W512-why = Les cartes, et les routes quand elles sont estimées, suivent les coordonnées des communes. Des zéros remplacent le plus souvent des coordonnées inconnues.
W513 = la latitude et la longitude de la commune `{ $commune }` ({ $name }) semblent inversées
W513-why = La colonne `lat` donne les degrés nord, de 41 à 51 en métropole, et `lon` les degrés est, de -5 à 10.
W514 = la commune `{ $commune }` ({ $name }) se trouve à { $km } km des autres
W514-why = Un chiffre, un signe ou la virgule de sa latitude ou de sa longitude est peut-être faux. Les cartes, et les routes quand elles sont estimées, en dépendent.
W515 = l’inscription conjointe s’appelle `{ $value }`, ce qui ressemble à une réponse plutôt qu’à un nom ; elle réunit : { $members }
W515-why = Les personnes qui ont le même texte dans la colonne `party` viennent ensemble ou pas du tout. Laissez le champ vide pour qui vient sans autre personne.
W516 = les membres de l’inscription conjointe `{ $value }` habitent { $count } communes : { $members }
W516-why = Les personnes qui ont le même texte dans la colonne `party` viennent ensemble ou pas du tout. Celles qui ont le même texte par hasard, un nom de famille par exemple, sont réunies aussi. Si elles se sont bien inscrites ensemble, il n’y a rien à corriger.
W517 = { $count } personnes partagent l’inscription conjointe `{ $value }` : { $members }
W517-why = Les personnes qui ont le même texte dans la colonne `party` (`Vient avec`) participent ensemble ou pas du tout. Un groupe aussi nombreux réunit peut-être des inconnus d’un même nom de famille. Si ces personnes se sont bien inscrites ensemble, tout est en ordre.
W518 = { $commune } devrait accueillir au moins { $wanted ->
    [one] { $wanted } cycle
   *[other] { $wanted } cycles
} et peut en accueillir { $most } au plus
W518-why = Un cycle a lieu dans une commune citée dans `hosts.communes`, dans une salle assez grande pour un groupe, et `max_cycles_per_commune` peut en limiter le nombre. Ce qui manque est compté avec `weights.absence` dans tous les plans.

## Limites communales et inscriptions inventées

hint-code-property = indiquez la propriété qui contient le code INSEE avec `--code-property`
hint-wgs84 = convertissez le fichier en WGS84 (EPSG:4326), par exemple avec QGIS ou `ogr2ogr -t_srs EPSG:4326`
cause-half-position = une position n’a pas ses deux nombres, la longitude et la latitude

E601 = le fichier de limites n’est pas du GeoJSON valide : { $cause }
E601-why = Les limites communales sont lues au format GeoJSON : une collection de contours (FeatureCollection), un par commune.
E602 = le contour de la commune `{ $commune }` n’est pas en degrés : { $value }
E602-why = Le GeoJSON exprime la longitude et la latitude en degrés (WGS84). Des nombres à six ou sept chiffres sont le plus souvent des mètres, en Lambert 93.
E603 = aucune limite communale utilisable : il faut des contours et un code INSEE, cherché sous { $expected }
E603-why = Chaque contour doit porter le code INSEE de sa commune dans l’une de ses propriétés.
W604 = ce contour n’a pas de code de commune et n’est pas utilisé ; ses propriétés : { $found }
W604-why = Sans code INSEE, rien ne dit à quelle commune appartient un contour.
W605 = la forme donnée pour la commune `{ $commune }` n’est pas une surface et n’est pas utilisée
W605-why = Une limite communale est un polygone ou plusieurs. Un point ou une ligne n’a pas de frontière avec d’autres communes.
W606 = aucune limite pour la commune `{ $commune }` ({ $name }) : une seule route, la plus courte, la relie aux autres
W606-why = Sans contour, les voisines d’une commune sont inconnues. Vérifiez le millésime du fichier : les communes nouvelles changent de code.
W607 = la commune `{ $commune }` ({ $name }) ne partage de limite avec aucune autre : une seule route, la plus courte, la relie
W607-why = Soit la commune est isolée dans le territoire, soit les contours ont été simplifiés séparément et ne se touchent plus : augmentez alors `--tolerance`.
W608 = la population de la commune `{ $commune }` ({ $name }) est inconnue : aucune inscription n’y est inventée
W608-why = Le nombre d’inscriptions se calcule d’après la population. Complétez la colonne `population`.
W609 = le point de la commune `{ $commune }` ({ $name }) se trouve à { $km } km de son contour
W609-why = La longueur des routes se mesure entre les points des communes. Corrigez `lat` et `lon` dans le tableau des communes, ou le contour.
W610 = la route de `{ $from }` à `{ $to }` mesure { $km } km à vol d’oiseau, trop pour ces communes
W610-why = Deux voisines sont à peu près aussi éloignées qu’elles sont larges, et les liaisons entre parties d’un territoire sont courtes. Un point ou un contour est faux, ou un contour a une partie ailleurs.
W611 = les communes `{ $one }` et `{ $other }` ont le même contour : aucune route n’en est tirée
W611-why = Un contour a été recopié sous deux codes, ou des communes fusionnées sont encore dans le tableau. Chaque commune a son propre contour.
W612 = les communes `{ $one }` et `{ $other }` se touchent presque et ne sont pas reliées comme voisines
W612-why = Des contours simplifiés séparément s’écartent un peu. Une `--tolerance` plus large les prend pour une même limite.
W613 = { $count ->
    [one] 1 paire de communes n’est pas mesurée : { $pairs }
   *[other] { $count } paires de communes ne sont pas mesurées : { $pairs }
}
W613-why = Ni l’aller ni le retour n’est donné. Le tableau des routes répond pour ces paires ; si la mesure a échoué, refaites-la pour ces communes.
W614 = { $count ->
    [one] 1 paire a une durée ou une longueur nulle : { $pairs }
   *[other] { $count } paires ont une durée ou une longueur nulle : { $pairs }
}
W614-why = Deux communes ne sont pas au même endroit : la mesure a échoué, ou les deux points ont été ramenés à la même route. Ces paires sont laissées de côté ; le tableau des routes y répond.
W615 = { $count ->
    [one] 1 paire est invraisemblable au regard du vol d’oiseau : { $pairs }
   *[other] { $count } paires sont invraisemblables au regard du vol d’oiseau : { $pairs }
}
W615-why = Le trajet est plus court que la ligne droite, bien plus long, ou d’une vitesse qu’aucune voiture n’a sur la route. Vérifiez les unités, l’ordre des communes et leurs coordonnées. Ces paires sont gardées : corrigez le tableau, ou retirez-les.
E616 = ce fichier n’est pas une matrice de distances d’OSRM ou de Valhalla
E616-why = Une matrice d’OSRM a `durations` et `distances` (annotations=duration,distance) ; celle de Valhalla a `sources_to_targets`. S’il y a moins de lignes que de communes, elle dit aussi où sont ses points.
E617 = le serveur ne donne pas de distances : { $cause }
E617-why = `--osrm` interroge le service `table` d’un serveur OSRM, à l’adresse indiquée. Rien n’a été écrit. Ce qui a déjà été mesuré peut être donné dans un fichier.
E618 = le serveur refuse de répondre : HTTP { $status }{ $words }
E618-why = Le texte qui suit l’état HTTP est celui du serveur. Une demande refusée parce que le serveur était trop occupé a été répétée quelques fois. Rien n’a été écrit.
E619 = la réponse du serveur est inutilisable : { $cause }
E619-why = Le service `table` d’OSRM donne autant de lignes et de colonnes de durées et de distances que la demande a de points. Rien n’a été écrit.

## Lots

E701 = l’axe `{ $value }` a { $count } des clés `key`, `first` et `demand` ; une seule dit ce qui varie
E701-why = Un axe change une chose : une clé du scénario (`key`), le nombre des premières lignes gardées d’un tableau (`first`), ou les inscriptions (`demand`).
E702 = il n’y a pas d’axe `{ $value }`
E702-why = Groupes, variantes et conditions nomment les axes du même fichier.
E703 = { $value } n’est pas parmi les valeurs de l’axe `{ $axis }` : { $offered }
E703-why = Groupes, variantes et conditions choisissent parmi les valeurs de l’axe. Ajoutez d’abord la valeur à l’axe.
E704 = les axes `{ $one }` et `{ $other }` changent la même chose
E704-why = L’un des deux écraserait l’autre, et les résultats diraient ce qui n’a pas été planifié.
E705 = lignes à garder : { $value } ; lignes du tableau : { $found }
E705-why = Un axe avec `first` garde les premières lignes d’un tableau. Pour essayer plus d’animateurs qu’il n’y en a, ajoutez des lignes au tableau.
E706 = il ne reste aucune combinaison à planifier
E706-why = Le lot n’a ni axe, ni groupe, ni variante, ou ses conditions écartent toutes les combinaisons.
E707 = ces axes donnent { $found } combinaisons ; un lot en compte { $limit } au plus
E707-why = Personne n’attendrait ni ne lirait tant de plans. Laissez des axes à la valeur du scénario, ou nommez des groupes.
E708 = `{ $value }` ne peut pas être un nom : lettres sans accent, chiffres et - _ . +, en commençant par une lettre ou un chiffre, sans point final ni nom que Windows se réserve (CON, NUL, COM1)
E708-why = Les noms d’axes sont des colonnes des résultats, ceux des variantes des dossiers sur tout système de fichiers.
E709 = les résultats ont déjà une colonne `{ $value }` : nommez l’axe autrement
E709-why = Les résultats ont une colonne par axe, sous le nom de l’axe, à côté des indicateurs.
E710 = il faut un libellé par valeur : { $found } pour { $expected }
E710-why = Les libellés répondent aux valeurs une à une, dans le même ordre.
E711 = la valeur `{ $value }` figure deux fois
E711-why = Deux variantes auraient le même nom et le même plan.
E712 = le nom `{ $value }` figure deux fois
E712-why = Majuscules et minuscules ne distinguent pas deux noms, car des dossiers portent ces noms.
E713 = il n’y a pas de variante `{ $value }`
E713-why = La référence se nomme comme `ateliers batch --dry-run` énumère les variantes.
E714 = le nom `{ $value }` est trop long : { $found } caractères, pour { $limit } au plus
E714-why = Chaque variante a un dossier de son nom. Une variante de la grille est nommée d’après ses axes et ses valeurs : des noms d’axes plus courts, ou des `labels` pour leurs valeurs, l’abrègent.
E715 = `{ $key }` est trop long : { $found } entrées, pour { $limit } au plus
E715-why = Personne n’attendrait ni ne lirait autant de plans. Un lot accepte cent axes et groupes, mille conditions, dix mille valeurs et variantes.
E716 = le travail est limité à la fois par `effort` et par `work_limit`
E716-why = `effort` est un mot pour une quantité de travail qui dépend de la taille de chaque variante, `work_limit` est cette quantité même. Gardez celle que vous vouliez.
E717 = { $most ->
    [one] 1 recherche
   *[other] { $most } recherches
} au plus (`most_seeds`), mais { $seeds } pour commencer (`seeds`)
E717-why = Chaque variante est cherchée `seeds` fois ; avec `--until-decided`, d’autres recherches s’y ajoutent, jusqu’à `most_seeds`.
W718 = ce fichier est écrit pour la version { $value } de l’unité de travail ; ce programme compte selon la version { $expected }
W718-why = Une unité de travail est une quantité de recherche qui ne dépend pas de la machine, mais une autre version du programme peut compter autrement : le même `work_limit` est alors plus ou moins de recherche. Essayez-le avec `--dry-run`, corrigez-le et écrivez la nouvelle version ; ou employez `effort`, dont les mots gardent leur sens d’une version à l’autre.

E801 = deux cycles du plan annoncé s’appellent `{ $cycle }`
E801-why = Un identifiant désigne un seul cycle : c’est par lui que chacun connaît son atelier. Donnez un autre identifiant à l’un des deux dans le plan annoncé.
E802 = l’habitant `{ $resident }` figure dans les cycles `{ $cycle }` et `{ $other }` du plan annoncé
E802-why = Chacun suit un seul atelier. Seule une personne d’un cycle interrompu peut en suivre un autre, et elle ne figure alors que dans celui-ci.
E803 = les séances du cycle annoncé `{ $cycle }` ne se suivent pas dans l’ordre des jours : { $value }
E803-why = Un cycle a au moins une séance, et chacune vient après la précédente.
E804 = le { $date }, l’animateur `{ $trainer }` n’aurait pas pu aller d’une séance annoncée à la suivante : aucune route n’y mène
E804-why = Les jours passés sont chiffrés avec les routes d’aujourd’hui. Il manque une route entre ces communes dans le tableau des routes.
E805 = le { $value } n’est pas entre le { $from } et le { $until }, premier et dernier jour du plan
E805-why = `today` dit quelles séances ont eu lieu : celles d’avant ce jour. Il est compris dans la période du plan.
E806 = ni un cycle annoncé ni un habitant ne s’appelle `{ $value }`
E806-why = `release` nomme des cycles du plan annoncé ou des habitants ; `keep` et `hit` nomment des cycles.
E807 = `{ $value }` ne dit pas quelle séance est touchée
E807-why = Une séance touchée s’écrit : cycle, jour et ce qui manque, `C015 2027-03-02 trainer` pour l’animateur ou `C016 2027-03-04 venue` pour la salle.
E808 = le cycle `{ $cycle }` n’a pas de séance à venir le { $value } ; celles annoncées : { $dates }
E808-why = Seule une séance annoncée et pas encore tenue peut être touchée. Pour dire qu’une séance d’hier n’a pas eu lieu, reculez `today` à son jour.
E809 = impossible d’écrire dans `{ $file }` : { $cause }
E809-why = Une modification s’inscrit dans les tableaux et le scénario qu’elle concerne, tels qu’ils sont. Là où ce n’est pas possible sans rien perdre, rien n’est écrit : faites la modification à la main, ou donnez au fichier une forme dans laquelle on peut écrire.
E901 = le numéro `{ $value }` est déjà celui d’une autre personne
E901-why = Un numéro reste celui de la personne qui l’a reçu en premier : c’est par lui que le plan et les lettres la retrouvent. Le nom de cette ligne n’a aucun mot en commun avec celui de cette personne. Si elle a changé de nom, corrigez d’abord le tableau des noms.
E902 = cet export n’a pas de question « { $value } » pour `{ $column }`
E902-why = La correspondance dit quelle question donne chaque colonne. La question a pu être reformulée depuis : recopiez-la telle qu’elle est écrite dans l’export, ou retirez-la de la correspondance.

## Copie annotée d’un classeur

annotate-sheet = Anomalies
annotate-place = Cellule
annotate-what = Anomalie
annotate-hint = Que faire
annotate-none = le scénario ne comporte aucun classeur à annoter
annotate-several = le scénario comporte plusieurs classeurs ; un seul peut être annoté : { $files }
annotate-refused = la copie annotée remplacerait un fichier qui n’en est pas une : rien n’a été écrit. Indiquez un autre fichier
annotate-done = Copie annotée : { $file }
