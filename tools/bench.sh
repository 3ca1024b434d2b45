# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# Each program of tests/bench measures ours and a minimal one side by side, in one run,
# and prints "NAME: OURS OTHER RATIO LIMIT"; it fails when the ratio is over the limit.

dev_bench () {
  local release=$build-release failed=0 program
  { build_setup "$release" --prefix="$release/prefix" -Dbuildtype=release &&
    ninja -C "$release" && meson install -C "$release" --no-rebuild --only-changed --quiet; } >&2 ||
    die "The release build failed."
  prefix=$release/prefix
  use_program
  export TRINHKY_PROGRAM=$prefix/bin/trinhky TRINHKY_BUILD=$release TRINHKY_DATA=$project/data
  export PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=$project/tests/e2e
  for program in "$release"/tests/bench/* "$project"/tests/bench/*.py "$project"/tests/bench/*.sh; do
    [ -f "$program" ] && [ -x "$program" ] || continue
    case $program in *.so|*.a|*.p) continue ;; esac
    case $(basename "$program") in bench-*|*.py|*.sh) ;; *) continue ;; esac
    [ $# -eq 0 ] || [[ $(basename "$program") == *"$1"* ]] || continue
    say "$(basename "$program")"
    "$program" || { failed=$((failed + 1)); say "$(basename "$program") failed"; }
  done
  [ "$failed" -eq 0 ]
}
