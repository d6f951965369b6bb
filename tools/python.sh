#!/usr/bin/env bash
# Print a Python ≥ 3.11 that runs and can make a virtual environment.
# PYTHON=/path/to/python overrides the search.
set -euo pipefail
fits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
whole() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }
bare=""
for python in ${PYTHON:+"$PYTHON"} python3.14 python3.13 python3.12 python3.11 python3 python; do
    found="$(command -v "$python" 2>/dev/null)" || continue
    fits "$found" || continue
    if whole "$found"; then
        echo "$found"
        exit 0
    fi
    bare="$found"
done
if [ -n "$bare" ]; then
    echo "tanlu: $bare cannot make a virtual environment: it lacks venv or ensurepip." >&2
    echo "       On Debian or Ubuntu: apt-get install python3-venv" >&2
else
    echo "tanlu: no Python ≥ 3.11 found (tried python3.14 … python3.11, python3, python)." >&2
    echo "       Install one, or name it: make PYTHON=/path/to/python3.12 …" >&2
fi
exit 1
