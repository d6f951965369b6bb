#!/usr/bin/env bash
# Bring .venv up to requirements/lock.txt; every file is checked against its digest.
set -euo pipefail
cd "$(dirname "$0")/.."
if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    python="$(tools/python.sh)"
    echo "tanlu: making .venv with $("$python" --version) (once; about a minute)"
    rm -rf .venv
    "$python" -m venv .venv
else
    echo "tanlu: bringing .venv up to requirements/lock.txt"
fi
.venv/bin/python -m pip install -qq --disable-pip-version-check \
    --no-compile --require-hashes --no-deps -r requirements/lock.txt
# Compiled here on all cores: pip does it on one.
.venv/bin/python -W ignore -m compileall -qq -j 0 .venv/lib || true
