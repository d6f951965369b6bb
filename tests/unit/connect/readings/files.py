"""Files of readings as people and machines write them, parsed without a park."""

from collections import Counter
from dataclasses import dataclass, field

import polars as pl

from tanlu.connect.readings.map_read import parse_map
from tanlu.connect.readings.read import open_file, read_file
from tanlu.connect.readings.source import open_source
from tanlu.connect.readings.zone import find_zone


@dataclass
class Found:
    """What a file gave: values by channel and local time, refused cells, what was passed over."""

    frame: pl.DataFrame
    refused: list
    skipped: Counter = field(default_factory=Counter)
    specs: dict = field(default_factory=dict)

    def values(self, channel="m"):
        """Values of a channel in time."""
        return self.frame.filter(pl.col("channel") == channel).sort("at")["value"].to_list()

    def at(self, channel="m", zone="Asia/Shanghai"):
        """Local beginnings of a channel's readings, sorted."""
        found = self.frame.filter(pl.col("channel") == channel).sort("at")["at"]
        return found.dt.convert_time_zone(zone).dt.strftime("%m-%d %H:%M").to_list()

    def reasons(self):
        """Row, column and reason of refused cells."""
        return [(each.row, each.column, each.reason) for each in self.refused]


def parse(path, text, park=None):
    """A file by a map."""
    mapped = parse_map(text, "map.yaml")
    source = open_source(path, mapped.separator)
    zone = find_zone(mapped.time.zone or "Asia/Shanghai")
    file = open_file(source, mapped, park or {}, zone)
    parts = list(read_file(file))
    skipped = Counter()
    for part in parts:
        skipped.update(part.skipped)
    refused = [each for part in parts for each in part.refused]
    return Found(pl.concat([p.readings for p in parts]), refused, skipped, dict(file.specs))


def csv_of(tmp_path, text, encoding="utf-8", name="m.csv"):
    """A text file."""
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


MAP = "time: {column: 时间}\nchannels: [{id: m, column: 用电量, unit: kWh, minutes: 15}]"
