# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""The main job through the real window: figures are mended, pasted, refused, undone, and are still there tomorrow.

The journeys share one store: each leaves the report as it found it, except where it is about what stays.
"""

import json
import os
import re

import pages
from harness import SAMPLE, Program, journey, main, wait_until
from words import like, said, said_many

RATE = '2'                              # Biểu mẫu 1, row 2: 63,6 where 14 / 33 is 42,4
BLOCK = '40\n20\n\n5\tghi chú dán\n'    # from row 2.1: 2.1, 2.2, the heading 3, 3.1 with a note
SENTENCE = 'Mot cau moi. '
SAMPLE_ROW = re.compile('^Báo cáo .*đầu năm 2022')


def badge(program, code):
    """The badge of a row says something, or there is none."""
    return any(found.name for found in program.find_all('button', inside=pages.row(program, code)))


def form_line(program, number):
    """What the sidebar says beside a form."""
    item = pages.place(program, re.compile(f'^Biểu mẫu {number}\\b'))
    return ' '.join(image.name for image in program.find_all('image', inside=item))


def carries(program, error):
    """The rate has its badge, and the sidebar counts it."""
    program.wait(lambda: badge(program, RATE), what='the badge')
    program.wait(lambda: error in form_line(program, 1), what=f'{error!r} in the sidebar')


def becomes(program, code, text, column='value'):
    program.wait(lambda: pages.text(pages.cell(program, code, column)) == text, what=f'the {column} of row {code} to be {text!r}')


def enter(program, code, text, column='value'):
    """Types into a cell as people do: a click, the keys, Enter."""
    program.focus(pages.cell(program, code, column))
    program.type(text)
    program.key('Return')
    becomes(program, code, text, column)


def undo(program):
    program.key('ctrl+z')


def wait_saved(program):
    """Until the foot of the sidebar says when all was saved."""
    program.find('label', like('Saved %s'))


def open_form(program, number, again=True):
    if again:
        pages.open_listed(program, SAMPLE_ROW)
    else:
        pages.open_sample(program)
    pages.go_to_form(program, number)


@journey('63,6 carries an error; 42,4 takes it away; undo brings both back')
def mend(desktop):
    error = said_many('%u error', '%u errors', 1)
    with Program(desktop) as program:
        open_form(program, 1, again=False)
        becomes(program, RATE, '63,6')
        carries(program, error)
        enter(program, RATE, '42,4')
        program.wait(lambda: not badge(program, RATE), what='the badge to go')
        program.wait(lambda: error not in form_line(program, 1), what='the count in the sidebar to change')
        undo(program)
        becomes(program, RATE, '63,6')
        carries(program, error)
        program.end()


@journey('the details take the computed value, and undo gives it back')
def take(desktop):
    with Program(desktop) as program:
        open_form(program, 1)
        program.focus(pages.cell(program, RATE))
        program.click(program.find('button', re.compile('42,4')))
        becomes(program, RATE, '42,4')
        program.wait(lambda: not badge(program, RATE), what='the badge to go')
        program.click(program.find('button', like('Undo')))
        becomes(program, RATE, '63,6')
        program.end()


@journey('a block from a spreadsheet goes down the column; one undo takes all of it back')
def paste(desktop):
    with Program(desktop) as program:
        open_form(program, 1)
        before = {code: pages.text(pages.cell(program, code)) for code in ('2.1', '2.2', '3.1')}
        program.set_clipboard(BLOCK)
        program.focus(pages.cell(program, '2.1'))
        program.key('ctrl+v')
        becomes(program, '2.1', '40')
        becomes(program, '2.2', '20')
        becomes(program, '3.1', '5')
        becomes(program, '3.1', 'ghi chú dán', 'note')
        program.focus(pages.cell(program, '2.1'))
        undo(program)
        for code, text in before.items():
            becomes(program, code, text)
        becomes(program, '3.1', '', 'note')
        program.end()


@journey('letters are refused where a number stands, and Escape restores it')
def refuse(desktop):
    with Program(desktop) as program:
        open_form(program, 1)
        program.focus(pages.cell(program, '2.1'))
        program.type('abc')
        program.key('Return')
        assert program.find('label', re.compile('abc')), 'nothing says why'
        program.key('Escape')
        becomes(program, '2.1', '33')
        program.end()


@journey('a note and a choice are entered by the keyboard alone')
def note_and_choice(desktop):
    with Program(desktop) as program:
        open_form(program, 1)
        program.focus(pages.cell(program, '2.1'))
        program.key('Tab')
        program.type('theo KH 12')
        program.key('Return')
        becomes(program, '2.1', 'theo KH 12', 'note')
        undo(program)
        becomes(program, '2.1', '', 'note')
        pages.go_to_form(program, 7)
        becomes(program, '4', '1 – Đang làm')
        program.focus(pages.cell(program, '3'))
        program.key('Down', 'space')
        program.wait_still(program.find('list item', '2 – Hoàn thành'))
        program.key('End', 'Return')
        becomes(program, '4', '2 – Hoàn thành')
        undo(program)
        becomes(program, '4', '1 – Đang làm')
        program.end()


def section_text(program):
    return program.find('text', said('Text of the section'))


@journey('a section keeps what is typed, and a value is put into it')
def write(desktop):
    with Program(desktop) as program:
        pages.open_listed(program, SAMPLE_ROW)
        pages.go(program, re.compile(r'^1\.2\. '))
        program.focus(section_text(program))
        program.key('ctrl+Home')
        program.type(SENTENCE)
        pages.go(program, re.compile(r'^1\.3\. '))
        pages.go(program, re.compile(r'^1\.2\. '))
        program.wait(lambda: section_text(program).text.startswith(SENTENCE), what='the sentence in the text')
        program.focus(section_text(program))
        program.key('ctrl+Home')
        program.click(program.find('toggle button', said('Insert value')))
        program.find('list', said('Indicators'))
        program.wait(lambda: not section_text(program).state('focused'), what='the search to have the keyboard')
        program.type('2.1')
        program.key('Return')
        program.wait(lambda: section_text(program).text.startswith('33'), what='the value in the text')
        wait_saved(program)
        program.end()


@journey('the comparison describes its charts, and shows their figures')
def compare(desktop):
    with Program(desktop) as program:
        pages.open_listed(program, SAMPLE_ROW)
        pages.go(program, said('Comparison'))
        chart = program.find('image', re.compile('Tỷ lệ hoàn thành Kế hoạch'))
        assert re.search('63,6', chart.description), f'{chart} is described as {chart.description!r}'
        table = program.find('tree table', said('The figures behind the charts'))
        assert program.find('label', '63,6', inside=table)
        program.end()


@journey('the pages are looked through, and go into a PDF with the report in it')
def preview(desktop):
    path = desktop.home('báo cáo.pdf')
    with Program(desktop) as program:
        pages.open_listed(program, SAMPLE_ROW)
        pages.go(program, said('Preview'))
        pages.wait_for_pages(program)
        program.click(program.find('button', like('Next page (Ctrl+Page Down)')))
        program.wait(lambda: program.find('text', said('Page')).text == '2', what='the second page')
        zoom = program.find('label', re.compile(r'^\d+%$')).name
        program.click(program.find('button', like('Larger (Ctrl++)')))
        program.wait(lambda: program.find('label', re.compile(r'^\d+%$')).name != zoom, what='the zoom to change')
        program.click(program.find('button', said('Save PDF…')))
        pages.save_as(program, path)
        wait_until(lambda: os.path.exists(path), what=path)
        with open(path, 'rb') as file:
            assert file.read(5) == b'%PDF-'
        assert '.trinhky' in desktop.run('pdfdetach', '-list', path)
        program.end()


@journey('what was saved is there after the window was closed, and after a power cut')
def stays(desktop):
    with Program(desktop) as program:
        open_form(program, 1)
        enter(program, '2.1', '34')
        program.key('ctrl+q')
        assert program.process.wait(30) == 0
    with Program(desktop) as program:
        open_form(program, 1)
        becomes(program, '2.1', '34')
        enter(program, '2.2', '15')
        wait_saved(program)
        program.kill()
    with Program(desktop) as program:
        open_form(program, 1)
        becomes(program, '2.1', '34')
        becomes(program, '2.2', '15')
        program.end()


def rewrite(source, target, change):
    """A report file with something else in it, as another machine would leave it."""
    with open(source, encoding='utf-8') as file:
        report = json.load(file)
    change(report)
    with open(target, 'w', encoding='utf-8') as file:
        json.dump(report, file, ensure_ascii=False)


def give_part(report):
    report['id'] = '7d6b6a52-4f0e-4c1c-9d53-0c3f7f0f6a11'
    report['parts'] = [{'id': 'p1', 'title': 'Biểu mẫu 1', 'forms': ['bm1'], 'sections': [], 'who': 'Văn phòng', 'due': None, 'sent': None, 'returned': None}]


def fill_part(report):
    report['values']['bm1']['2.1'] = {'value': '41'}
    report['values']['bm1']['2.2'] = {'value': '15'}


@journey('a part is sent, filled in elsewhere and brought back: the conflict is chosen, and one step takes all of it back')
def part(desktop):
    source, sent, back = (desktop.home(name) for name in ('nguon.trinhky', 'phan.trinhky', 've.trinhky'))
    rewrite(SAMPLE, source, give_part)
    with Program(desktop, source) as program:
        program.click(program.find('button', like('Send the part “%s”…')))
        pages.save_as(program, sent)
        wait_until(lambda: os.path.exists(sent), what=sent)
        pages.go_to_form(program, 1)
        enter(program, '2.1', '40')
        wait_saved(program)
        program.end()
    rewrite(sent, back, fill_part)
    with Program(desktop, back) as program:
        theirs = program.find(None, re.compile('^' + re.escape(said('The copy')) + ': 41'))
        program.click(theirs)
        program.click(program.find('button', said('_Bring in')))
        pages.go_to_form(program, 1)
        becomes(program, '2.1', '41')
        becomes(program, '2.2', '15')
        undo(program)
        becomes(program, '2.1', '40')
        becomes(program, '2.2', '14')
        wait_saved(program)
        program.end()


main()
