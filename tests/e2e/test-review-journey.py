# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""A report through the hands of an office, each with a machine of its own and a file carried between them: the clerk
submits, the chairman returns it with two remarks, the clerk answers, the chairman signs, the registrar issues, and
somebody else verifies."""

import json
import os
import re
import shutil
import subprocess

import pages
from harness import SAMPLE, Program, journey, main
from words import like, said

PASSWORD = 'matkhau1234'
USAGE = 'keyUsage=critical,digitalSignature,nonRepudiation\nbasicConstraints=CA:FALSE\n'
LEFT_OPEN = 'bm1-2-ratio'
PICTURES = os.environ.get('TRINHKY_PICTURES')


def call(*arguments, **options):
    done = subprocess.run([str(argument) for argument in arguments], capture_output=True, timeout=120, check=False, **options)
    assert done.returncode == 0, (arguments, done.stdout[-800:], done.stderr[-800:])
    return done.stdout.decode()


class Machine:
    """A computer of the office, with data of its own"""

    def __init__(self, desktop, name):
        self.desktop = desktop
        self.folder = desktop.home(name)
        self.environment = {'XDG_DATA_HOME': self.folder}
        os.makedirs(self.folder, exist_ok=True)

    def trinhky(self, *arguments):
        return call(os.environ.get('TRINHKY_PROGRAM') or 'trinhky', *arguments, env=dict(self.desktop.environment, **self.environment))

    def open(self, file):
        return Program(self.desktop, file, environment=self.environment)

    def keep_key(self, key):
        """As the preferences keep it: under the name of its digest"""
        keys = os.path.join(self.folder, 'trinhky', 'keys')
        os.makedirs(keys, mode=0o700, exist_ok=True)
        digest = call('sha256sum', key).split()[0]
        shutil.copy(key, os.path.join(keys, f'{digest}.p12'))
        os.chmod(os.path.join(keys, f'{digest}.p12'), 0o600)

    def picture(self, program, step):
        if PICTURES:
            program.settle(0.8)
            program.screenshot(os.path.join(PICTURES, f'review-{step}.png'))


def make_keys(folder):
    """An authority, and a key of the chairman and of the office that it vouches for"""
    def path(name):
        return os.path.join(folder, name)

    with open(path('extensions'), 'w', encoding='utf-8') as file:
        file.write(USAGE)
    call('openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', path('ca.key'), '-out', path('ca.pem'), '-days', '900',
         '-subj', '/CN=CA thu nghiem', '-addext', 'keyUsage=critical,keyCertSign,cRLSign')
    for file, name in (('chairman', 'Nguyen Van B'), ('office', 'UBND xa Binh Lang')):
        call('openssl', 'req', '-newkey', 'rsa:2048', '-nodes', '-keyout', path(f'{file}.key'), '-out', path(f'{file}.csr'), '-subj', f'/CN={name}')
        call('openssl', 'x509', '-req', '-in', path(f'{file}.csr'), '-CA', path('ca.pem'), '-CAkey', path('ca.key'), '-extfile', path('extensions'),
             '-out', path(f'{file}.pem'), '-days', '365')
        call('openssl', 'pkcs12', '-export', '-inkey', path(f'{file}.key'), '-in', path(f'{file}.pem'), '-out', path(f'{file}.p12'),
             '-passout', 'pass:' + PASSWORD)


def make_report(machine, target):
    """The sample with a reason for all that is open but one error, which the clerk explains in the window"""
    with open(SAMPLE, encoding='utf-8') as file:
        report = json.load(file)
    with open(target, 'w', encoding='utf-8') as file:
        json.dump(report, file, ensure_ascii=False)
    done = subprocess.run([os.environ.get('TRINHKY_PROGRAM') or 'trinhky', 'check', target, '--json'], capture_output=True, check=False,
                          env=dict(machine.desktop.environment, **machine.environment))
    for number, finding in enumerate(json.loads(done.stdout)['findings'], 1):
        subjects = finding['subjects'] or []
        if finding['rule'] == 'required-blank':
            form, row = subjects[0].split(':')
            report['values'].setdefault(form, {})[row] = {'blank': 'not-available'}
        elif finding['severity'] == 'error' and finding['rule'] != LEFT_OPEN:
            values = [report['values'][form].get(row, {}).get('value') for form, row in (subject.split(':') for subject in subjects)]
            report['acknowledgements'].append({'id': f'a{number}', 'rule': finding['rule'], 'subjects': subjects, 'values': values,
                                               'explanation': 'Theo văn bản gốc', 'by': 'Văn phòng', 'at': '2022-06-09T08:00:00+07:00'})
    with open(target, 'w', encoding='utf-8') as file:
        json.dump(report, file, ensure_ascii=False)


def act(program, action):
    """What stands in the report's menu"""
    def look():
        return next((widget for widget in program.find_all('grouping') + program.find_all('panel') if action in widget.actions()), None)

    program.wait(look, what=f'the action {action}').act(action)
    program.settle(0.4)


