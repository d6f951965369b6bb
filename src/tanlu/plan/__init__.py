"""Drivers to pathways: what may come, and how far it is from the targets."""
