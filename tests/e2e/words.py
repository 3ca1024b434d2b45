# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""What the program says on the screen, in the language it runs in.

    from words import said
    program.find('button', said('Undo'))

A journey names widgets by their English source, and finds them whatever po/vi.po makes of it.
"""

import gettext
import os
import re
import shutil


def _catalogue():
    program = shutil.which(os.environ.get('TRINHKY_PROGRAM') or 'trinhky') or ''
    folder = os.path.join(os.path.dirname(os.path.dirname(os.path.realpath(program))), 'share', 'locale')
    return gettext.translation('trinhky', folder, languages=['vi'], fallback=True)


_words = _catalogue()


def said(text, context=None):
    """A string of the program, as it stands on the screen."""
    found = _words.pgettext(context, text) if context else _words.gettext(text)
    # The letter of a mnemonic is underlined, not written.
    return found.replace('_', '')


def said_many(one, many, count):
    """A string that depends on a number, with the number in it."""
    return _words.ngettext(one, many, count).replace('%u', str(count))


def like(text):
    """A pattern for a string with places to fill: "%s" and "%u" stand for anything."""
    return re.compile(re.sub(r'%(\d+\$)?[a-z]', '.*', re.escape(said(text)).replace(r'\%', '%').replace(r'\$', '$')))
