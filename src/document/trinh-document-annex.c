/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-document-private.h"
#include "trinh-figure.h"
#include "trinh-report-chart.h"

#define LABEL "PHỤ LỤC"

/* One that is printed: forms borrowed from the regime, charts where they are its place. */
typedef struct
{
  const TrinhAnnex *annex;
  GPtrArray *forms;
  GPtrArray *charts;
} Printed;

static void
printed_clear (gpointer data)
{
  Printed *printed = data;

  g_ptr_array_unref (printed->forms);
  g_ptr_array_unref (printed->charts);
}

static char *
make_reference (TrinhDocumentBuilder *self)
{
  g_autofree char *number = NULL;
  g_autofree char *date = trinh_document_format_empty_date (trinh_report_get_date (self->report));

  number = trinh_document_format_empty_number ("số", trinh_report_get_number (self->report), trinh_report_get_symbol (self->report));
  return g_strdup_printf ("(Kèm theo Báo cáo %s %s\ncủa %s)", number, date, trinh_office_get_name (trinh_report_get_office (self->report)));
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
is_form (const Printed *printed)
{
  return printed->forms->len == 1 && g_str_equal (printed->annex->label, trinh_form_get_label (g_ptr_array_index (printed->forms, 0)));
}

static const char *const numerals[] = { "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X" };

/* "Phụ lục" where there is one, "Phụ lục I" and so on where there are several (Nghị định 30/2020/NĐ-CP, Phụ lục I);
 * a label that has a number of its own stays as it is. */
static char *
make_label (const Printed *printed,
            guint position,
            guint n_printed)
{
  g_autofree char *folded = g_utf8_strdown (printed->annex->label, -1);

  if (n_printed > 1 && position < G_N_ELEMENTS (numerals) && g_str_equal (folded, "phụ lục"))
    return g_strconcat (printed->annex->label, " ", numerals[position], NULL);
  return g_strdup (printed->annex->label);
}

/* How the annex begins, so that no page stays empty before what lies on its side */
static gboolean
is_landscape (const Printed *printed)
{
  if (printed->forms->len > 0)
    return trinh_form_get_landscape (g_ptr_array_index (printed->forms, 0));
  return trinh_document_charts_need_landscape (printed->charts);
}

static void
add_annex (TrinhDocumentBuilder *self,
           const Printed *printed,
           const char *label)
{
  g_autofree char *title = trinh_regime_expand (printed->annex->title, trinh_report_get_period (self->report), trinh_report_get_office (self->report));
  g_autofree char *plain = trinh_markup_strip (title);
  g_auto (GStrv) lines = g_strsplit (plain, "\n", -1);
  g_autofree char *reference = make_reference (self);
  const guint first = self->blocks->len;
  TrinhBlock *annex;
  const char *place = printed->forms->len > 0 ? trinh_form_get_id (g_ptr_array_index (printed->forms, 0)) : "comparison";

  g_ptr_array_add (self->blocks, trinh_block_new_annex (place, is_landscape (printed), label, (const char *const *) lines, reference));
  annex = g_ptr_array_index (self->blocks, first);
  annex->annex->bare = printed->forms->len > 0 && is_form (printed);
  for (guint i = 0; i < printed->forms->len; i++)
    trinh_document_builder_add_form (self, g_ptr_array_index (printed->forms, i), !is_form (printed));
  /* A form that is wide turns the page, from the annex's title on. */
  if (printed->forms->len > 0)
    annex->landscape = ((const TrinhBlock *) g_ptr_array_index (self->blocks, first + 1))->landscape;
  trinh_document_builder_add_charts (self, printed->charts, trinh_document_charts_need_landscape (printed->charts));
}

/* Those that show something. (transfer full) (element-type TrinhReportChart) */
static GPtrArray *
list_charts (TrinhDocumentBuilder *self)
{
  GPtrArray *charts = trinh_report_charts_list (self->report);

  for (guint i = charts->len; i > 0; i--)
    if (!trinh_figure_has_numbers (self->evaluation, charts->pdata[i - 1], NULL))
      g_ptr_array_remove_index (charts, i - 1);
  return charts;
}

/* @charts: (element-type TrinhReportChart): all that are left */
static void
add_printed (TrinhDocumentBuilder *self,
             GArray *list,
             const TrinhAnnex *annex,
             GPtrArray **charts)
{
  Printed printed = { annex, list_printed_forms (self, annex), NULL };

  if (annex->charts)
    printed.charts = g_steal_pointer (charts);
  if (printed.charts == NULL)
    printed.charts = g_ptr_array_new ();
  if (*charts == NULL)
    *charts = g_ptr_array_new ();
  if (printed.forms->len > 0 || printed.charts->len > 0)
    g_array_append_val (list, printed);
  else
    printed_clear (&printed);
}

/* "Phụ lục", "PHỤ LỤC": as the regime's own annexes are headed. (transfer full) */
static char *
spell_label (TrinhRegime *regime)
{
  const glong n_letters = g_utf8_strlen (LABEL, -1);

  for (guint i = 0; i < trinh_regime_get_n_annexes (regime); i++)
    {
      const char *label = trinh_regime_get_annex (regime, i)->label;
      g_autofree char *upper = g_utf8_strup (label, -1);

      if (g_str_has_prefix (upper, LABEL))
        return g_utf8_substring (label, 0, n_letters);
    }
  return g_strdup (LABEL);
}

void
trinh_document_builder_add_annexes (TrinhDocumentBuilder *self)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Printed));
  g_autoptr (GPtrArray) charts = list_charts (self);
  g_autofree char *label_of_charts = spell_label (self->regime);
  /* Where a regime names no annex for the report's charts, they stand in one behind its own. */
  const TrinhAnnex charts_annex = { .label = label_of_charts, .title = "BIỂU ĐỒ SO SÁNH SỐ LIỆU {PERIOD}\nVỚI CÁC KỲ TRƯỚC", .charts = TRUE };

  g_array_set_clear_func (list, printed_clear);
  for (guint i = 0; i < trinh_regime_get_n_annexes (self->regime); i++)
    add_printed (self, list, trinh_regime_get_annex (self->regime, i), &charts);
  add_printed (self, list, &charts_annex, &charts);
  for (guint i = 0; i < list->len; i++)
    {
      const Printed *printed = &g_array_index (list, Printed, i);
      g_autofree char *label = make_label (printed, i, list->len);

      add_annex (self, printed, label);
    }
}
