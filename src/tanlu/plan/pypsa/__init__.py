"""PyPSA networks, formulated on tanlu's own linear problems with PyPSA's meaning of each word."""
