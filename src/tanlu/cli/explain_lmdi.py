"""`tanlu explain lmdi`: a change of a table of factors, split without residue."""

from pathlib import Path
from typing import Any

import click

from tanlu.cli.language import lang_option, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

_SHARED = Text(
    "split in equal parts, several factors appeared or vanished at once: {names}",
    "多个因素同时出现或消失，按等分处理：{names}",
)
_TURNED = Text("sign changed, split by Shapley: {names}", "符号改变，按 Shapley 值分解：{names}")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--form", type=click.Choice(["additive", "multiplicative"]), default="additive",
    show_default=True, help="Differences or ratios / 加法或乘法.",
)  # fmt: skip
@click.option(
    "--model", type=click.Choice(["1", "2"]), default="1", show_default=True,
    help="LMDI-I or LMDI-II.",
)  # fmt: skip
@click.option(
    "--chain/--no-chain", "chained", default=True, show_default=True,
    help="Step by step, or first to last / 逐期链式或首末对比.",
)  # fmt: skip
@click.option(
    "--carrier", default="", metavar="FACTOR",
    help="Factor that alone is zero where a category is absent / 类别缺席时为零的因素.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def lmdi(
    file: Path, form: str, model: str, chained: bool, carrier: str, as_json: bool  # noqa: FBT001 - click passes options
) -> None:  # fmt: skip
    """Split the change of FILE (period, category, factors) / 对因素表作 LMDI 分解."""
    from tanlu.workflow.drivers import lmdi_record, read_panel

    panel = read_panel(file, carrier)
    record = lmdi_record(panel, "additive" if form == "additive" else "multiplicative",
                         2 if model == "2" else 1, chained=chained)  # fmt: skip
    if as_json:
        echo_json(record)
        return
    for step in record["steps"]:
        _print(step)


def _print(step: dict[str, Any]) -> None:
    click.echo(f"{step['from']} → {step['to']}: {step['total']:.6g}")
    for name, effect in step["effects"].items():
        click.echo(f"  {name:<24} {effect:>16.6g}")
    for key, text in (("split_equally", _SHARED), ("by_shapley", _TURNED)):
        if step[key]:
            click.echo("  " + say(text.fill(names=", ".join(step[key]))))
