"""A method as lines of text: each rule with its answer, document, clause and status."""

from collections.abc import Iterator

from tanlu.catalog.method import Clause, Method, Span
from tanlu.cli.language import say
from tanlu.model.label import label
from tanlu.types import Text

_ALL = Text("all", "全部")


def method_lines(method: Method) -> Iterator[str]:
    """Every rule of a method, one line each, then the series that it takes."""
    yield f"{method.method_id} · {say(method.label)}"
    yield f"  {say(method.note)}"
    if method.extends:
        yield f"  {say(Text('extends', '继承'))} {method.extends}"
    for rule, answer in answers(method):
        yield f"  {say(label('rule', rule))}: {answer}{_cited(method.clauses.get(rule))}"
    shown = {rule for rule, _ in answers(method)}
    for rule, clause in method.clauses.items():
        if rule not in shown:
            yield f"  {say(label('rule', rule))}:{_cited(clause)}"
    for name, spans in method.dated.items():
        for span in spans:
            yield f"  {name} {_when(span)}: {_order(span.series)} {span.at}{_cited(span.clause)}"
    for name, series in method.series.items():
        yield f"  {name}: {_order(series)}"


def answers(method: Method) -> list[tuple[str, str]]:
    """Each rule of a method with its answer, in the language of the call."""
    applies = method.applies
    who = ", ".join(say(label("who", w)) for w in applies.to)
    where = [*applies.sectors, applies.place]
    dates = f"{applies.from_on or '…'} – {applies.to_on or '…'}"
    return [
        ("applies", f"{who}; {', '.join(where)}; {dates}"),
        ("gases", ", ".join(method.gases)),
        *(("gases", f"{s}: {', '.join(g)}") for s, g in method.gases_by_stream.items()),
        ("scopes", ", ".join(map(str, method.scopes))),
        ("streams", ", ".join(method.streams) or say(_ALL)),
        *(("ways", f"{s}: {_order(w)}") for s, w in method.ways.items()),
        ("gwp_sets", ", ".join(method.gwp_sets) or say(Text("any", "不限"))),
        ("exports", say(label("answer", method.exports))),
        ("energy", say(label("answer", method.energy))),
        ("biogenic", say(label("answer", method.biogenic))),
        *(("categories", f"{k}: {v}") for k, v in method.categories.items()),
    ]


def _order(series: tuple[str, ...]) -> str:
    return " → ".join(series)


def _when(span: Span) -> str:
    return f"{span.from_on or '…'} – {span.to_on or '…'}"


def _cited(clause: Clause | None) -> str:
    if clause is None:
        return ""
    note = f" {say(clause.note)}" if clause.note else ""
    return f"  [{clause.cite}; {say(label('status', clause.status))}]{note}"
