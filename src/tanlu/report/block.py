"""What a statement is made of, before it is HTML or PDF."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar, TypeAlias


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    kind: ClassVar[str] = "paragraph"
    text: str


@dataclass(frozen=True, slots=True)
class Callout:
    """A sentence that must not be missed; tone "warn" where it asks for care."""

    kind: ClassVar[str] = "callout"
    head: str
    text: str
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of points."""

    kind: ClassVar[str] = "bullets"
    items: Sequence[str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `texts` is how many first columns hold text; the others hold numbers.

    `widths` are shares of the page's width by column, empty for even ones;
    `strong` are the indices of rows that are totals.
    """

    kind: ClassVar[str] = "table"
    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    texts: int = 1
    note: str = ""
    strong: Sequence[int] = ()
    widths: Sequence[float] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart as SVG, with a title that says what it shows and the numbers drawn."""

    kind: ClassVar[str] = "figure"
    title: str
    svg: str
    note: str
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Equation:
    """A formula with its symbols, in both notations."""

    kind: ClassVar[str] = "equation"
    label: str
    mathml: str
    typst: str
    text: str
    symbols: Sequence[str]
    cite: str


Block: TypeAlias = Paragraph | Callout | Bullets | Table | Figure | Equation


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of a statement."""

    title: str
    blocks: Sequence[Block]


@dataclass(frozen=True, slots=True)
class Statement:
    """A whole statement in one language."""

    language: str
    title: str
    subtitle: str
    meta: Sequence[tuple[str, str]]
    answer: str
    figures: Sequence[tuple[str, str, str]]  # label, value, unit
    sections: Sequence[Section]
    footer: str
    contents: str = field(default="")
