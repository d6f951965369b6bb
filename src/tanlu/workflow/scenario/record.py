"""A tree's scenarios as plain records for JSON: points, peak, sums, targets, stocks, wedges."""

from typing import Any

import numpy as np

from tanlu.plan.tree.demand import DRIVERS
from tanlu.plan.tree.paths import Array
from tanlu.plan.tree.peak import cumulative, gap_of, peaking
from tanlu.plan.tree.run import Run, by, emitted, points
from tanlu.plan.tree.wedges import Wedges, wedges
from tanlu.workflow.findings_record import gap_record
from tanlu.workflow.path import targets_of
from tanlu.workflow.scenario.open import Opened
from tanlu.workflow.scenario.stated import assumed_record


def tree_record(opened: Opened) -> dict[str, Any]:
    """All scenarios of a tree side by side."""
    tree = opened.tree
    return {
        "tree": tree.tree_id,
        "base_year": tree.base_year,
        "end_year": tree.end_year,
        "is_own": opened.is_own,
        "inventory_t": _inventory(opened),
        "branches": len(tree.leaves) + len(tree.plants),
        "assumptions": assumed_record(tree),
        "scenarios": [scenario_record(opened, case_id) for case_id in tree.cases],
    }


def _inventory(opened: Opened) -> float | None:
    ground = opened.ground.co2_t
    return sum(ground.values()) if ground else None


def scenario_record(opened: Opened, case_id: str) -> dict[str, Any]:
    """One scenario. [t CO2], [tce], [CNY]"""
    run = opened.run(case_id)
    peak = peaking(run.years, run.total_t.tolist())
    targets = targets_of(opened.findings.book) if opened.findings else []
    return {
        "scenario": case_id,
        "name": run.case.label.both(),
        "overlays": list(run.case.overlays),
        "points": point_records(run),
        "peak": {
            "verdict": peak.verdict,
            "year": peak.peak_year,
            "highest_year": peak.year,
            "co2_t": peak.co2_t,
            "plateau": [peak.first, peak.last],
        },
        "cumulative_t": cumulative(run.total_t.tolist()),
        "targets": [gap_record(gap_of(target, points(run))) for target in targets],
        "stocks": stock_record(run),
    }


def point_records(run: Run) -> list[dict[str, Any]]:
    """The years of a run, in total and by sector, carrier, and place of emission."""
    co2, energy = run.co2_t, run.energy_tce
    cuts = {
        "by_sector_t": by(run, co2, "sector"),
        "by_carrier_t": by(run, co2, "carrier"),
        "energy_by_carrier_tce": by(run, energy, "carrier"),
        "emitted_t": emitted(run),
    }
    return [
        {
            "year": point.year,
            "co2_t": point.co2_t,
            "energy_tce": point.energy_tce,
            "output_cny": point.output_cny,
            **{name: _at(cut, i) for name, cut in cuts.items()},
        }
        for i, point in enumerate(points(run))
    ]


def _at(cut: dict[str, Array], i: int) -> dict[str, float]:
    return {name: float(values[i]) for name, values in cut.items()}


def stock_record(run: Run) -> dict[str, Any]:
    """Devices, sales and retirements by device and year. [piece]"""
    found: dict[str, Any] = {}
    for devices, turned in run.demand.stocks.values():
        for i, device in enumerate(devices):
            found[device] = {
                "stock": turned.stock[i].tolist(),
                "sales": turned.sales[i].tolist(),
                "retired": turned.retired[i].tolist(),
            }
    return found


def compare_record(opened: Opened, first: str, second: str) -> dict[str, Any]:
    """What turns the first scenario into the second: wedges that sum. [t CO2]"""
    found = wedges(opened.run(first), opened.run(second))
    return {
        "first": first,
        "second": second,
        "years": list(found.years),
        "total_t": found.total.tolist(),
        "by_driver_t": {name: values.tolist() for name, values in found.by_driver.items()},
        "by_branch_t": {row: values.tolist() for row, values in found.by_row.items()},
        "cumulative": cumulative_record(found),
        "closing_error_t": float(np.abs(found.parts.sum(axis=(0, 1)) - found.total).max()),
    }


def cumulative_record(found: Wedges) -> dict[str, Any]:
    """Wedges summed over the years after the first: they sum to the change of the sum. [t CO2]"""
    parts = found.parts[:, :, 1:].sum(axis=2)
    return {
        "total_t": float(found.total[1:].sum()),
        "by_driver_t": dict(zip(DRIVERS, parts.sum(axis=0).tolist(), strict=True)),
        "by_branch_t": dict(zip(found.rows, parts.sum(axis=1).tolist(), strict=True)),
    }
