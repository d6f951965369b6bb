"""`tanlu explain which`: the methods that a table allows, with reasons."""

from pathlib import Path

import click

from tanlu.cli.explain.asked import WITHOUT
from tanlu.cli.language import lang_option, language, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

_ANSWERS = {
    "yes": Text("yes", "可用"),
    "with_care": Text("with care", "慎用"),
    "no": Text("no", "不可用"),
}


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--target", default="", help="Explained column of a regression / 回归的被解释变量列.")
@WITHOUT
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def which(file: Path, target: str, without: tuple[str, ...], as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Which method FILE allows, and why / 数据适用哪些方法."""
    from tanlu.connect import series
    from tanlu.workflow.advice import advice_record, shape_of_table

    record = advice_record(
        shape_of_table(series.without(series.read_columns(file), without), target)
    )
    if as_json:
        echo_json(record)
        return
    for row in record["methods"]:
        label, reason = row["label"][language()], row["reason"][language()]
        click.echo(f"{say(_ANSWERS[row['answer']]):<10} {label}: {reason}")
