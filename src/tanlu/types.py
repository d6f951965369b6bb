"""Names that every stage shares: a column, a text in two languages, a language."""

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

Column: TypeAlias = Any
"""A number, a NumPy array, a Polars or DuckDB expression, or a `Term`.

Formulas use operators only, so whatever knows `+ - * /` will do.
"""

Language: TypeAlias = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages.

    Example:
        >>> Text("Natural gas", "天然气").of("zh")
        '天然气'
    """

    en: str
    zh: str

    def of(self, language: Language) -> str:
        """The text in one language."""
        return self.zh if language == "zh" else self.en

    def both(self) -> dict[str, str]:
        """The text as JSON has it.

        Example:
            >>> Text("Coal", "煤").both()
            {'en': 'Coal', 'zh': '煤'}
        """
        return {"en": self.en, "zh": self.zh}

    def fill(self, **values: object) -> "Text":
        """The text with `{name}` places filled; a `Text` value is put in by language.

        Example:
            >>> Text("{n} rows", "{n} 行").fill(n=3).en
            '3 rows'
        """
        return Text(
            self.en.format(**{k: _in(v, "en") for k, v in values.items()}),
            self.zh.format(**{k: _in(v, "zh") for k, v in values.items()}),
        )


def _in(value: object, language: Language) -> object:
    return value.of(language) if isinstance(value, Text) else value


def text_of(value: object) -> Text:
    """A `Text` from `{en, zh}` as data files write it, or from one plain string.

    Example:
        >>> text_of({"en": "Coal", "zh": "煤"})
        Text(en='Coal', zh='煤')
    """
    if isinstance(value, dict):
        return Text(str(value["en"]), str(value["zh"]))
    return Text(str(value), str(value))
