"""Results: the answer in one line, the table of years, and the four figures of the years."""

import math
from collections.abc import Callable, Sequence

from tanlu.account.cut import cut
from tanlu.account.scope2 import is_asked
from tanlu.model.facts import YearFacts
from tanlu.report import charts
from tanlu.report.block import Block, Callout, Figure, Paragraph, Section, Table
from tanlu.report.numerals import Scale, plain, pretty_unit
from tanlu.report.palette import PRIMARY, colour_of
from tanlu.report.setting import Setting, row, significant

CALORIFIC_TCE_PER_MWH = 0.1229
"""Coal equivalent of electricity by its calorific value (当量值), GB/T 2589."""


def answer(setting: Setting) -> str:
    """The statement in one sentence."""
    if not setting.facts:
        return setting.words("answer.nothing")
    words, last = setting.words, setting.facts[-1]
    values = {
        "year": last.year,
        "total": setting.with_unit(last.co2_t),
        "scope1": setting.emission(_known(setting, last, last.scope1_t)),
        "scope2": setting.emission(_known(setting, last, last.scope2_t)),
    }
    parts = [words("answer.total", **values)]
    if len(setting.facts) > 1:
        before = setting.facts[-2]
        moved = setting.change(before.co2_t, last.co2_t)
        parts.append(words("answer.change", year=before.year, change=moved))
    if last.intensity:
        value = significant(last.intensity * 1e4)
        parts.append(
            words("answer.intensity", value=value, unit=f"t {setting.species}/{setting.cny}")
        )
    said = words("answer.join").join(parts) + words("answer.stop")
    return said + (words("answer.incomplete") if last.year in setting.incomplete else "")


def key_figures(setting: Setting) -> list[tuple[str, str, str]]:
    """Label, value and unit of the last year's main figures."""
    if not setting.facts:
        return []
    words, last = setting.words, setting.facts[-1]
    year = str(last.year)
    found = [
        (f"{words('key.total')} {year}", setting.emission(last.co2_t), setting.mass.unit),
        *(
            (words(key), setting.emission(_known(setting, last, value)), setting.mass.unit)
            for key, value in (("scope.1", last.scope1_t), ("scope.2", last.scope2_t))
        ),
    ]
    if last.energy_tce and not setting.unknown_energy:
        value = significant(last.co2_t / last.energy_tce)
        found.append((words("key.per_energy"), value, f"t {setting.species}/tce"))
    if last.intensity:
        value = significant(last.intensity * 1e4)
        found.append((words("key.per_output"), value, f"t {setting.species}/{setting.cny}"))
    return found


def result_section(setting: Setting) -> Section:
    """The section of results."""
    words = setting.words
    if not setting.facts:
        return Section(words("section.result"), [Paragraph(words("answer.nothing"))])
    blocks: list[Block] = [_years(setting)]
    if setting.unknown_energy:
        text = words("result.energy_unknown", n=setting.unknown_energy)
        blocks.append(Callout(words("result.energy_unknown_head"), text, "warn"))
    blocks += [*_member_blocks(setting), *_figures(setting), _carriers(setting)]
    return Section(words("section.result"), blocks)


def _years(setting: Setting) -> Table:
    words, facts = setting.words, setting.facts
    mass, species = setting.mass.unit, setting.species

    def emissions(pick: Callable[[YearFacts], float]) -> list[str]:
        return [setting.emission(_known(setting, f, pick(f))) for f in facts]

    rows = [
        [words("key.total"), mass, *emissions(lambda f: f.co2_t)],
        [words("scope.1"), mass, *emissions(lambda f: f.scope1_t)],
        [f"{words('scope.2')}{words('result.location')}", mass, *emissions(lambda f: f.scope2_t)],
        *_market(setting),
    ]
    if not setting.unknown_energy:
        scale = setting.energy
        rows.append(
            [words("key.energy"), scale.unit, *row(f.energy_tce / scale.size for f in facts)]
        )
        per = row(f.co2_t / f.energy_tce if f.energy_tce else None for f in facts)
        rows.append([words("key.per_energy"), f"t {species}/tce", *per])
    if setting.has_output:
        rows += _output_rows(setting)
    base = setting.findings.book.park.price_base or words("price_base_missing")
    note = words("result.note_base", base=base) if setting.has_output else ""
    note = f"{note}{_power(setting)}".strip()
    widths = [3.4, 1.7, *[1.3] * len(facts)]
    note += words("result.note_incomplete") if setting.incomplete else ""
    years = map(setting.year_label, setting.years)
    head = [words("summary.figure"), words("summary.unit"), *years]
    return Table(words("result.years"), head, rows, 2, note, (0,), widths)


