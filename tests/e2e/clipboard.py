# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""Owns the clipboard with the text of its argument, or without one prints what is in it."""

import sys

import gi

gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, GLib, Gtk

Gtk.init()
display = Gdk.Display.get_default()
clipboard = display.get_clipboard()
loop = GLib.MainLoop()

if len(sys.argv) > 1:
    clipboard.set_content(Gdk.ContentProvider.new_for_value(sys.argv[1]))
    display.flush()
    print('ready', flush=True)
else:
    def read(source, result):
        try:
            sys.stdout.write(source.read_text_finish(result) or '')
        finally:
            loop.quit()
    clipboard.read_text_async(None, read)

loop.run()
