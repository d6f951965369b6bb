"""Both views of purchased energy as text for the terminal, side by side and never added (R3)."""

from typing import TYPE_CHECKING

import click

from tanlu.cli.language import language, say
from tanlu.types import Text

if TYPE_CHECKING:
    from tanlu.account.scope2 import Step
    from tanlu.model.inventory import Inventory

_HEAD = Text(
    "scope 2: location-based · market-based [t CO2]", "范围二：基于位置 · 基于市场 [t CO2]"
)


def print_scope2(inventory: "Inventory") -> None:
    """Print totals, lines with their steps and rules, certificates, and warnings.

    Args:
        inventory: A cut; nothing is printed where no certificate, contract, own plant or
            store is on record, since the market view then has nothing to add.
    """
    from tanlu.account.scope2 import bought_lines, is_asked
    from tanlu.workflow.scope2_record import warnings

    if not is_asked(inventory):
        return
    lines = bought_lines(inventory)
    click.echo(say(_HEAD))
    click.echo(_row(say(Text("scope 2", "范围二")), inventory.location_t, inventory.market_t))
    for line in lines:
        click.echo(_row(line.row["line_id"], line.row["co2_t"], line.row["market_t"]))
        for step in line.steps:
            click.echo(f"      {_step(step)}")
    _certificates(inventory)
    for fault in warnings(inventory):
        click.echo(fault.line(language()), err=True)


def _row(name: str, location: float, market: float | None) -> str:
    return f"  {name:<36}{location:>16,.3f}{_number(market):>16}"


def _number(value: float | None) -> str:
    return "—" if value is None else f"{value:,.3f}"


def _step(step: "Step") -> str:
    from tanlu.model.label import label

    energy = "" if step.mwh is None else f" {step.mwh:,.3f} MWh"
    factor, name = step.factor, f" {step.certificate_id}" if step.certificate_id else ""
    taken = f" × {factor.value:g} {factor.unit}" if factor and not name else ""
    cited = f"; {factor.citation_id} {factor.clause}" if factor else ""
    rules = ", ".join(step.rules)
    head = f"{say(label('market_step', step.code))}{name}:{energy}{taken}"
    return f"{head} = {_number(step.market_t)} t  [{rules}{cited}]"


def _certificates(inventory: "Inventory") -> None:
    from tanlu.model.label import label
    from tanlu.workflow.scope2_record import holdings

    found = holdings(inventory)
    if found:
        head = Text(
            "certificates: issued · used · surplus [MWh] (R9)",
            "凭证：核发 · 已用 · 余量 [MWh] (R9)",
        )
        click.echo(say(head))
    for h in found:
        state = say(label("certificate_state", h.state))
        click.echo(
            f"  {h.certificate_id:<24}{h.issued_mwh:>14,.3f}{h.used_mwh:>14,.3f}"
            f"{h.surplus_mwh:>14,.3f}  {state}"
        )
