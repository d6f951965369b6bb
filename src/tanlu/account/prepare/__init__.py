"""Records made ready for the ledger: stocks, parts of fuels, means of batches, carbon balances."""
