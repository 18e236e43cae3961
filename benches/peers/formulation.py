"""The straightforward model: which runs are held and by whom, who joins them, how trainers and kits move.

Columns (whole numbers):
- `held[run, trainer]`: the trainer leads a cycle on this run;
- `joins[party, run]`: how many of the parties that are alike join it;
- `tablets[run]`, `borrows[run, trainer]`: kit tablets of each session, and whether there are any (H8);
- `short[commune]`: residents below the equity share, in parts of a resident;
- for each day of a trainer, in `tours.py`: the legs of the tour and the kit.

Rows carry the number of their rule. Every rule and price of the contract is in the model, so that the optimum of the model
is that of the contract, and a bound of the model is one of the contract.
"""

from collections import defaultdict
from collections.abc import Iterable

from candidates import all_parties, all_runs
from linear import Linear
from model import Formulation
from prices import Prices
from scenario import Scenario
from tours import add_days


def formulate(scenario: Scenario, *, with_links: bool) -> Formulation:
    """Build the model; `with_links` adds a row for each party and run, which tightens its relaxation at a price."""
    parties = all_parties(scenario)
    prices = Prices(scenario, parties)
    model = Formulation(scenario, parties, all_runs(scenario, parties), prices, Linear(prices.per_euro))
    _add_cycles(model)
    _each_party_once(model)
    _group_sizes(model, with_links=with_links)
    _add_tablets(model)
    _rooms(model)
    _cycles_per_commune(model)
    _equity(model)
    add_days(model)
    _budget(model)
    return model


