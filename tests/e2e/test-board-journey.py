# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""The due-board through the real window: a report is begun from its row, another is not required, and is after all."""

import datetime
import json
import os
import re
import sqlite3

import pages
from harness import Program, journey, main
from words import said

OFFICE = 'UBND xã Bình Lãng'
REASON = 'Sap nhap xa'
# The lines of a row's menu: GTK tells their order, not their words.
OPEN, REQUIRED = 0, 2


def board(desktop):
    """The reports by their periods, as the command line tells them."""
    program = os.environ.get('TRINHKY_PROGRAM') or 'trinhky'
    return {report['period']: report for report in json.loads(desktop.run(program, 'board', '--json'))['reports']}


def expect_reports(desktop):
    """The office makes the reports of a regime from this year on, as it would say in the preferences."""
    board(desktop)
    regime = {'id': 'bieu-mau-2022', 'from': f'{datetime.date.today().year}-01-01'}
    settings = {'offices': [{'name': OFFICE, 'code': '', 'regimes': [regime]}]}
    with sqlite3.connect(desktop.home('data', 'trinhky', 'trinhky.db')) as database:
        database.execute('INSERT INTO setting (name, value) VALUES (?, ?)', ('board', json.dumps(settings)))


def do_in_row(program, state, line):
    """Opens the menu of the first row in this state, and takes a line of it."""
    found = re.compile(re.escape(said(state)))
    # The list is still being completed when its first rows are there.
    program.wait_still(program.find('list item', found))
    row = program.find('list item', found)
    program.click(program.find('toggle button', inside=row))
    program.click(program.find('menu item', inside=row, index=line))


@journey('a report is begun from its row')
def begin(desktop):
    expect_reports(desktop)
    with Program(desktop) as program:
        do_in_row(program, 'Not begun', OPEN)
        program.click(program.find('button', said('C_reate')))
        pages.wait_for_report(program)
        program.end()
    begun = [report for report in board(desktop).values() if report['state'] == 'in-progress']
    assert len(begun) == 1 and begun[0]['report'], begun


@journey('a report is not required, with a reason, and is after all')
def not_required(desktop):
    with Program(desktop) as program:
        do_in_row(program, 'Not begun', REQUIRED)
        program.focus(program.find('text', inside=program.find('alert')))
        program.type(REASON)
        program.click(program.find('button', said('_Not required')))
        program.gone('alert')
        told = [report for report in board(desktop).values() if report['state'] == 'not-required']
        assert [report['not_required'] for report in told] == [REASON], told
        do_in_row(program, 'Not required', REQUIRED)
        program.wait(lambda: not [report for report in board(desktop).values() if report['state'] == 'not-required'],
                     what='the report to be required again')
        program.end()


main()
