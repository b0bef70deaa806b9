"""Find the speakers of a text's quotations: mentions of people, rules, and a context that is carried forward."""
