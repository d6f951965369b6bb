"""A figure beside its limits: met or missed, by how much, and what would close it."""

from collections.abc import Sequence

from tanlu.account.zero_carbon.ratios import co2_to_cut
from tanlu.model.zero_carbon import Limit, Rule
from tanlu.model.zero_carbon_result import Basis, Driver, Gap, Lever, Measured, Span
from tanlu.types import Text


def gaps_of(rule: Rule, found: Measured, energy: Span | None) -> tuple[Gap, ...]:
    """The distance to each limit that may be in force for a park of this energy use.

    Args:
        rule: The indicator with its limits.
        found: What was measured.
        energy: Energy used, power at equal value. [tce]

    Returns:
        One gap per limit of the park's class; of two classes when the interval
        of energy reaches into both. Empty when the park is below every class.
    """
    in_class = [limit for limit in rule.limits if _may_cover(limit, energy)]
    return tuple(_gap(rule, found, limit, _surely_covers(limit, energy)) for limit in in_class)


def _is_classed(limit: Limit) -> bool:
    return bool(limit.from_tce) or limit.below_tce is not None


def _may_cover(limit: Limit, energy: Span | None) -> bool:
    if energy is None or not _is_classed(limit):
        return True
    below = limit.below_tce
    return energy.high >= limit.from_tce and (below is None or energy.low < below)


def _surely_covers(limit: Limit, energy: Span | None) -> bool:
    if not _is_classed(limit):
        return True
    return energy is not None and limit.covers(energy.low) and limit.covers(energy.high)


def _gap(rule: Rule, found: Measured, limit: Limit, is_certain: bool) -> Gap:  # noqa: FBT001 - one answer kept with the limit
    if found.span is None:
        return Gap(limit, "unknown", is_certain_class=is_certain)
    amount = _distance(rule, found.span, limit)
    return Gap(
        limit, _verdict(amount, is_certain=is_certain), amount,
        *_closing(rule, found, limit, amount), is_certain_class=is_certain,
    )  # fmt: skip


def _distance(rule: Rule, span: Span, limit: Limit) -> Span:
    if rule.sense == "at_most":
        return Span(span.low - limit.value, span.high - limit.value)
    return Span(limit.value - span.high, limit.value - span.low)


def _verdict(amount: Span, *, is_certain: bool) -> str:
    tiny = 1e-12  # a sum of many records carries a rounding
    if not is_certain:
        return "open"
    if amount.high <= tiny:
        return "met"
    return "missed" if amount.low > tiny else "open"


def _closing(rule: Rule, found: Measured, limit: Limit, amount: Span) -> tuple[Span | None, str]:
    if found.whole is None:
        return None, ""
    if rule.measure != "core":
        ends = [amount.low * found.whole.low, amount.high * found.whole.high]
        return Span(min(ends), max(ends)), found.whole_unit
    co2 = found.span.high * found.whole.low if found.span else 0.0
    ends = [co2_to_cut(co2, limit.value, e) for e in (found.whole.low, found.whole.high)]
    return Span(min(ends), max(ends)), "t CO2"


def drivers_of(basis: Basis, limit: Limit) -> tuple[Driver, ...]:
    """What each fuel, process, power and heat adds to the distance from a limit.

    Args:
        basis: The core indicator with its parts.
        limit: The limit. [t CO2/tce]

    Returns:
        Parts with their emissions less the limit times their own energy
        [t CO2], the largest first; they sum to the emissions to be cut.

    Example:
        See `tests/laws/test_zero_carbon.py`: parts sum to the whole.
    """
    found = [
        Driver(
            part,
            Span(
                co2_to_cut(part.co2_t, limit.value, part.energy.high),
                co2_to_cut(part.co2_t, limit.value, part.energy.low),
            ),
        )
        for part in basis.parts
    ]
    return tuple(sorted(found, key=lambda d: -d.excess.high))


_GREEN = Text("if all power received were green", "若受入电力全部为绿电")
_FACTOR = Text("power factor at which the limit is met", "达到限值所需的电力排放因子")
_MORE = Text("further green power that meets the limit", "达到限值还需的绿色电力")


def levers_of(basis: Basis, limit: Limit, grid_mwh: float, factor: float) -> tuple[Lever, ...]:
    """What power alone could do about the core indicator.

    Args:
        basis: The core indicator.
        limit: The limit. [t CO2/tce]
        grid_mwh: Power received net that takes the method's factor. [MWh]
        factor: That factor. [t CO2/MWh]

    Returns:
        The ratio with green power only [t CO2/tce], the power factor that
        meets the limit [t CO2/MWh], and green power still needed [MWh]; the
        latter two without a span where power alone cannot meet it.
    """
    if basis.co2_t is None or basis.energy is None or grid_mwh <= 0:
        return ()
    rest, ends = basis.co2_t - grid_mwh * factor, (basis.energy.low, basis.energy.high)
    ratio = _span([rest / energy for energy in ends])
    needed = [(limit.value * energy - rest) / grid_mwh for energy in ends]
    more = [max(0.0, basis.co2_t - limit.value * energy) / factor for energy in ends]
    can = min(needed) >= 0
    return (
        Lever("all_green", _GREEN, "t CO2/tce", ratio),
        Lever("power_factor", _FACTOR, "t CO2/MWh", _span(needed) if can else None),
        Lever("more_green", _MORE, "MWh", _span(more) if can else None),
    )


def _span(ends: Sequence[float]) -> Span:
    return Span(min(ends), max(ends))
