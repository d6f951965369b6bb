"""Emissions of readings, interval by interval: use times the factor of its moment."""
