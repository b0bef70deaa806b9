"""Shared parts of the tests: the records to query, a runner for tajik in this process, and tables of data."""
