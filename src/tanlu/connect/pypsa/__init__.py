"""PyPSA networks on disk: exported CSV folders, read and written, and netCDF files, read."""
