"""Small random networks of PyPSA, each with the features that were asked for.

Every bus has a dear generator and a dear sink, so that a network stays feasible whatever
the features demand.
"""

import numpy as np
import pandas as pd
import pypsa

HOURS = 6
BUSES = ("a", "b", "c")


def network(features, seed):
    """A network with the features; each is a function below."""
    rng = np.random.default_rng(seed)
    n = pypsa.Network()
    _time(n, rng, features)
    n.add("Carrier", ["gas", "wind", "battery", "AC", "DC", "heat"])
    n.c.carriers.static.loc["gas", "co2_emissions"] = 0.2
    carrier = "DC" if "direct" in features else "AC"
    n.add("Bus", BUSES, carrier=carrier, v_nom=[110.0, 220.0, 110.0])
    n.add("Bus", "warm", carrier="heat")
    _basis(n, rng)
    for feature in features:
        if feature in FEATURES:
            FEATURES[feature](n, rng)
    if n.has_investment_periods:
        _years(n, rng)
    return n


def _time(n, rng, features):
    n.set_snapshots(pd.RangeIndex(HOURS))
    if "periods" in features:
        n.investment_periods = [2030, 2035, 2045]
        n.investment_period_weightings["years"] = [5, 10, 10]
        n.investment_period_weightings["objective"] = rng.uniform(0.5, 5, 3).round(3)
    if "even_years" in features:
        n.investment_period_weightings["years"] = 1
    if "weights" in features:
        for column in n.snapshot_weightings:
            n.snapshot_weightings[column] = rng.choice([0.5, 1, 2, 3], len(n.snapshots))


def series(n, rng, low, high):
    return rng.uniform(low, high, len(n.snapshots)).round(4)


def _basis(n, rng):
    for bus in [*BUSES, "warm"]:
        n.add("Load", f"load {bus}", bus=bus, p_set=series(n, rng, 20, 60))
        n.add("Generator", f"dear {bus}", bus=bus, p_nom=1e3, marginal_cost=rng.uniform(800, 999))
        n.add(
            "Generator",
            f"sink {bus}",
            bus=bus,
            p_nom=1e3,
            p_min_pu=-1,
            p_max_pu=0,
            marginal_cost=-rng.uniform(300, 400),
        )
    n.add(
        "Generator",
        "gas a",
        bus="a",
        carrier="gas",
        p_nom=60,
        efficiency=0.5,
        marginal_cost=rng.uniform(30, 60),
        p_nom_extendable=True,
        capital_cost=40,
    )
    n.add(
        "Generator",
        "gas b",
        bus="b",
        carrier="gas",
        p_nom=100,
        efficiency=0.4,
        marginal_cost=rng.uniform(50, 80),
    )
    n.add(
        "Generator",
        "wind b",
        bus="b",
        carrier="wind",
        p_nom_extendable=True,
        p_nom_max=150,
        capital_cost=rng.uniform(20, 60),
        p_max_pu=series(n, rng, 0, 1),
    )
    n.add("Link", "a to b", bus0="a", bus1="b", p_nom=30, p_min_pu=-1, efficiency=1.0)
    n.add(
        "Link",
        "heat pump",
        bus0="a",
        bus1="warm",
        carrier="heat",
        p_nom_extendable=True,
        efficiency=2.7,
        capital_cost=rng.uniform(5, 30),
    )
    n.add(
        "Link",
        "c feed",
        bus0="b",
        bus1="c",
        p_nom=25,
        efficiency=0.97,
        marginal_cost=rng.uniform(0, 3),
    )


def _years(n, rng):
    """Components come and go; what is dear stays."""
    for c in ("Generator", "Link", "Store", "StorageUnit", "Line", "Transformer", "Process"):
        static = n.c[c].static
        for name in static.index:
            if name.startswith(("dear", "sink", "ring")):
                continue
            if rng.random() < 0.7:
                static.loc[name, "build_year"] = int(rng.choice([2020, 2030, 2035, 2045]))
                static.loc[name, "lifetime"] = float(rng.choice([8, 12, 30, np.inf]))


def fuel_limit(n, rng):
    n.add("GlobalConstraint", "co2", sense="<=", constant=rng.uniform(20, 300) * _horizon(n))


