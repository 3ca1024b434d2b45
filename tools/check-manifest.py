# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
"""The rules of flatpak-builder-lint that a manifest of ours can break, and the promises about the sandbox.

check-manifest.py MANIFEST: a line for each fault; status 1 if there is one.
"""

import json
import os
import re
import sys

# The whole of what the sandbox may do. X11 without shared memory is refused by the linter.
PERMISSIONS = {'--share=ipc', '--socket=wayland', '--socket=fallback-x11', '--device=dri', '--filesystem=xdg-run/p11-kit/pkcs11'}
RUNTIME = ('org.gnome.Platform', 48)        # the first with GTK 4.18 and libadwaita 1.7
CLEANED = ('/include', '/lib/pkgconfig', '*.a', '*.la')


def check_head(manifest, path):
    if manifest.get('id') != os.path.basename(path).removesuffix('.json'):
        yield 'the file is not called after the id of the program'
    name, least = RUNTIME
    if manifest.get('runtime') != name or int(manifest.get('runtime-version', 0)) < least:
        yield f'the runtime is not {name} {least} or later'
    if manifest.get('separate-locales') is not False:
        yield 'separate-locales: a bundle would be without Vietnamese'
    for what in CLEANED:
        if what not in manifest.get('cleanup', []):
            yield f'{what} is not cleaned up'


def check_permissions(manifest):
    asked = {argument for argument in manifest['finish-args'] if not argument.startswith('--env=')}
    for argument in asked ^ PERMISSIONS:
        yield f'{argument} is {"too much" if argument in asked else "missing"}'


def check_source(module, source):
    if source['type'] not in ('archive', 'file'):
        return
    if not re.fullmatch('[0-9a-f]{64}', source.get('sha256', '')):
        yield f'{module["name"]}: no SHA-256'
    if not source.get('url', '').startswith('https://'):
        yield f'{module["name"]}: no address with https'
    if re.search(r'/(master|main|HEAD|latest)/', source.get('url', '')):
        yield f'{module["name"]}: the source is no release'


def check_modules(manifest):
    names = [module['name'] for module in manifest['modules']]
    if len(set(names)) != len(names):
        yield 'a module is there twice'
    for module in manifest['modules']:
        if '--share=network' in module.get('build-options', {}).get('build-args', []):
            yield f'{module["name"]} is built with a network'
        for source in module['sources']:
            yield from check_source(module, source)


def main(path):
    with open(path, encoding='utf-8') as file:
        manifest = json.load(file)
    faults = [*check_head(manifest, path), *check_permissions(manifest), *check_modules(manifest)]
    print(*faults, sep='\n', end='\n' if faults else '')
    return 1 if faults else 0


sys.exit(main(*sys.argv[1:]))
