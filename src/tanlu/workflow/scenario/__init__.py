"""Scenario trees of parks: opened, run side by side, told as records."""
