/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-pdf-poppler-private.h"
#include "trinh-signing-error.h"

PopplerDocument *
trinh_pdf_open_with_poppler (GBytes *pdf,
                             GError **error)
{
  g_autoptr (GError) local_error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &local_error);

  if (document != NULL)
    return document;
  if (g_error_matches (local_error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_FILE, _ ("The PDF file is protected with a password. Save it without one and try again."));
  else
    g_set_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_FILE, _ ("This is no PDF file, or it is damaged or was cut off on its way. Have it sent again. (%s)"), local_error->message);
  return NULL;
}
