"""The contradictions between the text, the evidence, the figures and the speaker of a fact."""
