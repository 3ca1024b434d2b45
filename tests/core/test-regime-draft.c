/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-core.h"

#define BASE "bieu-mau-2022"

static TrinhRegimeDraft *
open_base (TrinhRegimeLibrary **library)
{
  g_autoptr (GError) error = NULL;
  TrinhRegimeDraft *draft;

  *library = trinh_regime_library_new (NULL);
  draft = trinh_regime_draft_new (*library, BASE, &error);
  g_assert_no_error (error);
  return draft;
}

static TrinhRegimeDraft *
make_own (TrinhRegimeLibrary *library,
          const char *id)
{
  g_autoptr (GError) error = NULL;
  TrinhRegimeDraft *draft = trinh_regime_draft_new (library, BASE, &error);

  g_assert_no_error (error);
  trinh_regime_draft_set_identity (draft, id, "Chế độ của xã");
  return draft;
}

static void
assert_right (TrinhRegimeDraft *draft)
{
  g_autoptr (GPtrArray) problems = trinh_regime_draft_check (draft, NULL);

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", ((TrinhDraftProblem *) g_ptr_array_index (problems, i))->message);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* One problem at least there, and it says @words. */
static void
assert_problem (TrinhRegimeDraft *draft,
                const char *document,
                const char *array,
                guint index,
                const char *words)
{
  g_autoptr (GPtrArray) problems = trinh_regime_draft_check (draft, NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      TrinhDraftProblem *problem = g_ptr_array_index (problems, i);

      g_test_message ("%s %s %u: %s", problem->document, problem->array, problem->index, problem->message);
      if (g_str_equal (problem->document, document) && g_strcmp0 (problem->array, array) == 0 && problem->index == index && strstr (problem->message, words) != NULL)
        return;
    }
  g_test_fail_printf ("no problem “%s” at %s %s %u", words, document, array, index);
}

static void
test_load (void)
{
  g_autoptr (TrinhRegimeLibrary) library = NULL;
  g_autoptr (TrinhRegimeDraft) draft = open_base (&library);
  g_autoptr (TrinhRegime) regime = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_auto (GStrv) forms = trinh_regime_draft_list_forms (draft);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_strv_length (forms), ==, 7);
  g_assert_cmpstr (trinh_regime_draft_get_id (draft), ==, BASE);
  g_assert_false (trinh_regime_draft_get_modified (draft));
  problems = trinh_regime_draft_check (draft, &regime);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (trinh_regime_get_forms (regime)), ==, 7);
  g_assert_null (trinh_regime_draft_new (library, "khong-co", &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN);
}

static void
count_change (TrinhRegimeDraft *draft,
              gpointer user_data)
{
  *(guint *) user_data += 1;
}

static void
test_undo (void)
{
  g_autoptr (TrinhRegimeLibrary) library = NULL;
  g_autoptr (TrinhRegimeDraft) draft = open_base (&library);
  g_autofree char *before = g_strdup (trinh_regime_draft_get_string (draft, "forms/bm1", "rows", 0, "label"));
  guint n_changes = 0;

  g_signal_connect (draft, "changed", G_CALLBACK (count_change), &n_changes);
  g_assert_false (trinh_regime_draft_undo (draft));

  /* typing is one step */
  g_assert_true (trinh_regime_draft_set_string (draft, "forms/bm1", "rows", 0, "label", "A", FALSE));
  g_assert_true (trinh_regime_draft_set_string (draft, "forms/bm1", "rows", 0, "label", "AB", FALSE));
  g_assert_false (trinh_regime_draft_set_string (draft, "forms/bm1", "rows", 0, "label", "AB", FALSE));
  g_assert_true (trinh_regime_draft_set_string (draft, "forms/bm1", "rows", 1, "label", "C", FALSE));
  g_assert_cmpuint (n_changes, ==, 3);
  g_assert_true (trinh_regime_draft_get_modified (draft));

  g_assert_true (trinh_regime_draft_undo (draft));
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "forms/bm1", "rows", 0, "label"), ==, "AB");
  g_assert_true (trinh_regime_draft_undo (draft));
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "forms/bm1", "rows", 0, "label"), ==, before);
  g_assert_false (trinh_regime_draft_get_modified (draft));
  g_assert_false (trinh_regime_draft_undo (draft));
  g_assert_true (trinh_regime_draft_redo (draft));
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "forms/bm1", "rows", 0, "label"), ==, "AB");

  /* after an undo a change begins a step of its own, and what was undone is gone */
  g_assert_true (trinh_regime_draft_set_string (draft, "forms/bm1", "rows", 0, "label", "", TRUE));
  g_assert_false (trinh_regime_draft_redo (draft));
  g_assert_true (trinh_regime_draft_undo (draft));
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "forms/bm1", "rows", 0, "label"), ==, "AB");
}

