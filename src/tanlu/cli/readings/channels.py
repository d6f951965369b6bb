"""`tanlu readings channels`: the tree of channels, each with the quality of its readings."""

from pathlib import Path
from typing import Any

import click

from tanlu.cli.language import lang_option
from tanlu.cli.park import echo_json
from tanlu.cli.readings.quality import quality_line


@click.command()
@click.argument("park", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def channels(park: Path, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """The channels of PARK as a tree, with quality / 通道树."""
    from tanlu.workflow.readings.open import of_folder
    from tanlu.workflow.readings.quality import quality_of, tree_record

    opened = of_folder(park)
    record = tree_record(opened, quality_of(opened))
    if as_json:
        echo_json(record)
        return
    for node in record["channels"]:
        _print(node, 0)


def _print(node: dict[str, Any], depth: int) -> None:
    click.echo("  " * depth + quality_line(node))
    for child in node["children"]:
        _print(child, depth + 1)
