"""The language in which the command line speaks."""

import os
from collections.abc import Callable
from typing import Any, TypeVar

import click

from tanlu.types import LANGUAGES, Language, Text

Command = TypeVar("Command", bound=Callable[..., Any])
_KEY = "tanlu.language"


def default_language() -> Language:
    """From TANLU_LANG, then the locale: Chinese where it says so, English otherwise."""
    chosen = os.environ.get("TANLU_LANG") or next(
        (os.environ[n] for n in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(n)), ""
    )
    return "zh" if chosen.lower().startswith("zh") else "en"


def language(context: click.Context | None = None) -> Language:
    """The language of a call: its `--lang`, else the default."""
    context = context or click.get_current_context(silent=True)
    kept: Language | None = context.meta.get(_KEY) if context else None
    return kept or default_language()


def lang_option(command: Command) -> Command:
    """Give a command the option `--lang`."""

    def keep(context: click.Context, _: click.Parameter, value: Language | None) -> None:
        if value:  # what a group was told holds for its verbs
            context.meta[_KEY] = value

    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        callback=keep,
        expose_value=False,
        is_eager=True,
        help="Language of messages / 提示语言.",
    )(command)


def say(text: Text) -> str:
    """A text in the language of this call."""
    return text.of(language())
