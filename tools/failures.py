# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""Prints from Meson's log of a test run what failed, and the last that each of those tests said."""

import json
import sys

LINES = 40
GOOD = ('OK', 'EXPECTEDFAIL', 'SKIP')


def said(test):
    """From the first point that failed on, or else the end of all."""
    out = test.get('stdout', '').splitlines()
    first = next((number for number, line in enumerate(out) if line.startswith('not ok')), max(0, len(out) - LINES))
    return out[first:first + LINES] + test.get('stderr', '').splitlines()[-LINES:]


with open(sys.argv[1], encoding='utf-8') as log:
    tests = [json.loads(line) for line in log if line.strip()]
for test in tests:
    if test['result'] not in GOOD:
        print(f'{test["name"]}: {test["result"]} after {test["duration"]:.0f} s')
        for line in said(test):
            print('  ' + line)
