"""The table of days: Delta, by delta-rs, one file a month once it is compact."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import polars as pl

from tanlu.errors import need
from tanlu.model.reading import DAY
from tanlu.store.readings.disk import full_disk, require_space
from tanlu.store.readings.store import Readings

STORED: Mapping[str, pl.DataType] = {
    "park": pl.String(),
    "month": pl.String(),
    "layer": pl.Int8(),
    **DAY,
}
"""A row of the table. `layer` 0: values as they are now; 1: values that a correction
replaced, `seq` then being the arrival that replaced them."""

PARTS = ["park", "month", "layer"]
_GROUP = 500  # rows; some 16 channels of a month, so that one channel costs little
_FILE = 1 << 33  # never split a partition of one commit
_BLOBS = ("at", "value", "flag")
_SETUP = {
    # versions that inventories name must stay readable: only `retain` takes any away
    "delta.logRetentionDuration": "interval 36500 days",
    "delta.enableExpiredLogCleanup": "false",
    "delta.checkpointInterval": "50",
}
_FILES: Mapping[str, pl.DataType] = {
    "path": pl.String(), "size": pl.Int64(), "rows": pl.Int64(), "month": pl.String(),
    "layer": pl.Int8(), "first_channel": pl.String(), "last_channel": pl.String(),
    "first_day": pl.Date(), "last_day": pl.Date(), "first_seq": pl.Int64(), "seq": pl.Int64(),
}  # fmt: skip


def app_id(readings: Readings) -> str:
    """The name under which this park's folds are counted in the table."""
    return f"tanlu-readings/{readings.park_id}"


def open_table(readings: Readings, version: int | None = None) -> Any | None:  # noqa: ANN401 - delta-rs has no stub here
    """The table at a version, the newest when None; None when there is no table."""
    delta = need("deltalake", "readings")
    options = storage(readings)
    try:
        return delta.DeltaTable(readings.table, version=version, storage_options=options)
    except delta.exceptions.TableNotFoundError:
        return None


def storage(readings: Readings) -> dict[str, str] | None:
    """What the object store must know beyond the environment's AWS names."""
    if readings.is_local:
        return None
    # an object that is there already must not be written over: that is the commit
    return {"conditional_put": "etag"}


def folded_upto(readings: Readings, table: Any | None) -> int:  # noqa: ANN401 - see open_table
    """The newest arrival that a version of the table holds; 0 when none."""
    if table is None:
        return 0
    return int(table.transaction_version(app_id(readings)) or 0)


def files_of(readings: Readings, version: int) -> pl.DataFrame:
    """The files of the park at a version, oldest first.

    Returns:
        `path` (absolute, or a URL), `size` (bytes), `rows`, `month`, `layer`, the
        range of channels and days, `first_seq` and `seq`.
    """
    kept = readings.memory.files.get(version)
    if kept is None:
        kept = _files(readings, version)
        readings.memory.files.clear()
        readings.memory.files[version] = kept
    return kept


def _files(readings: Readings, version: int) -> pl.DataFrame:
    table = open_table(readings, version) if version >= 0 else None
    if table is None:
        return pl.DataFrame(schema=_FILES)
    actions = pl.DataFrame(table.get_add_actions(flatten=True))
    if actions.is_empty():
        return pl.DataFrame(schema=_FILES)
    names = {
        "size_bytes": "size", "num_records": "rows", "partition.month": "month",
        "partition.layer": "layer", "min.channel": "first_channel",
        "max.channel": "last_channel", "min.day": "first_day", "max.day": "last_day",
        "min.seq": "first_seq", "max.seq": "seq",
    }  # fmt: skip
    root = readings.table.rstrip("/") + "/"
    return (
        actions.filter(pl.col("partition.park") == readings.park_id)
        .rename(names)
        .with_columns(path=pl.lit(root) + pl.col("path").map_elements(unquote, pl.String))
        .select(pl.col(name).cast(kind) for name, kind in _FILES.items())
        .sort("month", "layer", "seq", "path")
    )


def stored(readings: Readings, days: pl.DataFrame, layer: int) -> pl.DataFrame:
    """Day rows as rows of the table, sorted as it is sorted."""
    return days.with_columns(
        pl.lit(readings.park_id).alias("park"),
        pl.col("day").dt.strftime("%Y-%m").alias("month"),
        pl.lit(layer, pl.Int8).alias("layer"),
    ).select(pl.col(name).cast(kind) for name, kind in STORED.items())


def write(readings: Readings, rows: pl.DataFrame, upto: int | None = None, month: str = "") -> int:
    """One commit: rows added, or in the place of a whole month.

    Args:
        readings: The open store.
        rows: Schema `STORED`.
        upto: The newest arrival that is in the table with these rows.
        month: The month that they replace; added when empty.

    Returns:
        The version of the table after it.

    Raises:
        StateError: When the disk is full; the table is as it was.
    """
    delta = need("deltalake", "readings")
    transactions = [delta.Transaction(app_id(readings), upto)] if upto else []
    place = {"mode": "overwrite", "predicate": _where(readings, month)} if month else {}
    ordered = rows.sort("month", "layer", "channel", "day", "seq")
    before = _on_disk(readings)
    if readings.is_local:
        require_space(Path(readings.table), int(ordered.estimated_size()))
    try:
        delta.write_deltalake(
            readings.table,
            ordered.to_arrow(compat_level=pl.CompatLevel.oldest()),
            **({"mode": "append"} | place),
            partition_by=PARTS,
            configuration=_SETUP,
            storage_options=storage(readings),
            target_file_size=_FILE,
            writer_properties=_writer(delta),
            commit_properties=delta.CommitProperties(app_transactions=transactions),
            post_commithook_properties=delta.PostCommitHookProperties(
                create_checkpoint=True, cleanup_expired_logs=False
            ),
        )
    except (OSError, delta.exceptions.DeltaError) as error:
        _sweep(readings, before)
        raise full_disk(error, readings.table) from error
    table = open_table(readings)
    return -1 if table is None else int(table.version())


def _on_disk(readings: Readings) -> set[Path]:
    return set(Path(readings.table).glob("park=*/**/*.parquet")) if readings.is_local else set()


def _sweep(readings: Readings, before: set[Path]) -> None:
    """Delete what a failed commit left: on a full disk its space is needed."""
    remains = _on_disk(readings) - before
    table = open_table(readings) if remains else None
    used = {Path(path) for path in table.file_uris()} if table is not None else set()
    for path in remains - used:
        path.unlink(missing_ok=True)


def _where(readings: Readings, month: str) -> str:
    park = readings.park_id.replace("'", "''")
    return f"park = '{park}' AND month = '{month}'"


def _writer(delta: Any) -> Any:  # noqa: ANN401 - see open_table
    # no two days are alike: a dictionary or a least value of them would be waste
    blob = delta.ColumnProperties(dictionary_enabled=False, statistics_enabled="NONE")
    return delta.WriterProperties(
        compression="LZ4_RAW",
        max_row_group_size=_GROUP,
        column_properties=dict.fromkeys(_BLOBS, blob),
    )


def scan(readings: Readings, paths: Sequence[str]) -> pl.LazyFrame:
    """Files of the table, lazily."""
    return scan_paths(paths, storage(readings))


def scan_paths(paths: Sequence[str], options: dict[str, str] | None) -> pl.LazyFrame:
    """Files of a table by path, lazily, with what the object store must know."""
    return pl.scan_parquet(
        list(paths), glob=False, hive_partitioning=False, storage_options=options
    ).select(pl.col(name).cast(kind) for name, kind in DAY.items())