static void
test_elements (void)
{
  g_autoptr (TrinhRegimeLibrary) library = NULL;
  g_autoptr (TrinhRegimeDraft) draft = open_base (&library);
  guint n_rows = trinh_regime_draft_get_n_elements (draft, "forms/bm1", "rows");

  trinh_regime_draft_insert (draft, "forms/bm1", "rows", 1, json_from_string ("{ \"key\": \"99\", \"label\": \"Mới\", \"kind\": \"count\" }", NULL));
  g_assert_cmpuint (trinh_regime_draft_get_n_elements (draft, "forms/bm1", "rows"), ==, n_rows + 1);
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "forms/bm1", "rows", 1, "key"), ==, "99");
  assert_right (draft);
  trinh_regime_draft_move (draft, "forms/bm1", "rows", 1, n_rows);
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "forms/bm1", "rows", n_rows, "key"), ==, "99");
  trinh_regime_draft_move (draft, "forms/bm1", "rows", n_rows, 0);
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "forms/bm1", "rows", 0, "key"), ==, "99");
  trinh_regime_draft_remove (draft, "forms/bm1", "rows", 0);
  g_assert_cmpuint (trinh_regime_draft_get_n_elements (draft, "forms/bm1", "rows"), ==, n_rows);
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "forms/bm1", "rows", 0, "key"), ==, "1");

  /* what is not there is left alone */
  trinh_regime_draft_remove (draft, "forms/bm1", "rows", 999);
  trinh_regime_draft_move (draft, "forms/bm1", "rows", 0, 999);
  g_assert_false (trinh_regime_draft_set_string (draft, "forms/none", "rows", 0, "label", "x", FALSE));
  g_assert_false (trinh_regime_draft_set_string (draft, "forms/bm1", "rows", 999, "label", "x", FALSE));
  g_assert_cmpuint (trinh_regime_draft_get_n_elements (draft, "forms/bm1", "rows"), ==, n_rows);
}

static void
test_role (void)
{
  g_autoptr (TrinhRegimeLibrary) library = NULL;
  g_autoptr (TrinhRegimeDraft) draft = open_base (&library);
  guint last = trinh_regime_draft_get_n_elements (draft, "outline", "items") - 1;
  guint place, whole = 1;

  while (trinh_regime_draft_get_item_size (draft, whole) == 1)
    whole++;
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "outline", "items", last, "role"), ==, "closing");
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "outline", "items", 0, "role"), ==, "opening");
  /* there is one already; one with sections below it is none */
  g_assert_false (trinh_regime_draft_set_item_role (draft, last, "opening", ""));
  g_assert_false (trinh_regime_draft_set_item_role (draft, 1, "heading", "MỤC"));
  g_assert_true (trinh_regime_draft_set_item_role (draft, last, "heading", "KẾT LUẬN"));
  g_assert_false (trinh_regime_draft_set_item_role (draft, whole, "closing", ""));
  g_assert_cmpint (json_object_get_int_member (trinh_regime_draft_get_element (draft, "outline", "items", last), "level"), ==, 1);
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "outline", "items", last, "title"), ==, "KẾT LUẬN");
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "outline", "items", last, "number"), !=, "");
  assert_right (draft);

  /* it goes where a closing stands, in one step */
  place = trinh_regime_draft_add_item (draft, 0, "MỞ ĐẦU");
  g_assert_true (trinh_regime_draft_set_item_role (draft, place, "closing", ""));
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "outline", "items", last + 1, "role"), ==, "closing");
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "outline", "items", last + 1, "title"), ==, "");
  assert_right (draft);
  trinh_regime_draft_undo (draft);
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "outline", "items", place, "title"), ==, "MỞ ĐẦU");
}