def _horizon(n):
    if not n.has_investment_periods:
        return 1.0
    return float(n.investment_period_weightings["years"].sum())


def fuel_limit_of_period(n, rng):
    if n.has_investment_periods:
        n.add(
            "GlobalConstraint",
            "co2 2035",
            sense="<=",
            investment_period=2035,
            constant=rng.uniform(200, 900),
        )


def operational(n, rng):
    n.add(
        "GlobalConstraint",
        "most wind",
        type="operational_limit",
        carrier_attribute="wind",
        sense="<=",
        constant=rng.uniform(50, 200) * _horizon(n),
    )


def technology(n, rng):
    n.add(
        "GlobalConstraint",
        "wind cap",
        type="tech_capacity_expansion_limit",
        carrier_attribute="wind",
        sense="<=",
        constant=rng.uniform(20, 60),
    )
    n.add(
        "GlobalConstraint",
        "gas at a",
        type="tech_capacity_expansion_limit",
        bus="a",
        carrier_attribute="gas",
        sense=">=",
        constant=rng.uniform(40, 90),
    )


def bus_limit(n, rng):
    n.c.buses.static["nom_max_wind"] = np.nan
    n.c.buses.static.loc["b", "nom_max_wind"] = rng.uniform(10, 50)


def growth(n, rng):
    n.c.carriers.static.loc["wind", ["max_growth", "max_relative_growth"]] = [25.0, 0.6]
    n.add(
        "Generator",
        "wind later",
        bus="c",
        carrier="wind",
        p_nom_extendable=True,
        build_year=2035,
        capital_cost=15,
        p_max_pu=series(n, rng, 0.2, 1),
    )


def floor(n, rng):
    n.c.generators.static.loc["gas b", "p_min_pu"] = 0.3
    n.c.generators.static.loc["gas a", "p_min_pu"] = 0.2
    n.c.generators.static.loc["gas a", "p_nom_min"] = 30.0


def floor_series(n, rng):
    n.c.generators.dynamic["p_min_pu"]["gas b"] = series(n, rng, 0, 0.4)


def prices(n, rng):
    n.c.generators.dynamic["marginal_cost"]["gas b"] = series(n, rng, 10, 120)
    n.c.links.dynamic["marginal_cost"]["a to b"] = series(n, rng, 0, 5)
    n.c.links.dynamic["efficiency"]["heat pump"] = series(n, rng, 2, 4)
    n.c.generators.dynamic["efficiency"]["gas b"] = series(n, rng, 0.3, 0.6)


def overnight(n, rng):
    n.c.generators.static.loc[
        "wind b", ["overnight_cost", "discount_rate", "lifetime", "fom_cost"]
    ] = [9e5, 0.06, 25.0, 3.0]
    n.c.links.static.loc["heat pump", ["overnight_cost", "discount_rate", "lifetime"]] = [
        2e5,
        0.0,
        20.0,
    ]


def held(n, rng):
    n.c.generators.dynamic["p_set"]["gas b"] = series(n, rng, 0, 50)
    n.c.links.static.loc["a to b", "p_set"] = 7.0


def given_size(n, rng):
    n.c.generators.static.loc["wind b", "p_nom_set"] = 33.0


def modules(n, rng):
    n.c.generators.static.loc["wind b", "p_nom_mod"] = 17.0
    n.c.links.static.loc["heat pump", "p_nom_mod"] = 6.0


def ramps(n, rng):
    n.c.generators.static.loc["gas b", ["ramp_limit_up", "ramp_limit_down"]] = [0.1, 0.15]
    n.c.generators.static.loc["gas a", "ramp_limit_up"] = 0.2
    n.c.links.static.loc["a to b", "ramp_limit_down"] = 0.3
    n.c.generators.static.loc["gas b", "p_init"] = 20.0


def ramp_series(n, rng):
    n.c.generators.dynamic["ramp_limit_up"]["gas b"] = series(n, rng, 0.05, 0.3)


def sums(n, rng):
    n.c.generators.static.loc["gas b", "e_sum_max"] = 120.0
    n.c.generators.static.loc["wind b", "e_sum_min"] = 60.0


