"""A server of the Model Context Protocol, which gives assistants the record over standard input and output."""
