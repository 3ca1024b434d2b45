# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# Is what this machine has enough?

system_modules=(
  'glib-2.0 >= 2.80' 'gio-unix-2.0 >= 2.80' 'json-glib-1.0 >= 1.8' 'sqlite3 >= 3.40'
  'pangocairo >= 1.52' 'pangoft2' 'cairo >= 1.18' 'cairo-pdf' 'libqpdf >= 11'
  'gtk4 >= 4.18' 'libadwaita-1 >= 1.7' 'gtksourceview-5'
)
system_programs=(meson ninja pkg-config msgfmt glib-compile-resources glib-compile-schemas blueprint-compiler)
display_programs=(Xvfb dbus-daemon import xdotool python3)
check_programs=(clang-format clang-tidy desktop-file-validate appstreamcli xmllint)

# what a command needs beyond the build, one name a line
system_programs_for () {
  printf '%s\n' "${system_programs[@]}"
  case $1 in
    run) [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || printf '%s\n' "${display_programs[@]}" ;;
    test|screenshots|bench) printf '%s\n' "${display_programs[@]}" ;;
    check) printf '%s\n' "${display_programs[@]}" "${check_programs[@]}" ;;
  esac
}

system_has_python_modules () {
  python3 -c 'import gi, jsonschema; gi.require_version ("Atspi", "2.0")' 2>/dev/null
}

# the first thing that is missing, or nothing
system_lack () {
  local module program
  command -v pkg-config >/dev/null || { echo pkg-config; return; }
  for module in "${system_modules[@]}"; do
    pkg-config --exists "$module" || { echo "$module"; return; }
  done
  while read -r program; do
    command -v "$program" >/dev/null || { echo "$program"; return; }
  done < <(system_programs_for "$1")
  command -v cc >/dev/null || { echo 'a C compiler'; return; }
  case $1 in
    test|check) system_has_python_modules || echo 'Python modules gi, Atspi, jsonschema' ;;
  esac
}

use_system () {
  local lack
  case ${TRINHKY_TOOLS:-} in
    root) return 1 ;;
    system)
      lack=$(system_lack "$1")
      [ -z "$lack" ] || die "This system lacks: $lack" "Install it, or leave TRINHKY_TOOLS unset to let ./dev make a Debian 13 root."
      return 0 ;;
    '') lack=$(system_lack "$1"); [ -z "$lack" ] ;;
    *) die "TRINHKY_TOOLS is \"$TRINHKY_TOOLS\"; it may be root or system." ;;
  esac
}
