"""Where sums over readings are made: in this process, or on Spark, as the settings say.

Both run the same kernel on the same rows: a kernel is a pure function of a part of the
days, and the engine's only choice is which process runs it.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import polars as pl

from tanlu.errors import InputError
from tanlu.store.readings.kernel import Kernel, Part
from tanlu.store.readings.read import days
from tanlu.store.readings.records import State
from tanlu.store.readings.spark import on_spark
from tanlu.store.readings.store import Readings

EMBEDDED = "embedded"
_THREADS = 2  # NumPy and Polars let go of the interpreter; more would only cost memory


def each(
    readings: Readings, parts: Sequence[Part], kernel: Kernel, as_of: State | None = None
) -> Iterator[pl.DataFrame]:
    """The kernel's table of each part, in the order of the parts.

    Args:
        readings: The open store; its settings name the engine.
        parts: What is to be worked on.
        kernel: What is done to each part.
        as_of: A state of before; the present one when None.

    Yields:
        One table a part.

    Raises:
        InputError: When the engine is not known.
        MissingExtraError: When Spark is asked for and the extra "spark" is not installed.
        StateError: When there is no Java, or nobody answers at the address.
    """
    engine = readings.settings.engine
    if engine == EMBEDDED:
        yield from _here(readings, parts, kernel, as_of)
        return
    if not engine.startswith(("spark://", "local[")):
        raise InputError.of("unknown_engine", engine=engine)
    yield from on_spark(readings, parts, kernel, as_of)


def _here(
    readings: Readings, parts: Sequence[Part], kernel: Kernel, as_of: State | None
) -> Iterator[pl.DataFrame]:
    def one(part: Part) -> pl.DataFrame:
        return kernel(part, days(readings, part.names, part.start, part.end, as_of))

    with ThreadPoolExecutor(_THREADS) as pool:
        yield from pool.map(one, parts)
