# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# The main job on the sample: in a window, or, without a display, as pictures and PDF.

# The sample, and before it the earlier reports it is compared with.
samples=("$project"/data/samples/binh-lang-*.trinhky)

# What is typed in a build's window stays with the build.
private_folders () {
  export XDG_DATA_HOME=$build/home/data XDG_CONFIG_HOME=$build/home/config XDG_CACHE_HOME=$build/home/cache
  export XDG_STATE_HOME=$build/home/state GSETTINGS_BACKEND=keyfile
  mkdir -p "$XDG_DATA_HOME" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME" "$XDG_STATE_HOME"
}

in_vietnamese () {
  unset LC_ALL LC_MESSAGES LANGUAGE
  case $(locale -a 2>/dev/null) in
    *vi_VN*) export LANG=vi_VN.UTF-8 ;;
    *) export LANG=C.UTF-8 LANGUAGE=vi ;;
  esac
}

run_in_window () {
  say "opening ${!#}; its database is in $build/home"
  private_folders
  in_vietnamese
  exec trinhky "$@"
}

# The same job where nobody looks on: its pages as pictures, its pages as PDF.
run_without_display () {
  local out=$project/out name
  name=$(basename "${!#}" .trinhky)
  mkdir -p "$out"
  rm -f "$out/$name.pdf" "$out/$name"-*.png
  say "there is no display; doing the same in a virtual one"
  in_vietnamese
  python3 "$project/tests/e2e/main-job.py" "$out" "$@"
  [ -s "$out/$name.pdf" ] || die "$out/$name.pdf was not written."
  compgen -G "$out/$name-*.png" >/dev/null || die "No picture was written to $out."
  say "done, without a display. The window's pages and the report:"
  ( cd "$project" && ls -1 out/"$name"*.png "out/$name.pdf" ) >&2
}

dev_run () {
  local reports=("$@")
  [ $# -gt 0 ] || reports=("${samples[@]}")
  [ -r "${reports[-1]}" ] || die "${reports[-1]} cannot be read."
  mapfile -t reports < <(realpath "${reports[@]}")
  build_program || die "The build failed."
  use_program
  export PYTHONDONTWRITEBYTECODE=1
  if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    run_in_window "${reports[@]}"
  else
    run_without_display "${reports[@]}"
  fi
}
