/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-review-counts.h"

char *
trinh_review_counts_dup_pages (TrinhWork *work)
{
  g_autoptr (TrinhDocument) document = NULL;
  g_autoptr (TrinhPages) pages = NULL;
  guint n;

  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);

  document = trinh_document_new (trinh_work_get_evaluation (work));
  trinh_document_set_draft (document, FALSE);
  pages = trinh_pages_new (document, NULL, NULL, NULL, NULL);
  n = pages != NULL ? trinh_pages_get_n_pages (pages) : 0;

  return n > 0 ? g_strdup_printf (ngettext ("%u page", "%u pages", n), n) : g_strdup ("");
}

char *
trinh_review_counts_dup_changes (GPtrArray *changes,
                                 const GError *error)
{
  if (error != NULL)
    return g_strdup (_ ("What was reviewed before could not be read"));
  if (changes == NULL)
    return g_strdup (_ ("Reviewed for the first time"));
  if (changes->len == 0)
    return g_strdup (_ ("Nothing"));

  return g_strdup_printf (ngettext ("%u change", "%u changes", changes->len), changes->len);
}

/* Takes @words */
static void
add_words (GString *text,
           guint n,
           char *words)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", words);
  g_free (words);
}

char *
trinh_review_counts_dup_findings (TrinhWork *work)
{
  GListModel *findings;
  g_autoptr (GString) text = g_string_new (NULL);
  guint explained = 0, errors = 0, warnings = 0;

  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);

  findings = G_LIST_MODEL (trinh_work_get_evaluation (work));
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (TrinhFinding) finding = g_list_model_get_item (findings, i);

      if (trinh_finding_get_severity (finding) == TRINH_SEVERITY_WARNING)
        warnings++;
      else if (trinh_finding_get_severity (finding) == TRINH_SEVERITY_ERROR && trinh_finding_get_acknowledged (finding))
        explained++;
      else if (trinh_finding_get_severity (finding) == TRINH_SEVERITY_ERROR)
        errors++;
    }
  add_words (text, errors, g_strdup_printf (ngettext ("%u error not explained", "%u errors not explained", errors), errors));
  add_words (text, explained, g_strdup_printf (ngettext ("%u error explained", "%u errors explained", explained), explained));
  add_words (text, warnings, g_strdup_printf (ngettext ("%u warning", "%u warnings", warnings), warnings));

  return text->len > 0 ? g_strdup (text->str) : g_strdup (_ ("None"));
}
