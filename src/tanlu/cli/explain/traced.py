"""`tanlu explain traced`: why the carbon traced to a node changed."""

from pathlib import Path
from typing import Any

import click

from tanlu.cli.explain.asked import JSON
from tanlu.cli.language import lang_option, language, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

_WORDS = {
    "total": Text("change", "变化"), "demand": Text("demand", "用量"),
    "loss": Text("losses", "损耗"), "share": Text("share of {name}", "{name} 占比"),
    "intensity": Text("intensity of {name}", "{name} 碳强度"),
}  # fmt: skip


@click.command()
@click.argument("first", type=click.Path(path_type=Path))
@click.argument("last", type=click.Path(path_type=Path))
@click.option("--node", required=True, help="Whose carbon / 节点.")
@click.option("--loss", type=click.Choice(["gross", "sink", "net"]), default="gross",
              show_default=True, help="Who bears losses / 损耗由谁承担.")  # fmt: skip
@JSON
@lang_option
def traced(first: Path, last: Path, node: str, loss: Any, as_json: bool) -> None:  # noqa: ANN401, FBT001 - click passes options
    """Grid, PV, CHP, storage and loss effects between two folders / 追踪碳强度的变化原因."""
    from tanlu.workflow.explain.traced import reached, traced_record

    ends = [reached(folder, node, loss) for folder in (first, last)]
    for _, warnings in ends:
        for warning in warnings:
            click.echo(warning.line(language()), err=True)
    record = traced_record(ends[0][0], ends[1][0])
    if as_json:
        echo_json(record)
        return
    for unit, part in (("t", "carbon_t"), ("t/MWh", "intensity_t_per_mwh")):
        _print(record[part], unit)


def _print(found: dict[str, Any], unit: str) -> None:
    click.echo(f"{say(_WORDS['total'])}: {found['total']:.6g} {unit}")
    for key in ("demand", "loss"):
        if key in found:
            click.echo(f"  {say(_WORDS[key]):<28} {found[key]:>14.6g}")
    for key in ("share", "intensity"):
        for name, value in found[key].items():
            click.echo(f"  {say(_WORDS[key].fill(name=name)):<28} {value:>14.6g}")
