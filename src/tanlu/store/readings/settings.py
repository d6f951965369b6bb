"""`readings/settings.yaml`: where the table lies and which engine sums it."""

from pathlib import Path

import yaml

from tanlu.errors import InputError, Place
from tanlu.store.readings.records import Settings

_NAMES = ("table", "engine")


def read_settings(folder: Path) -> Settings:
    """The settings of a folder of readings; the defaults where it has none.

    Raises:
        InputError: When a setting is not known, or is no text.
    """
    path = folder / "settings.yaml"
    if not path.exists():
        return Settings()
    raw = yaml.safe_load(path.read_text("utf-8")) or {}
    strange = [str(n) for n in raw if n not in _NAMES] if isinstance(raw, dict) else [str(raw)]
    wrong = strange or [name for name in raw if not isinstance(raw[name], str)]
    if wrong:
        known = ", ".join(_NAMES)
        raise InputError.of(
            "readings_setting", Place(str(path), column=wrong[0]), setting=wrong[0], known=known
        )
    return Settings(**raw)
