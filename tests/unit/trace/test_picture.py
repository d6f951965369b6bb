"""Pictures stay balanced: folding keeps sums, cutting a circle keeps every node's balance."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanlu.trace.picture import IN, OUT, Band, folded, ranks, unlooped

NAMES = [f"m{n}" for n in range(6)]
BANDS = st.lists(
    st.tuples(st.sampled_from(["grid", *NAMES]), st.sampled_from([*NAMES, "end"]),
              st.floats(0.1, 100.0)).filter(lambda b: b[0] != b[1]),
    min_size=1, max_size=25, unique_by=lambda b: b[:2],
).map(lambda rows: [Band(start, end, "power", carbon) for start, end, carbon in rows])  # fmt: skip


def net(bands):
    found = Counter()
    for band in bands:
        found[band.start] -= band.carbon_t
        found[band.end] += band.carbon_t
    return found


@given(BANDS)
@settings(max_examples=60, deadline=None)
def test_what_is_drawn_has_no_circle_and_keeps_balances(bands):
    drawn, cut = unlooped(bands)
    place = ranks(drawn)
    assert all(place[band.start] < place[band.end] for band in drawn)
    was, now = net(bands), net(drawn)
    assert all(now[name] == pytest.approx(was[name], abs=1e-9) for name in was)
    halves = Counter(b.end[len(OUT) :] for b in drawn if b.end.startswith(OUT))
    assert halves == Counter(b.start[len(IN) :] for b in drawn if b.start.startswith(IN))
    assert sum(halves.values()) == len(cut)


@given(BANDS, st.integers(1, 6))
@settings(max_examples=60, deadline=None)
def test_folding_keeps_what_sources_give_and_ends_get(bands, most):
    few, left_out = folded(bands, NAMES, most)
    for end in ("grid", "end"):
        assert net(few)[end] == pytest.approx(net(bands)[end])
    named = {name for band in few for name in (band.start, band.end)} & set(NAMES)
    assert len(named) <= most + 1
    assert left_out == 0 or left_out >= 2


def test_the_smallest_band_of_a_circle_is_cut():
    ring = [Band("a", "b", "heat", 3.0), Band("b", "c", "heat", 2.0), Band("c", "a", "heat", 1.0)]
    assert unlooped(ring)[1] == [ring[2]]
