/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-cli-private.h"

static int
run_form (TrinhCliContext *context,
          int argc,
          char **argv)
{
  if (argc > 1 && g_str_equal (argv[1], "new"))
    return trinh_cli_form_new (context, argc, argv);

  return trinh_cli_form (context, argc, argv);
}

const TrinhCliMore *
trinh_cli_get_more (void)
{
  static const TrinhCliMore more[] = {
    { "database", trinh_cli_database },
    { "form", run_form },
    { "import", trinh_cli_import },
    { "sign", trinh_cli_sign },
    { "verify", trinh_cli_verify },
    { "trust", trinh_cli_trust },
    { 0 }
  };

  trinh_session_use_all_formats ();

  return more;
}
