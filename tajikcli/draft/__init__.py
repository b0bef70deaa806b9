"""Drafts: the text of an article as readers see it, with the position of every character in the file."""
