"""`tanlu factor show`: what holds on a day at a place, and the nearest when nothing does."""

import json

import pytest
from click.testing import CliRunner

from tanlu.cli import tanlu


def show(*arguments):
    return CliRunner().invoke(tanlu, ["factor", "show", *arguments])


def test_the_provinces_value_of_the_year():
    done = show("cn.grid", "--on", "2022-07-01", "--region", "江西", "--json")
    taken = next(v for v in json.loads(done.output)["values"] if v["quantity"] == "emission")
    assert (taken["value"], taken["unit"]) == (0.5752, "kg CO2/kWh")
    assert (taken["citation"], taken["found"]) == ("cn.grid.2022", "exact_year")
    assert taken["clause"]
    assert taken["alternatives"]


@pytest.mark.parametrize("day", ["1990-07-01", "2009-07-01"])
def test_outside_every_validity_the_nearest_that_the_method_takes_is_named(day):
    done = show("cn.grid", "--on", day, "--region", "江西")
    assert done.exit_code != 0
    said = str(done.exception) + done.output
    assert "2010-01-01" in said
    assert "cn.grid.regional.2010" in said
