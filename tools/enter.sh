# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# Entering the Debian root. The folders people work in are the machine's own in there.

# Folders of a root that belong to the tool set itself.
root_owns () {
  case $1 in
    /|/bin|/bin/*|/boot|/dev|/dev/*|/etc|/etc/*|/lib|/lib/*|/lib32|/lib64|/libx32|/proc|/proc/*|/run|/sbin|/sbin/*|/sys|/sys/*|/tmp|/tmp/*|/usr|/var) return 0 ;;
  esac
  # A folder such as /usr/src/x is ours where the root has nothing of that name.
  [ -n "$(ls -A "$root$1" 2>/dev/null)" ]
}

# every folder to share, one a line, parents before children
shared_folders () {
  local folder
  if [ -n "${enter_minimal:-}" ]; then
    printf '%s\n' "$cache"
    return
  fi
  printf '%s\n' /tmp
  for folder in /home /root /mnt /media /opt /srv /data /work; do
    [ ! -d "$folder" ] || [ -L "$folder" ] || [ ! -x "$folder" ] || printf '%s\n' "$folder"
  done
  for folder in "$project" "$(pwd -P)" "${HOME:-}" "${XDG_RUNTIME_DIR:-/run/user/$(id -u)}"; do
    case $folder in
      ''|/tmp|/tmp/*) ;;
      /run/user/*) [ ! -d "$folder" ] || printf '%s\n' "$folder" ;;
      *) [ ! -d "$folder" ] || root_owns "$folder" || printf '%s\n' "$folder" ;;
    esac
  done
}

# a locale the root has, as close as can be to the one asked for
root_locale () {
  case $1 in
    vi*) echo vi_VN.UTF-8 ;;
    en_US*|en*) echo en_US.UTF-8 ;;
    *) echo C.UTF-8 ;;
  esac
}

enter_environment () {
  export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
  LANG=$(root_locale "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}")
  export LANG
  unset LC_ALL LC_MESSAGES LC_CTYPE LC_COLLATE LC_NUMERIC LC_TIME LC_MONETARY LC_PAPER LC_NAME \
    LC_ADDRESS LC_TELEPHONE LC_MEASUREMENT LC_IDENTIFICATION
  # The machine's own libraries and module paths mean nothing inside.
  unset LD_LIBRARY_PATH LD_PRELOAD LIBRARY_PATH CPATH C_INCLUDE_PATH PKG_CONFIG_PATH PYTHONHOME PYTHONPATH \
    GIO_EXTRA_MODULES GI_TYPELIB_PATH XDG_DATA_DIRS XDG_CONFIG_DIRS GTK_PATH GTK_MODULES GTK_IM_MODULE \
    GDK_PIXBUF_MODULE_FILE CC CXX CFLAGS CPPFLAGS CXXFLAGS LDFLAGS
}

bwrap_arguments () {
  local folder
  bwrap_args=(--bind "$root" / --dev-bind /dev /dev --bind /proc /proc --bind /sys /sys)
  while read -r folder; do
    bwrap_args+=(--bind "$folder" "$folder")
  done < <(shared_folders)
  for folder in /etc/resolv.conf /etc/hosts; do
    [ ! -e "$folder" ] || bwrap_args+=(--ro-bind "$(readlink -f "$folder")" "$folder")
  done
  bwrap_args+=(--die-with-parent)
  [ "$(id -u)" -ne 0 ] || bwrap_args+=(--cap-add ALL)
}

# Plain chroot, in a mount namespace of its own, where bubblewrap may not work.
chroot_enter () {
  local folder binds=()
  while read -r folder; do binds+=("$folder"); done < <(printf '%s\n' /dev /proc /sys; shared_folders)
  for folder in /etc/resolv.conf /etc/hosts; do
    [ ! -e "$folder" ] || binds+=("$folder")
  done
  # The variables are for the inner shell.
  # shellcheck disable=SC2016
  exec unshare --mount --propagation private /bin/sh -euc '
    root=$1 work=$2 count=$3; shift 3
    while [ "$count" -gt 0 ]; do
      if [ -d "$1" ]; then mkdir -p "$root$1"; else [ -e "$root$1" ] || : > "$root$1"; fi
      mount --rbind "$(readlink -f "$1")" "$root$1"
      shift; count=$((count - 1))
    done
    exec chroot "$root" /bin/sh -c '\''cd "$1"; shift; exec "$@"'\'' sh "$work" "$@"
  ' sh "$root" "$enter_folder" "${#binds[@]}" "${binds[@]}" "$@"
}

root_enter () {
  enter_folder=$(pwd -P)
  ! { root_owns "$enter_folder" && [ "${enter_folder#/tmp}" = "$enter_folder" ]; } || enter_folder=$project
  enter_environment
  bwrap_arguments
  case ${TRINHKY_ENTER:-} in
    bwrap) exec bwrap "${bwrap_args[@]}" --chdir "$enter_folder" "$@" ;;
    chroot) chroot_enter "$@" ;;
    '') ;;
    *) die "TRINHKY_ENTER is \"$TRINHKY_ENTER\"; it may be bwrap or chroot." ;;
  esac
  if bwrap "${bwrap_args[@]}" true 2>/dev/null; then
    exec bwrap "${bwrap_args[@]}" --chdir "$enter_folder" "$@"
  elif [ "$(id -u)" -eq 0 ]; then
    chroot_enter "$@"
  fi
  bwrap "${bwrap_args[@]}" true || true
  die "bubblewrap cannot enter the tool set at $root (its reason stands above)." \
    "It needs user namespaces: sysctl kernel.unprivileged_userns_clone=1, on Ubuntu also kernel.apparmor_restrict_unprivileged_userns=0; or run ./dev as root."
}