static void
test_outline (void)
{
  g_autoptr (TrinhRegimeLibrary) library = NULL;
  g_autoptr (TrinhRegimeDraft) draft = open_base (&library);
  guint n_items = trinh_regime_draft_get_n_elements (draft, "outline", "items");
  guint place, moved;

  /* the opening stands first: a section behind it is of the first level */
  place = trinh_regime_draft_add_item (draft, 0, "MỞ ĐẦU");
  g_assert_cmpuint (place, ==, 1);
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "outline", "items", 1, "number"), ==, "I");
  assert_right (draft);
  g_assert_true (trinh_regime_draft_move_item (draft, 1, 1, &moved));
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "outline", "items", moved, "title"), ==, "MỞ ĐẦU");
  g_assert_cmpuint (moved, ==, 1 + trinh_regime_draft_get_item_size (draft, 1));
  g_assert_true (trinh_regime_draft_indent_item (draft, moved, 1));
  assert_right (draft);
  g_assert_false (trinh_regime_draft_indent_item (draft, 1, 1));
  g_assert_false (trinh_regime_draft_move_item (draft, 1, -1, NULL));
  g_assert_true (trinh_regime_draft_indent_item (draft, moved, -1));
  g_assert_true (trinh_regime_draft_move_item (draft, moved, -1, &moved));
  g_assert_cmpuint (moved, ==, 1);
  trinh_regime_draft_renumber (draft);
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "outline", "items", 1, "number"), ==, "I");
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "outline", "items", 2, "number"), ==, "II");
  trinh_regime_draft_remove_item (draft, 1);
  g_assert_cmpuint (trinh_regime_draft_get_n_elements (draft, "outline", "items"), ==, n_items);

  /* behind the closing nothing goes; with a section goes what is below it */
  place = trinh_regime_draft_add_item (draft, n_items - 1, "CUỐI");
  g_assert_cmpuint (place, ==, n_items - 1);
  assert_right (draft);
  moved = trinh_regime_draft_get_item_size (draft, 1);
  trinh_regime_draft_remove_item (draft, 1);
  g_assert_cmpuint (trinh_regime_draft_get_n_elements (draft, "outline", "items"), ==, n_items + 1 - moved);
  assert_right (draft);
}

static void
test_forms (void)
{
  g_autoptr (TrinhRegimeLibrary) library = NULL;
  g_autoptr (TrinhRegimeDraft) draft = open_base (&library);
  g_auto (GStrv) forms = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (trinh_regime_draft_add_empty_form (draft, "tiep-dan", "Biểu mẫu 8", "Tiếp công dân", &error));
  g_assert_no_error (error);
  assert_right (draft);
  g_assert_false (trinh_regime_draft_add_empty_form (draft, "tiep-dan", "Biểu mẫu 8", "Tiếp công dân", &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_DUPLICATE);
  g_clear_error (&error);
  g_assert_false (trinh_regime_draft_add_empty_form (draft, "../x", "", "", &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_SYNTAX);

  g_assert_true (trinh_regime_draft_move_form (draft, "tiep-dan", -1));
  g_assert_false (trinh_regime_draft_move_form (draft, "bm1", -1));
  forms = trinh_regime_draft_list_forms (draft);
  g_assert_cmpstr (forms[6], ==, "tiep-dan");
  g_assert_cmpstr (forms[7], ==, "bm7");
  trinh_regime_draft_remove_form (draft, "tiep-dan");
  assert_right (draft);

  /* rules that name a form that is gone are problems, with their place */
  trinh_regime_draft_remove_form (draft, "bm5");
  assert_problem (draft, "regime", "rules", 0, "bm5:1.1");
  g_assert_true (trinh_regime_draft_undo (draft));
  assert_right (draft);
}

static void
test_rename_row (void)
{
  g_autoptr (TrinhRegimeLibrary) library = NULL;
  g_autoptr (TrinhRegimeDraft) draft = open_base (&library);
  guint index = 0;

  while (!g_str_equal (trinh_regime_draft_get_string (draft, "forms/bm4", "rows", index, "key"), "2.2"))
    index++;
  trinh_regime_draft_rename_row (draft, "bm4", index, "2.9");
  assert_right (draft);
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "regime", "rules", 0, "expression"), ==, "[bm4:2.9] = [bm5:1.1]");
  g_assert_nonnull (strstr (trinh_regime_draft_get_string (draft, "regime", "rules", 0, "message"), "{bm4:2.9}"));
  g_assert_true (trinh_regime_draft_undo (draft));
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "regime", "rules", 0, "expression"), ==, "[bm4:2.2] = [bm5:1.1]");
}

