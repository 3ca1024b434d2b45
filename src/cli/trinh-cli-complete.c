/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-cli-private.h"
#include "trinh-session-draw.h"

int
trinh_cli_complete (int argc,
                    char **argv)
{
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (argc == 4, TRINH_CLI_BAD_INPUT);

  pdf = trinh_session_complete ((int) g_ascii_strtoll (argv[2], NULL, 10), &error);

  return pdf != NULL ? trinh_cli_write (argv[3], pdf) : trinh_cli_fail (&error);
}
