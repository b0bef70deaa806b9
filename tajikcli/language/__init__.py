"""Knowledge about languages and the world, independent of any record."""
