"""A scenario tree: demand by branch, supply that follows it, measures laid over both."""
