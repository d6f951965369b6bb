"""Readings: what arrives lies in a journal, what is folded in a versioned table of days.

A reading is acknowledged once its arrival is durable in the journal. Folding moves
arrivals into the table; readers see both as one. Nothing that was stored is changed:
a correction adds a newer day and keeps what it replaced.
"""

from tanlu.store.readings.append import append, append_many
from tanlu.store.readings.compact import compact
from tanlu.store.readings.fold import fold
from tanlu.store.readings.history import changed_since, receipts, replaced
from tanlu.store.readings.opening import close_readings, open_readings
from tanlu.store.readings.read import days
from tanlu.store.readings.records import Arrival, Folded, Receipt, State
from tanlu.store.readings.scan import months_of, scan
from tanlu.store.readings.state import pin, pins, state, unpin
from tanlu.store.readings.store import Readings

__all__ = [
    "Arrival",
    "Folded",
    "Readings",
    "Receipt",
    "State",
    "append",
    "append_many",
    "changed_since",
    "close_readings",
    "compact",
    "days",
    "fold",
    "months_of",
    "open_readings",
    "pin",
    "pins",
    "receipts",
    "replaced",
    "scan",
    "state",
    "unpin",
]
