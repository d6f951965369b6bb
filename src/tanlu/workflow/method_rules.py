"""What two methods answer to each rule, where they differ."""

from collections.abc import Mapping

from tanlu.catalog.method import Method
from tanlu.model.label import label
from tanlu.types import Text

Answer = tuple[Text, str | None]
_ALL = Text("all", "全部")
_ANY = Text("any", "不限")


def differing_rules(first: Method, second: Method) -> list[tuple[str, Answer, Answer]]:
    """Rules that two methods answer differently, with where each is printed.

    Example:
        >>> from tanlu.catalog.load import load_catalog
        >>> catalog = load_catalog()
        >>> park, zero = catalog.method("cn.park"), catalog.method("cn.zero_carbon_park.2025")
        >>> [name for name, _, _ in differing_rules(park, zero)]
        ['exports', 'energy', 'power']
    """
    one, other = answers(first), answers(second)
    return [
        (rule, (one[rule], _cite(first, rule)), (other[rule], _cite(second, rule)))
        for rule in one
        if one[rule] != other[rule]
    ]


def answers(method: Method) -> Mapping[str, Text]:
    """A method's answer to each rule."""
    listed = {
        "gases": _list(method.gases, _ALL),
        "scopes": _list(tuple(map(str, method.scopes)), _ALL),
        "streams": _list(method.streams, _ALL),
        "ways": _list(tuple(f"{s}: {' → '.join(w)}" for s, w in method.ways.items()), _ALL),
        "gwp_sets": _list(method.gwp_sets, _ANY),
    }
    chosen = {name: label("answer", getattr(method, name)) for name in ("exports", "energy")}
    return {
        **listed,
        **chosen,
        "biogenic": label("answer", method.biogenic),
        "power": _power(method),
    }


def _list(names: tuple[str, ...], empty: Text) -> Text:
    return Text(", ".join(names), "、".join(names)) if names else empty


def _power(method: Method) -> Text:
    spans = method.dated.get("electricity.emission", ())
    if not spans:
        return _list(method.order("electricity", "emission"), _ANY)
    told = [
        f"{' → '.join(s.series)} {s.at} {s.from_on or '…'} – {s.to_on or '…'}".replace("  ", " ")
        for s in spans
    ]
    return Text("; ".join(told), "；".join(told))


def _cite(method: Method, rule: str) -> str | None:
    clause = method.clauses.get(rule)
    if clause is None and rule == "power":
        spans = method.dated.get("electricity.emission", ())
        clause = spans[-1].clause if spans else None
    return clause.cite if clause else None
