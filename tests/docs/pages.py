"""The documentation as its tests see it: pages, their blocks, and what running them gives.

A comment above a block says how it is treated:

    <!-- file: mine/flows.csv -->     the block is that file's content
    <!-- fails -->                    its last command must end with a fault
    <!-- output -->                   the block is what the Python block above prints
    <!-- not run: the reason -->      it does not run here

In a console block, lines after a command are what it prints; `...` stands for any lines.
"""

import contextlib
import fnmatch
import io
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from tanlu.cli import tanlu

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
RUNNING = ("python", "bash", "console")
BLOCK = re.compile(
    r"(?:^<!--\s*(?P<mark>[^>]*?)\s*-->\n+)?^```(?P<kind>\w+)[^\n]*\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Block:
    mark: str
    kind: str
    text: str


def written() -> list[Path]:
    """All hand-written pages."""
    pages = [*DOCS.rglob("*.md"), ROOT / "README.md", *(ROOT / "examples").rglob("README.md")]
    return sorted(pages)


def running() -> list[Path]:
    """Pages whose blocks run."""
    folders = [DOCS / "tutorials", DOCS / "how-to"]
    return [
        ROOT / "README.md",
        DOCS / "index.md",
        *sorted(p for f in folders for p in f.glob("*.md")),
    ]


def blocks(page: Path) -> list[Block]:
    text = page.read_text("utf-8")
    return [Block(m["mark"] or "", m["kind"], m["text"]) for m in BLOCK.finditer(text)]


def language(page: Path) -> str:
    return "zh" if page.name.endswith(".zh.md") else "en"


def steps(text: str) -> list[tuple[str, str]]:
    """Commands of a console block, each with what it should print."""
    found: list[tuple[str, str]] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], ""))
        elif found:
            command, expected = found[-1]
            found[-1] = (command, f"{expected}{line}\n")
    return found


def matches(expected: str, got: str) -> bool:
    """Whether an output is as printed; spaces at line ends do not count."""
    want = [line.rstrip() for line in expected.strip().splitlines()]
    have = "\n".join(line.rstrip() for line in got.strip().splitlines())
    if "..." not in want:
        return "\n".join(want) == have
    pattern = "\n".join(
        "*" if line == "..." else re.sub(r"([\[\]*?])", r"[\1]", line) for line in want
    )
    return fnmatch.fnmatchcase(have, pattern)


class Session:
    """A reader in an empty folder, doing what a page says."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder, self.language, self.names = folder, language, {"__name__": "page"}
        self.printed = ""

    def command(self, line: str) -> tuple[int, str]:
        """Run one command line; `tanlu` runs in this process, for speed."""
        with self._inside():
            if re.fullmatch(r"tanlu( [\w./=\u3400-\u9fff:-]+)*", line):
                result = CliRunner().invoke(tanlu, line.split()[1:], prog_name="tanlu")
                if result.exception and not isinstance(result.exception, SystemExit):
                    raise result.exception
                return result.exit_code, result.output
            path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
            done = subprocess.run(
                ["bash", "-ec", line],  # noqa: S607 - the page's own words
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, text=True,
                env={**os.environ, "PATH": path},
            )  # fmt: skip
            return done.returncode, done.stdout

    def python(self, text: str) -> str:
        """Run a Python block; names live on to the next one."""
        caught = io.StringIO()
        with self._inside(), contextlib.redirect_stdout(caught):
            exec(compile(text, "<page>", "exec"), self.names)  # noqa: S102 - the page's own words
        self.printed = caught.getvalue()
        return self.printed

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        assert path.resolve().is_relative_to(self.folder.resolve())
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    @contextlib.contextmanager
    def _inside(self):
        kept, before = Path.cwd(), os.environ.get("TANLU_LANG")
        os.chdir(self.folder)
        os.environ["TANLU_LANG"] = self.language
        try:
            yield
        finally:
            os.chdir(kept)
            os.environ.pop("TANLU_LANG")
            if before is not None:
                os.environ["TANLU_LANG"] = before


def run(block: Block, session: Session) -> list[str]:
    """Do what a block says; what did not come out as printed."""
    if block.mark.startswith("file:"):
        session.write(block.mark.removeprefix("file:").strip(), block.text)
    elif block.mark == "output":
        return [] if matches(block.text, session.printed) else [f"printed:\n{session.printed}"]
    elif block.mark.startswith("not run:") or block.kind not in RUNNING:
        return []
    elif block.kind == "python":
        session.python(block.text)
    else:
        return _commands(block, session)
    return []


def _commands(block: Block, session: Session) -> list[str]:
    wrong = []
    todo = steps(block.text) if block.kind == "console" else [(block.text, "")]
    for number, (line, expected) in enumerate(todo, start=1):
        code, output = session.command(line)
        must_fail = block.mark == "fails" and number == len(todo)
        if (code != 0) != must_fail:
            wrong.append(f"$ {line}\nended with {code}:\n{output}")
        if expected and not matches(expected, output):
            wrong.append(f"$ {line}\nprinted:\n{output}\nnot:\n{expected}")
    return wrong
