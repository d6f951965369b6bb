"""Heat and cold that a park receives net, at measured factors or the notice's default."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from tanlu.account.formulas import FORMULAS
from tanlu.catalog.derive import GJ_PER_TCE
from tanlu.catalog.resolve import OWN
from tanlu.model.factor import Carrier
from tanlu.model.inventory import Inventory
from tanlu.model.zero_carbon import Coefficient
from tanlu.model.zero_carbon_result import Part, Span, Step

_KINDS = ("heat", "cold")


@dataclass(frozen=True, slots=True)
class Heat:
    """What heat and cold add: emissions [t CO2], energy [tce], steps and parts.

    `unknown` names carriers metered in mass whose heat is not known.
    """

    co2_t: float
    energy_tce: float
    steps: tuple[Step, ...]
    parts: tuple[Part, ...]
    unknown: tuple[str, ...] = ()


def heat_of(inventory: Inventory, carriers: Mapping[str, Carrier], default: Coefficient) -> Heat:
    """Heat received less heat sent, by carrier and factor.

    Args:
        inventory: The park's cut.
        carriers: Carriers by code; those of kind heat or cold count.
        default: The factor where none was measured. [t CO2/GJ]

    Returns:
        Emissions and energy of net heat, with a step per carrier and factor.

    Source: [cn.zero_carbon_park.2025] part 2.2, point 3, on heat.
    """
    codes = [code for code, carrier in carriers.items() if carrier.kind in _KINDS]
    lines = pl.concat(
        [
            inventory.entering.with_columns(sign=pl.lit(1.0)),
            inventory.exported.with_columns(sign=pl.lit(-1.0)),
        ]
    ).filter(pl.col("carrier").is_in(codes))
    found = [_rate(inventory, int(choice), default) for choice in lines["choice"]]
    rated = lines.with_columns(
        is_own=pl.Series([r.is_own for r in found], dtype=pl.Boolean),
        rate=pl.Series([r.value for r in found], dtype=pl.Float64),
        cite=pl.Series([r.cite for r in found], dtype=pl.String),
    )
    steps, parts = [], []
    for key, rows in rated.group_by("carrier", "is_own", "rate", "cite", maintain_order=True):
        carrier = carriers[str(key[0])]
        step = _step(rows, carrier, _Rate(bool(key[1]), float(str(key[2])), str(key[3])))
        energy = float((rows["energy_tce"] * rows["sign"]).sum())
        steps.append(step)
        parts.append(Part(str(key[0]), carrier.label, step.result.low, Span(energy, energy)))
    unknown = lines.filter(pl.col("energy_tce").is_null())["carrier"].unique(maintain_order=True)
    co2, energy = sum(p.co2_t for p in parts), sum(p.energy.low for p in parts)
    return Heat(co2, energy, tuple(steps), tuple(parts), tuple(unknown))


@dataclass(frozen=True, slots=True)
class _Rate:
    """The factor of a line: the park's own per unit of its amount, or the default per GJ."""

    is_own: bool
    value: float
    cite: str


def _rate(inventory: Inventory, choice: int, default: Coefficient) -> _Rate:
    # what was measured, or certified by the supplier, goes before the notice's default
    taken = inventory.ledger.choices[choice].factors["emission"]
    if taken.factor.series in OWN:
        cite = f"{taken.factor.citation_id}#{taken.factor.clause}"
        return _Rate(is_own=True, value=taken.value, cite=cite)
    return _Rate(is_own=False, value=default.low, cite=default.cite)


def _step(rows: pl.DataFrame, carrier: Carrier, rate: _Rate) -> Step:
    amount = pl.col("amount") if rate.is_own else _HEAT
    received = float(rows.filter(pl.col("sign") > 0).select(amount).sum().item())
    sent = float(rows.filter(pl.col("sign") < 0).select(amount).sum().item())
    values = {"received": received, "sent": sent, "emission": rate.value}
    return Step(carrier.label, FORMULAS["net_co2"], values, values, rate.cite)


_HEAT = (
    pl.when(pl.col("amount_unit") == "GJ")
    .then("amount")
    .otherwise(pl.col("energy_tce") * GJ_PER_TCE)
    .alias("heat_gj")
)
