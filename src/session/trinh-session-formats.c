/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-docx.h"
#include "trinh-pdf.h"
#include "trinh-session-private.h"
#include "trinh-spreadsheet.h"

/* A file of its own: the libraries behind these are loaded by who writes such files, and not by every command. */
void
trinh_session_use_all_formats (void)
{
  static const TrinhFormats formats = { trinh_docx_render, trinh_spreadsheet_render, trinh_pdf_render_last, trinh_pdf_read_attachment };

  _trinh_session_set_formats (&formats);
}
