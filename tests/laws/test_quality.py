"""What always holds of completeness and grades."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tanlu.account.cut import cut
from tanlu.account.quality.completeness import completeness
from tanlu.account.quality.grade import grades_of
from tanlu.account.quality.total import score_of
from tanlu.catalog.expectations import expected_streams, quality_scheme
from tanlu.catalog.load import load_catalog
from tanlu.measure.border import check
from tanlu.model.book import Draft, Row, Sheet
from tests.laws.parks import burned, draft_of, flow, ledger_of, member

MEMBERS = [member("a"), member("b")]
ALWAYS = flow("world", "a", "electricity", 10, "MWh", "2022-01")

RECORDS = st.one_of(
    st.builds(
        lambda to, month, year, amount: flow(
            "world", to, "electricity", amount, "MWh", f"{year}-{month:02d}"
        ),
        st.sampled_from("ab"), st.integers(1, 12), st.sampled_from((2021, 2022)),
        st.integers(1, 900),
    ),
    st.builds(
        lambda who, fuel, month, year, amount: burned(
            who, fuel, amount, "t", f"{year}-{month:02d}"
        ),
        st.sampled_from("ab"), st.sampled_from(("diesel", "raw_coal")), st.integers(1, 12),
        st.sampled_from((2021, 2022)), st.integers(1, 900),
    ),
)  # fmt: skip


def park(records):
    unique = {r["record_id"]: r for r in [ALWAYS, *records]}
    flows = [r for r in unique.values() if "from_id" in r]
    activities = [r for r in unique.values() if "stream" in r]
    return draft_of({"members": MEMBERS, "flows": flows, "activities": activities})


def judged(draft):
    from tanlu.account.ledger import ledger

    book = check(draft, load_catalog())
    inventory = cut(ledger(book, load_catalog()), year=2022)
    found = completeness(book, inventory, expected_streams().values())
    return found, grades_of(inventory, book, quality_scheme()), inventory


@settings(max_examples=40)
@given(st.lists(RECORDS, max_size=12), RECORDS)
def test_a_record_of_the_year_never_lowers_its_completeness(records, more):
    if "2022" not in more["period"]:
        return
    before, *_ = judged(park(records))
    after, *_ = judged(park([*records, more]))
    assert score_of(after) >= score_of(before)


@settings(max_examples=30)
@given(st.lists(RECORDS, max_size=12))
def test_no_cell_covers_more_than_it_should(records):
    found, *_ = judged(park(records))
    assert all(0 <= cell.covered_days <= cell.expected_days for cell in found.cells)
    assert 0 <= score_of(found) <= 1
    assert {(g.cell.code, g.cell.member_id) for g in found.gaps} == {
        (c.code, c.member_id) for c in found.cells if c.missing_days
    }


@settings(max_examples=30)
@given(st.lists(RECORDS, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(records, chance):
    draft = park(records)
    shuffled = {}
    for name, sheet in draft.sheets.items():
        rows = [row.cells for row in sheet.rows]
        chance.shuffle(rows)
        shuffled[name] = Sheet(name, [Row(at, cells) for at, cells in enumerate(rows, start=2)])
    one, other = judged(draft), judged(Draft(draft.card, shuffled))
    assert one[0].cells == other[0].cells
    assert abs(one[1].total - other[1].total) < 1e-9
    worth = [(g.cell, g.basis, round(g.mid_t or 0, 6)) for g in one[0].gaps]
    assert worth == [(g.cell, g.basis, round(g.mid_t or 0, 6)) for g in other[0].gaps]


@settings(max_examples=30)
@given(st.lists(RECORDS, max_size=12))
def test_grades_lie_between_best_and_worst_and_weigh_by_tonnes(records):
    _, grades, inventory = judged(park(records))
    values = grades.lines["grade"]
    assert values.min() >= 1
    assert values.max() <= 5
    tonnes = {row["line_id"]: abs(row["co2_t"]) for row in inventory.entering.iter_rows(named=True)}
    weighted = sum(
        row["grade"] * tonnes.get(row["line_id"], 0.0) for row in grades.lines.iter_rows(named=True)
    )
    assert abs(grades.total - weighted / sum(tonnes.values())) < 1e-9
    streams = {}
    for row in inventory.entering.iter_rows(named=True):
        streams[row["stream"]] = streams.get(row["stream"], 0.0) + abs(row["co2_t"])
    parts = sum(grades.by_stream[name] * share for name, share in streams.items() if share)
    assert abs(parts / sum(tonnes.values()) - grades.total) < 1e-9


def test_gaps_are_never_booked():
    whole = [flow("world", "a", "electricity", 10, "MWh", f"2021-{m:02d}") for m in range(1, 13)]
    assert (
        ledger_of({"members": MEMBERS, "flows": [ALWAYS, *whole]}).lines.filter(year=2022).height
        == 1
    )
