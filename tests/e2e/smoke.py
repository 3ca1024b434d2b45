# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""The window opens, alone and on the sample, and ends cleanly."""

import re

from harness import SAMPLE, Program, journey, main


@journey('the window opens on an empty store')
def opens_empty(desktop):
    with Program(desktop) as program:
        assert program.find('frame').name, 'the window has no title'
        assert program.find_all('button'), 'the start page offers nothing to do'


@journey('the window opens on the sample and shows its forms')
def opens_sample(desktop):
    with Program(desktop, SAMPLE) as program:
        assert program.find('list item', re.compile('Biểu mẫu 1|Chỉ đạo'), timeout=20)


@journey('the program ends with status 0 and without a critical message')
def ends(desktop):
    with Program(desktop, SAMPLE) as program:
        program.find('list item', timeout=20)
        program.action('quit')
        assert program.process.wait(10) == 0
        assert 'CRITICAL' not in program.log(), program.log()


main()
