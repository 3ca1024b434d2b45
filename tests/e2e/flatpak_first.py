# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""Journeys of the Flatpak: what is in the sandbox, and the first report in it."""

import json
import os
import re

import pages
from harness import ID, PICTURES, SAMPLE, journey, wait_until
from sandbox import REPORT, Sandboxed, file_in_documents, inside, open_again
from words import like, said


def becomes(program, code, text):
    program.wait(lambda: pages.text(pages.cell(program, code)) == text, what=f'row {code} to be {text!r}')


def enter(program, code, text):
    program.focus(pages.cell(program, code))
    program.type(text)
    program.key('Return')


@journey('the sandbox may do what the manifest says, and nothing else')
def permissions(desktop):
    said_so = desktop.run('flatpak', 'info', '--user', '--show-permissions', ID)
    assert 'network' not in said_so, said_so
    assert 'filesystems=xdg-run/p11-kit/pkcs11;' in said_so, said_so
    assert 'sockets=fallback-x11;wayland;' in said_so.replace('x11;wayland;fallback-x11', 'fallback-x11;wayland'), said_so
    assert 'devices=dri;' in said_so, said_so
    assert '[Session Bus Policy]' not in said_so, said_so
    seen = inside(desktop, '--command=sh', ID, '-c', f'ls "{os.path.dirname(file_in_documents(desktop))}"; tail -n +3 /proc/net/dev')
    assert re.findall(r'^ *([a-z0-9]+):', seen.stdout, re.MULTILINE) == ['lo'] and REPORT not in seen.stdout, seen.stdout


@journey('fonts, dictionary, language and the commands are inside')
def contents(desktop):
    found = inside(desktop, '--command=sh', ID, '-c', 'fc-match "Times New Roman"; fc-list "Liberation Serif" file; ls /app/share/hunspell')
    assert 'LiberationSerif' in found.stdout and '/app/share/fonts' in found.stdout, found.stdout
    assert 'vi_VN.dic' in found.stdout, found.stdout
    regimes = inside(desktop, ID, 'regimes', '--json')
    assert 'bieu-mau-2022' in regimes.stdout, regimes.stderr
    assert 'Cách dùng' in inside(desktop, ID, '--help').stdout


@journey('a double click on a report opens it, and what is edited stays')
def double_click(desktop):
    path = file_in_documents(desktop)
    asked = desktop.run('gio', 'mime', 'application/vnd.trinhky.report+json')
    assert f'{ID}.desktop' in asked, asked
    assert 'application/vnd.trinhky.report+json' in desktop.run('gio', 'info', '-a', 'standard::content-type', path)
    with Sandboxed(desktop, launch=('gio', 'open', path)) as program:
        pages.wait_for_report(program)
        pages.go_to_form(program, 1)
        becomes(program, '2', '63,6')
        enter(program, '2', '42,4')
        becomes(program, '2', '42,4')
        program.find('label', like('Saved %s'))
        program.screenshot(os.path.join(PICTURES, 'flatpak-form.png'))
    assert os.path.isdir(desktop.sandbox_home('data')), 'the store is not in the folder of the sandbox'


@journey('the report is found again, and the pages are saved through the portal')
def export(desktop):
    path = desktop.home('bao-cao.pdf')        # xdotool does not type every letter everywhere
    with Sandboxed(desktop) as program:
        open_again(program)
        pages.go(program, said('Preview'))
        pages.wait_for_pages(program)
        program.screenshot(os.path.join(PICTURES, 'flatpak-preview.png'))
        program.click(program.find('button', said('Save PDF…')))
        program.save_through_portal(path)
        wait_until(lambda: os.path.exists(path) and os.path.getsize(path) > 1000, 60, path)
    desktop.run('pdfdetach', '-savefile', 'report.trinhky', '-o', desktop.home('back.json'), path)
    with open(desktop.home('back.json'), encoding='utf-8') as file:
        assert json.load(file)['values']['bm1']['2']['value'] == '42.4'
    fonts = desktop.run('pdffonts', path)
    assert 'LiberationSerif' in fonts, fonts


@journey('chosen pages are printed to a file through the portal')
def print_pages(desktop):
    with Sandboxed(desktop) as program:
        open_again(program)
        pages.go(program, said('Preview'))
        pages.wait_for_pages(program)
        program.action_of_report('report.print')
        path = program.print_through_portal('2-3')
        wait_until(lambda: os.path.exists(path) and os.path.getsize(path) > 1000, 60, path)
    told = desktop.run('pdfinfo', path)
    assert re.search(r'^Pages: +2$', told, re.MULTILINE) and 'A4' in told, told


@journey('the window opens where it was closed: report, page and size')
def restore(desktop):
    with Sandboxed(desktop) as program:
        open_again(program)
        pages.go_to_form(program, 3)
        program.resize(900, 640)
        before = program.window_size()
    with Sandboxed(desktop, size=None) as program:
        program.find('tree table')
        program.find('label', 'Biểu mẫu 3')
        assert program.window_size() == before, (program.window_size(), before)
        program.screenshot(os.path.join(PICTURES, 'flatpak-restored.png'))
