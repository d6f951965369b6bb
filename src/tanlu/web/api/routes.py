"""The routes of `/api/v1`: each one a query or a change of the workflow, typed."""

import tempfile
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body, Request, Response, UploadFile
from fastapi.responses import FileResponse

from tanlu import __version__
from tanlu.connect.park import save_park
from tanlu.store.parks import latest, read
from tanlu.web.api import models as m
from tanlu.web.api import models_quick as quick
from tanlu.web.api.ask import PROBLEM, By, OnDesk
from tanlu.workflow import edit, jobs, queries
from tanlu.workflow.quick import Question, answer
from tanlu.workflow.viewer import require_whole
from tanlu.workflow.views.catalog import (
    citation_view,
    methods_view,
    subject_view,
    subjects_view,
)

router = APIRouter(responses=PROBLEM)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get("/session", response_model=m.Session)
def session(desk: OnDesk, viewer: By) -> Any:  # noqa: ANN401 - shaped by the response model
    """Who asks, and what answers."""
    seen = {"viewer_id": viewer.viewer_id, "role": viewer.role, "member_id": viewer.member_id}
    return {"viewer": seen, "version": __version__, "catalog_digest": desk.catalog.digest}


@router.get("/parks", response_model=list[m.ParkCard])
def parks(desk: OnDesk, viewer: By) -> Any:  # noqa: ANN401 - shaped by the response model
    """All parks of the viewer."""
    return queries.parks(desk, viewer)


@router.get("/parks/{park_id}", response_model=m.Park)
def park(park_id: str, desk: OnDesk, viewer: By) -> Any:  # noqa: ANN401 - shaped by the response model
    """A park with its tree and warnings."""
    return queries.park(desk, viewer, park_id)


@router.get("/parks/{park_id}/series", response_model=m.Series)
def series(park_id: str, desk: OnDesk, viewer: By, member: str = "", version: int = 0) -> Any:  # noqa: ANN401 - shaped by the response model
    """All years of a park or member."""
    return queries.series(desk, viewer, park_id, member, version)


@router.get("/parks/{park_id}/inventory", response_model=m.Inventory)
def inventory(
    park_id: str,
    desk: OnDesk,
    viewer: By,
    year: int,
    member: str = "",
    boundary: Literal["park", "enterprise", "facility"] = "park",
    version: int = 0,
) -> Any:  # noqa: ANN401 - shaped by the response model
    """One inventory: a cut through the flow graph."""
    return queries.inventory(
        desk, viewer, park_id, year=year, member=member, boundary=boundary, version=version
    )


@router.get("/parks/{park_id}/drivers", response_model=m.Drivers)
def drivers(park_id: str, desk: OnDesk, viewer: By, version: int = 0) -> Any:  # noqa: ANN401 - shaped by the response model
    """Why emissions changed, and what a regression may say."""
    return queries.drivers(desk, viewer, park_id, version)


@router.get("/parks/{park_id}/pathway", response_model=m.Pathway)
def pathway(park_id: str, desk: OnDesk, viewer: By, version: int = 0) -> Any:  # noqa: ANN401 - shaped by the response model
    """Scenarios with peak and targets."""
    return queries.pathway(desk, viewer, park_id, version)


@router.get("/parks/{park_id}/figures/{key}", response_model=m.Proof)
def figure(park_id: str, key: str, desk: OnDesk, viewer: By, version: int = 0) -> Any:  # noqa: ANN401 - shaped by the response model
    """The proof of a figure."""
    return queries.figure_proof(desk, viewer, park_id, key, version)


@router.get("/parks/{park_id}/versions", response_model=list[m.VersionView])
def versions(park_id: str, desk: OnDesk, viewer: By) -> Any:  # noqa: ANN401 - shaped by the response model
    """All saved versions, the newest first."""
    return queries.history(desk, viewer, park_id)


@router.get("/parks/{park_id}/tables", response_model=list[m.TableCard])
def tables(park_id: str, desk: OnDesk, viewer: By) -> Any:  # noqa: ANN401 - shaped by the response model
    """The tables of a park."""
    return queries.table_list(desk, viewer, park_id)


@router.get("/parks/{park_id}/tables/{table}", response_model=m.TableView)
def table(park_id: str, table: str, desk: OnDesk, viewer: By, version: int = 0) -> Any:  # noqa: ANN401 - shaped by the response model
    """One table as written."""
    return queries.table(desk, viewer, park_id, table, version)


@router.post("/parks/{park_id}/tables/{table}/preview", response_model=m.ChangePreview)
def preview(park_id: str, table: str, change: m.TableChange, desk: OnDesk, viewer: By) -> Any:  # noqa: ANN401 - shaped by the response model
    """What saving these rows would do."""
    return edit.preview(desk, viewer, park_id, table, change.base_version, change.rows)


