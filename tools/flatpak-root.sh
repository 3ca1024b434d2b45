# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# What ./dev flatpak needs beyond the tool set: Flatpak itself in the root, and two trees of Debian 13 that stand in for
# the GNOME runtime and its SDK where those cannot be fetched. All of it is made once, and again when
# flatpak/packages.txt changes.

. "$tools/flatpak-packages.sh"

# Fonts and their cache lie where the real runtime has them: of its own in /usr, and of a program, written when this is
# built, in /app.
configure_tree () {
  configure_root
  in_root sh -euc '
    mkdir -p /usr/cache/fontconfig
    cat > /etc/fonts/conf.d/50-flatpak.conf <<FONTS
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <cachedir>/usr/cache/fontconfig</cachedir>
  <dir>/app/share/fonts</dir>
  <cachedir>/app/cache/fontconfig</cachedir>
</fontconfig>
FONTS
    fc-cache --force' >>"$log" 2>&1 || die_with_log "$log" "The fonts of $root could not be listed."
}

# tree_install ROOT LIST: the packages of a list in a root, once
tree_install () {
  local root=$1 packages wanted made
  read -r -d '' -a packages < <(flatpak_packages "$2") || true
  made=$(declare -f configure_root configure_tree | sha256sum | cut -d ' ' -f 1)
  wanted=$(printf '%s ' "$2" "${packages[@]}" "$made")
  [ "$(cat "$root/etc/trinhky-$2" 2>/dev/null)" != "$wanted" ] || return 0
  if ! install_batch "${packages[*]}" "flatpak: $2"; then
    refresh_lists
    install_batch "${packages[*]}" "flatpak: $2 (again)" || die_with_log "$log" "apt-get failed for $2."
  fi
  [ "$2" = tools ] || configure_tree
  printf '%s' "$wanted" >"$root/etc/trinhky-$2"
}

# A fresh Debian without anything, as the tool set's root began
tree_begin () {
  local root=$1
  [ -d "$root" ] || make_base
  printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
  chmod +x "$root/usr/sbin/policy-rc.d"
}

flatpak_prepare () {
  local place=$cache/flatpak
  mkdir -p "$place" "$cache/archives/partial"
  exec 9>"$cache/lock"
  flock 9
  tree_install "$root" tools
  tree_begin "$place/platform"
  tree_install "$place/platform" platform
  if [ ! -d "$place/sdk" ]; then
    say "flatpak: copying the runtime for its SDK"
    as_owner cp -a "$place/platform" "$place/sdk.partial"
    mv "$place/sdk.partial" "$place/sdk"
  fi
  tree_install "$place/sdk" sdk
  exec 9>&-
}
