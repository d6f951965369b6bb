"""Scenarios: the fan, the peak, targets and gaps, and the assumptions as assumptions."""

from typing import Any

from tanlu.model.pathway import Assumed, Gap, Projection
from tanlu.plan.assume import effective
from tanlu.plan.fan import DRAWS
from tanlu.report import charts
from tanlu.report.block import Block, Bullets, Callout, Figure, Paragraph, Section, Table
from tanlu.report.numerals import fixed, plain, pretty_unit, signed
from tanlu.report.palette import PATHS
from tanlu.report.setting import Setting, significant
from tanlu.report.targets import is_met


def path_section(setting: Setting) -> Section:
    """The section of scenarios."""
    words, findings = setting.words, setting.findings
    if findings.base is None or not findings.projections:
        return Section(words("section.path"), [Paragraph(words("scenario.none"))])
    blocks: list[Block] = [
        Callout(words("path.assumed_head"), words("path.assumed"), "warn"),
        Bullets([peak_text(setting, p) for p in findings.projections]),
        _fan(setting),
        _years(setting),
    ]
    if any(p.gaps for p in findings.projections):
        blocks.append(_targets(setting))
    blocks.append(_assumptions(setting))
    return Section(words("section.path"), blocks)


def peak_text(setting: Setting, projection: Projection) -> str:
    """What a scenario says about the highest year; the end of a span is no peak."""
    words, peak = setting.words, projection.peak
    base = projection.points[0].year
    key = "open" if not peak.is_inside else "falling" if peak.year == base else "inside"
    values = {
        "scenario": projection.scenario.label.of(words.language),
        "year": peak.year,
        "value": setting.with_unit(peak.co2_t),
        "end": projection.points[-1].year,
    }
    return words(f"path.peak_{key}", **values)


def _fan(setting: Setting) -> Figure:
    words, scale, findings = setting.words, setting.mass, setting.findings
    past = (words("path.accounted"), setting.years, [f.co2_t / scale.size for f in setting.facts])
    curves = []
    for index, projection in enumerate(findings.projections):
        points = projection.points
        lows, highs = [p.low_t for p in points], [p.high_t for p in points]
        has_band = None not in lows and None not in highs
        curves.append((
            projection.scenario.label.of(words.language), PATHS[index % len(PATHS)],
            [p.year for p in points], [p.co2_t / scale.size for p in points],
            [(v or 0.0) / scale.size for v in lows] if has_band else None,
            [(v or 0.0) / scale.size for v in highs] if has_band else None,
        ))  # fmt: skip

    def paint(axis: object) -> None:
        charts.fan(axis, past, curves)
        for index, projection in enumerate(findings.projections):
            peak = projection.peak
            if peak.is_inside:
                charts.star(axis, peak.year, peak.co2_t / scale.size, PATHS[index % len(PATHS)])

    mark = words("list.mark")
    parts = [words("path.end_value", scenario=c[0], value=fixed(c[3][-1], setting.mass_places))
             for c in curves]  # fmt: skip
    end = max(c[2][-1] for c in curves)
    title = words("figure.fan", end=end, unit=scale.unit, parts=mark.join(parts))
    note = words("figure.fan_note", unit=scale.unit, n=f"{DRAWS:,}")
    return Figure(title, charts.draw(3.3, 1, paint), note)


def _shown_years(setting: Setting) -> list[int]:
    years = sorted(
        {p.year for projection in setting.findings.projections for p in projection.points}
    )
    wanted = {years[0], years[-1], *(y for y in years if y % 5 == 0)}
    wanted |= {p.peak.year for p in setting.findings.projections if p.peak.is_inside}
    return [year for year in years if year in wanted]


