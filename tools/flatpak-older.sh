# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# What an upgrade is tried with: a stick with this program under an older version, and one with the program as it is.

. "$tools/bundle.sh"

older_ref=app/$flatpak_id/x86_64/older

# older_version VERSION: one of the same length, for 0.10.0 it is 0.0.99
older_version () {
  local nines
  [ "${#1}" -ge 5 ] || die "No version is older than $1 and as long."
  printf -v nines '%*s' $((${#1} - 4)) ''
  printf '0.0.%s' "${nines// /9}"
}

# The older version is written over the other wherever that stands by itself, in the programs too. Twice: of two that share
# the letter between them the second is found then.
make_older () {
  local tree=$1/older version older once
  version=$(sed -n "s/^  version: '\(.*\)',$/\1/p" "$project/meson.build")
  older=$(older_version "$version")
  once="s/(^|[^0-9.])${version//./\\.}([^0-9.]|\$)/\1$older\2/g"
  rm -rf --one-file-system "$tree"
  ostree --repo="$flatpak_repository" checkout --user-mode --force-copy "$flatpak_ref" "$tree"
  gunzip --recursive "$tree/files/share/app-info/xmls"
  grep --recursive --files-with-matches --null --fixed-strings "$version" "$tree/files" "$tree/export" |
    LC_ALL=C xargs --null sed --regexp-extended --in-place --expression="$once" --expression="$once"
  gzip --no-name "$tree"/files/share/app-info/xmls/*.xml
  flatpak build-export --no-update-summary --disable-sandbox --timestamp=2026-01-01T00:00:00Z "$flatpak_repository" "$tree" older
  rm -rf --one-file-system "$tree"
}

# make_sticks FOLDER: FOLDER/older and FOLDER/newer, made again when the program or the way to make them is another. Their
# key is not that of sticks for offices.
make_sticks () {
  local folder=$1 stamp=$1/made wanted
  wanted=$(ostree --repo="$flatpak_repository" rev-parse "$flatpak_ref"; cat "$tools/bundle.sh" "$tools/flatpak-older.sh" | sha256sum)
  if [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then
    usb_texts "$folder/older"
    usb_texts "$folder/newer"
    return 0
  fi
  rm -rf --one-file-system "$folder"
  mkdir -p "$folder"
  make_older "$folder"
  usb_place=$folder usb_keys=$folder/gnupg
  make_bundle "$folder/older" "$older_ref"
  make_bundle "$folder/newer"
  rm -rf --one-file-system "$folder/installed" "$folder/repository"
  printf '%s' "$wanted" >"$stamp"
}
