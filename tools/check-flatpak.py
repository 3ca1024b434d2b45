# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""What flatpak-builder-lint looks at in a finished build: desktop file, metainfo, icons, the catalogue of the shops.

check-flatpak.py FILES ID: FILES is the build's folder of that name. A line for each fault; status 1 if there is one.
"""

import configparser
import glob
import gzip
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as tree

# No place in a menu
LOW = {'GTK', 'Qt', 'KDE', 'GNOME', 'Motif', 'Java', 'Application', 'XFCE', 'DDE'}
ICON_LIMIT = 512
LEFT_OVER = ('include', 'lib/pkgconfig', 'lib/cmake', 'share/doc', 'share/man', 'share/gtk-doc')


def check_desktop(share, name):
    path = os.path.join(share, 'applications', f'{name}.desktop')
    if not os.path.exists(path):
        yield 'there is no desktop file'
        return
    if subprocess.run(['desktop-file-validate', '--no-hints', path], check=False).returncode != 0:
        yield 'the desktop file is not valid'
    parser = configparser.ConfigParser(interpolation=None, delimiters=('=',))
    parser.optionxform = str
    parser.read(path, encoding='utf-8')
    entry = parser['Desktop Entry']
    if not entry.get('Exec') or 'flatpak run' in entry['Exec']:
        yield 'Exec does not name the program'
    if not re.fullmatch(re.escape(name) + '([-.].*)?', entry.get('Icon', '')):
        yield 'the icon of the desktop file is not called after the program'
    if 'true' in (entry.get('Hidden'), entry.get('NoDisplay')):
        yield 'the desktop file hides the program'
    if not set(filter(None, entry.get('Categories', '').split(';'))) - LOW:
        yield 'no category has a place in a menu'
    for key in ('Comment[vi]', 'Keywords[vi]'):
        if not entry.get(key):
            yield f'{key} is missing'


def check_icons(share, name):
    icons = glob.glob(os.path.join(share, 'icons', 'hicolor', '*', 'apps', f'{name}*'))
    if not icons:
        yield 'there is no icon'
    for icon in icons:
        size = icon.split(os.sep)[-3]
        if not icon.endswith('.svg' if size in ('scalable', 'symbolic') else '.png'):
            yield f'{os.path.basename(icon)} does not belong to {size}'
        if re.match(r'\d', size) and int(size.split('x')[0]) > ICON_LIMIT:
            yield f'an icon of {size} is not shown'


def check_words(root):
    if len(root.findtext('name', '')) > 20:
        yield 'the name is longer than 20 letters'
    summary = root.findtext('summary', '')
    if not summary or len(summary) > 35 or summary.endswith('.'):
        yield 'the summary is longer than 35 letters, or ends in a full stop'
    for element in ('metadata_license', 'project_license', 'developer/name', 'content_rating', 'branding/color', 'releases/release/description'):
        if root.find(element) is None:
            yield f'the metainfo has no {element}'


def check_screenshots(root):
    shown = root.findall('screenshots/screenshot')
    if len([one for one in shown if one.get('type') == 'default']) != 1:
        yield 'one screenshot is the first'
    for screenshot in shown:
        if not screenshot.findtext('caption') or screenshot.findtext('caption').endswith('.'):
            yield 'a screenshot has no caption, or one that ends in a full stop'
        if not (screenshot.findtext('image') or '').startswith('https://'):
            yield 'a screenshot has no address with https'


def check_metainfo(share, name):
    path = os.path.join(share, 'metainfo', f'{name}.metainfo.xml')
    if not os.path.exists(path):
        yield 'there is no metainfo'
        return
    root = tree.parse(path).getroot()
    if root.get('type') != 'desktop-application' or root.findtext('id') != name:
        yield 'the metainfo is not that of this program'
    if root.findtext("launchable[@type='desktop-id']") != f'{name}.desktop':
        yield 'the metainfo does not name the desktop file'
    yield from check_words(root)
    yield from check_screenshots(root)


# Pictures are copied to the shop by who has a network and runs flatpak-builder with --mirror-screenshots-url.
def check_catalogue(share, name):
    path = os.path.join(share, 'app-info', 'xmls', f'{name}.xml.gz')
    if not os.path.exists(path):
        yield 'the catalogue of the shops was not made'
        return
    with gzip.open(path) as file:
        found = tree.parse(file).getroot().findall('component')
    if [component.findtext('id') for component in found] != [name]:
        yield 'the catalogue lists something else than the program'
    if not os.path.exists(os.path.join(share, 'app-info', 'icons', 'flatpak', '128x128', f'{name}.png')):
        yield 'the catalogue has no icon of 128 pixels'


def check_left_over(files):
    for folder in LEFT_OVER:
        if os.path.exists(os.path.join(files, folder)):
            yield f'{folder} is not cleaned up'
    for found in glob.glob(os.path.join(files, 'lib', '**', '*.a'), recursive=True):
        yield f'{os.path.basename(found)} is not cleaned up'


# Without it each person's first start reads all fonts of the program.
def check_font_cache(files):
    fonts = glob.glob(os.path.join(files, 'share', 'fonts', '**', '*.ttf'), recursive=True)
    if fonts and not glob.glob(os.path.join(files, 'cache', 'fontconfig', '*.cache-*')):
        yield 'the fonts have no cache'


def main(files, name):
    share = os.path.join(files, 'share')
    faults = [*check_desktop(share, name), *check_icons(share, name), *check_metainfo(share, name), *check_catalogue(share, name),
              *check_left_over(files), *check_font_cache(files)]
    print(*faults, sep='\n', end='\n' if faults else '')
    return 1 if faults else 0


sys.exit(main(*sys.argv[1:]))
