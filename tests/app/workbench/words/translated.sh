#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every text that people read is translated: brings copies of the translations up to date with the sources and names what is
# unfinished then. Usage: translated.sh SOURCE_DIR BUILD_DIR
set -euo pipefail
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
BUILD_DIR=$2 "$1/installer/words" --check "$scratch"
missing=0
for file in "$scratch"/*.ts; do
  # Of a text with several lines the first is enough to find it.
  found=$(awk '
    /<name>/ { gsub(/.*<name>|<\/name>.*/, ""); context = $0 }
    /<source>/ { gsub(/.*<source>|<\/source>.*/, ""); text = $0 }
    /<translation.*type="unfinished"/ { print "  " context ": " text }' "$file")
  [[ -z $found ]] && continue
  echo "$(basename "$file") lacks:"
  echo "$found"
  missing=$((missing + $(wc -l <<<"$found")))
done
if ((missing)); then
  echo "$missing texts are not translated. CONTRIBUTING.md, \"Words\", says how."
  exit 1
fi
