# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors

clean () {
  rm -rf "$project"/_build "$project"/_build-* "$project/out"
  if [ "${1:-}" = --all ]; then
    . "$tools/root.sh"
    . "$tools/usb-key.sh"
    usb_key_keep "$cache/flatpak/gnupg"
    as_owner rm -rf --one-file-system "$cache"
  fi
}
