"""`tanlu compare`: a year beside the year before, and what is worth a look."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tanlu.cli.language import lang_option, language, say
from tanlu.cli.park import echo_json, read_findings
from tanlu.types import Text

if TYPE_CHECKING:
    from tanlu.model.bridge import Bridge
    from tanlu.workflow.kept.bridge_view import Naming

_HEAD = Text("{old} → {new} · {member} · {unit}", "{old} → {new} · {member} · {unit}")
_MOST = 20  # streams that a terminal shows; --json has all


@click.command()
@click.argument("park", type=click.Path(path_type=Path))
@click.option("--from", "from_year", type=int, default=0, help="Earlier year / 较早年份.")
@click.option(
    "--to", "to_year", type=int, default=0, help="Later year; the last when left out / 较晚年份."
)
@click.option("--member", default="", help="Member; the park when left out / 成员.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def compare(park: Path, from_year: int, to_year: int, member: str, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """A year of PARK beside the year before / 与上年比较."""
    from tanlu.workflow.kept.years import compared, comparison_record

    findings = read_findings(park)
    found = compared(findings, (from_year, to_year), member)
    if as_json:
        record = comparison_record(findings, found)
        echo_json({"park_id": findings.book.park.park_id, **record})
        return
    names = {"old": found.old.year, "new": found.new.year, "member": found.new.member_id}
    click.echo(say(_HEAD.fill(**names, unit=found.naming.unit)))
    echo_bridge(found.bridge, found.naming)
    for look in found.looks:
        click.echo(look.fault.line(language()), err=True)


def echo_bridge(found: "Bridge", naming: "Naming") -> None:
    """A bridge as text: totals, causes, changed factors, what moved most."""
    from tanlu.model.bridge import CAUSES
    from tanlu.model.label import label
    from tanlu.workflow.kept.bridge_view import heaviest

    click.echo(f"  {say(label('bridge', 'old')):<24}{found.old_t:>18,.3f}")
    for cause in CAUSES:
        click.echo(
            f"  {say(label('cause', cause)):<24}{round(found.parts[cause], 3) + 0.0:>+18,.3f}"
        )
    click.echo(f"  {say(label('bridge', 'new')):<24}{found.new_t:>18,.3f}")
    for change in found.changes:
        click.echo(f"  {_change(change)}")
    for row in heaviest(found).head(_MOST).iter_rows(named=True):
        if row["new_t"] != row["old_t"]:
            click.echo(f"  {_item(row, naming)}")


def _change(change: Any) -> str:  # noqa: ANN401 - a FactorChange, imported only for types
    from tanlu.model.label import label

    sides = [
        f"{side.value:.6g} {side.unit} [{side.citation_id} {side.clause}]" if side else "—"
        for side in (change.old, change.new)
    ]
    weight = "" if change.co2_t is None else f": {change.co2_t:+,.3f}"
    name = f"{change.subject}.{change.quantity} ({say(label('cause', change.cause))})"
    return f"{name} {sides[0]} → {sides[1]}{weight}"


def _item(row: dict[str, Any], naming: "Naming") -> str:
    from tanlu.model.label import label

    kind = say(label("bridge_kind", row["kind"]))
    name = f"{say(naming.member(row['to_id']))} {say(naming.carrier(row['carrier']))} {row['gas']}"
    record = f" [{row['record_id']}]" if row.get("record_id") else ""
    amounts = [f"{row[n]:.6g}" if row[n] is not None else "—" for n in ("old_amount", "new_amount")]
    moved = f"{amounts[0]} → {amounts[1]} {row['unit'] or ''}"
    return f"{kind}: {name}{record} {moved}: {row['new_t'] - row['old_t']:+,.3f}"
