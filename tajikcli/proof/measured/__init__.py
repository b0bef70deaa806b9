"""The figures in a text that belong to measures on record: the reasons for not judging some, and verdicts on the others."""
