"""What pages ask about a park's drivers."""

from tanlu.errors import InputError
from tanlu.explain.advice import Shape
from tanlu.explain.design import Design, design, inflation
from tanlu.explain.identities import IDENTITIES
from tanlu.model.label import label
from tanlu.report.findings import Findings
from tanlu.types import Text
from tanlu.workflow.advice import advice_record
from tanlu.workflow.assess import regressors
from tanlu.workflow.decoupling import decoupled
from tanlu.workflow.desk import Desk
from tanlu.workflow.park_drivers import years_of
from tanlu.workflow.viewer import Viewer, require_whole
from tanlu.workflow.views.decoupling import decoupling_view
from tanlu.workflow.views.figure import View
from tanlu.workflow.views.park_drivers import split_view
from tanlu.workflow.views.regression import regression_view
from tanlu.workflow.views.which import which_view

Years = tuple[int, int]


def split(
    desk: Desk, viewer: Viewer, park_id: str, identity: str, years: Years, version: int
) -> View:
    """The change between two years."""
    require_whole(viewer, park_id)
    return split_view(desk.findings(park_id, version), identity, *years)


def decoupling(desk: Desk, viewer: Viewer, park_id: str, years: Years, version: int) -> View:
    """Decoupling year by year."""
    require_whole(viewer, park_id)
    findings = desk.findings(park_id, version)
    return decoupling_view(findings, decoupled(findings, *years))


def regression(
    desk: Desk, viewer: Viewer, park_id: str, method: str, k: str, version: int
) -> View:  # fmt: skip
    """A regression on published totals and indicators.

    Raises:
        InputError: When the park has none.
    """
    require_whole(viewer, park_id)
    findings = desk.findings(park_id, version)
    found = _design(findings)
    if found is None:
        raise InputError.of("no_regression")
    more = _printed(findings) if found.verdict == "under-determined" else []
    return regression_view(found, "co2", method, k, logs=True, more=more,
                           name_of=lambda code: label("indicator", code))  # fmt: skip


_PRINTED = Text(
    "Slopes that a text prints for these years ({titles}) are one of these sets: the data neither "
    "prove nor choose them.",
    "文献（{titles}）若给出这些年份的系数，也只是其中一组：数据既不能证明也不能选出它。",
)


def _printed(findings: Findings) -> list[Text]:
    """What to think of slopes printed beside the published totals."""
    cites = findings.book.table("published")["cite"].drop_nulls().unique(maintain_order=True)
    known = findings.catalog.citations
    ids = dict.fromkeys(cite.partition("#")[0] for cite in cites)
    titles = [known[each].title for each in ids if each in known]
    if not titles:
        return []
    listed = Text("; ".join(t.en for t in titles), "；".join(t.zh for t in titles))
    return [_PRINTED.fill(titles=listed)]


def which(desk: Desk, viewer: Viewer, park_id: str, version: int) -> View:
    """Which method the park's own data allow."""
    require_whole(viewer, park_id)
    return which_view(advice_record(_shape(desk.findings(park_id, version))))


def _design(findings: Findings) -> Design | None:
    columns = regressors(findings.book)
    if columns is None or len(columns[0]) < 2:
        return None
    return design(*columns, logs=True)


def _shape(findings: Findings) -> Shape:
    years = years_of(findings, list(findings.inventories), by_member=False)
    identity = IDENTITIES["carrier"]
    is_usable = len(years) > 1 and identity.refuses(years) is None
    branches = identity.branches(years) if is_usable else []
    found = _design(findings)
    rates = inflation(found).values() if found else []
    return Shape(
        periods=len(years),
        categories=sum(len(b.categories) for b in branches),
        factors=len({f for b in branches for f in b.factors}),
        has_zeros=any(bool((b.values == 0).any()) for b in branches),
        dof=found.dof if found else 0,
        verdict=found.verdict if found else "",
        worst_inflation=max(rates, default=0.0),
        observations=found.n if found else 0,
    )
