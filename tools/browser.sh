#!/usr/bin/env bash
# Find a Chromium for the browser tests; on a machine with apt, install Debian's.
# Never fails: without a browser those tests skip, and say so.
set -uo pipefail
. "$(dirname "$0")/apt.sh"

have() {
    local name
    for name in "${TANLU_CHROMIUM:-}" chromium chromium-browser google-chrome; do
        [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && return 0
    done
    return 1
}

have && exit 0
apt_install "Chromium for the browser tests" chromium
have && exit 0
cat >&2 <<'NOTICE'
tanlu: ****************************************************************
tanlu: *** No Chromium found: the browser tests will be SKIPPED.    ***
tanlu: *** Install one (apt-get install chromium) or name it:       ***
tanlu: *** TANLU_CHROMIUM=/path/to/chromium make test               ***
tanlu: ****************************************************************
NOTICE
exit 0
