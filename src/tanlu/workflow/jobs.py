"""Report jobs: made by one worker beside the pages; state lies in the store."""

import logging
import secrets
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tanlu.errors import Fault, NotFoundError, TanluError
from tanlu.store.jobs import OPEN, add_job, change_job, list_jobs, read_job
from tanlu.store.parks import latest
from tanlu.types import Text
from tanlu.workflow.desk import Desk, now
from tanlu.workflow.reports import write_reports
from tanlu.workflow.viewer import Viewer, require_whole
from tanlu.workflow.views.figure import View, fault_view, text

LOG = logging.getLogger(__name__)
_WAITING = Text("Waiting", "等待中")


class CancelledError(Exception):
    """The viewer called the job off."""


class Worker:
    """One thread that makes reports, one job after the other."""

    def __init__(self, desk: Desk) -> None:
        """Take up again what an earlier process left open."""
        self.desk = desk
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="tanlu-report")
        for job in reversed(list_jobs(desk.engine)):
            if job["state"] in OPEN:
                self._pool.submit(run_job, desk, job["job_id"])

    def start(self, viewer: Viewer, park_id: str, order: dict[str, Any]) -> View:
        """Put a job in the queue."""
        job = new_job(self.desk, viewer, park_id, order)
        self._pool.submit(run_job, self.desk, job["job_id"])
        return job_view(job)

    def close(self) -> None:
        """Let the running job end and start no other; the rest stays in the store."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def new_job(desk: Desk, viewer: Viewer, park_id: str, order: dict[str, Any]) -> dict[str, Any]:
    """Keep a job that makes the reports of the newest version.

    Raises:
        NotFoundError: When there is no such park.
    """
    require_whole(viewer, park_id)
    version = latest(desk.engine, park_id)
    if not version:
        raise NotFoundError.of("not_found", thing=park_id)
    job = {
        "job_id": secrets.token_urlsafe(12), "kind": "report", "park_id": park_id,
        "version": version, "viewer_id": viewer.viewer_id, "order": order, "state": "waiting",
        "done": 0, "total": len(order["languages"]) * len(order["kinds"]), "step": text(_WAITING),
        "created_at": now(), "files": [], "problem": None,
    }  # fmt: skip
    add_job(desk.engine, job)
    return job


def run_job(desk: Desk, job_id: str) -> None:
    """Make a job's reports; whatever goes wrong stands in the job."""
    try:
        job = change_job(desk.engine, job_id, state="running")
        if job["state"] == "running":
            _make(desk, job)
    except CancelledError:
        change_job(desk.engine, job_id, state="cancelled")
    except TanluError as error:
        _fail(desk, job_id, error.faults[0])
    except Exception as error:  # the job must not vanish, whatever happened
        LOG.exception("report job %s", job_id)
        _fail(desk, job_id, Fault("job_interrupted", params={"reason": repr(error)}))


def _make(desk: Desk, job: dict[str, Any]) -> None:
    order = job["order"]

    def tell(done: int, total: int, step: Text) -> None:
        if read_job(desk.engine, job["job_id"])["state"] == "cancelled":
            raise CancelledError
        change_job(desk.engine, job["job_id"], done=done, total=total, step=text(step))

    folder = desk.files / job["job_id"]
    findings = desk.findings(job["park_id"], job["version"])
    paths = write_reports(findings, folder, order["languages"], order["kinds"], tell)
    files = [_file(job["job_id"], path) for path in paths]
    change_job(desk.engine, job["job_id"], state="done", done=len(files), files=files)


def _file(job_id: str, path: Path) -> View:
    return {
        "name": path.name,
        "kind": path.suffix.removeprefix("."),
        "language": path.stem.rpartition("-")[2],
        "bytes": path.stat().st_size,
        "url": f"/api/v1/jobs/{job_id}/files/{path.name}",
    }


def _fail(desk: Desk, job_id: str, fault: Fault) -> None:
    problem = {
        "type": f"urn:tanlu:fault:{fault.code}", "title": fault.what("en"), "status": 500,
        "detail": fault.line("en"), "code": fault.code, "faults": [fault_view(fault)],
    }  # fmt: skip
    change_job(desk.engine, job_id, state="failed", problem=problem)


def cancel_job(desk: Desk, viewer: Viewer, job_id: str) -> View:
    """Call a job off; one that has ended stays as it ended."""
    job_of(desk, viewer, job_id)
    return job_view(change_job(desk.engine, job_id, state="cancelled"))


def job_of(desk: Desk, viewer: Viewer, job_id: str) -> dict[str, Any]:
    """A job that the viewer may see.

    Raises:
        NotFoundError: When there is none, or it is not his to know.
    """
    job = read_job(desk.engine, job_id)
    require_whole(viewer, job["park_id"])
    return job


def job_view(job: dict[str, Any]) -> View:
    """A job as the API's record `Job`."""
    kept = ("job_id", "kind", "park_id", "state", "done", "total", "step", "created_at", "files",
            "problem")  # fmt: skip
    return {name: job[name] for name in kept}


def jobs(desk: Desk, viewer: Viewer, park_id: str) -> list[View]:
    """The latest jobs of a viewer."""
    if park_id:
        require_whole(viewer, park_id)
    return [job_view(job) for job in list_jobs(desk.engine, park_id)]


def job_file(desk: Desk, viewer: Viewer, job_id: str, name: str) -> Path:
    """A finished file of a job.

    Raises:
        NotFoundError: When the job made no such file.
    """
    job = job_of(desk, viewer, job_id)
    if name not in [file["name"] for file in job["files"]]:
        raise NotFoundError.of("not_found", thing=name)
    return desk.files / job_id / name
