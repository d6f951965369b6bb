"""A file of readings into a park: parsed, put beside what is held, only what differs kept."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import polars as pl

from tanlu.catalog.load import load_catalog
from tanlu.connect.readings.block import Source
from tanlu.connect.readings.map import ReadingMap
from tanlu.connect.readings.parse import MOST_REFUSED
from tanlu.connect.readings.parsed import Refused
from tanlu.connect.readings.read import File, open_file, read_file
from tanlu.connect.readings.remember import recall, remember
from tanlu.connect.readings.source import open_source
from tanlu.connect.readings.spec import Spec
from tanlu.connect.readings.spill import Spill
from tanlu.connect.readings.zone import Zone, find_zone, park_zone
from tanlu.errors import Fault, InputError, Place, raise_errors
from tanlu.measure.readings.change import classify
from tanlu.measure.readings.channels import channels_of
from tanlu.measure.readings.day import placed
from tanlu.model.channel import Channel
from tanlu.model.reading import CLOCK, DUPLICATE, LONG
from tanlu.store.readings import Arrival, append, close_readings, days, fold, state
from tanlu.workflow.desk import now
from tanlu.workflow.open import open_book
from tanlu.workflow.readings.channels_table import (
    add_channels,
    conflicts,
    is_park,
    start_park,
)
from tanlu.workflow.readings.open import FOLDER, of_folder
from tanlu.workflow.readings.opened import Opened

ZONE = "Asia/Shanghai"
LISTED = 1_000  # corrections and duplicates that are told one by one
_AT_ONCE = 500_000  # readings of one arrival
_KEY = ["channel", "placed"]
_SURE = 20  # readings that overlap what is held, before a remembered map is doubted
Tell = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What to load where. `mapped`: None for the map that the park remembers."""

    park: Path
    file: Path
    mapped: ReadingMap | None = None
    map_name: str = ""
    who: str = ""
    why: str = ""
    is_strict: bool = False
    tell: Tell = field(default=lambda _what, _count: None)


@dataclass(slots=True)
class Loaded:
    """What became of a file."""

    file: File | None = None
    opened: Opened | None = None
    rows: int = 0
    taken: int = 0
    unchanged: int = 0
    corrected: int = 0
    doubles: int = 0
    flagged: Counter[str] = field(default_factory=Counter)
    refused: list[Refused] = field(default_factory=list)
    refused_count: int = 0
    added: list[str] = field(default_factory=list)
    duplicates: list[dict[str, Any]] = field(default_factory=list)
    corrections: list[dict[str, Any]] = field(default_factory=list)
    map_path: Path | None = None
    is_recalled: bool = False
    first: Any = None
    last: Any = None

    @property
    def readings(self) -> int:
        """Readings found: cells that say a value, those refused among them."""
        return self.taken + self.unchanged + self.corrected + self.doubles + self.refused_count


def remembered(park: Path, source: Source) -> tuple[ReadingMap, Path] | None:
    """The map that a park remembers for a file with these headings."""
    return recall(park / FOLDER, source)


def load(
    request: Request, source: Source | None = None, refused: list[Refused] | None = None
) -> Loaded:
    """Load a file of readings into a park's folder.

    Nothing is stored before the whole file was read and its map found right. Only
    readings that are new or differ are stored, so that a file loaded twice, an import
    begun again after it was killed, and a corrected file never double.

    Args:
        request: What to load where, by whom.
        source: The file, when it was opened already.
        refused: A list that gets what is refused, also when nothing is loaded.

    Returns:
        What was taken, unchanged, corrected, flagged and refused.

    Raises:
        InputError: With every fault of the map; or when the map is none and the park
            remembers none; or when anything is refused and the request is strict.
    """
    mapped = request.mapped
    found = source or open_source(request.file, mapped.separator if mapped else "")
    loaded = Loaded(refused=[] if refused is None else refused)
    if mapped is None:
        known = remembered(request.park, found)
        if known is None:
            raise InputError.of("no_reading_map", Place(found.file))
        mapped, loaded.map_path = known
        loaded.is_recalled = True
    zone = _zone(request.park, mapped)
    with _spill(request.park, zone) as spill:
        park = channels_in(request.park)
        file = open_file(found, mapped, park, zone)
        loaded.file = file
        raise_errors(conflicts(list(file.specs.values()), park, request.map_name or found.file))
        _read(file, spill, request, loaded)
        _settle(request, file, park, zone, loaded)
        opened = of_folder(request.park)
        try:
            store_parts(spill, opened, request, loaded, found.digest)
        finally:
            close_readings(opened.readings)
        loaded.opened = opened
    loaded.map_path = remember(request.park / FOLDER, file) or loaded.map_path
    return loaded


