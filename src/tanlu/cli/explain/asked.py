"""What several commands of `tanlu explain` are asked, and how they print effects."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

FILE = click.argument("file", type=click.Path(path_type=Path))
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
CHAIN = click.option(
    "--chain/--no-chain", "chained", default=True, show_default=True,
    help="Step by step, or first to last / 逐期链式或首末对比.",
)  # fmt: skip
WITHOUT = click.option(
    "--without", multiple=True, metavar="COLUMN", help="A column that is no driver / 非因素列."
)
SEED = click.option(
    "--seed", type=int, default=1, show_default=True, help="Of the draws / 随机种子."
)


def print_step(step: Mapping[str, Any]) -> None:
    """The effects of a step, one a line."""
    click.echo(f"{step['from']} → {step['to']}: {step['total']:.6g}")
    print_numbers(step["effects"])


def print_numbers(numbers: Mapping[str, float | None], indent: int = 2) -> None:
    """Names and numbers, one a line."""
    for name, value in numbers.items():
        told = "-" if value is None else f"{value:.6g}"
        click.echo(f"{' ' * indent}{name:<24} {told:>16}")
