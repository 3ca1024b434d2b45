# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""Journeys of the Flatpak: what flatpak/usb/HUONG-DAN.md says, word by word, at a person's who has nothing yet.

TRINHKY_STICKS is a folder with two sticks, "older" and "newer" (tools/flatpak-older.sh).
"""

import glob
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import tempfile

import pages
from flatpak_signing import make_key
from harness import ID, PICTURES, SAMPLE, journey
from sandbox import Sandboxed, open_again
from words import like, said

NEWER = '“%s” was written by a newer version of Trình Ký (schema %d; this one knows up to %d). It was left as it is; install the newer version.'
REFUSED = 'cũ hơn bản đang cài'


class Person:
    """Somebody who logs in for the first time: an own home, and no Flatpak in it"""

    def __init__(self, desktop):
        self.home = desktop.home('somebody')
        self.place = os.path.join(self.home, '.local', 'share', 'flatpak')
        self.environment = dict(desktop.environment, HOME=self.home, XDG_DATA_HOME=os.path.join(self.home, '.local', 'share'),
                                XDG_CONFIG_HOME=os.path.join(self.home, '.config'), XDG_CACHE_HOME=os.path.join(self.home, '.cache'))
        del self.environment['FLATPAK_USER_DIR']
        os.makedirs(self.home, exist_ok=True)

    def run(self, *arguments, folder='/'):
        return subprocess.run(arguments, env=self.environment, text=True, capture_output=True, check=False, timeout=300, cwd=folder)

    def does(self, *arguments, folder='/'):
        done = self.run(*arguments, folder=folder)
        assert done.returncode == 0, (arguments, done.stdout, done.stderr)
        return done.stdout

    def install(self, stick):
        """In the tool set the person may be root, which the script refuses where nobody says otherwise."""
        return self.run('env', f'TRINHKY_CHO_ROOT={"co" if os.getuid() == 0 else ""}', 'sh', 'cai-dat.sh', folder=stick)

    def version(self):
        return self.does('flatpak', 'run', '--user', ID, '--version').split()[-1]

    def data(self, *parts):
        return os.path.join(self.home, '.var', 'app', ID, 'data', 'trinhky', *parts)

    def window(self, desktop, *arguments):
        options = {name: self.environment[name] for name in ('HOME', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME')}
        return Sandboxed(desktop, *arguments, environment=dict(options, FLATPAK_USER_DIR=self.place))


def sticks():
    folder = os.environ['TRINHKY_STICKS']
    older, newer = (os.path.join(folder, name) for name in ('older', 'newer'))
    return older, newer


def digest(path):
    with open(path, 'rb') as file:
        return hashlib.file_digest(file, 'sha256').hexdigest()


def keep(person):
    """What may not be lost: all rows of the database, keys and settings"""
    with sqlite3.connect(person.data('trinhky.db')) as database:
        rows = '\n'.join(database.iterdump())
    files = glob.glob(person.data('keys', '*')) + glob.glob(os.path.join(person.home, '.var', 'app', ID, 'config', 'glib-2.0', '*', '*'))
    assert any(file.endswith('.p12') for file in files) and any('settings' in file for file in files), files
    return hashlib.sha256(rows.encode()).hexdigest(), {file: digest(file) for file in files}


def work(desktop, person):
    """A report with a value of the person's own, a key, a setting"""
    report = os.path.join(person.home, '.var', 'app', ID, 'data', 'sample.trinhky')
    shutil.copy(SAMPLE, report)
    with person.window(desktop, report) as program:
        pages.wait_for_report(program)
        pages.go_to_form(program, 1)
        program.focus(pages.cell(program, '2'))
        program.type('42,4')
        program.key('Return')
        program.wait(lambda: pages.text(pages.cell(program, '2')) == '42,4', what='the value to be taken')
        program.find('label', like('Saved %s'))
        program.resize(1000, 700)
    key = os.path.join(person.home, 'khoa.p12')
    make_key(desktop, key, 'Nguyen Van An', 'matkhau')
    os.makedirs(person.data('keys'), mode=0o700, exist_ok=True)
    shutil.copy(key, person.data('keys', f'{digest(key)}.p12'))


def make_older(person):
    """The database as a program before the files of reports wrote it"""
    with sqlite3.connect(person.data('trinhky.db')) as database:
        assert database.execute('SELECT count (*) FROM file').fetchone() == (0,)
        database.execute('DROP TABLE file')
        database.execute('PRAGMA user_version = 2')


def finds_everything(desktop, person):
    """The program comes up where it was left."""
    with person.window(desktop) as program:
        pages.wait_for_report(program)
        program.find('tree table')
        assert pages.text(pages.cell(program, '2')) == '42,4'


