# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# What an office without the Internet installs from: the Flatpak as one file, and a folder for a USB stick with the
# runtime beside it. What is in the folder is signed by a key of the person who makes it.

. "$tools/flatpak-build.sh"
. "$tools/usb-key.sh"

usb_collection=io.github.trinhky.Stable
usb_place=$flatpak_place/usb

# The key is made once; with it the sticks that were made before can be brought up to date. What another one has signed
# is no part of the stick.
usb_key () {
  local name
  usb_key_make
  name=$(gpg --homedir "$usb_keys" --batch --list-keys --with-colons trinhky | awk -F: '$1 == "fpr" { print $10; exit }')
  if [ "$(cat "$usb_place/signer" 2>/dev/null)" != "$name" ]; then
    rm -rf --one-file-system "$usb_place/repository" "$usb_place/installed"
    printf '%s' "$name" >"$usb_place/signer"
  fi
  usb_signed=(--gpg-homedir="$usb_keys" --gpg-sign="$name")
  gpg --homedir "$usb_keys" --batch --quiet --yes --output "$usb_place/key.gpg" --export "$name"
}

usb_commit () {
  flatpak build-commit-from "${usb_signed[@]}" --no-update-summary --src-repo="$flatpak_repository" --src-ref="$1" \
    "$usb_place/repository" "$2"
}

# The program and its runtime, signed, in a repository that sticks are made from
usb_repository () {
  local repository=$usb_place/repository runtime=runtime/io.github.trinhky.Platform/x86_64/$flatpak_runtime
  [ -d "$repository" ] || ostree init --mode=archive --collection-id="$usb_collection" --repo="$repository"
  usb_commit "$1" "$flatpak_ref"
  usb_commit "$runtime" "$runtime"
  flatpak build-update-repo "${usb_signed[@]}" --collection-id="$usb_collection" --title='Trình Ký' "$repository"
}

# flatpak create-usb copies what is installed, so it is installed once in a place of its own.
usb_install () (
  export FLATPAK_USER_DIR=$usb_place/installed
  flatpak --user remote-add --if-not-exists --gpg-import="$usb_place/key.gpg" --collection-id="$usb_collection" trinhky \
    "file://$usb_place/repository"
  flatpak --user install --noninteractive --or-update trinhky "$flatpak_id"
  flatpak --user update --noninteractive
  flatpak --user create-usb "$1" "$flatpak_id"
  usb_version >"$1/PHIEN-BAN"
)

# In two lines the program's version (the newest release stands first) and its commit, which says what is installed
usb_version () {
  sed -n '/<release / { s/.* version="\([^"]*\)".*/\1/p; q }' \
    "$(flatpak --user info --show-location "$flatpak_id")/files/share/metainfo/$flatpak_id.metainfo.xml"
  flatpak --user info --show-commit "$flatpak_id"
}

# There is no server: an address that nobody is asked for, on any machine
usb_description () {
  cat <<DESCRIPTION
[Flatpak Repo]
Title=Trình Ký
Url=file:///io.github.trinhky/usb
CollectionID=$usb_collection
DeployCollectionID=$usb_collection
GPGKey=$(base64 --wrap=0 "$usb_place/key.gpg")
DESCRIPTION
}

# What is read and run on the stick
usb_texts () {
  cp "$project"/flatpak/usb/{HUONG-DAN.md,cai-dat.sh,thiet-bi-ky.service} "$1"
  cp "$project/docs/flatpak-token.md" "$1/THIET-BI-KY.md"
}

# Flatpak takes the files of a stick as they are, damaged ones too.
usb_sums () (
  cd "$1"
  find .ostree PHIEN-BAN trinhky.flatpak trinhky.flatpakrepo -type f ! -name .lock -print0 | LC_ALL=C sort --zero-terminated |
    xargs --null sha256sum >SHA256SUMS
)

# make_bundle FOLDER [REF]: of another program in the repository than that which was built last
make_bundle () {
  local out=$1 source=${2:-$flatpak_ref}
  mkdir -p "$usb_place" "$out"
  usb_key
  usb_repository "$source"
  flatpak build-bundle --gpg-keys="$usb_place/key.gpg" "$usb_place/repository" "$out/trinhky.flatpak" "$flatpak_id" "$flatpak_branch"
  rm -rf --one-file-system "$out/.ostree"
  usb_install "$out"
  usb_description >"$out/trinhky.flatpakrepo"
  usb_sums "$out"
  usb_texts "$out"
}

# The files that the program was made of, as they stand in git
bundled_commit () {
  local git=(git -c safe.directory="$project" -C "$project")
  printf '%s' "$("${git[@]}" rev-parse --short HEAD)"
  [ -z "$("${git[@]}" status --porcelain)" ] || printf ' and what was changed since'
}

# What was built before may be another program, or nothing: nothing is built where nothing has changed.
dev_bundle () {
  local out
  out=$(realpath -m "${1:-$project/out/usb}")
  mkdir -p "$flatpak_place"
  usb_key_keep "$flatpak_place/gnupg"
  usb_key_announce
  flatpak_step build build_flatpak
  flatpak_step bundle make_bundle "$out"
  ( cd "$out" && du -sh trinhky.flatpak .ostree ) >&2
  say "Trình Ký $(head -n 1 "$out/PHIEN-BAN"), commit $(bundled_commit)"
  say "copy all of $out, the hidden folder too, to a USB stick; HUONG-DAN.md says how it is installed"
}