/* A column takes its name along into groups, rules, formulas and sentences; without it its group goes. */
static void
test_columns (void)
{
  g_autoptr (TrinhRegimeLibrary) library = NULL;
  g_autoptr (TrinhRegimeDraft) draft = open_base (&library);
  const char *form = "forms/bm1";

  trinh_regime_draft_insert (draft, form, "columns", 1, json_from_string ("{ \"id\": \"online\", \"title\": \"Trực tuyến\" }", NULL));
  trinh_regime_draft_insert (draft, form, "groups", 0, json_from_string ("{ \"title\": \"Nhóm\", \"columns\": [\"online\"] }", NULL));
  trinh_regime_draft_insert (draft, form, "rules", 0, json_from_string ("{ \"id\": \"x-1\", \"expression\": \"[2.1@online] <= [bm1:2.1] and [bm1:2.2@online] >= 0 and [2.1] >= 0\", \"missing\": \"skip-if-any\", \"severity\": \"info\", \"message\": \"{2.1@online} @online\" }", NULL));
  trinh_regime_draft_insert (draft, form, "rules", 1, json_from_string ("{ \"id\": \"x-2\", \"expression\": \"[@online] <= 99\", \"missing\": \"skip-if-any\", \"severity\": \"info\" }", NULL));
  trinh_regime_draft_insert (draft, "regime", "rules", 0, json_from_string ("{ \"id\": \"x-3\", \"expression\": \"[bm1:2.1@online] >= 0\", \"missing\": \"skip-if-any\", \"severity\": \"info\" }", NULL));
  trinh_regime_draft_set_string (draft, "outline", "items", 1, "template", "Có {{bm1:2.1@online|words}} việc.", FALSE);
  assert_right (draft);

  trinh_regime_draft_rename_column (draft, "bm1", 1, "truc-tuyen");
  assert_right (draft);
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, form, "rules", 0, "expression"), ==, "[2.1@truc-tuyen] <= [bm1:2.1] and [bm1:2.2@truc-tuyen] >= 0 and [2.1] >= 0");
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, form, "rules", 0, "message"), ==, "{2.1@truc-tuyen} @online");
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, form, "rules", 1, "expression"), ==, "[@truc-tuyen] <= 99");
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "regime", "rules", 0, "expression"), ==, "[bm1:2.1@truc-tuyen] >= 0");
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, "outline", "items", 1, "template"), ==, "Có {{bm1:2.1@truc-tuyen|words}} việc.");
  g_assert_true (trinh_regime_draft_undo (draft));
  g_assert_cmpstr (trinh_regime_draft_get_string (draft, form, "columns", 1, "id"), ==, "online");

  trinh_regime_draft_remove_column (draft, "bm1", 1);
  for (guint i = 0; i < trinh_regime_draft_get_n_elements (draft, form, "groups"); i++)
    g_assert_cmpstr (trinh_regime_draft_get_string (draft, form, "groups", i, "title"), !=, "Nhóm");
  assert_problem (draft, form, "rules", 1, "online");
  trinh_regime_draft_remove_column (draft, "bm1", 99);
}

