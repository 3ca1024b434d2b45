# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""Journeys through the real window, by what a screen reader sees.

    from harness import Desktop, Program, journey, main

    @journey('the badge goes when the value is mended')
    def mend(desktop):
        with Program(desktop, SAMPLE) as program:
            program.go_to(re.compile('^Biểu mẫu 1'))
            …
            assert program.find('label', '42,4')

    main()

`main` makes one desktop for all journeys of a file and prints TAP. A journey
that fails leaves a picture and the tree of widgets (see `PICTURES`).

What to know about GTK 4 there:
 * Roles are AT-SPI's names: 'button', 'label', 'list item', 'table cell', 'text', 'toggle button', 'dialog',
   'alert', 'switch', 'combo box', 'panel', 'frame' (the window). `program.tree ()` shows them.
 * EditableText is there on the focused widget only: `program.set_text` and `program.focus` see to that. Typing with the keyboard
   (`program.type`) is nearer to what people do, for ASCII.
 * There is no window manager: one window, at 0,0. `program.resize (360, 740)` makes it narrow.
 * Dark: Program (…, scheme='dark'); high contrast: contrast=True.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import traceback

from desktop import PATIENCE, Desktop, DesktopError, wait_until

ID = 'io.github.trinhky.TrinhKy'
PROJECT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SAMPLE = os.path.join(PROJECT, 'data', 'samples', 'binh-lang-2022-h1.trinhky')
# Pictures of failed journeys.
PICTURES = os.environ.get('TRINHKY_PICTURES') or os.path.join(PROJECT, 'out', 'failed')

COMPLAINT = re.compile('CRITICAL|WARNING|^ERROR|runtime error')
# GTK's own file dialog says it when it is closed while it reads its folder; the program itself has no tree store.
NOT_OURS = 'gtk_tree_store_remove: assertion'

# What every label can do; a tree is easier to read without.
TEXT_ACTIONS = ('clipboard.', 'selection.', 'link.', 'menu.popup')

Atspi = None


def connect(desktop):
    """Atspi talks to one bus per process, and takes it from the environment when it is first used."""
    global Atspi
    for name in ('DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR'):
        os.environ[name] = desktop.environment[name]
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi as module
    from gi.repository import GLib
    # GTK programs have no cache object, and libatspi warns of it each time.
    GLib.log_set_handler('dbind', GLib.LogLevelFlags.LEVEL_WARNING, lambda *_: None, None)
    Atspi = module
    Atspi.init()
    Atspi.set_timeout(15000, 30000)


def quietly(call, otherwise=None):
    """A widget may go while it is looked at; that is no error."""
    try:
        return call()
    except Exception:  # GLib.Error: the object is gone
        return otherwise


def matches(pattern, text):
    if pattern is None:
        return True
    if isinstance(pattern, re.Pattern):
        return pattern.search(text) is not None
    return pattern == text


class Widget:
    """One accessible object."""

    def __init__(self, accessible):
        self.accessible = accessible

    @property
    def role(self):
        return quietly(self.accessible.get_role_name, '')

    @property
    def name(self):
        return quietly(self.accessible.get_name, '') or ''

    @property
    def description(self):
        return quietly(self.accessible.get_description, '') or ''

    @property
    def text(self):
        """The text in an entry, a text view or a label; a label's is its name otherwise."""
        interface = quietly(self.accessible.get_text_iface)
        if interface is None:
            return self.name
        length = quietly(lambda: Atspi.Text.get_character_count(interface), 0)
        return quietly(lambda: Atspi.Text.get_text(interface, 0, length), '') or ''

    @property
    def value(self):
        interface = quietly(self.accessible.get_value_iface)
        return None if interface is None else quietly(interface.get_current_value)

    @property
    def children(self):
        count = quietly(self.accessible.get_child_count, 0)
        found = (quietly(lambda i=i: self.accessible.get_child_at_index(i)) for i in range(count))
        return [Widget(child) for child in found if child is not None]

    @property
    def parent(self):
        parent = quietly(self.accessible.get_parent)
        return Widget(parent) if parent is not None else None

    def state(self, name):
        """'showing', 'visible', 'focused', 'sensitive', 'checked', 'selected', 'expanded', 'pressed' …"""
        states = quietly(self.accessible.get_state_set)
        return states is not None and states.contains(getattr(Atspi.StateType, name.upper()))

    @property
    def extents(self):
        """x, y, width, height in the window."""
        box = quietly(lambda: self.accessible.get_extents(Atspi.CoordType.WINDOW))
        return (box.x, box.y, box.width, box.height) if box else (0, 0, 0, 0)

    def actions(self):
        interface = quietly(self.accessible.get_action_iface)
        count = quietly(interface.get_n_actions, 0) if interface else 0
        return [quietly(lambda i=i: interface.get_action_name(i), '') for i in range(count)]

    def act(self, name=None):
        """Does an action; unnamed, what a click would do. False where the widget offers none."""
        names = self.actions()
        # Names with a dot are actions of GTK's muxer, such as "clipboard.copy": no click does those.
        own = [offered for offered in names if offered == name or (name is None and '.' not in offered)]
        if not own:
            return False
        index = names.index(own[0])
        return bool(quietly(lambda: self.accessible.get_action_iface().do_action(index), False))

    def grab_focus(self):
        """Asks for the keyboard focus; whether it came, its state 'focused' tells afterwards."""
        interface = quietly(self.accessible.get_component_iface)
        if interface is not None:
            quietly(interface.grab_focus)

    def walk(self, hidden=False, depth=0, limit=40):
        """This widget and all below it; what is not shown is left out with all it holds."""
        yield self, depth
        if depth >= limit:
            return
        for child in self.children:
            if hidden or child.state('showing'):
                yield from child.walk(hidden, depth + 1, limit)

    def tree(self, hidden=False):
        lines = []
        for widget, depth in self.walk(hidden):
            text = widget.text
            tail = f' = {text[:80]!r}' if text and text != widget.name else ''
            actions = [name for name in widget.actions() if not name.startswith(TEXT_ACTIONS)]
            lines.append(f'{"  " * depth}{widget.role} {widget.name[:80]!r}{tail} {actions or ""}'.rstrip())
        return '\n'.join(lines)

    def __repr__(self):
        return f'<{self.role} {self.name!r}>'


