# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# Build folders. Each belongs to one tool set and one place of the project.
# In the root a warning is always an error, so the strict build is the build; another system's compiler may
# warn of what ours does not, and that stops nobody from working: there the strict build is a second one.

case ${TRINHKY_TOOL_SET:-system} in
  root) build=$project/_build strict_build=$build ;;
  *) build=$project/_build-system strict_build=$build-warnings ;;
esac
prefix=$build/prefix

# build_setup FOLDER OPTIONS…: configured once, anew when the project was moved
build_setup () {
  local folder=$1 wipe=()
  shift
  mkdir -p "$folder"
  if [ -f "$folder/build.ninja" ]; then
    [ "$(cat "$folder/dev-options" 2>/dev/null)" != "$project $*" ] || return 0
    wipe=(--wipe)
  fi
  meson setup "${wipe[@]}" "$@" "$folder" "$project" || return
  printf '%s\n' "$project $*" >"$folder/dev-options"
}

build_configure () {
  if [ "$strict_build" = "$build" ]; then
    build_setup "$build" --prefix="$prefix" -Dwerror=true
  else
    build_setup "$build" --prefix="$prefix"
  fi
}

# All there is, tests too, with warnings as errors
build_strictly () {
  if [ "$strict_build" = "$build" ]; then build_configure; else build_setup "$strict_build" -Dwerror=true; fi
  ninja -C "$strict_build"
}

# What the build installs, as the build itself says it: a line each, as ninja names them
build_list_installed () {
  meson introspect --targets "$build" | python3 -c '
import json, os, sys
for target in json.load(sys.stdin):
    if target["installed"]:
        print(*(os.path.relpath(name, sys.argv[1]) for name in target["filename"]), sep="\n")
' "$build"
}

# What is installed, and not the tests: those are built when they are run.
build_and_install () {
  local installed
  build_configure &&
    installed=$(build_list_installed) &&
    xargs ninja -C "$build" <<<"$installed" &&
    meson install -C "$build" --no-rebuild --only-changed --quiet
}

# build_program: everything the build says goes to standard error
build_program () {
  local status=0
  mkdir -p "$build"
  exec 8>"$build/lock"
  flock 8
  build_and_install >&2 8>&- || status=$?
  exec 8>&-
  return $status
}

# build_program_quietly: nothing is said unless it fails
build_program_quietly () {
  local log=$build/dev.log
  mkdir -p "$build"
  build_program 2>"$log" || die_with_log "$log" "The build failed."
}

# the environment in which the built program finds all that it has installed
use_program () {
  export PATH=$prefix/bin:$PATH
  export XDG_DATA_DIRS=$prefix/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}
  export GSETTINGS_SCHEMA_DIR=$prefix/share/glib-2.0/schemas
}
