# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""Prints "PASSED FAILED" from Meson's log of a test run: the points of TAP tests, one for any other."""

import json
import re
import sys

POINT = re.compile(r'^(not )?ok\b[^#]*(#\s*(SKIP|TODO))?', re.IGNORECASE)


def count(test):
    passed = failed = 0
    for line in test.get('stdout', '').splitlines():
        point = POINT.match(line)
        if point and not point.group(2):
            passed, failed = (passed, failed + 1) if point.group(1) else (passed + 1, failed)
    if test['result'] in ('OK', 'EXPECTEDFAIL') and passed == 0:
        passed = 1
    if test['result'] not in ('OK', 'EXPECTEDFAIL', 'SKIP') and failed == 0:
        failed = 1
    return passed, failed


with open(sys.argv[1], encoding='utf-8') as log:
    counts = [count(json.loads(line)) for line in log if line.strip()]
print(sum(passed for passed, _ in counts), sum(failed for _, failed in counts))