def _years(setting: Setting) -> Table:
    words, years = setting.words, _shown_years(setting)
    rows = []
    for projection in setting.findings.projections:
        points = {p.year: p for p in projection.points}
        label = projection.scenario.label.of(words.language)
        known = [points.get(year) for year in years]
        rows.append([label, *(setting.emission(p.co2_t) if p else "–" for p in known)])
        bands = [
            f"{setting.emission(p.low_t)}–{setting.emission(p.high_t)}"
            if p and p.low_t is not None and p.high_t != p.low_t else "–"
            for p in known
        ]  # fmt: skip
        rows.append([words("path.band"), *bands])
    head = [f"{words('scenario.scenario')} ({setting.mass.unit})", *map(str, years)]
    widths = [2.2, *[1.3] * len(years)]
    return Table(words("path.table"), head, rows, 1, widths=widths)


def _targets(setting: Setting) -> Table:
    words, language = setting.words, setting.words.language
    rows = [
        [projection.scenario.label.of(language), *_gap(setting, projection, gap)]
        for projection in setting.findings.projections
        for gap in projection.gaps
    ]
    names = ("scenario", "target", "cite", "met", "limit", "value", "gap")
    head = [words(f"scenario.{name}") for name in names]
    widths = [1.6, 2.9, 1.4, 1.0, 1.9, 1.2, 1.2]
    return Table(words("path.targets"), head, rows, 4, words("path.targets_note"), widths=widths)


def _gap(setting: Setting, projection: Projection, gap: Gap) -> list[str]:
    words, language = setting.words, setting.words.language
    label, cite = gap.label.of(language), _cite(setting, gap.cite)
    kept = is_met(projection, gap)
    met = words("unknown" if kept is None else "path.met" if kept else "path.missed")
    if gap.indicator == "peak_year":
        value = words("path.no_peak") if gap.value is None else f"{gap.value:.0f}"
        distance = "–" if gap.gap is None else words("path.years", n=signed(gap.gap, 0))
        return [label, cite, met, f"{gap.limit:.0f}", value, distance]
    unit = pretty_unit(gap.unit, language)
    shown = [significant(gap.value), "–" if gap.gap is None else _signed(gap.gap)]
    return [label, cite, met, f"{plain(gap.limit)} {unit} ({gap.year})", *shown]


def _signed(value: float) -> str:
    return ("+" if value > 0 else "") + significant(value)


def _cite(setting: Setting, cite: str) -> str:
    return setting.words("assumption") if cite == "assumption" else cite


def _assumptions(setting: Setting) -> Table:
    words, rows = setting.words, []
    records = {
        r["record_id"]: r for r in setting.findings.book.table("assumptions").iter_rows(named=True)
    }
    for projection in setting.findings.projections:
        for values in effective(projection.chain[:1]).values():
            rows += [_assumption(setting, projection, a, records[a.record_id]) for a in values]
    head = [words(f"scenario.{n}") for n in ("scenario", "branch", "quantity", "cite", "year",
                                             "value", "unit")]  # fmt: skip
    head[5] += words("path.range")
    shown = [[*r[:4], r[6], r[4], r[5]] for r in rows]
    head = [*head[:4], head[6], head[4], head[5]]
    note = words("path.assumptions_note")
    widths = [1.9, 1.1, 2.2, 1.1, 1.2, 0.7, 1.8]
    return Table(words("path.assumptions"), head, shown, 5, note, widths=widths)


def _assumption(
    setting: Setting, projection: Projection, assumed: Assumed, record: dict[str, Any]
) -> list[str]:
    words, language = setting.words, setting.words.language
    branch = words("park_branch") if assumed.branch == "park" else setting.carrier(assumed.branch)
    bounds = [record["low"], record["high"]]
    known = [plain(bound) for bound in bounds if isinstance(bound, float)]
    span = f" ({words('list.to').join(known)})" if len(known) == 2 else ""
    return [
        projection.scenario.label.of(language), branch, words.name("assumed", assumed.quantity),
        _cite(setting, assumed.cite), str(assumed.year),
        f"{plain(record['value'])}{span}",
        pretty_unit(str(record["unit"]), language),
    ]  # fmt: skip
