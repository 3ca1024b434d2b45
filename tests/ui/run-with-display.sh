#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# run-with-display.sh COMMAND…: runs it on a display, a session bus and folders of its own.
# Where a display cannot be made the test says "skip" (status 77).

set -u

for program in Xvfb dbus-run-session; do
  command -v "$program" >/dev/null || { echo "1..0 # SKIP $program is not there"; exit 77; }
done

folder=$(mktemp -d --tmpdir trinhky-ui-XXXXXX)
server=
clean () {
  [ -z "$server" ] || kill "$server" 2>/dev/null
  rm -rf "$folder"
}
trap clean EXIT
trap 'exit 130' INT TERM

# The server picks a free display itself, so that no two tests meet. A key that a busy machine holds long is not repeated.
mkfifo "$folder/display"
Xvfb -displayfd 3 -screen 0 1280x1024x24 -nolisten tcp -noreset -r 3>"$folder/display" >/dev/null 2>&1 &
server=$!
read -r -t 60 number <"$folder/display" || { echo '1..0 # SKIP Xvfb did not start'; exit 77; }

mkdir -m 700 "$folder/run" "$folder/home"
export DISPLAY=:$number HOME=$folder/home XDG_RUNTIME_DIR=$folder/run
export GDK_BACKEND=x11 GSK_RENDERER=cairo GTK_A11Y=none GSETTINGS_BACKEND=memory ADW_DISABLE_PORTAL=1 GDK_DEBUG=no-portals
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_STATE_HOME WAYLAND_DISPLAY GTK_THEME ADW_DEBUG_COLOR_SCHEME

dbus-run-session -- "$@" 2> >(grep -v 'Failed to set fd limit\|shader cache' >&2)
