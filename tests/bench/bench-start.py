#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""The window's first frame on ten years of monthly reports, beside an empty window.

Both programs start in turn on one desktop of their own (Xvfb, drawn by cairo, no
accessibility bus), in the same language, from a warm cache. first-frame.so, preloaded into
both, says when the display has carried out the first frame, and how much memory the
process has at that moment; the clock starts before the process does.
"""

import json
import os
import statistics
import subprocess
import sys
import time

from desktop import Desktop, wait_until

RUNS = 41
TIME_LIMIT = 1.25
MEMORY_LIMIT = 1.3
MONTHLY = 'bieu-mau-thang'
BUILD = os.path.join(os.environ['TRINHKY_BUILD'], 'tests', 'bench')
PROGRAM = os.environ['TRINHKY_PROGRAM']


class Frame:
    """What first-frame.so wrote: seconds since the start, MiB, the size of the window."""

    def __init__(self, text, start):
        lines = dict(line.split(':', 1) for line in text.splitlines() if ':' in line)
        self.seconds = int(lines['Time']) / 1e6 - start
        self.memory = int(lines['VmRSS'].split()[0]) / 1024
        self.own_memory = int(lines['RssAnon'].split()[0]) / 1024
        self.window = lines['Window'].strip()


def read_whole(path):
    """The file's text once its last line is there."""
    try:
        with open(path, encoding='utf-8') as file:
            text = file.read()
    except FileNotFoundError:
        return None
    return text if 'nonvoluntary_ctxt_switches' in text else None


def measure(desktop, arguments):
    path = os.path.join(desktop.folder, 'first-frame')
    environment = dict(desktop.environment, LD_PRELOAD=os.path.join(BUILD, 'first-frame.so'), FIRST_FRAME=path)
    start = time.monotonic()
    process = desktop.spawn(arguments, environment=environment)
    try:
        text = wait_until(lambda: read_whole(path), timeout=60, what=f'the first frame of {arguments[0]}')
    except TimeoutError:
        with open(os.path.join(desktop.folder, 'processes.log'), encoding='utf-8', errors='replace') as log:
            sys.stderr.write(log.read())
        raise
    process.terminate()
    process.wait()
    desktop.processes.remove(process)
    os.remove(path)
    return Frame(text, start)


def make_monthly_regime(desktop):
    """The sample's regime, with reports of every month; the folder to be given as --data."""
    folder = desktop.home('data', 'monthly')
    with open(os.path.join(os.environ['TRINHKY_DATA'], 'regimes', 'bieu-mau-2022.json'), encoding='utf-8') as file:
        regime = json.load(file)
    regime.update(id=MONTHLY, valid={'from': '2013-01-01', 'to': None}, periods=[
        {'kind': 'month', 'from': {'month': -1, 'day': 15}, 'to': {'month': 0, 'day': 14}, 'deadline': {'working-days': 1}}])
    os.makedirs(os.path.join(folder, 'regimes'))
    with open(os.path.join(folder, 'regimes', MONTHLY + '.json'), 'w', encoding='utf-8') as file:
        json.dump(regime, file, ensure_ascii=False)
    return folder


def compare(desktop):
    """Frames of ours and of the empty window, in turn; the first pair warms the caches."""
    database = desktop.home('data', 'bench.db')
    data = make_monthly_regime(desktop)
    ours, empty = [], []
    subprocess.run([os.path.join(BUILD, 'make-store'), database, data, MONTHLY], check=True, stdout=subprocess.DEVNULL)
    for run in range(RUNS + 1):
        pair = (measure(desktop, [PROGRAM, '--database', database, '--data', data]),
                measure(desktop, [os.path.join(BUILD, 'empty-window')]))
        if pair[0].window != pair[1].window:
            raise SystemExit(f'The windows have not one size: {pair[0].window} and {pair[1].window}.')
        if run > 0:
            ours.append(pair[0])
            empty.append(pair[1])
    return ours, empty


def median(frames, name):
    return statistics.median(getattr(frame, name) for frame in frames)


def report(what, ours, empty, unit, limit):
    ratio = ours / empty
    verdict = ('ok' if ratio <= limit else 'over') if limit else ''
    print(f'{what}\t{ratio:.2f} times ({ours:.0f} {unit} to {empty:.0f} {unit})\t'
          + (f'{limit:.2f} times' if limit else '') + f'\t{verdict}')
    return verdict != 'over'


def main():
    with Desktop(accessibility=False) as desktop:
        ours, empty = compare(desktop)
    good = report('first frame on 120 reports beside an empty window', median(ours, 'seconds') * 1000,
                  median(empty, 'seconds') * 1000, 'ms', TIME_LIMIT)
    good = report('its memory', median(ours, 'memory'), median(empty, 'memory'), 'MiB', MEMORY_LIMIT) and good
    report('of that not shared with files', median(ours, 'own_memory'), median(empty, 'own_memory'), 'MiB', None)
    return 0 if good else 1


if __name__ == '__main__':
    sys.exit(main())
