"""Pages of readings: no peak is lost, gaps stay gaps, every figure opens."""

from datetime import UTC, datetime, timedelta

import polars as pl
import pytest

from tanlu.model.reading import LONG, RANGE
from tanlu.store.parks import latest
from tanlu.store.readings import Arrival, append
from tanlu.workflow.edit import save_rows
from tanlu.workflow.readings.open import of_desk
from tanlu.workflow.viewer import LOCAL

CHANNELS = [
    {"channel_id": "main", "member_id": "a", "carrier": "electricity", "unit": "kWh"},
    {"channel_id": "sub", "member_id": "a", "carrier": "electricity", "unit": "kWh",
     "parent_id": "main"},
    {"channel_id": "big", "member_id": "b", "carrier": "electricity", "unit": "MWh",
     "multiplier": "10"},
    {"channel_id": "rest", "member_id": "b", "carrier": "electricity", "unit": "kWh",
     "formula": "main - sub", "role": "check"},
]  # fmt: skip
BEGIN = datetime(2025, 3, 2, 16, tzinfo=UTC)  # Monday 3 March, 00:00 in Shanghai
QUARTER = timedelta(minutes=15)
WEEK = 7 * 96


def long(channel, begin, values, flags=None):
    rows = [
        (channel, begin + n * QUARTER, value, (flags or {}).get(n, 0))
        for n, value in enumerate(values)
        if value is not None
    ]
    return pl.DataFrame(rows, schema=LONG, orient="row")


@pytest.fixture
def metered(desk, client):
    save_rows(desk, LOCAL, "pair", "channels", latest(desk.engine, "pair"), CHANNELS, "meters")
    now = [25.0] * WEEK
    now[3 * 96 + 45] = 250.0  # Thursday 11:15
    now[96 : 96 + 8] = [None] * 8  # two hours of Tuesday
    parts = [
        long("main", BEGIN, now, {200: RANGE}),
        long("main", BEGIN - timedelta(weeks=52), [20.0] * WEEK),
        long("sub", BEGIN, [5.0] * WEEK),
        long("big", BEGIN, [0.001] * WEEK),
    ]
    append(
        of_desk(desk, "pair").readings, pl.concat(parts), Arrival("test", "2025-04-01T00:00:00Z")
    )
    return client


