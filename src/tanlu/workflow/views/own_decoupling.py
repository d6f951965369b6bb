"""Decoupling of a table of one's own, in the words of the pages."""

from tanlu.connect.series import Columns
from tanlu.explain.tapio import HIGH, LOW, STATES
from tanlu.model.label import label
from tanlu.types import Text
from tanlu.workflow.explain.tapio import Asked, tapio_record
from tanlu.workflow.views.decoupling import state_view
from tanlu.workflow.views.figure import View, text

_DRAWS = 20_000
_FINDING = Text(
    "{start} to {end}: {state} - output {g}, emissions {c}.",
    "{start}—{end}：{state}。产出 {g}，排放 {c}。",
)
_CHANCES = Text(
    "Chances from {draws} draws within the errors that you stated (95 %), each period by itself.",
    "概率来自 {draws} 次抽样，按所填误差（95 %）、各期独立。",
)
_NONE = Text("State the errors of the two columns to see chances.", "填写两列的误差即可看到概率。")


def own_decoupling(table: Columns, asked: Asked) -> View:
    """The API's record `OwnDecoupling`.

    Args:
        table: One row a period.
        asked: Which columns, and how sure they are.

    Returns:
        A point a step, and one from first to last.

    Raises:
        InputError: With every fault of the table.
    """
    steps = tapio_record(table, asked, chained=True)["steps"]
    whole = tapio_record(table, asked, chained=False)["steps"][0]
    return {
        "file": table.file,
        "low": LOW,
        "high": HIGH,
        "states": [state_view(code) for code in STATES],
        "points": [_point(step) for step in steps],
        "whole": _point(whole),
        "chances_note": text(_CHANCES.fill(draws=f"{asked.draws:,}") if asked.draws else _NONE),
        "finding": text(_finding(whole)),
    }


def asked_of(co2: str, output: str, energy: str, errors: tuple[float, float]) -> Asked:
    """What a page asks; errors in %, draws only where there are any."""
    draws = _DRAWS if any(errors) else 0
    return Asked(co2, output, energy, errors[0] / 100, errors[1] / 100, draws)


def _point(step: View) -> View:
    return {
        "from_period": step["from"],
        "to_period": step["to"],
        "output_change": step["output_change"] * 100,
        "emission_change": step["co2_change"] * 100,
        "elasticity": step["elasticity"],
        "state": state_view(step["state"]),
        "causes": [
            {"code": code, "label": text(label("factor", code)), "elasticity": value}
            for code, value in step.get("causes", {}).items()
        ],
        "chances": [
            {"state": state_view(code), "chance": chance}
            for code, chance in step.get("probabilities", {}).items()
        ],
    }


def _finding(whole: View) -> Text:
    return _FINDING.fill(
        start=whole["from"], end=whole["to"], state=STATES[whole["state"]],
        g=_signed(whole["output_change"]), c=_signed(whole["co2_change"]),
    )  # fmt: skip


def _signed(share: float) -> str:
    return f"{share * 100:+.1f} %".replace("-", "−")
