"""A park that does not exist: its tables and a year of readings, made from a seed.

Nothing here reads or writes but the data of its own package; `write.py` joins it to a folder.
The same size and seed give the same park, bit by bit, and any month of any enterprise can be
made alone, for every number is drawn from a counter keyed by seed, channel and month.
"""