def _market(setting: Setting) -> list[list[str]]:
    # beside the location-based row, in no total (R3); a year without a residual mix has none
    words, inventories = setting.words, setting.findings.inventories
    if not any(is_asked(inventory) for inventory in inventories.values()):
        return []
    values = [setting.emission(inventories[f.year].market_t) for f in setting.facts]
    return [[f"{words('scope.2')}{words('result.market')}", setting.mass.unit, *values]]


def _known(setting: Setting, facts: YearFacts, value: float) -> float | None:
    # nothing on record in a year that lacks records is not zero (R1)
    return None if not value and facts.year in setting.incomplete else value


def _power(setting: Setting) -> str:
    # tce by the calorific and by the equal value are never mixed: say which was taken
    words, found = setting.words, None
    for choice in setting.findings.ledger.choices:
        resolved = choice.factors.get("coal_equivalent")
        found = resolved if resolved and resolved.request.subject == "electricity" else found
    if found is None:
        return ""
    factor = found.factor
    is_calorific = math.isclose(found.value, CALORIFIC_TCE_PER_MWH)
    values = {
        "value": plain(factor.value),
        "unit": pretty_unit(factor.unit, words.language),
        "cite": f"{factor.citation_id}#{factor.clause}",
        "kind": words("result.equivalent") if is_calorific else "",
    }
    return words("result.note_power", **values)


def _output_rows(setting: Setting) -> list[list[str]]:
    words, facts, scale = setting.words, setting.facts, setting.money
    cny = setting.cny
    output = row(f.output_cny / scale.size if f.output_cny else None for f in facts)
    per = row(f.intensity * 1e4 if f.intensity else None for f in facts)
    rows = [
        [words("key.output"), scale.unit, *output],
        [words("key.per_output"), f"t {setting.species}/{cny}", *per],
    ]
    if not setting.unknown_energy:
        energy = row(f.energy_intensity * 1e4 if f.energy_intensity else None for f in facts)
        rows.append([words("key.energy_per_output"), f"tce/{cny}", *energy])
    return rows


def _member_blocks(setting: Setting) -> list[Block]:
    words, ledger = setting.words, setting.findings.ledger
    if len(ledger.chains) < 2:
        return [Paragraph(words("result.no_members"))]
    cuts = [cut(ledger, year=year, boundary="enterprise") for year in setting.years]
    sent = [float(i.exported["co2_t"].sum()) for i in setting.findings.inventories.values()]
    rows = [
        [words("sum.members"), *(setting.emission(c.members_t) for c in cuts)],
        [words("sum.elimination"), *(setting.emission(-c.elimination_t) for c in cuts)],
        [words("key.total"), *(setting.emission(c.total_t) for c in cuts)],
        [words("summary.sent"), *(setting.emission(s) for s in sent)],
    ]
    head = [f"{words('summary.figure')} ({setting.mass.unit})", *map(str, setting.years)]
    return [Table(words("result.members"), head, rows, 1, words("result.members_note"), (2,))]


def _figures(setting: Setting) -> list[Block]:
    drawn: list[Block] = []
    if setting.has_output:
        drawn.append(_output(setting))
    if not setting.unknown_energy and setting.facts[-1].energy_tce:
        drawn += [_mix(setting), _energy(setting)]
    drawn.append(_emissions(setting))
    return drawn


def origin(setting: Setting, number: int) -> str:
    """Which figure of the method's document a chart redraws, where it has one."""
    key = f"origin.{setting.findings.ledger.method}"
    return setting.words(key, n=number) if setting.words.has(key) else ""


def _ends(setting: Setting, values: Sequence[float | None], scale: Scale) -> dict[str, object]:
    known = [(y, v) for y, v in zip(setting.years, values, strict=True) if v is not None]
    (y0, v0), (y1, v1) = known[0], known[-1]
    places = scale.places(v for _, v in known)
    return {
        "y0": y0, "y1": y1, "v0": scale.of(v0, places), "v1": scale.of(v1, places),
        "unit": scale.unit, "change": setting.change(v0, v1),
    }  # fmt: skip


