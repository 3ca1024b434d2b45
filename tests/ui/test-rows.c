/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper.h"
#include "trinh-date-row.h"
#include "trinh-entry-row.h"
#include "trinh-lines-row.h"
#include "trinh-signatory-row.h"

static void
test_date (void)
{
  TrinhDateRow *row = g_object_ref_sink (TRINH_DATE_ROW (trinh_date_row_new ()));
  guint notified = 0;
  guint32 date;

  g_assert_true (trinh_date_parse ("2022-06-09", &date));
  g_signal_connect_swapped (row, "notify::date", G_CALLBACK (helper_count), &notified);

  trinh_date_row_set_date (row, date);
  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpuint (trinh_date_row_get_date (row), ==, date);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "09/6/2022");

  trinh_date_row_set_date (row, date);
  gtk_editable_set_text (GTK_EDITABLE (row), "9.6.2022");
  g_assert_cmpuint (trinh_date_row_get_date (row), ==, date);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));

  gtk_editable_set_text (GTK_EDITABLE (row), "31/2/2022");
  g_assert_cmpuint (trinh_date_row_get_date (row), ==, 0);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));

  g_object_set (row, "date", date + 1, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "10/6/2022");

  g_assert_finalize_object (row);
}

static void
test_lines (void)
{
  TrinhLinesRow *row = g_object_ref_sink (TRINH_LINES_ROW (trinh_lines_row_new ()));
  const char *const lines[] = { "Như trên", "Lưu: VT, NV", NULL };
  guint notified = 0;

  g_signal_connect_swapped (row, "notify::lines", G_CALLBACK (helper_count), &notified);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "Recipients");

  trinh_lines_row_set_lines (row, lines);
  g_assert_cmpuint (notified, >, 0);
  notified = 0;
  trinh_lines_row_set_lines (row, lines);
  g_assert_cmpuint (notified, ==, 0);

  {
    GtkTextBuffer *buffer = helper_get_child (row, "buffer");
    g_auto (GStrv) now = NULL;

    gtk_text_buffer_insert_at_cursor (buffer, "\n\n  Thường trực HĐND xã  \n", -1);
    now = trinh_lines_row_dup_lines (row);
    g_assert_cmpstrv (now, ((const char *const[]) { "Như trên", "Lưu: VT, NV", "Thường trực HĐND xã", NULL }));
  }

  trinh_lines_row_set_lines (row, NULL);
  {
    g_auto (GStrv) none = trinh_lines_row_dup_lines (row);

    g_assert_cmpuint (g_strv_length (none), ==, 0);
  }

  g_assert_finalize_object (row);
}

static char *
write_signatory (TrinhSignatoryRow *row)
{
  g_autoptr (JsonObject) object = trinh_signatory_row_to_json (row);
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);

  return trinh_json_to_line (node);
}

static const struct
{
  guint form;
  const char *json;
} forms[] = {
  { 1, "{\"capacity\":[\"TM. ỦY BAN NHÂN DÂN\",\"KT. CHỦ TỊCH\"],\"title\":\"PHÓ CHỦ TỊCH\",\"name\":\"\"}" },
  { 2, "{\"capacity\":[\"TM. ỦY BAN NHÂN DÂN\"],\"title\":\"Q. CHỦ TỊCH\",\"name\":\"\"}" },
  { 0, "{\"capacity\":[\"TM. ỦY BAN NHÂN DÂN\"],\"title\":\"CHỦ TỊCH\",\"name\":\"\"}" },
  { 4, "{\"capacity\":[\"TUQ. CHỦ TỊCH\"],\"title\":\"CHÁNH VĂN PHÒNG\",\"name\":\"\"}" },
};

static void
test_signatory_forms (void)
{
  TrinhSignatoryRow *row = g_object_ref_sink (TRINH_SIGNATORY_ROW (trinh_signatory_row_new (NULL)));
  AdwComboRow *form_row = helper_get_child (row, "form_row");
  guint changed = 0;

  g_signal_connect_swapped (row, "changed", G_CALLBACK (helper_count), &changed);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *line = NULL;

      adw_combo_row_set_selected (form_row, forms[i].form);
      line = write_signatory (row);
      g_assert_cmpstr (line, ==, forms[i].json);
      g_assert_cmpuint (adw_combo_row_get_selected (form_row), ==, forms[i].form);
      g_assert_cmpuint (changed, ==, i + 1);
    }

  g_assert_finalize_object (row);
}

/* What the row does not know stays; what is written by hand is "another way". */
static void
test_signatory_kept (void)
{
  g_autoptr (JsonNode) node = json_from_string ("{\"capacity\":[\"TM. UBND\"],\"title\":\"CHỦ TỊCH\",\"name\":\"A\",\"z\":1}", NULL);
  TrinhSignatoryRow *row = g_object_ref_sink (TRINH_SIGNATORY_ROW (trinh_signatory_row_new (json_node_get_object (node))));
  g_autofree char *line = NULL;

  gtk_editable_set_text (GTK_EDITABLE (helper_get_child (row, "name_row")), " Nguyễn Văn B ");
  line = write_signatory (row);
  g_assert_cmpstr (line, ==, "{\"capacity\":[\"TM. UBND\"],\"title\":\"CHỦ TỊCH\",\"name\":\"Nguyễn Văn B\",\"z\":1}");
  g_assert_cmpuint (adw_combo_row_get_selected (helper_get_child (row, "form_row")), ==, 5);

  g_assert_finalize_object (row);
}

static void
test_entry (void)
{
  TrinhEntryRow *row = g_object_ref_sink (TRINH_ENTRY_ROW (trinh_entry_row_new ()));

  trinh_entry_row_set_item (row, NULL, FALSE);
  g_assert_finalize_object (row);
}

int
main (int argc,
      char *argv[])
{
  helper_init (&argc, &argv);

  g_test_add_func ("/rows/date", test_date);
  g_test_add_func ("/rows/lines", test_lines);
  g_test_add_func ("/rows/signatory/forms", test_signatory_forms);
  g_test_add_func ("/rows/signatory/kept", test_signatory_kept);
  g_test_add_func ("/rows/entry", test_entry);

  return g_test_run ();
}
