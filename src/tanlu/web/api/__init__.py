"""The API under `/api/v1`: typed records, faults as problem+json."""
