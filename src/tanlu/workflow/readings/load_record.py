"""What became of a file of readings, for JSON: the same keys every time."""

from typing import Any

from tanlu.connect.readings.map_write import map_record
from tanlu.connect.readings.parsed import REASONS
from tanlu.workflow.readings.load import Loaded
from tanlu.workflow.views.figure import text


def load_record(loaded: Loaded) -> dict[str, Any]:
    """What was taken, unchanged, corrected, flagged and refused.

    `rows` are the file's rows of data; `readings` the cells that say a value, refused ones
    among them: readings = taken + unchanged + corrected + refused + duplicate. Absent cells
    are counted under `flagged`.
    """
    return {
        "rows": loaded.rows,
        "readings": loaded.readings,
        "taken": loaded.taken,
        "unchanged": loaded.unchanged,
        "corrected": loaded.corrected,
        "flagged": {name: count for name, count in sorted(loaded.flagged.items()) if count},
        "refused": [
            {
                "row": each.row,
                "column": each.column,
                "value": each.value,
                "reason": each.reason,
                "says": text(REASONS[each.reason]),
                **({"sheet": each.sheet} if each.sheet else {}),
            }
            for each in loaded.refused
        ],
        "refused_count": loaded.refused_count,
        "duplicates": loaded.duplicates,
        "corrections": loaded.corrections,
        **_about(loaded),
    }


def _about(loaded: Loaded) -> dict[str, Any]:
    file, opened = loaded.file, loaded.opened
    if file is None or opened is None:
        return {}
    show = opened.clock.show
    return {
        "park": opened.park_id,
        "time_zone": opened.clock.zone,
        "from": show(loaded.first) if loaded.first else None,
        "to": show(loaded.last) if loaded.last else None,
        "channels": [
            {
                "id": spec.channel_id,
                "unit": spec.wanted,
                "file_unit": spec.unit,
                "kind": spec.kind,
                "minutes": spec.grid,
                "is_new": spec.channel_id in loaded.added,
                "is_declared": spec.is_declared,
            }
            for spec in file.specs.values()
        ],
        "file": {
            "name": file.source.file,
            "digest": file.source.digest,
            "encoding": file.source.encoding,
            "sheets": [plan.sheet for _, plan in file.plans if plan.sheet],
            "unread_sheets": list(file.unread),
        },
        "map": map_record(file.mapped),
        "map_file": str(loaded.map_path) if loaded.map_path else None,
        "is_map_remembered": loaded.is_recalled,
    }
