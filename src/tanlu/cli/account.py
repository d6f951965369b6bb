"""`tanlu account`: the inventory of a park, a member, or all members."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tanlu.cli.language import lang_option, language, say
from tanlu.cli.park import echo_json, read_book
from tanlu.types import Text

if TYPE_CHECKING:
    from tanlu.model.inventory import Inventory


@click.command()
@click.argument("park", type=click.Path(path_type=Path))
@click.option("--year", type=int, help="Calendar year; the latest when left out / 年份.")
@click.option("--member", default="", help="Member; the park when left out / 成员.")
@click.option(
    "--boundary",
    type=click.Choice(["park", "enterprise", "facility"]),
    default="park",
    show_default=True,
    help="Level at which boundaries are drawn / 边界层级.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def account(park: Path, year: int | None, member: str, boundary: str, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Inventory of PARK (folder or workbook) / 核算排放清单."""
    from tanlu.account.cut import cut, years_of
    from tanlu.account.ledger import ledger
    from tanlu.account.method_warnings import method_warnings
    from tanlu.catalog.load import load_catalog
    from tanlu.catalog.overlay import with_documents
    from tanlu.workflow.inventory_record import inventory_record
    from tanlu.workflow.method_records import own_method_records
    from tanlu.workflow.quality_record import add_quality
    from tanlu.workflow.scope2_record import scope2_record

    book = read_book(park)
    catalog = with_documents(load_catalog(), book)
    lines = ledger(book, catalog)
    years = years_of(lines)
    chosen = year if year is not None else (years[-1] if years else 0)
    inventory = cut(lines, year=chosen, boundary=boundary, member_id=member)
    for warning in method_warnings(book, catalog, [chosen]):
        click.echo(warning.line(language()), err=True)
    own = own_method_records(book, catalog, chosen)
    if as_json:
        record = inventory_record(inventory, catalog)
        add_quality(record, book, inventory)
        totals = {
            str(y): cut(lines, year=y, boundary=boundary, member_id=member).total_t for y in years
        }
        beside = {"own_methods": own} if own else {}
        market = scope2_record(inventory, catalog)
        echo_json({**record, "years": totals, "scope2": market, **beside})
        return
    _print(inventory)
    _print_own(own)


def _print_own(own: "list[dict[str, Any]]") -> None:
    if not own:
        return
    click.echo(say(Text("members by their own methods, beside the park's and never in its sum",
                        "成员按自有方法的结果，与园区结果并列，不并入合计")))  # fmt: skip
    for record in own:
        mark = "" if record["is_complete"] else say(Text("  incomplete", "  不完整"))
        name = f"{record['member']} · {record['method']}"
        if record["total"] is None:
            click.echo(f"  {name:<44}{'—':>18}{mark}")
        else:
            total, gap = record["total"], record["difference"]
            click.echo(f"  {name:<44}{total:>18,.3f}  ({gap:+,.3f}){mark}")


def _print(inventory: "Inventory") -> None:
    from tanlu.account.slices import NET, by, by_member
    from tanlu.catalog.resolve import FOUND
    from tanlu.cli.measured import print_preparation
    from tanlu.cli.scope2 import print_scope2

    click.echo(f"{inventory.member_id} · {inventory.year} · {inventory.boundary} · t CO2e")
    for name in NET:
        _print_part(name, by(inventory, name))
    _print_part("member", by_member(inventory))
    click.echo(f"  {say(Text('elimination', '抵消')):<24}{0.0 - inventory.elimination_t:>18,.3f}")
    click.echo(f"{say(Text('total', '合计')):<26}{inventory.total_t:>18,.3f}")
    _print_apart(inventory)
    print_preparation(inventory)
    for choice in dict.fromkeys(inventory.lines["choice"]):
        for resolved in inventory.ledger.choices[choice].factors.values():
            factor = resolved.factor
            found = say(FOUND[resolved.found])
            click.echo(
                f"  {factor.subject}.{factor.quantity} = {resolved.value:.6g} {resolved.unit}"
                f"  [{factor.citation_id} {factor.clause}; {found}]"
            )
    print_scope2(inventory)
    told = (*inventory.missing, *inventory.ledger.notes, *inventory.ledger.preparation.warnings)
    for fault in told:
        click.echo(fault.line(language()), err=True)


def _print_apart(inventory: "Inventory") -> None:
    # outside the total: what was sent out (R7), biogenic CO2 (R4)
    exported = float(inventory.exported["co2_t"].sum())
    if exported:
        click.echo(f"  {say(Text('apart: sent out', '另列：输出')):<24}{exported:>18,.3f}")
    if inventory.biogenic_t:
        label = say(Text("apart: biogenic CO2", "另列：生物源 CO2"))
        click.echo(f"  {label:<24}{inventory.biogenic_t:>18,.3f}")


def _print_part(name: str, sums: dict[str, float]) -> None:
    click.echo(name)
    for code, value in sums.items():
        click.echo(f"  {code:<24}{value:>18,.3f}")
