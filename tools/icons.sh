#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# Draws the icons in all sizes from their SVG, for desktops that read none: ./dev shell --no-build tools/icons.sh

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../icons"

id=io.github.trinhky.TrinhKy

draw () {
  local source=$1 place=$2 size=$3
  mkdir -p "hicolor/${size}x$size/${place%/*}"
  rsvg-convert --width "$size" --height "$size" --output "hicolor/${size}x$size/$place.png" "$source"
}

for size in 16 24 32; do draw small.svg "apps/$id" "$size"; done
for size in 48 64 128 256 512; do draw "hicolor/scalable/apps/$id.svg" "apps/$id" "$size"; done
for size in 32 48 64 128 256; do draw "hicolor/scalable/mimetypes/$id.report.svg" "mimetypes/$id.report" "$size"; done