def send(program, path):
    act(program, 'report.send-for-review')
    pages.save_as(program, path)
    program.wait(lambda: os.path.exists(path), what=f'the file {path}')


def says(program, text):
    """The banner says where the report stands."""
    program.find('label', like(text))


def remark(program, code, text):
    program.focus(pages.cell(program, code))
    program.key('ctrl+m')
    program.wait_for_keyboard(program.find('text', said('New remark')))
    program.type(text)
    program.click(program.find('button', said('_Add')))
    program.gone('text', said('New remark'))


def settle_points(program, field, button, text):
    """Writes the same to each open point of a kind, from the first on; a point that is settled goes."""
    left = len(program.find_all('text', said(field)))
    while left:
        program.focus(program.find('text', said(field)))
        program.type(text)
        program.click(program.find('button', said(button)))
        left -= 1
        program.wait(lambda count=left: len(program.find_all('text', said(field))) == count, what=f'{left} points to be left')


def submit(machine, file, target):
    """The clerk explains what is open, and the report goes to the chairman."""
    with machine.open(file) as program:
        pages.wait_for_report(program)
        program.click(program.find('button', said('Submit…')))
        button = program.find('button', said('_Submit'))
        assert not button.state('sensitive'), 'a report with an open error can be submitted'
        # The dialog's own button is named in the language of the window.
        program.find('button', said('Close'), inside=program.find('dialog'))
        machine.picture(program, '1-submit')
        settle_points(program, 'The reason travels with the report', 'Explain', 'Theo ke hoach nam')
        program.wait(lambda: button.state('sensitive'), what='the report to be ready')
        program.click(button)
        says(program, 'Submitted by %s on %s, waiting for %s.')
        machine.picture(program, '2-submitted')
        send(program, target)
        program.end()


def send_back(machine, file, target):
    """The chairman has two remarks, and gives the reason why it goes back."""
    with machine.open(file) as program:
        pages.wait_for_report(program)
        pages.go_to_form(program, 1)
        remark(program, '2.1', 'Du chua?')
        remark(program, '2.2', 'Con lai bao gio xong?')
        pages.go(program, said('Review'))
        pages.wait_for_pages(program)
        machine.picture(program, '3-review')
        program.click(program.find('button', said('_Return…')))
        alert = program.find('alert')
        confirm = program.find('button', said('_Return'), inside=alert)
        assert not confirm.state('sensitive'), 'a report can be returned without a reason'
        program.wait_for_keyboard(program.find('text', inside=alert))
        program.type('Xem lai hai so.')
        program.wait(lambda: confirm.state('sensitive'), what='the reason to be taken')
        machine.picture(program, '4-return')
        program.click(confirm)
        says(program, 'Returned by %s on %s: %s')
        send(program, target)
        program.end()


