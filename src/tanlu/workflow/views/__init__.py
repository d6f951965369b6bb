"""Findings as the API says them: every number with the key of its proof."""
