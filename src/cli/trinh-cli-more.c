/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-cli-private.h"

const TrinhCliMore *
trinh_cli_get_more (void)
{
  static const TrinhCliMore more[] = {
    { "form", trinh_cli_form_new },
    { "import", trinh_cli_import },
    { "sign", trinh_cli_sign },
    { "verify", trinh_cli_verify },
    { "trust", trinh_cli_trust },
    { 0 }
  };

  trinh_session_use_office_formats ();

  return more;
}
