# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""A regime of one's own through the real window: what was changed in it stands in the reports that are made with it."""

import json
import os
import re
import subprocess

import pages
from harness import Program, journey, main
from words import said

OWN, FORM = 'Che do rieng', 'Chi dao nam moi'


def make_own(program):
    """From the first regime of the list; the name is typed as soon as it is asked for."""
    program.action('regimes')
    program.click(program.find('toggle button', re.compile(r'\(Biểu mẫu 1–7\)')))
    program.click(program.find('menu item', index=0))
    program.wait_for_keyboard(program.find('text', inside=program.find('alert')))
    program.type(OWN)
    program.key('Return')
    program.find('button', said('Save'))


def change_form(program):
    labels = program.find_all('label', 'Biểu mẫu 1')
    program.click(labels[-1], pointer=True)
    title = program.find('text', said('Title; {period} stands for the period'))
    program.focus(title)
    program.key('ctrl+a')
    program.type(FORM)
    program.key('Tab', 'ctrl+s')
    program.wait(lambda: not program.find('button', said('Save')).state('sensitive'), what='the regime to be saved')


def run(desktop, *arguments):
    command = [os.environ.get('TRINHKY_PROGRAM') or 'trinhky', *arguments]
    return subprocess.run(command, env=desktop.environment, check=True, capture_output=True, text=True).stdout


@journey('a regime is made from another, a form renamed; a new report prints it')
def own_regime(desktop):
    with Program(desktop) as program:
        pages.open_sample(program)
        make_own(program)
        change_form(program)
        program.click(program.find('button', said('Back to the list')))
        program.find('label', OWN)
        assert not program.complaints(), program.complaints()

    regimes = json.loads(run(desktop, 'regimes', '--json'))
    own = next(one['id'] for one in (regimes if isinstance(regimes, list) else regimes['regimes']) if one['title'] == OWN)
    report, pdf = desktop.home('own.trinhky'), desktop.home('own.pdf')
    run(desktop, 'new', '--regime', own, '--period', '2022-H1', '--office', 'UBND xã Bình Lãng', '-o', report)
    run(desktop, 'export', report, '--to', 'pdf', '-o', pdf)
    text = subprocess.run(['pdftotext', '-layout', pdf, '-'], check=True, capture_output=True, text=True).stdout
    assert FORM in text and 'Công tác chỉ đạo điều hành CCHC' not in text, text[-3000:]


main()
