# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""The main job without a person: opens a report, shows each of its pages, and exports the PDF.

main-job.py FOLDER [EARLIER…] REPORT leaves FOLDER/NAME-01.png … and FOLDER/NAME.pdf.
This is what ./dev run does where there is no display.
"""

import os
import sys

from harness import Desktop, Program, connect


def is_blank(desktop, picture):
    """One colour all over: the window has drawn nothing."""
    return int(desktop.run('identify', '-format', '%k', picture)) < 16


def picture_pages(desktop, reports, target):
    """A picture of the first page, and of every page the sidebar leads to."""
    pictures = []
    with Program(desktop, *reports) as program:
        program.find('list item', timeout=30)
        count = len(program.find_all('list item'))
        for index in range(-1, count):
            if index >= 0:
                items = program.find_all('list item')
                if index >= len(items):
                    break
                program.click(items[index])
                program.settle(0.5)
            pictures.append(program.screenshot(f'{target}-{index + 2:02}.png'))
            if is_blank(desktop, pictures[-1]):
                sys.exit(f'{pictures[-1]} is blank: the window has drawn nothing')
    return pictures


def main(folder, *reports):
    *earlier, report = reports
    target = os.path.join(folder, os.path.splitext(os.path.basename(report))[0])
    history = [word for path in earlier for word in ('--history', path)]
    with Desktop() as desktop:
        connect(desktop)
        picture_pages(desktop, reports, target)
        desktop.run('trinhky', 'export', report, '--to', 'pdf', *history, '-o', target + '.pdf', timeout=120)


main(*sys.argv[1:])
