"""`tanlu explain drivers`: why emissions changed, and what the data cannot say."""

from pathlib import Path

import click

from tanlu.cli.language import lang_option
from tanlu.cli.park import echo_json, read_findings
from tanlu.cli.tables import drivers_table, verdict_text


@click.command()
@click.argument("park", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def drivers(park: Path, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Drivers of PARK's change, and the regression verdict / 分析排放变化原因."""
    from tanlu.workflow.findings_record import drivers_record

    findings = read_findings(park)
    if as_json:
        echo_json(drivers_record(findings))
        return
    click.echo(drivers_table(findings))
    click.echo(verdict_text(findings))
