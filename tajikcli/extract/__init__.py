"""What a program can know of a text that nothing is on record of yet: its head, who speaks, quotations, figures, claims."""
