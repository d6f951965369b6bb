"""The use cases: stages joined to the outside world."""
