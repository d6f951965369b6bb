"""Trees: who belongs to whom, which scenario lies over which, without circles."""

from collections.abc import Mapping

from tanlu.measure.cell import near
from tanlu.measure.flaw import Flaw
from tanlu.measure.known import MOST_LEVELS, Known
from tanlu.measure.page import Page
from tanlu.model.book import PARK, WORLD

_LONGEST_PATH = 10


def check_members(page: Page, known: Known) -> None:
    """Enterprises stand under the park, facilities under an enterprise or the park.

    Args:
        page: The table of members, references resolved.
        known: The names there are.
    """
    kinds = dict(page.rows("member_id", "kind"))
    reserved = {PARK, WORLD, known.park_id}
    for index, (member, parent, kind) in enumerate(page.rows("member_id", "parent_id", "kind")):
        if member in reserved:
            page.blame(index, "member_id", "reserved_id", text=member)
        if kind == "enterprise" and parent in kinds and parent != member:
            page.blame(index, "parent_id", "enterprise_below", member=member, parent=parent)
    check_circles(page, "parent_id")
    _check_methods(page, known.catalog.methods)


def _check_methods(page: Page, known: Mapping[str, object]) -> None:
    for index, (method,) in enumerate(page.rows("method")):
        if method and method not in known:
            names = near(method, known)
            page.blame(index, "method", "unknown_method", method=method[:80], known=names)


def check_circles(page: Page, column: str) -> None:
    """No row may stand above itself, nor under more than a few others.

    Args:
        page: A table whose rows name other rows of the same table.
        column: The column that names the row above.
    """
    pairs = page.rows(page.table.id_field, column)
    above = {name: parent for name, parent in pairs if name is not None}
    circles = find_circles(above)
    depths = _depths(above, circles)
    for index, (name,) in enumerate(page.rows(page.table.id_field)):
        if name in circles:
            path = " → ".join(circles[name][:_LONGEST_PATH])
            page.note(index, column, Flaw("circle", {"path": path}))
        elif depths.get(name, 0) > MOST_LEVELS:
            page.note(index, column, Flaw("too_deep", {"most": MOST_LEVELS}))


def find_circles(above: Mapping[str, str | None]) -> dict[str, list[str]]:
    """For each name that leads back to itself, the steps it takes.

    Args:
        above: The name above each name.

    Returns:
        The steps, the name itself first and last.

    Example:
        >>> find_circles({"a": "b", "b": "a", "c": "a"})
        {'a': ['a', 'b', 'a'], 'b': ['b', 'a', 'b']}
    """
    circles: dict[str, list[str]] = {}
    walked: dict[str, str] = {}
    for start in above:
        path: dict[str, int] = {}
        name: str | None = start
        while name is not None and name not in walked:
            walked[name] = start
            path[name] = len(path)
            name = above.get(name)
        if name is not None and name in path:
            circles |= _rotations(list(path)[path[name] :])
    return circles


def _rotations(ring: list[str]) -> dict[str, list[str]]:
    twice = [*ring, *ring]
    size = min(len(ring), _LONGEST_PATH)
    return {name: twice[at : at + size + 1] for at, name in enumerate(ring)}


def _depths(above: Mapping[str, str | None], circles: Mapping[str, object]) -> dict[str, int]:
    straight = above.keys() - circles.keys()
    depths: dict[str, int] = {}
    for start in straight:
        path: list[str] = []
        name: str | None = start
        while name is not None and name in straight and name not in depths:
            path.append(name)
            name = above[name]
        depth = depths.get(name, 0) if name is not None else 0
        for each in reversed(path):
            depth += 1
            depths[each] = depth
    return depths