def _add_cycles(model: Formulation) -> None:
    """Columns of the runs and of those who join them, with their prices."""
    linear, prices, scenario = model.linear, model.prices, model.scenario
    linear.offset = sum(prices.units(prices.left_out(party)) * party.count for party in model.parties)
    attending: dict[tuple[int, str], int] = {}
    for index, run in enumerate(model.runs):
        for trainer in run.trainers:
            cost = prices.units(prices.run(run, scenario.trainers[trainer]))
            model.held[index, trainer] = linear.column(cost)
        joining = []
        for party_index in run.parties:
            party = model.parties[party_index]
            key = (party_index, run.venue.id)
            if key not in attending:
                attending[key] = prices.units(prices.attending(party, run.venue))
            cost = attending[key] + prices.units(prices.waiting(party, run))
            joining.append((party_index, linear.column(cost, min(party.count, run.capacity // party.size))))
        model.joins.append(joining)


def _each_party_once(model: Formulation) -> None:
    """H2, H3: no more parties join cycles than there are."""
    by_party: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for joining in model.joins:
        for party, column in joining:
            by_party[party].append((column, 1))
    for party, terms in by_party.items():
        model.linear.row(terms, upper=model.parties[party].count)


def _group_sizes(model: Formulation, *, with_links: bool) -> None:
    """H1: a cycle has between the smallest group and its capacity; a run has one leader; nobody joins an idle run."""
    smallest = model.scenario.cycle["min_group"]
    for index, joining in enumerate(model.joins):
        group = [(column, model.parties[party].size) for party, column in joining]
        leaders = model.leaders(index)
        model.linear.row(group + [(column, -smallest) for column, _ in leaders], lower=0)
        model.linear.row(group + [(column, -model.runs[index].capacity) for column, _ in leaders], upper=0)
        if len(leaders) > 1:
            model.linear.row(leaders, upper=1)
        if with_links:
            for _, column in joining:
                model.linear.row([(column, 1), *((held, -model.linear.upper[column]) for held, _ in leaders)], upper=0)


def _add_tablets(model: Formulation) -> None:
    """H8: `tablets` is at least what the group needs beyond the room's; `borrows` tells whether it is above 0.

    Where tablets cost nothing, `tablets` could exceed the need: it is then a kit that is asked for without need. So the
    need also bounds it from above, by way of the people who need one: borrowing takes more of them than the room has.
    """
    n_sessions = model.scenario.cycle["sessions"]
    price = model.scenario.costs["tablet_session"]
    largest = max((kit.tablets for kit in model.scenario.kits), default=0)
    for index, joining in enumerate(model.joins):
        run = model.runs[index]
        people = [(column, model.parties[party].borrowers) for party, column in joining]
        people = [(column, number) for column, number in people if number]
        if not people:
            continue
        most = min(largest, run.capacity - run.venue.tablets)
        in_room = run.venue.tablets
        if most <= 0:
            model.linear.row(people, upper=in_room)
            continue
        tablets = model.linear.column(model.prices.units(n_sessions * price), most)
        model.tablets[index] = tablets
        model.linear.row([*people, (tablets, -1)], upper=in_room)
        borrowing = []
        for trainer in run.trainers:
            column = model.linear.column()
            model.borrows[index, trainer] = column
            borrowing.append(column)
            model.linear.row([(column, 1), (model.held[index, trainer], -1)], upper=0)
        model.linear.row([(tablets, 1), *((column, -most) for column in borrowing)], upper=0)
        model.linear.row([*people, *((column, -in_room - 1) for column in borrowing)], lower=0)


def _rooms(model: Formulation) -> None:
    """H4: at the start of any session, a room holds at most one (intervals meet where one of them starts)."""
    minutes = model.scenario.session_minutes
    by_day: dict[tuple[str, object], list[int]] = defaultdict(list)
    for index, run in enumerate(model.runs):
        for date in run.dates:
            by_day[run.venue.id, date].append(index)
    for runs in by_day.values():
        cliques = set()
        for start in {model.runs[index].slot.start for index in runs}:
            meeting = [i for i in runs if model.runs[i].slot.start <= start < model.runs[i].slot.start + minutes]
            cliques.add(tuple(meeting))
        for clique in sorted(cliques):
            terms = [term for index in clique for term in model.leaders(index)]
            if len(terms) > 1:
                model.linear.row(terms, upper=1)


def _cycles_per_commune(model: Formulation) -> None:
    """H9: where it is limited, so many cycles in a commune."""
    limit = model.scenario.max_cycles_per_commune
    if limit is None:
        return
    by_commune: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index, run in enumerate(model.runs):
        by_commune[run.venue.commune] += model.leaders(index)
    for terms in by_commune.values():
        model.linear.row(terms, upper=limit)


def _equity(model: Formulation) -> None:
    """Residents below each commune's share, counted in parts of a resident so that they are whole."""
    target = model.scenario.weights["equity_target"]
    parts = target.denominator
    residents: dict[str, int] = defaultdict(int)
    for party in model.parties:
        for person in party.people:
            residents[person.commune] += party.count
    served = _served(model)
    price = model.prices.units(model.scenario.weights["equity_shortfall"] / parts)
    for commune, number in residents.items():
        share = int(target * number * parts)
        column = model.linear.column(price, share)
        model.short[commune] = column
        terms = [(joining, parts * people) for joining, people in served[commune]]
        model.linear.row([(column, 1), *terms], lower=share)


def _served(model: Formulation) -> dict[str, list[tuple[int, int]]]:
    """People of each commune in each column of `joins`."""
    home: list[dict[str, int]] = []
    for party in model.parties:
        homes: dict[str, int] = defaultdict(int)
        for person in party.people:
            homes[person.commune] += 1
        home.append(homes)
    served: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for joining in model.joins:
        for kind, column in joining:
            for commune, people in home[kind].items():
                served[commune].append((column, people))
    return served


def _budget(model: Formulation) -> None:
    """H10: gross cost within the budget, where there is one."""
    ceiling = model.scenario.max_gross
    if ceiling is None:
        return
    per_person = model.prices.units(model.scenario.costs["support_per_participant"])
    priced: Iterable[int] = [*model.held.values(), *model.tablets.values(), *model.days.priced_columns()]
    terms = [(column, model.linear.cost[column]) for column in priced if model.linear.cost[column]]
    if per_person:
        terms += [(c, per_person * model.parties[party].size) for joining in model.joins for party, c in joining]
    model.linear.row(terms, upper=model.prices.units(ceiling))
