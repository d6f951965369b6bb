"""Use cases: a park's tree, wedges between its scenarios, its diagnosis, and their proofs."""

from pathlib import Path

from tanlu.workflow.desk import Desk
from tanlu.workflow.scenario.diagnose import diagnose
from tanlu.workflow.scenario.diagnosis_view import diagnosis_view
from tanlu.workflow.scenario.open import FOLDER, Opened, tree_of
from tanlu.workflow.scenario.proof import KINDS, tree_proof
from tanlu.workflow.scenario.view import tree_view, wedges_view
from tanlu.workflow.viewer import Viewer, require_whole
from tanlu.workflow.views.figure import View

__all__ = ["KINDS", "diagnosis", "proof_of_tree", "scenario_tree", "scenario_wedges"]


def scenario_tree(desk: Desk, viewer: Viewer, park_id: str, version: int) -> View:
    """All scenarios of a park's tree."""
    opened = _opened(desk, viewer, park_id, version)
    return tree_view(opened, version)


def scenario_wedges(
    desk: Desk, viewer: Viewer, park_id: str, cases: tuple[str, str], version: int
) -> View:
    """The difference of two scenarios, taken apart."""
    return wedges_view(_opened(desk, viewer, park_id, version), *cases)


def diagnosis(desk: Desk, viewer: Viewer, park_id: str, version: int) -> View:
    """How far from each target, what binds, which levers are large, what cannot be said."""
    return diagnosis_view(diagnose(_opened(desk, viewer, park_id, version)))


def proof_of_tree(desk: Desk, park_id: str, kind: str, parts: list[str], version: int) -> View:
    """The proof of a figure of a tree or a diagnosis."""
    return tree_proof(_tree(desk, park_id, version), kind, parts)


def _opened(desk: Desk, viewer: Viewer, park_id: str, version: int) -> Opened:
    require_whole(viewer, park_id)
    return _tree(desk, park_id, version)


def _tree(desk: Desk, park_id: str, version: int) -> Opened:
    # a page asks for many figures of one tree; files that change make it another one
    findings, home = desk.findings(park_id, version), desk.home(park_id)
    stamp, name = (findings.version, _stamp(home / FOLDER)), f"scenario:{park_id}"
    kept = desk.summaries.get(name)
    if kept is None or kept[0] != stamp:
        kept = (stamp, tree_of(findings, home))
        desk.summaries[name] = kept
    opened: Opened = kept[1]
    return opened


def _stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    files = (path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else ()
    return tuple(sorted((str(p), p.stat().st_mtime_ns, p.stat().st_size) for p in files))
