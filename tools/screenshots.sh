# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors

dev_screenshots () {
  build_program || die "The build failed."
  use_program
  export PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
  mkdir -p "$project/out"
  exec python3 "$project/tests/e2e/screenshots.py" "$project/out" "$@"
}
