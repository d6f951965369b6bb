"""What a figure is worth: approach 1 and 2 of IPCC, contributions, trend, what to mend."""
