"""Plans on disk to designs, and designs to what is shown."""
