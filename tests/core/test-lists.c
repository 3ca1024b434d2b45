/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What the rows of a list take over from other reports, and the lines of an office's predecessors. */

#include "config.h"

#include "report-fixture.h"
#include "trinh-predecessors.h"

/* "Đất đai=3 Hộ tịch=": rows of k3 */
static void
set_rows (TrinhReport *report,
          const char *rows)
{
  g_auto (GStrv) list = g_strsplit (rows, ";", -1);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  TrinhEdit *edit = trinh_edit_new ("rows");

  for (guint i = 0; list[i] != NULL; i++)
    g_ptr_array_add (keys, g_strdup_printf ("r%u", i + 1));
  trinh_edit_set_rows (edit, "k3", (const char *const *) keys->pdata);
  for (guint i = 0; list[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (list[i], "=", 2);
      g_autofree char *name = g_strdup_printf ("k3:r%u", i + 1);
      g_autofree char *amount = g_strdup_printf ("k3:r%u@amount", i + 1);
      g_autoptr (TrinhValue) name_value = trinh_value_new (pair[0]);
      g_autoptr (TrinhValue) amount_value = *pair[1] != '\0' ? trinh_value_new (pair[1]) : NULL;

      trinh_edit_set_value (edit, name, name_value);
      if (amount_value != NULL)
        trinh_edit_set_value (edit, amount, amount_value);
    }
  fixture_apply (report, edit);
}

static char *
describe (TrinhReport *report)
{
  const char *const *keys = trinh_report_get_rows (report, "k3");
  GString *text = g_string_new (NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("k3:%s", keys[i]);
      g_autofree char *amount = g_strdup_printf ("k3:%s@amount", keys[i]);
      const char *number = trinh_value_get_text (trinh_report_get_value (report, amount));

      g_string_append_printf (text, "%s%s %s=%s", i > 0 ? "; " : "", keys[i], trinh_value_get_text (trinh_report_get_value (report, name)), number != NULL ? number : "");
    }
  return g_string_free_and_steal (text);
}

/* Names without figures; a list that was begun is left alone. */
static void
test_begin (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) last = fixture_new (library, "2022-Q1");
  g_autoptr (TrinhReport) report = fixture_new (library, "2022-Q2");
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
  g_autofree char *taken = NULL;
  g_autofree char *again = NULL;

  set_rows (last, "Đất đai=3;Hộ tịch=4");
  fixture_apply (report, trinh_evaluation_make_begin (evaluation, last));
  taken = describe (report);
  g_assert_cmpstr (taken, ==, "r1 Đất đai=; r2 Hộ tịch=");
  set_rows (last, "Khác=1");
  fixture_apply (report, trinh_evaluation_make_begin (evaluation, last));
  again = describe (report);
  g_assert_cmpstr (again, ==, taken);
}

/* Rows are matched by name however it is spelled; a row that is new gets a key that is free. */
static void
test_proposals (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) first = fixture_new (library, "2022-Q1");
  g_autoptr (TrinhReport) second = fixture_new (library, "2022-Q2");
  g_autoptr (TrinhReport) half = fixture_new (library, "2022-H1");
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (half);
  g_autoptr (GPtrArray) history = g_ptr_array_new ();
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  set_rows (first, "Đất đai=3;Hoà giải=4");
  set_rows (second, "Hòa giải=5;Hộ tịch=1");
  set_rows (half, "Hộ tịch=");
  g_ptr_array_add (history, first);
  g_ptr_array_add (history, second);
  trinh_evaluation_set_history (evaluation, history);
  found = trinh_evaluation_list_proposals (evaluation, NULL);
  for (guint i = 0; i < found->len; i++)
    {
      const TrinhProposal *proposal = found->pdata[i];

      if (g_str_has_prefix (proposal->address, "k3:"))
        g_string_append_printf (text, "%s%s=%s%s", text->len > 0 ? "; " : "", proposal->address, proposal->text, proposal->complete ? "" : "?");
    }
  g_assert_cmpstr (text->str, ==, "k3:r1=Hộ tịch; k3:r1@amount=1; k3:r2=Đất đai; k3:r2@amount=3; k3:r3=Hòa giải; k3:r3@amount=9");
}

static void
test_predecessors (void)
{
  static const char *const lines[] = { " UBND xã A; 101 ", "", "UBND xã B", "; 7", "UBND xã C;5", NULL };
  static const char *const none[] = { " ", NULL };
  g_autoptr (JsonNode) node = fixture_json ("{\"name\":\"UBND xã Mới\",\"predecessors\":[\"UBND xã B\",{\"name\":\"UBND xã A\",\"code\":\"101\",\"z\":1}]}");
  g_auto (GStrv) before = trinh_predecessors_dup_lines (json_node_get_object (node));
  g_autoptr (TrinhOffice) office = NULL;
  g_autofree char *joined = g_strjoinv ("|", before);
  g_autofree char *text = NULL;

  g_assert_cmpstr (joined, ==, "UBND xã B|UBND xã A; 101");
  trinh_predecessors_set_lines (json_node_get_object (node), lines);
  text = trinh_json_to_line (node);
  g_assert_cmpstr (text, ==, "{\"name\":\"UBND xã Mới\",\"predecessors\":[{\"name\":\"UBND xã A\",\"code\":\"101\",\"z\":1},\"UBND xã B\",{\"name\":\"UBND xã C\",\"code\":\"5\"}]}");
  office = trinh_office_from_json (node, NULL);
  g_assert_cmpuint (trinh_office_get_n_predecessors (office), ==, 3);
  trinh_predecessors_set_lines (json_node_get_object (node), none);
  g_assert_false (json_object_has_member (json_node_get_object (node), "predecessors"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/lists/begin", test_begin);
  g_test_add_func ("/lists/proposals", test_proposals);
  g_test_add_func ("/lists/predecessors", test_predecessors);

  return g_test_run ();
}
