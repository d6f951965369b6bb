"""How long the command line takes to start, beside a Python that does nothing."""

import subprocess
import sys
from pathlib import Path

from benchmarks.run import Row, best

TANLU = str(Path(sys.executable).with_name("tanlu"))


def _wall(*command: str) -> float:
    return best(lambda: subprocess.run(command, check=True, capture_output=True), repeat=7)  # noqa: S603 - our own command


def run() -> list[Row]:
    """Wall time of whole processes. [s]"""
    nothing = _wall(sys.executable, "-c", "pass")
    started = _wall(TANLU, "--help")
    answered = _wall(TANLU, "calc", "电力=1 MWh", "--region", "江西")
    return [
        Row("tanlu --help", started, "python -c pass", nothing, "promise: under 0.3 s"),
        Row("tanlu calc, one item", answered, "python -c pass", nothing, "a whole answer"),
    ]
