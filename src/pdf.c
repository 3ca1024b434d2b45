/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <gmodule.h>

#include "module.h"
#include "trinh-cli.h"

G_MODULE_EXPORT int
trinh_pdf_main (int argc,
                char **argv)
{
  return trinh_cli_complete (argc, argv);
}
