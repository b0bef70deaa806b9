"""Who speaks the quotations of a text: mentions of people, rules that find who speaks, and a context that is folded forward."""
