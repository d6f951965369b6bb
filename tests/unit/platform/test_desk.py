"""Store and desk: versions stay, jobs are taken up again, viewers see their own."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tanlu.errors import InputError, NotFoundError, StateError
from tanlu.model.book import Draft, Row, Sheet
from tanlu.store.database import open_store
from tanlu.store.jobs import read_job
from tanlu.store.parks import latest, pack, read, unpack, versions
from tanlu.workflow import jobs, queries
from tanlu.workflow.desk import bring_in, open_desk
from tanlu.workflow.open import bundled, open_book
from tanlu.workflow.viewer import LOCAL, Viewer, allowed_member

ORDER = {"languages": ["en"], "kinds": ["xlsx"]}
CELLS = st.dictionaries(st.text(min_size=1), st.text(), max_size=4)


@given(card=CELLS, rows=st.lists(CELLS, max_size=5))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_what_is_stored_comes_back(card, rows):
    sheets = {"flows": Sheet("flows", [Row(n, cells) for n, cells in enumerate(rows, 2)])}
    draft = Draft(card, sheets)
    again = unpack(pack(draft))
    assert again.card == card
    assert [dict(r.cells) for r in again.sheet("flows").rows] == rows
    assert pack(again) == pack(draft)


def test_a_store_outlives_the_process_and_is_not_doubled(tmp_path):
    first = open_desk(tmp_path)
    digest = versions(first.engine, "ganzhou")[0].digest
    first.engine.dispose()
    second = open_desk(tmp_path)
    assert [v.digest for v in versions(second.engine, "ganzhou")] == [digest]


def test_the_same_park_again_makes_no_version_and_a_changed_one_does(desk):
    book = open_book(bundled("ganzhou"))
    assert bring_in(desk, book) == 1
    assert bring_in(desk, open_book(bundled("ganzhou"))) == 1
    assert latest(desk.engine, "ganzhou") == 1


def test_a_faulty_park_makes_no_store(tmp_path):
    with pytest.raises(InputError):
        open_desk(tmp_path / "store", (tmp_path / "missing",))
    assert not (tmp_path / "store").exists()


def test_a_store_of_another_layout_is_refused(tmp_path):
    url = f"sqlite:///{tmp_path / 'x.db'}"
    engine = open_store(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("update about set layout = 99")
    with pytest.raises(StateError) as caught:
        open_store(url)
    assert caught.value.faults[0].code == "store_layout"


def test_an_unknown_version_is_not_found(desk):
    with pytest.raises(NotFoundError):
        read(desk.engine, "ganzhou", 7)


def test_a_job_left_open_is_taken_up_again(desk):
    job = jobs.new_job(desk, LOCAL, "pair", ORDER)
    jobs.change_job(desk.engine, job["job_id"], state="running")
    worker = jobs.Worker(desk)
    worker._pool.shutdown(wait=True)
    assert read_job(desk.engine, job["job_id"])["state"] == "done"


def test_a_cancelled_job_makes_no_file_and_stays_cancelled(desk):
    job = jobs.new_job(desk, LOCAL, "pair", ORDER)
    assert jobs.cancel_job(desk, LOCAL, job["job_id"])["state"] == "cancelled"
    jobs.run_job(desk, job["job_id"])
    assert read_job(desk.engine, job["job_id"])["state"] == "cancelled"
    assert not (desk.files / job["job_id"]).exists()


def test_a_job_that_breaks_says_so(desk, monkeypatch):
    def broken(*_):
        raise RuntimeError("disk gone")

    monkeypatch.setattr(jobs, "write_reports", broken)
    job = jobs.new_job(desk, LOCAL, "pair", ORDER)
    jobs.run_job(desk, job["job_id"])
    ended = read_job(desk.engine, job["job_id"])
    assert ended["state"] == "failed"
    assert "disk gone" in ended["problem"]["detail"]


def test_a_file_is_served_only_by_its_job(desk):
    job = jobs.new_job(desk, LOCAL, "pair", ORDER)
    jobs.run_job(desk, job["job_id"])
    name = read_job(desk.engine, job["job_id"])["files"][0]["name"]
    assert jobs.job_file(desk, LOCAL, job["job_id"], name).is_file()
    for wrong in ("../tanlu.db", "/etc/passwd", "other.xlsx"):
        with pytest.raises(NotFoundError):
            jobs.job_file(desk, LOCAL, job["job_id"], wrong)


def test_a_member_sees_itself_and_nothing_else(desk):
    seen = Viewer("someone", "enterprise", "a")
    view = queries.inventory(desk, seen, "pair", year=2023, member="", boundary="park", version=0)
    assert view["member_id"] == "a"
    assert {m["member_id"] for m in queries.park(desk, seen, "pair")["tree"]} == {"a", "a1"}
    for hidden in ("b", "pair", "nobody"):
        with pytest.raises(NotFoundError):
            queries.series(desk, seen, "pair", hidden, 0)
    for whole in (queries.drivers, queries.pathway):
        with pytest.raises(NotFoundError):
            whole(desk, seen, "pair", 0)
    assert [p["park_id"] for p in queries.parks(desk, seen)] == ["pair"]


def test_a_viewers_top_is_where_he_starts():
    chains = {"p": ("p",), "a": ("a", "p"), "a1": ("a1", "a", "p")}
    assert allowed_member(Viewer("x", "enterprise", "a"), "a1", chains) == "a1"
    assert allowed_member(LOCAL, "a1", chains) == "a1"
