"""Who asks, and for which member: every query takes one."""

from collections.abc import Mapping
from dataclasses import dataclass

from tanlu.errors import NotFoundError


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who asks. `member_id` None sees the whole park; otherwise that member and below."""

    viewer_id: str
    role: str
    member_id: str | None = None


LOCAL = Viewer("local", "owner")
"""The one viewer of a platform that answers on its own machine only."""


def allowed_member(viewer: Viewer, member_id: str, chains: Mapping[str, tuple[str, ...]]) -> str:
    """The member a viewer may see when asking for one; empty means his own top.

    Raises:
        NotFoundError: When there is no such member, or it is not his to know.

    Example:
        >>> allowed_member(LOCAL, "", {"park": ("park",)})
        ''
    """
    if viewer.member_id is None and (not member_id or member_id in chains):
        return member_id
    wanted = member_id or viewer.member_id or ""
    if viewer.member_id not in chains.get(wanted, ()):
        raise NotFoundError.of("not_found", thing=wanted)
    return wanted


def require_whole(viewer: Viewer, park_id: str) -> None:
    """That a viewer sees the whole park, as drivers, paths and edits need.

    Raises:
        NotFoundError: When he does not.
    """
    if viewer.member_id is not None:
        raise NotFoundError.of("not_found", thing=park_id)
