#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# kill -9 at random moments of a run, each time resumed from its last checkpoint: the weights at the end must be those of a run that
# was never stopped, to the bit, and no scalar that had been reported may be missing.
# Needs h5diff (package hdf5-tools) and sqlite3.
#   tests/app/cli/kill_and_resume.sh [KILLS] [PROGRAM]
set -euo pipefail
kills=${1:-50}
root=$(cd "$(dirname "$0")/../../.." && pwd)
deepseek=${2:-$root/build/bin/deepseek}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
project=$root/resources/projects/fashion-mnist-mlp.dsw
train() { exec "$deepseek" train "$@" --runs "$work/runs" --json; } # exec: the process to kill is the program itself
run_of() { grep -o '"run":"[^"]*"' "$1" | head -n 1 | cut -d'"' -f4 || true; }
settings=(--steps 4000 --set training.checkpoint_every=20)

(train "$project" "${settings[@]}" >"$work/whole.log")
whole=$(run_of "$work/whole.log")

train "$project" "${settings[@]}" >"$work/part.log" &
pid=$!
killed=0
run=
while [ "$killed" -lt "$kills" ]; do
    # Somewhere within the next part of the run: while loading, stepping, validating or writing a checkpoint.
    sleep "0.$((RANDOM % 90 + 10))"
    kill -9 "$pid" 2>/dev/null && killed=$((killed + 1))
    wait "$pid" 2>/dev/null || true
    [ -n "$run" ] || run=$(run_of "$work/part.log")
    if [ -z "$run" ] || [ ! -f "$work/runs/$run/last.ckpt" ]; then
        run=
        train "$project" "${settings[@]}" >"$work/part.log" &
    else
        if grep -q '"event":"summary"' "$work/part.log"; then
            # It was done before the kill: start over.
            run=
            train "$project" "${settings[@]}" >"$work/part.log" &
        else
            train --resume "$run" >"$work/part.log" &
        fi
    fi
    pid=$!
done
wait "$pid" || true
[ -n "$run" ] || run=$(run_of "$work/part.log")
grep -q '"event":"summary"' "$work/part.log" || (train --resume "$run" >"$work/part.log")

missing=$(comm -23 <(seq 1 4000 | sort) <(sqlite3 "$work/runs/runs.sqlite" "select distinct step from scalars where run='$run' and name='train/loss'" | sort) | wc -l)
echo "killed $killed times"
# Parameters, optimiser and states, bit by bit; h5diff fails where one differs or is missing.
tensors=$(h5diff -v "$work/runs/$whole/last.ckpt" "$work/runs/$run/last.ckpt" /tensors /tensors | grep -c '^dataset:')
[ "$tensors" -gt 0 ] && echo "$tensors tensors of the last checkpoint are the same to the bit"
echo "steps without a recorded loss: $missing"
[ "$missing" -eq 0 ]
