# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""What shows notifications on a desktop, for a test: each that arrives is a line of JSON on standard output, and a line
with its number on standard input clicks on it."""

import json
import sys

import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib

NAME = 'org.freedesktop.Notifications'
PATH = '/org/freedesktop/Notifications'
INTERFACE = '''<node><interface name="org.freedesktop.Notifications">
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation">
    <arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{sv}" direction="in"/><arg type="i" direction="in"/>
    <arg type="u" direction="out"/>
  </method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>'''


class Shown:
    def __init__(self):
        self.count = 0

    def notify(self, _program, replaced, _icon, summary, body, actions, hints, _timeout):
        self.count += 1
        number = replaced or self.count
        print(json.dumps({'number': number, 'summary': summary, 'body': body, 'actions': actions,
                          'from': hints.get('desktop-entry', '')}, ensure_ascii=False), flush=True)
        return GLib.Variant('(u)', (number,))

    def called(self, _connection, _sender, _path, _interface, method, parameters, invocation):
        answers = {'GetCapabilities': GLib.Variant('(as)', (['actions', 'body'],)),
                   'GetServerInformation': GLib.Variant('(ssss)', ('test', 'test', '1', '1.2')),
                   'CloseNotification': None}
        invocation.return_value(self.notify(*parameters.unpack()) if method == 'Notify' else answers[method])


def main():
    loop = GLib.MainLoop()
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    shown = Shown()
    bus.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0], shown.called, None, None)

    def click(_channel, _condition):
        line = sys.stdin.readline()
        if not line:
            return GLib.SOURCE_REMOVE
        bus.emit_signal(None, PATH, NAME, 'ActionInvoked', GLib.Variant('(us)', (int(line), 'default')))
        return GLib.SOURCE_CONTINUE

    GLib.io_add_watch(GLib.IOChannel.unix_new(sys.stdin.fileno()), GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN, click)
    Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE, lambda *_: print('ready', flush=True), None)
    loop.run()


main()
