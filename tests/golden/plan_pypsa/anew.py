"""All random networks by PyPSA anew: `python -m tests.golden.plan_pypsa.anew` (many minutes).

Prints each whose status or objective is no longer what `found.csv` says; ends with their count.
"""

import csv
import logging
import math
import sys
import tempfile
import warnings
from pathlib import Path

from tests.golden.plan_pypsa.packed import unpack

HERE = Path(__file__).parent


def by_pypsa(folder):
    """PyPSA's own optimum of an exported folder."""
    import pypsa

    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of pandas, xarray and linopy, about each other
            pypsa.options.set_option("general.allow_network_requests", value=False)
            n = pypsa.Network(str(folder))
            _, status = n.optimize(
                multi_investment_periods=n.has_investment_periods, log_to_console=False,
                progress=False, mip_rel_gap=1e-9, include_objective_constant=True,
            )  # fmt: skip
            return status, n.objective
    finally:
        logging.disable(logging.NOTSET)


def main() -> int:
    """How many differ."""
    differ = 0
    with (HERE / "found.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        with tempfile.TemporaryDirectory() as folder:
            text = (HERE / "random" / f"{row['name']}.txt").read_text("utf-8")
            status, objective = by_pypsa(unpack(text, Path(folder)))
        same = status == row["status"] and (
            not row["objective"] or math.isclose(objective, float(row["objective"]), rel_tol=1e-6)
        )
        if not same:
            differ += 1
            sys.stdout.write(f"{row['name']}: {status} {objective}, was {row['objective']}\n")
    sys.stdout.write(f"{differ} of {len(rows)} differ\n")
    return differ


if __name__ == "__main__":
    sys.exit(main())
