# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""A desktop for one test: a display, a session bus, the accessibility bus and folders of its own.

Nothing of the person's own session is read or written, and everything is gone
afterwards, also when the test is killed.
"""

import ctypes
import os
import shutil
import signal
import subprocess
import tempfile
import time

LAUNCHERS = ('/usr/libexec/at-spi-bus-launcher', '/usr/lib/at-spi2-core/at-spi-bus-launcher')
PR_SET_PDEATHSIG = 1
# Seconds; a wait ends as soon as what is waited for is there, and a busy machine may need them.
PATIENCE = 40.0


class DesktopError(Exception):
    """The desktop could not be made; the message says what was missing."""


def die_with_parent():
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def wait_until(condition, timeout=PATIENCE, what='the condition', step=0.05):
    """Calls condition until it gives something true, and returns that."""
    end = time.monotonic() + timeout
    while True:
        result = condition()
        if result:
            return result
        if time.monotonic() > end:
            raise TimeoutError(f'waited {timeout:g} s for {what}')
        time.sleep(step)


class Desktop:
    """Use it with `with`. `environment` is what a program on this desktop gets."""

    def __init__(self, width=1600, height=1200, language='vi_VN.UTF-8', accessibility=True):
        self.size = (width, height)
        self.language = language
        self.accessibility = accessibility
        self.processes = []
        self.folder = None
        self.environment = None

    def __enter__(self):
        try:
            self.folder = tempfile.mkdtemp(prefix='trinhky-e2e-')
            self.environment = self._private_environment()
            self._start_display()
            self._start_session_bus()
            if self.accessibility:
                self._start_accessibility()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_exception):
        self.close()

    def spawn(self, arguments, log=None, environment=None, **options):
        """Starts a process that ends with the desktop; its messages go to the file `log` in its folder."""
        with open(os.path.join(self.folder, log or 'processes.log'), 'ab') as output:
            options = {'stdin': subprocess.DEVNULL, 'stdout': output, **options}
            process = subprocess.Popen(arguments, stderr=output,
                                       env=environment or self.environment, preexec_fn=die_with_parent,
                                       start_new_session=True, **options)
        self.processes.append(process)
        return process

    def run(self, *arguments, timeout=30):
        """Runs a command on this desktop and returns what it prints."""
        result = subprocess.run(arguments, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                                env=self.environment, timeout=timeout, check=False)
        if result.returncode != 0:
            raise DesktopError(f'{" ".join(arguments)}: {result.stderr.strip() or result.returncode}')
        return result.stdout.strip()

    def home(self, *parts):
        return os.path.join(self.folder, 'home', *parts)

    def close(self):
        for process in reversed(self.processes):
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            process.wait()
        self.processes.clear()
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder = None

    def _private_environment(self):
        environment = {name: value for name, value in os.environ.items()
                       if not name.startswith(('LC_', 'DBUS_', 'AT_SPI', 'WAYLAND', 'ADW_', 'GTK_'))}
        folders = {'HOME': '', 'XDG_DATA_HOME': 'data', 'XDG_CONFIG_HOME': 'config',
                   'XDG_CACHE_HOME': 'cache', 'XDG_STATE_HOME': 'state', 'XDG_RUNTIME_DIR': 'run'}
        for name, folder in folders.items():
            environment[name] = self.home(folder).rstrip('/')
            os.makedirs(environment[name], mode=0o700, exist_ok=True)
        # What a GNOME session would say; without one GTK falls back to "Sans 10".
        os.makedirs(self.home('config', 'gtk-4.0'))
        with open(self.home('config', 'gtk-4.0', 'settings.ini'), 'w', encoding='utf-8') as settings:
            settings.write('[Settings]\ngtk-font-name=Adwaita Sans 11\ngtk-enable-animations=false\n')
        # Nothing here shows notifications, and GIO would complain of each. A journey begins at the start page.
        os.makedirs(self.home('config', 'glib-2.0', 'settings'))
        with open(self.home('config', 'glib-2.0', 'settings', 'keyfile'), 'w', encoding='utf-8') as settings:
            settings.write('[io/github/trinhky/TrinhKy]\nreminder-days=uint32 0\nreopen-last=false\n')
        environment.update(LANG=self.language, LANGUAGE='', TZ='Asia/Ho_Chi_Minh', GDK_BACKEND='x11', GSK_RENDERER='cairo',
                           GTK_A11Y='atspi' if self.accessibility else 'none', GSETTINGS_BACKEND='keyfile',
                           ADW_DISABLE_PORTAL='1', GDK_DEBUG='no-portals', NO_AT_BRIDGE='0')
        return environment

    def _start_display(self):
        reader, writer = os.pipe()
        # The server picks a free display itself, so that no two tests meet; a key that a busy machine holds long is not repeated.
        self.spawn(['Xvfb', '-displayfd', str(writer), '-screen', '0', f'{self.size[0]}x{self.size[1]}x24',
                    '-nolisten', 'tcp', '-noreset', '-r', '-dpi', '96'], log='display.log', pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise DesktopError('Xvfb did not start')
        self.environment['DISPLAY'] = ':' + number

    def _start_session_bus(self):
        bus = self.spawn(['dbus-daemon', '--session', '--nofork', '--print-address=1'], log='bus.log',
                         stdout=subprocess.PIPE)
        address = bus.stdout.readline().decode().strip()
        if not address:
            raise DesktopError('dbus-daemon did not start')
        self.environment['DBUS_SESSION_BUS_ADDRESS'] = address

    def _start_accessibility(self):
        launcher = next((path for path in LAUNCHERS if os.path.exists(path)), None)
        if launcher is None:
            raise DesktopError('at-spi-bus-launcher is not installed (at-spi2-core)')
        self.spawn([launcher, '--launch-immediately'], log='accessibility.log')
        wait_until(self._accessibility_address, what='the accessibility bus')

    def _accessibility_address(self):
        try:
            return self.run('gdbus', 'call', '--session', '--dest', 'org.a11y.Bus', '--object-path', '/org/a11y/bus',
                            '--method', 'org.a11y.Bus.GetAddress')
        except DesktopError:
            return None
