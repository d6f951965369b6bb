"""Streams that come of measured fuels, and what a method that names none of them says of each."""

from collections.abc import Mapping

from tanlu.catalog.method import Method

LIKE: Mapping[str, str] = {"feedstock": "process", "mass_balance": "process", "cems": "combustion"}
"""A stream to the one whose emissions it stands for."""


def counts_stream(method: Method, stream: str) -> bool:
    """Whether a method counts a stream of scope 1.

    Example:
        >>> from tanlu.catalog.load import load_catalog
        >>> counts_stream(load_catalog().method("cn.park"), "cems")
        True
    """
    return method.counts(LIKE.get(stream, stream), 1)
