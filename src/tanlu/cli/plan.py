"""`tanlu plan`: scenarios of a park, their peak, wedges, and distance to targets."""

from pathlib import Path

import click

from tanlu.cli.language import lang_option
from tanlu.cli.park import echo_json, read_findings
from tanlu.cli.plan_actions import actions
from tanlu.cli.plan_ask import QUESTIONS
from tanlu.cli.plan_control import control, schedule
from tanlu.cli.plan_diagnose import diagnose
from tanlu.cli.plan_out import iamc_rows, to_pypsa
from tanlu.cli.plan_pypsa import pypsa
from tanlu.cli.plan_solve import plan_examples, solve_plan
from tanlu.cli.plan_tree import compare, tree
from tanlu.cli.tables import projection_text


@click.group()
@lang_option
def plan() -> None:
    """What may come / 情景与路径."""


@plan.command()
@click.argument("park", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def project(park: Path, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Scenarios of PARK, peak year and targets / 情景、达峰与目标."""
    from tanlu.workflow.findings_record import projection_record

    findings = read_findings(park)
    if as_json:
        echo_json([projection_record(p) for p in findings.projections])
        return
    for projection in findings.projections:
        click.echo(projection_text(projection))


for verb in (
    diagnose,
    tree,
    compare,
    solve_plan,
    plan_examples,
    *QUESTIONS,
    actions,
    schedule,
    control,
    pypsa,
    to_pypsa,
    iamc_rows,
):
    plan.add_command(verb)
