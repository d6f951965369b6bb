"""Readings that senders push: JSON lines, Arrow or Parquet to one table, each fault at its line."""
