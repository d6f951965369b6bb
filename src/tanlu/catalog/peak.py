"""What counts as a peak and as a plateau."""

from functools import cache

from tanlu.catalog.files import read_yaml
from tanlu.catalog.load import DATA


@cache
def plateau_share() -> float:
    """How far below its highest year a path may stay and still be on the plateau. [1]

    Example:
        >>> plateau_share()
        0.01
    """
    return float(read_yaml(DATA / "peak.yaml")["plateau"]["value"])
