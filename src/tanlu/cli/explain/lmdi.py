"""`tanlu explain lmdi`: a change of a table of factors, split without residue."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tanlu.cli.explain.asked import CHAIN, JSON, print_numbers, print_step
from tanlu.cli.language import lang_option, language, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

if TYPE_CHECKING:
    from tanlu.explain.divisia import Model

_SHARED = Text(
    "split in equal parts, several factors appeared or vanished at once: {names}",
    "多个因素同时出现或消失，按等分处理：{names}",
)
_TURNED = Text("sign changed, split by Shapley: {names}", "符号改变，按 Shapley 值分解：{names}")


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--form", type=click.Choice(["additive", "multiplicative"]), default="additive",
    show_default=True, help="Differences or ratios / 加法或乘法.",
)  # fmt: skip
@click.option(
    "--model", type=click.Choice(["1", "2"]), default="1", show_default=True,
    help="LMDI-I or LMDI-II.",
)  # fmt: skip
@CHAIN
@click.option(
    "--carrier", default="", metavar="FACTOR",
    help="Factor that alone is zero where a category is absent / 类别缺席时为零的因素.",
)  # fmt: skip
@click.option("--lag", type=click.IntRange(min=1), default=1, show_default=True,
              help="Periods between: 12 for the month of the year before / 间隔期数.")  # fmt: skip
@click.option("--by-category", is_flag=True, help="Of each category too / 同时给出各类别的效应.")
@click.option("--attribution", type=click.Choice(["logs", "changes"]), default="logs",
              show_default=True, help="Of ratios to categories / 乘法效应的归因方式.")  # fmt: skip
@JSON
@lang_option
def lmdi(files: tuple[Path, ...], chained: bool, as_json: bool, **told: Any) -> None:  # noqa: ANN401, FBT001 - click passes options
    """Split the change of FILES (period, category, factors) / 对因素表作 LMDI 分解."""
    from tanlu.workflow.drivers import joined, lmdi_record, read_panel

    panel = joined([read_panel(file, told["carrier"]) for file in files])
    model: Model = 2 if told["model"] == "2" else 1
    parts = told["attribution"] if told["by_category"] else ""
    record = lmdi_record(panel, told["form"], model, chained=chained, parts=parts, lag=told["lag"])
    if as_json:
        echo_json(record)
        return
    for warning in record["warnings"]:
        click.echo(warning[language()])
    for step in record["steps"]:
        _print(step)


def _print(step: dict[str, Any]) -> None:
    print_step(step)
    for key, text in (("split_equally", _SHARED), ("by_shapley", _TURNED)):
        if step[key]:
            click.echo("  " + say(text.fill(names=", ".join(step[key]))))
    for category, effects in step.get("by_category", {}).items():
        click.echo(f"  {category}")
        print_numbers(effects, 4)
