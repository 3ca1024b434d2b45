# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# What ./dev says; always on standard error, so that standard output is the command's.

say () { printf 'dev: %s\n' "$*" >&2; }

die () {
  local line
  for line in "$@"; do say "$line"; done
  exit 125
}

# die_with_log LOG LINE…: the end of the log first, so that the reason is seen
die_with_log () {
  local log=$1
  shift
  tail -n 25 "$log" >&2 || true
  die "$@" "The whole log: $log"
}