def turned(n, rng):
    n.add("Generator", "pump", bus="c", sign=-1, p_nom=20, p_min_pu=0.4, marginal_cost=3)
    n.add("Load", "source", bus="c", sign=1, p_set=5)


def absent(n, rng):
    n.add("Generator", "ghost", bus="a", p_nom=1e3, marginal_cost=0, active=False)
    n.add("Generator", "ghost sought", bus="a", p_nom_extendable=True, active=False)
    n.add("Link", "ghost link", bus0="a", bus1="c", p_nom=100, active=False)
    n.add("Store", "ghost store", bus="a", e_nom=100, active=False)
    n.add("Load", "ghost load", bus="a", p_set=500, active=False)


def outputs(n, rng):
    n.add(
        "Link",
        "chp",
        bus0="b",
        bus1="a",
        bus2="warm",
        bus3="c",
        efficiency=0.5,
        efficiency2=0.4,
        efficiency3=-0.1,
        p_nom_extendable=True,
        capital_cost=2,
        marginal_cost=1,
    )
    n.add("Link", "plain", bus0="c", bus1="a", p_nom=10, bus2="", efficiency=0.9)


def late(n, rng):
    n.c.links.static.loc["c feed", "delay"] = 2
    n.add(
        "Link",
        "slow",
        bus0="a",
        bus1="c",
        bus2="warm",
        efficiency=0.9,
        efficiency2=0.3,
        p_nom=20,
        delay=1,
        cyclic_delay=False,
        delay2=3,
    )


def process(n, rng):
    n.add(
        "Process",
        "works",
        bus0="a",
        bus1="warm",
        bus2="c",
        rate0=-1,
        rate1=0.8,
        rate2=-0.2,
        p_nom_extendable=True,
        capital_cost=3,
        marginal_cost=0.5,
    )
    n.add("Process", "old works", bus0="b", bus1="warm", p_nom=15, rate0=-0.9, p_min_pu=0.1)


def store(n, rng):
    n.add(
        "Store",
        "tank",
        bus="warm",
        e_nom_extendable=True,
        capital_cost=0.8,
        e_cyclic=True,
        standing_loss=0.02,
        marginal_cost=0.1,
        marginal_cost_storage=0.01,
    )


def store_initial(n, rng):
    n.add(
        "Store",
        "pit",
        bus="a",
        carrier="gas",
        e_nom=80,
        e_initial=50,
        standing_loss=0.01,
        e_min_pu=0.1,
        e_initial_per_period=bool(rng.random() < 0.7),
    )


def store_set(n, rng):
    n.add("Store", "planned", bus="c", e_nom=40, e_cyclic=True)
    level = np.full(len(n.snapshots), np.nan)
    level[2] = 15.0
    n.c.stores.dynamic["e_set"]["planned"] = level


def store_flow(n, rng):
    n.add("Store", "metered", bus="c", e_nom=400, e_initial=200)
    flow = np.full(len(n.snapshots), np.nan)
    flow[1] = 4.0
    n.c.stores.dynamic["p_set"]["metered"] = flow


def store_series(n, rng):
    n.add(
        "Store",
        "sheet",
        bus="a",
        e_nom_extendable=True,
        capital_cost=0.5,
        e_cyclic=True,
        e_max_pu=series(n, rng, 0.5, 1),
        e_min_pu=series(n, rng, 0, 0.3),
    )


def store_per_period(n, rng):
    n.add("Store", "yearly", bus="a", e_nom=60, e_cyclic_per_period=True, e_initial=10)
    n.add("Store", "yearly initial", bus="b", e_nom=60, e_initial=30, e_initial_per_period=True)


def unit(n, rng):
    n.add(
        "StorageUnit",
        "battery",
        bus="a",
        carrier="battery",
        p_nom_extendable=True,
        capital_cost=3,
        max_hours=2,
        efficiency_store=0.95,
        efficiency_dispatch=0.9,
        cyclic_state_of_charge=True,
        standing_loss=0.01,
        marginal_cost=0.2,
        marginal_cost_storage=0.02,
    )


