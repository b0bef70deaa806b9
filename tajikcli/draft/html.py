"""HTML pages as paragraphs: what a browser shows of their body."""

from __future__ import annotations

import re
from html import unescape

from tajikcli.draft.markup import REFERENCE, Markup
from tajikcli.draft.paragraphs import Builder, Paragraph
from tajikcli.text import word_set

# Elements in which no tags are read: everything up to the end tag is their text.
_RAW = word_set("script style textarea title iframe noembed noframes xmp")


def paragraphs_of_html(source: str) -> list[Paragraph]:
    """Return the paragraphs of a page, code and the page's frame as asides.

    Args:
        source: the page's text.
    """
    builder, markup = Builder(), Markup(source)
    place = 0
    while place < len(source):
        mark = source.find("<", place)
        if mark < 0:
            mark = len(source)
        _text(builder, source, place, mark)
        if mark == len(source):
            break
        tag = markup.tag(mark)
        if tag is None:
            if source.startswith("<!--", mark) or _begins_a_tag(source, mark):
                break  # what a comment or tag that never ends swallows, no reader sees
            builder.text("<", mark)
            place = mark + 1
            continue
        place = tag.end
        if not tag.name:
            continue
        if tag.closes:
            builder.finish(tag.name, mark)
            continue
        builder.start(tag.name, tag.attributes, mark)
        if tag.name in _RAW:
            closing = re.compile(rf"</{tag.name}(?=[\s/>])", re.IGNORECASE).search(source, place)
            end = closing.start() if closing else len(source)
            _text(builder, source, place, end)
            place = end
    return builder.close()


def _begins_a_tag(source: str, mark: int) -> bool:
    return bool(re.compile(r"<[/!?A-Za-z]").match(source, mark))


def _text(builder: Builder, source: str, start: int, end: int) -> None:
    """Add text, character references as what they stand for."""
    if source.find("&", start, end) < 0:
        builder.text(source[start:end], start)
        return
    for match in REFERENCE.finditer(source, start, end):
        builder.text(source[start : match.start()], start)
        builder.decoded(unescape(match[0]), match.start())
        start = match.end()
    builder.text(source[start:end], start)
