"""Readings to use: local days, counters, checks, gaps, sums. Tables in, tables out."""
