"""Activity to inventory: pure formulas, and the cut through the flow graph."""
