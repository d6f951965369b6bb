"""What can be asked of an optimum: front, curve, alternatives, prices, futures, conflicts."""
