"""A map from YAML: every fault of it at once, each with its place."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from tanlu.connect.marked import marked
from tanlu.connect.readings.map import ChannelMap, ReadingMap, Ref, TimeMap
from tanlu.connect.readings.stamp_format import style_of
from tanlu.connect.readings.zone import find_zone
from tanlu.errors import Fault, InputError, Place, raise_errors
from tanlu.types import Text
from tanlu.units import COMMON, find_unit

_MOST_BYTES = 4 * 2**20
_TOP = (
    "time", "channels", "sheet", "header_row", "channel_column", "value_column", "unit_column",
    "decimal", "separator", "unit", "kind", "minutes", "carrier", "multiplier", "member",
    "headings",
)  # fmt: skip
_TIME = ("column", "format", "zone", "marks")
_CHANNEL = (
    "id", "column", "unit", "kind", "minutes", "carrier", "multiplier", "member", "name",
)  # fmt: skip
_KINDS = ("interval", "counter", "instant")
_WORDS = {
    "no_time": Text("it has no time: column", "缺少 time: column"),
    "no_channels": Text(
        "it names neither channels nor channel_column and value_column",
        "既无 channels，也无 channel_column 与 value_column",
    ),
    "no_value": Text("channel_column needs value_column", "有 channel_column 须有 value_column"),
    "no_id": Text("a channel has no id", "通道缺少 id"),
    "twice": Text('the id "{id}" stands twice', "id“{id}”重复"),
    "no_column": Text('channel "{id}" has no column', "通道“{id}”缺少 column"),
    "no_unit": Text('channel "{id}" has no unit', "通道“{id}”缺少 unit"),
    "unknown_key": Text('"{key}" is not known; known: {known}', "未知项“{key}”；可用：{known}"),
    "not_map": Text("it is not a list of names and values", "不是“名称: 值”的列表"),
    "choice": Text('{key} "{value}" is not one of {known}', "{key}“{value}”应为 {known} 之一"),
    "number": Text('{key} "{value}" is not a number above 0', "{key}“{value}”不是大于 0 的数"),
    "id_form": Text(
        'the id "{id}" must be letters, digits, "_", "-" and "." only, 64 at most',
        "id“{id}”只能含字母、数字、“_”“-”“.”，最多 64 个字符",
    ),
}  # fmt: skip


@dataclass
class _Reader:
    """A map being read: its file, its lines, its faults."""

    file: str
    lines: Mapping[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def place(self, key: str) -> Place:
        return Place(self.file, row=self.lines.get(key), column=key)

    def blame(self, at: str, why: str, /, **words: object) -> None:
        params = {"reason": _WORDS[why].fill(**words)}
        self.faults.append(Fault("bad_reading_map", self.place(at), params))

    def keys(self, raw: Mapping[str, object], known: tuple[str, ...], above: str) -> None:
        for key in raw:
            if key not in known:
                near = difflib.get_close_matches(str(key), known, n=1)
                words = ", ".join(near or known)
                self.blame(above + str(key), "unknown_key", key=key, known=words)


def read_map(path: Path) -> ReadingMap:
    """A map from a file.

    Raises:
        InputError: With every fault of it, each with its line.
    """
    place = Place(path.name)
    if not path.is_file():
        raise InputError.of("no_such_file", Place(str(path)), path=path)
    if path.stat().st_size > _MOST_BYTES:
        raise InputError.of("file_too_large", place, size=path.stat().st_size >> 20, most=4)
    return parse_map(path.read_text("utf-8-sig"), path.name)


def parse_map(text: str, file: str) -> ReadingMap:
    r"""A map from the text of its file.

    Args:
        text: YAML: `time`, `channels` or `channel_column` and `value_column`, and so on.
        file: Its name, for messages.

    Raises:
        InputError: With every fault of it.

    Example:
        >>> found = parse_map("time: {column: A}\nchannels: [{id: m, column: B, unit: kWh}]", "m")
        >>> found.channels[0].channel_id
        'm'
    """
    reader = _Reader(file)
    raw = _loaded(text, reader)
    found = _whole(raw, reader)
    raise_errors(reader.faults)
    return found


def _loaded(text: str, reader: _Reader) -> Mapping[str, object]:
    try:
        raw, lines = marked(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise InputError.of(
            "bad_reading_map", Place(reader.file), reason=str(error)[:200]
        ) from None
    if not isinstance(raw, dict):
        raise InputError.of("bad_reading_map", Place(reader.file), reason=_WORDS["not_map"])
    reader.lines = lines
    return raw


def _whole(raw: Mapping[str, object], reader: _Reader) -> ReadingMap:
    reader.keys(raw, _TOP, "")
    time = _time(raw.get("time"), reader)
    long_column, value_column = _ref(raw.get("channel_column")), _ref(raw.get("value_column"))
    channels = _channels(raw.get("channels"), reader, is_long=long_column != "")
    if not channels and long_column == "":
        reader.blame("channels", "no_channels")
    if long_column != "" and value_column == "":
        reader.blame("value_column", "no_value")
    usual = {key: raw.get(key) for key in _CHANNEL if key not in ("id", "column", "name")}
    decimal = str(raw.get("decimal") or "")
    if decimal not in ("", ".", ","):
        reader.blame("decimal", "choice", key="decimal", value=decimal, known='".", ","')
    return ReadingMap(
        time, channels, _ref(raw.get("sheet")), _header_rows(raw.get("header_row"), reader),
        long_column, value_column, _ref(raw.get("unit_column")), decimal,
        str(raw.get("separator") or ""), _channel("", usual, reader, ""),
    )  # fmt: skip


def _time(raw: object, reader: _Reader) -> TimeMap:
    if isinstance(raw, str | int):
        raw = {"column": raw}
    if not isinstance(raw, dict) or raw.get("column") in (None, "", []):
        reader.blame("time", "no_time")
        return TimeMap(())
    reader.keys(raw, _TIME, "time.")
    written = raw["column"]
    columns = tuple(_ref(each) for each in (written if isinstance(written, list) else [written]))
    pattern, zone = str(raw.get("format") or ""), str(raw.get("zone") or "")
    if style_of(pattern) is None:
        params = {"format": pattern[:80]}
        reader.faults.append(Fault("bad_time_format", reader.place("time.format"), params))
    if zone and find_zone(zone) is None:
        reader.faults.append(Fault("unknown_zone", reader.place("time.zone"), {"zone": zone[:80]}))
    marks = str(raw.get("marks") or "start")
    if marks not in ("start", "end"):
        reader.blame("time.marks", "choice", key="marks", value=marks, known="start, end")
    return TimeMap(columns, pattern, zone, "end" if marks == "end" else "start")


def _channels(raw: object, reader: _Reader, *, is_long: bool) -> tuple[ChannelMap, ...]:
    if raw is None:
        return ()
    if not isinstance(raw, list) or not all(isinstance(each, dict) for each in raw):
        reader.blame("channels", "not_map")
        return ()
    found: list[ChannelMap] = []
    for at, each in enumerate(raw, start=1):
        above = f"channels[{at}]"
        reader.keys(each, _CHANNEL, f"{above}.")
        channel = str("" if each.get("id") is None else each["id"]).strip()
        if not channel:
            reader.blame(above, "no_id")
        elif not _is_id(channel):
            reader.blame(above, "id_form", id=channel[:80])
        if any(channel == other.channel_id for other in found):
            reader.blame(above, "twice", id=channel)
        if not is_long and each.get("column") in (None, ""):
            reader.blame(above, "no_column", id=channel)
        found.append(_channel(channel, each, reader, f"{above}."))
    return tuple(found)


def _is_id(text: str) -> bool:
    inner = text.replace("_", "").replace("-", "").replace(".", "")
    return len(text) <= 64 and inner.isalnum() and text[0] not in ".-" and text[-1] not in ".-"


def _channel(channel: str, raw: Mapping[str, object], reader: _Reader, above: str) -> ChannelMap:
    unit = str(raw.get("unit") or "").strip()
    if unit and find_unit(unit) is None:
        params = {"unit": unit[:80], "known": COMMON}
        reader.faults.append(Fault("unknown_unit", reader.place(above + "unit"), params))
    kind = str(raw.get("kind") or "")
    if kind and kind not in _KINDS:
        reader.blame(above + "kind", "choice", key="kind", value=kind, known=", ".join(_KINDS))
    minutes = _positive(raw.get("minutes"), above + "minutes", reader, or_zero=True)
    multiplier = _positive(raw.get("multiplier"), above + "multiplier", reader)
    return ChannelMap(
        channel, _ref(raw.get("column")), unit, kind if kind in _KINDS else None,  # type: ignore[arg-type]  # checked one line above
        None if minutes is None else int(minutes), str(raw.get("carrier") or ""), multiplier,
        str(raw.get("member") or ""), str(raw.get("name") or ""),
    )  # fmt: skip


def _positive(value: object, key: str, reader: _Reader, *, or_zero: bool = False) -> float | None:
    if value in (None, ""):
        return None
    try:
        number = float(str(value))
    except ValueError:
        number = -1.0
    if number > 0 or (or_zero and number == 0):
        return number
    reader.blame(key, "number", key=key.rsplit(".", 1)[-1], value=str(value)[:40])
    return None


def _ref(value: object) -> Ref:
    if isinstance(value, list):
        return "..".join(str(each) for each in (value[0], value[-1])) if value else ""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return "" if value is None else str(value).strip()


def _header_rows(value: object, reader: _Reader) -> tuple[int, int] | None:
    if value in (None, ""):
        return None
    parts = value if isinstance(value, list) else str(value).split("-")
    try:
        rows = [int(str(part)) for part in parts]
    except ValueError:
        rows = [-1]
    if min(rows) < 0:
        reader.blame("header_row", "number", key="header_row", value=str(value)[:40])
        return None
    return min(rows), max(rows)
