"""Templates of the five systems: what they hold, and how a filled one comes back."""

from pathlib import Path
from typing import Any

from tanlu.catalog.content import Catalog
from tanlu.catalog.load import load_catalog
from tanlu.connect.park import open_park
from tanlu.errors import InputError
from tanlu.measure.border import check
from tanlu.measure.merge import Merged, at_origin, merge
from tanlu.model.book import Book, Draft
from tanlu.model.systems import DataKind, kinds_of, systems, tables_of
from tanlu.workflow.views.figure import text


def systems_record() -> list[dict[str, Any]]:
    """The five systems with their kinds of data, for JSON."""
    return [
        {
            "system": code,
            "label": text(system.label),
            "note": text(system.note) if system.note else None,
            "tables": list(tables_of(code)),
            "kinds": [kind_record(kind) for kind in kinds_of(code)],
        }
        for code, system in systems().items()
    ]


def kind_record(kind: DataKind) -> dict[str, Any]:
    """One of the 13 kinds, for JSON."""
    return {
        "code": kind.code,
        "number": kind.number,
        "system": kind.system,
        "label": text(kind.label),
        "says": text(kind.says),
        "use": text(kind.use),
        "role": list(kind.role),
        "units": list(kind.units),
        "places": [{"table": p.table, "fixed": dict(p.fixed)} for p in kind.places],
        "examples": [{"table": e.table, "cells": dict(e.cells)} for e in kind.examples],
    }


def take_file(filled: Path, park: Path) -> tuple[Book, Merged]:
    """A filled template merged into a park on disk, checked; nothing is written.

    Raises:
        InputError: With every fault, each where it stands in the filled file.
    """
    catalog = load_catalog()
    merged = merge(open_park(park), open_park(filled), catalog)
    return check_merged(merged, catalog), merged


def check_merged(merged: Merged, catalog: Catalog) -> Book:
    """The merged park, checked.

    Raises:
        InputError: With every fault; those of merged rows name the filled file.
    """
    try:
        return check(merged.draft, catalog)
    except InputError as error:
        raise InputError([at_origin(fault, merged) for fault in error.faults]) from None


def merged_draft(park: Draft, filled: Path, catalog: Catalog) -> Merged:
    """A filled template merged into a park of the store, not checked.

    Raises:
        InputError: When the file cannot be read, or is of another park.
    """
    return merge(park, open_park(filled), catalog)
