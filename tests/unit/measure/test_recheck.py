"""Only what changed is checked, and the answer is as if all had been."""

import pytest

from tanlu.catalog.load import load_catalog
from tanlu.errors import InputError
from tanlu.measure.border import check
from tanlu.measure.recheck import recheck
from tests.laws.parks import burned, draft_of, member, own

TABLES = {
    "members": [member("a")],
    "activities": [burned("a", "diesel", 10, "t"), burned("a", "natural_gas", 10, "Nm3")],
}
FACTOR = own("diesel", "ncv", 42.0, "GJ/t", member_id="a")


def told(book):
    return {name: table.to_dicts() for name, table in book.tables.items()}, book.warnings


@pytest.mark.parametrize(
    "factors", [[], [FACTOR], [FACTOR, {**FACTOR, "factor_id": "x", "from_on": "2023-01-01"}]]
)
def test_as_if_all_were_checked(factors):
    catalog = load_catalog()
    old = check(draft_of(TABLES), catalog)
    draft = draft_of({**TABLES, "factors": factors})
    assert told(recheck(old, draft, catalog)) == told(check(draft, catalog))


def test_a_changed_record_is_checked():
    catalog = load_catalog()
    old = check(draft_of(TABLES), catalog)
    rows = [{**TABLES["activities"][0], "quantity": "x"}]
    with pytest.raises(InputError):
        recheck(old, draft_of({**TABLES, "activities": rows}), catalog)


def test_a_member_that_records_name_cannot_go_unseen():
    catalog = load_catalog()
    old = check(draft_of(TABLES), catalog)
    with pytest.raises(InputError):
        recheck(old, draft_of({**TABLES, "members": []}), catalog)


def test_a_faulty_factor_is_told_with_its_place():
    catalog = load_catalog()
    old = check(draft_of(TABLES), catalog)
    bad = [{**FACTOR, "unit": "furlong"}]
    with pytest.raises(InputError) as caught:
        recheck(old, draft_of({**TABLES, "factors": bad}), catalog)
    assert [fault.place.file for fault in caught.value.faults] == ["factors.csv"]
