"""A group of commands, each loaded when it is used."""

from collections.abc import Mapping
from importlib import import_module
from typing import ClassVar

import click

from tanlu.cli.language import say
from tanlu.types import Text


class Lazy(click.Group):
    """A group that imports a command's module only when the command is used.

    `table`: a command's name to where it is ("module:name") and what it does, in the
    order of the data, not of the alphabet. `heading`: what the list is called.
    """

    table: ClassVar[Mapping[str, tuple[str, Text]]]
    heading: ClassVar[Text]

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Commands in the order of the table."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command, loaded now."""
        if cmd_name not in self.table:
            return None
        module, _, name = self.table[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """List the commands with one line each, without loading them."""
        with formatter.section(say(self.heading)):
            formatter.write_dl([(name, say(line)) for name, (_, line) in self.table.items()])
