"""Build hook: what is made, not written, still belongs in the wheel.

Two things are built and never committed:

- the browser application, `src/tanlu/web/static/`, by `make ui`;
- the compiled catalog, `src/tanlu/catalog/compiled.json`, by `tanlu.catalog.compile`.

A wheel without them is still a working command line, so their absence is a loud
notice and not an error.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

STATIC = "src/tanlu/web/static"
CATALOG = "src/tanlu/catalog/compiled.json"


class MadeFiles(BuildHookInterface):
    """Take along what `make` has made."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalog and list the made files as artifacts."""
        if version == "editable":
            return
        root = Path(self.root)
        self._compile_catalog(root)
        for made, how in ((STATIC, "make ui"), (CATALOG, "make wheel")):
            if not (root / made).exists():
                self.app.display_warning(
                    f"tanlu: {made} is missing and will not be in this wheel ({how} makes it)."
                )
        build_data["artifacts"] += [f"/{STATIC}/**", f"/{CATALOG}"]

    def _compile_catalog(self, root: Path) -> None:
        """Have the package compile its own catalog, where it can be imported."""
        sys.path.insert(0, str(root / "src"))
        try:
            compiler = importlib.import_module("tanlu.catalog.compile")
        except ImportError as absent:
            self.app.display_warning(f"tanlu: the catalog was not compiled ({absent}).")
            return
        finally:
            sys.path.pop(0)
        compiler.compile_catalog(target=root / CATALOG)
