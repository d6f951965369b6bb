"""Where things stand in tanlu's workbooks; reader and writer share it."""

from typing import Any, TypeAlias

from tanlu.model.table import Field, Table

Worksheet: TypeAlias = Any
"""A sheet of xlsxwriter, which ships no types."""

GUIDE, FAULTS, LISTS, EXAMPLES = "guide", "faults", "lists", "examples"
OWN_SHEETS = (GUIDE, FAULTS, LISTS, EXAMPLES)
CARD_SHEET = "park"
CARD_HEADINGS = ("代码 / Code", "名称 / Name", "值 / Value", "说明 / Help")
CARD_VALUE = 2
FIRST_ROW = 2  # from 0: below the bilingual headings and the line of codes


def title(column: Field | Table) -> str:
    """A label in both languages, with a star where it is required.

    Example:
        >>> from tanlu.model.table import park_fields
        >>> from tanlu.model.table import park_fields
        >>> title(park_fields()["park_id"])
        '园区编号 / Park *'
    """
    label = column.label
    text = label.zh if label.zh == label.en else f"{label.zh} / {label.en}"
    return f"{text} *" if isinstance(column, Field) and column.is_required else text
