"""What was measured of fuels, as lines of text below an inventory."""

from typing import TYPE_CHECKING, Any

import click

from tanlu.cli.language import say
from tanlu.types import Text

if TYPE_CHECKING:
    from tanlu.model.inventory import Inventory


def print_preparation(inventory: "Inventory") -> None:
    """Print means of batches, stocks, parts, balances and stacks; nothing where there are none.

    Args:
        inventory: A cut, whose ledger knows how its records were made ready.
    """
    from tanlu.workflow.preparation_record import preparation_record

    done = preparation_record(inventory)
    for kind, (head, line) in _PARTS.items():
        if done[kind]:
            click.echo(say(head))
        for found in done[kind]:
            click.echo(f"  {line(found)}")


def _mean(found: dict[str, Any]) -> str:
    values = ", ".join(
        f"{name} {value['value']:.6g} {value['unit']}" for name, value in found["values"].items()
    )
    names = ", ".join(batch["record"] for batch in found["batches"][:8])
    used = "–" if found["used"] is None else f"{found['used']:,.6g}"
    weighed = f"{found['weighed']:,.6g} / {used} {found['unit']}"
    return f"{found['id']}: {values}  [{names}; {weighed}]"


def _stock(found: dict[str, Any]) -> str:
    recorded = found["recorded"]
    beside = (
        say(Text("taken as the record", "据此作为记录"))
        if found["is_taken"]
        else say(Text("recorded", "记录")) + (" –" if recorded is None else f" {recorded:,.6g}")
    )
    return f"{found['id']}: {found['used']:,.6g} {found['unit']}  [{beside}]"


def _part(found: dict[str, Any]) -> str:
    what = found["component"] or found["fate"] or ""
    amount = f"{found['amount']:,.6g} / {found['of']:,.6g} {found['unit']}"
    return f"{found['record']}: {found['carrier']} {found['part']} {what}  [{amount}]"


def _balance(found: dict[str, Any]) -> str:
    carbon = f"{found['carbon_in_t']:,.6g} − {found['carbon_out_t']:,.6g}"
    return f"{found['id']}: {carbon} = {found['net_carbon_t']:,.6g} t C"


def _stack(found: dict[str, Any]) -> str:
    calculated = found["calculated_t"]
    beside = "–" if calculated is None else f"{calculated:,.6g}"
    says = say(Text("measured {m}, calculated {c}, booked: {b}", "监测 {m}，计算 {c}，计入：{b}"))
    told = says.format(m=f"{found['measured_t']:,.6g}", c=beside, b=found["booked"])
    return f"{found['id']}: {told} t CO2"


_PARTS = {
    "means": (Text("measured fuel (weighted by batch)", "燃料实测（按批次加权）"), _mean),
    "stocks": (Text("stock", "库存"), _stock),
    "parts": (Text("parts of fuels", "燃料组分与用途"), _part),
    "mass_balances": (Text("carbon mass balance", "碳质量平衡"), _balance),
    "stacks": (Text("stacks (CEMS)", "烟气监测 (CEMS)"), _stack),
}
