"""Emissions of readings as a record of plain values."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from tanlu.workflow.readings.emissions import Emissions
from tanlu.workflow.readings.opened import Opened


def emissions_record(found: Emissions, opened: Opened) -> dict[str, Any]:
    """What `tanlu readings emissions --json` prints.

    Args:
        found: The sums.
        opened: The park's readings.
    """
    totals, asked = found.totals, found.asked
    return {
        "park": opened.park_id,
        "method": opened.book.park.method,
        "gwp_set": opened.book.park.gwp_set,
        "catalog_digest": found.plan.digest,
        "state": {"seq": found.state.seq, "table_version": found.state.table_version},
        "from": found.span.start.isoformat(),
        "to": found.span.end.isoformat(),
        "by": asked.by,
        "per": list(asked.per),
        "absent_factor": asked.absent,
        "total_t": totals.total_t,
        "elimination_t": totals.elimination_t,
        "exported_t": totals.exported_t,
        "biogenic_t": totals.biogenic_t,
        "is_complete": totals.is_complete,
        "rows": [_row(row, found, opened) for row in totals.rows.iter_rows(named=True)],
        "left_out": [{"channel": n, "reason": r} for n, r in found.plan.left_out.items()],
    }


def _row(row: Mapping[str, Any], found: Emissions, opened: Opened) -> dict[str, Any]:
    day = row.get("start") or row["day"]
    at = opened.clock.begin(day) + timedelta(seconds=row.get("second") or 0)
    return {
        "start": opened.clock.show(at),
        **({} if found.asked.by == "month" else {"minutes": row["minutes"]}),
        **{name: row[name] for name in found.asked.per},
        "use": row["use"],
        "unit": row["unit"],
        "co2_t": row["co2_t"],
        "biogenic_t": row["biogenic_t"],
        "exported_t": row["exported_t"],
        "missing": row["missing"],
        "flagged": row["flagged"],
        "unfactored": row["unfactored"],
        "fallback": row["fallback"],
    }
