"""The IAMC long format: one row a figure, nothing lost."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

from tanlu.cli import tanlu
from tanlu.plan.iamc import Row, Source, rows_of_design
from tanlu.workflow.pathway.folder import example, solve_folder


def test_a_design_comes_out_whole():
    plan, design = solve_folder(example("small"))
    rows = rows_of_design(design, Source("tanlu", plan.label.en, "here"), "CNY_2025")
    by = {(row.variable, row.year): row for row in rows}
    assert len(by) == len(rows)
    for period in design.periods:
        assert by["Emissions|CO2", period.year].value == pytest.approx(period.co2_t)
        assert by["Cost|Total", period.year].unit == "CNY_2025/yr"
        parts = [row.value for row in rows if row.variable.startswith("Cost|")
                 and row.variable != "Cost|Total" and row.year == period.year]  # fmt: skip
        assert sum(parts) == pytest.approx(period.cost_cny)


def test_the_command_prints_csv_and_json():
    run = CliRunner()
    printed = run.invoke(tanlu, ["plan", "iamc", str(example("small"))])
    assert printed.exit_code == 0, printed.output
    rows = list(csv.DictReader(io.StringIO(printed.output)))
    assert tuple(rows[0]) == Row._fields
    told = run.invoke(tanlu, ["plan", "iamc", str(example("small")), "--json"])
    assert len(json.loads(told.output)) == len(rows)


def test_what_cannot_leave_as_pypsa_is_named(tmp_path):
    run = CliRunner().invoke(
        tanlu, ["plan", "to-pypsa", str(example("small")), str(tmp_path / "n")]
    )
    assert run.exit_code == 2
    assert "offsets: PyPSA has no word for its Offset" in run.output
    assert not (tmp_path / "n").exists()
