# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""A desktop with portals, and the program in it as the Flatpak that ./dev flatpak has installed.

FLATPAK_USER_DIR names the installation. Nothing in here is switched off that a real desktop has: files are chosen
through the portal, settings come from it, and the sandbox sees its own folders only.
"""

import os
import re
import shutil
import subprocess

import harness
import pages
from desktop import Desktop, wait_until
from harness import ID, SAMPLE, Program, Widget, quietly
from words import said

PORTALS = '[preferred]\ndefault=gtk\n'
SETTINGS = "[org/gnome/desktop/interface]\nfont-name='Adwaita Sans 11'\nenable-animations=false\n"
CHOOSER = 'xdg-desktop-portal-gtk'
REPORT = 'báo cáo.trinhky'
DOCUMENTS = 'Tài liệu'


class PortalDesktop(Desktop):
    """Use it with `with`, as a Desktop, in a mount namespace where /run/user/UID is empty."""

    def _private_environment(self):
        environment = super()._private_environment()
        for name in ('ADW_DISABLE_PORTAL', 'GDK_DEBUG'):
            environment.pop(name)
        # Files of the portal have one path inside and outside, and inside it is this one.
        environment['XDG_RUNTIME_DIR'] = f'/run/user/{os.getuid()}'
        assert os.listdir(environment['XDG_RUNTIME_DIR']) == [], 'somebody works with the folder of the session'
        installed = environment['FLATPAK_USER_DIR']
        environment['XDG_DATA_DIRS'] = os.pathsep.join(
            (os.path.join(installed, 'exports', 'share'), '/usr/local/share', '/usr/share'))
        environment['XDG_CURRENT_DESKTOP'] = 'GNOME'
        os.makedirs(self.home('config', 'xdg-desktop-portal'), exist_ok=True)
        with open(self.home('config', 'xdg-desktop-portal', 'portals.conf'), 'w', encoding='utf-8') as file:
            file.write(PORTALS)
        with open(self.home('config', 'user-dirs.dirs'), 'w', encoding='utf-8') as file:
            file.write(f'XDG_DOCUMENTS_DIR="$HOME/{DOCUMENTS}"\n')
        with open(self.home('config', 'glib-2.0', 'settings', 'keyfile'), 'a', encoding='utf-8') as file:
            file.write(SETTINGS)
        return environment

    def close(self):
        # The portal of files is a file system: it goes before its folder does.
        if self.environment:
            subprocess.run(['fusermount3', '-u', '-z', os.path.join(self.environment['XDG_RUNTIME_DIR'], 'doc')],
                           check=False, capture_output=True)
        super().close()

    def sandbox_home(self, *parts):
        return self.home('.var', 'app', ID, *parts)


class Sandboxed(Program):
    """The program inside its sandbox; the process is that of flatpak run, which ends with it."""

    def __init__(self, desktop, *arguments, launch=('flatpak', 'run', '--user', ID), **options):
        super().__init__(desktop, *launch[1:], *arguments, command=launch[0], timeout=60, **options)
        self.environment.pop('ADW_DEBUG_COLOR_SCHEME')        # the desktop says it, not a test

    def _alive(self):
        """What starts a program for a file manager ends before the program does."""

    # The process that the buses know is the sandbox's proxy, and the one on the window counts inside the sandbox.
    def _find_application(self):
        root = harness.Atspi.get_desktop(0)
        for i in range(quietly(root.get_child_count, 0)):
            child = quietly(lambda i=i: root.get_child_at_index(i))
            if child is not None and re.search('trinhky', quietly(child.get_name, ''), re.IGNORECASE):
                child.set_cache_mask(harness.Atspi.Cache.NONE)
                return child
        return None

    def windows(self):
        listed = subprocess.run(['xdotool', 'search', '--onlyvisible', '--class', 'trinhky'],
                                capture_output=True, text=True, env=self.environment, check=False).stdout.split()
        return [window for window in listed if min(self._geometry(window)[2:]) > 100]

    def window_size(self):
        return self._geometry(self.window)[2:]

    def end(self):
        """Ends it by its own action, and waits until it is gone."""
        self.action('quit')
        wait_until(lambda: ID not in self.desktop.run('flatpak', 'ps', '--columns=application'), what='the sandbox to end', step=0.5)
        Program.latest = None

    def close(self, timeout=10):
        if ID in self.desktop.run('flatpak', 'ps', '--columns=application'):
            self.end()

    def kill(self):
        self.desktop.run('flatpak', 'kill', ID)

    # ---- the portal's dialogs: another program's windows

    def chooser(self):
        root = harness.Atspi.get_desktop(0)
        for i in range(quietly(root.get_child_count, 0)):
            child = quietly(lambda i=i: root.get_child_at_index(i))
            if child is not None and quietly(child.get_name, '') == CHOOSER and quietly(child.get_child_count, 0) > 0:
                child.set_cache_mask(harness.Atspi.Cache.NONE)
                return Widget(child)
        return None

    def chooser_window(self):
        listed = subprocess.run(['xdotool', 'search', '--onlyvisible', '--class', CHOOSER],
                                capture_output=True, text=True, env=self.environment, check=False).stdout.split()
        return next((window for window in listed if min(self._geometry(window)[2:]) > 100), None)

    def focus_chooser(self):
        window = wait_until(self.chooser_window, what='a dialog of the portal')
        self.settle(0.8)
        self.xdotool('windowfocus', '--sync', window)
        return window

    def save_through_portal(self, path):
        """The file dialog of the portal: the whole path goes where the name stands."""
        self.focus_chooser()
        self.key('ctrl+a')
        self.type(path)
        self.settle(0.5)
        self.key('Return')
        wait_until(lambda: self.chooser_window() is None, what='the dialog of the portal to go')
        self.focus_window()

    def open_through_portal(self, path):
        """A slash opens the line for a whole path."""
        self.focus_chooser()
        self.type('/')
        self.settle(1.5)
        self.type(path[1:])
        self.settle(0.8)
        self.key('Return')
        wait_until(lambda: self.chooser_window() is None, what='the dialog of the portal to go')
        self.focus_window()

    def print_through_portal(self, chosen):
        """The print dialog of the portal, where the only printer is a file; it says where that will be"""
        self.focus_chooser()
        dialog = self.chooser()
        self.find('table', inside=dialog).accessible.get_table_iface().add_row_selection(0)
        self.click(self.find('radio button', 'Pages:', inside=dialog))
        entry = next(text for text in self.find_all('text', inside=dialog) if text.state('editable'))
        entry.accessible.get_editable_text_iface().set_text_contents(chosen)
        path = self.find('button', re.compile('[.]pdf$'), inside=dialog).name.replace('~', self.desktop.home(), 1)
        self.click(self.find('button', 'Print', inside=dialog))
        wait_until(lambda: self.chooser_window() is None, what='the dialog of the portal to go')
        return path

    def action_of_report(self, name):
        """What stands in the report's menu"""
        def look():
            return next((widget for role in ('grouping', 'panel') for widget in self.find_all(role) if name in widget.actions()), None)
        wait_until(look, what=f'the action {name}').act(name)
        self.settle(0.4)


