"""What tests share: the records that they ask, tajik run in this process, tables of data."""
