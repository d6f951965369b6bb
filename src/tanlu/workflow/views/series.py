"""All years of a park or member: what figs. 3 to 6 of the paper show."""

from tanlu.account.cut import cut, years_of
from tanlu.account.facts import facts_of
from tanlu.model.facts import Comparison, YearFacts
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.views.figure import View, figure, key_of, named, text
from tanlu.workflow.views.inventory import slice_label

_RISE = Text(
    "From {start} to {end} emissions {direction} by {change}; per output value they {ratio}.",
    "{start}—{end} 年排放量{direction} {change}，单位产值排放{ratio}。",
)


def series_view(findings: Findings, member_id: str) -> View:
    """All years as the API's record `Series`."""
    member = member_id or findings.book.park.park_id
    facts = {
        year: facts_of(cut(findings.ledger, year=year, member_id=member), findings.book)
        for year in years_of(findings.ledger)
    }
    is_park = member == findings.book.park.park_id
    compared = findings.comparisons if is_park else {}
    return {
        "park_id": findings.book.park.park_id,
        "member_id": member,
        "version": findings.version,
        "rows": [_row(findings, member, f, compared.get(y)) for y, f in facts.items()],
        "finding": text(_finding(list(facts.values()))),
        "comparison": text(_comparison(list(compared.values()))) if compared else None,
    }


def _row(findings: Findings, member: str, facts: YearFacts, compared: Comparison | None) -> View:
    at = (facts.year, member)
    wide = (facts.year, "park", member)
    return {
        "year": facts.year,
        "output_value": _maybe(key_of("output", *at), facts.output_cny, "CNY", "output"),
        "energy": _maybe(key_of("energy", *wide), facts.whole_energy_tce, "tce", "energy"),
        "energy_intensity": _maybe(
            key_of("energy_intensity", *at), facts.energy_intensity, "tce/CNY", "energy_intensity"
        ),
        "co2": _maybe(key_of("total", *wide), facts.co2_t, findings.mass_unit, "total"),
        "co2_intensity": _maybe(
            key_of("intensity", *at), facts.intensity, "t CO2/CNY", "intensity"
        ),
        "published_co2": _maybe(
            key_of("published", compared.record_id), compared.published_t, "t CO2", "published"
        )
        if compared
        else None,
        "mix": [_share(findings, member, facts, c) for c in facts.energy_by],
        "mix_energy": [_energy(findings, member, facts, c) for c in facts.energy_by],
    }


def _maybe(key: str, value: float | None, unit: str, kind: str) -> View | None:
    return None if value is None else figure(key, value, unit, named(kind))


def _share(findings: Findings, member: str, facts: YearFacts, carrier: str) -> View:
    name = slice_label(findings, "carrier", carrier)
    share = facts.energy_by[carrier] / facts.energy_tce if facts.whole_energy_tce else None
    key = key_of("mix", facts.year, member, carrier)
    return {
        "code": carrier, "label": text(name), "co2_t": figure(key, share, "1", name),
        "share": share,
    }  # fmt: skip


def _energy(findings: Findings, member: str, facts: YearFacts, carrier: str) -> View:
    name = slice_label(findings, "carrier", carrier)
    key = key_of("carrier_energy", facts.year, member, carrier)
    energy = facts.energy_by[carrier]
    share = energy / facts.energy_tce if facts.whole_energy_tce else None
    return {
        "code": carrier, "label": text(name), "co2_t": figure(key, energy, "tce", name),
        "share": share,
    }  # fmt: skip


def _finding(facts: list[YearFacts]) -> Text:
    if len(facts) < 2 or not facts[0].co2_t:
        return Text("One year on record: no change to tell.", "仅有一年记录，尚无变化可言。")
    first, last = facts[0], facts[-1]
    ratio = _ratio(first.intensity, last.intensity)
    direction, change = _moved(first.co2_t, last.co2_t)
    return _RISE.fill(
        direction=direction, change=change, start=first.year, end=last.year,
        ratio=ratio,
    )  # fmt: skip


def _ratio(first: float | None, last: float | None) -> Text:
    if not first or last is None:
        return Text("are not known", "未知")
    direction, change = _moved(first, last)
    return Text(f"{direction.en} by {change}", f"{direction.zh} {change}")


def _moved(first: float, last: float) -> tuple[Text, str]:
    direction = Text("rose", "上升") if last >= first else Text("fell", "下降")
    return direction, f"{abs(last / first - 1):.1%}"


def _comparison(compared: list[Comparison]) -> Text:
    parts = [
        f"{c.year}: {c.computed_t / 1e4:.2f} / {c.published_t / 1e4:.2f} ×10⁴ t" for c in compared
    ]
    shares = [f"{c.needed_share:.2%}" for c in compared if c.needed_share is not None]
    plain = Text(
        "Computed / published: " + "; ".join(parts) + ".",
        "计算值 / 公布值：" + "；".join(parts) + "。",
    )
    if not shares:
        return plain
    stated = next(c.stated_share for c in compared if c.stated_share is not None)
    return Text(
        f"{plain.en} The document gives the share only as about {stated:.0%}; "
        f"{', '.join(shares)} would give the published figures exactly.",
        f"{plain.zh}文件仅称占比约 {stated:.0%}；若为 {'、'.join(shares)}，则与公布值完全一致。",
    )
