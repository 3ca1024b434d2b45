# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# The key that signs the sticks. It cannot be made again, so it is no part of the cache.

usb_keys=${TRINHKY_USB_KEYS:-${XDG_DATA_HOME:-$HOME/.local/share}/trinhky/usb-key}

# usb_key_keep FOLDER: moves the key out of a folder of the cache, where sticks had theirs once
usb_key_keep () {
  if [ -d "$1" ] && [ ! -e "$usb_keys" ]; then
    ! command -v gpgconf >/dev/null || gpgconf --homedir "$1" --kill all
    mkdir -p "$(dirname "$usb_keys")"
    mv "$1" "$usb_keys"
    say "the key of the USB sticks is in $usb_keys now"
  fi
}

usb_key_make () {
  [ ! -d "$usb_keys" ] || return 0
  mkdir -p "$(dirname "$usb_keys")"
  mkdir -m 700 "$usb_keys"
  # The agent of a key that was here before would look for its own folder.
  gpgconf --homedir "$usb_keys" --kill all
  gpg --homedir "$usb_keys" --batch --quiet --passphrase '' --quick-generate-key trinhky rsa3072 sign never ||
    { rm -rf "$usb_keys"; return 1; }
}

# For sticks that go to offices: what a new key means
usb_key_announce () {
  [ ! -d "$usb_keys" ] || return 0
  say "a NEW key for USB sticks is made in $usb_keys"
  say "if there were sticks before: put the folder of their key there, or name it by TRINHKY_USB_KEYS, and make the stick again."
  say "Machines installed from sticks of another key refuse this one until each forgets the old key (the guide of the stick says how)."
  say "Keep a copy of the folder, where only those who make sticks can read it."
}
