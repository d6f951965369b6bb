"""What an engine runs: a kernel over parts of the days."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import polars as pl


@dataclass(frozen=True, slots=True)
class Part:
    """What one call of a kernel works on: days of some channels, and what they are called."""

    label: str
    names: tuple[str, ...]
    start: date
    end: date


Kernel: TypeAlias = Callable[[Part, pl.DataFrame], pl.DataFrame]
"""Part and its day rows (schema `DAY`, sorted) to a small table. Pure; it can be pickled."""
