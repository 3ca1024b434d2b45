# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# Everything that is looked at besides the tests. Each check says ok or failed; all of them run.

. "$tools/checks-code.sh"
. "$tools/checks-data.sh"

checks=(
  'source format' check_source_format
  'blueprint format' check_blueprint_format
  'scripts' check_scripts
  'places and hosts' check_places
  'warnings' check_warnings
  'analyser' check_analyser
  'sanitizers' check_sanitizers
  'list of translatable files' check_potfiles
  'Vietnamese' check_vietnamese
  'desktop file' check_desktop_file
  'metainfo' check_metainfo
  'version' check_version
  'screenshots' check_screenshots
  'Flatpak manifest' check_flatpak_manifest
  'settings' check_settings
  'MIME type' check_mime
  'icons' check_icons
  'data against schemas' check_schemas
  'data against the loader' check_regimes
  'data: tokens' check_tokens
)

# Run where they are asked for
slow_checks=(
  'slow: the Flatpak from its manifest' check_flatpak_build
  'slow: journeys in its sandbox' check_flatpak_journeys
  'slow: its first start and its size' check_flatpak_figures
  'slow: the bundle and the stick' check_bundle
)

# Its result is in check_status: a function called in a condition would go on after a failed step.
run_check () {
  local name=$1 function=$2 log=$build/checks/$2.log start=$SECONDS
  set +e
  ( set -e; "$function" ) >"$log" 2>&1
  check_status=$?
  set -e
  if [ "$check_status" -eq 0 ]; then
    printf 'ok %s (%d s)\n' "$name" $((SECONDS - start))
  else
    tail -n 40 "$log"
    printf 'failed %s (%d s; %s)\n' "$name" $((SECONDS - start)) "${log#"$project"/}"
  fi
}

dev_check () {
  local passed=0 failed=0 wanted=${1:-} i
  mkdir -p "$build/checks"
  if [[ $wanted == slow* ]]; then
    . "$tools/checks-slow.sh"
    checks=("${slow_checks[@]}")
  fi
  for ((i = 0; i < ${#checks[@]}; i += 2)); do
    [[ ${checks[i]} == *"$wanted"* ]] || continue
    run_check "${checks[i]}" "${checks[i + 1]}"
    if [ "$check_status" -eq 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
  done
  printf 'checks: %d ok, %d failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ]
}
