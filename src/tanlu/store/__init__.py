"""Keep parks, versions and jobs: embedded by default, another database by URL."""
