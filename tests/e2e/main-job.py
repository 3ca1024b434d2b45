# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""The main job without a person: opens a report, shows each of its pages, and exports the PDF.

main-job.py FOLDER [EARLIER…] REPORT leaves FOLDER/NAME-01.png … and FOLDER/NAME.pdf.
This is what ./dev run does where there is no display.
"""

import os
import re
import sys

from harness import Desktop, Program, connect

FORM = re.compile('Biểu mẫu|Phụ lục')


def is_blank(desktop, picture):
    """One colour all over: the window has drawn nothing."""
    return int(desktop.run('identify', '-format', '%k', picture)) < 16


def worth_a_picture(number, place, after_forms):
    """The first pages, then the forms and all that follows them; of the many sections two will do."""
    return number <= 3 or after_forms or FORM.match(place)


def picture_pages(desktop, reports, target):
    """A picture of the pages that the sidebar leads to."""
    count = 0
    after_forms = False
    with Program(desktop, *reports) as program:
        for number, place in enumerate(program.places(), 1):
            after_forms = after_forms or bool(FORM.match(place))
            if not worth_a_picture(number, place, after_forms):
                continue
            program.key('Return')
            program.settle(0.5)
            count += 1
            picture = program.screenshot(f'{target}-{count:02}.png')
            print(f'{os.path.basename(picture)}  {place}', file=sys.stderr)
            if is_blank(desktop, picture):
                sys.exit(f'{picture} is blank: the window has drawn nothing')


def main(folder, *reports):
    *earlier, report = reports
    target = os.path.join(folder, os.path.splitext(os.path.basename(report))[0])
    history = [word for path in earlier for word in ('--history', path)]
    with Desktop() as desktop:
        connect(desktop)
        picture_pages(desktop, reports, target)
        desktop.run('trinhky', 'export', report, '--to', 'pdf', *history, '-o', target + '.pdf', timeout=120)


main(*sys.argv[1:])
