# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""The window opens, alone and on the sample, and ends cleanly."""

import os
import re

from harness import SAMPLE, Program, journey, main


@journey('the window opens on an empty store')
def opens_empty(desktop):
    with Program(desktop) as program:
        assert program.find('frame').name, 'the window has no title'
        assert program.find_all('button'), 'the start page offers nothing to do'


@journey('the sidebar of the sample leads from its text to all its forms')
def opens_sample(desktop):
    with Program(desktop, SAMPLE) as program:
        places = list(program.places())
        assert 'I. CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH' in places, places
        for number in range(1, 8):
            assert any(re.match(f'Biểu mẫu {number}\\.', place) for place in places), places


@journey('a form opens with its figures')
def opens_form(desktop):
    with Program(desktop, SAMPLE) as program:
        program.go_to(re.compile('^Biểu mẫu 1'))
        assert program.find(None, '63,6')


@journey('a window on another database opens beside the one that is open')
def opens_apart(desktop):
    database = os.path.join(desktop.folder, 'khac.db')
    with Program(desktop) as program, Program(desktop, '--database', database) as other:
        assert other.find('frame').name, 'the window has no title'
        assert program.process.poll() is None
        assert os.path.exists(database)


@journey('the program ends with status 0 and without a critical message')
def ends(desktop):
    with Program(desktop, SAMPLE) as program:
        program.find('list item')
        program.action('quit')
        assert program.process.wait(30) == 0
        assert 'CRITICAL' not in program.log(), program.log()


main()
