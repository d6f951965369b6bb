"""What keeps the page safe: policy, hosts, writes, paths, addresses."""

import re

import pytest
from click.testing import CliRunner

from tanlu.cli import tanlu
from tanlu.cli.serve import loopback
from tanlu.errors import AccessError
from tanlu.web import app as web


def test_every_answer_carries_the_policy(client):
    for path in ("/api/v1/parks", "/api/v1/nothing"):
        policy = client.get(path).headers["content-security-policy"]
        assert "script-src 'self';" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy


def test_a_page_has_a_fresh_nonce(client, tmp_path, monkeypatch):
    (tmp_path / "index.html").write_text('<meta name="csp-nonce" content="__CSP_NONCE__">')
    monkeypatch.setattr(web, "STATIC", tmp_path)
    seen = set()
    for path in ("/", "/explain", "/data/flows"):
        answer = client.get(path)
        nonce = re.search(r'content="([\w-]{16,})"', answer.text)[1]
        assert f"'nonce-{nonce}'" in answer.headers["content-security-policy"]
        seen.add(nonce)
    assert len(seen) == 3


def test_pages_not_built_is_said(client, tmp_path, monkeypatch):
    monkeypatch.setattr(web, "STATIC", tmp_path / "none")
    answer = client.get("/")
    assert answer.json()["code"] == "no_pages"


@pytest.mark.parametrize(
    "path", ["/..%2f..%2fapp.py", "/%2e%2e/app.py", "/assets/..%2f..%2fapp.py"]
)
def test_no_file_outside_the_pages_is_served(client, path):
    assert "create_app" not in client.get(path).text


def test_a_foreign_name_for_this_machine_is_refused(client):
    answer = client.get("/api/v1/parks", headers={"host": "evil.example:8642"})
    assert answer.status_code == 421


def test_a_write_of_another_site_is_refused(desk):
    from fastapi.testclient import TestClient

    with TestClient(web.create_app(desk)) as plain:
        answer = plain.post("/api/v1/parks/pair/reports", json={})
    assert answer.status_code == 403
    assert answer.json()["code"] == "foreign_write"


def test_a_huge_body_is_refused_before_it_is_read(client):
    headers = {"content-length": str(10**10)}
    answer = client.post("/api/v1/parks/pair/import", content=b"x", headers=headers)
    assert answer.status_code == 413


@pytest.mark.parametrize("host", ["192.168.1.5", "::", "example.org", ""])
def test_serve_refuses_other_addresses_and_says_why(host, tmp_path):
    result = CliRunner().invoke(
        tanlu, ["serve", "--host", host, "--store", str(tmp_path / "s"), "--lang", "zh"]
    )
    assert result.exit_code == AccessError.exit_code
    assert "账户" in result.output
    assert not (tmp_path / "s").exists()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.9"])
def test_serve_takes_this_machines_own(host):
    assert loopback(host)
