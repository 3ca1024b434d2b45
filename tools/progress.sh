# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: Trình Ký contributors
#
# apt's status lines as one moving line on a terminal, as every tenth percent elsewhere.

show_line () {
  if [ -t 2 ]; then
    printf '\r\033[Kdev: %s: %s %d %%' "$1" "$2" "$3" >&2
  elif [ $(($3 / 25)) -ne "$shown" ]; then
    shown=$(($3 / 25))
    say "$1: $2 $3 %"
  fi
}

# show_progress TITLE LOG: status lines on standard input, the rest goes to the log
show_progress () {
  local kind percent rest shown=-1
  say "$1"
  while IFS=: read -r kind _ percent rest; do
    case $kind in
      dlstatus) show_line "$1" "fetching" "${percent%%.*}" ;;
      pmstatus) show_line "$1" "installing" "${percent%%.*}" ;;
      *) printf '%s:%s:%s\n' "$kind" "$percent" "$rest" >>"$2" ;;
    esac
  done
  [ ! -t 2 ] || printf '\r\033[K' >&2
}
