"""How far a statement's totals may be off, in one sentence (R13)."""

from tanlu.account.uncertainty.known import is_shown
from tanlu.account.uncertainty.ranges import Ranges
from tanlu.account.uncertainty.result import judge
from tanlu.catalog.uncertainty_rules import uncertainty_rules
from tanlu.model.uncertainty import Worth
from tanlu.report.setting import Setting


def worth_point(setting: Setting) -> str:
    """The last year's interval with what it covers, or why none is given."""
    words = setting.words
    worth = _worth(setting)
    if worth is None:
        return words("worth.nothing")
    year, unknown = setting.years[-1], setting.percent(worth.unknown_share, 0)
    bounds = worth.interval.percent
    if bounds is None or not is_shown(worth, uncertainty_rules()):
        return words("worth.unknown", year=year, share=unknown)
    low, high = (setting.spaced(f"{bound:+.1f}%") for bound in bounds)
    values = {"low": setting.with_unit(worth.interval.lower), "year": year, "share": unknown,
              "high": setting.with_unit(worth.interval.upper)}  # fmt: skip
    return words("worth.known", below=low, above=high, **values)


def _worth(setting: Setting) -> Worth | None:
    findings = setting.findings
    inventory = findings.inventories.get(setting.years[-1]) if setting.years else None
    if inventory is None or inventory.entering.is_empty():
        return None
    ranges = Ranges(findings.book, findings.catalog, uncertainty_rules())
    return judge([inventory], ranges).worth(("total", str(inventory.year)))
