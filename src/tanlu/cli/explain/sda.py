"""`tanlu explain sda`: why the emissions of a park's trade changed."""

from pathlib import Path

import click

from tanlu.cli.explain.asked import JSON, print_numbers
from tanlu.cli.language import lang_option, language, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

_POLAR = Text("mean of both polar forms", "两极分解平均")
_ORDERS = Text("mean over all orders", "全部次序平均")


@click.command()
@click.argument("first", type=click.Path(path_type=Path))
@click.argument("last", type=click.Path(path_type=Path))
@JSON
@lang_option
def sda(first: Path, last: Path, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Intensity, technology and demand between two tables of trade / 结构分解分析."""
    from tanlu.connect.plain import read_plain
    from tanlu.trace.read_trade import read_trade
    from tanlu.workflow.explain.sda import sda_record

    trades = [read_trade(read_plain(path)) for path in (first, last)]
    for _, warnings in trades:
        for warning in warnings:
            click.echo(warning.line(language()), err=True)
    record = sda_record(trades[0][0], trades[1][0])
    if as_json:
        echo_json(record)
        return
    click.echo(f"{record['first_t']:.6g} → {record['last_t']:.6g} t: {record['total']:+.6g} t")
    for key, text in (("polar", _POLAR), ("orders", _ORDERS)):
        click.echo(f"  {say(text)}")
        print_numbers(record[key], 4)
