#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""The Flatpak as a person at an office meets it: ./dev flatpak try.

The journeys share one desktop and one store, and go on from each other. flatpak-journey.py WORD… runs those that have one
of the words in their name.
"""

import json
import os
import re
import shutil
import subprocess
import sys

import pages
from harness import ID, JOURNEYS, PICTURES, SAMPLE, connect, journey, report_failure, wait_until
from sandbox import PortalDesktop, Sandboxed
from words import like, said

REPORT = 'báo cáo.trinhky'
PASSWORD = 'mật khẩu'
PIN = '123456'
SOFTHSM = '/usr/lib/softhsm/libsofthsm2.so'


def inside(desktop, *arguments, typed=''):
    """A command in the sandbox: its status, and what it says."""
    return subprocess.run(['flatpak', 'run', '--user', *arguments], env=desktop.environment, text=True, timeout=120,
                          capture_output=True, check=False, input=typed)


def file_in_documents(desktop):
    """The sample, somewhere that the sandbox does not see."""
    path = desktop.home('Tài liệu', REPORT)
    if not os.path.exists(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        shutil.copy(SAMPLE, path)
    return path


def becomes(program, code, text):
    program.wait(lambda: pages.text(pages.cell(program, code)) == text, 15, f'row {code} to be {text!r}')


def enter(program, code, text):
    program.focus(pages.cell(program, code))
    program.type(text)
    program.key('Return')


def open_again(program):
    """From the start page, where the report of the first journey is listed."""
    pages.open_listed(program, re.compile('^Báo cáo .*đầu năm 2022'))


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
        program.find('label', like('Saved %s'), timeout=30)
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


@journey('a PDF is signed in the sandbox with a key file, and verified outside')
def sign(desktop):
    folder = desktop.sandbox_home('data', 'thử ký')
    os.makedirs(folder, exist_ok=True)
    key, certificate, bundle, unsigned, signed = (os.path.join(folder, name) for name in (
        'key.pem', 'certificate.pem', 'khóa.p12', 'báo cáo.pdf', 'đã ký.pdf'))
    made = inside(desktop, ID, 'export', os.path.join('/app/share/trinhky/samples', os.path.basename(SAMPLE)),
                  '--to', 'pdf', '--final', '-o', unsigned)
    assert made.returncode == 0, made.stderr
    desktop.run('openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, '-days', '30',
                '-utf8', '-subj', '/C=VN/CN=Nguyễn Văn An', '-addext', 'keyUsage=critical,digitalSignature,nonRepudiation')
    desktop.run('openssl', 'pkcs12', '-export', '-inkey', key, '-in', certificate, '-out', bundle, '-passout', f'pass:{PASSWORD}')
    done = inside(desktop, ID, 'sign', unsigned, '--certificate', bundle, '--pin-fd', '0', '-o', signed, typed=PASSWORD + '\n')
    assert done.returncode == 0, done.stderr
    verified(desktop, signed)


def verified(desktop, path):
    """By the program outside of the sandbox."""
    told = json.loads(subprocess.run(['trinhky', 'verify', path, '--json'], env=desktop.environment, text=True,
                                     capture_output=True, timeout=60, check=False).stdout)
    assert told['signatures'][0]['integrity'] == 'valid', told
    assert 'Nguyễn Văn An' in told['signatures'][0]['signer'], told


@journey('a token of the machine signs in the sandbox, through p11-kit')
def token(desktop):
    folder = desktop.sandbox_home('data', 'thử ký')
    home = desktop.home('token')
    os.makedirs(os.path.join(home, 'tokens'))
    with open(os.path.join(home, 'softhsm.conf'), 'w', encoding='utf-8') as file:
        file.write(f'directories.tokendir = {home}/tokens\nobjectstore.backend = file\n')
    environment = dict(desktop.environment, SOFTHSM2_CONF=os.path.join(home, 'softhsm.conf'))

    def call(*arguments):
        subprocess.run(arguments, env=environment, check=True, capture_output=True, timeout=60)

    call('softhsm2-util', '--init-token', '--free', '--label', 'UBND', '--so-pin', '99999999', '--pin', PIN)
    database = 'sql:' + os.path.join(home, 'nss')
    os.makedirs(os.path.join(home, 'nss'))
    call('certutil', '-N', '-d', database, '--empty-password')
    call('modutil', '-dbdir', database, '-add', 'hsm', '-libfile', SOFTHSM, '-force')
    call('pk12util', '-i', os.path.join(folder, 'khóa.p12'), '-d', database, '-h', 'UBND', '-K', PIN, '-W', PASSWORD)
    os.makedirs(os.path.join(desktop.environment['XDG_RUNTIME_DIR'], 'p11-kit'), mode=0o700)
    desktop.spawn(['p11-kit', 'server', '--foreground', '--provider', SOFTHSM, '--name',
                   os.path.join(desktop.environment['XDG_RUNTIME_DIR'], 'p11-kit', 'pkcs11'), 'pkcs11:token=UBND'],
                  log='p11-kit.log', environment=environment)
    wait_until(lambda: os.listdir(os.path.join(desktop.environment['XDG_RUNTIME_DIR'], 'p11-kit')), 10, 'the p11-kit server')
    signed = os.path.join(folder, 'ký bằng thiết bị.pdf')
    done = inside(desktop, ID, 'sign', os.path.join(folder, 'báo cáo.pdf'), '--certificate', 'pkcs11:token=UBND',
                  '--pin-fd', '0', '-o', signed, typed=PIN + '\n')
    assert done.returncode == 0, done.stderr
    verified(desktop, signed)


def choose_unikey(desktop):
    """Where there is no keyboard to lay out ibus complains, and chooses it all the same."""
    def ibus(*arguments):
        return subprocess.run(['ibus', *arguments], env=desktop.environment, text=True, capture_output=True, check=False).stdout
    ibus('engine', 'Unikey')
    wait_until(lambda: 'Unikey' in ibus('engine'), 10, 'Unikey to be the engine')


@journey('an input method for Vietnamese composes in a cell and in a text')
def compose(desktop):
    desktop.run('gsettings', 'set', 'org.freedesktop.ibus.general', 'use-system-keyboard-layout', 'true')
    desktop.spawn(['ibus-daemon', '--replace', '--panel', 'disable', '--emoji-extension', 'disable', '--config', 'disable'],
                  log='ibus.log')
    environment = {'GTK_IM_MODULE': 'ibus', 'IBUS_ENABLE_SYNC_MODE': '1'}
    wait_until(lambda: 'Unikey' in subprocess.run(['ibus', 'list-engine', '--name-only'], env=desktop.environment, text=True,
                                                  capture_output=True, check=False).stdout, 20, 'the input method')
    with Sandboxed(desktop, environment=environment) as program:
        open_again(program)
        pages.go_to_form(program, 1)
        choose_unikey(desktop)
        cell = pages.cell(program, '1', 'note')
        program.focus(cell)
        program.type('Soos lieeuj', delay=60)
        program.key('space', 'Return')
        program.wait(lambda: 'Số liệu' in pages.text(pages.cell(program, '1', 'note')), 15, 'what was composed in the cell')
        pages.go(program, re.compile(r'^2\.3\. '))
        text = program.find('text', re.compile('^UBND xã ban hành'))
        program.focus(text)
        program.key('ctrl+Home')
        program.type('Vieetj ', delay=60)
        program.wait(lambda: program.find_all('text', re.compile('^Việt UBND')), 15, 'what was composed in the text')


@journey('the desktop’s dark style is followed')
def dark(desktop):
    with Sandboxed(desktop) as program:
        program.find('frame')
        desktop.run('gsettings', 'set', 'org.gnome.desktop.interface', 'color-scheme', 'prefer-dark')
        path = os.path.join(PICTURES, 'flatpak-dark.png')
        program.wait(lambda: brightness(desktop, program.screenshot(path)) < 0.35, 20, 'the window to be dark')


def brightness(desktop, picture):
    return float(desktop.run('convert', picture, '-colorspace', 'Gray', '-format', '%[fx:mean]', 'info:'))


def lack():
    return next((name for name in ('flatpak', 'Xvfb', 'xdotool', 'ibus', 'p11-kit') if not shutil.which(name)), None)


def run(*words):
    missing = lack() or (None if os.environ.get('FLATPAK_USER_DIR') else 'FLATPAK_USER_DIR')
    if missing:
        print(f'1..0 # SKIP {missing} is not there; ./dev flatpak try has it')
        return 0
    chosen = [(name, function) for name, function in JOURNEYS if not words or any(word in name for word in words)]
    print(f'1..{len(chosen)}', flush=True)
    os.makedirs(PICTURES, exist_ok=True)
    failed = 0
    with PortalDesktop() as desktop:
        connect(desktop)
        file_in_documents(desktop)
        for number, (name, function) in enumerate(chosen, 1):
            try:
                function(desktop)
                print(f'ok {number} - {name}', flush=True)
            except Exception:
                failed += 1
                print(f'not ok {number} - {name}')
                report_failure(name)
                sys.stdout.flush()
    return 1 if failed else 0


sys.exit(run(*sys.argv[1:]))
