"""Use cases of readings: they join files, store and stages."""
