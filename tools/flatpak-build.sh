# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# The Flatpak from its manifest, with the local stand-in of the runtime: nothing is fetched, and everything lies beside
# the tool set, not among the person's own Flatpaks.

. "$tools/flatpak-packages.sh"

flatpak_id=io.github.trinhky.TrinhKy
flatpak_branch=stable
flatpak_ref=app/$flatpak_id/x86_64/$flatpak_branch
flatpak_place=${XDG_CACHE_HOME:-$HOME/.cache}/trinhky/flatpak
flatpak_repository=$flatpak_place/repository
flatpak_runtime=$(flatpak_runtime_branch)
export FLATPAK_USER_DIR=$flatpak_place/installed

# flatpak_step NAME FUNCTION…: what it says goes to a log, and is shown when it fails. Not called in a condition:
# there the function would go on after a failed step.
flatpak_step () {
  local name=$1 log=$flatpak_place/$1.log status
  shift
  say "flatpak: $name"
  set +e
  ( set -e; "$@" ) >"$log" 2>&1
  status=$?
  set -e
  [ "$status" -eq 0 ] || die_with_log "$log" "flatpak: $name failed."
}

# image_metadata NAME: what a runtime says of itself; the variables are those of the real one
image_metadata () {
  cat <<METADATA
[Runtime]
name=io.github.trinhky.$1
runtime=io.github.trinhky.Platform/x86_64/$flatpak_runtime
sdk=io.github.trinhky.Sdk/x86_64/$flatpak_runtime

[Environment]
GI_TYPELIB_PATH=/app/lib/girepository-1.0
XDG_DATA_DIRS=/app/share:/usr/share:/usr/share/runtime/share:/run/host/user-share:/run/host/share
METADATA
}

# image_licences TREE FOLDER: of the documents only the licences stay, and a list of what the packages are made of
image_licences () {
  find "$2" -mindepth 2 ! -type d ! -name copyright -delete
  find "$2" -mindepth 1 -type d -empty -delete
  {
    echo '# The Debian 13 packages of this runtime: name, version; source package, its version. Their licences: PACKAGE/copyright'
    echo '# beside this list, and /usr/share/common-licenses. Debian gives the sources of each under these names.'
    dpkg-query --admindir="$1/var/lib/dpkg" --show \
      --showformat='${binary:Package}\t${Version}\t${source:Package}\t${source:Version}\n'
  } >"$2/packages.txt"
}

# The tree as Flatpak mounts it: its /usr with its /etc inside, without what no program reads
image_make () {
  local tree=$1 image=$2 name=$3 folder
  rm -rf --one-file-system "$image"
  mkdir -p "$image/files"
  cp -al "$tree/usr" "$image/usr"
  cp -a "$tree/etc" "$image/usr/etc"
  rm -rf "$image"/usr/share/{man,info,lintian,bug}
  image_licences "$tree" "$image/usr/share/doc"
  for folder in "$image"/usr/share/locale/*/; do
    case $(basename "$folder") in vi*) ;; *) rm -rf "$folder" ;; esac
  done
  image_metadata "$name" >"$image/metadata"
}

flatpak_remote () {
  flatpak build-update-repo --prune "$flatpak_repository"
  flatpak --user remote-add --if-not-exists --no-gpg-verify local "$flatpak_repository"
}

# install_ref REF: installed, or brought up to date
install_ref () { flatpak --user install --noninteractive --or-update --reinstall local "$1"; }

# add_runtime TREE NAME: into the repository and from there installed, once for each list of packages and way to take them
add_runtime () {
  local image=$flatpak_place/image stamp=$flatpak_place/added-$2 wanted
  wanted=$flatpak_runtime$(declare -f image_make image_metadata image_licences; cat "$flatpak_place/$1"/etc/trinhky-*)
  [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ] || return 0
  say "flatpak: io.github.trinhky.$2 into the repository"
  image_make "$flatpak_place/$1" "$image" "$2"
  flatpak build-export --runtime --no-update-summary --disable-sandbox "$flatpak_repository" "$image" "$flatpak_runtime"
  rm -rf --one-file-system "$image"
  flatpak_remote
  install_ref "runtime/io.github.trinhky.$2/x86_64/$flatpak_runtime"
  printf '%s' "$wanted" >"$stamp"
}

add_runtimes () {
  mkdir -p "$flatpak_place"
  [ -d "$flatpak_repository" ] || ostree init --mode=archive --repo="$flatpak_repository"
  add_runtime platform Platform
  add_runtime sdk Sdk
}

# The files of the project as they are now, those that git does not know left out, and those that the program is not made of;
# the same files are the same archive.
pack_project () {
  git -c safe.directory="$project" -C "$project" ls-files --cached --others --exclude-standard -z -- . \
    ':!.ci' ':!docs' ':!flatpak' ':!tests' ':!tools' ':!HACKING.md' ':!NEWS.md' ':!README.md' | sort -z |
    tar --create --directory "$project" --null --no-recursion --files-from - --ignore-failed-read --transform 's#^#trinhky/#' \
      --format=gnu --mtime=2022-01-01 --owner=0 --group=0 --numeric-owner --mode=go=rX,u+w >"$1"
}

# What the Flatpak is made of, in a line
build_inputs () { cat "$1" "$flatpak_place"/added-* | sha256sum; }

# build_flatpak [--modules]: from the manifest into the repository; where nothing has changed nothing is built
build_flatpak () {
  local manifest=$flatpak_place/$flatpak_id.json stamp=$flatpak_place/built commit inputs
  add_runtimes
  pack_project "$flatpak_place/trinhky.tar"
  python3 "$tools/flatpak-manifest.py" "$project/flatpak/$flatpak_id.json" "$flatpak_place/trinhky.tar" \
    "$flatpak_place/sources" "$flatpak_runtime" "$@" >"$manifest"
  inputs=$(build_inputs "$manifest")
  commit=$(ostree --repo="$flatpak_repository" rev-parse "$flatpak_ref" 2>/dev/null || true)
  [ "$(cat "$stamp" 2>/dev/null)" != "$inputs $commit" ] || { echo 'Nothing has changed.'; return 0; }
  flatpak-builder --user --force-clean --disable-rofiles-fuse --disable-updates --disable-download --ccache \
    --jobs="${FLATPAK_JOBS:-$(nproc)}" --state-dir="$flatpak_place/state" --repo="$flatpak_repository" \
    --default-branch="$flatpak_branch" "$flatpak_place/build" "$manifest"
  python3 "$tools/check-flatpak.py" "$flatpak_place/build/files" "$flatpak_id"
  flatpak_remote
  printf '%s %s' "$inputs" "$(ostree --repo="$flatpak_repository" rev-parse "$flatpak_ref")" >"$stamp"
}

# What is installed is what is in the repository.
install_flatpak () {
  [ "$(flatpak --user info --show-commit "$flatpak_id" 2>/dev/null)" = "$(ostree --repo="$flatpak_repository" rev-parse "$flatpak_ref")" ] ||
    install_ref "$flatpak_ref"
}
