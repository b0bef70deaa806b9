"""The command line: the group of commands, and the boundary that handles every error.

Only this module turns errors into messages on stderr and exit codes.
"""

from __future__ import annotations

import errno
import io
import os
import re
import sys
from contextlib import suppress
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NoReturn

import click

from tajikcli import __version__
from tajikcli.commands import COMMANDS, GROUPS, completing
from tajikcli.commands.command import Command
from tajikcli.commands.completing import COMPLETE_VARIABLE
from tajikcli.commands.telling import discard, tell, tell_failure
from tajikcli.errors import DamagedIndexError, InputError, OutputError, TajikError, UnsoundRecordError
from tajikcli.exits import Exit
from tajikcli.text import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from click.shell_completion import CompletionItem


_WIDEST = max(map(len, COMMANDS))


class _Commands(Command, click.Group):
    """The commands, each imported only to run it or to show its help."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - Click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"tajikcli.commands.{cmd_name}").command
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        return [
            CompletionItem(name, help=about)
            for name, about in COMMANDS.items()
            if name.startswith(incomplete)
        ]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            close = nearest(args[0], COMMANDS)
            hint = f"; did you mean {' or '.join(close)}?" if close else ""
            raise click.UsageError(f"unknown command '{args[0]}'{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        for title, commands in GROUPS.items():
            with formatter.section(title):
                formatter.write_dl([(name.ljust(_WIDEST), line) for name, line in commands.items()])


def _print_version(context: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001 - Click's signature
    if asked and not context.resilient_parsing:
        click.echo(f"tajik {__version__}")
        context.exit()


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="'tajik help COMMAND' explains a command; 'tajik help formats', 'tajik help exit-codes' and"
    " 'tajik help environment' explain what all commands share.",
)
@click.option(
    "--file",
    multiple=True,
    metavar="PATH",
    shell_complete=completing.files,
    help="Read this knowledge file or folder instead of the bundled record. May be repeated. [env: TAJIK_FACTS]",
)
@click.option(
    "--bundled",
    is_flag=True,
    help="Read the bundled record together with the files from --file or TAJIK_FACTS.",
)
@click.option(
    "--no-pager", is_flag=True, help="Do not use a pager for output longer than the screen. [env: PAGER]"
)
@click.option(
    "-V",
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version and exit.",
)
@click.pass_context
def tajik(context: click.Context, /, **_: Any) -> None:
    """Find out who said what at a diplomatic meeting, with the source of every word.

    The bundled record covers the talks between Emomali Rahmon and Vladimir Putin at Igora in December 2024.

    \b
    Examples:
      tajik facts trade              facts about trade
      tajik quotes --speaker putin   what Putin said, word for word
      tajik topics                   the topics you can ask about
      tajik show trade-volume        one statement in full
      tajik figures --json           figures for a script
      tajik check draft.md           check the quotations of a draft
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run tajik and exit.

    Args:
        arguments: the words after `tajik`; None for those of the process.
    """
    _prepare_streams()
    for name in ("COLUMNS", "LINES"):  # Rich would accept a width of 0, and fail on digits outside ASCII
        if name in os.environ and not _is_size(os.environ[name]):
            del os.environ[name]
    words = sys.argv[1:] if arguments is None else list(arguments)
    if COMPLETE_VARIABLE in os.environ:
        raise SystemExit(_completed(os.environ[COMPLETE_VARIABLE]))
    if sys.stdout is None:
        raise SystemExit(_failed(Exit.OUTPUT, "cannot write the output: stdout is closed", words))
    code = _run(words)
    try:
        _finish_output()
    except KeyboardInterrupt:
        code = _interrupted(words)
    except OSError as error:
        code = _unwritten(error) or code
    raise SystemExit(code)


def _is_size(text: str) -> bool:
    """Return whether a text is a number of columns or lines: ASCII digits, at most five, without a leading zero."""
    return text.isascii() and text.isdigit() and text[0] != "0" and len(text) <= 5


def _completed(instruction: str) -> int:
    """Answer a completion request of a shell; errors are silent, because the user has not run a command yet."""
    from click.shell_completion import shell_complete

    with suppress(Exception):
        code = shell_complete(tajik, {}, "tajik", COMPLETE_VARIABLE, instruction)
        _finish_output()
        return code
    discard(sys.stdout)
    return Exit.NO


def _finish_output() -> None:
    """Flush stdout and make sure that everything has been written.

    Some file systems (on a network, or with quotas) report a full disk only when a file is closed. This
    closes a copy of the descriptor, so that stdout stays open for later code.

    Raises:
        OSError: the output has not been written.
    """
    try:
        sys.stdout.flush()
        descriptor = sys.stdout.fileno()
    except ValueError:  # stdout has been closed by a boundary below, or is not a file
        return
    os.close(os.dup(descriptor))


def _run(words: list[str], *, again: bool = False) -> int:
    try:
        # Not `tajik.main`, which exits with 1 on a closed pipe and has its own message for an interrupt.
        # Click removes the words that it has parsed from the list.
        with tajik.make_context("tajik", list(words)) as context:
            tajik.invoke(context)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.UsageError as error:
        return _failed(Exit.USE, _usage(error), words)
    except click.ClickException as error:
        return _failed(Exit.USE, error.format_message(), words)
    except (InputError, UnsoundRecordError) as error:
        return _failed(Exit.INPUT, str(error), words, error)
    except OutputError as error:
        return _failed(Exit.OUTPUT, str(error), words, error)
    except DamagedIndexError as error:
        # a new index fails, too, so the disk is not the cause
        if again and isinstance(error.__cause__, Exception):
            return _bug(error.__cause__, words)
        if not error.has_answered:
            return _run(words, again=True)
        return _failed(Exit.INPUT, str(error), words, error)
    except TajikError as error:
        return _failed(Exit.USE, str(error), words, error)
    except (KeyboardInterrupt, click.Abort):
        return _interrupted(words)
    except OSError as error:
        if error.filename is not None:  # the error is about an input file, because stdout has no name
            return _failed(
                Exit.INPUT, f"{os.fsdecode(error.filename)}: {(error.strerror or str(error)).lower()}", words
            )
        return _unwritten(error)
    except MemoryError:
        return _failed(Exit.INPUT, "not enough memory", words)
    except ImportError as error:
        if not _is_want_of_memory(error):
            return _bug(error, words)
        return _failed(Exit.INPUT, "not enough memory", words)
    except Exception as error:  # noqa: BLE001 - the last boundary, so that no user ever sees a traceback
        return _bug(error, words)
    return Exit.OK


def _is_want_of_memory(error: ImportError) -> bool:
    """Return whether a library could not be loaded for lack of memory."""
    return any(words in str(error) for words in ("failed to map segment", "annot allocate memory"))


def _interrupted(words: list[str]) -> int:
    discard(sys.stdout)  # after an interrupt, nobody waits for the rest of the output
    return _failed(Exit.INTERRUPTED, "interrupted", words)


def _usage(error: click.UsageError) -> str:
    message = " ".join(error.format_message().split()).removesuffix(".")
    refused = re.match(r"'(.*)' is not one of ", error.message, re.DOTALL)
    if refused and isinstance(error, click.BadParameter) and error.param is not None:
        close = nearest(refused[1], getattr(error.param.type, "choices", ()))
        message += f"; did you mean {' or '.join(close)}?" if close else ""
    context = error.ctx
    where = context.command_path if context is not None else "tajik"
    if isinstance(error, click.NoSuchOption):
        if error.option_name == "--file":
            return "--file comes before the command: tajik --file PATH COMMAND …"
        if error.option_name in {"--bundled", "--no-pager"}:
            return f"{error.option_name} comes before the command: tajik {error.option_name} COMMAND …"
        if error.option_name == "--kind":
            return "--kind is an option of statements, search and export: tajik statements --kind KIND …"
        if where == "tajik":
            message = f"no such option '{error.option_name}' before the command; most options come after it"
    return f"{message[:1].lower()}{message[1:]} (see '{where} --help')"


def _failed(code: int, message: str, words: list[str], error: TajikError | None = None) -> int:
    """Print an error on stderr, as one JSON object if JSON was requested, otherwise as text."""
    as_json = _json_asked(words)
    if isinstance(error, UnsoundRecordError) and not as_json:
        tell(*map(str, error.problems))
    else:
        tell_failure(code, message, error, as_json=as_json)
    return code


def _json_asked(words: list[str]) -> bool:
    formats = {"json", "jsonl"}
    return (
        "--json" in words
        or any(f"--format={name}" in words for name in formats)
        or any(pair[0] == "--format" and pair[1] in formats for pair in pairwise(words))
    )


def _unwritten(error: OSError) -> int:
    """Close stdout for good, and report why unless the reader has closed the pipe."""
    discard(sys.stdout)
    if isinstance(error, BrokenPipeError) or (error.errno == errno.EINVAL and os.name == "nt"):
        return Exit.OK
    tell(f"tajik: cannot write the output: {(error.strerror or str(error)).lower()}")
    return Exit.OUTPUT


def _bug(error: Exception, words: list[str]) -> int:
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    where = f"{os.path.basename(frame.tb_frame.f_code.co_filename)}:{frame.tb_lineno}" if frame else "?"
    message = (
        f"a bug in tajik {__version__}: {type(error).__name__} at {where}: {error};"
        f" please report it with the command: tajik {' '.join(words)}"
    )
    return _failed(Exit.BUG, " ".join(message.split()), words)


def _prepare_streams() -> None:
    """Make stdout and stderr accept every character, and make stdout buffered.

    In a pipe they are UTF-8; on a terminal, characters that it cannot show are escaped. PYTHONUNBUFFERED turns off the buffer of
    stdout; Python then drops the part of a write that the system did not accept, so a full disk would truncate the answer unnoticed.
    """
    if isinstance(getattr(sys.stdout, "buffer", None), io.RawIOBase):
        sys.stdout = open(sys.stdout.fileno(), "w", encoding=sys.stdout.encoding, closefd=False)  # noqa: SIM115 - it stays open
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="backslashreplace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace")
