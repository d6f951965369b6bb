"""What git tracks: no addresses of package indexes, no traces of one workplace."""

import json
import re
import tomllib

import pytest

from tests.architecture.tree import ROOT, name_of, text_of, tracked

# In pieces, so that this file may stand.
HOSTS = [
    "py" + r"pi\.(?:org|python|tuna|doubanio|mirrors)",
    "python" + r"hosted\.org",
    "np" + r"mjs\.(?:org|com)",
    "npm" + r"mirror\.com",
    r"npm\.tao" + r"bao\.org",
    "yarn" + r"pkg\.com",
    "unpkg" + r"\.com",
    "jsdel" + r"ivr\.net",
    "deb" + r"\.debian\.org",
    "security" + r"\.debian\.org",
    "archive" + r"\.ubuntu\.com",
    "conda" + r"\.anaconda\.org",
    r"crates" + r"\.io",
    r"proxy" + r"\.golang\.org",
    r"repo1?\.maven" + r"\.",
    r"mirrors?\.(?:aliyun|tencent|cloud\.tencent|huaweicloud|163|ustc|tuna|bfsu|sjtu|nju|zju)",
]
HOST = re.compile("|".join(HOSTS), re.IGNORECASE)
INDEX_OPTION = re.compile(
    r"^\s*--(?:extra-)?index-url|^\s*--find-links|^\s*registry\s*=\s*\W?http", re.MULTILINE
)
WORKPLACE = re.compile(
    r"(?<!wind )(?<!solar )\bfar" + r"m-[a-z]|/wor" + r"k/(?:main|shared|\.library|\.mirror)"
)
FRAGMENT = re.compile(r"[\w+-]+\.(feature|fix|factor|change|docs)(\.\d+)?\.md")


def hits(pattern):
    return [
        f"{name_of(path)}: {found[0].strip()}"
        for path in tracked()
        if (text := text_of(path)) and (found := pattern.search(text))
    ]


def test_no_file_names_a_package_index():
    assert not hits(HOST)


def test_no_file_chooses_a_package_index():
    assert not hits(INDEX_OPTION)


def test_no_file_names_the_tools_of_one_workplace():
    assert not hits(WORKPLACE)


@pytest.mark.parametrize("name", ["lock.txt", "node.txt"])
def test_the_lock_is_exact_and_has_no_address(name):
    text = (ROOT / "requirements" / name).read_text("utf-8")
    entries = [line for line in text.splitlines() if line[:1] not in {"", "#", " "}]
    assert entries
    assert all("==" in line for line in entries)
    assert text.count("--hash=sha256:") >= len(entries)
    assert "://" not in text


def test_the_lock_has_every_dependency():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extras = project["project"]["optional-dependencies"].values()
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    wanted += [each for extra in extras for each in extra]
    names = {re.split(r"[\[<>=; ]", each)[0].lower() for each in wanted} - {"tanlu"}
    locked = (ROOT / "requirements" / "lock.txt").read_text("utf-8")
    assert not names - set(re.findall(r"^([\w.-]+)==", locked, re.MULTILINE)), "run `make lock`"


def test_the_lock_of_the_pages_has_no_address():
    lock = ROOT / "ui" / "package-lock.json"
    if not lock.exists():
        pytest.skip("there is no ui/package-lock.json yet")
    packages = json.loads(lock.read_text("utf-8"))["packages"]
    assert not [name for name, entry in packages.items() if "resolved" in entry]


def test_every_change_is_told():
    fragments = [path for path in sorted((ROOT / "changelog.d").glob("*.*")) if path.name[0] != "."]
    fragments = [path for path in fragments if path.name not in {"README.md", "_template.md"}]
    odd = [path.name for path in fragments if not FRAGMENT.fullmatch(path.name)]
    empty = [path.name for path in fragments if not path.read_text("utf-8").strip()]
    released = re.search(r"^## \d", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert not odd, "name it <slug>.<feature|fix|factor|change|docs>.md"
    assert not empty
    assert fragments or released


def test_made_files_are_not_tracked():
    made = ("src/tanlu/web/static/", "src/tanlu/catalog/compiled.json", ".venv/", "dist/")
    assert not [name for path in tracked() if (name := name_of(path)).startswith(made)]
