"""A plan's folder to its design; and the plans that tanlu brings along."""

import shutil
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from tanlu.connect.plan.folder import PlanFolder, read_plan
from tanlu.errors import InputError, Place
from tanlu.plan.design import Design
from tanlu.plan.model import System
from tanlu.plan.repair import Round, repair, silent
from tanlu.plan.solve import solve
from tanlu.plan.typical import grouped

EXAMPLES = ("small", "synthetic")


def example(name: str) -> Path:
    """The folder of a plan that comes with tanlu.

    Example:
        >>> example("small").name
        'small'
    """
    return Path(str(files("tanlu.workflow"))) / "plans" / name


def copy_examples(to: Path) -> list[Path]:
    """Copy the plans that come with tanlu into a folder.

    Args:
        to: A folder that is not there yet, or is empty of them.

    Returns:
        The copies.

    Raises:
        InputError: When one of them is there already; nothing is written over.
    """
    targets = [to / name for name in EXAMPLES]
    for target in targets:
        if target.exists():
            raise InputError.of("plan_exists", Place(str(target)), path=target)
    for target in targets:
        shutil.copytree(example(target.name), target)
    return targets


def solve_folder(
    folder: Path, *, mend: bool = True, tell: Callable[[Round], None] = silent
) -> tuple[PlanFolder, Design]:
    """Read a plan and solve it.

    Args:
        folder: The plan's folder.
        mend: Whether to mend typical days against the whole year, where the plan asks for it.
        tell: Told after each round of mending.

    Returns:
        The plan, and its design.

    Raises:
        InputError: With every fault of the folder.
    """
    plan = read_plan(folder)
    if plan.days is not None and mend and plan.repair:
        return plan, repair(plan.system, plan.days, plan.gap, tell=tell)
    return plan, solve(system_of(plan))


def system_of(plan: PlanFolder) -> System:
    """The plan's system on the days that it asks for."""
    if plan.days is None:
        return plan.system
    return plan.system.with_slices(grouped(plan.system, plan.days))
