"""Set-points for the next hours, and what control is worth: from a plan's folder."""

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any, Literal, TypeAlias

from tanlu.connect.plan.folder import PlanFolder, read_plan
from tanlu.connect.whole import write_file
from tanlu.errors import InputError, Place
from tanlu.plan.rolling import Run, Schedule, Site, State, schedule, simulate, site
from tanlu.plan.rolling.forecast import boosted, perfect, seasonal, skill
from tanlu.plan.rolling.run import Forecast, uncontrolled
from tanlu.plan.rolling.worth import worth_of
from tanlu.plan.solve import solve
from tanlu.plan.typical import cost_series
from tanlu.workflow.pathway.folder import system_of

Way: TypeAlias = Literal["perfect", "day", "week", "learned"]


@dataclass(frozen=True, slots=True)
class Control:
    """A plan's site in a year, with what a stored MWh is worth; made once for several asks."""

    plan: PlanFolder
    year: int
    site: Site
    worth: Mapping[str, float]
    day: int

    def at(self, moment: datetime) -> int:
        """The step of a moment of the calendar of the series.

        Raises:
            InputError: When it lies outside of the series.
        """
        hours = (moment - datetime.combine(self.plan.first, time())).total_seconds() / 3600
        step = round(hours / self.site.step_h)
        if not 0 <= step < self.site.steps:
            end = self.moment(self.site.steps)
            raise InputError.of("control_outside", moment=moment, start=self.moment(0), end=end)
        return step

    def moment(self, step: int) -> datetime:
        """The moment at which a step begins."""
        return datetime.combine(self.plan.first, time()) + timedelta(hours=step * self.site.step_h)

    def forecast(self, way: Way, until: int, horizon: int) -> Forecast:
        """What is expected, learned from nothing after `until`; prices are known beforehand."""
        known = sorted(cost_series(self.plan.system))
        if way == "perfect":
            return perfect(self.site.series)
        if way == "learned":
            return boosted(self.site.series, self.day, until, horizon, known)
        return seasonal(self.site.series, self.day * (7 if way == "week" else 1), known)


def control_of(folder: Path, year: int | None = None, minutes: int = 15) -> Control:
    """Read and solve a plan, and take what stands in a year of it.

    Args:
        folder: The plan's folder.
        year: First year of a period; the first one by default.
        minutes: Length of a step of control.

    Returns:
        The control.

    Raises:
        InputError: With every fault of the folder, when there is no plan or no such year.
    """
    plan = read_plan(folder)
    system = plan.system
    at = system.years[0] if year is None else year
    if at not in system.years:
        known = ", ".join(map(str, system.years))
        raise InputError.of("plan_no_year", year=at, known=known)
    design = solve(system_of(plan))
    if not design.periods:
        raise InputError.of("plan_not_feasible", status=design.status)
    capacity = next(p for p in design.periods if p.year == at).capacity
    split = max(round(system.slices.step_h * 60 / minutes), 1)
    made = site(system, at, capacity, split)
    return Control(plan, at, made, worth_of(design, at), system.slices.steps * split)


def schedule_record(
    control: Control, moment: datetime, hours: float, way: Way, state: State
) -> dict[str, Any]:
    """Set-points from a moment on, as plain values.

    Raises:
        InputError: When the moment is outside of the series or limits cannot be kept.
    """
    at = control.at(moment)
    steps = min(round(hours / control.site.step_h), control.site.steps - at)
    forecast = control.forecast(way, at, steps)
    window = {name: forecast(name, at, steps) for name in control.site.series}
    found = schedule(control.site, state, window, control.worth)
    return {
        "year": control.year,
        "start": control.moment(at).isoformat(),
        "step_h": control.site.step_h,
        "steps": steps,
        "forecast": way,
        "cost_cny": float(found.cost_cny.sum()),
        "co2_t": float(found.co2_t.sum()),
        "seconds": found.seconds,
        "set_points": _points(found),
        "cost_by_step_cny": found.cost_cny.tolist(),
    }


def _points(found: Schedule) -> dict[str, list[float]]:
    return {name: (row + 0.0).tolist() for name, row in found.points.items()}


def read_state(path: Path | None) -> State:
    """How things stand: JSON with `levels` [MWh], `activity` [MW], `peaks` [MW].

    Raises:
        InputError: When the file is no such JSON.
    """
    if path is None:
        return State()
    try:
        raw = json.loads(path.read_text("utf-8-sig"))
        parts = {
            key: {str(n): float(v) for n, v in (raw.get(key) or {}).items()}
            for key in ("levels", "activity", "peaks")
        }
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise InputError.of("control_state", Place(str(path)), reason=str(error)) from error
    return State(**parts)


def write_points(record: Mapping[str, Any], path: Path, *, force: bool) -> None:
    """Set-points as CSV: a row a step, a column a set-point; whole or not at all.

    Raises:
        InputError: When the file exists already.
    """
    start, step = datetime.fromisoformat(record["start"]), timedelta(hours=record["step_h"])
    names = list(record["set_points"])
    rows = zip(*record["set_points"].values(), strict=True)

    def put(target: Path) -> None:
        with target.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["start", *map(_column, names)])
            for at, row in enumerate(rows):
                moment = (start + at * step).isoformat()
                writer.writerow([moment, *(f"{value:.6f}" for value in row)])

    write_file(path, put, force=force)


def _column(name: str) -> str:
    return f"{name}_{'mwh' if name.endswith('.level') else 'mw'}"


def worth_record(
    control: Control, moment: datetime, days: int, hours: float, way: Way
) -> dict[str, Any]:
    """What control brings through some days: beside none, and beside knowing what comes.

    Raises:
        InputError: When the days are outside of the series or limits cannot be kept.
    """
    at = control.at(moment)
    steps = min(days * control.day, control.site.steps - at)
    horizon = round(hours / control.site.step_h)
    forecast = control.forecast(way, at, horizon)
    runs = {
        "none": _run(control, uncontrolled(control.site), "perfect", (at, steps, 1)),
        "perfect": _run(control, control.site, "perfect", (at, steps, horizon)),
        way: _simulated(control, control.site, forecast, (at, steps, horizon)),
    }
    origins = range(at, at + steps - 1, max(control.day // 4, 1))
    judged = skill(forecast, control.site.series, control.day, origins, horizon)
    return {
        "year": control.year,
        "start": control.moment(at).isoformat(),
        "days": steps / control.day,
        "horizon_h": hours,
        "runs": {name: _run_record(control, run) for name, run in runs.items()},
        "skill": {
            s.name: {"error": s.error, "naive_error": s.naive_error, "skill": s.skill}
            for s in judged
        },
    }


def _run(control: Control, where: Site, way: Way, span: tuple[int, int, int]) -> Run:
    return _simulated(control, where, control.forecast(way, span[0], span[2]), span)


def _simulated(
    control: Control, where: Site, forecast: Forecast, span: tuple[int, int, int]
) -> Run:
    at, steps, horizon = span
    return simulate(where, forecast, at, steps, horizon, control.worth)


def _run_record(control: Control, run: Run) -> dict[str, float]:
    stored = sum(control.worth.get(name, 0.0) * mwh for name, mwh in run.stored_mwh.items())
    return {
        "cost_cny": run.cost_cny,
        "charge_cny": run.charge_cny,
        "stored_cny": stored,
        "total_cny": run.cost_cny + run.charge_cny - stored,
        "co2_t": run.co2_t,
        "slowest_step_s": float(run.seconds.max()),
    }
