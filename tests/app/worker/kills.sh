#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# kill -9 at random moments of the worker, which is then resumed, or of a client that watches it: the weights at the end must be those of
# a run that was never disturbed, to the bit; no scalar may be missing; records and project must be whole.
#   tests/app/worker/kills.sh [KILLS] [FOLDER OF PROGRAMS]
set -euo pipefail
kills=${1:-100}
root=$(cd "$(dirname "$0")/../../.." && pwd)
bin=${2:-$root/build/bin}
work=$(mktemp -d)
worker= client=
trap 'kill -9 $worker $client 2>/dev/null || true; rm -rf "$work"' EXIT
settings=(--set training.epochs=1000)
steps=9000

start() { # arguments of the worker; sets worker
    "$bin/deepseek-worker" --runs "$work/runs" "$@" >/dev/null 2>&1 &
    worker=$!
}
watch() {
    "$bin/deepseek" attach run --runs "$work/runs" --json >/dev/null 2>&1 &
    client=$!
}
alive() { kill -0 "$1" 2>/dev/null; }

start --project "$root/resources/projects/wine.dsw" --run whole "${settings[@]}"
wait "$worker"

killed_workers=0 killed_clients=0
start --project "$root/resources/projects/wine.dsw" --run run "${settings[@]}"
while [ $((killed_workers + killed_clients)) -lt "$kills" ]; do
    alive "${client:-0}" && [ -n "$client" ] || watch
    sleep "0.$((RANDOM % 60 + 10))"
    if [ $((RANDOM % 2)) -eq 0 ]; then
        kill -9 "$client" 2>/dev/null && killed_clients=$((killed_clients + 1))
        wait "$client" 2>/dev/null || true
        continue
    fi
    if ! kill -9 "$worker" 2>/dev/null; then
        # It was done before the kill: the rest of the kills are for another run with the same end.
        rm -rf "$work/runs/run" && "$bin/deepseek" runs delete run --runs "$work/runs" >/dev/null
        start --project "$root/resources/projects/wine.dsw" --run run "${settings[@]}"
        continue
    fi
    killed_workers=$((killed_workers + 1))
    wait "$worker" 2>/dev/null || true
    if [ -f "$work/runs/run/last.ckpt" ]; then
        start --resume run
    else
        "$bin/deepseek" runs delete run --runs "$work/runs" >/dev/null 2>&1 || rm -rf "$work/runs/run"
        start --project "$root/resources/projects/wine.dsw" --run run "${settings[@]}"
    fi
done
wait "$worker" || true
[ "$(sqlite3 "$work/runs/runs.sqlite" "select state from runs where id='run'")" = finished ] || {
    start --resume run
    wait "$worker"
}

echo "killed $killed_workers workers and $killed_clients clients"
dump() { "$bin/deepseek" evaluate "$1" --last --runs "$work/runs" --json | sed 's/"run":"[^"]*"//; s/"seconds":[^,}]*//'; }
a=$(dump whole) b=$(dump run)
[ "$a" = "$b" ] && echo "evaluation: the same figures to the last digit" || { echo "evaluation differs: $a / $b"; exit 1; }
missing=$(comm -23 <(seq 1 "$steps" | sort) <(sqlite3 "$work/runs/runs.sqlite" "select distinct step from scalars where run='run' and name='train/loss'" | sort) | wc -l)
echo "steps without a recorded loss: $missing"
echo "records: $(sqlite3 "$work/runs/runs.sqlite" 'pragma integrity_check')"
"$bin/deepseek" check "$root/resources/projects/wine.dsw" >/dev/null && echo "project: whole"
cmp <(sed 's/"epochs": [0-9]*//' "$work/runs/run/project.dsw") <(sed 's/"epochs": [0-9]*//' "$work/runs/whole/project.dsw")
[ "$missing" -eq 0 ]
