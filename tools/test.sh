#!/usr/bin/env bash
# All tests, in two processes beside each other: most of them use one core only.
# With arguments: those tests, in one process.
set -uo pipefail
cd "$(dirname "$0")/.."
python=.venv/bin/python
[ $# -gt 0 ] && exec "$python" -m pytest "$@"

half=(src tests/unit tests/golden)
rest=()
for path in tests/*/ tests/test_*.py; do
    [ -e "$path" ] || continue
    case "$path" in
    tests/unit/ | tests/golden/ | *__pycache__/) ;;
    *) rest+=("${path%/}") ;;
    esac
done

log="$(mktemp)"
trap 'rm -f "$log"' EXIT
"$python" -m pytest -p no:cacheprovider "${half[@]}" >"$log" 2>&1 &
beside=$!
"$python" -m pytest -p no:cacheprovider "${rest[@]}"
first=$?
wait "$beside"
second=$?
cat "$log"
[ "$first" = 0 ] && [ "$second" = 0 ]
