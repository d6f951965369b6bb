"""100,000 draws of an inventory of 5,000 streams, beside NumPy's plain draw-and-multiply.

The limit draws one normal per stream and one per factor, multiplies and adds, in blocks of
the same size and on the same number of threads: nothing that draws every input can be
faster. tanlu draws sums of independent normal amounts as what they are, one normal, so that
it can; a second case has lognormal amounts, which have to be drawn one by one. Both sides
must agree on mean and width of the total, and the traced memory must stay within its bound.
"""

import tracemalloc
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.random import SFC64, Generator, SeedSequence

from benchmarks.run import Row, best
from tanlu.account.cut import cut
from tanlu.account.ledger import ledger
from tanlu.account.uncertainty.draw import BLOCK
from tanlu.account.uncertainty.propagate import linear_of, slopes_of
from tanlu.account.uncertainty.ranges import Ranges
from tanlu.account.uncertainty.simulate import approach_2
from tanlu.account.uncertainty.system import System, system_of
from tanlu.catalog.load import load_catalog
from tanlu.catalog.uncertainty_rules import uncertainty_rules
from tanlu.measure.border import check
from tanlu.model.book import Draft, Sheet
from tanlu.model.book import Row as Record

STREAMS, DRAWS, WORKERS = 5_000, 100_000, 2
FUELS = {"natural_gas": "Nm3", "diesel": "t", "raw_coal": "t", "lpg": "t"}
CARD = {
    "park_id": "big", "name_en": "Big", "name_zh": "大园区", "place": "CN-36",
    "method": "cn.park", "gwp_set": "AR5",
}  # fmt: skip
MEMORY_MB = 150  # kept figures 64 × 100,000 × 8 bytes, slabs and blocks of two workers


def _draft(distribution: str, percent: int) -> Draft:
    members = STREAMS // len(FUELS)
    names = [Record(n + 2, {"member_id": f"m{n}", "kind": "enterprise"}) for n in range(members)]
    rows = []
    for n in range(STREAMS):
        fuel = list(FUELS)[n % len(FUELS)]
        rows.append(Record(n + 2, {
            "record_id": f"r{n}", "member_id": f"m{n // len(FUELS)}", "stream": "combustion",
            "carrier": fuel, "period": "2023", "quantity": str(100 + n % 997),
            "unit": FUELS[fuel], "quality": "measured",
            "uncertainty_pct": str(percent + n % 5), "distribution": distribution,
        }))  # fmt: skip
    return Draft(
        CARD, {"members": Sheet("members", names), "activities": Sheet("activities", rows)}
    )


def _system(distribution: str, percent: int) -> System:
    catalog = load_catalog()
    book = check(_draft(distribution, percent), catalog)
    lines = cut(ledger(book, catalog), year=2023, boundary="enterprise")
    return system_of([lines], Ranges(book, catalog, uncertainty_rules()))


def _plain(amounts: np.ndarray, relative: np.ndarray, fuels: np.ndarray) -> np.ndarray:
    scaled = (amounts * relative).astype(np.float32)
    weights = np.zeros((len(FUELS), len(amounts)), np.float32)
    weights[fuels, np.arange(len(amounts))] = scaled
    base = np.bincount(fuels, amounts)
    total = np.empty(-(-DRAWS // BLOCK) * BLOCK)

    def fill(block: tuple[int, SeedSequence]) -> None:
        number, seed = block
        generator = Generator(SFC64(seed))
        drawn = generator.standard_normal((len(amounts), BLOCK), np.float32)
        shared = generator.standard_normal((len(FUELS), BLOCK))
        sums = base[:, None] + weights @ drawn
        span = slice(number * BLOCK, (number + 1) * BLOCK)
        total[span] = (sums * (1 + 0.02 * shared)).sum(axis=0)

    blocks = enumerate(SeedSequence(1).spawn(len(total) // BLOCK))
    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(fill, blocks))
    return total[:DRAWS]


def _peak_mb(call: object) -> float:
    tracemalloc.start()
    call()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def run() -> list[Row]:
    """Every figure of the park, then the total alone; normal, then lognormal. [s]"""
    rows = []
    for distribution, percent in (("normal", 3), ("lognormal", 30)):
        system = _system(distribution, percent)
        outputs = system.outputs()
        total = ("total", "2023")
        first = {total: outputs[total]}
        lines = system.lines
        fuels = np.unique(lines["carrier"].to_numpy(), return_inverse=True)[1]
        spread = np.full(len(lines), percent / 100 / 1.96)
        tonnes = lines["co2_t"].to_numpy()
        drawn = approach_2(system, outputs, DRAWS, 1, WORKERS).of(total)
        linear = linear_of(system, slopes_of(system), outputs[total])
        assert abs(drawn.mean() / linear.value - 1) < 0.02  # ranges of NCV are uneven
        low, high = np.percentile(drawn, [2.5, 97.5])
        assert abs((high - low) / linear.interval().width - 1) < 0.02
        assert abs(_plain(tonnes, spread, fuels).mean() / linear.value - 1) < 0.01
        peak = _peak_mb(lambda s=system, o=outputs: approach_2(s, o, DRAWS // 10, 1, WORKERS))
        assert peak < MEMORY_MB, peak
        limit = best(lambda t=tonnes, u=spread, f=fuels: _plain(t, u, f), 2)
        note = f"{distribution} amounts; traced peak {peak:.0f} MB at {DRAWS // 10:,} draws"
        rows += [
            Row(f"{DRAWS:,} draws, 5,000 streams, 64 figures",
                best(lambda s=system, o=outputs: approach_2(s, o, DRAWS, 1, WORKERS), 2),
                "NumPy draw-and-multiply", limit, note),
            Row(f"{DRAWS:,} draws, 5,000 streams, the total",
                best(lambda s=system, o=first: approach_2(s, o, DRAWS, 1, WORKERS), 2),
                "NumPy draw-and-multiply", limit, note),
        ]  # fmt: skip
    return rows
