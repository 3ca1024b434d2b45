# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""Pictures of every page and dialog, light and dark, wide and narrow, to be looked at.

screenshots.py FOLDER [WORD…] leaves FOLDER/NN-PAGE-light-wide.png and so on; a WORD leaves out
the kinds that do not hold it ("dark", "narrow"). With the word "docs" it makes the pictures that the
manual and the metainfo show, docs/*.png, and nothing else.
"""

import os
import re
import sys

import pages
from harness import PROJECT, Desktop, Program, connect
from words import said

SIZES = {'wide': (1180, 760), 'narrow': (360, 720)}


class Album:
    """Numbers the pictures of one kind in the order in which they are taken."""

    def __init__(self, program, folder, kind):
        self.program = program
        self.folder = folder
        self.kind = kind
        self.count = 0

    def take(self, name):
        self.count += 1
        path = os.path.join(self.folder, f'{self.count:02}-{name}-{self.kind}.png')
        self.program.settle(0.4)
        self.program.screenshot(path)
        print(os.path.basename(path), flush=True)


def take_dialog(program, album, name, action):
    program.action(action)
    program.settle(0.4)
    album.take(name)
    program.key('Escape')
    program.settle(0.3)


def take_start(program, album):
    program.find('button', said('Look at the sample'))
    album.take('start-empty')
    take_dialog(program, album, 'new-report', 'new-report')
    take_dialog(program, album, 'preferences', 'preferences')
    take_dialog(program, album, 'shortcuts', 'shortcuts')
    take_dialog(program, album, 'about', 'about')
    take_dialog(program, album, 'signatures', 'check-signatures')


def take_sidebar(program, album):
    pages.sidebar(program)
    album.take('sidebar')


def take_section(program, album):
    pages.go(program, re.compile(r'^2\.3\. '))
    album.take('section')
    program.click(program.find('toggle button', said('Insert value')))
    album.take('section-insert')
    program.key('Escape')


def take_form(program, album):
    pages.go_to_form(program, 1)
    program.click(pages.cell(program, '2'), pointer=True)
    album.take('form-details')
    program.key('ctrl+f')
    program.type('hoan thanh')
    album.take('form-search')
    program.key('Escape')
    pages.go_to_form(program, 3)
    album.take('form-long')
    pages.go_to_form(program, 6)
    album.take('form-6')


def take_registers(program, album):
    for page in ('Documents', 'Tasks'):
        pages.go(program, said(page))
        album.take(page.lower())


def take_whole(program, album):
    pages.go(program, said('Findings'))
    album.take('findings')
    pages.go(program, said('Comparison'))
    album.take('comparison-bars')
    program.click(program.find(None, said('Lines')), pointer=True)
    album.take('comparison-lines')
    pages.go(program, said('Preview'))
    pages.wait_for_pages(program)
    album.take('preview')


def take_home(program, album):
    pages.sidebar(program)
    program.click(program.find('button', said('All reports')))
    program.settle(0.6)
    album.take('start-reports')


def take_error(program, album):
    broken = program.desktop.home('hỏng.trinhky')
    with open(broken, 'w', encoding='utf-8') as file:
        file.write('{"format": "trinhky", "version": 1, "report": {')
    program.desktop.run('gapplication', 'launch', 'io.github.trinhky.TrinhKy', broken)
    program.settle(0.6)
    album.take('error')
    program.key('Escape')


def take_all(folder, scheme, width):
    with Desktop() as desktop:
        connect(desktop)
        with Program(desktop, scheme=scheme, size=SIZES[width]) as program:
            album = Album(program, folder, f'{scheme}-{width}')
            take_start(program, album)
            pages.open_sample(program)
            album.take('overview')
            for take in (take_sidebar, take_section, take_form, take_registers, take_whole, take_home, take_error):
                take(program, album)


# What the manual and the catalogues of programs show: at most 1000 × 700, and few colours, for they are shipped.
def keep(program, folder, name):
    path = program.screenshot(os.path.join(folder, name + '.png'))
    program.desktop.run('mogrify', '-dither', 'None', '-colors', '255', '-define', 'png:compression-level=9', '-strip', path)
    print(os.path.basename(path), flush=True)


def take_docs(folder):
    with Desktop() as desktop:
        connect(desktop)
        with Program(desktop, size=(1000, 700)) as program:
            pages.open_sample(program)
            pages.go_to_form(program, 1)
            program.click(pages.cell(program, '2'), pointer=True)
            keep(program, folder, 'window')
            pages.go(program, re.compile(r'^2\.3\. '))
            keep(program, folder, 'section')
            pages.go(program, said('Findings'))
            keep(program, folder, 'findings')
            pages.go(program, said('Comparison'))
            keep(program, folder, 'comparison')
            pages.go(program, said('Preview'))
            pages.wait_for_pages(program)
            keep(program, folder, 'preview')


def main(folder, *words):
    if 'docs' in words:
        take_docs(os.path.join(PROJECT, 'docs'))
        return
    for scheme in ('light', 'dark'):
        for width in SIZES:
            # One process, one accessibility bus: each kind has a process of its own.
            if all(word in f'{scheme}-{width}' for word in words):
                child = os.fork()
                if child == 0:
                    take_all(folder, scheme, width)
                    os._exit(0)
                if os.waitpid(child, 0)[1] != 0:
                    sys.exit(f'the pictures of {scheme}-{width} are not complete')


main(*sys.argv[1:])
