# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# The Debian 13 root with the tool set: made once, renewed when tools/packages.txt changes.

. "$tools/mirror.sh"
. "$tools/progress.sh"

suite=trixie
cache=${XDG_CACHE_HOME:-$HOME/.cache}/trinhky
root=$cache/root
marker=$root/etc/trinhky-tools
log=$cache/install.log

packages_hash () { { cat "$tools/packages.txt"; declare -f configure_root; } | sha256sum | cut -d ' ' -f 1; }

is_root () { [ "$(id -u)" -eq 0 ]; }

# An ordinary user works as the root of a user namespace, with the sub-ids the system gave.
as_owner () {
  if is_root; then "$@"; else unshare --user --map-root-user --map-auto -- "$@"; fi
}

# ---- what the machine itself must have

install_on_host () {
  is_root || die "The tool set is made with: $*. Install what is missing, then run ./dev again:" \
    "  sudo apt-get install --no-install-recommends $*"
  command -v apt-get >/dev/null || die "Please install with this machine's package manager, then run ./dev again: $*"
  say "installing on this machine: $*"
  if ! apt-get install -y --no-install-recommends "$@" >>"$log" 2>&1; then
    { apt-get update && apt-get install -y --no-install-recommends "$@"; } >>"$log" 2>&1 ||
      die_with_log "$log" "apt-get could not install: $*"
  fi
}

