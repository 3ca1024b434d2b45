#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""The PDF of the sample report, with annexes and charts, beside LibreOffice making one of our Word document.

Both are whole processes, from the report file or the .docx to the PDF, in turn and from a
warm cache; LibreOffice keeps its profile from run to run. Memory is the most that the
process, or one that it waited for, had resident.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 7
TIME_LIMIT = 1 / 5
MEMORY_LIMIT = 1 / 10
PROGRAM = os.environ['TRINHKY_PROGRAM']
SAMPLE = os.path.join(os.environ['TRINHKY_DATA'], 'samples', 'binh-lang-2022-h1.trinhky')
CHARTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'fixtures', 'document', 'charts.json')


def measure(arguments, result):
    """Seconds and MiB of a process that writes @result"""
    if os.path.exists(result):
        os.remove(result)
    start = time.monotonic()
    process = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               env={**os.environ, 'SAL_USE_VCLPLUGIN': 'svp'})
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0 or not os.path.getsize(result):
        raise SystemExit(f'{arguments[0]} wrote no PDF (status {process.returncode}).')
    return seconds, usage.ru_maxrss / 1024


def write_report(folder):
    """The sample with charts in an annex of their own"""
    path = os.path.join(folder, 'report.trinhky')
    with open(SAMPLE, encoding='utf-8') as file:
        report = json.load(file)
    with open(CHARTS, encoding='utf-8') as file:
        report['charts'] = json.load(file)
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(report, file, ensure_ascii=False)
    return path


def compare(folder):
    """Ours and LibreOffice's; the first pair warms the caches and makes the profile."""
    source = write_report(folder)
    document = os.path.join(folder, 'report.docx')
    subprocess.run([PROGRAM, 'export', source, '--to', 'docx', '-o', document], check=True)
    pdf = os.path.join(folder, 'report.pdf')
    ours, theirs = [], []
    for run in range(RUNS + 1):
        pair = (measure([PROGRAM, 'export', source, '--to', 'pdf', '-o', pdf], pdf),
                measure(['soffice', f'-env:UserInstallation=file://{folder}/office', '--headless', '--convert-to', 'pdf',
                         '--outdir', folder, document], pdf))
        if run > 0:
            ours.append(pair[0])
            theirs.append(pair[1])
    return ours, theirs


def report(what, ours, theirs, unit, limit):
    ratio = ours / theirs
    verdict = 'ok' if ratio <= limit else 'over'
    print(f'{what}\t{ratio:.3f} times ({ours:.0f} {unit} to {theirs:.0f} {unit})\t{limit:.2f} times\t{verdict}')
    return verdict == 'ok'


def main():
    if shutil.which('soffice') is None:
        print('the PDF beside LibreOffice\tnot measured: there is no soffice here\t\t')
        return 0
    with tempfile.TemporaryDirectory(prefix='trinh-bench-') as folder:
        ours, theirs = compare(folder)
    good = report('the PDF beside LibreOffice converting our Word document', statistics.median(seconds for seconds, _ in ours) * 1000,
                  statistics.median(seconds for seconds, _ in theirs) * 1000, 'ms', TIME_LIMIT)
    return 0 if report('its memory at the most', max(memory for _, memory in ours), max(memory for _, memory in theirs),
                       'MiB', MEMORY_LIMIT) and good else 1


if __name__ == '__main__':
    sys.exit(main())
