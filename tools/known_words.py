"""Write tajikcli/language/known_words.txt: English words that search does not treat as typing errors.

These are the single words of WordNet 3.0 in lower case, including the inflected forms in its lists of
exceptions. Run `make known-words WORDNET=FOLDER`; in Debian's package `wordnet-base`, the folder is
/usr/share/wordnet.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

HEAD = "# Words of English, written by `make known-words`: the single words of WordNet 3.0 in small letters. Its licence:\n"
_WORD = re.compile(r"[a-z]{3,}")


def licence(folder: Path) -> str:
    """Return the licence at the head of WordNet's files, as comment lines."""
    lines = (folder / "index.noun").read_text(encoding="ascii").splitlines()
    head = [line[4:].strip() for line in lines if line.startswith("  ")]
    return "".join(f"# {line}".rstrip() + "\n" for line in head)


def words(folder: Path) -> list[str]:
    """Return the words of WordNet's files, each once, sorted.

    Args:
        folder: the folder with `index.noun`, `data.noun`, `noun.exc` and similar files.
    """
    found: set[str] = set()
    for kind in ("noun", "verb", "adj", "adv"):
        # The index has all words in lower case; the data file shows which words have no capital.
        for line in (folder / f"data.{kind}").read_text(encoding="ascii").splitlines():
            if not line.startswith(" "):
                fields = line.split(" ")
                count = int(fields[3], 16)
                found.update(word.partition("(")[0] for word in fields[4 : 4 + 2 * count : 2])
        for line in (folder / f"{kind}.exc").read_text(encoding="ascii").splitlines():
            found.update(line.split())
    return sorted(word for word in found if _WORD.fullmatch(word))


if __name__ == "__main__":
    wordnet = Path(sys.argv[1])
    sys.stdout.write(HEAD + licence(wordnet) + "\n".join(words(wordnet)) + "\n")
