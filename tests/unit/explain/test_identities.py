"""Identities of a park close whatever its carriers do, and refuse what they cannot carry."""

import math

import pytest

from tanlu.explain.branches import change
from tanlu.explain.identities import IDENTITIES, YearOf


def year(number, output, rows, outputs=None, unknown=()):
    return YearOf(
        number, output, {k: e for k, (e, _) in rows.items()}, {k: c for k, (_, c) in rows.items()},
        frozenset(unknown), outputs or {},
    )  # fmt: skip


COAL, GAS, LIME, POWER = ("a", "coal"), ("b", "gas"), ("a", "lime"), ("b", "power")
FIRST = year(2020, 100.0, {COAL: (10.0, 27.0), LIME: (0.0, 5.0), GAS: (0.0, 0.0)},
             {"a": 60.0, "b": 40.0})  # fmt: skip
LAST = year(2022, 130.0, {COAL: (8.0, 20.0), LIME: (0.0, 9.0), GAS: (6.0, 9.6), POWER: (2.0, 0.0)},
            {"a": 60.0, "b": 70.0})  # fmt: skip


@pytest.mark.parametrize("code", list(IDENTITIES))
def test_effects_sum_to_the_change_of_all_emissions(code):
    found = IDENTITIES[code]
    assert found.refuses([FIRST, LAST]) is None
    split = change(found.branches([FIRST, LAST]), 0, 1)
    assert split.start_value == pytest.approx(32.0)
    assert split.end_value == pytest.approx(38.6)
    assert math.fsum(cell.effect for cell in split.cells) == pytest.approx(6.6)


def test_a_carrier_that_appears_counts_whole_under_its_share():
    split = change(IDENTITIES["carrier"].branches([FIRST, LAST]), 0, 1)
    gas = {cell.factor: cell.effect for cell in split.cells if cell.category == "b:gas"}
    assert gas == pytest.approx({"output": 0.0, "intensity": 0.0, "mix": 9.6, "factor": 0.0})


def test_an_unknown_coal_equivalent_is_never_taken_for_zero():
    unsure = year(2022, 130.0, {COAL: (8.0, 20.0), GAS: (0.0, 9.6)}, unknown=[GAS])
    branches = IDENTITIES["carrier"].branches([FIRST, unsure])
    direct = next(b for b in branches if "direct_intensity" in b.factors)
    assert "b:gas" in direct.categories


def test_enterprises_whose_outputs_are_not_the_parks_are_refused():
    partly = year(2022, 130.0, {COAL: (8.0, 20.0), GAS: (6.0, 9.6)}, {"a": 60.0, "b": 30.0})
    refused = IDENTITIES["enterprise_output"].refuses([FIRST, partly])
    assert refused is not None
    assert "69.2 %" in refused.en


def test_years_without_output_are_named():
    bare = year(2022, None, {COAL: (8.0, 20.0)})
    refused = IDENTITIES["carrier"].refuses([FIRST, bare])
    assert refused is not None
    assert "2022" in refused.en
    assert IDENTITIES["energy"].refuses([FIRST, bare]) is None
