"""Find everything that a program can know about a new text: its head, speakers, quotations, figures and claims."""
