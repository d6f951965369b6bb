"""Inventories to drivers: why emissions changed, and what the data cannot say."""
