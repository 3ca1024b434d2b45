# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""The pages of a report, as the journeys and the pictures go through them."""

import re

from words import said


def wait_for_report(program):
    """Until a report is in the window: its list of pages, or in a narrow window its first page."""
    program.wait(lambda: program.find_all('list', said('Pages of the report')) or program.find_all('button', said('Undo')),
                 30, 'the report in the window')


def open_sample(program):
    """From the empty start page to the sample, by the button that offers it."""
    program.click(program.find('button', said('Look at the sample'), timeout=20))
    wait_for_report(program)


def open_listed(program, title):
    """From the start page to a report in its list."""
    program.click(program.find('list item', title, timeout=20), pointer=True)
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
    dialog = program.find('dialog', timeout=20)
    other = program.wait(lambda: program.other_window(), what='the window of the file dialog')
    program.xdotool('windowfocus', '--sync', other)
    for _attempt in range(3):
        program.settle(0.3)
        program.key('ctrl+a')
        program.type(path)
        # A slow machine may show the dialog before its entry takes keys.
        if any(entry.text.startswith(path) for entry in program.find_all('text', inside=dialog)):
            break
    program.key('Return')
    program.gone('dialog', dialog.name, timeout=15)
    program.focus_window()


def wait_for_pages(program):
    """Until the preview has laid out its pages."""
    program.gone('label', said('Laying out the pages…'), timeout=60)
    program.settle(0.6)
