"""Reading knowledge files: the only place that knows YAML.

`events` turns bytes into plain values and knows the line and column of each, `typing` turns the values into
the model's structs, `rules` checks what no type can say, `archive` what several files say together. `faults` has
what they find wrong, and `files` puts it all together.
"""
