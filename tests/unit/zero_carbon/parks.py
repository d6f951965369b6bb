"""Parks that are measured beside the indicators."""

from tanlu.account.cut import cut
from tanlu.account.ledger import ledger
from tanlu.account.zero_carbon.assess import assess_park
from tanlu.account.zero_carbon.power import PowerUse, power_of
from tanlu.catalog.indicator_sets import indicator_set
from tanlu.catalog.load import load_catalog
from tests.laws.parks import book_of


def record(name, value, unit, member="", year=2022):
    return {
        "record_id": f"{name}-{member}-{year}", "member_id": member, "indicator": name,
        "period": str(year), "quantity": str(value), "unit": unit,
    }  # fmt: skip


def assessed(power=None, set_id="national", **tables):
    catalog = load_catalog()
    book = book_of(tables, method="cn.park")
    drawn = cut(ledger(book, catalog), year=2022)
    use = power if isinstance(power, PowerUse) else power_of(drawn, ("electricity",))
    terms = (catalog.carriers, catalog.method("cn.park"))
    return assess_park(drawn, book, indicator_set(set_id), use, terms)


def of(found, code):
    return next(each for each in found.found if each.rule.code == code)
