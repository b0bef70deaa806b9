"""Figures in a text: which are of a measure on record, why some are not judged, and what is said of the others."""