def ask(client, page, /, **query):
    answer = client.get(f"/api/v1/parks/pair/readings/{page}", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_readings_of_a_week_are_shown_as_they_are(metered):
    found = ask(metered, "curve", channel="main")
    assert (found["first"], found["last"], found["step"]) == ("2025-03-03", "2025-03-09", "native")
    points = found["points"]
    assert len(points["start"]) == WEEK
    assert points["start"][0] == "2025-03-03T00:00:00+08:00"
    assert points["mean"][0] == 100  # 25 kWh in a quarter of an hour are 100 kW
    assert found["unit"] == "kW"
    assert points["mean"][96:104] == [None] * 8
    assert points["missing"][96:105] == [1] * 8 + [0]
    assert points["marks"] == [{"at": 200, "count": 1, "flags": ["range"]}]
    assert found["flags"]["range"]["zh"] == "超出合理范围"


def test_a_virtual_channel_has_a_curve(metered):
    points = ask(metered, "curve", channel="rest")["points"]
    assert points["mean"][0] == 80  # 25 kWh less 5 in a quarter of an hour
    assert points["missing"][96:105] == [1] * 8 + [0]


@pytest.mark.parametrize("by", ["native", "hour", "day"])
def test_no_peak_is_lost_and_no_gap_is_closed(metered, by):
    points = ask(metered, "curve", channel="main", by=by)["points"]
    assert max(v for v in points["high"] if v is not None) == 1000
    assert sum(points["missing"]) == 8


def test_figures_are_of_what_is_there(metered):
    facts = ask(metered, "curve", channel="main", by="day")["facts"]
    assert facts["use"]["value"] == pytest.approx(25 * (WEEK - 9) + 250)
    assert facts["peak"]["value"] == 1000
    assert facts["peak_at"] == "2025-03-06T11:15:00+08:00"
    assert facts["completeness"]["value"] == pytest.approx(1 - 8 / WEEK)
    assert facts["flagged"]["value"] == pytest.approx(1 / (WEEK - 8))


def test_the_year_before_stands_on_the_same_weekday(metered):
    found = ask(metered, "curve", channel="main", by="day")
    assert found["before"]["first"] == "2024-03-04"  # a Monday too
    assert found["before"]["mean"] == [80.0] * 7
    by_date = ask(metered, "curve", channel="main", by="day", align="date")["before"]
    assert by_date["first"] == "2024-03-03"
    assert by_date["mean"] == [None, *[80.0] * 6]


def test_members_and_the_park_add_what_is_booked(metered):
    member = ask(metered, "curve", member="a", by="day")
    assert member["subject"]["channels"] == 1  # the sub-meter is within its parent
    park = ask(metered, "curve", by="day")
    assert park["subject"]["channels"] == 2
    # 25 kWh and 0.001 MWh x 10: 100 kW and 40 kW
    assert park["points"]["mean"][0] == pytest.approx(140)
    system = ask(metered, "curve", system="production", by="day")
    assert system["points"]["mean"][0] == pytest.approx(40)


def test_heat_cells_sum_to_the_use_and_holes_are_no_zeros(metered):
    found = ask(metered, "heat", channel="main")
    assert [len(row) for row in found["cells"]] == [24] * 7
    assert found["cells"][1][:3] == [None, None, 100.0]
    there = [v for row in found["cells"] for v in row if v is not None]
    assert sum(there) == pytest.approx(found["facts"]["use"]["value"])


def test_refusals_say_the_way_out(metered, client):
    def code(path):
        return client.get(f"/api/v1/parks/{path}").json()["code"]

    assert code("ganzhou/readings/curve") == "park_without_readings"
    assert code("pair/readings/curve?from=2025-03-09&to=2025-03-03") == "span_backwards"
    assert code("pair/readings/curve?from=2025-03-09&to=tomorrow") == "not_a_day"
    assert code("pair/readings/curve?from=2024-01-01&to=2025-03-03&by=native") == "span_too_long"
    assert code("pair/readings/curve?channel=nowhere") == "not_found"


def test_the_tree_knows_what_is_missing(metered):
    found = ask(metered, "channels", member="a", **{"from": "2025-03-01", "to": "2025-03-31"})
    nodes = {node["channel_id"]: node for node in found["channels"]}
    assert set(nodes) == {"main", "sub"}
    # it has readings of the year before, so the first two days of March are missing too
    assert nodes["main"]["missing"] == 8 + 2 * 96
    assert nodes["sub"]["missing"] == 0
    assert nodes["main"]["last"] == "2025-03-09T23:45:00+08:00"
    assert nodes["main"]["completeness"]["value"] == pytest.approx((WEEK - 8) / (WEEK + 2 * 96))
    assert nodes["sub"]["parent_id"] == "main"
    assert {m["member_id"]: m["channels"] for m in found["members"]} == {"a": 2, "b": 2}


def test_the_worst_channel_comes_first_with_what_to_mend(metered):
    found = ask(metered, "quality", **{"from": "2025-03-01", "to": "2025-03-31"})
    assert found["channels"][0]["score"]["value"] < 1
    scores = [node["score"]["value"] for node in found["channels"]]
    assert scores == sorted(scores)
    assert all(node["mend"] for node in found["channels"] if node["score"]["value"] < 1)


def test_sums_follow_what_comes_later(metered, desk):
    before = ask(metered, "curve", by="day")["points"]["mean"]
    opened = of_desk(desk, "pair")
    fix = long("main", BEGIN + 100 * QUARTER, [25.0] * 4)
    append(opened.readings, fix, Arrival("test", "2025-04-02T00:00:00Z", "found again"))
    after = ask(metered, "curve", by="day")
    assert after["points"]["missing"][1] == 4
    assert after["points"]["mean"][2:] == before[2:]
    tree = ask(metered, "channels", member="a", **{"from": "2025-03-01", "to": "2025-03-31"})
    assert {n["channel_id"]: n["missing"] for n in tree["channels"]}["main"] == 4 + 2 * 96


def figures_in(found):
    if isinstance(found, dict):
        if "key" in found and "unit" in found:
            yield found
        for part in found.values():
            yield from figures_in(part)
    elif isinstance(found, list):
        for part in found:
            yield from figures_in(part)


@pytest.mark.parametrize(
    ("what", "query"),
    [
        ("curve", {"channel": "main"}),
        ("curve", {"member": "a", "align": "date"}),
        ("curve", {"system": "production"}),
        ("curve", {}),
        ("heat", {"channel": "big"}),
        ("quality", {}),
        ("channels", {"member": "a"}),
    ],
)
def test_every_figure_opens_with_the_same_value(metered, what, query):
    shown = {f["key"]: f["value"] for f in figures_in(ask(metered, what, **query))}
    assert shown
    for key, value in shown.items():
        answer = metered.get(f"/api/v1/parks/pair/figures/{key}")
        assert answer.status_code == 200, (key, answer.text)
        proven = answer.json()["figure"]["value"]
        assert proven == (value if value is None else pytest.approx(value)), key


def test_a_days_use_opens_down_to_its_readings_and_what_they_replaced(metered, desk):
    fix = long("main", BEGIN, [26.0])
    append(of_desk(desk, "pair").readings, fix, Arrival("ann", "2025-04-02T00:00:00Z", "typo"))
    day = {"from": "2025-03-03", "to": "2025-03-03"}
    use = ask(metered, "curve", channel="main", **day)["facts"]["use"]
    proof = metered.get(f"/api/v1/parks/pair/figures/{use['key']}").json()
    assert use["value"] == pytest.approx(sum(r["value"] for r in proof["readings"]))
    assert proof["readings"][0]["replaced"][0] | {"at": ""} == {
        "value": 25.0, "who": "ann", "at": "", "why": "typo",
    }  # fmt: skip
    assert proof["records"][0]["record_id"] == "main"


def test_carbon_is_use_times_factor(metered):
    query = {"channel": "main", "from": "2025-03-03", "to": "2025-03-09"}
    curve = ask(metered, "curve", **query)
    heat = ask(metered, "heat", what="carbon", **query)
    factor = curve["factor"]["figure"]["value"] / 1000
    assert curve["co2"]["value"] == pytest.approx(curve["facts"]["use"]["value"] * factor)
    there = [v for row in heat["cells"] for v in row if v is not None]
    assert sum(there) == pytest.approx(curve["co2"]["value"])
    assert heat["unit"] == "t CO2e"
