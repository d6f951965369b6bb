"""Drivers of the seed park drawn within errors: what is shared by all years feigns nothing."""

import json

import pytest
from click.testing import CliRunner

from tanlu.cli import tanlu
from tanlu.workflow.open import bundled


def drivers(*words):
    result = CliRunner().invoke(
        tanlu, ["explain", "drivers", str(bundled("ganzhou")), *words, "--json"]
    )
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def test_no_errors_no_intervals():
    assert "spread" not in drivers()


def test_the_intervals_hold_the_effects_and_factors_feign_nothing():
    words = ("--energy-error", "2", "--factor-error", "5", "--output-error", "1", "--draws", "500")
    *steps, whole = drivers(*words)["spread"]
    for step in (*steps, whole):
        for name in ("output", "intensity"):
            each = step["effects"][name]
            assert each["low"] < each["value"] < each["high"]
        factor = step["effects"]["factor"]
        # rounding alone: the calibrated factors are the same in all years
        assert abs(factor["low"]) + abs(factor["high"]) < 1e-3
        assert factor["p_above"] + factor["p_below"] == pytest.approx(0, abs=0.01)
    assert whole["effects"]["mix"]["p_above"] == 1.0
    assert 0.3 < steps[0]["effects"]["mix"]["p_above"] < 0.95  # +0.115 of 8.63: not sure


def test_an_error_of_output_alone_moves_output_against_intensity():
    (first, *_) = drivers("--output-error", "3", "--draws", "400")["spread"]
    effects = first["effects"]
    widths = {name: effects[name]["high"] - effects[name]["low"] for name in effects}
    assert widths["output"] == pytest.approx(widths["intensity"], rel=1e-6)
    assert widths["mix"] < 1e-3
