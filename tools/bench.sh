# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# Each program of tests/bench measures ours and a minimal one side by side, in one run,
# and prints lines of "what TAB measured TAB limit TAB ok|over"; it fails when one is over.

release=$build-release

bench_build () {
  build_setup "$release" --prefix="$release/prefix" -Dbuildtype=release -Dbench=true &&
    ninja -C "$release" &&
    meson install -C "$release" --no-rebuild --only-changed --quiet
}

use_release () {
  bench_build >&2 || die "The release build failed."
  prefix=$release/prefix
  use_program
}

# One column as wide as its longest text, in letters and not in bytes
bench_table () {
  python3 -c '
import sys
rows = [line.rstrip ("\n").split ("\t") for line in sys.stdin]
rows.insert (0, ["", "measured", "limit", ""])
widths = [max (len (row[i]) for row in rows) for i in range (3)]
for row in rows:
    print ("  ".join (text.ljust (width) for text, width in zip (row, widths)) + "  " + row[3])'
}

# dev_bench [PART OF A NAME]
dev_bench () {
  local failed=0 lines program
  use_release
  export TRINHKY_PROGRAM=$prefix/bin/trinhky TRINHKY_BUILD=$release TRINHKY_DATA=$project/data
  export PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=$project/tests/e2e
  lines=$(mktemp)
  for program in "$release"/tests/bench/bench-* "$project"/tests/bench/bench-*.py; do
    [ -f "$program" ] && [ -x "$program" ] || continue
    [ $# -eq 0 ] || [[ $(basename "$program") == *"$1"* ]] || continue
    say "$(basename "$program")"
    "$program" >>"$lines" || { failed=$((failed + 1)); say "$(basename "$program") failed"; }
  done
  bench_table <"$lines"
  rm -f "$lines"
  [ "$failed" -eq 0 ]
}
