"""Plans on their way out: as a PyPSA network, as rows of the IAMC long format."""

from pathlib import Path

from tanlu import __version__
from tanlu.catalog.load import load_catalog
from tanlu.connect.plan.folder import read_plan
from tanlu.connect.pypsa.write import write_folder
from tanlu.plan.iamc import Row, Source, rows_of_design, rows_of_projection
from tanlu.plan.pypsa.export import to_pypsa
from tanlu.workflow.assess import assess
from tanlu.workflow.open import open_book
from tanlu.workflow.pathway.folder import solve_folder

MODEL = f"tanlu {__version__}"


def export_pypsa(folder: Path, to: Path) -> Path:
    """A plan's folder as a PyPSA network in a folder of CSV files.

    Args:
        folder: The plan.
        to: Where to write; nothing may be there.

    Returns:
        The folder written.

    Raises:
        InputError: With every fault of the plan, and everything that PyPSA cannot say.
    """
    plan = read_plan(folder)
    return write_folder(to_pypsa(plan.system, plan.label.en), to)


def iamc(path: Path) -> list[Row]:
    """A plan's folder, solved, or a park's scenarios, as rows of the IAMC long format.

    Args:
        path: A folder with `plan.yaml`, or a park.

    Raises:
        InputError: With every fault of what was given.
    """
    if (path / "plan.yaml").is_file():
        plan, design = solve_folder(path)
        money = f"CNY_{plan.currency_year}" if plan.currency_year else "CNY"
        return rows_of_design(design, Source(MODEL, plan.label.en, path.name), money)
    book = open_book(path)
    found = assess(book, load_catalog())
    region = found.book.park.park_id
    return [
        row
        for projection in found.projections
        for row in rows_of_projection(
            projection, Source(MODEL, projection.scenario.label.en, region)
        )
    ]
