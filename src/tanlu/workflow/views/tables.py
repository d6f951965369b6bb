"""Tables of a park for the grid: columns, and rows as written."""

from tanlu.catalog.content import Catalog
from tanlu.model.book import Draft
from tanlu.model.table import Field, Table, tables
from tanlu.workflow.views.figure import View, pick, text


def table_cards(draft: Draft) -> list[View]:
    """All tables with their number of rows."""
    return [
        {
            "table": name,
            "label": text(table.label),
            "help": text(table.help),
            "rows": len(draft.sheet(name).rows),
        }
        for name, table in tables().items()
    ]


def table_view(draft: Draft, name: str, version: int, catalog: Catalog) -> View:
    """One table.

    Raises:
        NotFoundError: When there is no such table.
    """
    table: Table = pick(tables(), name)
    rows = [{c: row.cells.get(c, "") for c in table.fields} for row in draft.sheet(name).rows]
    return {
        "table": name,
        "label": text(table.label),
        "help": text(table.help),
        "version": version,
        "columns": [_column(field, draft, catalog) for field in table.fields.values()],
        "rows": rows,
    }


def _column(field: Field, draft: Draft, catalog: Catalog) -> View:
    return {
        "name": field.name,
        "label": text(field.label),
        "help": text(field.help),
        "kind": field.kind,
        "is_required": field.is_required,
        "choices": _choices(field, draft, catalog),
        "example": field.example,
    }


def _choices(field: Field, draft: Draft, catalog: Catalog) -> list[str]:
    if field.kind == "carrier":
        return list(catalog.carriers)
    if field.ref:
        named = tables()[field.ref].id_field
        known = [row.cells.get(named, "") for row in draft.sheet(field.ref).rows]
        return ["world", "park", *known] if field.may_be_world else known
    return list(field.choices)