@router.put("/parks/{park_id}/tables/{table}", response_model=m.VersionView)
def save(park_id: str, table: str, change: m.TableChange, desk: OnDesk, viewer: By) -> Any:  # noqa: ANN401 - shaped by the response model
    """Save these rows as a new version."""
    edit.save_rows(desk, viewer, park_id, table, change.base_version, change.rows, change.why)
    return queries.history(desk, viewer, park_id)[0]


@router.get("/parks/{park_id}/workbook", response_class=Response)
def workbook(park_id: str, desk: OnDesk, viewer: By, version: int = 0) -> Response:
    """The park as one workbook, to fill in and import again."""
    require_whole(viewer, park_id)
    draft = read(desk.engine, park_id, version or latest(desk.engine, park_id))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "park.xlsx"
        save_park(draft, path)
        content = path.read_bytes()
    name = {"Content-Disposition": f'attachment; filename="{park_id}.xlsx"'}
    return Response(content, media_type=XLSX, headers=name)


@router.post("/parks/{park_id}/import", response_model=m.ImportPreview)
def upload(park_id: str, file: UploadFile, desk: OnDesk, viewer: By) -> Any:  # noqa: ANN401 - shaped by the response model
    """What an uploaded workbook, or archive of a folder, would change."""
    suffix = Path(file.filename or "park.xlsx").suffix.lower()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"upload{suffix if suffix in ('.zip', '.xls') else '.xlsx'}"
        path.write_bytes(file.file.read())
        return edit.take_upload(desk, viewer, park_id, path)


@router.put("/parks/{park_id}/import/{upload_id}", response_model=m.VersionView)
def take(
    park_id: str,
    upload_id: str,
    desk: OnDesk,
    viewer: By,
    base_version: Annotated[int, Body()],
    why: Annotated[str, Body()] = "",
) -> Any:  # noqa: ANN401 - shaped by the response model
    """Save an upload as a new version."""
    edit.save_upload(desk, viewer, park_id, upload_id, base_version, why)
    return queries.history(desk, viewer, park_id)[0]


@router.post("/parks/{park_id}/reports", response_model=m.Job, status_code=202)
def report(park_id: str, order: m.ReportOrder, request: Request, viewer: By) -> Any:  # noqa: ANN401 - shaped by the response model
    """Start making report files."""
    worker: jobs.Worker = request.app.state.worker
    return worker.start(viewer, park_id, order.model_dump())


@router.get("/jobs", response_model=list[m.Job])
def job_list(desk: OnDesk, viewer: By, park_id: str = "") -> Any:  # noqa: ANN401 - shaped by the response model
    """The latest jobs."""
    return jobs.jobs(desk, viewer, park_id)


@router.get("/jobs/{job_id}", response_model=m.Job)
def job(job_id: str, desk: OnDesk, viewer: By) -> Any:  # noqa: ANN401 - shaped by the response model
    """One job."""
    return jobs.job_view(jobs.job_of(desk, viewer, job_id))


@router.delete("/jobs/{job_id}", response_model=m.Job)
def cancel(job_id: str, desk: OnDesk, viewer: By) -> Any:  # noqa: ANN401 - shaped by the response model
    """Call a job off."""
    return jobs.cancel_job(desk, viewer, job_id)


@router.get("/jobs/{job_id}/files/{name}", response_class=FileResponse)
def job_file(job_id: str, name: str, desk: OnDesk, viewer: By) -> FileResponse:
    """A finished file, as a download."""
    return FileResponse(jobs.job_file(desk, viewer, job_id, name), filename=name)


@router.get("/factors", response_model=list[m.SubjectView])
def subjects(desk: OnDesk, search: str = "", kind: str = "") -> Any:  # noqa: ANN401 - shaped by the response model
    """Fuels and carriers of the catalogue."""
    return subjects_view(desk.catalog, search, kind)


@router.get("/factors/{subject}", response_model=list[m.FactorView])
def factors(subject: str, desk: OnDesk) -> Any:  # noqa: ANN401 - shaped by the response model
    """All values of a subject with document and clause."""
    return subject_view(desk.catalog, subject)


@router.post("/calc", response_model=quick.QuickAnswer)
def calc(question: quick.QuickQuestion, desk: OnDesk) -> Any:  # noqa: ANN401 - shaped by the response model
    """One number now, cited; nothing is saved."""
    return answer(Question(**question.model_dump()), desk.catalog)


@router.get("/methods", response_model=list[m.MethodView])
def methods(desk: OnDesk) -> Any:  # noqa: ANN401 - shaped by the response model
    """The accounting methods there are."""
    return methods_view(desk.catalog)


@router.get("/citations", response_model=list[m.CitationView])
def citations(desk: OnDesk) -> Any:  # noqa: ANN401 - shaped by the response model
    """All documents of the catalogue."""
    return [citation_view(c) for c in desk.catalog.citations.values()]
