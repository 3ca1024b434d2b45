/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "report-fixture.h"

static void
set_signatory (TrinhReport *report,
               const char *capacity,
               const char *title,
               const char *name)
{
  g_autofree char *json = g_strdup_printf ("[ { \"capacity\": [%s], \"title\": \"%s\", \"name\": \"%s\" } ]", capacity, title, name);
  g_autoptr (JsonNode) node = fixture_json (json);
  TrinhEdit *edit = trinh_edit_new ("signatories");

  trinh_edit_set_member (edit, "signatories", node);
  fixture_apply (report, edit);
}

/* (nullable): of the rule or, @rule %NULL, of any about signatories */
static TrinhFinding *
find (TrinhEvaluation *evaluation,
      const char *rule)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (evaluation)); i++)
    {
      g_autoptr (TrinhFinding) finding = g_list_model_get_item (G_LIST_MODEL (evaluation), i);
      const char *found = trinh_finding_get_rule (finding);

      if (rule != NULL ? g_str_equal (found, rule) : g_str_has_prefix (found, "signatory-"))
        return finding;
    }
  return NULL;
}

#define TM "\"TM. ỦY BAN NHÂN DÂN\""
#define KT "\"KT. CHỦ TỊCH\""

static const struct
{
  const char *capacity;
  const char *title;
  const char *name;
  const char *rule; /* NULL: nothing is found */
  const char *expected;
} rows[] = {
  /* As they should be */
  { TM, "CHỦ TỊCH", "Nguyễn Văn An", NULL, NULL },
  { TM ", " KT, "PHÓ CHỦ TỊCH", "Nguyễn Văn An", NULL, NULL },
  { TM, "Q. CHỦ TỊCH", "Nguyễn Văn An", NULL, NULL },
  { "\"TL. CHỦ TỊCH\"", "CHÁNH VĂN PHÒNG", "Nguyễn Văn An", NULL, NULL },
  { "\"TUQ. CHỦ TỊCH\"", "TRƯỞNG PHÒNG NỘI VỤ", "Nguyễn Văn An", NULL, NULL },
  { "\"TUQ. CHỦ TỊCH\"", "PHÓ CHÁNH VĂN PHÒNG", "Nguyễn Văn An", NULL, NULL },
  { "", "GIÁM ĐỐC", "Nguyễn Văn An", NULL, NULL },
  { "\"KT. GIÁM ĐỐC\"", "PHÓ GIÁM ĐỐC", "Nguyễn Văn An", NULL, NULL },
  /* Of the Party: not by the decree */
  { "\"T/M ĐẢNG ỦY\"", "PHÓ BÍ THƯ", "Nguyễn Văn An", NULL, NULL },
  /* Nothing is there yet */
  { "", "", "", NULL, NULL },
  { TM ", " KT, "", "", NULL, NULL },
  /* What does not go together */
  { TM ", " KT, "CHỦ TỊCH", "", "signatory-form", "PHÓ CHỦ TỊCH" },
  { TM ", " KT, "CHÁNH VĂN PHÒNG", "", "signatory-form", "PHÓ CHỦ TỊCH" },
  { TM, "PHÓ CHỦ TỊCH", "", "signatory-form", "KT. CHỦ TỊCH" },
  { TM, "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "", "signatory-form", "KT. CHỦ TỊCH" },
  { "", "PHÓ CHỦ TỊCH", "", "signatory-form", "KT. CHỦ TỊCH" },
  { "\" \"", "PHÓ GIÁM ĐỐC", "", "signatory-form", "KT. GIÁM ĐỐC" },
  { KT ", " TM, "PHÓ CHỦ TỊCH", "", "signatory-form", "TM. ỦY BAN NHÂN DÂN" },
  { KT ", " TM, "", "", "signatory-form", "TM. ỦY BAN NHÂN DÂN" },
  { TM ", \"Q. CHỦ TỊCH\"", "CHỦ TỊCH", "", "signatory-form", NULL },
  { TM ", " KT, "Q. CHỦ TỊCH", "", "signatory-form", NULL },
  { TM ", \"TL. CHỦ TỊCH\"", "CHÁNH VĂN PHÒNG", "", "signatory-form", NULL },
  { "\"TL. ỦY BAN NHÂN DÂN\"", "CHÁNH VĂN PHÒNG", "", "signatory-form", NULL },
  { "\"TL. CHỦ TỊCH\"", "CHỦ TỊCH", "", "signatory-form", NULL },
  { "\"TUQ. CHỦ TỊCH\"", "CHỦ TỊCH", "", "signatory-form", NULL },
  { "\"TUQ. CHỦ TỊCH\"", "PHÓ CHỦ TỊCH", "", "signatory-form", "KT. CHỦ TỊCH" },
  /* Spelling */
  { "\"TM ỦY BAN NHÂN DÂN\"", "CHỦ TỊCH", "", "signatory-form", "TM. ỦY BAN NHÂN DÂN" },
  { TM ", \"KT.CHỦ TỊCH\"", "PHÓ CHỦ TỊCH", "", "signatory-form", "KT. CHỦ TỊCH" },
  { TM, "Q.CHỦ TỊCH", "", "signatory-form", "Q. CHỦ TỊCH" },
  { TM, "QUẢN LÝ", "", NULL, NULL },
  /* Names */
  { TM, "CHỦ TỊCH", "TS. Nguyễn Văn An", "signatory-name", NULL },
  { TM, "CHỦ TỊCH", "Ths.Nguyễn Văn An", "signatory-name", NULL },
  { TM, "CHỦ TỊCH", "Ông Nguyễn Văn An", "signatory-name", NULL },
  { TM, "CHỦ TỊCH", "Bàng Văn An", NULL, NULL },
};

/* Who signs beside somebody else may do so for himself. */
static void
test_two (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = fixture_new (library, "2022-H1");
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
  g_autoptr (JsonNode) node = fixture_json ("[ { \"capacity\": [" TM "], \"title\": \"CHỦ TỊCH\", \"name\": \"\" }, { \"capacity\": [], \"title\": \"PHÓ TRƯỞNG PHÒNG\", \"name\": \"\" } ]");
  TrinhEdit *edit = trinh_edit_new ("signatories");

  trinh_edit_set_member (edit, "signatories", node);
  fixture_apply (report, edit);
  g_assert_null (find (evaluation, NULL));
}

/* Each follows the one before, so that the findings of the one before go. */
static void
test_forms (void)
{
  g_autoptr (TrinhRegimeLibrary) library = fixture_library ();
  g_autoptr (TrinhReport) report = fixture_new (library, "2022-H1");
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TrinhFinding *finding;

      set_signatory (report, rows[i].capacity, rows[i].title, rows[i].name);
      finding = find (evaluation, rows[i].rule);
      g_test_message ("%s / %s: %s", rows[i].capacity, rows[i].title, finding != NULL ? trinh_finding_get_message (finding) : "nothing");
      g_assert_cmpint (finding != NULL, ==, rows[i].rule != NULL);
      if (rows[i].expected != NULL)
        g_assert_cmpstr (trinh_finding_get_expected (finding), ==, rows[i].expected);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/signatories/forms", test_forms);
  g_test_add_func ("/signatories/two", test_two);
  return g_test_run ();
}
