"""Pages of readings at a park-year: server time of each answer, beside the limit of 100 ms.

Each page is asked for through the application itself (routes, queries, JSON), without a
socket. The first answer after a start reads what is kept from disk and is told apart;
`ours` is the best of several after it, `peer` the limit that issue 6 sets. A page of one
channel or one enterprise reads its own rows; pages of a system or the park and those of
quality read the kept sums, whose first working out is a row of its own.
"""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from fastapi.testclient import TestClient

from benchmarks.readings_park import SMALL, WHOLE, make_park
from benchmarks.run import Row, best
from tanlu.web.app import create_app
from tanlu.workflow.desk import Desk, open_desk
from tanlu.workflow.readings.open import of_desk
from tanlu.workflow.readings.pages_kept import renewed

LIMIT_S = 0.1
YEAR = "from=2025-01-01&to=2025-12-31"


def run(enterprises: int = WHOLE[0], meters: int = WHOLE[1]) -> list[Row]:
    """One row a page, and one for the sums that pages keep."""
    park = make_park(None, enterprises, meters)
    with TemporaryDirectory() as folder:
        desk = open_desk(Path(folder), (park,))
        park_id = next(iter(desk_parks(desk)))
        desk.homes[park_id] = park
        opened = of_desk(desk, park_id)
        start = time.perf_counter()
        renewed(opened, None)
        sums = Row(
            f"sums that pages keep, {meters:,} channels", time.perf_counter() - start,
            note="once, in the background; later only what changed",
        )  # fmt: skip
        with TestClient(create_app(desk)) as client:
            client.get(f"/api/v1/parks/{park_id}")
            return [sums, *(_page(client, park_id, *page) for page in _pages(opened.channels))]


def small() -> list[Row]:
    """The same on a park of a few hundred channels."""
    return run(*SMALL)


def desk_parks(desk: Desk) -> list[str]:
    """The parks on a desk."""
    from tanlu.store.parks import park_ids

    return park_ids(desk.engine)


def _pages(channels: dict) -> list[tuple[str, str]]:
    main = next(c for c in channels.values() if c.role == "supply" and c.kind == "interval")
    return [
        ("load curve of a channel, a week", f"curve?channel={main.channel_id}"),
        ("load curve of a channel, a year", f"curve?channel={main.channel_id}&{YEAR}"),
        ("load curve of an enterprise, a year", f"curve?member={main.member_id}&{YEAR}"),
        ("load curve of a system, a year", f"curve?system=production&{YEAR}"),
        ("load curve of the park, a year", f"curve?{YEAR}"),
        ("heat map of a channel, energy", f"heat?channel={main.channel_id}&{YEAR}"),
        ("heat map of the park, carbon", f"heat?{YEAR}&what=carbon"),
        ("channels of an enterprise", f"channels?member={main.member_id}"),
        ("quality, worst first", "quality"),
    ]


def _page(client: TestClient, park_id: str, name: str, path: str) -> Row:
    url = f"/api/v1/parks/{park_id}/readings/{path}"

    def ask() -> None:
        answer = client.get(url)
        assert answer.status_code == 200, (path, answer.text[:200])

    start = time.perf_counter()
    ask()
    first = time.perf_counter() - start
    return Row(name, best(ask, 5), "limit", LIMIT_S, note=f"first {first:.3f} s")