class Wayland(Sandboxed):
    """The same on a display of sway, which no key and no pointer of ours reaches. The log has what the two say to each other."""

    def __init__(self, desktop, socket, display):
        super().__init__(desktop, size=None, environment={'WAYLAND_DISPLAY': display, 'GDK_BACKEND': 'wayland', 'SWAYSOCK': socket,
                                                         'WAYLAND_DEBUG': '1'})
        self.environment.pop('DISPLAY')

    def windows(self):
        tree = subprocess.run(['swaymsg', '--type', 'get_tree'], env=self.environment, text=True, capture_output=True, check=False).stdout
        return ['sway'] if ID in tree else []

    def focus_window(self):
        """It is alone, and has the focus."""

    def screenshot(self, path):
        self.settle(1)
        self.desktop.run('env', f'WAYLAND_DISPLAY={self.environment["WAYLAND_DISPLAY"]}', 'grim', path)
        return path


# ---- what the journeys have in common

def inside(desktop, *arguments, typed=''):
    """A command in the sandbox: its status, and what it says."""
    return subprocess.run(['flatpak', 'run', '--user', *arguments], env=desktop.environment, text=True, timeout=120,
                          capture_output=True, check=False, input=typed)


def file_in_documents(desktop):
    """The sample, somewhere that the sandbox does not see."""
    path = desktop.home(DOCUMENTS, REPORT)
    if not os.path.exists(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        shutil.copy(SAMPLE, path)
    return path


def open_again(program):
    """The report of the first journey, from the start page or as it was left"""
    program.wait(lambda: program.find_all('list item'), what='a list in the window')
    if not program.find_all('list', said('Pages of the report')):
        pages.open_listed(program, re.compile('^Báo cáo .*đầu năm 2022'))
