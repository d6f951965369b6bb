"""Whatever there is, is documented; links lead somewhere; both languages are there."""

import importlib
import importlib.util
import re
import runpy

import click
import pytest
import yaml
from pages import DOCS, ROOT, written

from tanlu.cli import VERBS, tanlu
from tanlu.cli.serve import serve
from tanlu.errors import wording
from tanlu.model.table import park_fields, tables

LINK = re.compile(r"!?\[[^\]]*\]\((?P<to>[^)\s#]+)(?:#[^)]*)?\)")
HAN = re.compile(r"[一-鿿]")


@pytest.fixture(scope="module")
def reference(tmp_path_factory):
    place = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    module = importlib.util.module_from_spec(place)
    place.loader.exec_module(module)
    folder = tmp_path_factory.mktemp("reference")
    module.main(folder)
    return {p.stem: p.read_text("utf-8") for p in folder.rglob("*.md")}


def headings(page):
    return {
        word.strip("`·") for line in page.splitlines() if line[:1] == "#" for word in line.split()
    }


def leaves(command, name):
    if isinstance(command, click.Group):
        context = click.Context(command)
        for sub in command.list_commands(context):
            yield from leaves(command.get_command(context, sub), f"{name} {sub}")
    else:
        yield name, command


def test_every_verb_and_option(reference):
    found = list(leaves(tanlu, "tanlu"))
    assert len(found) >= len(VERBS)
    for name, command in found:
        assert name in reference["cli"], name
        for option in (o for p in command.params for o in p.opts if o.startswith("--")):
            assert option in reference["cli"], f"{name} {option}"


def test_every_fault_in_both_languages(reference):
    for code, words in wording().items():
        assert code in headings(reference["faults"]), code
        for part in ("what", "fix"):
            assert words[part]["en"], code
            assert HAN.search(words[part]["zh"]), code


def test_every_table_and_column_in_both_languages(reference):
    fields = [f for t in tables().values() for f in t.fields.values()]
    for field in [*fields, *park_fields().values()]:
        assert f"`{field.name}`" in reference["tables"]
        assert field.label.en in reference["tables"]
        assert field.label.zh in reference["tables"]
    for name in tables():
        assert f"{name}" in headings(reference["tables"])


def test_every_setting(reference):
    listed = yaml.safe_load((DOCS / "data" / "settings.yaml").read_text("utf-8"))
    code = "\n".join(p.read_text("utf-8") for p in (ROOT / "src" / "tanlu").rglob("*.py"))
    tests = "\n".join(p.read_text("utf-8") for p in (ROOT / "tests").rglob("*.py"))
    used = set(re.findall(r"TANLU_[A-Z0-9_]+", code + tests))
    assert used <= set(listed)
    assert all(f"`{name}`" in reference["settings"] for name in listed)


def test_every_module(reference):
    for path in (ROOT / "src" / "tanlu").rglob("*.py"):
        parts = path.relative_to(ROOT / "src").with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        assert name in headings(reference["modules"]), name


def test_every_rule_says_whether_it_is_kept(reference):
    for number in range(1, 15):
        assert f"R{number}" in reference["rules"]


def test_every_path_of_the_api_stands_in_its_note():
    from tanlu.web.api.routes import router

    note = (DOCS / "design" / "0001-api.md").read_text("utf-8")
    for route in router.routes:
        assert f"`{route.path}`" in note, route.path


@pytest.mark.parametrize("page", written(), ids=lambda p: str(p.relative_to(ROOT)))
def test_links_and_pictures_lead_somewhere(page, reference):
    for to in (m["to"] for m in LINK.finditer(page.read_text("utf-8"))):
        if to.startswith(("http:", "https:", "mailto:")):
            pytest.fail(f"{page.name}: {to}: pages need no outside address")
        target = (page.parent / to).resolve()
        is_made = target.parent.name == "reference" and target.stem in reference
        assert target.exists() or is_made, f"{page.name}: {to}"


@pytest.mark.parametrize("name", ["README.md", "docs/index.md"])
def test_the_first_pages_speak_both_languages(name):
    text = (ROOT / name).read_text("utf-8")
    assert len(HAN.findall(text)) > 150
    assert len(re.findall(r"[A-Za-z]{3,}", text)) > 100


def test_every_place_that_keeps_a_rule_exists():
    rules = yaml.safe_load((DOCS / "data" / "rules.yaml").read_text("utf-8"))
    for name in (where for rule in rules for where in rule.get("where", ())):
        module, _, member = name.rpartition(".")
        try:
            importlib.import_module(name)
        except ModuleNotFoundError:
            assert hasattr(importlib.import_module(module), member), name


@pytest.mark.parametrize(
    "script", sorted((ROOT / "examples").rglob("*.py")), ids=lambda path: path.name
)
def test_examples_run_and_are_short(script, capsys):
    assert len(script.read_text("utf-8").splitlines()) <= 60
    runpy.run_path(str(script), run_name="__main__")
    assert capsys.readouterr().out


def test_the_port_of_the_readme_is_the_programs():
    port = next(p for p in serve.params if p.name == "port")
    assert f"port {port.default};" in (ROOT / "README.md").read_text("utf-8")


def test_every_generated_page_is_in_the_menu(reference):
    menu = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert not [name for name in reference if f"reference/{name}.md" not in menu]
