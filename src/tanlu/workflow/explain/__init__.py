"""Analyses of a table that a user brings: columns in, the record of `--json` out."""
