"""What a part of a difference between two methods says in words."""

from tanlu.account.formulas import FORMULAS
from tanlu.catalog.content import Catalog
from tanlu.model.factor import Resolved
from tanlu.model.label import label
from tanlu.model.side_by_side import Part, SideBySide
from tanlu.types import Text

_TELL = {
    "stream": Text(
        "{name}: {lacking} does not count this stream.", "{name}：{lacking} 不计入该源流。"
    ),
    "gas": Text("{name}: {lacking} does not count {gas}.", "{name}：{lacking} 不计入{gas}。"),
    "no_factor": Text(
        "{name}: {lacking} counts {gas} but has no value for it.",
        "{name}：{lacking} 计入{gas}，但没有相应取值。",
    ),
    "formula": Text("{name}, {gas}: {was} against {now}.", "{name}，{gas}：{was}，对照为{now}。"),
    "factor": Text("{name}, {gas}: {quantity} {was} against {now}.",
                   "{name}，{gas}：{quantity} {was}，对照为 {now}。"),
    "amount": Text("{name}: written in coal equivalent, {quantity} {was} against {now}.",
                   "{name}：以标煤填报，{quantity} {was}，对照为 {now}。"),
    "gwp": Text("{name}: warming potential of {gas} {was} against {now}.",
                "{name}：{gas}的增温潜势 {was}，对照为 {now}。"),
    "export": Text(
        "{name}: {lacking} leaves energy sent out in its total, the other subtracts it (R7).",
        "{name}：{lacking} 不扣减外送能源，另一方法扣减 (R7)。",
    ),
}  # fmt: skip


def sentence(part: Part, result: SideBySide, catalog: Catalog) -> Text:
    """One part in a sentence: what differs, and both documents with their clauses.

    Args:
        part: A part of the comparison.
        result: The comparison.
        catalog: For names of carriers and methods.
    """
    carrier = catalog.carriers.get(part.carrier)
    lacking = result.second.method if part.was else result.first.method
    return _TELL[part.cause].fill(
        name=carrier.label if carrier else part.carrier,
        gas=label("gas", part.gas),
        lacking=lacking,
        quantity=label("quantity", part.quantity),
        was=_side(part, 0),
        now=_side(part, 1),
    )


def _side(part: Part, side: int) -> Text:
    told = (part.was, part.now)[side]
    if part.cause == "formula":
        return _formula(told, part.inputs[side])
    resolved = (part.first, part.second)[side]
    shown = _shown(resolved) if resolved else told
    return Text(shown, shown)


def _formula(code: str, inputs: tuple[Resolved, ...]) -> Text:
    formula = FORMULAS.get(code)
    name = formula.label if formula else Text(code, code)
    taken = [(label("quantity", r.request.quantity), _shown(r)) for r in inputs]
    if not taken:
        return name
    english = ", ".join(f"{quantity.en} {shown}" for quantity, shown in taken)
    chinese = "，".join(f"{quantity.zh} {shown}" for quantity, shown in taken)
    return Text(f"{name.en} ({english})", f"{name.zh}（{chinese}）")


def _shown(resolved: Resolved) -> str:
    factor = resolved.factor
    unit = "" if resolved.unit == "1" else f" {resolved.unit}"
    return f"{resolved.value:.6g}{unit} [{factor.citation_id} {factor.clause}]"
