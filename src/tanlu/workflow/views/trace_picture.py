"""The picture of a park's carbon for the API: nodes, bands, the answer in one line."""

from collections.abc import Mapping

from tanlu.report.findings import Findings
from tanlu.trace.picture import IN, OTHERS, OUT, Band
from tanlu.types import Text
from tanlu.workflow.trace_bands import (
    BOUGHT,
    EMITTED,
    KEPT,
    MEMBER,
    SENT,
    Picture,
)
from tanlu.workflow.trace_park import Transfers
from tanlu.workflow.trace_span import Span, entered_t
from tanlu.workflow.views.figure import View, figure, key_of, mass, named, text
from tanlu.workflow.views.inventory import slice_label
from tanlu.workflow.views.trace_figures import at, sum_figure, who

_BOUGHT = Text("{name}, bought", "外购{name}")
_EMITTED = Text("{name}, emitted", "{name}（直接排放）")
_KEPT = Text("Kept by who passes on: own use, losses", "转出方自身留存（自用与损耗）")
_SENT = Text("Sent out of the park (apart)", "向园区外输出（单列）")
_OTHERS = Text("{n} other members", "其余 {n} 个成员")
_OUT = Text("{name} ↺ goes round", "{name} ↺ 回流")
_IN = Text("{name} ↻ comes round", "{name} ↻ 流回")
_CUT = Text(
    "Carbon goes round: what closes a circle (bands: {n}) is drawn in two halves, leaving on the "
    "right (↺) and entering on the left (↻). Nothing is left out.",
    "存在循环：闭合回路的 {n} 条流被拆成两半绘出，右侧流出（↺）、左侧流入（↻），未作删减。",
)
_FEW = Text(
    "{n} smaller members are drawn as one; what they pass on among themselves is not drawn.",
    "其余 {n} 个较小成员合并绘出，其相互之间的转移不绘出。",
)
_DARK = Text(
    "{n} transfers have no width: removals, or refused by this view.",
    "{n} 项无法以宽度表示：为移除量，或该口径无数据。",
)
_NONE = Text("Power from sun and wind carries no carbon and has no band.",
             "光伏与风电不携带碳，不绘出。")  # fmt: skip
_FOUND = Text(
    "{share:.0f} % of the carbon comes from: {source}; the largest part, {part:.0f} %, goes to: "
    "{goal}",
    "碳的 {share:.0f}% 来自：{source}；最大去向为：{goal}，占 {part:.0f}%",
)
_NOTHING = Text("Nothing flowed", "无碳流")


def picture_view(
    findings: Findings, done: Transfers, span: Span, most: int, drawn: Picture
) -> View:
    """Nodes and bands of a span, its total and how it closes."""
    names = [name for band in drawn.bands for name in (band.start, band.end)]
    return {
        "total": sum_figure(findings, done, "own_t", span.key),
        "closing": close_figure(findings, done, span),
        "finding": text(_finding(findings, drawn)),
        "nodes": [
            {
                "id": name, "kind": kind_of(name), "rank": drawn.rank[name],
                "name": text(name_of(findings, name, drawn.left_out)),
                "member_id": _rest(name, MEMBER),
                "carrier_id": _rest(name, BOUGHT) or _rest(name, EMITTED),
            }
            for name in dict.fromkeys(names)
        ],
        "links": [_link(findings, done, span, most, band) for band in drawn.bands],
        "left_out": drawn.left_out,
        "notes": [text(note) for note in _notes(drawn)],
    }  # fmt: skip


def _rest(name: str, head: str) -> str | None:
    return name.removeprefix(head) if name.startswith(head) else None


def kind_of(name: str) -> str:
    """What kind of node it is."""
    kinds = {MEMBER: "member", BOUGHT: "bought", EMITTED: "emitted", OUT: "out", IN: "in"}
    head = name.partition(":")[0] + ":"
    return kinds.get(head, name)


def name_of(findings: Findings, name: str, left_out: int = 0) -> Text:
    """What a node is called."""
    head, _, rest = name.partition(":")
    if name in (KEPT, SENT):
        return _KEPT if name == KEPT else _SENT
    if name == OTHERS:
        return _OTHERS.fill(n=left_out)
    if head + ":" in (OUT, IN):
        return (_OUT if head + ":" == OUT else _IN).fill(name=name_of(findings, rest, left_out))
    if head + ":" == MEMBER:
        return who(findings, rest)
    whole = _BOUGHT if head + ":" == BOUGHT else _EMITTED
    return whole.fill(name=slice_label(findings, "carrier", rest))


