# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# What takes too long for every change: the program as a real Flatpak. ./dev check slow

. "$tools/flatpak.sh"
. "$tools/bundle.sh"

check_flatpak_build () { dev_flatpak build; }

check_flatpak_journeys () { dev_flatpak try; }

check_flatpak_figures () { dev_flatpak measure; }

# Signed by a key of its own: who only checks needs none for offices.
check_bundle () {
  local usb_place=$flatpak_place/checked usb_keys=$flatpak_place/checked/key
  make_bundle "$build/checks/usb"
  rm -rf --one-file-system "$usb_place/installed" "$usb_place/repository"
}