def unit_inflow(n, rng):
    n.add(
        "StorageUnit",
        "dam",
        bus="b",
        p_nom=20,
        max_hours=3,
        inflow=series(n, rng, -3, 40).clip(0),
        state_of_charge_initial=20,
        spill_cost=1.5,
        p_min_pu=0,
        p_max_pu=0.9,
    )
    n.add("StorageUnit", "dry", bus="c", p_nom=5, max_hours=3, state_of_charge_initial=9)


def unit_set(n, rng):
    n.add("StorageUnit", "scheduled", bus="b", p_nom=20, max_hours=4, state_of_charge_initial=30)
    level = np.full(len(n.snapshots), np.nan)
    level[3] = 25.0
    n.c.storage_units.dynamic["state_of_charge_set"]["scheduled"] = level
    power = np.full(len(n.snapshots), np.nan)
    power[1] = -3.0
    n.c.storage_units.dynamic["p_set"]["scheduled"] = power


def unit_pieces(n, rng):
    n.add("StorageUnit", "told", bus="b", p_nom=20, max_hours=4, cyclic_state_of_charge=True)
    for attr, at in (("p_dispatch_set", 1), ("p_store_set", 4)):
        power = np.full(len(n.snapshots), np.nan)
        power[at] = 2.0
        n.c.storage_units.dynamic[attr]["told"] = power


def unit_emits(n, rng):
    n.add(
        "StorageUnit",
        "coal heap",
        bus="c",
        carrier="gas",
        p_nom=20,
        max_hours=8,
        state_of_charge_initial=100,
        p_min_pu=0,
        state_of_charge_initial_per_period=True,
    )


def unit_per_period(n, rng):
    n.add(
        "StorageUnit",
        "su cyclic",
        bus="a",
        p_nom=15,
        max_hours=2,
        cyclic_state_of_charge_per_period=True,
    )
    n.add(
        "StorageUnit",
        "su initial",
        bus="b",
        p_nom=15,
        max_hours=2,
        state_of_charge_initial=12,
        state_of_charge_initial_per_period=True,
    )


def lines(n, rng):
    n.add(
        "Line",
        ["ab", "bc", "ac"],
        bus0=["a", "b", "a"],
        bus1=["b", "c", "c"],
        x=rng.uniform(0.1, 2, 3),
        r=rng.uniform(0.1, 2, 3),
        s_nom=[15, 20, 12],
        s_max_pu=0.8,
    )
    n.add("Line", "ab again", bus0="b", bus1="a", x=0.7, r=0.3, s_nom=9)


def lines_sought(n, rng):
    n.add(
        "Line",
        ["s ab", "s bc", "s ac"],
        bus0=["a", "b", "a"],
        bus1=["b", "c", "c"],
        length=[10, 20, 15],
        x=rng.uniform(0.1, 2, 3),
        r=rng.uniform(0.1, 2, 3),
        s_nom=5,
        s_nom_extendable=True,
        capital_cost=[1, 2, 1.5],
        carrier=["AC", "AC", ""],
    )
    n.c.lines.dynamic["s_max_pu"]["s bc"] = series(n, rng, 0.6, 1)


def volume(n, rng):
    lines_sought(n, rng)
    n.add(
        "GlobalConstraint",
        "volume",
        type="transmission_volume_expansion_limit",
        carrier_attribute="AC, DC",
        sense="<=",
        constant=rng.uniform(300, 600),
    )


def spending(n, rng):
    lines_sought(n, rng)
    n.add(
        "GlobalConstraint",
        "spending",
        type="transmission_expansion_cost_limit",
        carrier_attribute="AC",
        sense="<=",
        constant=rng.uniform(20, 50) * _horizon(n),
    )


def typed(n, rng):
    n.add(
        "Line",
        ["t ab", "t bc", "t ac"],
        bus0=["a", "b", "a"],
        bus1=["b", "c", "c"],
        length=[30, 20, 50],
        type="Al/St 240/40 2-bundle 220.0",
        s_nom=18,
        num_parallel=[1, 2, 1.5],
    )
    n.add("Transformer", "t tr", bus0="a", bus1="b", type="160 MVA 380/110 kV", tap_position=3)