def band_figure(findings: Findings, done: Transfers, span: Span, most: int, band: Band) -> View:
    """The carbon of a band; its key opens what it is made of. [t CO2e]"""
    while len(band.parts) == 1 and band.parts[0].carbon_t == band.carbon_t:
        band = band.parts[0]
    name = slice_label(findings, "carrier", band.carrier) if band.carrier else _KEPT
    return mass(findings, _key(done, span, most, band), band.carbon_t, name)


def _key(done: Transfers, span: Span, most: int, band: Band) -> str:
    start, end = (name.partition(":")[2] for name in (band.start, band.end))
    here = at(done)
    if band.parts:
        ends = (band.start, band.end, band.carrier, most)
        return key_of("trace_band", *here, *ends, span.key)
    if band.start.startswith(EMITTED):
        return key_of("trace_emitted", *here, end, band.carrier, span.key)
    if band.end == KEPT:
        return key_of("trace_part", *here, start, "kept_t", span.key)
    begin = "world" if band.start.startswith(BOUGHT) else start
    goal = "world" if band.end == SENT else end
    return key_of("trace_link", *here, "carried_t", begin, goal, band.carrier, span.key)


def close_figure(findings: Findings, done: Transfers, span: Span) -> View:
    """What remains less what entered, over what entered; of a year, the inventory. [1]"""
    own = sum_figure(findings, done, "own_t", span.key)["value"]
    entered = entered_of(done, span)
    error = None
    if own is not None and entered is not None:
        error = (own - entered) / (abs(entered) or 1.0)
    return figure(key_of("trace_close", *at(done), span.key), error, "1", named("trace_close"))


def emitted_figure(
    findings: Findings, done: Transfers, of: tuple[str, str], span: Span, carbon: float | None
) -> View:
    """What a member emits itself with a fuel or process. [t CO2e]"""
    key = key_of("trace_emitted", *at(done), *of, span.key)
    return mass(findings, key, carbon, slice_label(findings, "carrier", of[1]))


def entered_figure(findings: Findings, done: Transfers, span: Span) -> View:
    """What must remain with members. [t CO2e]"""
    key = key_of("trace_entered", *at(done), span.key)
    return mass(findings, key, entered_of(done, span), named("trace_entered"))


def entered_of(done: Transfers, span: Span) -> float | None:
    """What must remain with members: of a year what the inventory says. [t CO2e]"""
    return done.total_t if span.kind == "year" else entered_t(done, span)


def _link(findings: Findings, done: Transfers, span: Span, most: int, band: Band) -> View:
    name = slice_label(findings, "carrier", band.carrier) if band.carrier else None
    return {
        "from_id": band.start, "to_id": band.end, "carrier_id": band.carrier or None,
        "carrier": text(name) if name else None,
        "carbon": band_figure(findings, done, span, most, band),
    }  # fmt: skip


def _finding(findings: Findings, drawn: Picture) -> Text:
    sources, goals = dict[str, float](), dict[str, float]()
    starts, ends = ({getattr(b, side) for b in drawn.bands} for side in ("start", "end"))
    for band in drawn.bands:
        if band.start not in ends and not band.start.startswith(IN):
            sources[band.start] = sources.get(band.start, 0.0) + band.carbon_t
        if band.end not in starts and not band.end.startswith(OUT):
            goals[band.end] = goals.get(band.end, 0.0) + band.carbon_t
    total = sum(sources.values())
    if not total or not goals:
        return _NOTHING
    (source, first), (goal, last) = _most(sources), _most(goals)
    names = (name_of(findings, name, drawn.left_out) for name in (source, goal))
    told = dict(zip(("source", "goal"), names, strict=True))
    return _FOUND.fill(share=100 * first / total, part=100 * last / total, **told)


def _most(parts: Mapping[str, float]) -> tuple[str, float]:
    return max(parts.items(), key=lambda item: item[1])


def _notes(drawn: Picture) -> list[Text]:
    return [
        *([_CUT.fill(n=len(drawn.cut))] if drawn.cut else []),
        *([_FEW.fill(n=drawn.left_out)] if drawn.left_out else []),
        *([_DARK.fill(n=drawn.dark)] if drawn.dark else []),
        _NONE,
    ]
