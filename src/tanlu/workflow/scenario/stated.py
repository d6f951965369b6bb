"""What a tree rests on: how much of it has a document, and how much is assumed."""

from typing import Any

from tanlu.plan.tree.branch import ASSUMED, Knot, Tree


def knots_of(tree: Tree) -> list[Knot]:
    """Every stated value, those of overlays too."""
    layers = [tree.stated, *(o.stated for o in tree.overlays.values())]
    return [knot for layer in layers for each in layer for knot in each.knots]


def assumed_record(tree: Tree) -> dict[str, Any]:
    """How many values are stated, and how many of them are assumptions without a document."""
    knots = [k for k in knots_of(tree) if k.cite]
    return {"stated": len(knots), "assumed": sum(k.cite == ASSUMED for k in knots)}
