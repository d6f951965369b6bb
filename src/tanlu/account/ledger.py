"""All records of a park to emitting lines: factors chosen once per kind, then columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from tanlu.account.choose import Chooser, Kind
from tanlu.account.chp import shared_factors
from tanlu.account.formulas import AMOUNTS, FORMULAS
from tanlu.account.intensity import amount_of_coal_equivalent, coal_equivalent
from tanlu.account.market import market
from tanlu.account.prepare.balance_lines import balance_lines
from tanlu.account.prepare.prepare import prepare
from tanlu.account.prepare.records import line_id, with_extra
from tanlu.account.prepare.stack import with_stacks
from tanlu.account.prepare.streams import counts_stream
from tanlu.account.prepare.told import with_notes
from tanlu.account.storage import stored_factors
from tanlu.account.ways import subjects_of
from tanlu.account.whole_years import part_years
from tanlu.catalog.content import Catalog
from tanlu.catalog.overlay import ancestry, own_factors
from tanlu.catalog.resolve import Resolver
from tanlu.errors import Fault, NoFactorError, Place
from tanlu.model.book import WORLD, Book
from tanlu.model.inventory import CHP, LINE_SCHEMA, STORAGE, Choice, Ledger
from tanlu.model.market import Market
from tanlu.types import Text

_ARGUMENT = "argument_"  # before the name of a formula's argument: its column
_COAL = "coal_equivalent"
_KEY = ("carrier", "start", "unit_key", "person", "supplier", "origin", "mean", "use")


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two record tables, and how it is read."""

    table: str
    is_flow: bool


def ledger(book: Book, catalog: Catalog) -> Ledger:
    """Compute every line of a park, before any boundary is drawn.

    Args:
        book: A checked park.
        catalog: The factor catalogue.

    Returns:
        Lines with mass of gas and CO2 equivalent [t], and what each one took.

    Raises:
        NoFactorError: With every factor that is missing.
    """
    method = catalog.method(book.park.method)
    chains = ancestry(book.table("members"), book.park.park_id)
    book, preparation = prepare(book, catalog.carriers, chains)
    resolver = Resolver(catalog, method, own_factors(book), preparation.factors())
    potentials = catalog.gwp[book.park.gwp_set]
    chooser = Chooser(resolver, catalog.carriers, potentials, book.park.place)
    choices: list[Choice] = []
    faults: list[Fault] = part_years(book, catalog.carriers)
    burned, carried = _Side("activities", is_flow=False), _Side("flows", is_flow=True)
    flows = _records(book, carried, chooser, chains)
    is_stored = pl.col("origin").eq_missing(STORAGE)

    def lines(records: pl.DataFrame, side: _Side, chooser: Chooser) -> pl.DataFrame:
        return _lines(records, side, book, chooser, chains, choices, faults)

    own = lines(_records(book, burned, chooser, chains), burned, chooser)
    joint = flows.filter(pl.col("origin") == CHP, pl.col("sharing").is_not_null())
    if len(joint):  # what a joint plant delivers is a share of what it emits
        chooser = replace(chooser, shared=shared_factors(own, joint, catalog.carriers))
    parts = [own, lines(flows.filter(is_stored.not_()), carried, chooser)]
    stored = flows.filter(is_stored)
    if len(stored):  # what a store gives is the mean of what charged it
        knowing = replace(chooser, stored=stored_factors(_power(parts[1], stored), stored))
        parts.append(lines(stored, carried, knowing))
    errors = [fault for fault in faults if fault.is_error]
    if errors:
        raise NoFactorError(errors)
    parts.append(balance_lines(preparation, book, chooser, choices))
    whole, preparation = with_stacks(pl.concat(parts), choices, book, chains, preparation)
    view = market(whole, choices, book, resolver, chains)
    return Ledger(
        park_id=book.park.park_id,
        method=method.method_id,
        gwp_set=book.park.gwp_set,
        digest=catalog.digest,
        lines=_with_market(whole, view),
        choices=tuple(choices),
        chains=chains,
        kinds=_kinds(book),
        labels=_labels(book),
        notes=_notes(faults),
        preparation=with_notes(preparation, choices, book),
        market=view,
    )


def _power(lines: pl.DataFrame, stored: pl.DataFrame) -> pl.DataFrame:
    return lines.filter(pl.col("carrier").is_in(stored["carrier"].unique().implode()))


