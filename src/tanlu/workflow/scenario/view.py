"""A tree and its wedges for the API: every figure with the key of its proof."""

from collections.abc import Mapping

from tanlu.plan.tree.demand import DRIVERS
from tanlu.plan.tree.paths import Array
from tanlu.plan.tree.peak import Peaking, cumulative, gap_of, peaking
from tanlu.plan.tree.run import Run, by, points
from tanlu.plan.tree.wedges import Wedges, wedges
from tanlu.types import Text
from tanlu.workflow.path import targets_of
from tanlu.workflow.scenario.names import (
    DRIVER_NAMES,
    PEAK_NAMES,
    branch_name,
    carrier_name,
    coded,
)
from tanlu.workflow.scenario.open import Opened
from tanlu.workflow.scenario.stated import assumed_record
from tanlu.workflow.views.figure import View, figure, key_of, text
from tanlu.workflow.views.pathway import gap_view

CO2 = "t CO2"
_TOTAL = Text("Emissions of the scenario", "情景排放量")
_SUM = Text("Cumulative emissions", "累计排放量")
_WEDGE = Text("Wedge: {name}", "楔形：{name}")
_DIFFERENCE = Text("Difference of two scenarios", "两个情景之差")


def tree_view(opened: Opened, version: int) -> View:
    """All scenarios of a tree as the API's record `ScenarioTree`."""
    tree = opened.tree
    return {
        "park_id": opened.findings.book.park.park_id if opened.findings else tree.tree_id,
        "version": version,
        "tree_id": tree.tree_id,
        "label": text(tree.label),
        "is_own": opened.is_own,
        "base_year": tree.base_year,
        "end_year": tree.end_year,
        "years": list(range(tree.base_year, tree.end_year + 1)),
        **assumed_record(tree),
        "scenarios": [_scenario(opened, case) for case in tree.cases],
        "overlays": [
            {
                "overlay_id": each.overlay_id,
                "kind": each.kind,
                "label": text(each.label),
                "note": text(each.note) if each.note else None,
                "cite": each.cite,
            }
            for each in tree.overlays.values()
        ],
        "answer": text(_answer(opened)),
    }


def total_key(case: str, year: int) -> str:
    """The key of a scenario's emissions in a year."""
    return key_of("tree", case, year)


def total_figure(run: Run, year: int) -> View:
    """A scenario's emissions in a year. [t CO2]"""
    value = float(run.total_t[run.years.index(year)])
    return figure(total_key(run.case.case_id, year), value, CO2, _TOTAL)


def sum_figure(run: Run) -> View:
    """A scenario's emissions of all years after the base year. [t CO2]"""
    value = cumulative(run.total_t.tolist())
    return figure(key_of("treesum", run.case.case_id), value, CO2, _SUM)


def peak_of(run: Run) -> Peaking:
    """The peak of a run."""
    return peaking(run.years, run.total_t.tolist())


def peak_text(peak: Peaking) -> Text:
    """A peak in words."""
    return PEAK_NAMES[peak.verdict].fill(year=peak.year, first=peak.first, last=peak.last)


def _scenario(opened: Opened, case: str) -> View:
    run = opened.run(case)
    peak = peak_of(run)
    targets = targets_of(opened.findings.book) if opened.findings else []
    return {
        "scenario_id": case,
        "label": text(run.case.label),
        "overlays": list(run.case.overlays),
        "co2_t": run.total_t.tolist(),
        "keys": [total_key(case, year) for year in run.years],
        "by_carrier": _bands(opened, by(run, run.co2_t, "carrier")),
        "by_sector": _bands(opened, by(run, run.co2_t, "sector")),
        "energy_by_carrier": _bands(opened, by(run, run.energy_tce, "carrier")),
        "peak": {
            "verdict": peak.verdict,
            "year": peak.peak_year,
            "highest": total_figure(run, peak.year),
            "highest_year": peak.year,
            "first": peak.first,
            "last": peak.last,
            "says": text(peak_text(peak)),
        },
        "base": total_figure(run, run.years[0]),
        "end": total_figure(run, run.years[-1]),
        "cumulative": sum_figure(run),
        "targets": [gap_view(gap_of(target, points(run))) for target in targets],
        "stocks": _stocks(opened, run),
    }


def _bands(opened: Opened, cut: Mapping[str, Array]) -> list[View]:
    names = {code: branch_name(opened, code) if code in opened.tree.labels
             else carrier_name(opened, code) for code in cut}  # fmt: skip
    return [{"code": code, "label": text(names[code]), "values": values.tolist()}
            for code, values in cut.items()]  # fmt: skip


def _stocks(opened: Opened, run: Run) -> list[View]:
    return [
        {
            "device": device,
            "label": text(branch_name(opened, device)),
            "stock": turned.stock[i].tolist(),
            "sales": turned.sales[i].tolist(),
            "retired": turned.retired[i].tolist(),
        }
        for devices, turned in run.demand.stocks.values()
        for i, device in enumerate(devices)
    ]


def _answer(opened: Opened) -> Text:
    said = []
    for case in opened.tree.cases.values():
        run = opened.run(case.case_id)
        told = Text("{name}: {peak}, {end:,.1f} ×10⁴ t in {year}.",
                    "{name}：{peak}，{year} 年 {end:,.1f} 万 t。")  # fmt: skip
        said.append(told.fill(name=case.label, peak=peak_text(peak_of(run)),
                              end=run.total_t[-1] / 1e4, year=run.years[-1]))  # fmt: skip
    return Text(" ".join(t.en for t in said), "".join(t.zh for t in said))


def wedges_view(opened: Opened, first: str, second: str) -> View:
    """Wedges between two scenarios as the API's record `ScenarioWedges`."""
    found = wedges(opened.run(first), opened.run(second))
    sums = found.parts[:, :, 1:].sum(axis=2)
    return {
        "first": first,
        "second": second,
        "years": list(found.years),
        "total": {
            "end": difference_figure(found, "all", float(found.total[-1]), found.years[-1]),
            "sum": difference_figure(found, "all", float(found.total[1:].sum()), 0),
            "values": found.total.tolist(),
        },
        "by_driver": [
            {
                "code": driver,
                "label": text(DRIVER_NAMES[driver]),
                "values": found.by_driver[driver].tolist(),
                "end": difference_figure(
                    found, driver, float(found.by_driver[driver][-1]), found.years[-1]
                ),
                "sum": difference_figure(found, driver, float(sums[:, k].sum()), 0),
            }
            for k, driver in enumerate(DRIVERS)
        ],
        "by_branch": [
            {
                "code": coded(row),
                "label": text(branch_name(opened, row.split("/", maxsplit=1)[0])),
                "values": values.tolist(),
            }
            for row, values in _by_sector(found).items()
        ],
    }


def _by_sector(found: Wedges) -> dict[str, Array]:
    sums: dict[str, Array] = {}
    for row, values in found.by_row.items():
        sector = row.split("/", maxsplit=1)[0]
        sums[sector] = sums[sector] + values if sector in sums else values
    return sums


def difference_figure(found: Wedges, driver: str, value: float, year: int) -> View:
    """A wedge of a year, or of all years together (year 0). [t CO2]"""
    name = _DIFFERENCE if driver == "all" else _WEDGE.fill(name=DRIVER_NAMES[driver])
    return figure(key_of("wedge", found.first, found.second, year, driver), value, CO2, name)
