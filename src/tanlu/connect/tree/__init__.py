"""A scenario tree as a folder: `tree.yaml`, `branches.csv`, `values.csv`, `overlays/*.yaml`."""
