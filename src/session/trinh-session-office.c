/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-docx.h"
#include "trinh-session-private.h"
#include "trinh-spreadsheet.h"

/* A file of its own: the libraries behind these two are loaded by who writes such files, and not by every command. */
void
trinh_session_use_office_formats (void)
{
  static const TrinhOfficeFormats formats = { trinh_docx_render, trinh_spreadsheet_render };

  _trinh_session_set_office_formats (&formats);
}
