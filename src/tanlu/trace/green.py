"""Green power hour by hour: own generation, store, contract, certificate; each kWh owned once.

A claim is granted as far as its source gave in that very hour and its owner used power in
that hour. What is over is listed and lowers nothing; it is never carried to another hour.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from tanlu.trace.loops import Values

ClaimKind: TypeAlias = Literal["own", "store", "contract", "certificate"]
KINDS: tuple[ClaimKind, ...] = ("own", "store", "contract", "certificate")
"""The order in which a load is covered: what is physically nearest goes first."""


@dataclass(frozen=True)
class Claim:
    """Power of a source that a member claims, by hour. [MWh]"""

    claim_id: str
    kind: ClaimKind
    member: int
    source: int
    mwh: Values


@dataclass(frozen=True)
class GreenHours:
    """What each claim was granted and what of it is over, and what is left. [MWh]

    (hours, claims), (hours, claims), (hours, members), (hours, sources)
    """

    claims: tuple[Claim, ...]
    granted: Values
    surplus: Values
    open_load: Values
    unclaimed: Values

    def of_member(self, member: int) -> dict[ClaimKind, Values]:
        """What a member owns by kind. [MWh], (hours,)"""
        found: dict[ClaimKind, Values] = {}
        for kind in KINDS:
            chosen = [c.kind == kind and c.member == member for c in self.claims]
            found[kind] = self.granted[:, chosen].sum(axis=1)
        return found


def green_hours(loads: Values, given: Values, claims: Sequence[Claim]) -> GreenHours:
    """Grant claims hour by hour.

    Args:
        loads: Power used by each member. [MWh], (hours, members)
        given: Power given by each green source. [MWh], (hours, sources)
        claims: Claims in any order.

    Returns:
        The ledger: no source gives more than it gave, no member covers more than it used.

    Example:
        Two members claim 6 MWh each of a plant that gave 8; one used only 2:

        >>> both = [Claim("a", "contract", 0, 0, np.array([6.0])),
        ...     Claim("b", "contract", 1, 0, np.array([6.0]))]
        >>> done = green_hours(np.array([[2.0, 9.0]]), np.array([[8.0]]), both)
        >>> done.granted.tolist(), done.unclaimed.tolist()
        ([[2.0, 6.0]], [[0.0]])
    """
    granted = np.zeros((len(loads), len(claims)))
    open_load, left = loads.copy(), given.copy()
    for kind in KINDS:
        chosen = [n for n, claim in enumerate(claims) if claim.kind == kind]
        # who used less than it claimed leaves its part of the source to the others
        for _ in range(len(chosen)):
            step = _step(claims, chosen, granted, open_load, left)
            if not step.any():
                break
            granted[:, chosen] += step
    wanted = np.stack([claim.mwh for claim in claims], axis=1) if claims else granted
    return GreenHours(tuple(claims), granted, wanted - granted, open_load, left)


def _step(
    claims: Sequence[Claim], chosen: Sequence[int], granted: Values, open_load: Values, left: Values
) -> Values:
    step = np.stack([claims[n].mwh - granted[:, n] for n in chosen], axis=1)
    members, sources = ([getattr(claims[n], side) for n in chosen] for side in ("member", "source"))
    step = _within(step, members, open_load)
    step = _within(step, sources, left)
    for place, (member, source) in enumerate(zip(members, sources, strict=True)):
        open_load[:, member] = np.maximum(open_load[:, member] - step[:, place], 0.0)
        left[:, source] = np.maximum(left[:, source] - step[:, place], 0.0)
    return step


def _within(step: Values, owners: Sequence[int], room: Values) -> Values:
    # what several ask of one is cut in proportion
    asked = np.zeros_like(room)
    for place, owner in enumerate(owners):
        asked[:, owner] += step[:, place]
    part = np.divide(room, asked, out=np.ones_like(room), where=asked > room)
    cut: Values = step * part[:, owners]
    return cut
