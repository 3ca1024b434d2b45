# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""The pages of a report, as the journeys and the pictures go through them."""

import re

from words import said


def wait_for_report(program):
    """Until a report is in the window: its list of pages, or in a narrow window its first page."""
    program.wait(lambda: program.find_all('list', said('Pages of the report')) or program.find_all('button', said('Undo')),
                 what='the report in the window')


def open_sample(program):
    """From the empty start page to the sample, by the button that offers it."""
    program.click(program.find('button', said('Look at the sample')))
    wait_for_report(program)


def open_listed(program, title):
    """From the start page to a report in its list, once the list is whole: its rows get their menus last."""
    row = program.find('list item', title)
    program.find('toggle button', inside=row)
    program.wait_still(row)
    program.click(row, pointer=True)
    wait_for_report(program)


def sidebar(program):
    """The list of pages; in a narrow window one goes back to it."""
    name = said('Pages of the report')
    if not program.find_all('list', name):
        for pane in reversed([widget for widget in program.find_all('grouping') if 'navigation.pop' in widget.actions()]):
            pane.act('navigation.pop')
            program.settle(0.4)
            if program.find_all('list', name):
                break
    return program.find('list', name)


def _inside(widget, frame):
    _x, y, _width, height = widget.extents
    _fx, top, _fwidth, whole = frame.extents
    return y >= top and y + height <= top + whole


def _shown(program, listing, pattern):
    found = program.find_all('list item', pattern, inside=listing)
    return next((item for item in found if _inside(item, listing)), None)


def place(program, pattern):
    """The line of the sidebar, scrolled to as with a wheel."""
    listing = sidebar(program)
    found = _shown(program, listing, pattern)
    if not found:
        program.wheel(listing, -60)
    for _turn in range(40):
        found = found or _shown(program, listing, pattern)
        if found:
            return found
        program.wheel(listing, 6)
    raise AssertionError(f'the sidebar has no {pattern!r}')


def go(program, pattern):
    """To a page of the report, by its line in the sidebar."""
    program.click(place(program, pattern), pointer=True)
    program.settle(0.6)


def go_to_form(program, number):
    go(program, re.compile(f'^Biểu mẫu {number}\\b'))
    return program.find('tree table')


def row(program, code):
    """The row of the form with this code, where it is on the screen."""
    return program.find('table row', re.compile(f'^{re.escape(code)} '))


def _cells(program, code):
    inner = [widget for widget, depth in row(program, code).walk() if depth > 1]
    return [widget for widget in inner if widget.role in ('table cell', 'combo box')]


def cell(program, code, column='value'):
    """What takes the focus in the row of this code: the cell of its value or of its note, or a list of choices."""
    wanted = 0 if column == 'value' else 1
    return program.wait(lambda: _cells(program, code)[wanted:wanted + 1], what=f'the {column} of row {code}')[0]


def text(widget):
    """What stands in a cell: its label, or the text of the choice."""
    labels = [found.name for found, _depth in widget.walk() if found.role == 'label']
    return labels[0] if labels else widget.name


def save_as(program, path):
    """Fills in the file dialog. There is no window manager: the dialog does not get the keyboard by itself."""
    dialog = program.find('dialog')
    other = program.wait(lambda: program.other_window(), what='the window of the file dialog')
    program.xdotool('windowfocus', '--sync', other)
    entry = program.wait(lambda: next((text for text in program.find_all('text', inside=dialog) if text.state('focused')), None),
                         what='the name to have the keyboard')
    program.set_text(entry, path)
    program.wait(lambda: entry.text == path, what=f'the name to be {path}')
    program.key('Return')
    program.gone('dialog', dialog.name)
    program.focus_window()


def enter_password(program, password, button, done):
    """The last thing of the sheet that signs. Where there is a doubt about the certificate the password is asked for again."""
    again = said('Only now it shows whose key this is. Read what is said of the certificate, then type the password again.')
    for attempt in range(2):
        field = program.find('text', said('Password of the key file'))
        if not field.state('focused'):
            program.focus(field)
        program.key('ctrl+a')
        program.type(password, delay=60)
        press = program.find_all('button', button)[-1]
        program.wait(lambda pressed=press: pressed.state('sensitive'), what='the sheet to be complete')
        program.click(press)
        program.wait(lambda first=attempt == 0: program.find_all('label', done) or (first and program.find_all('label', again)), 60,
                     'what became of the password')
        if program.find_all('label', done):
            return


def wait_for_pages(program):
    """Until the preview has laid out its pages."""
    program.find('label', re.compile(r'^/ [1-9]'), timeout=60, hidden=True)
    program.gone('label', said('Laying out the pages…'), timeout=60)
    program.settle(0.6)
