"""Trees: who belongs to whom, which scenario lies over which, without circles."""

from collections.abc import Mapping

from tanlu.measure.flaw import Flaw
from tanlu.measure.known import Known
from tanlu.measure.page import Page
from tanlu.model.book import PARK, WORLD


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


def check_circles(page: Page, column: str) -> None:
    """No row may stand, over any number of steps, above itself.

    Args:
        page: A table whose rows name other rows of the same table.
        column: The column that names the row above.
    """
    above = dict(page.rows(page.table.id_field, column))
    for index, (name,) in enumerate(page.rows(page.table.id_field)):
        circle = find_circle(name, above)
        if circle:
            page.note(index, column, Flaw("circle", {"path": " → ".join(circle)}))


def find_circle(start: str, above: Mapping[str, str | None]) -> list[str]:
    """The steps from a name back to itself; empty when there is no way back.

    Example:
        >>> find_circle("a", {"a": "b", "b": "a"})
        ['a', 'b', 'a']
        >>> find_circle("c", {"a": "b", "b": "a", "c": "a"})
        []
    """
    path: list[str] = [start]
    name = above.get(start)
    while name is not None and name not in path:
        path.append(name)
        name = above.get(name)
    return [*path, start] if name == start and start is not None else []