def answer(machine, file, target):
    """The clerk answers both remarks, changes a number, and submits again."""
    with machine.open(file) as program:
        pages.wait_for_report(program)
        says(program, 'Returned by %s on %s: %s')
        pages.go_to_form(program, 1)
        program.focus(pages.cell(program, '2.2'))
        program.type('15')
        program.key('Return')
        program.click(program.find('button', said('Submit…')))
        button = program.find('button', said('_Submit'))
        assert not button.state('sensitive'), 'remarks need no answer'
        machine.picture(program, '5-answers')
        settle_points(program, 'Answer', 'Answer', 'Da xem lai')
        settle_points(program, 'The reason travels with the report', 'Explain', 'Theo ke hoach nam')
        program.wait(lambda: button.state('sensitive'), what='the report to be ready')
        program.click(button)
        says(program, 'Submitted by %s on %s, waiting for %s.')
        send(program, target)
        program.end()


def look_at_sheet(program):
    """Whoever leaves the sheet without a password has done nothing: the report still waits, and can be returned."""
    program.click(program.find('button', said('_Sign…')))
    program.find('text', said('Password of the key file'))
    program.key('Escape')
    program.gone('text', said('Password of the key file'))
    says(program, 'Submitted by %s on %s, waiting for %s.')
    assert program.find('button', said('_Return…')).state('sensitive'), 'what was looked at cannot be returned any more'


def approve_and_sign(machine, file, target):
    """What the chairman sees again is the one number that changed."""
    with machine.open(file) as program:
        pages.wait_for_report(program)
        pages.go(program, said('Review'))
        pages.wait_for_pages(program)
        # The lists are folded away in a window of this width; their button says what is in them.
        program.click(program.find('toggle button', re.compile(re.escape(said('Changes')) + r' \(1\) · ')))
        program.find('list item', re.compile('15'), inside=program.find('list', said('Changes')))
        machine.picture(program, '6-review-again')
        look_at_sheet(program)
        program.click(program.find('button', said('_Sign…')))
        program.settle(1)
        machine.picture(program, '7-sheet')
        pages.enter_password(program, PASSWORD, said('_Sign'), like('Signed by %s on %s: read only. Waiting to be issued by %s.'))
        machine.picture(program, '8-signed')
        send(program, target)
        program.end()


def issue(machine, file, target):
    """The registrar numbers it and closes it with the office's signature."""
    with machine.open(file) as program:
        pages.wait_for_report(program)
        program.click(program.find('button', said('Issue…')))
        program.focus(program.find('text', said('Number')))
        program.key('ctrl+a')
        program.type('27')
        machine.picture(program, '9-issue')
        pages.enter_password(program, PASSWORD, said('_Issue'), like('Issued as %s/%s by %s on %s: read only.'))
        machine.picture(program, '10-issued')
        send(program, target)
        program.end()


@journey('the clerk submits, the chairman returns it and signs it, the registrar issues it, anyone verifies it')
def whole_way(desktop):
    clerk, chairman, registrar, receiver = (Machine(desktop, name) for name in ('clerk', 'chairman', 'registrar', 'receiver'))
    folder = desktop.home('carried')
    os.makedirs(folder)
    make_keys(folder)
    files = [os.path.join(folder, f'{number}.trinhky') for number in range(4)]
    signed, issued = os.path.join(folder, 'signed.pdf'), os.path.join(folder, 'issued.pdf')
    for machine in (chairman, registrar, receiver):
        machine.trinhky('trust', 'add', os.path.join(folder, 'ca.pem'))
    chairman.keep_key(os.path.join(folder, 'chairman.p12'))
    registrar.keep_key(os.path.join(folder, 'office.p12'))

    make_report(clerk, files[0])
    submit(clerk, files[0], files[1])
    send_back(chairman, files[1], files[2])
    answer(clerk, files[2], files[3])
    approve_and_sign(chairman, files[3], signed)
    issue(registrar, signed, issued)

    found = json.loads(receiver.trinhky('verify', issued, '--json'))
    assert [one['integrity'] for one in found['signatures']] == ['valid', 'valid'], found
    with open(signed, 'rb') as before, open(issued, 'rb') as after:
        assert after.read().startswith(before.read()), 'what was signed is not the beginning of what was issued'


main()
