"""Reports to hand on: one page of HTML that needs nothing else, and asks nothing of anybody."""
