# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# What takes too long for every change: the program as a real Flatpak. ./dev check slow

. "$tools/flatpak.sh"
. "$tools/bundle.sh"

check_flatpak_build () { dev_flatpak build; }

check_flatpak_journeys () { dev_flatpak try; }

check_flatpak_figures () { dev_flatpak measure; }

check_bundle () { dev_bundle "$build/checks/usb"; }
