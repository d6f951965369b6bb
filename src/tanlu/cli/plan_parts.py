"""What the questions to a plan's folder share: the folder, `--json`, a line of text."""

from pathlib import Path

import click

from tanlu.cli.language import say
from tanlu.types import Text

FOLDER = click.argument("folder", type=click.Path(path_type=Path))
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")


def line(text: Text, **values: object) -> None:
    """Print a text with its places filled, in the language of the call."""
    click.echo(say(text.fill(**values)))