@journey('installed from a stick by somebody who had nothing, and brought up to date by the next stick: the data stay')
def by_stick(desktop):
    older, newer = sticks()
    person = Person(desktop)
    done = person.install(older)
    assert done.returncode == 0 and 'Đã cài xong Trình Ký' in done.stdout, done
    before = person.version()
    work(desktop, person)
    kept = keep(person)
    make_older(person)
    done = person.install(newer)
    assert done.returncode == 0 and 'Đã cài xong Trình Ký' in done.stdout, done
    assert person.version() > before, 'the second stick brought nothing'
    person.does('flatpak', 'run', '--user', ID, 'database', 'check')
    assert keep(person) == kept and glob.glob(person.data('trinhky.db.backup-v2-*'))
    finds_everything(desktop, person)
    done = person.install(newer)
    assert done.returncode == 0 and 'Đã cài xong Trình Ký' in done.stdout, done
    assert keep(person)[1].keys() == kept[1].keys()


@journey('a stick that is older than what is installed is refused in plain words')
def older_stick(desktop):
    older, _newer = sticks()
    person = Person(desktop)
    before, kept = person.version(), keep(person)
    done = person.install(older)
    assert done.returncode != 0 and REFUSED in done.stderr, done
    assert (person.version(), keep(person)) == (before, kept)


def rewrite(path, change):
    """Another file in the place of this one, which a stick may share with a second"""
    with open(path, 'rb') as file:
        content = file.read()
    os.remove(path)
    with open(path, 'wb') as file:
        file.write(change(content))


def damage(stick):
    path = max(glob.glob(os.path.join(stick, '.ostree', 'repo', 'objects', '*', '*.filez')), key=os.path.getsize)
    middle = os.path.getsize(path) // 2
    rewrite(path, lambda content: content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1:])


def change_key(stick):
    def change(content):
        start = content.index(b'GPGKey=') + 100
        return content[:start] + content[start:start + 40].swapcase() + content[start + 40:]
    rewrite(os.path.join(stick, 'trinhky.flatpakrepo'), change)


def take_away(stick):
    os.remove(os.path.join(stick, 'PHIEN-BAN'))


@journey('a stick that is damaged, incomplete or of another key is refused in plain words, and so is root')
def broken_stick(desktop):
    _older, newer = sticks()
    person = Person(desktop)
    before, kept = person.version(), keep(person)
    for spoil, words in ((damage, 'USB bị hỏng'), (take_away, 'Không thấy PHIEN-BAN'), (change_key, 'ký bằng khóa khác')):
        with tempfile.TemporaryDirectory(dir=os.path.dirname(newer)) as folder:
            stick = os.path.join(folder, 'stick')
            desktop.run('cp', '--archive', '--link', newer, stick)
            spoil(stick)
            done = person.install(stick)
        assert done.returncode == 1 and words in done.stderr, (spoil, done)
    if os.getuid() == 0:
        done = person.run('sh', 'cai-dat.sh', folder=newer)
        assert done.returncode == 1 and 'tài khoản root' in done.stderr, done
    assert (person.version(), keep(person)) == (before, kept)


@journey('what is uninstalled leaves the data, and the bundle alone brings an older program up to date')
def by_bundle(desktop):
    older, newer = sticks()
    person = Person(desktop)
    now, kept = person.version(), keep(person)
    person.does('flatpak', 'uninstall', '--user', '--noninteractive', ID)
    assert person.run('flatpak', 'info', '--user', ID).returncode != 0 and keep(person) == kept
    assert person.install(older).returncode == 0
    assert person.version() < now
    bundle = os.path.join(newer, 'trinhky.flatpak')
    person.does('flatpak', 'install', '--user', '--noninteractive', bundle)
    assert person.version() == now and keep(person) == kept
    again = person.run('flatpak', 'install', '--user', '--noninteractive', bundle)
    assert again.returncode != 0 and 'already installed' in again.stderr, again
    finds_everything(desktop, person)


@journey('an older program leaves what a newer one wrote as it is, and says so')
def downgrade(desktop):
    person = Person(desktop)
    path = person.data('trinhky.db')
    with sqlite3.connect(path) as store:
        version, = store.execute('PRAGMA user_version').fetchone()
        store.execute(f'PRAGMA user_version = {version + 1}')
        store.execute('PRAGMA wal_checkpoint (TRUNCATE)')
    before = digest(path)
    with person.window(desktop) as program:
        program.find('label', like(NEWER))
        program.screenshot(os.path.join(PICTURES, 'flatpak-downgrade.png'))
    told = person.run('flatpak', 'run', '--user', ID, 'database', 'check')
    assert told.returncode == 2 and told.stderr, told
    assert digest(path) == before, 'what a newer version wrote was changed'
    with sqlite3.connect(path) as store:
        store.execute(f'PRAGMA user_version = {version}')
    with person.window(desktop) as program:
        open_again(program)
