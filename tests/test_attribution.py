"""Attribution: the speaker to whom a text attributes each quotation is never guessed."""

from __future__ import annotations

from support.frozen import checker
from support.tables import table

from tajikcli.documents import Document


@table("speakers.yaml", "text", "speakers")
def test_the_speaker_is_the_person_that_the_text_names(text: str, speakers: list[str | None]) -> None:
    """Verbs of saying, `according to`, colons, titles and pronouns name the speaker, in three languages."""
    found = checker().check(Document("-", text, html=text.startswith("<p")))
    assert [one["speaker"] for one in found if one["finding"] == "quotation"] == speakers
