"""The commands: one thin file for each, which parses, queries and renders.

To add a command, write a file here whose `command` is a Click command, add a line to `GROUPS` and a test, and
run `make docs`.
"""

# The commands in groups, each with its line of help, in the order of `tajik --help`. The file of a command is
# imported only when the command runs.
GROUPS = {
    "Ask": {
        "facts": "list facts, written in the record's words",
        "quotes": "list quotes, in the speakers' own words",
        "statements": "list facts and quotes; filter with --kind",
        "figures": "list figures with their units, periods and sources",
        "search": "find statements that answer a question, best match first",
        "show": "show statements in full: attribution, evidence, figures, links",
        "meetings": "list meetings",
        "topics": "list topics",
        "speakers": "list speakers",
        "sources": "list the published sources of the statements",
    },
    "Check": {
        "check": "check the quotations and figures in a text against the record",
        "compare": "compare what sources say: where they agree, differ or conflict",
        "verify": "check whether a source still contains the words the record cites",
    },
    "Record": {
        "extract": "write a draft of a record from an article or a transcript",
        "lint": "check knowledge files for errors",
        "schema": "print JSON Schemas of knowledge files and of the output",
        "cache": "show or remove cached indexes",
    },
    "Share": {
        "cite": "print citations to paste or import",
        "open": "open a statement's source in the browser, at the cited words",
        "export": "write statements to a SQLite database",
        "mcp": "serve the record to an assistant",
    },
    "Help": {
        "help": "explain a command, or formats, exit-codes, environment",
        "completion": "print a shell completion script",
    },
}
COMMANDS = {name: line for commands in GROUPS.values() for name, line in commands.items()}
