"""A picture of carbon flow: bands between nodes, few enough to read, and none in a circle.

What is drawn stays balanced: small members are drawn as one, and a band that would close a
circle is cut in two, out to the right and in again from the left.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

OTHERS = "others"
OUT, IN = "out:", "in:"


@dataclass(frozen=True, slots=True)
class Band:
    """Carbon that goes from one node to another with one carrier, in t.

    Args of a band that stands for several: `parts` are those.
    """

    start: str
    end: str
    carrier: str
    carbon_t: float
    parts: "tuple[Band, ...]" = ()


def folded(bands: Sequence[Band], members: Iterable[str], most: int) -> tuple[list[Band], int]:
    """Draw all but the largest members as one.

    Args:
        bands: What flows.
        members: Nodes that may be drawn as one.
        most: How many stay.

    Returns:
        Bands, largest first; and how many members are drawn as one. What these pass on
        among themselves is not drawn.

    Example:
        >>> small = [Band("grid", name, "power", t) for name, t in (("a", 5.0), ("b", 1.0))]
        >>> [(b.end, b.carbon_t) for b in folded([*small, Band("grid", "c", "power", 1.0)],
        ...     ["a", "b", "c"], 1)[0]]
        [('a', 5.0), ('others', 2.0)]
    """
    size = dict.fromkeys(members, 0.0)
    for band in bands:
        for end in (band.start, band.end):
            if end in size:
                size[end] += abs(band.carbon_t)
    ranked = sorted(size, key=lambda name: (-size[name], name))
    # one alone is no crowd: it stays itself
    small = set(ranked[most:] if len(ranked) > most + 1 else ())
    kept: dict[tuple[str, str, str], list[Band]] = {}
    for band in bands:
        ends = [OTHERS if end in small else end for end in (band.start, band.end)]
        if ends != [OTHERS, OTHERS]:
            kept.setdefault((ends[0], ends[1], band.carrier), []).append(band)
    whole = [_one(*key, parts) for key, parts in kept.items()]
    return sorted(whole, key=lambda b: (-abs(b.carbon_t), b.start, b.end, b.carrier)), len(small)


def _one(start: str, end: str, carrier: str, parts: Sequence[Band]) -> Band:
    if len(parts) == 1 and (parts[0].start, parts[0].end) == (start, end):
        return parts[0]
    return Band(start, end, carrier, sum(band.carbon_t for band in parts), tuple(parts))


def unlooped(bands: Sequence[Band]) -> tuple[list[Band], list[Band]]:
    """Cut the bands that close a circle, the smallest of each where it can be.

    Args:
        bands: What flows.

    Returns:
        Bands without circles, and those that were cut: each of these is there twice, from
        its start to `out:` and its end, and from `in:` and its end to that end.

    Example:
        >>> both = [Band("a", "b", "power", 3.0), Band("b", "a", "power", 1.0)]
        >>> [(b.start, b.end) for b in unlooped(both)[0]]
        [('a', 'b'), ('b', 'out:a'), ('in:a', 'a')]
    """
    ways: dict[str, set[str]] = {}
    drawn, cut = [], []
    for band in sorted(bands, key=lambda b: -abs(b.carbon_t)):
        if _reaches(ways, band.end, band.start):
            cut.append(band)
            drawn += [
                Band(band.start, OUT + band.end, band.carrier, band.carbon_t, (band,)),
                Band(IN + band.end, band.end, band.carrier, band.carbon_t, (band,)),
            ]
        else:
            ways.setdefault(band.start, set()).add(band.end)
            drawn.append(band)
    return drawn, cut


def _reaches(ways: Mapping[str, set[str]], start: str, end: str) -> bool:
    seen, ahead = {start}, [start]
    while ahead:
        node = ahead.pop()
        if node == end:
            return True
        fresh = ways.get(node, set()) - seen
        seen |= fresh
        ahead += fresh
    return False


def ranks(bands: Sequence[Band]) -> dict[str, int]:
    """How many bands each node stands from a source at most; circles are cut before.

    Example:
        >>> ranks([Band("a", "b", "", 1.0), Band("b", "c", "", 1.0), Band("a", "c", "", 1.0)])
        {'a': 0, 'b': 1, 'c': 2}
    """
    found: dict[str, int] = {}
    for band in bands:
        found.setdefault(band.start, 0)
        found.setdefault(band.end, 0)
    for _ in range(len(found)):
        moved = False
        for band in bands:
            if found[band.end] <= found[band.start]:
                found[band.end] = found[band.start] + 1
                moved = True
        if not moved:
            return found
    return found
