"""The parts of pages for each kind of answer, made with Rich.

Words come first, speakers and sources are dim below them, and figures stand out. Every colour has a meaning:
green for words as printed, yellow for paraphrases, blue for a source's own voice, bold magenta for figures.
Only the sixteen colours of the terminal are used, so that pages suit dark and light themes. Everything from
the record goes through `Text`, so Rich never reads markup in data.
"""
