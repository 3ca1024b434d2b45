# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors

tracked () { git -c safe.directory="$project" -C "$project" ls-files -- "$@"; }

check_source_format () {
  cd "$project"
  tracked 'src/*.[ch]' 'tests/*.[ch]' | xargs -r clang-format --dry-run --Werror
}

check_blueprint_format () {
  cd "$project"
  tracked 'ui/*.blp' | xargs -r blueprint-compiler format
}

check_scripts () {
  local script
  cd "$project"
  for script in dev .ci/run tools/*.sh flatpak/usb/*.sh; do bash -n "$script"; done
  tracked '*.py' | while read -r script; do
    python3 -c 'import ast, sys; ast.parse (open (sys.argv[1], encoding="utf-8").read (), sys.argv[1])' "$script"
  done
}

# What belongs to one machine: its folders, and the host it takes its packages from.
check_places () {
  local folders='/roo[t]/|/hom[e]/[a-z]+/|/tmp/(build|bash)'
  local hosts='deb\.debian\.org|pypi\.org|registry\.npmjs|crates\.io|proxy\.golang|snapshot\.debian'
  ! git -c safe.directory="$project" -C "$project" grep -nIE "$folders|$hosts|$(sed 's/[^/[:alnum:]]/\\&/g' <<<"$project")/" -- ':!COPYING'
}

check_warnings () { build_strictly; }

# Left out is what does not know GLib's cleanup attributes (Malloc, DeadStores: leaks are the sanitizer's),
# its enumerations of flags, or our way to compare the bits of a double.
tidy_list='-*,bugprone-*,misc-redundant-expression,performance-*'
tidy_list+=',clang-analyzer-core.*,clang-analyzer-nullability.*,clang-analyzer-security.insecureAPI.*,clang-analyzer-unix.*'
tidy_list+=',-clang-analyzer-unix.Malloc,-clang-analyzer-security.insecureAPI.DeprecatedOrUnsafeBufferHandling'
tidy_list+=',-bugprone-easily-swappable-parameters,-bugprone-reserved-identifier,-bugprone-casting-through-void'
tidy_list+=',-bugprone-multi-level-implicit-pointer-conversion,-bugprone-narrowing-conversions'
tidy_list+=',-bugprone-sizeof-expression,-bugprone-assignment-in-if-condition,-bugprone-macro-parentheses'
tidy_list+=',-bugprone-implicit-widening-of-multiplication-result,-bugprone-branch-clone'
tidy_list+=',-bugprone-switch-missing-default-case,-bugprone-suspicious-memory-comparison,-performance-no-int-to-ptr'

check_analyser () {
  build_strictly
  cd "$project"
  tracked 'src/*.c' | xargs -r -n 4 -P "$(nproc)" clang-tidy -p "$strict_build" --quiet --checks="$tidy_list" \
    --warnings-as-errors='*' --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-format-nonliteral
}

# The tests below the window, with every access and every number watched. Nothing but these tests is built.
check_sanitizers () {
  local folder=$build-sanitize tests
  build_setup "$folder" -Db_sanitize=address,undefined -Db_lundef=false
  export ASAN_OPTIONS=detect_leaks=1:abort_on_error=1
  export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
  export LSAN_OPTIONS=suppressions=$tools/leaks.txt:print_suppressions=0
  ninja -C "$folder" build.ninja
  tests=$(ninja -C "$folder" -t targets all | sed -nE 's#^(tests/(core|store|document|session)/test-[a-z-]+): c_LINKER.*#\1#p')
  xargs ninja -C "$folder" <<<"$tests"
  meson test -C "$folder" --no-rebuild --print-errorlogs --timeout-multiplier 4 \
    --suite core --suite store --suite document --suite session
}
