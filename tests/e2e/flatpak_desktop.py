# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""Journeys of the Flatpak: what a desktop gives to a program, and takes from it."""

import datetime
import glob
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys

import pages
from harness import ID, PICTURES, journey, wait_until
from sandbox import PORTALS, Sandboxed, Wayland, inside, open_again
from words import said


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


def restart_portal(desktop, preferred):
    """The portal reads at its start which part of a desktop shows dialogs; the next one who asks starts it again."""
    with open(desktop.home('config', 'xdg-desktop-portal', 'portals.conf'), 'w', encoding='utf-8') as file:
        file.write(preferred)
    answer = subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/org/freedesktop/DBus', '--method',
                             'org.freedesktop.DBus.GetConnectionUnixProcessID', 'org.freedesktop.portal.Desktop'],
                            env=desktop.environment, text=True, capture_output=True, check=False).stdout
    running = re.search(r'uint32 (\d+)', answer)
    if running:
        os.kill(int(running.group(1)), signal.SIGTERM)
        wait_until(lambda: not os.path.exists(f'/proc/{running.group(1)}'), 20, 'the portal to end')


@journey('where nothing shows dialogs for files, it says what is missing')
def no_dialogs(desktop):
    restart_portal(desktop, '[preferred]\ndefault=none\n')
    try:
        with Sandboxed(desktop) as program:
            program.find('label', said('Files cannot be chosen here'), timeout=60)
            program.settle(0.5)
            program.screenshot(os.path.join(PICTURES, 'flatpak-no-dialogs.png'))
            program.key('Escape')
            program.gone('label', said('Files cannot be chosen here'))
    finally:
        restart_portal(desktop, PORTALS)
    with Sandboxed(desktop) as program:
        program.find('frame')
        program.settle(2)
        assert not program.find_all('label', said('Files cannot be chosen here'))


@journey('what is due is told of by the desktop, and a click on it comes back to the program')
def notify(desktop):
    service = desktop.spawn([sys.executable, os.path.join(os.path.dirname(__file__), 'notifications.py')], log='notifications.log',
                            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert service.stdout.readline() == 'ready\n'
    expect_reports(desktop)
    with Sandboxed(desktop) as program:
        told = json.loads(service.stdout.readline())
        assert re.search('báo cáo', told['summary'], re.IGNORECASE), told
        assert told['from'] in (ID, ''), told
        program.action('sample')
        pages.wait_for_report(program)
        service.stdin.write(f'{told["number"]}\n')
        service.stdin.flush()
        program.gone('list', said('Pages of the report'), timeout=30)


def expect_reports(desktop):
    """The office makes the reports of a regime from this year on, as it would say in the preferences."""
    inside(desktop, ID, 'board')        # makes the store where there is none
    regime = {'id': 'bieu-mau-2022', 'from': f'{datetime.date.today().year}-01-01'}
    settings = {'offices': [{'name': 'UBND xã Bình Lãng', 'code': '', 'regimes': [regime]}]}
    with sqlite3.connect(desktop.sandbox_home('data', 'trinhky', 'trinhky.db')) as database:
        database.execute('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)', ('board', json.dumps(settings)))


SWAY = '''xwayland disable
default_border none
output HEADLESS-1 resolution 1600x1200 scale 1.25
'''


@journey('under Wayland it is drawn in fractions: 1.25 points a pixel')
def fractional(desktop):
    with open(desktop.home('sway.conf'), 'w', encoding='utf-8') as file:
        file.write(SWAY)
    environment = {name: value for name, value in desktop.environment.items() if name != 'DISPLAY'}
    environment.update(WLR_BACKENDS='headless', WLR_RENDERER='pixman', WLR_LIBINPUT_NO_DEVICES='1')
    desktop.spawn(['sway', '--unsupported-gpu', '--config', desktop.home('sway.conf')], log='sway.log', environment=environment)
    runtime = desktop.environment['XDG_RUNTIME_DIR']
    wait_until(lambda: glob.glob(os.path.join(runtime, 'sway-ipc.*')) and glob.glob(os.path.join(runtime, 'wayland-?')), 20, 'sway')
    socket, = glob.glob(os.path.join(runtime, 'sway-ipc.*'))
    display = os.path.basename(glob.glob(os.path.join(runtime, 'wayland-?'))[0])
    with Wayland(desktop, socket, display) as program:
        program.action('sample')
        pages.wait_for_report(program)
        program.screenshot(os.path.join(PICTURES, 'flatpak-fractional.png'))
        program.wait(lambda: drawn_in_fractions(program.log()), what='a picture of the whole window in fractions')


def drawn_in_fractions(log):
    """What the program told the display: asked for 150 of 120 parts, it drew that many pixels for the points it fills."""
    assert 'preferred_scale(150)' in log, 'nobody asks for a scale'
    shown = {tuple(map(int, size)) for size in re.findall(r'wp_viewport#\d+\.set_destination\((\d+), (\d+)\)', log)}
    drawn = {tuple(map(int, size)) for size in re.findall(r'\.create_buffer\(new id [^,]+, \d+, (\d+), (\d+),', log)}
    # The output is 1280 points wide; the window's shadow lies around it.
    return any(width >= 1280 and (width * 5 // 4, height * 5 // 4) in drawn for width, height in shown)