def transformers(n, rng):
    lines(n, rng)
    n.add(
        "Transformer",
        "tr",
        bus0="a",
        bus1="b",
        x=0.1,
        r=0.01,
        s_nom=30,
        tap_ratio=1.05,
        phase_shift=2.0,
    )
    n.add(
        "Transformer",
        "tr sought",
        bus0="c",
        bus1="b",
        x=0.2,
        r=0.02,
        s_nom=10,
        s_nom_extendable=True,
        capital_cost=1,
    )


def shifters(n, rng):
    lines(n, rng)
    n.add(
        "Transformer",
        "pst",
        bus0="a",
        bus1="b",
        x=0.1,
        r=0.01,
        s_nom=40,
        phase_shift_min=-10,
        phase_shift_max=10,
    )
    n.add("Transformer", "still", bus0="b", bus1="c", x=0.1, r=0.01, s_nom=40, phase_shift=1.0)


def angles(n, rng):
    lines(n, rng)
    n.c.lines.static["v_ang_max"] = 0.004
    n.add(
        "Transformer", "tr ang", bus0="a", bus1="b", x=0.1, s_nom=30, phase_shift=1.0, v_ang_max=3.0
    )


def committed(n, rng):
    n.c.generators.static.loc[
        "gas b",
        [
            "committable",
            "p_min_pu",
            "start_up_cost",
            "shut_down_cost",
            "stand_by_cost",
            "min_up_time",
            "min_down_time",
            "up_time_before",
        ],
    ] = [True, 0.4, 200.0, 50.0, 20.0, 2, 2, 1]
    n.c.generators.dynamic["marginal_cost"]["gas b"] = series(n, rng, 20, 400)
    n.c.generators.dynamic["p_min_pu"]["gas b"] = np.full(len(n.snapshots), 0.5)


def committed_ramps(n, rng):
    committed(n, rng)
    n.c.generators.static.loc[
        "gas b", ["ramp_limit_up", "ramp_limit_down", "ramp_limit_start_up", "ramp_limit_shut_down"]
    ] = [0.15, 0.2, 0.6, 0.7]
    n.c.generators.static.loc["gas b", "p_init"] = 40.0


def committed_before(n, rng):
    committed(n, rng)
    n.c.generators.static.loc["gas b", ["up_time_before", "down_time_before", "min_down_time"]] = [
        0,
        1,
        3,
    ]


def committed_sought(n, rng):
    n.c.generators.static.loc[
        "gas a",
        ["committable", "p_min_pu", "start_up_cost", "p_nom_max", "ramp_limit_up", "min_up_time"],
    ] = [True, 0.3, 100.0, 200.0, 0.3, 2]


def committed_modules(n, rng):
    n.c.generators.static.loc[
        "gas a",
        ["committable", "p_min_pu", "start_up_cost", "p_nom_mod", "p_nom_max", "ramp_limit_up"],
    ] = [True, 0.3, 100.0, 20.0, 100.0, 0.8]
    n.c.generators.static.loc["gas b", ["committable", "p_nom_mod", "stand_by_cost"]] = [
        True,
        25.0,
        5.0,
    ]


def committed_link(n, rng):
    n.c.links.static.loc["c feed", ["committable", "p_min_pu", "start_up_cost"]] = [True, 0.5, 30.0]


FEATURES = {
    f.__name__: f
    for f in (
        fuel_limit,
        operational,
        technology,
        bus_limit,
        floor,
        floor_series,
        prices,
        overnight,
        held,
        given_size,
        modules,
        ramps,
        ramp_series,
        sums,
        turned,
        absent,
        outputs,
        late,
        process,
        store,
        store_initial,
        store_set,
        store_flow,
        store_series,
        unit,
        unit_inflow,
        unit_set,
        unit_pieces,
        unit_emits,
        lines,
        lines_sought,
        volume,
        spending,
        typed,
        transformers,
        shifters,
        angles,
        committed,
        committed_ramps,
        committed_before,
        committed_sought,
        committed_modules,
        committed_link,
        store_per_period,
        unit_per_period,
        growth,
        fuel_limit_of_period,
    )
}
"""Features by name; `direct`, `weights`, `periods`, `even_years` are of the whole network."""
