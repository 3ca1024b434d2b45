# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# The Debian mirror this machine is set up with, from its own apt configuration.

debian_suites=' buster bullseye bookworm trixie forky duke sid stable testing unstable oldstable oldoldstable '

# "URI SUITE" of each entry with the component main, from one-line and deb822 files
apt_sources () {
  local file
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [ ! -r "$file" ] || sed -n 's/^[[:space:]]*deb[[:space:]]\+\(\[[^]]*\][[:space:]]*\)\?//p' "$file" |
      awk '{ for (i = 3; i <= NF; i++) if ($i == "main") print $1, $2 }'
  done
  for file in /etc/apt/sources.list.d/*.sources; do
    [ ! -r "$file" ] || awk '
      function flush (  i, j, n, m, u, s) {
        if (types ~ /(^| )deb( |$)/ && enabled != "no" && components ~ /(^| )main( |$)/) {
          n = split (uris, u, " "); m = split (suites, s, " ")
          for (i = 1; i <= n; i++) for (j = 1; j <= m; j++) print u[i], s[j]
        }
        types = uris = suites = components = enabled = field = ""
      }
      /^#/ { next }
      /^[ \t]*$/ { flush (); next }
      /^[ \t]/ { value = $0 }
      !/^[ \t]/ { field = tolower ($1); sub (/:.*/, "", field); value = $0; sub (/^[^:]*:/, "", value) }
      field == "types" { types = types " " value }
      field == "uris" { uris = uris " " value }
      field == "suites" { suites = suites " " value }
      field == "components" { components = components " " value }
      field == "enabled" { enabled = tolower (value); gsub (/[ \t]/, "", enabled) }
      END { flush () }' "$file"
  done
}

# A list of mirrors kept in a file stands for its first mirror.
resolve_mirror () {
  local list
  case $1 in
    mirror+file:*)
      list=${1#mirror+file:}
      awk '/^[^#]/ { print $1; exit }' "/${list##/}" 2>/dev/null ;;
    http:*|https:*) printf '%s\n' "$1" ;;
  esac
}

find_mirror () {
  local uri suite mirror
  if [ -n "${TRINHKY_MIRROR:-}" ]; then
    printf '%s\n' "$TRINHKY_MIRROR"
    return
  fi
  while read -r uri suite; do
    case $debian_suites in *" $suite "*) ;; *) continue ;; esac
    mirror=$(resolve_mirror "$uri")
    if [ -n "$mirror" ]; then
      printf '%s\n' "$mirror"
      return
    fi
  done < <(apt_sources)
}
