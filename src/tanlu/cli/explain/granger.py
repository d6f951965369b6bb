"""`tanlu explain granger`: whether one series foretells another."""

from pathlib import Path
from typing import Any

import click

from tanlu.cli.explain.asked import FILE, JSON
from tanlu.cli.language import lang_option, language, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

_READS = {
    "granger": Text("F test", "F 检验"),
    "toda_yamamoto": Text("a series drifts: Toda-Yamamoto", "序列非平稳：Toda-Yamamoto"),
}


@click.command()
@FILE
@click.option("--effect", required=True, help="Column foretold / 被预测列.")
@click.option("--cause", required=True, help="Column that may help / 可能有助的列.")
@click.option("--lags", type=click.IntRange(min=1), default=1, show_default=True,
              help="How many are tested / 滞后阶数.")  # fmt: skip
@click.option("--enterprise", default="", metavar="COLUMN",
              help="Many enterprises at once / 企业列（面板检验）.")  # fmt: skip
@JSON
@lang_option
def granger(file: Path, as_json: bool, **told: Any) -> None:  # noqa: ANN401, FBT001 - click passes options
    """Granger's test in both directions, never a cause / 格兰杰检验（非因果）."""
    from tanlu.connect.series import read_columns
    from tanlu.workflow.explain.granger import granger_panel_record, granger_record

    asked = (read_columns(file), told["effect"], told["cause"], told["lags"])
    if told["enterprise"]:
        record = granger_panel_record(*asked, told["enterprise"])
    else:
        record = granger_record(*asked)
    if as_json:
        echo_json(record)
        return
    click.echo(record["note"][language()])
    if told["enterprise"]:
        for test in record["tests"]:
            sure = f"Z = {test['z_tilde']:.4g}, p = {test['p']:.4g}"
            click.echo(f"  {test['cause']} → {test['effect']}: {sure}")
        return
    click.echo(say(_READS[record["reads"]]))
    for test in record[record["reads"]]:
        shown = f"F({test['tested']}, {test['dof']}) = {test['f']:.4g}, p = {test['p']:.4g}"
        click.echo(f"  {test['cause']} → {test['effect']}: {shown}")
