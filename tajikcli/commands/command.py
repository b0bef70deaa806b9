"""The class of all commands."""

from __future__ import annotations

from functools import cached_property

import click


class Command(click.Command):
    """A command whose option `--help` is not translated; looking for translations would take two percent of every start."""

    @cached_property
    def _help(self) -> click.Option:
        return click.Option(
            ["-h", "--help"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_print_help,
            help="Show this message and exit.",
        )

    def get_help_option(self, ctx: click.Context) -> click.Option:  # noqa: ARG002 - Click's signature
        """Return the option, which is always the same object."""
        return self._help


class Count(click.IntRange):
    """A whole number; Click would call it an integer range in messages."""

    name = "whole number"


def _print_help(context: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001 - Click's signature
    if asked and not context.resilient_parsing:
        click.echo(context.get_help(), color=context.color)
        context.exit()
