"""Jobs and uploads: long work whose state outlives page and process."""

import zlib
from typing import Any

from sqlalchemy import Engine, insert, select, update

from tanlu.errors import NotFoundError
from tanlu.model.book import Draft
from tanlu.store.database import JOBS, UPLOADS
from tanlu.store.parks import pack, unpack

OPEN = ("waiting", "running")


def add_job(engine: Engine, job: dict[str, Any]) -> None:
    """Keep a new job: `job_id`, `park_id`, `created_at`, `state` and whatever else it says."""
    with engine.begin() as connection:
        connection.execute(insert(JOBS).values(**_columns(job)))


def change_job(engine: Engine, job_id: str, **changes: Any) -> dict[str, Any]:  # noqa: ANN401 - any part of the body
    """Change parts of a job; a job that has ended stays as it ended.

    Returns:
        The job as it is now.
    """
    with engine.begin() as connection:
        query = select(JOBS.c.body).where(JOBS.c.job_id == job_id)
        body = connection.execute(query).scalar()
        if body is None:
            raise NotFoundError.of("not_found", thing=job_id)
        if body["state"] not in OPEN:
            return dict(body)
        changed = {**body, **changes}
        statement = update(JOBS).where(JOBS.c.job_id == job_id).values(**_columns(changed))
        connection.execute(statement)
        return changed


def _columns(job: dict[str, Any]) -> dict[str, Any]:
    kept = ("job_id", "park_id", "created_at", "state")
    return {**{name: job[name] for name in kept}, "body": job}


def read_job(engine: Engine, job_id: str) -> dict[str, Any]:
    """A job.

    Raises:
        NotFoundError: When there is no such job.
    """
    with engine.connect() as connection:
        body = connection.execute(select(JOBS.c.body).where(JOBS.c.job_id == job_id)).scalar()
    if body is None:
        raise NotFoundError.of("not_found", thing=job_id)
    return dict(body)


def list_jobs(engine: Engine, park_id: str = "", limit: int = 50) -> list[dict[str, Any]]:
    """The latest jobs, of one park or of all, the newest first."""
    query = select(JOBS.c.body).order_by(JOBS.c.created_at.desc()).limit(limit)
    if park_id:
        query = query.where(JOBS.c.park_id == park_id)
    with engine.connect() as connection:
        return [dict(row[0]) for row in connection.execute(query)]


def keep_upload(engine: Engine, upload_id: str, created_at: str, draft: Draft) -> None:
    """Keep an uploaded park until it is saved."""
    content = zlib.compress(pack(draft))
    with engine.begin() as connection:
        values = {"upload_id": upload_id, "created_at": created_at, "content": content}
        connection.execute(insert(UPLOADS).values(**values))


def read_upload(engine: Engine, upload_id: str) -> Draft:
    """An uploaded park.

    Raises:
        NotFoundError: When there is no such upload.
    """
    with engine.connect() as connection:
        query = select(UPLOADS.c.content).where(UPLOADS.c.upload_id == upload_id)
        content = connection.execute(query).scalar()
    if content is None:
        raise NotFoundError.of("not_found", thing=upload_id)
    return unpack(zlib.decompress(content))
