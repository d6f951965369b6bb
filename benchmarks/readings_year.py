"""A park-year of quarter hours without faults but gaps: made once, then kept, for timing alone.

Ten channels an enterprise: eight of power with an hourly factor, one of gas, one of steam.
Values are those of a working day with two decimals and noise; one day in a hundred has a
gap. Every channel is booked, so that a plain scan reads what the account reads.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl

from tanlu.measure.readings.day import day_rows
from tanlu.store.readings import Arrival, close_readings
from tanlu.store.readings.bulk import write_days
from tanlu.workflow.readings.open import of_folder

WHOLE, TENTH, SMALL = 1300, 130, 2
EACH = 10
SLOTS = 96
YEAR = 2025
SYSTEMS = ("energy", "production", "buildings", "transport", "infrastructure")
_CARD = """park_id: year
name_en: A year
name_zh: 一年
place: CN-32
method: cn.park
gwp_set: AR5
"""
_HEAD = "channel_id,member_id,carrier,unit,kind,minutes,system,role,factor_channel"

Numbers = npt.NDArray[np.float64]


def channel_names(enterprises: int) -> list[str]:
    """All channels that are booked, in the order in which they are stored."""
    return [f"e{e:04d}.{n}" for e in range(enterprises) for n in range(EACH)]


def make_year(enterprises: int) -> Path:
    """The folder of the park; made by a process of its own when it is not there yet."""
    park = Path(tempfile.gettempdir()) / "tanlu-bench" / f"year-{enterprises}"
    if not (park / "done").exists():
        subprocess.run([sys.executable, "-m", __name__, str(park), str(enterprises)], check=True)  # noqa: S603 - ourselves
    return park


def write_year(park: Path, enterprises: int) -> None:
    """Tables and readings of the park."""
    park.mkdir(parents=True, exist_ok=True)
    (park / "park.yaml").write_text(_CARD, "utf-8")
    members = [f"e{e:04d},enterprise,production,E {e},企业{e}" for e in range(enterprises)]
    _lines(park / "members.csv", ["member_id,kind,system,name_en,name_zh", *members])
    channels = [_channel(name) for name in channel_names(enterprises)]
    _lines(park / "channels.csv", [_HEAD, "ef,,,kg CO2/kWh,instant,60,,,", *channels])
    opened = of_folder(park)
    draw = np.random.default_rng(YEAR)
    for month in range(1, 13):
        rows = pl.concat([_power_factor(month, draw), *_month(enterprises, month, draw)])
        write_days(opened.readings, [(Arrival("benchmark", f"{YEAR}-{month:02d}-28"), rows)])
    close_readings(opened.readings)
    (park / "done").touch()


def _lines(path: Path, lines: list[str]) -> None:
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _channel(name: str) -> str:
    member, which = name.split(".")
    system = SYSTEMS[int(which) % len(SYSTEMS)]
    carrier = {"8": "natural_gas,Nm3", "9": "steam,GJ"}.get(which, "electricity,kWh")
    factor = "ef" if carrier.startswith("electricity") else ""
    role = "combustion" if which == "8" else "supply"
    return f"{name},{member},{carrier},interval,15,{system},{role},{factor}"


def _days(month: int) -> list[date]:
    first = date(YEAR, month, 1)
    return [day for n in range(31) if (day := first + timedelta(days=n)).month == month]


def _month(enterprises: int, month: int, draw: np.random.Generator) -> Iterator[pl.DataFrame]:
    names = channel_names(enterprises)
    days = _days(month)
    for start in range(0, len(names), 2600):
        part = names[start : start + 2600]
        rows = pl.DataFrame({"channel": part}).join(
            pl.DataFrame({"day": days}), how="cross", maintain_order="left_right"
        )
        yield day_rows(_about(rows, 15), _values(rows.height, draw))


def _values(rows: int, draw: np.random.Generator) -> Numbers:
    hours = np.arange(SLOTS) / 4
    shape = 0.4 + np.exp(-(((hours - 14) / 5) ** 2))
    level = draw.gamma(2.0, 20.0, (rows, 1))
    values = level * shape * draw.normal(1.0, 0.1, (rows, SLOTS)).clip(0.2)
    values = values.round(2)
    gaps = np.flatnonzero(draw.random(rows) < 0.01)
    values[gaps[:, None], draw.integers(0, SLOTS, (gaps.size, 4))] = np.nan
    return values


def _power_factor(month: int, draw: np.random.Generator) -> pl.DataFrame:
    days = _days(month)
    seconds = np.tile(np.arange(24, dtype="<i4") * 3600, (len(days), 1))
    rows = pl.DataFrame({"channel": ["ef"] * len(days), "day": days})
    values = (0.55 + 0.1 * draw.standard_normal((len(days), 24))).round(4)
    at = pl.Series("at", [row.tobytes() for row in seconds], dtype=pl.Binary)
    return day_rows(_about(rows, 0).with_columns(at), values)


def _about(rows: pl.DataFrame, minutes: int) -> pl.DataFrame:
    return rows.with_columns(minutes=pl.lit(minutes, pl.Int16), seq=pl.lit(0, pl.Int64))


if __name__ == "__main__":
    write_year(Path(sys.argv[1]), int(sys.argv[2]))
