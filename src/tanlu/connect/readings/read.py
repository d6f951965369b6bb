"""A file and its map to readings, block by block, in bounded memory."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import polars as pl

from tanlu.connect.readings.block import Grid, Source
from tanlu.connect.readings.layout import Layout, find_layout
from tanlu.connect.readings.look import (
    Step,
    decimal_of,
    find_step,
    first_block,
    layout_is_daily,
    time_rule,
)
from tanlu.connect.readings.map import ReadingMap
from tanlu.connect.readings.parse import Plan, parse_block
from tanlu.connect.readings.parsed import Parsed
from tanlu.connect.readings.place import Placer
from tanlu.connect.readings.rows import data_rows
from tanlu.connect.readings.spec import Spec, Specs, spec_of
from tanlu.connect.readings.zone import Zone
from tanlu.errors import Fault, InputError, Place, raise_errors
from tanlu.model.channel import Channel
from tanlu.units import find_unit

Tell = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class File:
    """A file with its map, ready to be read. `unread`: sheets that the map does not fit."""

    source: Source
    mapped: ReadingMap
    plans: tuple[tuple[Grid, Plan], ...]
    zone: Zone
    unread: tuple[str, ...] = ()

    @property
    def specs(self) -> Mapping[str, Spec]:
        """The channels found so far; those of a long file come as it is read."""
        found: dict[str, Spec] = {}
        for _, plan in self.plans:
            specs = plan.specs
            each = specs.found.values() if isinstance(specs, Specs) else specs
            found |= {spec.channel_id: spec for spec in each}
        return found


def open_file(source: Source, mapped: ReadingMap, park: Mapping[str, Channel], zone: Zone) -> File:
    """Find a map's columns in a file's sheets and see how they are written.

    Args:
        source: The file.
        mapped: The map.
        park: Channels that the park has already.
        zone: The clock of the file's times.

    Returns:
        The file, ready to be read. Without `sheet` in the map it is every sheet that
        has the map's columns.

    Raises:
        InputError: With every column that is not there, and every unit that is not said.
    """
    plans, unread, faults = [], [], []
    shared = Specs(mapped, park, "") if mapped.is_long else None
    for number, grid in enumerate(_wanted(source, mapped)):
        place = Place(source.file, grid.name)
        layout, wrong = find_layout(grid, mapped, place)
        if wrong:
            faults.append(wrong)
            unread.append(grid.name)
            continue
        plans.append((grid, _plan(grid, layout, mapped, park, zone, shared, number)))
    if not plans:
        fewest = min(faults, key=len, default=[])
        raise_errors(fewest)
        raise InputError.of("empty_file", Place(source.file))
    found = File(source, mapped, tuple(plans), zone, tuple(unread))
    raise_errors(_unsaid(found))
    return found


def _wanted(source: Source, mapped: ReadingMap) -> list[Grid]:
    grids = list(source.grids)
    if mapped.sheet == "" or (len(grids) == 1 and not grids[0].name):
        return grids
    ref = mapped.sheet
    if isinstance(ref, int) and 1 <= ref <= len(grids):
        return [grids[ref - 1]]
    named = [g for g in grids if g.name.strip().casefold() == str(ref).strip().casefold()]
    if named:
        return named
    known = ", ".join(grid.name for grid in grids)
    raise InputError.of("missing_sheet", Place(source.file), sheet=ref, known=known)


def _plan(
    grid: Grid, layout: Layout, mapped: ReadingMap, park: Mapping[str, Channel], zone: Zone,
    shared: Specs | None, number: int,
) -> Plan:  # fmt: skip
    block = first_block(grid)
    rule = time_rule(block, layout, mapped, zone)
    decimal = decimal_of(block, layout, mapped, grid.separator)
    if shared is not None:
        shared.state(layout.targets[0].unit)
        plan = Plan(layout, rule, decimal, shared, {}, grid.name, number)
        return replace(plan, steps=_long_steps(plan, parse_block(block, plan).readings))
    pairs = zip(mapped.channels, layout.targets, strict=True)
    specs = [spec_of(c, park.get(c.channel_id), t.unit, t.step) for c, t in pairs]
    rows = data_rows(block, layout, rule).frame
    step = None if layout_is_daily(layout) else find_step(None, rows["local"])[1]
    stepped = [_stepped(spec, step.minutes if step else None) for spec in specs]
    return Plan(layout, rule, decimal, stepped, {"": step} if step else {}, grid.name, number)


def _stepped(spec: Spec, step: int | None) -> Spec:
    if spec.kind != "interval" or spec.minutes is not None:
        return spec
    return replace(spec, minutes=step)


def _long_steps(plan: Plan, readings: pl.DataFrame) -> dict[str, Step]:
    assert isinstance(plan.specs, Specs)  # noqa: S101 - the caller looked
    own, usual = find_step(readings["channel"], readings["local"])
    known = {name: step.minutes for name, step in own.items()}
    plan.specs.step(known, usual.minutes if usual else None)
    return own


def _unsaid(file: File) -> list[Fault]:
    """Faults of the map against the file: units nobody says, a step that is another."""
    faults: list[Fault] = []
    for grid, plan in file.plans:
        if isinstance(plan.specs, Specs):
            place = Place(file.source.file, grid.name)
            specs = plan.specs.found
            if specs and not any(spec.is_declared for spec in specs.values()):
                faults.append(Fault("no_reading_unit", place, {"channel": next(iter(specs))}))
            for spec in specs.values():
                faults += _other_step(spec, plan.steps.get(spec.channel_id), place)
            continue
        for at, (spec, target) in enumerate(zip(plan.specs, plan.layout.targets, strict=True)):
            column = plan.layout.show(target.columns[0])
            place = Place(file.source.file, grid.name, None, column)
            if not spec.unit:
                faults.append(Fault("no_reading_unit", place, {"channel": spec.channel_id}))
            if spec.kind == "interval" and spec.minutes is None:
                faults.append(Fault("no_reading_step", place, {"channel": spec.channel_id}))
            faults += _other_unit(spec, target.unit, file.mapped.channels[at].unit, place)
            faults += _other_step(spec, plan.steps.get(""), place)
    return faults


def _other_step(spec: Spec, step: Step | None, place: Place) -> list[Fault]:
    if spec.kind != "interval" or not step or not spec.minutes or step.minutes == spec.minutes:
        return []
    # more readings than intervals would fall upon one another; fewer may be gaps
    if step.minutes > spec.minutes and not step.is_sure:
        return []
    params = {"channel": spec.channel_id, "said": spec.minutes, "found": step.minutes}
    return [Fault("reading_step_differs", place, params)]


def _other_unit(spec: Spec, stated: str, said: str, place: Place) -> list[Fault]:
    if not stated or not said or _same(stated, said):
        return []
    params = {"channel": spec.channel_id, "said": said, "stated": stated}
    return [Fault("reading_unit_differs", place, params)]


def _same(stated: str, said: str) -> bool:
    return find_unit(stated) == find_unit(said)


def read_file(file: File, tell: Tell | None = None) -> Iterator[Parsed]:
    """A file's readings, block by block.

    Args:
        file: The file, opened.
        tell: Is told how many rows were read.

    Returns:
        Parts of the file (readings of the schema `TAKEN`); those whose hour comes
        twice follow last.
    """
    placer = Placer(file.zone)
    names: dict[tuple[int, int], tuple[str, str]] = {}
    for grid, plan in file.plans:
        targets = [at for target in plan.layout.targets for at in target.columns]
        names |= {(plan.sheet_number, at): (plan.sheet, plan.layout.show(at)) for at in targets}
        for block in grid.blocks():
            parsed = parse_block(block, plan)
            parsed.readings = placer.take(parsed.readings, _shifts(file, plan))
            if tell:
                tell(block.cells.height)
            yield parsed
    yield placer.rest(names)


def _shifts(file: File, plan: Plan) -> dict[str, int]:
    """How far behind its interval's beginning each channel's stamps lie. [min]"""
    if file.mapped.time.marks != "end" or layout_is_daily(plan.layout):
        return {}  # a row's day has its columns' beginnings already
    found = plan.specs.found.values() if isinstance(plan.specs, Specs) else plan.specs
    return {s.channel_id: s.minutes or 0 for s in found if s.kind != "counter" and s.minutes}
