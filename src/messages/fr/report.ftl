### Ce que dit le rapport HTML.

page-skip = Aller au contenu
page-contents = Sommaire
page-sort = Trier
page-download = Télécharger le tableau

file-report = rapport
report-title = Plan des ateliers numériques – { $scenario }
report-footer = Rapport produit par ateliers à partir du plan du { $date }. Les personnes n’y apparaissent que par leur identifiant.
weeks = { $weeks } sem.

headline-served = participants
headline-served-of = sur { $interested } ({ $share } des inscrits)
headline-cycles = cycles
headline-cycles-in = { $sessions ->
    [one] { $sessions } séance
   *[other] { $sessions } séances
} dans { $communes ->
    [one] { $communes } commune
   *[other] { $communes } communes
}
headline-gross = coût brut
headline-gross-net = { $net } net, participation des usagers déduite
headline-each = par participant
headline-each-net = { $net } net
headline-travel = de trajet en moyenne, aller
headline-travel-measured = { $minutes } min au plus
headline-travel-estimated = { $minutes } min au plus (estimations)
headline-wait = d’attente en moyenne

part-proof = Ce qui est prouvé
part-proof-lead = La qualité du plan est démontrée : aucun plan qui respecte les règles ne peut coûter moins que la borne.
part-changes = Ce qui change
part-changes-lead = Les changements par rapport au plan annoncé : qui prévenir, ce que cela coûte et ce que cela rapporte. Noms et téléphones sont sur le bordereau des changements seulement.
part-map = La carte
part-map-lead = Part des inscrits qui sont servis, par commune ; flux des communes d’origine vers les salles. Survolez ou cliquez pour lire le détail.
part-calendar = Le calendrier
part-calendar-lead = Quand ont lieu les séances, et qui les anime.
part-costs = Les coûts
part-costs-lead = Le coût de la tournée d’une journée est réparti entre les cycles que l’animateur y assure ; la somme des cycles est exactement le total.
part-fairness = L’équité entre communes
part-fairness-lead = Part des inscrits servis dans chaque commune. Le trait marque l’objectif du scénario ; en orange, les communes en dessous.
part-distributions = Trajets et attente
part-distributions-lead = Combien de participants, pour quelle durée de trajet et quelle attente.
part-tables = Tous les tableaux
part-tables-lead = Chaque tableau se trie et se télécharge au format CSV.

territory-title = Carte des communes
territory-words = Les communes selon la part de leurs inscrits qui sont servis. Les ronds sont les lieux d’accueil, les traits les flux entre communes, d’autant plus larges que les participants sont nombreux.
map-step = { $from } à { $to }
map-plain = aucune inscription
days-title = Séances par jour
days-words = Une colonne par semaine, une ligne par jour ; plus la case est foncée, plus il y a de séances. En gris, les jours fermés.
days-day = { $date } : { $sessions ->
    [0] aucune séance
    [one] { $sessions } séance
   *[other] { $sessions } séances
}
trainers-title = Cycles par animateur
trainers-words = Une barre par cycle, de la première à la dernière séance ; les points marquent les séances.
rooms-title = Cycles par salle
rooms-words = Une barre par cycle, de la première à la dernière séance ; les points marquent les séances.
span-cycle = { $cycle }, { $commune } : { $dates } ({ $participants ->
    [one] { $participants } participant
   *[other] { $participants } participants
})
posts-title = Coût par poste
posts-words = Coût brut par poste, en euros.
sheet-costs-each = Coût rapporté
shares-title = Part servie par commune
shares-words = Part des inscrits servis, par commune, de la plus grande à la plus petite.
travel-title = Durée des trajets
travel-words = Nombre de participants selon la durée de leur trajet, aller simple.
travel-axis-measured = minutes, aller simple
travel-axis-estimated = minutes, aller simple (estimations)
travel-bin = De { $from } à { $to } min : { $participants ->
    [one] { $participants } participant
   *[other] { $participants } participants
}
waits-title = Attente avant la première séance
waits-words = Nombre de participants selon le nombre de semaines avant leur première séance.
waits-axis = semaines
waits-bin = { $weeks ->
    [0] Moins d’une semaine
    [one] { $weeks } semaine
   *[other] { $weeks } semaines
} : { $participants ->
    [one] { $participants } participant
   *[other] { $participants } participants
}
table-fold = { $title } ({ $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
})
