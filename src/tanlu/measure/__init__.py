"""Readings and records to activity data: the border where text becomes quantities."""
