#!/usr/bin/env bash
# All tests: those in a browser first and alone, the others in two processes beside each
# other, as most of them use one core only. With arguments: those tests, in one process.
set -uo pipefail
cd "$(dirname "$0")/.."
python=.venv/bin/python
[ $# -gt 0 ] && exec "$python" -m pytest "$@"

browser=(tests/e2e tests/e2e_reports)
half=(src tests/unit tests/golden)
rest=()
for path in tests/*/; do
    case "$path" in
    tests/e2e/ | tests/e2e_reports/ | tests/unit/ | tests/golden/ | *__pycache__/) ;;
    *) rest+=("${path%/}") ;;
    esac
done

log="$(mktemp)"
trap 'rm -f "$log"' EXIT
"$python" -m pytest -p no:cacheprovider "${browser[@]}"
first=$?
"$python" -m pytest -p no:cacheprovider "${half[@]}" >"$log" 2>&1 &
beside=$!
"$python" -m pytest -p no:cacheprovider "${rest[@]}"
second=$?
wait "$beside"
third=$?
cat "$log"
[ "$first" = 0 ] && [ "$second" = 0 ] && [ "$third" = 0 ]
