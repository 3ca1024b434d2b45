# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# What an office without the Internet installs from: the Flatpak as one file, and a folder for a USB stick with the
# runtime beside it. What is in the folder is signed by a key of the person who makes it.

. "$tools/flatpak-build.sh"

usb_collection=io.github.trinhky.Stable
usb_place=$flatpak_place/usb
usb_keys=$flatpak_place/gnupg

# The key is made once; with it the sticks that were made before can be brought up to date.
usb_key () {
  local name
  if [ ! -d "$usb_keys" ]; then
    mkdir -m 700 "$usb_keys"
    gpg --homedir "$usb_keys" --batch --quiet --passphrase '' --quick-generate-key trinhky rsa3072 sign never
  fi
  name=$(gpg --homedir "$usb_keys" --batch --list-keys --with-colons trinhky | awk -F: '$1 == "fpr" { print $10; exit }')
  usb_signed=(--gpg-homedir="$usb_keys" --gpg-sign="$name")
  gpg --homedir "$usb_keys" --batch --quiet --yes --output "$usb_place/key.gpg" --export "$name"
}

usb_commit () {
  flatpak build-commit-from "${usb_signed[@]}" --no-update-summary --src-repo="$flatpak_repository" --src-ref="$1" \
    "$usb_place/repository" "$2"
}

# The program and its runtime, signed, in a repository that sticks are made from
usb_repository () {
  local repository=$usb_place/repository runtime=runtime/io.github.trinhky.Platform/x86_64/trixie
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
  # The newest release stands first.
  sed -n '/<release / { s/.* version="\([^"]*\)".*/\1/p; q }' \
    "$(flatpak --user info --show-location "$flatpak_id")/files/share/metainfo/$flatpak_id.metainfo.xml" >"$1/PHIEN-BAN"
)

usb_description () {
  cat <<DESCRIPTION
[Flatpak Repo]
Title=Trình Ký
Url=https://trinhky.github.io/flatpak/
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
  usb_texts "$out"
}

dev_bundle () {
  local out
  out=$(realpath -m "${1:-$project/out/usb}")
  mkdir -p "$flatpak_place"
  ostree --repo="$flatpak_repository" rev-parse "$flatpak_ref" >/dev/null 2>&1 ||
    die "There is no Flatpak yet: ./dev flatpak build"
  flatpak_step bundle make_bundle "$out"
  ( cd "$out" && du -sh trinhky.flatpak .ostree ) >&2
  say "copy all of $out, the hidden folder too, to a USB stick; HUONG-DAN.md says how it is installed"
}
