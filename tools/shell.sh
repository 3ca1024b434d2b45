# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors

dev_shell () {
  if [ "${1:-}" = --no-build ]; then
    shift
  elif [ $# -eq 0 ]; then
    ( build_program_quietly ) || say "this shell has no fresh trinhky"
  else
    build_program_quietly
  fi
  use_program
  if [ $# -eq 0 ]; then
    export TRINHKY_SHELL=1 PS1='(trinhky) \w\$ '
    exec bash --norc
  fi
  exec "$@"
}
