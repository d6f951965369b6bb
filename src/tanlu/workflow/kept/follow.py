"""Correct once, everything follows: kept inventories that a change reaches get a new version."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polars as pl
from sqlalchemy import Engine

from tanlu.account.bridge import bridge
from tanlu.account.cut import cut
from tanlu.account.facts import facts_of
from tanlu.errors import InputError
from tanlu.model.bridge import Bridge
from tanlu.model.inventory import Inventory
from tanlu.report.findings import Findings
from tanlu.store.inventories import KeptVersion, NewVersion, kept_content, newest
from tanlu.store.inventory_pack import Kept, pack_inventory, unpack_inventory
from tanlu.store.parks import Saving

_DESCRIBING = [
    "table", "record_id", "gas", "cell", "from_cell", "from_id", "to_id", "stream", "system",
    "scope", "quality", "start", "end", "written_amount", "written_unit",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Restated:
    """A kept inventory that comes out otherwise: as it was kept, as it is now."""

    head: KeptVersion
    now: Kept
    bridge: Bridge


def inventory_id(year: int, boundary: str, member_id: str) -> str:
    """The code of a kept inventory: what it is of, whatever its version.

    Example:
        >>> inventory_id(2022, "park", "ganzhou")
        '2022.park.ganzhou'
    """
    return f"{year}.{boundary}.{member_id}"


def restated(engine: Engine, park_id: str, findings: Findings) -> Iterator[Restated]:
    """Kept inventories that these findings give otherwise; the others are left alone.

    One that can no longer be computed, since its member or all records of its
    year are gone, stays as it is: absence is not zero (R1).
    """
    for head in newest(engine, park_id).values():
        old = read_kept(engine, head)
        try:
            drawn = cut(
                findings.ledger, year=head.year, boundary=head.boundary, member_id=head.member_id
            )
        except InputError:
            continue
        found = bridge(old.inventory, drawn)
        if found.is_empty and _is_same(old.inventory, drawn):
            continue
        yield Restated(head, kept_of(findings, drawn), found)


def read_kept(engine: Engine, head: KeptVersion) -> Kept:
    """A version with its lines."""
    content = kept_content(engine, head.park_id, head.inventory_id, head.version)
    return unpack_inventory(content)


def _is_same(old: Inventory, new: Inventory) -> bool:
    return all(
        getattr(old, part).select(names).sort(names).equals(
            getattr(new, part).select(names).sort(names)
        )
        for part, names in (("lines", _DESCRIBING), ("exported", _DESCRIBING))
    )  # fmt: skip


def kept_of(findings: Findings, drawn: Inventory) -> Kept:
    """An inventory with the documents and names that it needs to be read alone."""
    catalog = findings.catalog
    near = pl.concat([drawn.lines, drawn.exported.select(drawn.lines.columns)])
    choices = [drawn.ledger.choices[c] for c in near["choice"].unique()]
    cited = {r.factor.citation_id for choice in choices for r in choice.factors.values()}
    carriers = near["carrier"].unique().sort().to_list()
    facts = facts_of(drawn, findings.book)
    return Kept(
        drawn,
        {name: catalog.citations[name] for name in sorted(cited) if name in catalog.citations},
        {c: catalog.carriers[c].label for c in carriers if c in catalog.carriers},
        facts.output_cny,
    )


def new_version(kept: Kept, number: int, saving: Saving, made: Mapping[str, object]) -> NewVersion:
    """A version to be added.

    Args:
        kept: The inventory.
        number: Its version.
        saving: Who makes it, when, why, under which catalogue.
        made: `cause`, kept or restated, and `park_version`.
    """
    drawn = kept.inventory
    content = pack_inventory(kept)
    head = KeptVersion(
        park_id=drawn.ledger.park_id,
        inventory_id=inventory_id(drawn.year, drawn.boundary, drawn.member_id),
        version=number,
        year=drawn.year,
        boundary=drawn.boundary,
        member_id=drawn.member_id,
        method=drawn.ledger.method,
        gwp_set=drawn.ledger.gwp_set,
        park_version=int(str(made["park_version"])),
        catalog_digest=saving.catalog_digest,
        total_t=drawn.total_t,
        digest=hashlib.sha256(content).hexdigest(),
        cause=str(made["cause"]),
        made_at=saving.saved_at,
        made_by=saving.saved_by,
        why=saving.why,
    )
    return NewVersion(head, content)


def follow(
    engine: Engine, park_id: str, findings: Findings, park_version: int, saving: Saving
) -> list[NewVersion]:
    """New versions of all kept inventories that a change reaches, to be added with it."""
    made = {"cause": "restated", "park_version": park_version}
    return [
        new_version(each.now, each.head.version + 1, saving, made)
        for each in restated(engine, park_id, findings)
    ]
