# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# Every test there is. The journeys go through the installed program, so it is installed first.

dev_test () {
  local status=0
  rm -f "$build"/dev-{points,failures} "$build/meson-logs/testlog.json"
  build_program || die "The build failed."
  use_program
  export TRINHKY_PROGRAM=$prefix/bin/trinhky
  export TRINHKY_PICTURES=$project/out/failed
  meson test -C "$build" --print-errorlogs "$@" || status=$?
  if [ -f "$build/meson-logs/testlog.json" ]; then
    python3 "$tools/points.py" "$build/meson-logs/testlog.json" >"$build/dev-points"
    python3 "$tools/failures.py" "$build/meson-logs/testlog.json" >"$build/dev-failures"
  fi
  return "$status"
}
