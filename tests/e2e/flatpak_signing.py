# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""Journeys of the Flatpak: signing, with a key file and with a token of the machine."""

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess

from harness import ID, PROJECT, SAMPLE, journey, wait_until
from sandbox import inside

PASSWORD = 'mật khẩu'
PIN = '123456'
SOFTHSM = '/usr/lib/softhsm/libsofthsm2.so'


def make_key(desktop, path, name, password):
    """A key file of somebody who vouches for himself"""
    key, certificate = path + '.key', path + '.pem'
    desktop.run('openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, '-days', '30',
                '-utf8', '-subj', f'/C=VN/CN={name}', '-addext', 'keyUsage=critical,digitalSignature,nonRepudiation')
    desktop.run('openssl', 'pkcs12', '-export', '-inkey', key, '-in', certificate, '-out', path, '-passout', f'pass:{password}')


@journey('a PDF is signed in the sandbox with a key file, and verified outside')
def sign(desktop):
    folder = desktop.sandbox_home('data', 'thử ký')
    os.makedirs(folder, exist_ok=True)
    bundle, unsigned, signed = (os.path.join(folder, name) for name in ('khóa.p12', 'báo cáo.pdf', 'đã ký.pdf'))
    made = inside(desktop, ID, 'export', os.path.join('/app/share/trinhky/samples', os.path.basename(SAMPLE)),
                  '--to', 'pdf', '--final', '-o', unsigned)
    assert made.returncode == 0, made.stderr
    make_key(desktop, bundle, 'Nguyễn Văn An', PASSWORD)
    done = inside(desktop, ID, 'sign', unsigned, '--certificate', bundle, '--pin-fd', '0', '-o', signed, typed=PASSWORD + '\n')
    assert done.returncode == 0, done.stderr
    verified(desktop, signed)


def verified(desktop, path):
    """By the program outside of the sandbox."""
    told = json.loads(subprocess.run(['trinhky', 'verify', path, '--json'], env=desktop.environment, text=True,
                                     capture_output=True, timeout=60, check=False).stdout)
    assert told['signatures'][0]['integrity'] == 'valid', told
    assert 'Nguyễn Văn An' in told['signatures'][0]['signer'], told


def socket_of(desktop):
    return os.path.join(desktop.environment['XDG_RUNTIME_DIR'], 'p11-kit', 'pkcs11')


@contextlib.contextmanager
def serve_as_the_service(desktop, environment):
    """The commands of the unit on the stick, as the person's systemd would run them"""
    with open(os.path.join(PROJECT, 'flatpak', 'usb', 'thiet-bi-ky.service'), encoding='utf-8') as file:
        unit = file.read().replace('%t', desktop.environment['XDG_RUNTIME_DIR'])
    before, command = (re.search(f'^{name}=(.*)$', unit, re.MULTILINE)[1].split() for name in ('ExecStartPre', 'ExecStart'))
    subprocess.run(before, check=True)
    service = desktop.spawn(command, log='p11-kit.log', environment=environment)
    wait_until(lambda: os.path.exists(socket_of(desktop)), what='the p11-kit server')
    try:
        yield
    finally:
        service.terminate()
        service.wait(30)
        shutil.rmtree(os.path.dirname(socket_of(desktop)))


@contextlib.contextmanager
def serve_as_the_guide(desktop, environment):
    """The line of the guide for who has no systemd; the server goes into the background by itself."""
    with open(os.path.join(PROJECT, 'docs', 'flatpak-token.md'), encoding='utf-8') as file:
        line = re.search('^ +(.*p11-kit server .*)$', file.read(), re.MULTILINE)[1]
    told = subprocess.run(['sh', '-c', line], env=environment, check=True, text=True, stdout=subprocess.PIPE, timeout=30).stdout
    assert os.path.exists(socket_of(desktop)), told
    try:
        yield
    finally:
        os.kill(int(re.search(r'^P11_KIT_SERVER_PID=(\d+)', told, re.MULTILINE)[1]), signal.SIGTERM)


@journey('a token of the machine signs in the sandbox, lent by p11-kit as the guide says')
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
    for number, serve in enumerate((serve_as_the_service, serve_as_the_guide)):
        signed = os.path.join(folder, f'ký bằng thiết bị {number}.pdf')
        with serve(desktop, environment):
            done = inside(desktop, ID, 'sign', os.path.join(folder, 'báo cáo.pdf'), '--certificate', 'pkcs11:token=UBND',
                          '--pin-fd', '0', '-o', signed, typed=PIN + '\n')
        assert done.returncode == 0, (serve, done.stderr)
        verified(desktop, signed)
