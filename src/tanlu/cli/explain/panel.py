"""`tanlu explain panel`: many enterprises over many months."""

from pathlib import Path
from typing import Any

import click

from tanlu.cli.explain.asked import FILE, JSON, WITHOUT
from tanlu.cli.language import lang_option, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

_KINDS = {
    "pooled": Text("pooled", "混合回归"), "fixed": Text("fixed effects", "固定效应"),
    "random": Text("random effects", "随机效应"),
}  # fmt: skip
_CHOICE = Text("Hausman {s} (p {p}): read {kind}", "Hausman {s}（p {p}）：采用{kind}")


@click.command()
@FILE
@click.option("--target", required=True, help="Explained column / 被解释变量列.")
@click.option("--enterprise", default="enterprise", show_default=True,
              help="Column of enterprises / 企业列.")  # fmt: skip
@click.option("--period", default="period", show_default=True, help="Column of periods / 时段列.")
@click.option("--log/--linear", "logs", default=True, show_default=True,
              help="In natural logarithms or as they are / 对数或原值.")  # fmt: skip
@WITHOUT
@JSON
@lang_option
def panel(file: Path, target: str, logs: bool, as_json: bool, **told: Any) -> None:  # noqa: ANN401, FBT001 - click passes options
    """Slopes of a panel, fixed or random effects / 企业面板回归."""
    from tanlu.connect.series import read_columns, without
    from tanlu.workflow.explain.panel import panel_record

    table = without(read_columns(file), told["without"])
    record = panel_record(table, target, (told["enterprise"], told["period"]), logs=logs)
    if as_json:
        echo_json(record)
        return
    for kind, name in _KINDS.items():
        click.echo(say(name))
        for driver, slope in record[kind]["coefficients"].items():
            error = record[kind]["standard_errors"][driver]
            click.echo(f"  {driver:<24} {slope:>14.6g} ± {1.96 * error:.4g}")
    test = record["hausman"]
    chosen = _CHOICE.fill(
        s=f"{test['statistic']:.4g}", p=f"{test['p']:.4g}", kind=_KINDS[record["reads"]]
    )
    click.echo(say(chosen))
