"""Read knowledge files; only this package knows YAML.

`events` turns bytes into plain values and finds the line and column of each. `shape` turns the values into
the structs of the model. `rules` checks what types cannot express, and `archive` checks several files
together. `faults` defines faults, and `files` combines all of this.
"""
