#!/usr/bin/env bash
# Find a Java for the tests that start a Spark cluster; on a machine with apt, install Debian's.
# Never fails: without Java those tests skip, and say so.
set -uo pipefail

have() {
    [ -x "${JAVA_HOME:-}/bin/java" ] || command -v java >/dev/null 2>&1
}

have && exit 0
if command -v apt-get >/dev/null 2>&1; then
    as_root=()
    [ "$(id -u)" = 0 ] || as_root=(sudo -n)
    if "${as_root[@]}" true 2>/dev/null; then
        echo "tanlu: installing a Java runtime for the Spark tests (once)"
        install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y
            --no-install-recommends install)
        for package in openjdk-17-jre-headless default-jre-headless; do
            "${install[@]}" "$package" >/dev/null 2>&1 || {
                "${as_root[@]}" apt-get -qq update >/dev/null 2>&1
                "${install[@]}" "$package" >/dev/null 2>&1
            }
            have && break
        done
    fi
fi
have && exit 0
cat >&2 <<'NOTICE'
tanlu: ****************************************************************
tanlu: *** No Java found: the tests on Spark will be SKIPPED.       ***
tanlu: *** Install one (apt-get install openjdk-17-jre-headless)    ***
tanlu: *** or name it: JAVA_HOME=/path/to/java make test            ***
tanlu: ****************************************************************
NOTICE
exit 0