class Program:
    """The program on a desktop. Arguments are the command line; use it with `with`."""

    def __init__(self, desktop, *arguments, command=None, scheme='light', contrast=False, environment=None,
                 size=(1200, 800), timeout=PATIENCE):
        self.desktop = desktop
        self.command = command or os.environ.get('TRINHKY_PROGRAM') or 'trinhky'
        self.arguments = list(arguments)
        self.environment = dict(desktop.environment, ADW_DEBUG_COLOR_SCHEME=f'prefer-{scheme}', **(environment or {}))
        if contrast:
            self.environment['ADW_DEBUG_HIGH_CONTRAST'] = '1'
        self.size = size
        self.timeout = timeout
        self.process = None
        self.window = None
        self.application = None

    # ---- its life

    def __enter__(self):
        Program.latest = self
        self.process = self.desktop.spawn([self.command, *self.arguments], log='program.log',
                                          environment=self.environment)
        self.application = Widget(wait_until(self._find_application, self.timeout, 'the program on the accessibility bus'))
        self.window = wait_until(self._find_window, self.timeout, 'its window')
        if self.size:
            self.resize(*self.size)
        self.focus_window()
        return self

    def __exit__(self, kind, _value, _traceback):
        if kind is None:
            self.close()

    def close(self, timeout=30):
        """Ends it as the session's end would, and returns its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(timeout)
            except subprocess.TimeoutExpired:
                self.process.kill()
        Program.latest = None
        return self.process.wait()

    def kill(self):
        """As a power cut would."""
        self.process.kill()
        self.process.wait()

    def log(self):
        with open(os.path.join(self.desktop.folder, 'program.log'), encoding='utf-8', errors='replace') as file:
            return file.read()

    def complaints(self):
        return '\n'.join(line for line in self.log().splitlines() if COMPLAINT.search(line) and NOT_OURS not in line)

    def end(self):
        """Ends it as people do: it ends well, and has complained of nothing."""
        self.key('ctrl+q')
        assert self.process.wait(30) == 0
        assert not self.complaints(), self.complaints()

    def _alive(self):
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended with {self.process.returncode}:\n{self.log()[-2000:]}')

    def _find_application(self):
        self._alive()
        root = Atspi.get_desktop(0)
        for i in range(quietly(root.get_child_count, 0)):
            child = quietly(lambda i=i: root.get_child_at_index(i))
            if child is not None and quietly(child.get_process_id) == self.process.pid:
                # Answers are asked for anew each time: what a test sees is what is there now.
                child.set_cache_mask(Atspi.Cache.NONE)
                return child
        return None

    def _find_window(self):
        self._alive()
        return next(iter(self.windows()), None)

    def windows(self):
        """What the program has on the screen that is as large as a window."""
        listed = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                                capture_output=True, text=True, env=self.environment, check=False).stdout.split()
        return [window for window in listed if min(self._geometry(window)[2:]) > 100]

    def other_window(self):
        """A window besides the first, such as a file dialog, or None."""
        return next((window for window in self.windows() if window != self.window), None)

    def _geometry(self, window):
        try:
            shell = self.desktop.run('xdotool', 'getwindowgeometry', '--shell', window)
        except DesktopError:
            return (0, 0, 0, 0)
        numbers = dict(line.split('=') for line in shell.splitlines() if '=' in line)
        return tuple(int(numbers[name]) for name in ('X', 'Y', 'WIDTH', 'HEIGHT'))

    # ---- finding

    def find_all(self, role=None, name=None, inside=None, hidden=False):
        """All widgets of a role whose name (or text) is, or matches, `name`."""
        self._alive()
        found = []
        for widget, _depth in (inside or self.application).walk(hidden):
            if role is not None and widget.role != role:
                continue
            if name is None or matches(name, widget.name) or matches(name, widget.text):
                found.append(widget)
        return found

    def find(self, role=None, name=None, inside=None, timeout=PATIENCE, index=0, hidden=False):
        """The first such widget (or the one at `index`), waited for."""
        def look():
            found = self.find_all(role, name, inside, hidden)
            return found[index] if len(found) > (index if index >= 0 else 0) else None
        return wait_until(look, timeout, f'a {role or "widget"} named {getattr(name, "pattern", name)!r}', step=0.1)

    def gone(self, role=None, name=None, inside=None, timeout=PATIENCE):
        """Waits until there is no such widget."""
        wait_until(lambda: not self.find_all(role, name, inside), timeout,
                   f'{role or "widget"} {getattr(name, "pattern", name)!r} to go', step=0.1)

    def focused(self):
        """The widget with the keyboard focus: the innermost one that says so."""
        found = [widget for widget, _depth in self.application.walk() if widget.state('focused')]
        return found[-1] if found else None

    def wait(self, condition, timeout=PATIENCE, what='the condition'):
        return wait_until(condition, timeout, what)

    def wait_for_keyboard(self, widget):
        """Until what is typed goes there; a dialog that opens takes the focus when it is drawn."""
        self.wait(lambda: widget.state('focused'), what=f'{widget} to have the keyboard')

    def wait_still(self, widget):
        """Until the widget stands where it stood a moment ago: a click must not come while a list is being filled."""
        def still():
            before = widget.extents
            self.settle(0.3)
            return widget.extents == before
        self.wait(still, what=f'{widget} to stand still')

    def tree(self, inside=None):
        return (inside or self.application).tree()

    # ---- doing

    def click(self, widget, pointer=False):
        """The widget's own action, or the pointer where it offers none or `pointer` asks for it."""
        if pointer or not any(widget.act(name) for name in ('click', 'activate', 'press')):
            self.point(widget)
            self.xdotool('click', '1')
        self.settle()

    def places(self, timeout=30):
        """Walks down the sidebar from its first row with the keyboard, and yields the name of each row it stands on.

        `program.key ('Return')` then opens that page.
        """
        first = self.find('list item', timeout=timeout)
        sidebar = first.parent
        self.focus(first)
        self.key('Home')
        last = None
        while True:
            row = self.wait(lambda: next((row for row in sidebar.children if row.state('focused')), None),
                            what='a row of the sidebar to have the focus')
            if row.name == last:
                return
            last = row.name
            yield last
            # Opening a page may have taken the focus there.
            row = next(row for row in sidebar.children if row.name == last)
            if not row.state('focused'):
                self.focus(row)
            self.key('Down')

    def go_to(self, name, timeout=30):
        """Opens the page of the report whose row in the sidebar has, or matches, this name."""
        for place in self.places(timeout):
            if matches(name, place):
                self.key('Return')
                self.settle(0.3)
                return place
        raise AssertionError(f'the sidebar has no {getattr(name, "pattern", name)!r}')

    def double_click(self, widget):
        self.point(widget)
        self.xdotool('click', '--repeat', '2', '--delay', '60', '1')
        self.settle()

    def point(self, widget):
        """Puts the pointer on the middle of the widget."""
        x, y, width, height = widget.extents
        assert width > 0 and height > 0, f'{widget} has no place in the window'
        # Extents count from inside the frame that GTK draws where there is no compositor.
        frame_x, frame_y = self.find('frame', timeout=2).extents[:2]
        x, y = x - 2 * frame_x, y - 2 * frame_y
        self.xdotool('mousemove', '--window', self.window, str(x + width // 2), str(y + height // 2))

    def focus(self, widget, timeout=PATIENCE):
        """Gives the widget the keyboard focus: by asking, or by the pointer where asking does nothing (rows of lists)."""
        widget.grab_focus()
        self.settle()
        if not widget.state('focused'):
            self.click(widget, pointer=True)
        wait_until(lambda: widget.state('focused'), timeout, f'{widget} to take the focus')

    def wheel(self, widget, notches):
        """Turns the wheel over the widget, downwards where `notches` is positive."""
        self.point(widget)
        self.xdotool('click', '--repeat', str(abs(notches)), '--delay', '4', '5' if notches > 0 else '4')
        self.settle(0.3)

    def type(self, text, delay=12):
        """Keys, one after the other, into what has the focus; a busy machine loses letters that no key has (`set_text`)."""
        assert text.isascii(), f'no keys for {text!r}'
        self.xdotool('type', '--clearmodifiers', '--delay', str(delay), '--', text)
        self.settle()

    def key(self, *keys):
        """Keys by their X names: program.key ('ctrl+z'), program.key ('Down', 'Return')."""
        self.xdotool('key', '--clearmodifiers', '--delay', '30', *keys)
        self.settle()

    def set_text(self, widget, text):
        """The whole text of an entry at once (for long Vietnamese text; `type` is nearer to people)."""
        self.focus(widget)
        interface = wait_until(lambda: quietly(widget.accessible.get_editable_text_iface), what='an editable text')
        assert interface.set_text_contents(text), f'{widget} takes no text'
        self.settle()

    def set_clipboard(self, text):
        """What Ctrl+V then pastes, tabs and lines included."""
        owner = self.desktop.spawn([sys.executable, os.path.join(os.path.dirname(__file__), 'clipboard.py'), text],
                                   log='clipboard.log', stdout=subprocess.PIPE)
        assert owner.stdout.readline().strip() == b'ready', 'the clipboard took no text'

    def get_clipboard(self):
        return self.desktop.run(sys.executable, os.path.join(os.path.dirname(__file__), 'clipboard.py'))

    def action(self, name, *parameters):
        """An action of the application by D-Bus: program.action ('quit')."""
        self.desktop.run('gapplication', 'action', ID, name, *parameters)
        self.settle()

    def resize(self, width, height):
        self.xdotool('windowmove', self.window, '0', '0')
        self.xdotool('windowsize', self.window, str(width), str(height))
        self.size = (width, height)
        self.settle(0.4)

    def focus_window(self):
        self.xdotool('windowfocus', '--sync', self.window)
        self.settle()

    def settle(self, seconds=0.15):
        """Lets the window draw what has just happened; anything longer is waited for by find and wait."""
        time.sleep(seconds)

    def xdotool(self, *arguments):
        self._alive()
        self.desktop.run('xdotool', *arguments)

    # ---- looking

    def screenshot(self, path):
        """A picture of the window, popovers included, as PNG."""
        os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
        width, height = self._geometry(self.window)[2:]
        self.settle(0.3)
        self.desktop.run('import', '-window', 'root', '-crop', f'{width}x{height}+0+0', '+repage', path)
        return path


Program.latest = None


# ---- journeys, as TAP

JOURNEYS = []


def journey(name):
    """Marks a function of one argument, the desktop, as a journey."""
    def mark(function):
        JOURNEYS.append((name, function))
        return function
    return mark


def report_failure(name):
    for line in traceback.format_exc().splitlines():
        print('#', line)
    program = Program.latest
    if program is None or program.process is None:
        return
    slug = re.sub(r'[^a-z0-9]+', '-', f'{os.path.basename(sys.argv[0])}-{name}'.lower())
    picture = os.path.join(PICTURES, slug + '.png')
    quietly(lambda: program.screenshot(picture))
    if os.path.exists(picture):
        print('# picture:', picture)
    if program.application is not None:
        with open(os.path.join(PICTURES, slug + '.txt'), 'w', encoding='utf-8') as file:
            file.write(quietly(program.tree, '') or '')
    for line in quietly(program.log, '').splitlines()[-30:]:
        print('#', line)
    quietly(program.kill)
    Program.latest = None


def missing():
    program = os.environ.get('TRINHKY_PROGRAM') or 'trinhky'
    return next((name for name in (program, 'Xvfb', 'dbus-daemon', 'xdotool', 'import', 'gdbus') if not shutil.which(name)),
                None)


def main(width=1600, height=1200):
    """Runs the journeys of this file in their order, all of them, and prints TAP."""
    lack = missing()
    if lack:
        print(f'1..0 # SKIP {lack} is not on PATH; ./dev test has it there')
        return
    print(f'1..{len(JOURNEYS)}', flush=True)
    os.makedirs(PICTURES, exist_ok=True)
    failed = 0
    with Desktop(width, height) as desktop:
        connect(desktop)
        for number, (name, function) in enumerate(JOURNEYS, 1):
            try:
                function(desktop)
                print(f'ok {number} - {name}', flush=True)
            except Exception:
                failed += 1
                print(f'not ok {number} - {name}')
                report_failure(name)
                sys.stdout.flush()
    sys.exit(1 if failed else 0)
