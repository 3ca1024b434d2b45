/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <termios.h>
#include <unistd.h>

#include "trinh-cli-sign-private.h"

static void
say (int terminal,
     const char *text)
{
  (void) !write (terminal, text, strlen (text));
}

/* On the terminal itself, so that what is read or written elsewhere does not matter; nothing that is typed is shown. */
static TrinhSecret *
ask (int terminal,
     const char *question,
     GError **error)
{
  struct termios usual, silent;
  TrinhSecret *secret;

  if (tcgetattr (terminal, &usual) != 0)
    return NULL;
  silent = usual;
  silent.c_lflag &= ~(tcflag_t) ECHO;
  say (terminal, question);
  tcsetattr (terminal, TCSAFLUSH, &silent);
  secret = trinh_secret_read (terminal, error);
  tcsetattr (terminal, TCSAFLUSH, &usual);
  say (terminal, "\n");
  return secret;
}

TrinhSecret *
trinh_cli_read_pin (int descriptor,
                    gboolean token)
{
  g_autoptr (TrinhSecret) secret = NULL;
  g_autoptr (GError) error = NULL;
  int terminal;

  if (descriptor >= 0)
    secret = trinh_secret_read (descriptor, &error);
  else
    {
      terminal = open ("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
      if (terminal >= 0)
        {
          secret = ask (terminal, token ? _ ("PIN of the token (three wrong ones lock it): ") : _ ("Password of the key file: "), &error);
          close (terminal);
        }
    }
  if (secret != NULL)
    return g_steal_pointer (&secret);
  if (error != NULL)
    trinh_cli_fail (&error);
  else
    trinh_cli_usage (_ ("There is no terminal to ask for the PIN: give it on a file descriptor with --pin-fd."));
  return NULL;
}
