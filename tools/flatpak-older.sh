# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# What an upgrade is tried with: a stick with this program under an older version, and one with the program as it is.

. "$tools/bundle.sh"

older_version=0.0.9
older_ref=app/$flatpak_id/x86_64/older

# Versions of the same length: the older one is written over the other wherever that stands, in the programs too.
make_older () {
  local tree=$1/older version
  version=$(sed -n "s/^  version: '\(.*\)',$/\1/p" "$project/meson.build")
  [ "${#version}" = "${#older_version}" ]
  rm -rf --one-file-system "$tree"
  ostree --repo="$flatpak_repository" checkout --user-mode --force-copy "$flatpak_ref" "$tree"
  gunzip --recursive "$tree/files/share/app-info/xmls"
  grep --recursive --files-with-matches --null --fixed-strings "$version" "$tree/files" "$tree/export" |
    xargs --null sed --in-place "s/${version//./\\.}/$older_version/g"
  gzip --no-name "$tree"/files/share/app-info/xmls/*.xml
  flatpak build-export --no-update-summary --disable-sandbox --timestamp=2026-01-01T00:00:00Z "$flatpak_repository" "$tree" older
  rm -rf --one-file-system "$tree"
}

# make_sticks FOLDER: FOLDER/older and FOLDER/newer, made again when the program is another. Their key is not that of sticks for
# offices.
make_sticks () {
  local folder=$1 stamp=$1/made wanted
  wanted=$(ostree --repo="$flatpak_repository" rev-parse "$flatpak_ref")
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
