"""Doors to the outside: folders, workbooks, archives, meters, platforms."""
