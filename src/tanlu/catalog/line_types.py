"""Standard types of power lines and transformers, by name, as PyPSA ships them."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tanlu.catalog.files import read_yaml
from tanlu.catalog.load import DATA


@dataclass(frozen=True, slots=True)
class StandardTypes:
    """What each type says, by its name, and the document.

    Lines: `r_per_length`, `x_per_length` [Ω/km]. Transformers: `s_nom` [MVA], `vsc`, `vscr`,
    `tap_step` [%], `phase_shift` [°], `tap_neutral` [1].
    """

    lines: Mapping[str, Mapping[str, float]]
    transformers: Mapping[str, Mapping[str, float]]
    cite: str


@cache
def standard_types() -> StandardTypes:
    """The standard types.

    Example:
        >>> standard_types().lines["Al/St 240/40 4-bundle 380.0"]["x_per_length"]
        0.246
    """
    folder = DATA / "lines"
    head = read_yaml(folder / "lines.yaml")
    found = {name: _rows(folder / str(one["file"])) for name, one in head.items()}
    return StandardTypes(
        found["line_types"], found["transformer_types"], head["line_types"]["cite"]
    )


def _rows(path: Path) -> dict[str, dict[str, float]]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {
        row["name"]: {key: float(value) for key, value in row.items() if key != "name"}
        for row in rows
    }
