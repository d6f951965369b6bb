"""A map as YAML and as plain values, for people, programs and the next file."""

from collections.abc import Mapping

import yaml

from tanlu.connect.readings.map import ChannelMap, ReadingMap


def map_record(mapped: ReadingMap) -> dict[str, object]:
    """A map as plain values: the keys that a map file has, blanks left out.

    Example:
        >>> from tanlu.connect.readings.map import TimeMap
        >>> map_record(ReadingMap(TimeMap((1,), zone="UTC"), value_column="B"))
        {'time': {'column': 1, 'zone': 'UTC', 'marks': 'start'}, 'value_column': 'B'}
    """
    columns = list(mapped.time.columns)
    time = {
        "column": columns[0] if len(columns) == 1 else columns,
        "format": mapped.time.format,
        "zone": mapped.time.zone,
        "marks": mapped.time.marks,
    }
    rows = mapped.header_row
    record: dict[str, object] = {
        "time": _filled(time),
        "sheet": mapped.sheet,
        "header_row": "" if rows is None else rows[0] if rows[0] == rows[1] else list(rows),
        "channel_column": mapped.channel_column,
        "value_column": mapped.value_column,
        "unit_column": mapped.unit_column,
        "decimal": mapped.decimal,
        "separator": mapped.separator,
        **{key: value for key, value in _channel(mapped.usual).items() if key != "id"},
        "channels": [_channel(each) for each in mapped.channels],
    }
    return _filled(record)


def _channel(channel: ChannelMap) -> dict[str, object]:
    record = {
        "id": channel.channel_id,
        "column": channel.column,
        "unit": channel.unit,
        "kind": channel.kind,
        "minutes": channel.minutes,
        "carrier": channel.carrier,
        "multiplier": channel.multiplier,
        "member": channel.member_id,
        "name": channel.name,
    }
    return _filled(record)


def _filled(record: Mapping[str, object]) -> dict[str, object]:
    return {
        key: value for key, value in record.items() if value is not None and value not in ("", [])
    }


def write_map(record: Mapping[str, object]) -> str:
    """A map's YAML, one channel a line.

    Example:
        >>> print(write_map({"time": {"column": "A"}, "channels": [{"id": "m", "unit": "kWh"}]}))
        time: {column: A}
        channels:
        - {id: m, unit: kWh}
        <BLANKLINE>
    """
    return str(
        yaml.dump(
            dict(record), allow_unicode=True, sort_keys=False, default_flow_style=None, width=10_000
        )
    )