def _zone(park: Path, mapped: ReadingMap) -> Zone:
    written = mapped.time.zone or (_park_zone(park) if is_park(park) else "") or ZONE
    found = find_zone(written)
    if found is None:
        raise InputError.of("unknown_zone", zone=written)
    return found


def _park_zone(park: Path) -> str:
    return open_book(park).park.time_zone


def _spill(park: Path, zone: Zone) -> Spill:
    name = _park_zone(park) if is_park(park) else park_zone(zone)
    folder = park / FOLDER if is_park(park) else park.resolve().parent
    return Spill(folder, name)


def channels_in(park: Path) -> dict[str, Channel]:
    """The channels of a park's folder; none where there is no park yet."""
    return channels_of(open_book(park), load_catalog()) if is_park(park) else {}


def _read(file: File, spill: Spill, request: Request, loaded: Loaded) -> None:
    for parsed in read_file(file, lambda count: request.tell("read", count)):
        spill.add(parsed.readings)
        loaded.refused += parsed.refused[: MOST_REFUSED - len(loaded.refused)]
        loaded.refused_count += parsed.refused_count
        loaded.rows += parsed.rows
        loaded.flagged.update(parsed.skipped)
    if request.is_strict and loaded.refused_count:
        raise InputError.of("refused_readings", Place(file.source.file), count=loaded.refused_count)


def _settle(
    request: Request, file: File, park: dict[str, Channel], zone: Zone, loaded: Loaded
) -> None:
    """The park's folder and table of channels, ready for the readings."""
    name = request.map_name or file.source.file
    specs = list(file.specs.values())
    raise_errors([*conflicts(specs, park, name), *_stepless(specs, name)])
    if not is_park(request.park):
        start_park(request.park, park_zone(zone))
    loaded.added = add_channels(request.park, specs, name)


def _stepless(specs: Sequence[Spec], name: str) -> list[Fault]:
    return [
        Fault("no_reading_step", Place(name, column=spec.channel_id), {"channel": spec.channel_id})
        for spec in specs
        if spec.is_declared and spec.kind == "interval" and spec.minutes is None
    ]


def store_parts(
    spill: Spill, opened: Opened, request: Request, loaded: Loaded, digest: str
) -> None:
    """Store what is new or differs, part by part, and fold it.

    Args:
        spill: The readings.
        opened: The park.
        request: Who loads which file, and why.
        loaded: Gets the counts.
        digest: Of the file's bytes.
    """
    begun = state(opened.readings).seq
    number = 0
    for part in spill.parts():
        fresh = _compared(part, opened, loaded)
        for chunk in _chunks(fresh):
            number += 1
            # the state is part of the key: a value corrected and set back comes as the same file
            key = f"{digest[:32]}:{begun}:{number}"
            origin = f"{request.file.name}#{digest[:16]}"
            append(opened.readings, chunk, Arrival(request.who, now(), request.why, origin, key))
            request.tell("stored", chunk.height)
    if number:
        fold(opened.readings)


def _chunks(fresh: pl.DataFrame) -> Iterator[pl.DataFrame]:
    rows = fresh.select(list(LONG)).sort("channel", "at")
    for start in range(0, rows.height, _AT_ONCE):
        yield rows.slice(start, _AT_ONCE)


