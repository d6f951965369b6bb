"""Kept inventories: versions, bridges, the base year, and a year beside the year before."""
