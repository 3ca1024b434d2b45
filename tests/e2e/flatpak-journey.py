#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""The Flatpak as a person at an office meets it: ./dev flatpak try.

The journeys share one desktop and one store, and go on from each other. flatpak-journey.py WORD… runs those that have one
of the words in their name.
"""

import os
import shutil
import sys

# Each brings its journeys, in this order.
import flatpak_first
import flatpak_signing
import flatpak_desktop
import flatpak_office
import flatpak_upgrade
from harness import JOURNEYS, PICTURES, connect, report_failure
from sandbox import PortalDesktop, file_in_documents


def lack():
    return next((name for name in ('flatpak', 'Xvfb', 'xdotool', 'ibus', 'p11-kit', 'sway', 'grim') if not shutil.which(name)), None)


def run(*words):
    missing = lack() or next((name for name in ('FLATPAK_USER_DIR', 'TRINHKY_STICKS') if not os.environ.get(name)), None)
    if missing:
        print(f'Bail out! {missing} is not there; ./dev flatpak try has it')
        return 1
    chosen = [(name, function) for name, function in JOURNEYS if not words or any(word in name for word in words)]
    if not chosen:
        print(f'Bail out! No journey has {" or ".join(words)} in its name')
        return 1
    print(f'1..{len(chosen)}', flush=True)
    os.makedirs(PICTURES, exist_ok=True)
    failed = 0
    with PortalDesktop() as desktop:
        connect(desktop)
        file_in_documents(desktop)
        for number, (name, function) in enumerate(chosen, 1):
            try:
                function(desktop)
                print(f'ok {number} - {name}', flush=True)
            except Exception:
                failed += 1
                print(f'not ok {number} - {name}')
                report_failure(name)
                sys.stdout.flush()
    return 1 if failed else 0


sys.exit(run(*sys.argv[1:]))
