"""The folder: one thread that folds what waits, and compacts when it is quiet."""

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from threading import Event, Thread

from tanlu.errors import ConflictError, TanluError
from tanlu.store.readings import Readings
from tanlu.store.readings.compact import compact, scattered_months
from tanlu.store.readings.fold import fold
from tanlu.store.readings.history import pending_counts

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pace:
    """When to fold and to compact.

    Fold once `readings` wait or the oldest of them has waited `age_s`; look every
    `look_s`; compact after `quiet_s` without an arrival.
    """

    readings: int = 1_000_000
    age_s: float = 900.0
    look_s: float = 5.0
    quiet_s: float = 120.0


@dataclass(slots=True)
class _Seen:
    arrivals: int = 0
    readings: int = 0
    since: float = 0.0
    changed: float = 0.0


class Folder:
    """Folds the readings of a server's parks beside its answers.

    A fold that is cut short is done again from the journal, so that the thread may
    die with its process at any instant.
    """

    def __init__(self, stores: Callable[[], Iterable[Readings]], pace: Pace | None = None) -> None:
        """Fold the stores that `stores` names each time it is asked."""
        self.pace = pace or Pace()
        self._stores = stores
        self._seen: dict[str, _Seen] = {}
        self._stop = Event()
        self._thread = Thread(target=self._run, name="tanlu-fold", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def close(self, wait_s: float = 60.0) -> None:
        """End after the commit that is under way."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(wait_s)

    def _run(self) -> None:
        while not self._stop.wait(self.pace.look_s):
            for readings in list(self._stores()):
                if not self._stop.is_set():
                    self.look(readings, time.monotonic())

    def look(self, readings: Readings, now: float) -> None:
        """Do what is due for one store; what goes wrong is logged and tried again later.

        Args:
            readings: The open store.
            now: A clock that only goes forward. [s]
        """
        try:
            self._look(readings, now)
        except ConflictError:
            LOG.debug("%s: another process is at it", readings.folder)
        except TanluError as error:
            LOG.warning("%s: %s", readings.folder, error)
        except Exception:  # the thread must live on, whatever happened
            LOG.exception("folding %s", readings.folder)

    def _look(self, readings: Readings, now: float) -> None:
        seen = self._seen.setdefault(str(readings.folder), _Seen(since=now, changed=now))
        waiting = pending_counts(readings)
        if waiting["arrivals"] != seen.arrivals:
            seen.since = now if not seen.arrivals else seen.since
            seen.changed = now
        seen.arrivals, seen.readings = waiting["arrivals"], waiting["readings"]
        if self._is_due(seen, now):
            fold(readings, wait_s=0)
            seen.arrivals = seen.readings = 0
        elif not seen.arrivals and now - seen.changed >= self.pace.quiet_s:
            self._compact(readings)

    def _is_due(self, seen: _Seen, now: float) -> bool:
        is_old = now - seen.since >= self.pace.age_s
        return bool(seen.arrivals) and (seen.readings >= self.pace.readings or is_old)

    def _compact(self, readings: Readings) -> None:
        # one month at a time, so that folding and stopping need not wait long
        for month in scattered_months(readings)[:1]:
            compact(readings, [month], wait_s=0)
