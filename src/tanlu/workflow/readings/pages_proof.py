"""Proofs of figures of readings: span by span down to the readings of a day."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import polars as pl

from tanlu.account.formulas import FORMULAS
from tanlu.catalog.content import Catalog
from tanlu.errors import NotFoundError
from tanlu.measure.readings.day import to_long
from tanlu.model.reading import FLAG_TEXT, names_of
from tanlu.store.readings import replaced
from tanlu.types import Text
from tanlu.workflow.desk import Desk
from tanlu.workflow.readings.pages_carbon import Carbon, carbon_of
from tanlu.workflow.readings.pages_curve import beside_view, curve_of
from tanlu.workflow.readings.pages_emit import mean_factor, total_t
from tanlu.workflow.readings.pages_facts import facts_of, figure_for, figure_of
from tanlu.workflow.readings.pages_scores import channel_scores
from tanlu.workflow.readings.pages_source import Source, source_of
from tanlu.workflow.readings.pages_span import Align, Span
from tanlu.workflow.readings.pages_subject import Subject, Wish, subject_of
from tanlu.workflow.readings.pages_use import series_in
from tanlu.workflow.readings.pages_words import share
from tanlu.workflow.viewer import Viewer
from tanlu.workflow.views.catalog import resolved_view
from tanlu.workflow.views.figure import View, text
from tanlu.workflow.views.proof_parts import formula_view, proof_of

_DAY = timedelta(days=1)
_MONTH_DAYS, _FEW_DAYS = 62, 31
_MOST_CHANNELS = 40
_SUMS = ("use", "before", "co2")
_KG = 1000


def readings_proof(desk: Desk, viewer: Viewer, park_id: str, parts: list[str]) -> View:
    """The proof of a figure of readings.

    Args:
        desk: The desk.
        viewer: Who asks.
        park_id: Whose readings.
        parts: What, kind, id, carrier, first day, day after the last; out of the key.

    Raises:
        NotFoundError: When no figure has this key.
    """
    try:
        what, kind, subject_id, carrier, first, end = parts
        span = Span(date.fromisoformat(first), date.fromisoformat(end))
    except ValueError:
        raise NotFoundError.of("not_found", thing="~".join(parts)) from None
    source = source_of(desk, park_id)
    wish = _wish(kind, subject_id, "" if carrier == "-" else carrier)
    if what in ("score", "complete"):
        return _score(source, what, (kind, subject_id, carrier), span)
    subject = subject_of(source, viewer, wish)
    return _fact(source, desk.catalog, what, subject, span)


def _wish(kind: str, subject_id: str, carrier: str) -> Wish:
    if kind == "channel":
        return Wish(channel=subject_id)
    if kind == "park":
        return Wish(carrier=carrier)
    return Wish(carrier=carrier, **{kind: subject_id})


def _fact(source: Source, catalog: Catalog, what: str, subject: Subject, span: Span) -> View:
    if what in ("change", "change_by_date"):
        return _change(source, what, subject, span)
    series = series_in(source, subject, span)
    facts = facts_of(series, source)
    carbon = carbon_of(source, catalog, subject, series) if what in ("co2", "factor") else None
    value = _value(what, facts, series, carbon)
    return proof_of(
        figure_of(what, subject, span, value),
        formula=_formula(carbon, facts.use, what),
        parts=_parts(source, catalog, what, subject, span),
        factors=_factors(catalog, carbon),
        records=_records(source, subject),
        notes=[text(note) for note in _notes(source, subject, facts, carbon)],
        readings=_readings(source, subject, span),
    )


def _value(what: str, facts: Any, series: Any, carbon: Carbon | None) -> float | None:  # noqa: ANN401 - facts and series of any subject
    if what == "co2":
        return total_t(series, carbon) if carbon else None
    if what == "factor":
        found = mean_factor(series, carbon) if carbon else None
        return None if found is None else found * _KG
    name = "use" if what == "before" else what
    found_fact: float | None = getattr(facts, name) if hasattr(facts, name) else None
    return found_fact


def _change(source: Source, what: str, subject: Subject, span: Span) -> View:
    align: Align = "weekday" if what == "change" else "date"
    curve = curve_of(source, subject, span, "auto", align)
    beside = beside_view(curve)
    use = figure_of("use", subject, span, facts_of(curve.series, source).use)
    parts = [use, beside["before_use"]] if beside["before_use"] else [use]
    shown = beside["change"] or figure_of(what, subject, span, None)
    return proof_of(shown, parts=parts, notes=[text(_CHANGE)])


def _formula(carbon: Carbon | None, use: float | None, what: str) -> View | None:
    if carbon is None or use is None or what != "co2":
        return None
    formula = FORMULAS["purchased_co2"]
    names = list(formula.symbols)
    flat = carbon.factor[0]
    if (carbon.factor != flat).any():
        return None
    return formula_view(formula, {names[0]: use, names[1]: float(flat)})


def _parts(source: Source, catalog: Catalog, what: str, subject: Subject, span: Span) -> list[View]:
    if what not in _SUMS:
        return []
    found = []
    for days in _finer(span):
        series = series_in(source, subject, days)
        carbon = carbon_of(source, catalog, subject, series) if what == "co2" else None
        value = total_t(series, carbon) if carbon else facts_of(series, source).use
        shown = figure_of(what if what == "co2" else "use", subject, days, value)
        name = f"{days.first}" if days.days == 1 else f"{days.first:%Y-%m}"
        found.append({**shown, "label": text(Text(name, name))})
    if not found and subject.kind != "channel":
        found = [_of_channel(source, name, span) for name in list(subject.weights)[:_MOST_CHANNELS]]
    return found


def _of_channel(source: Source, name: str, span: Span) -> View:
    one = _single(source, name)
    value = facts_of(series_in(source, one, span), source).use
    return {**figure_of("use", one, span, value), "label": text(source.channels[name].name)}


def _single(source: Source, name: str) -> Subject:
    from tanlu.workflow.viewer import LOCAL

    return subject_of(source, LOCAL, Wish(channel=name))


def _finer(span: Span) -> list[Span]:
    if span.days > _FEW_DAYS:
        return _months(span)
    if span.days > 1:
        return [Span(span.first + n * _DAY, span.first + (n + 1) * _DAY) for n in range(span.days)]
    return []


def _months(span: Span) -> list[Span]:
    found, at = [], span.first
    while at < span.end:
        after = min((at.replace(day=1) + timedelta(days=32)).replace(day=1), span.end)
        found.append(Span(at, after))
        at = after
    return found


def _records(source: Source, subject: Subject) -> list[View]:
    if subject.kind != "channel":
        return []
    sheet = source.findings.book.draft.sheet("channels")
    return [
        {"table": "channels", "row": row.number, "record_id": subject.subject_id,
         "fields": dict(row.cells), "evidence": None}
        for row in sheet.rows
        if row.cells.get("channel_id") == subject.subject_id
    ]  # fmt: skip


def _factors(catalog: Catalog, carbon: Carbon | None) -> list[View]:
    if carbon is None or carbon.source.channel:
        return []
    found = {r.factor.factor_id: r for c in carbon.choices for r in c.factors.values()}
    return [resolved_view(catalog, resolved) for resolved in found.values()]


def _notes(source: Source, subject: Subject, facts: Any, carbon: Carbon | None) -> list[Text]:  # noqa: ANN401 - see _value
    notes = [_THERE.fill(there=share(facts.completeness))]
    if subject.kind == "channel":
        channel = source.channels[subject.subject_id]
        notes.append(_MULTIPLIER.fill(unit=channel.unit, by=f"{channel.multiplier:g}"))
    else:
        notes.append(_SUM.fill(n=len(subject.weights)))
    if carbon is not None and carbon.source.channel:
        notes.append(_BY_CHANNEL.fill(channel=carbon.source.channel))
    return notes


def _readings(source: Source, subject: Subject, span: Span) -> list[View]:
    if subject.kind != "channel" or span.days > 1:
        return []
    channel = source.channels[subject.subject_id]
    rows = to_long(source.days([channel.channel_id], span.first, span.end), source.clock)
    gone = replaced(source.opened.readings, channel.channel_id, span.first, span.end)
    history: dict[Any, list[View]] = {}
    for row in gone.iter_rows(named=True):
        about = {name: row[name] for name in ("value", "who", "why")}
        history.setdefault(row["at"], []).append({**about, "at": str(row["at_saved"])})
    return [_reading(source, row, channel.unit, history) for row in rows.iter_rows(named=True)]


def _reading(
    source: Source, row: Mapping[str, Any], unit: str, history: Mapping[Any, list[View]]
) -> View:
    return {
        "at": source.clock.show(row["at"]),
        "value": row["value"],
        "unit": unit,
        "flags": [text(FLAG_TEXT[name]) for name in names_of(row["flag"])],
        "replaced": history.get(row["at"], []),
    }


def _score(source: Source, what: str, who: tuple[str, str, str], span: Span) -> View:
    rows = channel_scores(source.sums.quality, source.channels, span)
    if who[0] == "channel":
        rows = rows.filter(channel=who[1])
    sums = rows.select(pl.col("expected", "measured", "sound", "direct").sum())
    counts = sums.row(0, named=True)
    parts = [counts["measured"] / counts["expected"] if counts["expected"] else None]
    parts += [counts[n] / counts["measured"] if counts["measured"] else None for n in _SHARES]
    value = rows["score"][0] if what == "score" and rows.height else parts[0]
    said = {name: f"{counts[name]:,}" for name in counts}
    return proof_of(figure_for(what, who, span, value), notes=[text(_SCORE.fill(**said))])


_SHARES = ("sound", "direct")
_SCORE = Text(
    "Intervals expected {expected}, measured {measured}; of these no check doubts {sound},"
    " read as they are {direct}. Score = measured/expected × sound/measured × direct/measured.",
    "应有时段 {expected}，已测 {measured}；其中未被质疑 {sound}，直接读取 {direct}。"
    "得分 = 已测/应有 × 可信/已测 × 直读/已测。",
)
_THERE = Text("{there} of the readings are there; absent ones are not counted as zero (R1).",
              "读数完整率 {there}；缺失读数不按零计入 (R1)。")  # fmt: skip
_MULTIPLIER = Text("Read in {unit}, multiplied by {by}.", "读数单位 {unit}，倍率 {by}。")
_SUM = Text("Sum of {n} channels.", "{n} 个通道之和。")
_BY_CHANNEL = Text(
    "Each interval's use times the factor that channel {channel} read for it.",
    "逐时段用量乘以通道 {channel} 的同时段因子。",
)
_CHANGE = Text(
    "Sum over the intervals that have a reading in both years, divided by that of the year"
    " before, less one.",
    "取两年均有读数的时段，本年合计除以上年合计减一。",
)
