"""Diagnosis: how far from each target, what binds, which levers are large."""
