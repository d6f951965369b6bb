#!/usr/bin/env bash
# Recreate requirements/*.txt: exact versions and digests, and no index's address.
set -euo pipefail
uv="${1:?the uv program}"
lock() {
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" "$@"
}
lock pyproject.toml --all-extras --group dev --no-emit-package tanlu -o requirements/lock.txt
lock requirements/node.in -o requirements/node.txt
if grep -nE 'https?:|^--|file:' requirements/*.txt; then
    echo "lock: the lines above carry an address or an option; they must not be committed." >&2
    exit 1
fi