def _output(setting: Setting) -> Figure:
    words, scale = setting.words, setting.money
    outputs = [f.output_cny for f in setting.facts]
    values = [(v or 0.0) / scale.size for v in outputs]
    places = scale.places(v for v in outputs if v)
    series = {words("key.output"): (PRIMARY, values)}
    svg = charts.draw(2.1, 1, lambda axis: charts.bars(axis, _names(setting), series, places))
    title = words("figure.output", **_ends(setting, outputs, scale))
    note = words("figure.note", unit=scale.unit, origin=origin(setting, 3))
    return Figure(title, svg, note)


def _names(setting: Setting) -> list[str]:
    return [str(year) for year in setting.years]


def _mix(setting: Setting) -> Figure:
    words, last = setting.words, setting.facts[-1]
    series = {
        setting.carrier(c): (
            colour_of(c),
            [
                f.energy_by.get(c, 0.0) / f.energy_tce if f.energy_tce else 0.0
                for f in setting.facts
            ],
        )
        for c in setting.carriers
    }
    height = 0.65 + 0.42 * len(setting.years)
    svg = charts.draw(
        height, 1, lambda axis: charts.shares(axis, _names(setting), series, setting.percent)
    )
    shares = {c: last.energy_by.get(c, 0.0) / last.energy_tce for c in setting.carriers}
    order = sorted((c for c in shares if shares[c]), key=lambda c: -shares[c])
    parts = words("list.mark").join(
        f"{setting.carrier_inside(c)} {setting.percent(shares[c])}" for c in order[:4]
    )
    note = words("figure.note", unit=words("figure.mix_unit"), origin=origin(setting, 4))
    return Figure(words("figure.mix", year=last.year, parts=parts), svg, note)


def _energy(setting: Setting) -> Figure:
    words, scale, facts = setting.words, setting.energy, setting.facts
    values = [f.energy_tce / scale.size for f in facts]
    series = {words("key.energy"): (PRIMARY, values)}
    per = [(f.energy_intensity or 0.0) * 1e4 for f in facts]
    svg = _two(setting, series, scale.places(f.energy_tce for f in facts), per,
               words("key.energy"), words("key.energy_per_output"))  # fmt: skip
    title = words("figure.energy", **_ends(setting, [f.energy_tce for f in facts], scale))
    unit = words("figure.two_units", left=scale.unit, right=f"tce/{setting.cny}")
    return Figure(title, svg, words("figure.note", unit=unit, origin=origin(setting, 5)))


def _two(
    setting: Setting, series: charts.Series, places: int, per: Sequence[float], left: str,
    right: str,
) -> str:  # fmt: skip
    names = _names(setting)
    if not setting.has_output:
        return charts.draw(2.3, 1, lambda axis: charts.bars(axis, names, series, places))

    def paint(first: object, second: object) -> None:
        charts.bars(first, names, series, places)
        charts.titled(first, left, len(series))
        charts.line(second, names, per, right)

    return charts.draw(2.5, 2, paint)


def _emissions(setting: Setting) -> Figure:
    words, scale, facts = setting.words, setting.mass, setting.facts
    series = {
        words("scope.1"): (colour_of("scope1"), [f.scope1_t / scale.size for f in facts]),
        words("scope.2"): (colour_of("scope2"), [f.scope2_t / scale.size for f in facts]),
    }
    per = [(f.intensity or 0.0) * 1e4 for f in facts]
    svg = _two(setting, series, setting.mass_places, per, words("key.total"),
               words("key.per_output"))  # fmt: skip
    title = words("figure.emissions", **_ends(setting, [f.co2_t for f in facts], scale))
    unit = scale.unit
    if setting.has_output:
        right = f"t {setting.species}/{setting.cny}"
        unit = words("figure.two_units", left=unit, right=right)
    return Figure(title, svg, words("figure.note", unit=unit, origin=origin(setting, 6)))


def _carriers(setting: Setting) -> Table:
    words, facts = setting.words, setting.facts
    rows = []
    for carrier in setting.carriers:
        values = [f.co2_by.get(carrier) for f in facts]
        rows.append([setting.carrier(carrier), setting.mass.unit, *map(setting.emission, values)])
    for carrier in setting.carriers if not setting.unknown_energy else ():
        values = [f.energy_by.get(carrier) for f in facts]
        scale = setting.energy
        shown = [scale.of(v, 4 if scale.size > 1 else 1) for v in values]
        rows.append([setting.carrier(carrier), scale.unit, *shown])
    head = [words("drivers.carrier"), words("summary.unit"), *map(str, setting.years)]
    return Table(words("result.carriers"), head, rows, 2, widths=[2.6, 1.7, *[1.3] * len(facts)])
