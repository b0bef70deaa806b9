"""Reading knowledge files: the only place that knows YAML.

`events` turns bytes into plain values, `typing` those into the model's structs, `rules` checks what
no type can say, and `positions` finds the line and column of whatever was wrong.
"""
