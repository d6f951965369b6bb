"""Columns of texts as numbers, flags and texts, with every cell that is none of these named."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from tanlu.connect.plain import read_bytes
from tanlu.errors import Fault, InputError, Place
from tanlu.plan.pypsa.schema import Attribute, Value

EMPTY = (
    "", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN",
    "<NA>", "N/A", "NA", "NULL", "NaN", "None", "n/a", "nan", "null",
)  # fmt: skip
"""Texts that stand for an empty cell in files written by pandas."""

_FLAGS = {"true": True, "1": True, "1.0": True, "false": False, "0": False, "0.0": False}


@dataclass(slots=True)
class Cells:
    """A CSV file of texts; the first column names the rows. `faults` gathers what is wrong."""

    file: str
    frame: pl.DataFrame
    faults: list[Fault] = field(default_factory=list)

    @property
    def index(self) -> list[str]:
        """The first column, whole numbers without leading zeros, as pandas reads them."""
        if not self.frame.width:
            return []
        first = self.frame.to_series(0)
        whole = first.cast(pl.Int64, strict=False)
        if len(first) and not whole.is_null().any():
            return [str(one) for one in whole]
        return first.to_list()

    @property
    def columns(self) -> list[str]:
        """Names of the other columns."""
        return self.frame.columns[1:]

    def column(self, name: str, known: Attribute) -> NDArray[Any]:
        """A column as an attribute's kind; empty cells get its default."""
        texts = self._texts(name)
        if known.kind == "text":
            return np.array([str(known.default) if t in EMPTY else t for t in texts], object)
        if known.kind == "bool":
            return self._flags(name, texts, known.default)
        values = self.numbers(name)
        values[np.isnan(values)] = float(known.default)  # what is no number is a fault already
        return values

    def numbers(self, name: str) -> NDArray[np.float64]:
        """A column as numbers; empty cells are NaN."""
        if self.frame[name].dtype.is_numeric():
            return np.array(self.frame[name].to_numpy(), float)
        texts = self.frame[name]
        values = texts.str.strip_chars().cast(pl.Float64, strict=False).to_numpy()
        values = np.array(values, float)
        bad = np.isnan(values) & ~self._is_empty(texts)
        for at in np.flatnonzero(bad):
            self._fault("pypsa_not_a_number", int(at), name, texts[int(at)])
        return values

    def _texts(self, name: str) -> pl.Series:
        return self.frame[name].cast(pl.String).fill_null("")

    def _flags(self, name: str, texts: pl.Series, default: Value) -> NDArray[np.bool_]:
        found = [default if t in EMPTY else _FLAGS.get(t.strip().lower()) for t in texts]
        for at, flag in enumerate(found):
            if flag is None:
                self._fault("pypsa_not_a_flag", at, name, texts[at])
        return np.array([bool(flag) for flag in found])

    @staticmethod
    def _is_empty(texts: pl.Series) -> NDArray[np.bool_]:
        return texts.is_in(list(EMPTY)).to_numpy()

    def _fault(self, code: str, at: int, column: str, text: str) -> None:
        place = Place(self.file, row=at + 2, column=column)
        self.faults.append(Fault(code, place, {"text": text}))


def read_cells(path: Path) -> Cells:
    """A CSV file whose first column names the rows.

    Args:
        path: The file.

    Returns:
        All its cells as texts.

    Raises:
        InputError: When it is no CSV file.
    """
    data = read_bytes(path)
    if not data.strip():
        return Cells(path.name, pl.DataFrame())
    try:
        frame = pl.read_csv(data, infer_schema=False).fill_null("")
    except (pl.exceptions.PolarsError, UnicodeDecodeError) as error:
        reason = str(error).splitlines()[0]
        raise InputError.of("bad_csv", Place(path.name), reason=reason) from None
    return Cells(path.name, frame)
