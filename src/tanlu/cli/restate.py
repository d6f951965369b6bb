"""`tanlu restate`: two versions of a park on disk, and the bridge between their inventories."""

from pathlib import Path

import click

from tanlu.cli.compare import echo_bridge
from tanlu.cli.language import lang_option, say
from tanlu.cli.park import echo_json, read_book
from tanlu.types import Text

_HEAD = Text("{year} · {member} · {unit}", "{year} · {member} · {unit}")


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--year", type=int, default=0, help="Calendar year; every year when left out / 年份.")
@click.option("--member", default="", help="Member; the park when left out / 成员.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def restate(old: Path, new: Path, year: int, member: str, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Why NEW comes out otherwise than OLD, year by year / 重述：新旧版本差异."""
    from tanlu.workflow.kept.bridge_view import bridge_record
    from tanlu.workflow.kept.disk import bridges

    found = bridges(read_book(old), read_book(new), year, member)
    if as_json:
        years = {str(y): bridge_record(bridge, naming) for y, (bridge, naming) in found.items()}
        echo_json({"years": years})
        return
    for y, (bridge, naming) in found.items():
        click.echo(say(_HEAD.fill(year=y, member=naming.prefix[-1], unit=naming.unit)))
        echo_bridge(bridge, naming)
