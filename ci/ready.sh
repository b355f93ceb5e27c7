#!/usr/bin/env bash
# Checks whether a draft may be published, and keeps the result and the outputs in a folder. Ends with the exit code of
# `programme ready`. Variables: DATA (folder of the dataset), OUT (output folder), REQUIRE (such as verapdf), SINCE (the
# edition to compare with).
set -euo pipefail
data=${DATA:-data} out=${OUT:-output} status=0
mkdir -p "$out"

programme ready --data "$data" ${REQUIRE:+--require "$REQUIRE"} --json >"$out/ready.json" || status=$?
if [ "$status" -gt 1 ]; then exit "$status"; fi
if [ -n "${GITHUB_ACTIONS:-}" ]; then programme check --data "$data" --format github || true; fi
if [ -n "${SINCE:-}" ]; then programme diff "$SINCE" draft --data "$data" --format md >"$out/changes.md"; fi
programme build --data "$data" --out "$out" --format pdf,docx,html,ics,json,csv || [ "$status" -ne 0 ]
exit "$status"
