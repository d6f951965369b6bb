"""Pages and API on this machine."""