def _compared(part: pl.DataFrame, opened: Opened, loaded: Loaded) -> pl.DataFrame:
    """The readings of a part that are new or differ from what is held."""
    once = _once(part, opened, loaded)
    local = once["placed"].dt.convert_time_zone(opened.clock.zone).dt.date()
    first: Any = local.min()
    last: Any = local.max()
    held = days(
        opened.readings, once["channel"].unique().to_list(), first, last + timedelta(days=1)
    )
    judged = classify(once.select(list(LONG)), held, opened.channels, opened.clock)
    judged = judged.with_columns(row=once["row"])
    counts = Counter(dict(judged["change"].value_counts().iter_rows()))
    _doubt(counts, loaded)
    loaded.taken += counts["new"]
    loaded.unchanged += counts["unchanged"]
    loaded.corrected += counts["corrected"]
    loaded.first = min(filter(None, (loaded.first, once["placed"].min())))
    loaded.last = max(filter(None, (loaded.last, once["placed"].max())))
    changed = judged.filter(pl.col("change") == "corrected")
    columns = ("channel", "placed", "before", "value", "row")
    for each in changed.select(columns).head(LISTED - len(loaded.corrections)).iter_rows():
        at = opened.clock.show(each[1])
        loaded.corrections.append(
            {"channel": each[0], "at": at, "before": each[2], "value": each[3], "row": each[4]}
        )
    return judged.filter(pl.col("change").is_in(["new", "corrected"]))


def _doubt(counts: Counter[str], loaded: Loaded) -> None:
    """A file known by its headings alone may be of another meter: then most values differ."""
    held = counts["unchanged"] + counts["corrected"]
    if loaded.is_recalled and held >= _SURE and counts["corrected"] * 2 > held:
        file = loaded.file.source.file if loaded.file else ""
        raise InputError.of("maybe_other_meter", Place(file), count=counts["corrected"], held=held)


def _once(part: pl.DataFrame, opened: Opened, loaded: Loaded) -> pl.DataFrame:
    """Each moment once: the later row wins; the others are counted and told."""
    found = placed(part.select(list(LONG)), opened.channels, opened.clock)
    rows = found.hstack(part.select("row", "column", "sheet"))
    loaded.flagged["clock"] += int((rows["flag"] & CLOCK > 0).sum())
    undeclared = int((~rows["channel"].is_in(list(opened.channels))).sum())
    if undeclared:
        loaded.flagged["undeclared"] += undeclared
    kept = rows.unique(_KEY, keep="last", maintain_order=True)
    doubles = rows.height - kept.height
    if not doubles:
        return kept
    loaded.doubles += doubles
    loaded.flagged["duplicate"] += doubles
    return _told(rows, kept, opened, loaded)


def _told(rows: pl.DataFrame, kept: pl.DataFrame, opened: Opened, loaded: Loaded) -> pl.DataFrame:
    twice = rows.filter(pl.struct(_KEY).is_duplicated())
    groups = twice.group_by(_KEY, maintain_order=True).agg(
        pl.col("row"), pl.col("value"), differ=pl.col("value").n_unique() > 1
    )
    _too_many(groups, kept.height, loaded)
    for channel, at, where, values, differ in groups.head(
        LISTED - len(loaded.duplicates)
    ).iter_rows():
        loaded.duplicates.append(
            {"channel": channel, "at": opened.clock.show(at), "rows": where, "values": values,
             "differ": differ}
        )  # fmt: skip
    marked = groups.filter("differ").select(_KEY).with_columns(mark=pl.lit(DUPLICATE, pl.UInt16))
    both = kept.join(marked, on=_KEY, how="left", maintain_order="left")
    return both.with_columns(flag=pl.col("flag") | pl.col("mark").fill_null(0)).drop("mark")


def _too_many(groups: pl.DataFrame, kept: int, loaded: Loaded) -> None:
    """Half of a channel's readings said twice over, with other values, are of two meters."""
    differ = int(groups["differ"].sum())
    if differ > _SURE and differ * 2 > kept and loaded.file:
        raise InputError([
            Fault("several_meters", Place(loaded.file.source.file), {"count": differ, "of": kept})
        ])  # fmt: skip
