"""Drafts: the text of an article as its readers see it, every character with its place in the file."""
