"""The folder of a plan: `plan.yaml`, `components.yaml`, `series.csv`."""
