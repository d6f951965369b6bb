"""The guided job as a plain record, for the command line and the API."""

from collections.abc import Mapping
from typing import Any

from tanlu.account.quality.total import missing_of, score_of
from tanlu.account.slices import by
from tanlu.model.label import label
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.guide.job import Job
from tanlu.workflow.guide.steps import Number, Step, Todo, steps_of
from tanlu.workflow.views.figure import View, fault_view, figure, key_of, named, text
from tanlu.workflow.views.quality import completeness_figure, grade_figure, missing_figure

_SLICES = ("combustion", "process", "purchased")


def guide_record(job: Job) -> dict[str, Any]:
    """Six steps with their numbers; values are null where nothing is known.

    Returns:
        `park`, `member`, `year`, `steps`, and `next`, the step to go on with.
    """
    steps = steps_of(job)
    open_steps = [step.number for step in steps if step.state != "done"]
    return {
        "park": job.draft.card.get("park_id", ""),
        "member": job.member_id,
        "year": job.year,
        "next": open_steps[0] if open_steps else None,
        "steps": [_step(step, job) for step in steps],
    }


def _step(step: Step, job: Job) -> dict[str, Any]:
    return {
        "step": step.number,
        "code": step.code,
        "title": text(step.title),
        "state": step.state,
        "says": text(step.says),
        "numbers": {n.code: value_of(n, job) for n in step.numbers},
        "todo": [_todo(todo) for todo in step.todos],
        "faults": [fault_view(fault) for fault in step.faults],
    }


def _todo(todo: Todo) -> dict[str, Any]:
    return {
        "says": text(todo.says),
        "table": todo.table or None,
        "expected": todo.expected or None,
        "member": todo.member_id or None,
    }


def value_of(number: Number, job: Job) -> float | None:
    """The value of a step's number."""
    if number.value is not None:
        return number.value
    found = job.completeness
    if number.code == "completeness" and found:
        return score_of(found)
    if number.code == "missing" and found:
        known = missing_of(found)
        return known[1] if known else None
    if number.code == "grade" and job.grades:
        return job.grades.total
    return _mass(number.code, job)


def _mass(code: str, job: Job) -> float | None:
    if job.inventory is None:
        return None
    if code == "total":
        return job.inventory.total_t
    return by(job.inventory, "stream").get(code)


def guide_view(job: Job, findings: Findings) -> View:
    """The guided job as the API's record `Guide`: its numbers open."""
    record = guide_record(job)
    for step, shown in zip(steps_of(job), record["steps"], strict=True):
        shown["numbers"] = [_figure(number, job, findings) for number in step.numbers]
    return {
        "park_id": record["park"],
        "member_id": job.member_id,
        "year": job.year,
        "version": findings.version,
        "next": record["next"],
        "steps": record["steps"],
    }


def _figure(number: Number, job: Job, findings: Findings) -> View:
    found, inventory = job.completeness, job.inventory
    proven: Mapping[str, Any] = {}
    if found is not None and inventory is not None and job.grades is not None:
        proven = {
            "completeness": completeness_figure(found),
            "missing": missing_figure(found),
            "grade": grade_figure(inventory, job.grades),
        }
    if number.code in proven:
        return dict(proven[number.code])
    at = (job.year, "park", job.member_id)
    value = value_of(number, job)
    if number.code == "total":
        return figure(key_of("total", *at), value, findings.mass_unit, named("total"))
    if number.code in _SLICES:
        name = label("stream", number.code)
        # where nothing of a kind is on record there is nothing to open
        key = key_of("slice", *at, "stream", number.code) if value is not None else ""
        return figure(key, value, findings.mass_unit, name)
    name = label("count", number.code)
    return figure("", value, number.unit, Text(name.en, name.zh))
