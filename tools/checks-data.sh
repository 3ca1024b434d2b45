# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors

id=io.github.trinhky.TrinhKy

# Files whose strings people read, as the sources show it
translatable_files () {
  tracked 'src/*.c' | xargs -r grep -lE '\b(_|N_|C_|NC_|ngettext|g_dngettext|dngettext|g_dpgettext2?) ?\(' || true
  tracked 'ui/*.blp' | xargs -r grep -lE '\bC?_\(' || true
  tracked 'data/*.in' ':!data/*.service.in'
}

check_potfiles () {
  cd "$project"
  diff -u --label 'po/POTFILES.in' --label 'files with strings to translate' \
    <(grep -v '^\(#\|$\)' po/POTFILES.in | LC_ALL=C sort) <(translatable_files | LC_ALL=C sort -u)
}

# Nothing missing, nothing doubtful, nothing that the sources no longer say otherwise
check_vietnamese () {
  local pot=$build/checks/trinhky.pot left
  cd "$project"
  # The list of keywords is the one of meson's preset for GLib.
  xgettext --files-from=po/POTFILES.in --directory=. --output="$pot" --from-code=UTF-8 --add-comments \
    --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dcgettext:2 --keyword=g_dngettext:2,3 \
    --keyword=g_dpgettext2:2c,3 --keyword=ngettext:1,2 --flag=g_strdup_printf:1:c-format --flag=g_print:1:c-format
  msgfmt --check --statistics --output-file=/dev/null po/vi.po
  left=$(msgattrib --untranslated --no-obsolete po/vi.po; msgattrib --only-fuzzy --no-obsolete po/vi.po)
  [ -z "$left" ] || { printf '%s\n' "$left"; return 1; }
  msgcmp po/vi.po "$pot"
}

check_desktop_file () {
  build_configure
  ninja -C "$build" "data/$id.desktop"
  desktop-file-validate "$build/data/$id.desktop"
}

check_metainfo () {
  build_configure
  ninja -C "$build" "data/$id.metainfo.xml"
  # The program has no home on the web yet to name.
  appstreamcli validate --no-net --explain --override=url-homepage-missing=info "$build/data/$id.metainfo.xml"
}

check_flatpak_manifest () {
  python3 -m json.tool "$project/flatpak/$id.json" >/dev/null
  python3 "$tools/check-manifest.py" "$project/flatpak/$id.json"
}

check_settings () { glib-compile-schemas --strict --dry-run "$project/data"; }

# Its icon is one that is drawn
check_mime () {
  local icon
  icon=$(xmllint --xpath 'string(//*[local-name() = "icon"]/@name)' "$project/data/$id.mime.xml")
  [ -f "$project/icons/hicolor/scalable/mimetypes/$icon.svg" ] || { echo "There is no icon $icon among the mimetypes."; return 1; }
}

# What installs the program goes by the version in the metainfo; the newest release and the newest news stand first.
check_version () {
  local meson metainfo news
  cd "$project"
  meson=$(sed -n "s/^  version: '\(.*\)',$/\1/p" meson.build)
  metainfo=$(sed -n '/<release / { s/.* version="\([^"]*\)".*/\1/p; q }' "data/$id.metainfo.xml.in")
  news=$(sed -n '/^## / { s/^## \([^ ]*\).*/\1/p; q }' NEWS.md)
  echo "meson.build $meson, metainfo $metainfo, NEWS.md $news"
  [ -n "$meson" ] && [ "$meson" = "$metainfo" ] && [ "$meson" = "$news" ]
}

check_icons () {
  local icon
  cd "$project"
  tracked 'icons/*.svg' | while read -r icon; do
    xmllint --noout "$icon"
    rsvg-convert --width 32 --output "$build/checks/icon.png" "$icon"
  done
  # icons/hicolor/48x48/apps/NAME.png says its size, and was drawn in it
  tracked 'icons/hicolor/*.png' | while read -r icon; do
    [[ $icon == */"$(identify -format '%wx%h' "$icon")"/* ]] || { echo "$icon has another size"; return 1; }
  done
}

# What the metainfo shows is there, in the size it states
check_screenshots () {
  local size name found=0
  cd "$project"
  while read -r size name; do
    [ "$(identify -format '%wx%h' "docs/$name")" = "$size" ] || { echo "docs/$name is not $size"; return 1; }
    found=$((found + 1))
  done < <(sed -nE 's#.*<image [^>]*width="([0-9]+)" height="([0-9]+)">.*/docs/([a-z-]+\.png)</image>.*#\1x\2 \3#p' "data/$id.metainfo.xml.in")
  [ "$found" -ge 3 ]
}

check_schemas () {
  cd "$project"
  TRINHKY_DATA=$project/data G_TEST_SRCDIR=$project/tests python3 tests/data/test-schemas.py
}

check_tokens () {
  cd "$project"
  TRINHKY_DATA=$project/data G_TEST_SRCDIR=$project/tests python3 tests/data/test-tokens.py
}

check_regimes () {
  local file
  build_program
  use_program
  cd "$project"
  for file in data/calendars/*.json data/forms/*.json data/lexicons/*.json data/outlines/*.json data/regimes/*.json; do
    trinhky regime check "$file"
  done
}
