# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""The two registers through the real window: what is cited and what is done counts into the form, and one step takes it back."""

import re

import pages
from harness import Program, journey, main
from words import said

CITATION = 'Theo Kế hoạch số 77/KH-UBND ngày 02/3/2022 về cải cách hành chính. '
COUNTED, PLANNED = '1', '2.1'           # rows of Biểu mẫu 1: 21 documents where 19 are cited; 33 tasks


def offered(program, code, number):
    """The row's details offer this number of the register's."""
    pages.go_to_form(program, 1)
    program.focus(pages.cell(program, code))
    return program.find('button', re.compile(rf'\b{number}$'))


def becomes(program, code, text):
    program.wait(lambda: pages.text(pages.cell(program, code)) == text, what=f'row {code} to be {text!r}')


def register(program):
    """A citation that was typed is registered where it stands."""
    pages.go(program, re.compile(r'^1\.2\. '))
    program.focus(program.find('text', said('Text of the section')))
    program.key('ctrl+Home')
    program.set_clipboard(CITATION)
    program.key('ctrl+v', 'ctrl+Home', 'ctrl+Right', 'ctrl+Right', 'ctrl+Right')
    program.click(program.find('button', said('Register the document')))


def add_task(program):
    pages.go(program, said('Tasks'))
    program.key('ctrl+n')
    program.focus(program.find('text', said('Task')))
    program.type('Lap ke hoach')
    program.key('Return')
    program.find('table row', re.compile('^Lap ke hoach, .*' + re.escape(said('open'))))


@journey('what is cited and what is done counts into the form, and undo takes it back')
def registers(desktop):
    with Program(desktop) as program:
        pages.open_sample(program)
        offered(program, COUNTED, 19)
        register(program)
        offered(program, COUNTED, 20)
        program.key('ctrl+z')
        offered(program, COUNTED, 19)

        add_task(program)
        program.click(program.find('button', said('Done')))
        program.click(program.find('button', said('_Done'), inside=program.find('alert')))
        program.find('label', re.compile('^1 .*1 '))
        program.click(offered(program, PLANNED, 1))
        becomes(program, PLANNED, '1')
        program.key('ctrl+z')
        becomes(program, PLANNED, '33')
        program.end()


main()
