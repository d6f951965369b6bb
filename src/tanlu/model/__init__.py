"""What exists: nouns and table shapes. No files, no computing."""
