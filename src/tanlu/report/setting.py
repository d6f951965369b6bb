"""The scales, years and labels that all parts of one statement share."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from tanlu.model.facts import YearFacts
from tanlu.model.preparation import APART
from tanlu.report.findings import Findings
from tanlu.report.numerals import (
    MINUS,
    Scale,
    decimals,
    fixed,
    mass_scale,
    money_scale,
    percent,
)
from tanlu.report.wording import Words


@dataclass(frozen=True)
class Setting:
    """Findings in one language, with units chosen once for the whole statement."""

    findings: Findings
    words: Words

    @cached_property
    def years(self) -> list[int]:
        """Years with an inventory."""
        return sorted(self.findings.inventories)

    @cached_property
    def facts(self) -> list[YearFacts]:
        """Totals of each year."""
        return [self.findings.facts[year] for year in self.years]

    @cached_property
    def mass(self) -> Scale:
        """The unit of emissions. [t CO2e] or ten thousand of them"""
        largest = max((f.co2_t for f in self.facts), default=0.0)
        return mass_scale(largest, self.words.language, f"t {self.species}")

    @cached_property
    def species(self) -> str:
        """CO₂ where nothing else is counted, otherwise CO₂e."""
        gases = {choice.gas for choice in self.findings.ledger.choices}
        return "CO₂" if gases <= {"co2", "co2_biogenic", APART} else "CO₂e"

    @cached_property
    def energy(self) -> Scale:
        """The unit of energy. [tce] or ten thousand of them"""
        largest = max((f.energy_tce for f in self.facts), default=0.0)
        return mass_scale(largest, self.words.language, "tce")

    @cached_property
    def money(self) -> Scale:
        """The unit of output value."""
        largest = max((f.output_cny or 0.0 for f in self.facts), default=0.0)
        return money_scale(largest, self.words.language)

    @cached_property
    def mass_places(self) -> int:
        """Decimals of emissions: the smallest year's total keeps four digits."""
        return self.mass.places(f.co2_t for f in self.facts)

    @cached_property
    def has_output(self) -> bool:
        """Whether any year has an output value."""
        return any(f.output_cny for f in self.facts)

    @cached_property
    def unknown_energy(self) -> int:
        """Lines whose coal equivalent nobody stated: energy totals lack them (R1)."""
        lines = self.findings.ledger.lines.filter(pl.col("gas").str.starts_with("co2"))
        return int(lines["energy_tce"].is_null().sum())

    @cached_property
    def incomplete(self) -> set[int]:
        """Years that lack records: their totals are no totals yet (R1)."""
        return {year for year, found in self.findings.inventories.items() if found.missing}

    def year_label(self, year: int) -> str:
        """A year as a heading, starred when records are missing."""
        return f"{year}*" if year in self.incomplete else str(year)

    @cached_property
    def cny(self) -> str:
        """Ten thousand yuan as a unit."""
        return "万元" if self.words.language == "zh" else "10⁴ CNY"

    def emission(self, value: float | None) -> str:
        """Emissions in the statement's unit, without it."""
        return self.mass.of(value, self.mass_places)

    def with_unit(self, value: float | None) -> str:
        """Emissions with their unit, for running text."""
        is_power = self.mass.unit.startswith("10")
        return f"{self.emission(value)} {'× ' if is_power else ''}{self.mass.unit}"

    def percent(self, value: float | None, places: int = 2) -> str:
        """A share as a percentage, spaced as the language does."""
        return self.spaced(percent(value, places))

    def change(self, first: float, last: float) -> str:
        """A relative change, spaced as the language does."""
        return self.spaced(change(first, last))

    def spaced(self, text: str) -> str:
        """A percentage as the language sets it: Chinese has no space before the sign."""
        return text.replace(" %", "%") if self.words.language == "zh" else text

    def carrier(self, code: str) -> str:
        """The name of a carrier, for a table."""
        return self.findings.catalog.carriers[code].label.of(self.words.language)

    def carrier_inside(self, code: str) -> str:
        """The name of a carrier inside a sentence; names such as LPG keep their capitals."""
        name = self.carrier(code)
        return name[0].lower() + name[1:] if name[1:2].islower() else name

    @cached_property
    def carriers(self) -> list[str]:
        """Carriers of all years, in their order."""
        return list(dict.fromkeys(c for f in self.facts for c in f.co2_by))


def significant(value: float | None, digits: int = 4) -> str:
    """A number with so many significant digits.

    Example:
        >>> significant(3.07067), significant(0.0865709)
        ('3.071', '0.08657')
    """
    return fixed(value, decimals([value], digits) if value else 0)


def row(values: Iterable[float | None], digits: int = 4) -> list[str]:
    """Numbers of one row with the same decimals: its smallest keeps its digits."""
    known = list(values)
    places = decimals((v for v in known if v is not None), digits)
    return [fixed(v, places) for v in known]


def change(first: float, last: float) -> str:
    """A relative change with its sign.

    Example:
        >>> change(100.0, 103.18)
        '+3.2 %'
    """
    if not first:
        return "–"
    ratio = (last / first - 1) * 100
    sign = "+" if ratio > 0 else MINUS if ratio < 0 else ""
    return f"{sign}{abs(ratio):.1f} %"