static void
test_problems (void)
{
  g_autoptr (TrinhRegimeLibrary) library = NULL;
  g_autoptr (TrinhRegimeDraft) draft = open_base (&library);

  trinh_regime_draft_set_string (draft, "forms/bm2", "rows", 1, "kind", "number", FALSE);
  assert_problem (draft, "forms/bm2", "rows", 1, "number");
  g_assert_true (trinh_regime_draft_undo (draft));
  trinh_regime_draft_set_string (draft, "regime", "rules", 2, "expression", "[bm1:1] <=", FALSE);
  assert_problem (draft, "regime", "rules", 2, "expression");
  g_assert_true (trinh_regime_draft_undo (draft));
  trinh_regime_draft_set_string (draft, "outline", "items", 3, "title", "", FALSE);
  assert_problem (draft, "outline", "items", 3, "title");
  g_assert_true (trinh_regime_draft_undo (draft));
  trinh_regime_draft_set_string (draft, "regime", NULL, 0, "version", "", TRUE);
  assert_problem (draft, "regime", NULL, 0, "version");
}

static void
test_expression (void)
{
  static const struct
  {
    const char *form;
    const char *text;
    gboolean condition;
    gboolean right;
    guint place;
  } cases[] = {
    { "bm1", "[2.2] <= [2.1]", TRUE, TRUE, G_MAXUINT },
    { "bm1", "percent([2.2], [2.1])", FALSE, TRUE, G_MAXUINT },
    { NULL, "[bm1:2.1] >= 0 and [dossiers.received] > 0", TRUE, TRUE, G_MAXUINT },
    { "bm1", "[2.2] <=", TRUE, FALSE, 8 },
    { "bm1", "[2.2]", TRUE, FALSE, G_MAXUINT },
    { "bm1", "[2.2] = 1", FALSE, FALSE, G_MAXUINT },
    { "bm1", "[2.1] + [9.9]", FALSE, FALSE, 9 },
    { NULL, "[bm9:1] > 0", TRUE, FALSE, 1 },
    { NULL, "[no.such] > 0", TRUE, FALSE, 1 },
    { NULL, "", TRUE, FALSE, 0 },
  };
  g_autoptr (TrinhRegimeLibrary) library = NULL;
  g_autoptr (TrinhRegimeDraft) draft = open_base (&library);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      guint place = 77;
      gboolean right = trinh_regime_draft_check_expression (draft, cases[i].form, cases[i].text, cases[i].condition, &place, &error);

      g_test_message ("%s: %s", cases[i].text, error != NULL ? error->message : "right");
      g_assert_cmpint (right, ==, cases[i].right);
      g_assert_cmpuint (place, ==, cases[i].place);
      g_assert_true ((error == NULL) == right);
    }
}

static void
test_bundle (void)
{
  g_autoptr (TrinhRegimeLibrary) library = NULL;
  g_autoptr (TrinhRegimeDraft) draft = open_base (&library);
  g_autoptr (GBytes) bytes = trinh_regime_draft_to_bytes (draft);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhRegimeDraft) back = trinh_regime_draft_new_from_bytes (bytes, "che-do.json", &error);
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  again = trinh_regime_draft_to_bytes (back);
  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_true (trinh_regime_draft_get_modified (back));
}

