"""The park that a command works on: read, checked, warnings told."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tanlu.cli.language import language

if TYPE_CHECKING:
    from tanlu.model.book import Book
    from tanlu.report.findings import Findings


def read_book(path: Path) -> "Book":
    """A checked park from a folder, workbook or archive; warnings go to standard error.

    Raises:
        InputError: With every fault of the park.
    """
    from tanlu.workflow.open import open_book

    book = open_book(path)
    for warning in book.warnings:
        click.echo(warning.line(language()), err=True)
    return book


def read_findings(path: Path) -> "Findings":
    """All findings of a park on disk.

    Raises:
        InputError: With every fault of the park.
    """
    from tanlu.catalog.load import load_catalog
    from tanlu.workflow.assess import assess

    return assess(read_book(path), load_catalog())


def echo_json(value: object) -> None:
    """A value as JSON on standard output."""
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
