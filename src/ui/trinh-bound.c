/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-bound.h"
#include "trinh-indicator-picker.h"

static char *
dup_form_name (TrinhWork *work,
               const char *id)
{
  TrinhForm *form = trinh_regime_find_form (trinh_report_get_regime (trinh_work_get_report (work)), id);
  g_autofree char *title = NULL;

  if (form == NULL)
    return g_strdup (id);

  title = trinh_markup_strip (trinh_form_get_title (form));

  return g_strdup_printf ("%s · %s", trinh_form_get_label (form), title);
}

char *
trinh_bound_dup_name (TrinhWork *work,
                      const char *source)
{
  g_autoptr (TrinhMarkup) markup = NULL;
  const TrinhMarkupBlock *block;
  const TrinhMarkupSpan *span;

  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);
  g_return_val_if_fail (source != NULL, NULL);

  markup = trinh_markup_parse (source);
  if (trinh_markup_get_n_blocks (markup) == 0)
    return NULL;
  block = trinh_markup_get_block (markup, 0);
  span = block->spans->len > 0 ? block->spans->pdata[0] : NULL;

  switch (span != NULL ? span->kind : TRINH_SPAN_TEXT)
    {
    case TRINH_SPAN_VALUE:
      return trinh_indicator_dup_name (work, span->text);
    case TRINH_SPAN_DOCUMENT:
      return trinh_markup_fill_span (trinh_work_get_evaluation (work), span, TRUE, NULL);
    case TRINH_SPAN_TABLE:
      return dup_form_name (work, span->text);
    case TRINH_SPAN_TEXT:
    default:
      return NULL;
    }
}

char *
trinh_bound_dup_text (TrinhWork *work,
                      const char *source)
{
  g_autoptr (TrinhMarkup) markup = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);
  g_return_val_if_fail (source != NULL, NULL);

  markup = trinh_markup_parse (source);
  for (guint i = 0; i < trinh_markup_get_n_blocks (markup); i++)
    {
      const TrinhMarkupBlock *block = trinh_markup_get_block (markup, i);

      if (i > 0)
        g_string_append_c (text, '\n');
      for (guint j = 0; j < block->spans->len; j++)
        {
          const TrinhMarkupSpan *span = block->spans->pdata[j];
          const gboolean bound = span->kind == TRINH_SPAN_VALUE || span->kind == TRINH_SPAN_DOCUMENT;
          g_autofree char *shown = bound ? trinh_markup_fill_span (trinh_work_get_evaluation (work), span, TRUE, NULL) : NULL;

          g_string_append (text, bound ? shown : span->text);
        }
    }

  return g_strdup (text->str);
}
