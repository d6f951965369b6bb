"""What the architecture tests look at: the tree of files, parsed once."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "tanlu"


def sources(*packages: str) -> list[Path]:
    """All Python files of tanlu, or of some of its packages (those that exist)."""
    if not packages:
        return sorted(SRC.rglob("*.py"))
    return sorted(path for package in packages for path in (SRC / package).rglob("*.py"))


def name_of(path: Path) -> str:
    """`src/tanlu/model/park.py` for a path below the root."""
    return path.relative_to(ROOT).as_posix()


def module_of(path: Path) -> str:
    """`tanlu.model.park` for a path below `src`."""
    parts = path.relative_to(ROOT / "src").with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of one file."""
    return ast.parse(path.read_text("utf-8"), str(path))


@cache
def tracked() -> tuple[Path, ...]:
    """Files that git tracks and that are there; all files where there is no git."""
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    names = listing.stdout.decode().split("\0") if listing.returncode == 0 else []
    found = [ROOT / name for name in names if name]
    return tuple(path for path in found if path.is_file() and not path.is_symlink())


@cache
def text_of(path: Path) -> str | None:
    """The text of one file, None for a binary one."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None
