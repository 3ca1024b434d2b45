# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# The program as a real Flatpak: built, installed, tried in its sandbox, measured.

. "$tools/bench.sh"
. "$tools/flatpak-older.sh"

build_and_install_flatpak () {
  build_flatpak "$@"
  install_flatpak
}

try_flatpak () {
  export TRINHKY_STICKS=$flatpak_place/sticks
  flatpak_step sticks make_sticks "$TRINHKY_STICKS"
  build_program_quietly
  use_program
  export TRINHKY_PROGRAM=$prefix/bin/trinhky TRINHKY_PICTURES=$project/out/failed
  export PYTHONDONTWRITEBYTECODE=1
  # The session's folder is the same inside and outside of a sandbox, and nobody else's meanwhile.
  unshare --mount --propagation private sh -euc 'mkdir -p "$1"; mount -t tmpfs -o mode=700 tmpfs "$1"; folder=$2; shift 2
    exec python3 "$folder/flatpak-journey.py" "$@"' sh "/run/user/$(id -u)" "$project/tests/e2e" "$@"
}

# Beside a program outside that is built as the one inside is
measure_flatpak () {
  use_release
  TRINHKY_CONFIG=$release TRINHKY_PROGRAM=$prefix/bin/trinhky python3 "$project/tests/bench/flatpak-start.py"
}

dev_flatpak () {
  local step modules=()
  [ $# -gt 0 ] || set -- build try measure
  mkdir -p "$flatpak_place"
  for step in "$@"; do
    case $step in
      modules) modules=(--modules) ;;
      build) flatpak_step build build_and_install_flatpak "${modules[@]}" ;;
      try) try_flatpak ;;
      try=*) try_flatpak "${step#try=}" ;;
      measure) measure_flatpak ;;
      *) die "$step is no step of flatpak: build, try, measure, or modules before them." ;;
    esac
  done
}