def _notes(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    # twelve months of one process say the same thing once
    told = {fault.what("en"): fault for fault in reversed(faults)}
    return tuple(reversed(told.values()))


def _with_market(lines: pl.DataFrame, view: Market) -> pl.DataFrame:
    whole = pl.sum_horizontal("covered_mwh", "own_mwh", "rest_mwh")
    open_share = pl.when(whole > 0).then(pl.col("rest_mwh") / whole).otherwise(0.0)
    found = view.lines.select(
        pl.col("line_id").alias("of"), "market_t",
        pl.when(pl.col("market_t").is_not_null()).then(open_share).alias("open_share"),
        power=pl.lit(value=True),
    )  # fmt: skip
    both = (
        lines.drop("market_t")
        .with_columns(of=pl.format("{}.co2", "record_id"))
        .join(found, on="of", how="left", maintain_order="left")
    )
    # other gases of power: of the uncovered share; heat and cold are the same in both views
    shared = pl.col("co2_t") * pl.col("open_share")
    other = pl.when(pl.col("power").is_null()).then("co2_t").otherwise(shared)
    value = pl.when(pl.col("power") & (pl.col("gas") == "co2")).then("market_t").otherwise(other)
    bought = pl.when(pl.col("scope") == 2).then(value).alias("market_t")
    return both.with_columns(bought).select(list(LINE_SCHEMA))


def _kinds(book: Book) -> dict[str, str]:
    rows = book.table("members").select("member_id", "kind").iter_rows()
    return {book.park.park_id: "park", **dict(rows)}


def _labels(book: Book) -> dict[str, Text]:
    rows = book.table("members").select("member_id", "name_en", "name_zh").iter_rows()
    named = {m: Text(en or zh or m, zh or en or m) for m, en, zh in rows}
    return {book.park.park_id: book.park.name, **named, WORLD: Text("outside", "外部")}


def _records(
    book: Book, side: _Side, chooser: Chooser, chains: Mapping[str, tuple[str, ...]]
) -> pl.DataFrame:
    frame = book.table(side.table)
    if side.is_flow:
        carried = [c for c, carrier in chooser.carriers.items() if carrier.kind != "fuel"]
        frame = frame.filter(pl.col("carrier").is_in(carried))
    else:
        frame = frame.with_columns(
            pl.lit(None, pl.String).alias("from_id"),
            pl.col("member_id").alias("to_id"),
            pl.lit(None, pl.String).alias("origin"),
        )
    frame = with_extra(frame, side.table).filter(_is_counted(frame, side, chooser))
    return frame.with_columns(*_keys(chooser, chains))


def _is_counted(frame: pl.DataFrame, side: _Side, chooser: Chooser) -> pl.Expr:
    # what the method leaves out makes no line; `account.method_warnings` tells it
    method = chooser.resolver.method
    if not side.is_flow:
        streams = [s for s in frame["stream"].unique() if counts_stream(method, s)]
        return pl.col("stream").is_in(streams)
    kinds = {c: chooser.carriers[c].kind for c in frame["carrier"].unique()}
    counted = [c for c, kind in kinds.items() if method.counts(f"purchased.{kind}", 2)]
    return pl.col("carrier").is_in(counted)


def _keys(chooser: Chooser, chains: Mapping[str, tuple[str, ...]]) -> list[pl.Expr]:
    # a member or supplier is part of the key only where a factor of its own may be taken
    units = {c: carrier.unit for c, carrier in chooser.carriers.items()}
    own_unit = pl.col("carrier").replace_strict(units, return_dtype=pl.String)
    return [
        pl.when(pl.col("amount_unit").is_in(["tce", "GJ"]) | (pl.col("amount_unit") != own_unit))
        .then(pl.col("amount_unit"))
        .otherwise(pl.lit("own"))
        .alias("unit_key"),
        pl.when(_has_own(chooser, chains)).then("to_id").alias("person"),
        pl.when(
            _is_certified(chooser) | pl.col("origin").is_in([STORAGE, CHP]).fill_null(value=False)
        )
        .then("from_id")
        .alias("supplier"),
    ]


def _has_own(chooser: Chooser, chains: Mapping[str, tuple[str, ...]]) -> pl.Expr:
    owners: dict[str, set[str]] = {}
    for factor in chooser.resolver.own:
        if factor.member_id:
            owners.setdefault(factor.subject, set()).add(factor.member_id)
    below = {s: [n for n, c in chains.items() if not o.isdisjoint(c)] for s, o in owners.items()}
    return _any_of(below, "to_id", chooser)


def _is_certified(chooser: Chooser) -> pl.Expr:
    sellers: dict[str, list[str]] = {}
    for factor in chooser.resolver.own:
        if factor.supplier_id:
            sellers.setdefault(factor.subject, []).append(factor.supplier_id)
    return _any_of(sellers, "from_id", chooser)


def _any_of(nodes: Mapping[str, list[str]], column: str, chooser: Chooser) -> pl.Expr:
    found = pl.lit(value=False)
    for subject, names in nodes.items():
        takers = [c for c, each in chooser.carriers.items() if subject in subjects_of(each)]
        found |= pl.col("carrier").is_in(takers) & pl.col(column).is_in(names)
    return found.fill_null(value=False)


def _lines(
    records: pl.DataFrame,
    side: _Side,
    book: Book,
    chooser: Chooser,
    chains: Mapping[str, tuple[str, ...]],
    choices: list[Choice],
    faults: list[Fault],
) -> pl.DataFrame:
    rows = []
    for key, kind, where in _kinds_of(records, book, chains):
        pick = chooser.carry if side.is_flow else chooser.burn
        found, wrong = pick(kind, where)
        faults += wrong
        for choice in found:
            rows.append({**key, **_choice_row(choice, len(choices))})
            choices.append(choice)
    if not rows:
        return pl.DataFrame(schema=LINE_SCHEMA)
    chosen = pl.DataFrame(rows, schema=_choice_schema(records, rows), infer_schema_length=None)
    joined = records.join(chosen, on=list(_KEY), how="inner", nulls_equal=True)
    return _computed(joined, side, chooser)


def _kinds_of(
    records: pl.DataFrame, book: Book, chains: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[dict[str, object], Kind, Place]]:
    unique = records.unique(list(_KEY), keep="first", maintain_order=True)
    for row in unique.iter_rows(named=True):
        member = row["person"]
        kind = Kind(
            carrier=row["carrier"],
            on=row["start"],
            unit=row["unit_key"] if row["unit_key"] != "own" else "",
            member_ids=chains.get(member, (member,)) if member else (),
            supplier_id=row["supplier"],
            origin=row["origin"],
            mean_id=row["mean"],
            use=row["use"],
        )
        place = book.draft.sheet(row["table"]).place(row["row"], "carrier")
        yield {name: row[name] for name in _KEY}, kind, place


def _choice_row(choice: Choice, index: int) -> dict[str, object]:
    values = {name: resolved.value for name, resolved in choice.factors.items()}
    head = {"choice": index, "formula": choice.formula, "gas": choice.gas, "gwp": choice.gwp}
    return {**head, **{_ARGUMENT + name: value for name, value in values.items()}}


def _choice_schema(
    records: pl.DataFrame, rows: Sequence[Mapping[str, object]]
) -> dict[str, pl.DataType | type[pl.DataType]]:
    keys = {name: records.schema[name] for name in _KEY}
    used = {name for row in rows for name in row if name.startswith(_ARGUMENT)}
    head = {"choice": pl.Int64, "formula": pl.String, "gas": pl.String, "gwp": pl.Float64}
    return {**keys, **head, **dict.fromkeys([_ARGUMENT + _COAL, *sorted(used)], pl.Float64)}


def _computed(joined: pl.DataFrame, side: _Side, chooser: Chooser) -> pl.DataFrame:
    units = {c: carrier.unit for c, carrier in chooser.carriers.items()}
    processes = [c for c, carrier in chooser.carriers.items() if carrier.kind == "process"]
    coal, amount = pl.col(_ARGUMENT + _COAL), pl.col("amount")
    is_coal = pl.col("unit_key") == "tce"
    physical = pl.when(is_coal).then(amount_of_coal_equivalent(amount, coal)).otherwise(amount)
    own_unit = pl.col("carrier").replace_strict(units, return_dtype=pl.String)
    gas = _by_formula(joined["formula"].unique())
    return (
        joined.rename({"amount": "written_amount", "amount_unit": "written_unit"})
        .with_columns(amount=pl.col("written_amount"))
        .with_columns(
            amount=physical,
            amount_unit=pl.when(pl.col("unit_key").is_in(["own", "tce"]))
            .then(own_unit)
            .otherwise("unit_key"),
            # what a process makes or uses as a material is no energy use
            energy_tce=pl.when(pl.col("carrier").is_in(processes))
            .then(0.0)
            .when(is_coal)
            .then(amount)
            .otherwise(coal_equivalent(amount, coal)),
        )
        .with_columns(gas_t=gas)
        .with_columns(
            co2_t=pl.col("gas_t") * pl.col("gwp"),
            # an amount of energy is counted once, beside its CO2
            energy_tce=pl.when(pl.col("gas").str.starts_with("co2")).then("energy_tce"),
            line_id=line_id(),
            stream=pl.lit("purchased") if side.is_flow else pl.col("stream"),
            scope=pl.lit(2 if side.is_flow else 1),
            market_t=pl.lit(None, pl.Float64),
        )
        .select(pl.col(name).cast(kind) for name, kind in LINE_SCHEMA.items())
    )


def _by_formula(codes: pl.Series) -> pl.Expr:
    result = pl.lit(None, pl.Float64)
    for code in sorted(codes):
        formula = FORMULAS[code]
        names = {n: "amount" if n in AMOUNTS else _ARGUMENT + n for n in formula.symbols}
        value = formula.function(**{n: pl.col(column) for n, column in names.items()})
        result = pl.when(pl.col("formula") == code).then(value).otherwise(result)
    return result
