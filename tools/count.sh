#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# count.sh CHECK-OUTPUT TEST-STATUS CHECK-STATUS prints "PASSED FAILED" for .ci/run.

set -euo pipefail

project=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
points=$(ls -t "$project"/_build*/dev-points 2>/dev/null | head -n 1 || true)

passed=0 failed=0
if [ -n "$points" ]; then read -r passed failed <"$points"; fi
passed=$((passed + $(grep -c '^ok ' "$1" || true)))
failed=$((failed + $(grep -c '^failed ' "$1" || true)))

# A run that broke off before it could count is a failure too.
if [ -z "$points" ]; then failed=$((failed + 1)); fi
if [ "$failed" -eq 0 ] && { [ "$2" -ne 0 ] || [ "$3" -ne 0 ]; }; then failed=1; fi
echo "$passed $failed"
