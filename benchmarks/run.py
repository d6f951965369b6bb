"""Run the benchmarks: `python -m benchmarks.run [words] [--json]`.

Every `bench_*.py` in this folder registers itself by being there; see README.md.
"""

import argparse
import importlib
import json
import os
import platform
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Row:
    """One task, timed on our side and on a peer's."""

    subject: str
    ours_s: float
    peer: str = ""
    peer_s: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times longer the peer takes. [1]"""
        return None if self.peer_s is None else self.peer_s / self.ours_s


def best(call: Callable[[], object], repeat: int = 3) -> float:
    """The least of several runs. [s]"""
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return min(times)


def discover(words: Iterable[str] = ()) -> list[str]:
    """Names of the benchmarks that have one of the words in them; all without words."""
    names = sorted(path.stem for path in FOLDER.glob("bench_*.py"))
    wanted = list(words)
    return [name for name in names if not wanted or any(word in name for word in wanted)]


def measure(name: str) -> list[Row]:
    """The rows of one benchmark."""
    rows: list[Row] = importlib.import_module(f"benchmarks.{name}").run()
    return rows


def machine() -> dict[str, object]:
    """What the seconds were measured on."""
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
    }


def seconds(value: float | None) -> str:
    """Seconds in a unit that reads well."""
    if value is None:
        return "—"
    scale, unit = next(
        (pair for pair in ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs")) if value >= pair[0]),
        (1e-9, "ns"),
    )
    return f"{value / scale:.3g} {unit}"


def table(rows: list[Row]) -> str:
    """The rows as aligned text."""
    head = ("subject", "tanlu", "peer", "peer's time", "ratio", "note")
    lines = [head]
    for row in rows:
        ratio = "—" if row.ratio is None else f"{row.ratio:.3g} ×"
        lines.append(
            (row.subject, seconds(row.ours_s), row.peer, seconds(row.peer_s), ratio, row.note)
        )
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def main(arguments: list[str] | None = None) -> int:
    """Run what was asked for, and print it."""
    parser = argparse.ArgumentParser(prog="benchmarks.run", description=__doc__)
    parser.add_argument("words", nargs="*", help="only benchmarks with such a word in their name")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)
    rows, failed = [], []
    for name in discover(options.words):
        print(f"{name} …", file=sys.stderr)
        try:
            rows += measure(name)
        except Exception as error:  # noqa: BLE001 - one that fails must not hide the others
            failed.append(name)
            print(f"{name} FAILED: {error!r}", file=sys.stderr)
    if options.json:
        found = [asdict(row) | {"ratio": row.ratio} for row in rows]
        print(json.dumps({"machine": machine(), "rows": found}, ensure_ascii=False, indent=2))
    elif rows:
        print(", ".join(f"{key} {value}" for key, value in machine().items()), end="\n\n")
        print(table(rows))
    else:
        print("no benchmark ran")
    return bool(failed)


if __name__ == "__main__":
    from benchmarks.run import main as run_all  # the module that the benchmarks import, too

    raise SystemExit(run_all())
