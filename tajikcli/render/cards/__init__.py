"""What a page shows of each answer, in Rich's terms.

The words stand first, who and where quiet beneath, figures stand out. Colour carries meaning and nothing else: green for words
as printed, yellow for what a source says was said, blue for a source's own voice, bold magenta for figures. Only the terminal's
own sixteen colours, so that dark and light themes both serve. Everything from the record goes through `Text`: Rich takes no
markup from data.
"""
