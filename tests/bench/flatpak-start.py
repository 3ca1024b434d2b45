#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""The first start inside the sandbox beside the one outside, and the room that the Flatpak takes: ./dev flatpak measure.

Each start has a home of its own, as after an installation; the two take turns on one desktop. first-frame.so says when
the first frame stands on the display; the clock starts before the process does.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'e2e'))

from desktop import Desktop, wait_until

ID = 'io.github.trinhky.TrinhKy'
RUNS = 9
TIME_LIMIT = 1.3
SIZE_LIMIT = 25 * 1024 * 1024
HERE = os.path.dirname(os.path.abspath(__file__))


def make_clock(folder):
    """first-frame.so, for a program that is not built with the benchmarks."""
    flags = subprocess.run(['pkg-config', '--cflags', 'gtk4'], capture_output=True, text=True, check=True).stdout.split()
    path = os.path.join(folder, 'first-frame.so')
    subprocess.run(['cc', '-shared', '-fPIC', '-O2', *flags, '-I', os.environ['TRINHKY_CONFIG'],
                    os.path.join(HERE, 'first-frame.c'), '-o', path], check=True)
    return path


def frame_time(path):
    try:
        with open(path, encoding='utf-8') as file:
            return re.search(r'^Time: (\d+)$', file.read(), re.MULTILINE)
    except FileNotFoundError:
        return None


def measure(desktop, clock, command):
    """Seconds to the first frame in a home where the program was never started. command (clock, frame) is the start."""
    home = desktop.home('new')
    shutil.rmtree(home, ignore_errors=True)
    place = os.path.join(home, '.var', 'app', ID, 'data')
    os.makedirs(place)
    shutil.copy(clock, place)
    frame = os.path.join(place, 'frame')
    arguments, environment = command(os.path.join(place, 'first-frame.so'), frame)
    folders = {f'XDG_{name}_HOME': os.path.join(home, 'outside', name) for name in ('DATA', 'CONFIG', 'CACHE', 'STATE')}
    start = time.monotonic()
    process = desktop.spawn(arguments, environment=dict(desktop.environment, HOME=home, **folders, **environment))
    seconds = int(wait_until(lambda: frame_time(frame), 120, f'the first frame of {arguments[0]}')[1]) / 1e6 - start
    subprocess.run(['gapplication', 'action', ID, 'quit'], env=desktop.environment, check=False, capture_output=True)
    process.wait(30)
    desktop.processes.remove(process)
    return seconds


def inside(clock, frame):
    return ['flatpak', 'run', '--user', f'--env=LD_PRELOAD={clock}', f'--env=FIRST_FRAME={frame}', ID], {}


def outside(clock, frame):
    return [os.environ['TRINHKY_PROGRAM']], {'LD_PRELOAD': clock, 'FIRST_FRAME': frame}


def compare_starts():
    with Desktop(accessibility=False) as desktop:
        clock = make_clock(desktop.folder)
        pairs = [(measure(desktop, clock, inside), measure(desktop, clock, outside)) for _run in range(RUNS + 1)]
    ours, theirs = (statistics.median(times) for times in zip(*pairs[1:]))
    # Other work on the machine weighs on both of a pair, and not on all pairs alike.
    ratio = statistics.median(one / other for one, other in pairs[1:])
    print(f'first start in the sandbox\t{ratio:.2f} times ({ours * 1000:.0f} ms to {theirs * 1000:.0f} ms)\t{TIME_LIMIT:.2f} times')
    return ratio <= TIME_LIMIT


def installed_size():
    """Bytes of the program's own part, as they lie on the disk"""
    place = subprocess.run(['flatpak', 'info', '--user', '--show-location', ID], capture_output=True, text=True, check=True).stdout.strip()
    return sum(os.lstat(os.path.join(folder, name)).st_size
               for folder, _folders, names in os.walk(os.path.join(place, 'files')) for name in names)


def main():
    size = installed_size()
    print(f'installed\t{size / 1e6:.1f} MB\t{SIZE_LIMIT / 1e6:.1f} MB', flush=True)
    return 0 if compare_starts() and size <= SIZE_LIMIT else 1


sys.exit(main())
