"""The six steps of figure 1: what each one says, what to do next, the number it adds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tanlu.errors import Fault
from tanlu.model.book import Draft
from tanlu.model.quality import ASKED, DECIDED, RECORDED, Ask, Gap
from tanlu.model.table import park_fields
from tanlu.types import Text
from tanlu.workflow.guide.job import Job
from tanlu.workflow.guide.words import (
    ANSWER_ASK,
    BOUNDARY_TODO,
    CARD_TODO,
    CONTRADICTED,
    FACTOR_TODO,
    FIRST_RECORD,
    GAP_TODO,
    MEND_TODO,
    MORE,
    SAYS,
    SIGN_OFF,
    TITLES,
)

DONE, OPEN, BLOCKED = "done", "open", "blocked"
MOST_TODOS = 12


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do next: in words, and where. `expected` and `member_id` name a decision."""

    says: Text
    table: str
    expected: str = ""
    member_id: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number that a step adds; `key` names it, and its proof where it has one."""

    code: str
    value: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Step:
    """One of the six steps as the park stands."""

    number: int
    code: str
    title: Text
    state: str
    says: Text
    todos: tuple[Todo, ...] = ()
    faults: tuple[Fault, ...] = ()
    numbers: tuple[Number, ...] = field(default=())


def steps_of(job: Job) -> tuple[Step, ...]:
    """All six steps of a job.

    Example:
        >>> from tanlu.catalog.load import load_catalog
        >>> from tanlu.workflow.guide.job import open_job
        >>> job = open_job(Draft({"park_id": "p"}, {}), load_catalog(), 2022)
        >>> [step.state for step in steps_of(job)]
        ['open', 'blocked', 'blocked', 'blocked', 'blocked', 'blocked']
    """
    return (_boundary(job), _streams(job), _activity(job), _factors(job), _computed(job),
            _summed(job))  # fmt: skip


def _step(
    code: str, state: str, says: Text | None = None, todos: Sequence[Todo] = (),
    faults: Sequence[Fault] = (), numbers: Sequence[Number] = (),
) -> Step:  # fmt: skip
    number = list(TITLES).index(code) + 1
    said = says or SAYS[code][state]
    shown = tuple(todos[:MOST_TODOS])
    if len(todos) > MOST_TODOS:
        more = Todo(MORE.fill(n=len(todos) - MOST_TODOS), todos[-1].table)
        shown = (*shown, more)
    return Step(number, code, TITLES[code], state, said, shown, tuple(faults), tuple(numbers))


def _is_of_card(fault: Fault) -> bool:
    return fault.place.file.startswith("park.yaml") or fault.place.sheet == "park"


def _errors(job: Job) -> list[Fault]:
    return [fault for fault in job.faults if fault.is_error]


def _boundary(job: Job) -> Step:
    card = [fault for fault in _errors(job) if _is_of_card(fault)]
    members = len(job.draft.sheet("members").rows)
    todos = list(_card_todos(job.draft))
    if not members and not _is_confirmed(job.draft):
        todos.append(Todo(BOUNDARY_TODO, "members", "boundary"))
    state = OPEN if card or todos else DONE
    says = SAYS["boundary"][state].fill(members=members)
    return _step("boundary", state, says, todos, card, [Number("members", float(members), "1")])


def _card_todos(draft: Draft) -> Iterator[Todo]:
    for name, entry in park_fields().items():
        if entry.is_required and not draft.card.get(name, "").strip():
            yield Todo(CARD_TODO.fill(entry=entry.label), "park")


def _is_confirmed(draft: Draft) -> bool:
    rows = draft.sheet("decisions").rows
    return any(row.cells.get("expected", "").strip() == "boundary" for row in rows)


def _streams(job: Job) -> Step:
    if job.book is None:
        return _step("streams", BLOCKED, faults=_errors(job), todos=_mend(job))
    open_asks = [ask for ask in job.asks if ask.state == ASKED]
    against = [ask for ask in job.asks if ask.is_contradicted]
    todos = [_ask_todo(ask, job) for ask in open_asks]
    todos += [Todo(CONTRADICTED.fill(stream=ask.expected.label), "decisions") for ask in against]
    counts = {s: sum(ask.state == s for ask in job.asks) for s in (RECORDED, DECIDED, ASKED)}
    state = OPEN if todos else DONE
    says = SAYS["streams"][state].fill(**counts)
    numbers = [Number(f"asks_{name}", float(count), "1") for name, count in counts.items()]
    return _step("streams", state, says, todos, _contradictions(job, against), numbers)


def _contradictions(job: Job, asks: Sequence[Ask]) -> list[Fault]:
    return [
        Fault("decision_contradicted", job.draft.sheet("decisions").place(), {
            "decision": (ask.decision or {}).get("decision_id", ""),
            "expected": ask.expected.label, "count": ask.records, "year": job.year,
        })
        for ask in asks
    ]  # fmt: skip


def _ask_todo(ask: Ask, job: Job) -> Todo:
    name = _name(job, ask.member_id)
    sure = Text(f" ({', '.join(ask.assets)})", f"（{'、'.join(ask.assets)}）")
    says = ANSWER_ASK.fill(
        stream=Text(f"{ask.expected.label.en} ({ask.expected.code})",
                    f"{ask.expected.label.zh}（{ask.expected.code}）"),
        member=name, question=ask.expected.question,
        assets=sure if ask.assets else Text("", ""),
    )  # fmt: skip
    return Todo(says, ask.expected.tell[0].table, ask.expected.code, ask.member_id)


def _name(job: Job, member_id: str) -> Text:
    if job.ledger and member_id in job.ledger.labels:
        return job.ledger.labels[member_id]
    if job.book and member_id == job.book.park.park_id:
        return job.book.park.name
    return Text(member_id, member_id)


def _mend(job: Job) -> list[Todo]:
    return [Todo(MEND_TODO.fill(n=len(_errors(job))), "")]


def _activity(job: Job) -> Step:
    if job.book is None:
        return _step("activity", BLOCKED, todos=_mend(job))
    if not job.records:
        says = SAYS["activity"][OPEN].fill(records=0, year=job.year)
        return _step("activity", OPEN, says, [Todo(FIRST_RECORD.fill(year=job.year), "activities")])
    gaps = _begun(job)
    todos = [_gap_todo(gap, job) for gap in gaps]
    numbers = [Number("records", float(job.records), "1")]
    if job.completeness:
        numbers += [
            Number("completeness", None, "1"),
            Number("missing", None, "t CO2e"),
        ]
    state = OPEN if gaps else DONE
    says = SAYS["activity"][state].fill(records=job.records, year=job.year)
    return _step("activity", state, says, todos, job.inventory.missing if job.inventory else (),
                 numbers)  # fmt: skip


def _begun(job: Job) -> list[Gap]:
    # streams that were never on record are questions of the step before
    if job.completeness is None:
        return []
    asked = {(ask.expected.code, ask.member_id) for ask in job.completeness.open_asks}
    return [g for g in job.completeness.gaps if (g.cell.code, g.cell.member_id) not in asked]


def _gap_todo(gap: Gap, job: Job) -> Todo:
    cell = gap.cell
    carrier = job.catalog.carriers.get(cell.carrier)
    expected = {ask.expected.code: ask.expected.label for ask in job.asks}
    stream = carrier.label if carrier else expected.get(cell.code, Text(cell.code, cell.code))
    worth = Text("worth unknown", "估值未知")
    if gap.mid_t is not None:
        worth = Text(
            f"worth about {gap.mid_t:,.0f} t ({gap.low_t:,.0f} to {gap.high_t:,.0f})",
            f"估值约 {gap.mid_t:,.0f} t（{gap.low_t:,.0f}～{gap.high_t:,.0f}）",
        )
    says = GAP_TODO.fill(
        stream=stream, member=_name(job, cell.member_id), days=cell.missing_days, worth=worth
    )
    return Todo(says, cell.table)


def _factors(job: Job) -> Step:
    if job.factor_faults:
        todos = [Todo(FACTOR_TODO.fill(n=len(job.factor_faults)), "factors")]
        return _step("factors", OPEN, todos=todos, faults=job.factor_faults)
    if job.inventory is None:
        return _step("factors", BLOCKED)
    used = {
        resolved.factor.factor_id
        for index in job.inventory.lines["choice"].unique()
        for resolved in job.inventory.ledger.choices[index].factors.values()
    }
    numbers = [Number("factors", float(len(used)), "1"), Number("grade", None, "1")]
    return _step("factors", DONE, SAYS["factors"][DONE].fill(n=len(used)), numbers=numbers)


def _computed(job: Job) -> Step:
    if job.inventory is None:
        return _step("computed", BLOCKED)
    streams = ("combustion", "process", "purchased")
    return _step("computed", DONE, numbers=[Number(name, None, "t CO2e") for name in streams])


def _summed(job: Job) -> Step:
    if job.inventory is None or job.completeness is None:
        return _step("summed", BLOCKED)
    is_whole = not job.completeness.gaps and not job.completeness.open_asks
    todos = [] if is_whole else [Todo(SIGN_OFF, "")]
    return _step("summed", DONE if is_whole else OPEN, todos=todos,
                 numbers=[Number("total", None, "t CO2e")])  # fmt: skip
