"""A park beside the indicators of zero-carbon parks: figure, gap, and what drives it."""
