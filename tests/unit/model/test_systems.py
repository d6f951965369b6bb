"""The 13 kinds of table 1: all there, in words of both languages, and in tables that exist."""

import re

import pytest

from tanlu.account.cut import cut
from tanlu.account.ledger import ledger
from tanlu.catalog.expectations import (
    expected_streams,
    quality_scheme,
    scheme_of,
    streams_of,
    unregistered_cites,
)
from tanlu.catalog.load import load_catalog
from tanlu.errors import CatalogError
from tanlu.measure.border import check
from tanlu.measure.sign import rows_of
from tanlu.model.book import Draft, Row, Sheet
from tanlu.model.systems import (
    data_kinds,
    example_card,
    examples_of,
    kinds_of,
    systems,
    tables_of,
)
from tanlu.model.table import tables
from tanlu.workflow.open import bundled, open_book

HAN = re.compile(r"[一-鿿]")
ROLES = {"scope1", "scope2", "apart", "indicator", "context"}
# rows of table 1 under each system, as the paper prints them
TABLE_1 = {"energy": 4, "production": 4, "buildings": 2, "transport": 3, "infrastructure": 0}


def draft_of(system):
    sheets = {}
    for example in examples_of(system):
        rows = sheets.setdefault(example.table, [])
        rows.append(Row(len(rows) + 2, example.cells))
    return Draft(example_card(), {name: Sheet(name, rows) for name, rows in sheets.items()})


def test_table_1_is_whole():
    own = {s: sum(kind.system == s for kind in data_kinds().values()) for s in systems()}
    assert own == TABLE_1
    assert [kind.number for kind in data_kinds().values()] == list(range(1, 14))


@pytest.mark.parametrize("kind", data_kinds().values(), ids=lambda kind: kind.code)
def test_a_kind_says_what_it_is_where_it_goes_and_what_for(kind):
    for text in (kind.label, kind.says, kind.use):
        assert HAN.search(text.zh)
        assert not HAN.search(text.en)
    assert kind.role
    assert set(kind.role) <= ROLES
    assert set(kind.streams) <= set(expected_streams())
    assert kind.examples
    for place in kind.places:
        assert set(place.fixed) <= set(tables()[place.table].fields)
    for sign in kind.tell:
        assert set(sign.where) <= set(tables()[sign.table].fields)


def test_a_kind_of_context_only_says_that_no_tonne_comes_of_it():
    for kind in data_kinds().values():
        if set(kind.role) == {"context"}:
            said = kind.use.en.lower()
            assert "context only" in said or "no tonne" in said or "are flows" in said


@pytest.mark.parametrize("system", systems())
def test_the_examples_of_a_template_account(system):
    book = check(draft_of(system), load_catalog())
    assert not book.warnings
    inventory = cut(ledger(book, load_catalog()), year=2022)
    assert inventory.total_t > 0
    for kind in kinds_of(system):
        assert rows_of(book, kind.tell).height, kind.code


def test_the_opulent_park_has_everything():
    book = open_book(bundled("opulent"))
    assert not book.warnings
    for kind in data_kinds().values():
        assert rows_of(book, kind.tell).height, kind.code
    inventory = cut(ledger(book, load_catalog()), year=2022)
    by_system = set(inventory.lines["system"].unique())
    assert by_system == set(systems())


def test_a_template_has_the_tables_that_its_rows_name():
    for system in systems():
        names = set(tables_of(system))
        refs = {f.ref for n in names for f in tables()[n].fields.values() if f.ref}
        assert refs <= names


def test_a_decision_can_be_about_every_expected_stream():
    choices = tables()["decisions"].fields["expected"].choices
    assert set(choices) == {"boundary", *expected_streams()}


def test_expected_streams_cite_registered_documents():
    assert unregistered_cites(load_catalog()) == []
    carriers = load_catalog().carriers
    carriers = {*carriers, *(c.family for c in carriers.values())}
    for one in expected_streams().values():
        assert HAN.search(one.question.zh)
        assert not HAN.search(one.question.en)
        for sign in one.tell:
            named = sign.where.get("carrier", ())
            assert all(c in carriers or c in ("*", "sf6") for c in named), one.code


def test_each_score_is_explained():
    scheme = quality_scheme()
    for criterion in (*scheme.activity.values(), *scheme.factor.values()):
        assert list(criterion.levels) == [1, 2, 3, 4, 5]
        assert set(criterion.scores.values()) <= set(criterion.levels)
    assert [band.below for band in scheme.bands] == sorted(band.below for band in scheme.bands)


def test_a_broken_data_file_is_named():
    entry = {"id": "x", "level": "sometimes"}
    with pytest.raises(CatalogError, match=r"streams\.yaml, row 1"):
        streams_of([entry])
    with pytest.raises(CatalogError, match=r"pedigree\.yaml"):
        scheme_of({"id": "x"})


def test_signs_of_unknown_tables_point_to_nothing():
    from tanlu.model.systems import Sign

    book = open_book(bundled("minimal"))
    signs = [Sign("dreams", {"x": ("*",)}), Sign("flows", {"colour": ("red",)})]
    assert rows_of(book, signs).height == 0
