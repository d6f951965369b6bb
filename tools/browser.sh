#!/usr/bin/env bash
# Find a Chromium for the browser tests; on a machine with apt, install Debian's.
# Never fails: without a browser those tests skip, and say so.
set -uo pipefail

have() {
    local name
    for name in "${TANLU_CHROMIUM:-}" chromium chromium-browser google-chrome; do
        [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && return 0
    done
    return 1
}

have && exit 0
if command -v apt-get >/dev/null 2>&1; then
    as_root=()
    [ "$(id -u)" = 0 ] || as_root=(sudo -n)
    if "${as_root[@]}" true 2>/dev/null; then
        echo "tanlu: installing Chromium for the browser tests (once)"
        install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y
            --no-install-recommends install chromium)
        "${install[@]}" >/dev/null 2>&1 || {
            "${as_root[@]}" apt-get -qq update >/dev/null 2>&1
            "${install[@]}" >/dev/null 2>&1
        }
    fi
fi
have && exit 0
cat >&2 <<'NOTICE'
tanlu: ****************************************************************
tanlu: *** No Chromium found: the browser tests will be SKIPPED.    ***
tanlu: *** Install one (apt-get install chromium) or name it:       ***
tanlu: *** TANLU_CHROMIUM=/path/to/chromium make test               ***
tanlu: ****************************************************************
NOTICE
exit 0
