"""Reports to share: one HTML page without other files and without requests."""
