# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""Journeys of the Flatpak: a report is signed in the window, and what was signed opens. The last: the program then begins
with this report."""

import json
import os
import subprocess
import uuid

import pages
from flatpak_signing import make_key
from harness import PICTURES, SAMPLE, journey, wait_until
from sandbox import Sandboxed
from words import like, said

PASSWORD_TYPED = 'matkhau1234'        # xdotool does not type every letter everywhere


def make_ready(desktop, target):
    """A report that can be submitted: the sample, where a reason stands at all that is open."""
    def check():
        done = subprocess.run(['trinhky', 'check', target, '--json'], env=desktop.environment, text=True, capture_output=True,
                              timeout=60, check=False)
        return json.loads(done.stdout)['findings']

    with open(SAMPLE, encoding='utf-8') as file:
        report = json.load(file)
    report.update(id=str(uuid.uuid4()), period='2021-H1', date='2021-06-09', data_to='2021-06-08',
                  subject='Công tác cải cách hành chính 6 tháng đầu năm 2021')
    write(report, target)
    for number, finding in enumerate(check()):
        cells = [subject.split(':') for subject in finding['subjects'] or []]
        if finding['rule'] == 'required-blank':
            report['values'].setdefault(cells[0][0], {})[cells[0][1]] = {'blank': 'not-available'}
        elif finding['severity'] == 'error':
            report['acknowledgements'].append({
                'id': f'giải trình {number}', 'rule': finding['rule'], 'subjects': finding['subjects'],
                'values': [report['values'][form].get(row, {}).get('value') for form, row in cells],
                'explanation': 'Theo văn bản gốc', 'by': 'Văn phòng', 'at': '2021-06-09T08:00:00+07:00'})
    write(report, target)
    left = [finding for finding in check() if finding['severity'] == 'error' and not finding['acknowledged']]
    assert not left, left


def write(report, target):
    with open(target, 'w', encoding='utf-8') as file:
        json.dump(report, file, ensure_ascii=False)


def import_key(program, path):
    """In the preferences, through the portal of files; whose key it is is told later, with its password"""
    program.action('preferences')
    program.click(program.find('page tab', said('Signatures')))
    program.click(program.find('button', said('Import a key file')))
    program.open_through_portal(path)
    program.click(program.find('button', said('_Later')))
    program.gone('alert')
    program.key('Escape')


@journey('a key file comes in through the portal, signs in the window, and the report is signed after a restart')
def sign_in_the_window(desktop):
    report, key = desktop.home('ready.trinhky'), desktop.home('khoa.p12')
    make_ready(desktop, report)
    make_key(desktop, key, 'Nguyen Van An', PASSWORD_TYPED)
    signed = like('Signed by %s on %s: read only. Waiting to be issued by %s.')
    with Sandboxed(desktop, launch=('gio', 'open', report)) as program:
        pages.wait_for_report(program)
        import_key(program, key)
        os.remove(key)
        program.click(program.find('button', said('Submit…')))
        button = program.find('button', said('_Submit'))
        program.wait(lambda: button.state('sensitive'), what='the report to be ready')
        program.click(button)
        program.click(program.find('button', said('Review')))
        pages.wait_for_pages(program)
        program.click(program.find('button', said('_Sign…'), timeout=60))
        pages.enter_password(program, PASSWORD_TYPED, said('_Sign'), signed)
        program.screenshot(os.path.join(PICTURES, 'flatpak-signed.png'))
    with Sandboxed(desktop) as program:
        pages.wait_for_report(program)
        program.find('label', signed)


def install_viewer(desktop, seen):
    """The program of the desktop for PDF files: it keeps what it is given in the file seen."""
    viewer = desktop.home('viewer.sh')
    with open(viewer, 'w', encoding='utf-8') as file:
        file.write(f'#!/bin/sh\ncp "$1" "{seen}.part" && mv "{seen}.part" "{seen}"\n')
    os.chmod(viewer, 0o700)
    os.makedirs(desktop.home('data', 'applications'), exist_ok=True)
    with open(desktop.home('data', 'applications', 'viewer.desktop'), 'w', encoding='utf-8') as file:
        file.write(f'[Desktop Entry]\nType=Application\nName=Viewer\nExec={viewer} %f\nMimeType=application/pdf;\n')
    with open(desktop.home('config', 'mimeapps.list'), 'w', encoding='utf-8') as file:
        file.write('[Default Applications]\napplication/pdf=viewer.desktop\n')


@journey('the signed PDF opens from its step, in the program that the desktop has for it')
def open_signed(desktop):
    seen = desktop.home('seen.pdf')
    install_viewer(desktop, seen)
    with Sandboxed(desktop) as program:
        pages.wait_for_report(program)
        pages.go(program, said('Overview'))
        program.click(program.find('button', said('Open the signed file')))
        wait_until(lambda: os.path.exists(seen), what='the viewer to be given the signed file')
    told = desktop.run('pdfsig', seen)
    assert 'Nguyen Van An' in told, told
