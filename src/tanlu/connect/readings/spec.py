"""What the channels of a file are: by the map, by the park, by what the file itself says."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from tanlu.connect.readings.map import ChannelMap, ReadingMap
from tanlu.measure.cell import LONGEST_ID
from tanlu.model.channel import Channel, Kind


@dataclass(frozen=True, slots=True)
class Spec:
    """A channel of a file with every blank filled.

    `unit`: of the file's bare numbers. `wanted`: of the park's channel, in which readings
    are kept; the same unless the park has it already. `minutes`: None while not known.
    `is_declared`: whether anybody said what it measures.
    """

    channel_id: str
    unit: str = ""
    wanted: str = ""
    kind: Kind = "interval"
    minutes: int | None = None
    carrier: str = ""
    multiplier: float | None = None
    member_id: str = ""
    name: str = ""
    is_declared: bool = True

    @property
    def grid(self) -> int:
        """The interval's length; 0 where readings come as they come. [min]"""
        return (self.minutes or 0) if self.kind == "interval" else 0


def spec_of(written: ChannelMap, known: Channel | None, stated: str = "", step: int = 0) -> Spec:
    """A channel by what the map says, then the park, then the file.

    Args:
        written: From the map.
        known: The park's channel of that code, if it has one.
        stated: The unit that the file's headings state.
        step: Minutes between columns of a sheet with a row for each day; else 0.

    Example:
        >>> spec_of(ChannelMap("m", "B"), None, "kWh").unit
        'kWh'
    """
    unit = written.unit or stated or (known.unit if known else "")
    kind = written.kind or (known.kind if known else "interval")
    minutes = written.minutes
    if minutes is None and known and known.kind == kind:
        minutes = known.minutes or None
    return Spec(
        written.channel_id, unit, known.unit if known and known.unit else unit, kind,
        step or minutes, written.carrier, written.multiplier, written.member_id, written.name,
        bool(unit),
    )  # fmt: skip


def is_code(text: str) -> bool:
    """Whether a text can be a channel's code in a park's tables.

    Example:
        >>> is_code("m-1"), is_code("1#车间 总表")
        (True, False)
    """
    inner = text.replace("_", "").replace("-", "").replace(".", "")
    return 0 < len(text) <= LONGEST_ID and inner.isalnum() and text.strip(".-") == text


def code_of(text: str) -> str:
    """A code for a text that cannot be one; the same text always gives the same.

    Example:
        >>> code_of("1#车间 总表")
        '1_车间_总表-5adc'
    """
    plain = re.sub(r"[^\w.-]+", "_", text).strip("._-")[: LONGEST_ID - 5]
    return f"{plain or 'm'}-{hashlib.sha256(text.encode()).hexdigest()[:4]}"


class Specs:
    """The channels of a long file, found as they come.

    A channel is one of the map's list, by its code or by the text that stands for it
    in the file; else one of the park's; else what holds for all.
    """

    def __init__(self, mapped: ReadingMap, park: Mapping[str, Channel], stated: str) -> None:
        self._listed = {str(c.column or c.channel_id): c for c in mapped.channels}
        self._listed |= {c.channel_id: c for c in mapped.channels}
        self._usual, self._park, self._stated = mapped.usual, park, stated
        self._steps: dict[str, int] = {}
        self._step: int | None = None
        self.found: dict[str, Spec] = {}

    def state(self, unit: str) -> None:
        """What the heading of the values says of their unit."""
        self._stated = self._stated or unit

    def step(self, own: Mapping[str, int], usual: int | None) -> None:
        """How far apart the readings of each channel stand, and how far usually. [min]"""
        self._steps, self._step = {**own, **self._steps}, self._step or usual
        self.found = {text: self._stepped(spec) for text, spec in self.found.items()}

    def of(self, text: str, unit: str = "") -> Spec:
        """The channel that a text in the column of channels means.

        Args:
            text: As the file has it.
            unit: What stands in its column of units, if there is one.
        """
        if text not in self.found:
            usual = replace(self._usual, channel_id=text)
            written = self._listed.get(text, usual)
            if not is_code(written.channel_id):
                written = replace(written, channel_id=code_of(text), name=written.name or text)
            known = self._park.get(written.channel_id)
            spec = spec_of(_over(written, usual), known, self._stated or unit)
            self.found[text] = self._stepped(spec)
        return self.found[text]

    def _stepped(self, spec: Spec) -> Spec:
        if spec.kind != "interval" or spec.minutes is not None or not spec.is_declared:
            return spec
        return replace(spec, minutes=self._steps.get(spec.channel_id, self._step))


def _over(written: ChannelMap, usual: ChannelMap) -> ChannelMap:
    return replace(
        written,
        unit=written.unit or usual.unit,
        kind=written.kind or usual.kind,
        minutes=usual.minutes if written.minutes is None else written.minutes,
        carrier=written.carrier or usual.carrier,
        multiplier=usual.multiplier if written.multiplier is None else written.multiplier,
        member_id=written.member_id or usual.member_id,
    )
