"""The commands, one thin file each: parse, ask, render.

To add one: a file here whose `command` is a Click command, a line in `COMMANDS`, a test, its line in the README.
"""

# Name to the line of help that `tajik --help` shows, in the order it shows them. The file is imported only when
# its command runs.
COMMANDS = {
    "facts": "what is on record, in our words",
    "quotes": "what was said, in theirs",
    "statements": "both; --kind chooses",
    "figures": "the numbers, with unit, period and who gave them",
    "search": "the statements that answer a question, best first",
    "show": "one statement whole: chain, evidence, figures, links",
    "compare": "where accounts agree, differ and contradict each other",
    "check": "are the quotations and figures of a text on record?",
    "cite": "a citation to paste or import",
    "verify": "does a source still say so, and what of it is not on record?",
    "meetings": "the meetings on record",
    "topics": "the topics to ask for",
    "speakers": "who is on record",
    "sources": "the published texts that statements were taken from",
    "lint": "is a knowledge file sound?",
    "cache": "where indexes are kept, and removing them",
    "completion": "the script that lets a shell complete all this",
    "schema": "the shapes of what goes in and comes out, as JSON Schema",
}
