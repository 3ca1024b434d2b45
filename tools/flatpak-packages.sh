# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors

flatpak_list=$project/flatpak/packages.txt

# The packages under a heading of the list
flatpak_packages () {
  awk -v heading="# $1" '/^# / { inside = $0 == heading; next } inside && NF' "$flatpak_list"
}

# The branch of the runtime, one for each list of its packages: Flatpak knows a runtime by its name and branch only, and
# would otherwise start a program that needs a new library on a runtime that does not have it.
flatpak_runtime_branch () {
  printf 'trixie-%s' "$(flatpak_packages platform | tr -s ' ' '\n' | LC_ALL=C sort | sha256sum | cut -c 1-8)"
}