static void
test_bad_bundle (void)
{
  static const char *const bad[] = {
    "",
    "[]",
    "{ }",
    "{ \"format\": \"trinhky-regime/1\" }",
    "{ \"format\": 1 }",
    "{ \"format\": \"trinhky-regime-bundle/1\" }",
    "{ \"format\": \"trinhky-regime-bundle/1\", \"regime\": [], \"outline\": {}, \"forms\": [] }",
    "{ \"format\": \"trinhky-regime-bundle/1\", \"regime\": {}, \"outline\": {}, \"forms\": {} }",
    "{ \"format\": \"trinhky-regime-bundle/1\", \"regime\": {}, \"outline\": {}, \"forms\": [ 1 ] }",
    "{ \"format\": \"trinhky-regime-bundle/1\", \"regime\": {}, \"outline\": {}, \"forms\": [ { \"id\": \"a\" }, { \"id\": \"a\" } ] }",
    "{ \"format\": \"trinhky-regime-bundle/1\", \"regime\": {}, \"outline\": {}, \"forms\": [], \"more\": 1 }",
    "{ \"format\": \"trinhky-regime-bundle/1\", \"regime\": { \"forms\": [ 1, {} ] }, \"outline\": { \"items\": 3 }, \"forms\": [] }",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (bad[i], strlen (bad[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (trinh_regime_draft_new_from_bytes (bytes, "bad.json", &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, "bad.json"));
    }
}

static void
test_make_id (void)
{
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);
  g_autofree char *plain = trinh_regime_library_make_id (library, "Báo cáo quý của xã Bình Lãng (Đường 5)");
  g_autofree char *taken = trinh_regime_library_make_id (library, "Biểu mẫu 2022");
  g_autofree char *odd = trinh_regime_library_make_id (library, "  … 2022");

  g_assert_cmpstr (plain, ==, "bao-cao-quy-cua-xa-binh-lang-duong-5");
  g_assert_cmpstr (taken, ==, "bieu-mau-2022-2");
  g_assert_true (g_ascii_isalpha (odd[0]));
}

static void
test_save (void)
{
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);
  g_autoptr (TrinhRegimeLibrary) other = NULL;
  g_autoptr (TrinhRegimeDraft) draft = make_own (library, "cua-xa");
  g_autoptr (TrinhRegimeDraft) shipped = trinh_regime_draft_new (library, BASE, NULL);
  g_autoptr (TrinhRegime) regime = NULL;
  g_autoptr (TrinhForm) form = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (trinh_regime_draft_get_modified (draft));
  trinh_regime_draft_set_string (draft, "forms/bm1", "rows", 0, "label", "Nhãn của xã", FALSE);
  g_assert_true (trinh_regime_draft_save (draft, library, &error));
  g_assert_no_error (error);
  g_assert_false (trinh_regime_draft_get_modified (draft));
  g_assert_true (trinh_regime_library_is_own (library, "cua-xa"));
  g_assert_false (trinh_regime_library_is_own (library, BASE));

  /* another program finds it; the shipped regime has its own form still */
  other = trinh_regime_library_new (NULL);
  regime = trinh_regime_library_load (other, "cua-xa", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (trinh_form_row_get_label (trinh_form_get_row (trinh_regime_find_form (regime, "bm1"), 0)), ==, "Nhãn của xã");
  form = trinh_regime_library_load_form (other, "bm1", &error);
  g_assert_cmpstr (trinh_form_row_get_label (trinh_form_get_row (form, 0)), !=, "Nhãn của xã");

  /* a shipped regime is not written over, nor is anything saved that is wrong */
  trinh_regime_draft_set_string (shipped, "regime", NULL, 0, "title", "Khác", FALSE);
  g_assert_false (trinh_regime_draft_save (shipped, library, &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_STATE);
  g_clear_error (&error);
  trinh_regime_draft_set_string (draft, "forms/bm1", "rows", 0, "key", "", TRUE);
  g_assert_false (trinh_regime_draft_save (draft, library, &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_STATE);

  g_clear_error (&error);
  g_assert_true (trinh_regime_library_delete_own (library, "cua-xa", &error));
  g_assert_null (trinh_regime_library_load (library, "cua-xa", &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN);
}

static TrinhReport *
reread (TrinhRegimeLibrary *library,
        TrinhReport *report)
{
  g_autoptr (GBytes) bytes = trinh_report_to_bytes (report);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhJsonDocument) document = trinh_json_document_parse (bytes, "report", &error);
  TrinhReport *back = trinh_report_load (document, library, &error);

  g_assert_no_error (error);
  return back;
}

/* A report opens with the edition it was made with where that is kept, and says so where another is all there is. */
static void
test_editions (void)
{
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);
  g_autoptr (TrinhRegimeDraft) draft = make_own (library, "cua-phuong");
  g_autoptr (TrinhOffice) office = trinh_office_new_for_name ("UBND xã Bình Lãng");
  g_autoptr (TrinhRegime) first = NULL;
  g_autoptr (TrinhRegime) second = NULL;
  g_autoptr (TrinhReport) unkept = NULL;
  g_autoptr (TrinhReport) report = NULL;
  g_autoptr (TrinhReport) back = NULL;
  g_autoptr (TrinhReport) stray = NULL;
  g_autoptr (GError) error = NULL;
  TrinhPeriod period;

  g_assert_true (trinh_period_parse ("2022-H1", &period, NULL));
  g_assert_true (trinh_regime_draft_save (draft, library, &error));
  first = trinh_regime_library_load (library, "cua-phuong", &error);
  unkept = trinh_report_new (first, period, office);
  g_assert_null (trinh_report_get_other_version (unkept));

  /* nobody keeps it: the version stays, the edition is gone */
  trinh_regime_draft_set_string (draft, "regime", NULL, 0, "symbol", "BC-A", FALSE);
  g_assert_true (trinh_regime_draft_save (draft, library, &error));
  g_assert_cmpstr (trinh_regime_draft_get_version (draft), ==, "1");
  g_clear_object (&first);
  first = trinh_regime_library_load (library, "cua-phuong", &error);
  g_assert_cmpstr (trinh_regime_get_symbol (first), ==, "BC-A");
  stray = reread (library, unkept);
  g_assert_true (trinh_report_get_regime (stray) == first);
  g_assert_cmpstr (trinh_report_get_other_version (stray), ==, "1");

  /* kept: the next gets another version, and the report keeps its own */
  report = trinh_report_new (first, period, office);
  g_assert_true (trinh_regime_library_keep (library, first, &error));
  g_assert_true (trinh_regime_library_is_used (library, "cua-phuong"));
  trinh_regime_draft_set_string (draft, "regime", NULL, 0, "symbol", "BC-B", FALSE);
  g_assert_true (trinh_regime_draft_save (draft, library, &error));
  g_assert_cmpstr (trinh_regime_draft_get_version (draft), ==, "2");
  g_assert_false (trinh_regime_library_is_used (library, "cua-phuong"));
  second = trinh_regime_library_load (library, "cua-phuong", &error);
  g_assert_cmpstr (trinh_regime_get_symbol (second), ==, "BC-B");
  back = reread (library, report);
  g_assert_cmpstr (trinh_regime_get_symbol (trinh_report_get_regime (back)), ==, "BC-A");
  g_assert_null (trinh_report_get_other_version (back));

  /* even when the regime is deleted */
  g_assert_true (trinh_regime_library_delete_own (library, "cua-phuong", &error));
  g_clear_object (&back);
  back = reread (library, report);
  g_assert_cmpstr (trinh_regime_get_symbol (trinh_report_get_regime (back)), ==, "BC-A");
}

/* A shipped regime is kept too: another program may bring another one of its name. */
static void
test_keep_shipped (void)
{
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhRegime) regime = trinh_regime_library_load (library, BASE, &error);
  g_autofree char *folder = trinh_user_folder_get ();
  g_autofree char *path = g_build_filename (folder, "editions", trinh_regime_get_sha256 (regime), "forms", "bm7.json", NULL);

  g_assert_true (trinh_regime_library_keep (library, regime, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_true (trinh_regime_library_keep (library, regime, &error));
}

/* A checksum comes from a stranger's file. */
static void
test_bad_checksum (void)
{
  static const char *const bad[] = { "", "..", "../../own", "0", "ABCDEF", "zz" };
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TrinhRegime) regime = trinh_regime_library_load_edition (library, BASE, bad[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (trinh_regime_get_id (regime), ==, BASE);
      g_assert_null (trinh_regime_library_load_edition (library, "khong-co", bad[i], &error));
      g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN);
    }
}

static void
test_damaged_own (void)
{
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);
  g_autofree char *folder = trinh_user_folder_get ();
  g_autofree char *own = g_build_filename (folder, "own", NULL);
  g_autofree char *path = g_build_filename (own, "hong.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (own, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "{ \"format\": \"trinhky-own/1\", \"edition\": \"../x\" }", -1, NULL));
  g_assert_null (trinh_regime_library_load (library, "hong", &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_SYNTAX);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "{ \"format\": \"trinhky-own/1\", \"edition\": \"0000000000000000000000000000000000000000000000000000000000000000\" }", -1, NULL));
  g_assert_null (trinh_regime_library_load (library, "hong", &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING);
}

static void
test_trial (void)
{
  static const struct
  {
    const char *text;
    const char *target;
    TrinhTrialVerdict verdict;
    const char *result;
  } cases[] = {
    { "[2.2] <= [2.1]", NULL, TRINH_TRIAL_HOLDS, "" },
    { "[2.2] > [2.1]", NULL, TRINH_TRIAL_BROKEN, "" },
    { "percent([2.2], [2.1])", "bm1:2", TRINH_TRIAL_BROKEN, "42,4242" },
    { "[2.2] + [2.1]", "bm1:2", TRINH_TRIAL_BROKEN, "47" },
    { "63.6", "bm1:2", TRINH_TRIAL_HOLDS, "63,6" },
    { "previous([2.2]) <= [2.1]", NULL, TRINH_TRIAL_SILENT, "" },
  };
  g_autoptr (TrinhRegimeLibrary) library = trinh_regime_library_new (NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (trinh_data_folder_get (), "samples", "binh-lang-2022-h1.trinhky", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhReport) report = trinh_report_load_file (file, library, &error);
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (report);
  g_autofree char *filled = NULL;
  g_autofree char *result = NULL;
  TrinhTrialVerdict verdict;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_clear_pointer (&filled, g_free);
      g_clear_pointer (&result, g_free);
      g_assert_true (trinh_trial_run (evaluation, cases[i].text, "bm1", cases[i].target, TRINH_MISSING_SKIP_IF_ANY, &filled, &result, &verdict, &error));
      g_test_message ("%s: %s = %s", cases[i].text, filled, result);
      g_assert_cmpint (verdict, ==, cases[i].verdict);
      g_assert_cmpstr (result, ==, cases[i].result);
    }
  g_assert_cmpstr (filled, !=, "");
  g_assert_false (trinh_trial_run (evaluation, "[99] > 0", "bm1", NULL, TRINH_MISSING_ZERO, &filled, &result, &verdict, &error));
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/regime-draft/load", test_load);
  g_test_add_func ("/regime-draft/undo", test_undo);
  g_test_add_func ("/regime-draft/elements", test_elements);
  g_test_add_func ("/regime-draft/outline", test_outline);
  g_test_add_func ("/regime-draft/role", test_role);
  g_test_add_func ("/regime-draft/forms", test_forms);
  g_test_add_func ("/regime-draft/rename-row", test_rename_row);
  g_test_add_func ("/regime-draft/columns", test_columns);
  g_test_add_func ("/regime-draft/problems", test_problems);
  g_test_add_func ("/regime-draft/expression", test_expression);
  g_test_add_func ("/regime-draft/bundle", test_bundle);
  g_test_add_func ("/regime-draft/bad-bundle", test_bad_bundle);
  g_test_add_func ("/regime-draft/make-id", test_make_id);
  g_test_add_func ("/regime-draft/save", test_save);
  g_test_add_func ("/regime-draft/editions", test_editions);
  g_test_add_func ("/regime-draft/keep-shipped", test_keep_shipped);
  g_test_add_func ("/regime-draft/bad-checksum", test_bad_checksum);
  g_test_add_func ("/regime-draft/damaged-own", test_damaged_own);
  g_test_add_func ("/regime-draft/trial", test_trial);
  return g_test_run ();
}