need_host_programs () {
  local missing=()
  command -v mmdebstrap >/dev/null || missing+=(mmdebstrap)
  command -v bwrap >/dev/null || missing+=(bubblewrap)
  is_root || command -v newuidmap >/dev/null || missing+=(uidmap)
  [ ${#missing[@]} -eq 0 ] || install_on_host "${missing[@]}"
  is_root || as_owner true 2>>"$log" || die_with_log "$log" \
    "An ordinary user needs user namespaces with sub-ids here. As root:" \
    "  usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)" \
    "or run ./dev as root."
}

need_space () {
  local free
  free=$(df --output=avail -k "$cache" | tail -n 1)
  [ "$free" -ge 4500000 ] || die "The tool set needs 4.5 GB in $cache; there are $((free / 1000)) MB." \
    "Make room, or set XDG_CACHE_HOME to a folder on a larger disk."
}

# ---- the base

apt_proxies () {
  command -v apt-config >/dev/null || return 0
  apt-config dump | grep -E '^Acquire::(http|https)::Proxy' || true
}

bootstrap () {
  mmdebstrap --variant=apt --include=ca-certificates --aptopt="$cache/proxies.conf" "$@" 2>&1 | tee -a "$log" >&2
}

make_base () {
  local mirror
  mirror=$(find_mirror)
  [ -n "$mirror" ] || die "No Debian mirror was found in this machine's /etc/apt." \
    "Name one: TRINHKY_MIRROR=http://… ./dev …"
  need_space
  say "making a Debian 13 root in $root (once; some minutes, 3 GB), from $mirror"
  apt_proxies >"$cache/proxies.conf"
  as_owner rm -rf --one-file-system "$root.partial"
  if is_root; then
    bootstrap --mode=root "$suite" "$root.partial" "$mirror" || die_with_log "$log" "mmdebstrap failed."
  else
    make_base_as_user "$mirror"
  fi
  cp "$cache/proxies.conf" "$root.partial/etc/apt/apt.conf.d/90machine"
  mv "$root.partial" "$root"
}

# mmdebstrap's own user namespace makes an archive; unpacked in ours, what is root's there
# is the user's own.
make_base_as_user () {
  bootstrap --mode=unshare --format=tar "$suite" "$cache/base.tar.partial" "$1" ||
    die_with_log "$log" "mmdebstrap failed."
  mkdir "$root.partial"
  as_owner tar --extract --numeric-owner --exclude=./dev/\* --directory "$root.partial" --file "$cache/base.tar.partial" ||
    die "The base archive $cache/base.tar.partial could not be unpacked."
  rm -f "$cache/base.tar.partial"
  getent passwd "$(id -u)" >>"$root.partial/etc/passwd" || true
  getent group "$(id -g)" >>"$root.partial/etc/group" || true
}

# ---- the packages

in_root () {
  ( enter_minimal=yes
    enter_folder=/
    enter_environment
    export DEBIAN_FRONTEND=noninteractive LANG=C.UTF-8
    bwrap_arguments
    if is_root && { [ "${TRINHKY_ENTER:-}" = chroot ] || ! bwrap "${bwrap_args[@]}" true 2>/dev/null; }; then
      chroot_enter "$@"
    fi
    as_owner bwrap "${bwrap_args[@]}" --cap-add ALL --chdir / "$@" )
}

root_apt () {
  in_root apt-get -y -q --no-install-recommends -o APT::Sandbox::User=root -o Acquire::Retries=5 \
    -o DPkg::Options::=--force-unsafe-io -o DPkg::Options::=--force-confold -o Dpkg::Use-Pty=0 \
    -o Dir::Cache::archives="$cache/archives" "$@" </dev/null
}

# "TITLE<tab>PACKAGES" of each batch
batches () {
  awk '
    function flush () { if (packages != "") print title "\t" packages; packages = "" }
    /^# / { flush (); title = substr ($0, 3); next }
    NF { packages = packages " " $0 }
    END { flush () }' "$tools/packages.txt"
}

install_batch () {
  local packages
  read -ra packages <<<"$1"
  # Not descriptor 2: dpkg closes the one it reports on in the packages' own scripts.
  root_apt -o APT::Status-Fd=7 install "${packages[@]}" 7>&1 >>"$log" 2>&1 | show_progress "$2" "$log"
}

refresh_lists () {
  say "fetching the package lists"
  root_apt update >>"$log" 2>&1 || die_with_log "$log" "The package lists could not be fetched. Is the network there?"
}

install_batches () {
  local count number=0 title packages
  count=$(batches | wc -l)
  while IFS=$'\t' read -r title packages; do
    number=$((number + 1))
    if ! install_batch "$packages" "tools $number/$count: $title"; then
      refresh_lists
      install_batch "$packages" "tools $number/$count: $title (again)" ||
        die_with_log "$log" "apt-get failed in the root. ./dev goes on from here when it is run again."
    fi
  done < <(batches)
}

# Locales, and a Vietnamese-capable face for the name GTK asks for.
configure_root () {
  in_root sh -euc '
    printf "%s\n" "en_US.UTF-8 UTF-8" "vi_VN.UTF-8 UTF-8" > /etc/locale.gen
    case "$(locale -a)" in *en_US.utf8*vi_VN.utf8*) ;; *) locale-gen ;; esac
    cat > /etc/fonts/local.conf <<FONTS
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <alias binding="same"><family>Adwaita Sans</family><prefer><family>Inter Variable</family></prefer></alias>
</fontconfig>
FONTS
    fc-cache' >>"$log" 2>&1 || die_with_log "$log" "The root could not be configured."
}

install_packages () {
  mkdir -p "$cache/archives/partial"
  rm -f "$marker"
  printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
  chmod +x "$root/usr/sbin/policy-rc.d"
  in_root sh -c 'dpkg --force-unsafe-io --configure -a' >>"$log" 2>&1 || true
  root_apt --fix-broken install >>"$log" 2>&1 || true
  install_batches
  configure_root
  packages_hash >"$marker"
}

# ---- the door

root_is_ready () { [ "$(cat "$marker" 2>/dev/null)" = "$(packages_hash)" ]; }

root_prepare () {
  ! root_is_ready || return 0
  mkdir -p "$cache"
  exec 9>"$cache/lock"
  flock -n 9 || { say "another ./dev is making the tool set; waiting for it"; flock 9; }
  if ! root_is_ready; then
    printf '\n==== %s\n' "$(date)" >>"$log"
    need_host_programs
    [ -d "$root" ] || make_base
    [ -x "$root/usr/bin/apt-get" ] || die "$root is not a Debian root. Remove it (./dev clean --all) and run ./dev again."
    install_packages
    say "the tool set is ready"
  fi
  exec 9>&-
}
