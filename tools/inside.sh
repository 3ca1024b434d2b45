#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# One command of ./dev, with the tool set at hand.

set -euo pipefail

tools=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$(dirname "$tools")

. "$tools/messages.sh"
. "$tools/build.sh"

command=$1
shift

case $command in
  shell) . "$tools/shell.sh" ;;
  run) . "$tools/run.sh" ;;
  test) . "$tools/test.sh" ;;
  check) . "$tools/check.sh" ;;
  bench) . "$tools/bench.sh" ;;
  screenshots) . "$tools/screenshots.sh" ;;
  flatpak) . "$tools/flatpak.sh" ;;
  bundle) . "$tools/bundle.sh" ;;
esac

"dev_$command" "$@"
