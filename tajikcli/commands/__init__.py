"""The commands, one thin file each: parse, ask, render.

To add one: a file here whose `command` is a Click command, a line in `COMMANDS`, a test, and `make docs`.
"""

# The name of each command and its line in `tajik --help`, in the order of the help. A command's file is imported only to run it or
# to show its help.
COMMANDS = {
    "facts": "list facts, written in the record's words",
    "quotes": "list quotes, in the speakers' own words",
    "statements": "list facts and quotes; filter with --kind",
    "figures": "list figures with their unit, period and source",
    "search": "find statements that answer a question, best match first",
    "show": "show statements in full: attribution, evidence, figures, links",
    "compare": "compare what sources say: where they agree, differ or conflict",
    "check": "check the quotations and figures of a text against the record",
    "cite": "print citations to paste or import",
    "verify": "check whether a source still contains the words the record cites",
    "meetings": "list meetings",
    "topics": "list topics",
    "speakers": "list speakers",
    "sources": "list the published sources of the statements",
    "lint": "check knowledge files for errors",
    "cache": "show or remove cached indexes",
    "completion": "print a shell completion script",
    "schema": "print JSON Schemas of knowledge files and of the output",
}
