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
PERMISSIONS = {'--share=ipc', '--socket=wayland', '--socket=fallback-x11', '--device=dri', '--filesystem=xdg-run/p11-kit/pkcs11',
               '--env=OPENSSL_MODULES=/app/lib/ossl-modules'}
RUNTIME = ('org.gnome.Platform', 48)        # the first with GTK 4.18 and libadwaita 1.7
CLEANED = ('/include', '/lib/pkgconfig', '*.a', '*.la')


def check_id(manifest, path):
    name = manifest.get('id') or ''
    parts = name.split('.')
    if name != os.path.basename(path).removesuffix('.json'):
        yield 'the file is not called after the id of the program'
    if len(parts) < 4 or parts[:2] != ['io', 'github']:
        yield 'an id under io.github has four parts'
    if parts[-1] == 'desktop':
        yield 'the id ends in desktop'
    if not manifest.get('command') or '/' in manifest['command']:
        yield 'command is not the name of a program'
    for word in ('branch', 'default-branch'):
        if word in manifest:
            yield f'{word} belongs to who builds it'


def check_head(manifest):
    name, least = RUNTIME
    if manifest.get('runtime') != name or int(manifest.get('runtime-version', 0)) < least:
        yield f'the runtime is not {name} {least} or later'
    if manifest.get('separate-locales') is not False:
        yield 'separate-locales: a bundle would be without Vietnamese'
    for what in CLEANED:
        if what not in manifest.get('cleanup', []):
            yield f'{what} is not cleaned up'
    if '/lib/debug' in manifest.get('cleanup', []):
        yield 'what debugging needs is cleaned up'
    if '--share=network' in manifest.get('build-options', {}).get('build-args', []):
        yield 'it is built with a network'


def check_permissions(manifest):
    asked = set(manifest.get('finish-args', []))
    for argument in asked ^ PERMISSIONS:
        yield f'{argument} is {"too much" if argument in asked else "missing"}'


def check_source(module, source):
    if '/' in source.get('dest-filename', ''):
        yield f'{module["name"]}: dest-filename is a path'
    if source['type'] not in ('archive', 'file'):
        if source['type'] not in ('dir', 'script'):
            yield f'{module["name"]}: {source["type"]} is no released file'
        return
    for weak in ('md5', 'sha1'):
        if weak in source:
            yield f'{module["name"]}: {weak} is no checksum to rely on'
    if not re.fullmatch('[0-9a-f]{64}', source.get('sha256', '')):
        yield f'{module["name"]}: no SHA-256'
    if not source.get('url', '').startswith('https://'):
        yield f'{module["name"]}: no address with https'
    if re.search(r'/(master|main|HEAD|latest)/', source.get('url', '')):
        yield f'{module["name"]}: the source is no release'


def check_building(module):
    system = module.get('buildsystem', 'autotools')
    options = module.get('config-opts', [])
    if system == 'cmake':
        yield f'{module["name"]}: cmake-ninja is the faster one'
    if system.startswith('cmake') and '-DCMAKE_BUILD_TYPE=RelWithDebInfo' not in options:
        yield f'{module["name"]}: is not built as RelWithDebInfo'
    for option in options:
        if re.match('--prefix=|-DCMAKE_INSTALL_PREFIX', option):
            yield f'{module["name"]}: {option} is set by flatpak-builder'
        if option.startswith('--enable-debug'):
            yield f'{module["name"]}: {option} is no release'


def check_modules(manifest):
    names = [module['name'] for module in manifest.get('modules', [])]
    if not names:
        yield 'there are no modules'
    if len(set(names)) != len(names):
        yield 'a module is there twice'
    for module in manifest.get('modules', []):
        yield from check_building(module)
        if '--share=network' in module.get('build-options', {}).get('build-args', []):
            yield f'{module["name"]} is built with a network'
        for source in module['sources']:
            yield from check_source(module, source)


def main(path):
    with open(path, encoding='utf-8') as file:
        manifest = json.load(file)
    faults = [*check_id(manifest, path), *check_head(manifest), *check_permissions(manifest), *check_modules(manifest)]
    print(*faults, sep='\n', end='\n' if faults else '')
    return 1 if faults else 0


sys.exit(main(*sys.argv[1:]))
