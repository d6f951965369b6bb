#!/usr/bin/env bash
# Find a Java for the tests that start a Spark cluster; on a machine with apt, install Debian's.
# Never fails: without Java those tests skip, and say so.
set -uo pipefail
. "$(dirname "$0")/apt.sh"

have() {
    [ -x "${JAVA_HOME:-}/bin/java" ] || command -v java >/dev/null 2>&1
}

have && exit 0
apt_install "a Java runtime for the Spark tests" openjdk-17-jre-headless default-jre-headless
have && exit 0
cat >&2 <<'NOTICE'
tanlu: ****************************************************************
tanlu: *** No Java found: the tests on Spark will be SKIPPED.       ***
tanlu: *** Install one (apt-get install openjdk-17-jre-headless)    ***
tanlu: *** or name it: JAVA_HOME=/path/to/java make test            ***
tanlu: ****************************************************************
NOTICE
exit 0
