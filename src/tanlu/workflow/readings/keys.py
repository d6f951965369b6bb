"""Keys of senders: kept as digests beside the readings; a park with keys takes no push without.

A key is 256 random bits, so its plain digest tells nobody anything.
"""

import hashlib
import json
import os
import secrets
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from tanlu.errors import AccessError, ConflictError, NotFoundError

FILE = "keys.json"
_BEARER = "bearer "


@dataclass(frozen=True, slots=True)
class Key:
    """A sender's key: its name, the SHA-256 of it, since when."""

    name: str
    digest: str
    made_at: str


def keys_of(folder: Path) -> tuple[Key, ...]:
    """The keys of a folder of readings."""
    try:
        rows = json.loads((folder / FILE).read_text("utf-8"))
    except FileNotFoundError:
        return ()
    return tuple(Key(**row) for row in rows)


def add_key(folder: Path, name: str) -> str:
    """Make a key for a sender.

    Args:
        folder: The park's folder of readings.
        name: Who will send: it stands in the history of each value.

    Returns:
        The key. It is shown this once; only its digest is kept.

    Raises:
        ConflictError: When there is a key of that name.
    """
    known = keys_of(folder)
    if any(key.name == name for key in known):
        raise ConflictError.of("key_exists", name=name)
    token = f"tanlu_{secrets.token_urlsafe(32)}"
    made_at = datetime.now(UTC).isoformat(timespec="seconds")
    _write(folder, (*known, Key(name, digest_of(token), made_at)))
    return token


def drop_key(folder: Path, name: str) -> None:
    """Take a key away: what it sends from now on is refused.

    Raises:
        NotFoundError: When there is none of that name.
    """
    known = keys_of(folder)
    left = tuple(key for key in known if key.name != name)
    if len(left) == len(known):
        raise NotFoundError.of("not_found", thing=name)
    _write(folder, left)


def _write(folder: Path, keys: tuple[Key, ...]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f".{FILE}.part"
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump([asdict(key) for key in keys], file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    part.replace(folder / FILE)


def digest_of(token: str) -> str:
    """What is kept of a key.

    Example:
        >>> digest_of("tanlu_x")[:8]
        '1021de8b'
    """
    return hashlib.sha256(token.encode()).hexdigest()


def sender(folder: Path, park_id: str, authorization: str, otherwise: str) -> str:
    """Who sends.

    Args:
        folder: The park's folder of readings.
        park_id: For messages.
        authorization: The header: `Bearer` and a key.
        otherwise: Who it is when the park has no keys.

    Raises:
        AccessError: When the park has keys and this is none of them.
    """
    keys = keys_of(folder)
    if not keys:
        return otherwise
    given = authorization[len(_BEARER) :] if authorization.lower().startswith(_BEARER) else ""
    digest = digest_of(given.strip())
    found = [key.name for key in keys if secrets.compare_digest(key.digest, digest)]
    if not found:
        raise AccessError.of("need_key", park=park_id)
    return found[0]
