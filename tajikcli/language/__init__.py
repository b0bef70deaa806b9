"""What has to be known of languages and of the world, and of no record."""
