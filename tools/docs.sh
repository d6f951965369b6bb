#!/usr/bin/env bash
# Build docs/ into site/, without the network.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ ! -f mkdocs.yml ]; then
    echo "tanlu: *** there is no mkdocs.yml: the documentation is NOT built. ***" >&2
    exit 0
fi
NO_MKDOCS_2_WARNING=1 DISABLE_MKDOCS_2_WARNING=true \
    .venv/bin/mkdocs build --quiet --strict
echo "tanlu: documentation in site/index.html"
