"""By-products and waste heat that pass between two enterprises, booked once on both sides.

Whatever the rule, giver and taker together book what was emitted: the process and what
makes the by-product usable. What the exchange avoids is thus shared between them, once.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from tanlu.errors import InputError
from tanlu.types import Column

ExchangeRule: TypeAlias = Literal["cut_off", "allocated", "expansion", "half", "waste_heat"]
EXCHANGE_RULES: tuple[ExchangeRule, ...] = (
    "cut_off", "allocated", "expansion", "half", "waste_heat",
)  # fmt: skip
"""`cut_off`: waste carries nothing; `allocated`: a share by mass, price or exergy;
`expansion`: the giver has the credit of what is replaced; `half`: both have half of it;
`waste_heat`: the taker bears what drawing the heat off costs, and no more."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One by-product: what the giver's process emits, what processing emits, what it replaces.

    `pair_id` stands on both sides' records. `share` is of the process, for the rule
    `allocated` alone; `drawn_t` what drawing heat off costs, part of the process, for
    `waste_heat` alone: see `waste_heat`. [t], share [1]
    """

    pair_id: str
    rule: ExchangeRule
    process_t: float
    processing_t: float
    replaced_t: float
    share: float = 0.0
    drawn_t: float = 0.0


@dataclass(frozen=True, slots=True)
class Booking:
    """What both sides book, and what each is better off than without the exchange. [t]"""

    pair_id: str
    rule: ExchangeRule
    giver_t: float
    taker_t: float
    giver_credit_t: float
    taker_credit_t: float


def book(exchange: Exchange) -> Booking:
    """Book an exchange on both sides.

    Args:
        exchange: The by-product and the rule that both agreed on.

    Returns:
        Bookings that sum to what was emitted, and credits that sum to what was avoided.

    Raises:
        InputError: When the share is not between 0 and 1.

    Example:
        Slag that replaces 30 t of clinker's CO2, at 2 t of grinding:

        >>> done = book(Exchange("x1", "expansion", 100.0, 2.0, 30.0))
        >>> done.giver_t, done.taker_t, done.giver_credit_t, done.taker_credit_t
        (72.0, 30.0, 28.0, 0.0)

    Source: [iso14044], allocation: expand the system, or part by a physical relation or price;
    [tanlu.rules] R2 for booking once.
    """
    if not 0.0 <= exchange.share <= 1.0:
        raise InputError.of("out_of_range", text=exchange.share, least=0, most=1)
    taker = _taker(exchange)
    giver = exchange.process_t + exchange.processing_t - taker
    return Booking(
        exchange.pair_id, exchange.rule, giver, taker,
        exchange.process_t - giver, exchange.replaced_t - taker,
    )  # fmt: skip


def _taker(exchange: Exchange) -> float:
    if exchange.rule == "expansion":
        return exchange.replaced_t
    if exchange.rule == "waste_heat":
        return exchange.drawn_t + exchange.processing_t
    if exchange.rule == "half":
        return (exchange.replaced_t + exchange.processing_t) / 2
    share = exchange.share if exchange.rule == "allocated" else 0.0
    return exchange.process_t * share + exchange.processing_t


def waste_heat(lost_power: Column, intensity: Column, extra_t: Column) -> Column:
    """Carbon of waste heat: nothing, unless power was lost or fuel was added for it.

    Args:
        lost_power: Power that the plant gives less because heat is drawn off. [MWh]
        intensity: Intensity of the power that makes up for it. [t/MWh]
        extra_t: Emissions of fuel burned for the heat alone. [t]

    Returns:
        Carbon of the heat. [t]

    Example:
        >>> waste_heat(10.0, 0.5, 0.0)
        5.0

    Source: [tanlu.rules] R10: extracted heat bears what its extraction costs.
    """
    return lost_power * intensity + extra_t
