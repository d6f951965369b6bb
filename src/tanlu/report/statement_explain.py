"""Explanations: the gap to published figures, why emissions changed, what regressions say."""

from tanlu.model.driver import Decomposition
from tanlu.model.facts import Comparison
from tanlu.report import charts
from tanlu.report.block import Block, Callout, Figure, Paragraph, Section, Table
from tanlu.report.numerals import signed
from tanlu.report.setting import Setting
from tanlu.report.verdict import verdict_lines


def comparison_section(setting: Setting) -> Section | None:
    """The section that compares with published figures; None when there are none."""
    words, found = setting.words, setting.findings.comparisons
    if not found:
        return None
    items = [found[year] for year in sorted(found)]
    scale, places = setting.mass, setting.mass_places
    gaps = scale.places((c.gap_t for c in items), 2)
    rows = [
        [words("compare.computed"), *(scale.of(c.computed_t, places) for c in items)],
        [words("compare.published"), *(scale.of(c.published_t, places) for c in items)],
        [words("compare.gap"), *(signed(c.gap_t / scale.size, min(gaps, 4)) for c in items)],
        [words("compare.gap_share"), *(_signed_percent(setting, c) for c in items)],
    ]
    head = [f"{words('compare.what')} ({scale.unit})", *(str(c.year) for c in items)]
    cites = words("list.mark").join(dict.fromkeys(f"[{c.cite}]" for c in items))
    note = words("compare.cited", cites=cites)
    blocks: list[Block] = [Table(words("compare.table"), head, rows, 1, note)]
    explained = [c for c in items if c.needed_share is not None]
    if explained:
        blocks += [
            _shares(setting, explained),
            Callout(words("compare.why_head"), _why(setting, explained)),
        ]
    return Section(words("section.comparison"), blocks)


def _signed_percent(setting: Setting, item: Comparison) -> str:
    return setting.spaced(f"{signed(item.gap_t / item.published_t * 100, 2)} %")


def _shares(setting: Setting, items: list[Comparison]) -> Table:
    words = setting.words
    rows = [
        [words("compare.stated"), *(setting.percent(c.stated_share) for c in items)],
        [words("compare.needed"), *(setting.percent(c.needed_share) for c in items)],
    ]
    carrier = setting.carrier_inside(items[0].carrier)
    against = setting.carrier_inside(items[0].against)
    head = [words("compare.share_of", carrier=carrier), *(str(c.year) for c in items)]
    return Table(words("compare.shares", carrier=carrier, against=against), head, rows)


def _why(setting: Setting, items: list[Comparison]) -> str:
    words, first = setting.words, items[0]
    mark = words("list.mark")
    values = {
        "carrier": setting.carrier_inside(first.carrier),
        "against": setting.carrier_inside(first.against),
        "stated": setting.percent(first.stated_share, 0),
        "shares": mark.join(
            words("compare.year_share", year=c.year, share=setting.percent(c.needed_share))
            for c in items
        ),
    }
    return words("compare.why", **values)


def driver_section(setting: Setting) -> Section:
    """The section of drivers, with the verdict on the regression."""
    words, steps = setting.words, setting.findings.steps
    blocks: list[Block] = []
    if steps:
        key = "drivers.calibrated" if setting.findings.is_calibrated else "drivers.recorded"
        blocks += [Paragraph(words("drivers.intro")), Paragraph(words(key))]
        blocks += [_waterfall(setting, steps[-1]), _steps(setting), _mix(setting, steps[-1])]
    else:
        blocks.append(Paragraph(words("drivers.none")))
    return Section(words("section.drivers"), blocks)


def _places(setting: Setting) -> int:
    return min(max(setting.mass_places, 0), 3)


def _waterfall(setting: Setting, step: Decomposition) -> Figure:
    words, scale, places = setting.words, setting.mass, _places(setting)
    names = [(words.name("driver", n), v / scale.size) for n, v in step.effects.items()]
    ends = (step.start_value / scale.size, step.end_value / scale.size)

    def paint(axis: object) -> None:
        charts.waterfall(axis, names, ends, (step.start, step.end), places)

    effects = sorted(step.effects.items(), key=lambda item: -item[1])
    mark = words("list.mark")
    parts = [f"{words.name('driver', n)} {signed(v / scale.size, places)}" for n, v in effects
             if abs(v) >= 10 ** -places * scale.size / 2]  # fmt: skip
    title = words("figure.waterfall", start=step.start, end=step.end, parts=mark.join(parts))
    note = words("figure.waterfall_note", unit=scale.unit)
    return Figure(title, charts.draw(2.7, 1, paint), note)


def _steps(setting: Setting) -> Table:
    words, scale, places = setting.words, setting.mass, _places(setting)
    names = list(setting.findings.steps[0].effects)
    rows = [
        [f"{s.start}–{s.end}", *(signed(s.effects[n] / scale.size, places) for n in names),
         signed(s.total / scale.size, places)]
        for s in setting.findings.steps
    ]  # fmt: skip
    head = [f"{words('summary.period')} ({scale.unit})",
            *(words.name("driver", n) for n in names), words("drivers.change")]  # fmt: skip
    return Table(words("drivers.table"), head, rows, 1, words("drivers.closes"))


def _mix(setting: Setting, step: Decomposition) -> Table:
    words, scale = setting.words, setting.mass
    places = _places(setting)
    names = list(step.effects)
    rows = [
        [setting.carrier(c), *(signed(effects[n] / scale.size, places) for n in names),
         signed(sum(effects.values()) / scale.size, places)]
        for c, effects in step.by_category.items()
    ]  # fmt: skip
    head = [f"{words('drivers.carrier')} ({scale.unit})",
            *(words.name("driver", n) for n in names), words("drivers.change")]  # fmt: skip
    return Table(words("drivers.by_carrier", start=step.start, end=step.end), head, rows)


def regression_section(setting: Setting) -> Section | None:
    """The verdict on the regression in plain words; None when nobody asked for one."""
    words, found = setting.words, setting.findings.identification
    if found is None:
        return None
    (head, verdict), *rest = verdict_lines(setting.findings, words)
    tone = "plain" if found.is_reported else "warn"
    rows = [[name, text] for name, text in rest]
    blocks: list[Block] = [Callout(head, verdict, tone)]
    if rows:
        blocks.append(Table(words("verdict.table"), [words("verdict.point"), words("verdict.says")],
                            rows, 2, widths=[1.3, 5.0]))  # fmt: skip
    return Section(words("section.regression"), blocks)
