"""Turn the body of HTML pages into the paragraphs that a browser shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tajikcli.draft.builder import Builder
from tajikcli.draft.markup import REFERENCE, Markup
from tajikcli.text import word_set

if TYPE_CHECKING:
    from tajikcli.draft.paragraphs import Paragraph

# Elements whose contents are text up to the end tag, without tags.
_RAW = word_set("script style textarea title iframe noembed noframes xmp")
_FOREIGN = word_set("svg math")


def paragraphs_of_html(source: str) -> list[Paragraph]:
    """Return the paragraphs of a page, with code and the frame of the page as asides.

    Args:
        source: the text of the page.
    """
    builder = _built(source, Builder())
    # An element that hides the rest of a page would leave it unchecked; it is better to check too much.
    if builder.is_hiding:
        builder = _built(source, Builder(shows_all=True))
    return builder.close()


def _built(source: str, builder: Builder) -> Builder:
    """Read a page into a builder."""
    markup = Markup(source)
    place = foreign = 0  # the depth in SVG and MathML elements, where a slash closes a tag
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
                break  # readers do not see the contents of a comment or tag that never ends
            builder.text("<", mark)
            place = mark + 1
            continue
        place = tag.end
        if not tag.name:
            continue
        is_foreign = foreign > 0 or tag.name in _FOREIGN
        if tag.closes:
            foreign -= tag.name in _FOREIGN and foreign > 0
            builder.finish(tag.name, mark)
            continue
        if is_foreign and tag.is_closed:
            continue
        foreign += tag.name in _FOREIGN
        builder.start(tag.name, tag.attributes, mark)
        if tag.name in _RAW and not is_foreign:
            closing = re.compile(rf"</{tag.name}(?=[\s/>])", re.IGNORECASE).search(source, place)
            end = closing.start() if closing else len(source)
            _text(builder, source, place, end)
            place = end
    return builder


def _begins_a_tag(source: str, mark: int) -> bool:
    return bool(re.compile(r"<[/!?A-Za-z]").match(source, mark))


def _text(builder: Builder, source: str, start: int, end: int) -> None:
    """Add text, with character references resolved."""
    if source.find("&", start, end) < 0:
        builder.text(source[start:end], start)
        return
    for match in REFERENCE.finditer(source, start, end):
        builder.text(source[start : match.start()], start)
        builder.reference(match[0], match.start())
        start = match.end()
    builder.text(source[start:end], start)
