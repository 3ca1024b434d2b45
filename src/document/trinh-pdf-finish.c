/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-pdf-private.h"

static qpdf_data
create_qpdf (void)
{
  qpdf_data qpdf = qpdf_init ();

  /* Errors and warnings are asked for, not printed. */
  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  qpdf_set_attempt_recovery (qpdf, QPDF_FALSE);
  return qpdf;
}

static gboolean
fail (qpdf_data qpdf,
      GError **error)
{
  g_autofree char *complaint = trinh_pdf_dup_complaint (qpdf);

  g_set_error (error, TRINH_DOCUMENT_ERROR, TRINH_DOCUMENT_ERROR_FINISH, _ ("The PDF file could not be completed, and nothing was written. Try again. (%s)"), complaint);
  return FALSE;
}

static gboolean
write_to_memory (qpdf_data qpdf,
                 GBytes **bytes,
                 GError **error)
{
  if (qpdf_init_write_memory (qpdf) & (QPDF_ERRORS))
    return fail (qpdf, error);
  /* A plain cross-reference table, so that a signature can be appended by simple means. */
  qpdf_set_object_stream_mode (qpdf, qpdf_o_disable);
  qpdf_set_deterministic_ID (qpdf, QPDF_TRUE);
  qpdf_set_newline_before_endstream (qpdf, QPDF_TRUE);
  if (qpdf_write (qpdf) != QPDF_SUCCESS)
    return fail (qpdf, error);
  *bytes = g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
  return TRUE;
}

static gboolean
complete (qpdf_data qpdf,
          const TrinhPdfMetadata *metadata,
          GBytes *attachment,
          GPtrArray *alternatives,
          GArray *spans,
          GBytes **finished,
          GError **error)
{
  trinh_pdf_metadata_write (metadata, qpdf);
  trinh_pdf_add_output_intent (qpdf);
  trinh_pdf_map_glyphs (qpdf);
  trinh_pdf_complete_structure (qpdf, alternatives, spans);
  if (attachment != NULL)
    trinh_pdf_attach (qpdf, metadata, attachment);
  if (qpdf_has_error (qpdf) || qpdf_more_warnings (qpdf))
    return fail (qpdf, error);
  return write_to_memory (qpdf, finished, error);
}

/* The file is opened anew as its receiver will, and gives back the report that it carries. */
static gboolean
check (GBytes *finished,
       GBytes *attachment,
       GError **error)
{
  qpdf_data qpdf = trinh_pdf_open (finished, error);
  g_autoptr (GBytes) carried = NULL;

  if (qpdf == NULL)
    return FALSE;
  if (attachment != NULL)
    carried = trinh_pdf_read_report (qpdf, error);
  qpdf_cleanup (&qpdf);
  if (attachment == NULL)
    return TRUE;
  if (carried == NULL || g_bytes_equal (carried, attachment))
    return carried != NULL;
  g_set_error (error, TRINH_DOCUMENT_ERROR, TRINH_DOCUMENT_ERROR_FINISH, _ ("The finished PDF file does not carry the report that was attached to it."));
  return FALSE;
}

char *
trinh_pdf_dup_complaint (qpdf_data qpdf)
{
  qpdf_error complaint = NULL;

  if (qpdf_has_error (qpdf))
    complaint = qpdf_get_error (qpdf);
  else if (qpdf_more_warnings (qpdf))
    complaint = qpdf_next_warning (qpdf);
  if (complaint == NULL)
    return g_strdup (_ ("unknown reason"));
  return g_utf8_make_valid (qpdf_get_error_message_detail (qpdf, complaint), -1);
}

/* What libqpdf says stands behind what a person can do. (transfer full) */
static char *
dup_reading_fault (qpdf_data qpdf)
{
  const qpdf_error complaint = qpdf_has_error (qpdf) ? qpdf_get_error (qpdf) : NULL;
  g_autofree char *detail = NULL;

  if (complaint == NULL)
    return g_strdup (_ ("The PDF file is empty. Have it sent again."));
  if (qpdf_get_error_code (qpdf, complaint) == qpdf_e_password)
    return g_strdup (_ ("The PDF file is protected with a password. Save it without one and try again."));
  detail = g_utf8_make_valid (qpdf_get_error_message_detail (qpdf, complaint), -1);

  return g_strdup_printf (_ ("This is no PDF file, or it is damaged or was cut off on its way. Have it sent again. (%s)"), detail);
}

qpdf_data
trinh_pdf_open (GBytes *pdf,
                GError **error)
{
  qpdf_data qpdf = create_qpdf ();
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);
  g_autofree char *fault = NULL;

  if (length > 0 && !(qpdf_read_memory (qpdf, "PDF", data, length, NULL) & (QPDF_ERRORS)))
    return qpdf;
  fault = dup_reading_fault (qpdf);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, fault);
  qpdf_cleanup (&qpdf);
  return NULL;
}

GBytes *
trinh_pdf_finish (GBytes *drawn,
                  const TrinhPdfMetadata *metadata,
                  GBytes *attachment,
                  GPtrArray *alternatives,
                  GArray *spans,
                  GError **error)
{
  g_autoptr (GBytes) finished = NULL;
  gboolean done;
  qpdf_data qpdf;

  g_return_val_if_fail (drawn != NULL, NULL);
  g_return_val_if_fail (metadata != NULL, NULL);

  qpdf = trinh_pdf_open (drawn, error);
  if (qpdf == NULL)
    return NULL;
  done = complete (qpdf, metadata, attachment, alternatives, spans, &finished, error);
  qpdf_cleanup (&qpdf);
  if (!done || !check (finished, attachment, error))
    return NULL;
  return g_steal_pointer (&finished);
}
