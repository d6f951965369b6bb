"""`tanlu factor`: list, show, and why a value was taken."""

from datetime import date
from typing import TYPE_CHECKING

import click

from tanlu.cli.language import lang_option, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tanlu.catalog.content import Catalog
    from tanlu.catalog.resolve import Resolver
    from tanlu.model.factor import Carrier, Factor


@click.group()
@lang_option
def factor() -> None:
    """Look into the factor catalogue / 查询因子库."""


@factor.command("list")
@click.argument("search", default="")
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def list_(search: str, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Fuels and carriers whose code or name holds SEARCH / 列出能源品种."""
    from tanlu.catalog.content import normal
    from tanlu.catalog.load import load_catalog

    catalog = load_catalog()
    wanted = normal(search)
    found = [c for c in catalog.carriers.values() if any(wanted in w for w in _words(c))]
    if as_json:
        echo_json([_carrier(c, catalog) for c in found])
        return
    for carrier in found:
        count = _count(catalog, carrier)
        click.echo(f"{carrier.carrier_id:<28}{carrier.unit:<6}{count:>4}  {say(carrier.label)}")


def _words(carrier: "Carrier") -> list[str]:
    from tanlu.catalog.content import normal

    names = (carrier.carrier_id, carrier.label.en, carrier.label.zh, *carrier.aliases)
    return [normal(name) for name in names]


def _count(catalog: "Catalog", carrier: "Carrier") -> int:
    return sum(1 for f in catalog.factors if f.subject == carrier.carrier_id)


def _carrier(carrier: "Carrier", catalog: "Catalog") -> dict[str, object]:
    return {
        "id": carrier.carrier_id,
        "en": carrier.label.en,
        "zh": carrier.label.zh,
        "kind": carrier.kind,
        "unit": carrier.unit,
        "values": _count(catalog, carrier),
    }


@factor.command()
@click.argument("subject")
@click.option("--on", "day", default=None, help="Only what holds on this day / 日期.")
@click.option("--region", default=None, help="江西, Jiangxi, CN-36 / 地区.")
@click.option("--method", default="cn.park", show_default=True, help="Accounting method / 方法.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def show(
    subject: str,
    day: str | None,
    region: str | None,
    method: str,
    as_json: bool,  # noqa: FBT001 - click passes options
) -> None:
    """All values of SUBJECT; with --on or --region those taken there / 列出取值与依据."""
    from tanlu.catalog.load import load_catalog

    catalog = load_catalog()
    carrier = _find(catalog, subject)
    if day or region:
        _show_taken(catalog, carrier, (day, region or "CN", method), as_json=as_json)
        return
    values = [f for f in catalog.factors if f.subject == carrier.carrier_id]
    if as_json:
        echo_json([_value(f) for f in values])
        return
    click.echo(f"{carrier.carrier_id} · {say(carrier.label)} · {carrier.unit}")
    for value in values:
        click.echo(_line(value))
    for line in _ways(carrier):
        click.echo(line)


def _ways(carrier: "Carrier") -> list[str]:
    # how a process is computed, in order: what the plant states of itself goes first
    from tanlu.account.formulas import FORMULAS

    return [
        f"  {way.gas:<16}{FORMULAS[way.formula].text()}   "
        + ", ".join(f"{name} ← {' | '.join(names)}" for name, names in way.takes)
        for way in carrier.ways
    ]


def _show_taken(
    catalog: "Catalog", carrier: "Carrier", asked: tuple[str | None, str, str], *, as_json: bool
) -> None:
    from tanlu.catalog.resolve import FOUND, Resolver, how_found
    from tanlu.model.factor import Request
    from tanlu.workflow.place_names import find_place

    day, region, method = asked
    resolver = Resolver(catalog, catalog.method(method))
    place, records = find_place(catalog, region), []
    for quantity in dict.fromkeys(q for s, q in catalog.by_subject if s == carrier.carrier_id):
        on = _day(catalog, carrier, quantity, day)
        request = Request(carrier.carrier_id, quantity, on, place)
        ranked = resolver.ranked(request)
        if ranked:
            taken = {**_value(ranked[0]), "found": how_found(ranked[0], request)}
            records.append({**taken, "alternatives": [_value(f) for f in ranked[1:]]})
    if not _is_answered(records, carrier):
        raise _outside(resolver, carrier, day, place)
    if as_json:
        echo_json({"subject": carrier.carrier_id, "place": place, "on": day, "values": records})
        return
    for record in records:
        found = say(FOUND[str(record["found"])])
        click.echo(
            f"{record['quantity']} = {record['value']} {record['unit']}"
            f"  [{record['citation']} {record['clause']}; {found}; {record['status']}]"
        )


_SUPPLIED = ("power", "heat")  # who asks for these asks for their emission factor


def _is_answered(records: "Sequence[Mapping[str, object]]", carrier: "Carrier") -> bool:
    quantities = {record["quantity"] for record in records}
    return "emission" in quantities if carrier.kind in _SUPPLIED else bool(quantities)


def _outside(resolver: "Resolver", carrier: "Carrier", day: str | None, place: str) -> Exception:
    from tanlu.errors import NoFactorError

    catalog, method = resolver.catalog, resolver.method
    every = [f for f in catalog.factors if f.subject == carrier.carrier_id]
    # what the method takes at this place or around it, else whatever there is
    around = catalog.around(place)
    values = [
        f for f in every if f.place in around and f.series in method.order(f.subject, f.quantity)
    ] or every
    wanted = _day(catalog, carrier, "", day).toordinal()
    near = min(
        values, key=lambda f: (f.quantity != "emission", abs(f.from_on.toordinal() - wanted))
    )
    return NoFactorError.of(
        "outside_validity",
        subject=carrier.carrier_id,
        on=day or "—",
        place=place,
        nearest=f"{near.quantity} {near.value:g} {near.unit}, {near.place}, {near.from_on}",
        citation=near.citation_id,
    )


def _find(catalog: "Catalog", subject: str) -> "Carrier":
    from tanlu.errors import InputError

    carrier = catalog.find_carrier(subject)
    if carrier is None:
        close = ", ".join(catalog.close_carriers(subject)) or "—"
        raise InputError.of("unknown_carrier", carrier=subject, close=close)
    return carrier


def _line(value: "Factor") -> str:
    spread = "" if value.lower is None else f" ({value.lower:g}–{value.upper:g})"
    return (
        f"  {value.quantity:<16}{value.value:>12g} {value.unit:<14}{spread:<20}"
        f"{value.place:<8}{value.from_on}  {value.citation_id}#{value.clause} [{value.status}]"
    )


def _value(value: "Factor") -> dict[str, object]:
    return {
        "quantity": value.quantity,
        "value": value.value,
        "unit": value.unit,
        "lower": value.lower,
        "upper": value.upper,
        "place": value.place,
        "series": value.series,
        "from": value.from_on.isoformat(),
        "to": value.to_on.isoformat() if value.to_on else None,
        "citation": value.citation_id,
        "clause": value.clause,
        "status": value.status,
        "note": value.note,
    }


@factor.command()
@click.argument("subject")
@click.argument("quantity")
@click.option("--method", default="cn.park", show_default=True, help="Accounting method / 方法.")
@click.option("--place", default="CN", show_default=True, help="CN, CN-36 … / 地点.")
@click.option("--on", "day", default=None, help="Day, such as 2022-01-01 / 日期.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def why(
    subject: str,
    quantity: str,
    method: str,
    place: str,
    day: str | None,
    as_json: bool,  # noqa: FBT001 - click passes options
) -> None:
    """Which value of SUBJECT's QUANTITY is taken, and what else there is / 取值理由."""
    from tanlu.catalog.load import load_catalog
    from tanlu.catalog.resolve import FOUND, Resolver, how_found, no_factor
    from tanlu.errors import NoFactorError, Place
    from tanlu.model.factor import Request

    catalog = load_catalog()
    carrier = _find(catalog, subject)
    on = _day(catalog, carrier, quantity, day)
    request = Request(carrier.carrier_id, quantity, on, place)
    resolver = Resolver(catalog, catalog.method(method))
    ranked = resolver.ranked(request)
    if not ranked:
        raise NoFactorError([no_factor(request, resolver.method, Place())])
    if as_json:
        steps = [{**_value(f), "found": how_found(f, request)} for f in ranked]
        echo_json({"taken": steps[0], "alternatives": steps[1:]})
        return
    taken = say(FOUND[how_found(ranked[0], request)])
    click.echo(f"{say(Text('taken', '采用'))}: {taken}")
    click.echo(_line(ranked[0]))
    click.echo(say(Text("alternatives, in order", "备选，按优先次序")))
    for value in ranked[1:]:
        click.echo(_line(value))


def _day(catalog: "Catalog", carrier: "Carrier", quantity: str, text: str | None) -> date:
    from tanlu.periods import parse_period

    if text:
        return parse_period(text).start
    values = catalog.by_subject.get((carrier.carrier_id, quantity), ())
    return max((f.from_on for f in values), default=date.max)
