/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-office-settings.h"

static JsonObject *
read_object (const char *text)
{
  g_autoptr (JsonNode) node = json_from_string (text, NULL);

  g_assert_true (JSON_NODE_HOLDS_OBJECT (node));

  return json_object_ref (json_node_get_object (node));
}

static char *
write_object (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);

  return trinh_json_to_line (node);
}

static void
test_strings (void)
{
  static const struct
  {
    const char *given;
    const char *kept;
  } texts[] = {
    { "BC-UBND", "{\"z\":1,\"symbol\":\"BC-UBND\"}" },
    { "  BC-UBND ", "{\"z\":1,\"symbol\":\"BC-UBND\"}" },
    { "  ", "{\"z\":1}" },
    { "", "{\"z\":1}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (JsonObject) object = read_object ("{\"z\":1,\"symbol\":\"old\"}");
      g_autofree char *line = NULL;

      trinh_office_settings_set_string (object, "symbol", texts[i].given);
      line = write_object (object);
      g_assert_cmpstr (line, ==, texts[i].kept);
    }
}

static void
test_lines (void)
{
  g_autoptr (JsonObject) object = read_object ("{\"recipients\":[\"Như trên\",1,\"Lưu: VT\"],\"symbol\":\"x\"}");
  g_auto (GStrv) lines = trinh_office_settings_dup_lines (object, "recipients");
  g_auto (GStrv) none = trinh_office_settings_dup_lines (object, "symbol");
  g_autofree char *line = NULL;

  g_assert_cmpstrv (lines, ((const char *const[]) { "Như trên", "Lưu: VT", NULL }));
  g_assert_cmpuint (g_strv_length (none), ==, 0);

  trinh_office_settings_set_lines (object, "recipients", (const char *const[]) { " Như trên", "", " ", NULL });
  trinh_office_settings_set_lines (object, "addressees", (const char *const[]) { "", NULL });
  line = write_object (object);
  g_assert_cmpstr (line, ==, "{\"recipients\":[\"Như trên\"],\"symbol\":\"x\"}");
}

/* A copy is changed without the original. */
static void
test_copy (void)
{
  g_autoptr (JsonObject) object = read_object ("{\"office\":{\"name\":\"A\",\"z\":1}}");
  g_autoptr (JsonObject) office = trinh_office_settings_copy_member (object, "office");
  g_autoptr (JsonObject) none = trinh_office_settings_copy_member (object, "symbol");
  g_autofree char *line = NULL;
  g_autofree char *before = NULL;

  trinh_office_settings_set_string (office, "name", "B");
  line = write_object (office);
  before = write_object (object);
  g_assert_cmpstr (line, ==, "{\"name\":\"B\",\"z\":1}");
  g_assert_cmpstr (before, ==, "{\"office\":{\"name\":\"A\",\"z\":1}}");
  g_assert_cmpuint (json_object_get_size (none), ==, 0);
}

static TrinhReport *
make_report (const char *office)
{
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhRegime) regime = trinh_regime_library_load (library, "bieu-mau-2022", &error);
  g_autoptr (TrinhOffice) named = trinh_office_new_for_name (office);
  TrinhPeriod period;

  g_assert_no_error (error);
  g_assert_true (trinh_period_parse ("2022-H1", &period, NULL));

  return trinh_report_new (regime, period, named);
}

/* From one report into another, in one edit that undo takes back */
static void
test_edit (void)
{
  g_autoptr (TrinhReport) from = make_report ("UBND xã Bình Lãng");
  g_autoptr (TrinhReport) to = make_report ("UBND thị trấn Bút Sơn");
  g_autoptr (TrinhEdit) change = trinh_edit_new ("x");
  g_autoptr (JsonObject) settings = NULL;
  g_autoptr (TrinhEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  trinh_edit_set_member_string (change, "symbol", "BC-X");
  trinh_edit_set_member_strv (change, "addressees", (const char *const[]) { "UBND huyện", NULL });
  g_assert_true (trinh_report_apply (from, change, &error));

  settings = trinh_office_settings_from_report (from);
  edit = trinh_office_settings_make_edit (settings, to);
  g_assert_true (trinh_report_apply (to, edit, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (trinh_report_get_symbol (to), ==, "BC-X");
  g_assert_cmpstr (trinh_report_get_addressees (to)[0], ==, "UBND huyện");
  g_assert_cmpstr (trinh_office_get_name (trinh_report_get_office (to)), ==, "UBND xã Bình Lãng");

  g_assert_true (trinh_report_undo (to, &error));
  g_assert_cmpstr (trinh_report_get_symbol (to), ==, "BC-UBND");
  g_assert_cmpstr (trinh_office_get_name (trinh_report_get_office (to)), ==, "UBND thị trấn Bút Sơn");
}

/* What the report has already is no change. */
static void
test_same (void)
{
  g_autoptr (TrinhReport) report = make_report ("UBND xã Bình Lãng");
  g_autoptr (JsonObject) settings = trinh_office_settings_from_report (report);
  g_autoptr (TrinhEdit) edit = trinh_office_settings_make_edit (settings, report);

  g_assert_cmpuint (trinh_edit_get_n_changes (edit), ==, 0);
}

/* An office without a name is none: the report keeps its own. */
static void
test_nameless (void)
{
  g_autoptr (TrinhReport) report = make_report ("UBND xã Bình Lãng");
  g_autoptr (JsonObject) settings = read_object ("{\"office\":{\"code\":\"1\"},\"author\":\"A\"}");
  g_autoptr (TrinhEdit) edit = trinh_office_settings_make_edit (settings, report);

  g_assert_cmpuint (trinh_edit_get_n_changes (edit), ==, 0);
  g_assert_true (trinh_report_apply (report, edit, NULL));
  g_assert_cmpstr (trinh_office_get_name (trinh_report_get_office (report)), ==, "UBND xã Bình Lãng");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/office-settings/strings", test_strings);
  g_test_add_func ("/office-settings/lines", test_lines);
  g_test_add_func ("/office-settings/copy", test_copy);
  g_test_add_func ("/office-settings/edit", test_edit);
  g_test_add_func ("/office-settings/same", test_same);
  g_test_add_func ("/office-settings/nameless", test_nameless);

  return g_test_run ();
}
