/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-document-private.h"

static char *
make_reference (TrinhDocumentBuilder *self)
{
  g_autofree char *number = NULL;
  g_autofree char *date = trinh_document_format_date (trinh_report_get_date (self->report));

  number = trinh_document_format_number (trinh_report_get_number (self->report), trinh_report_get_symbol (self->report), "……");
  return g_strdup_printf ("(Kèm theo Báo cáo số %s %s\ncủa %s)", number, date, trinh_office_get_name (trinh_report_get_office (self->report)));
}

/* (element-type TrinhForm), borrowed */
static GPtrArray *
list_printed_forms (TrinhDocumentBuilder *self,
                    const TrinhAnnex *annex)
{
  GPtrArray *forms = g_ptr_array_new ();

  for (guint i = 0; annex->forms != NULL && annex->forms[i] != NULL; i++)
    {
      TrinhForm *form = trinh_regime_find_form (self->regime, annex->forms[i]);

      if (form != NULL && trinh_form_get_printed (form))
        g_ptr_array_add (forms, form);
    }
  return forms;
}

/* "Phụ lục 01b" is one form by itself: the annex has said what it is. */
static gboolean
is_form (const TrinhAnnex *annex,
         GPtrArray *forms)
{
  return forms->len == 1 && g_str_equal (annex->label, trinh_form_get_label (g_ptr_array_index (forms, 0)));
}

static void
add_annex (TrinhDocumentBuilder *self,
           const TrinhAnnex *annex)
{
  g_autoptr (GPtrArray) forms = list_printed_forms (self, annex);
  g_autofree char *title = trinh_regime_expand (annex->title, trinh_report_get_period (self->report), trinh_report_get_office (self->report));
  g_autofree char *plain = trinh_markup_strip (title);
  g_auto (GStrv) lines = g_strsplit (plain, "\n", -1);
  g_autofree char *reference = make_reference (self);

  if (forms->len == 0)
    return;
  g_ptr_array_add (self->blocks, trinh_block_new_annex (trinh_form_get_id (g_ptr_array_index (forms, 0)), trinh_form_get_landscape (g_ptr_array_index (forms, 0)), annex->label, (const char *const *) lines, reference));
  for (guint i = 0; i < forms->len; i++)
    trinh_document_builder_add_form (self, g_ptr_array_index (forms, i), !is_form (annex, forms));
}

void
trinh_document_builder_add_annexes (TrinhDocumentBuilder *self)
{
  for (guint i = 0; i < trinh_regime_get_n_annexes (self->regime); i++)
    add_annex (self, trinh_regime_get_annex (self->regime, i));
}
