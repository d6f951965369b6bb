"""A policy: what a document demands, clause by clause, and the target where it states one."""

from dataclasses import dataclass

from tanlu.types import Text


@dataclass(frozen=True, slots=True)
class PolicyTarget:
    """A number that a clause sets.

    `sense` is `at_least`, `at_most` or `about`; `year` is by when (None: at all times);
    `base_year` is that of a change. `from_tce` and `below_tce` bound the yearly energy use
    of the parks that it is for. [tce]
    """

    indicator: str
    sense: str
    value: float
    unit: str
    scope: str
    year: int | None = None
    base_year: int | None = None
    from_tce: float | None = None
    below_tce: float | None = None


@dataclass(frozen=True, slots=True)
class Demand:
    """What one clause demands, in our own words, and how it was read."""

    clause: str
    says: Text
    status: str
    target: PolicyTarget | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy document; title, issuer, number and date are its citation's."""

    policy_id: str
    level: str
    place: str
    kind: str
    state: str
    themes: tuple[str, ...]
    demands: tuple[Demand, ...]
    supersedes: tuple[str, ...] = ()
    paper: str | None = None
    aim: Text | None = None
    note: Text | None = None

    def cite(self, demand: Demand) -> str:
        """Document and clause of a demand."""
        return f"{self.policy_id}#{demand.clause}"
