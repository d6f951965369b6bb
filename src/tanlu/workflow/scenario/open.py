"""A park's tree: its own folder, or the simplest one that its tables say."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tanlu.catalog.load import load_catalog
from tanlu.connect.card import CARD as PARK_CARD
from tanlu.connect.tree.read import CARD, read_tree
from tanlu.errors import InputError, Place
from tanlu.model.facts import YearFacts
from tanlu.plan.assume import overlay_chain
from tanlu.plan.tree.branch import Case, Ground, Tree
from tanlu.plan.tree.run import Run, run, run_case
from tanlu.plan.tree.simplest import ground_of, plain, simplest
from tanlu.report.findings import Findings
from tanlu.workflow.assess import assess
from tanlu.workflow.open import bundled, open_book
from tanlu.workflow.path import coal_of, scenarios_of

FOLDER = "tree"
_GJ = {"MWh": 3.6, "GJ": 1.0}


@dataclass(frozen=True, slots=True)
class Opened:
    """A tree with the ground it stands on; `findings` of its park, where it has one."""

    tree: Tree
    ground: Ground
    findings: Findings | None = None
    is_own: bool = True
    kept: dict[str, Any] = field(default_factory=dict, repr=False)

    def run(self, case_id: str) -> Run:
        """A scenario, run once.

        Raises:
            InputError: When there is no such scenario.
        """
        if case_id not in self.tree.cases:
            known = ", ".join(self.tree.cases)
            raise InputError.of("tree_no_scenario", scenario=case_id, known=known)
        found: Run = self.once(case_id, lambda: run(self.tree, case_id, self.ground))
        return found

    def once(self, name: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever is made
        """What was made under a name before, made now when it was not."""
        if name not in self.kept:
            self.kept[name] = make()
        return self.kept[name]

    def run_of(self, case: Case) -> Run:
        """A scenario that need not be the tree's own."""
        return run_case(self.tree, case, self.ground)


def open_tree(path: Path) -> Opened:
    """The tree of a folder: a tree's own folder, or a park's.

    Args:
        path: Holds `tree.yaml`, or is a park.

    Returns:
        The tree on its ground.

    Raises:
        InputError: With every fault of tree or park.
    """
    if (path / CARD).is_file() and not (path / PARK_CARD).is_file():
        return _of_folder(path)
    findings = assess(open_book(path), load_catalog())
    return tree_of(findings, path)


def _of_folder(folder: Path) -> Opened:
    found = read_tree(folder)
    if not found.park:
        return Opened(found.tree, Ground({}, {}))
    findings = assess(open_book((folder / found.park).resolve()), load_catalog())
    return _grounded(folder, findings)


def tree_of(findings: Findings, home: Path | None) -> Opened:
    """The tree of a park whose findings are known.

    Args:
        findings: Of the park.
        home: Where its folder is, if it has one.

    Returns:
        The tree in its folder, the bundled park's own, or the simplest one.

    Raises:
        InputError: With every fault of the tree's folder.
    """
    for folder in (home, bundled(findings.book.park.park_id)):
        if folder is not None and (folder / FOLDER / CARD).is_file():
            return _grounded(folder / FOLDER, findings)
    return _simplest(findings)


def _grounded(folder: Path, findings: Findings) -> Opened:
    year = read_tree(folder, _heat(findings, max(findings.facts, default=0))).tree.base_year
    if year not in findings.facts:
        known = ", ".join(map(str, findings.facts)) or "—"
        raise InputError.of("tree_wrong_value", Place(CARD, column="base_year"), value=year,
                            wanted=known)  # fmt: skip
    tree = read_tree(folder, _heat(findings, year)).tree
    return Opened(tree, ground_of_facts(findings.facts[year]), findings)


def _heat(findings: Findings, year: int) -> dict[str, float]:
    # carriers counted in energy have their heat by definition; fuels keep that of standard coal
    found = {}
    for carrier, coal in coal_of(findings.ledger, year).items():
        unit = findings.catalog.carriers[carrier].unit
        if unit in _GJ and coal:
            found[carrier] = _GJ[unit] / coal
    return found


def ground_of_facts(facts: YearFacts) -> Ground:
    """Energy and CO2 of a year by carrier; what has CO2 and no energy is a process.

    Raises:
        InputError: When the coal equivalent of a carrier is unknown.
    """
    if facts.unknown_energy:
        raise InputError.of("tree_no_park")
    process = frozenset(c for c, co2 in facts.co2_by.items() if co2 and not facts.energy_by.get(c))
    energy: Mapping[str, float] = {
        c: facts.co2_by[c] if c in process else e
        for c, e in {**dict.fromkeys(facts.co2_by, 0.0), **facts.energy_by}.items()
        if e or c in process
    }
    return Ground(energy, {c: facts.co2_by.get(c, 0.0) for c in energy}, process)


def _simplest(findings: Findings) -> Opened:
    book = findings.book
    name = (book.park.park_id, book.park.name)
    scenarios = scenarios_of(book, findings.catalog.carriers)
    if findings.base is not None and scenarios:
        chains = {sid: overlay_chain(scenarios, sid) for sid in scenarios}
        coal = coal_of(findings.ledger, findings.base.year)
        tree = simplest(name, findings.base, chains, coal)
        return Opened(tree, ground_of(findings.base), findings, is_own=False)
    if not findings.facts:
        raise InputError.of("tree_no_park")
    facts = findings.facts[max(findings.facts)]
    ground = ground_of_facts(facts)
    return Opened(plain(name, facts.year, facts.output_cny, ground), ground, findings, is_own=False)
