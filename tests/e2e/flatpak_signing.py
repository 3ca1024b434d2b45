# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""Journeys of the Flatpak: signing, with a key file and with a token of the machine."""

import json
import os
import subprocess

from harness import ID, SAMPLE, journey, wait_until
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
    wait_until(lambda: os.listdir(os.path.join(desktop.environment['XDG_RUNTIME_DIR'], 'p11-kit')), what='the p11-kit server')
    signed = os.path.join(folder, 'ký bằng thiết bị.pdf')
    done = inside(desktop, ID, 'sign', os.path.join(folder, 'báo cáo.pdf'), '--certificate', 'pkcs11:token=UBND',
                  '--pin-fd', '0', '-o', signed, typed=PIN + '\n')
    assert done.returncode == 0, done.stderr
    verified(desktop, signed)
