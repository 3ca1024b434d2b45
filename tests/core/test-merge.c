/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "report-fixture.h"
#include "trinh-edit-private.h"
#include "trinh-merge-private.h"
#include "trinh-merge-text-private.h"

typedef struct
{
  TrinhRegimeLibrary *library;
  TrinhReport *base;
  TrinhReport *ours;
  TrinhReport *theirs;
} Fixture;

static TrinhReport *
copy_report (Fixture *fixture,
             TrinhReport *report)
{
  g_autoptr (GBytes) bytes = trinh_report_to_bytes (report);
  g_autoptr (TrinhJsonDocument) document = trinh_json_document_parse (bytes, "copy", NULL);
  g_autoptr (GError) error = NULL;
  TrinhReport *copy = trinh_report_load (document, fixture->library, &error);

  g_assert_no_error (error);
  return copy;
}

static void
split (Fixture *fixture)
{
  g_clear_object (&fixture->ours);
  g_clear_object (&fixture->theirs);
  fixture->ours = copy_report (fixture, fixture->base);
  fixture->theirs = copy_report (fixture, fixture->base);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->library = fixture_library ();
  fixture->base = fixture_new (fixture->library, "2022-H1");
  fixture_set_all (fixture->base, "1=20 1.1=14 1.2=6 11=9");
  fixture_set_text (fixture->base, "s2", "một\nhai\nba");
  split (fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->base);
  g_assert_finalize_object (fixture->ours);
  g_assert_finalize_object (fixture->theirs);
  g_object_unref (fixture->library);
}

static TrinhMerge *
merge (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TrinhMerge *result = trinh_merge_new (fixture->base, fixture->ours, fixture->theirs, &error);

  g_assert_no_error (error);
  return result;
}

static void
take (Fixture *fixture,
      TrinhMerge *result)
{
  fixture_apply (fixture->ours, trinh_merge_make_edit (result, "2022-06-01T08:00:00+07:00"));
}

/* Everything that merges is taken; how many conflicts there were */
static guint
bring_in (Fixture *fixture)
{
  g_autoptr (TrinhMerge) result = merge (fixture);

  take (fixture, result);
  return trinh_merge_count_conflicts (result);
}

static const char *
get_text (TrinhReport *report,
          const char *address)
{
  const char *text = trinh_value_get_text (trinh_report_get_value (report, address));

  return text != NULL ? text : "";
}

static void
set_member (TrinhReport *report,
            const char *name,
            const char *json)
{
  TrinhEdit *edit = trinh_edit_new (name);
  g_autoptr (JsonNode) node = fixture_json (json);

  trinh_edit_set_member (edit, name, node);
  fixture_apply (report, edit);
}

static char *
get_member (TrinhReport *report,
            const char *name)
{
  JsonNode *node = trinh_report_get_member (report, name);

  return node != NULL ? trinh_json_to_line (node) : g_strdup ("");
}

/* (transfer full): the first conflict */
static TrinhMergeItem *
get_first (TrinhMerge *result)
{
  TrinhMergeItem *item = g_list_model_get_item (G_LIST_MODEL (result), 0);

  g_assert_nonnull (item);
  return item;
}

static void
test_text (void)
{
  const struct
  {
    const char *base, *ours, *theirs, *merged;
  } cases[] = {
    { "a\nb\nc", "a\nb\nc", "a\nB\nc", "a\nB\nc" },
    { "a\nb\nc", "A\nb\nc", "a\nb\nC", "A\nb\nC" },
    /* neighbours, each changed by one side */
    { "a\nb", "A\nb", "a\nB", "A\nB" },
    { "a\nb", "a\nB", "A\nb", "A\nB" },
    /* the same paragraph */
    { "a\nb\nc", "a\nX\nc", "a\nY\nc", NULL },
    { "a\nb\nc", "a\nX\nc", "a\nX\nc", "a\nX\nc" },
    /* one took away what the other changed */
    { "a\nb\nc", "a\nc", "a\nB\nc", NULL },
    { "a\nb\nc", "a\nc", "a\nb\nC", "a\nC" },
    /* put in at one place, and at two */
    { "a", "a\nx", "a\ny", NULL },
    { "a", "x\na", "a\ny", "x\na\ny" },
    { "", "x", "", "x" },
    { "", "x", "y", NULL },
    { "a\nb\nc\nd", "b\nc\nd", "a\nb\nc", "b\nc" },
    { "a\na\na", "a\na", "a\na\na\nz", "a\na\nz" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *merged = _trinh_merge_text (cases[i].base, cases[i].ours, cases[i].theirs);
      g_autofree char *turned = _trinh_merge_text (cases[i].base, cases[i].theirs, cases[i].ours);

      g_assert_cmpstr (merged, ==, cases[i].merged);
      g_assert_cmpstr (turned, ==, cases[i].merged);
    }
}

/* One cell in three states: what comes of it */
static void
test_values (Fixture *fixture,
             gconstpointer data)
{
  const struct
  {
    const char *ours, *theirs, *merged;
    guint conflicts;
  } cases[] = {
    { "14", "14", "14", 0 },
    { "14", "15", "15", 0 },
    { "15", "14", "15", 0 },
    { "15", "15", "15", 0 },
    { "15", "16", "15", 1 },
    { NULL, "14", "", 0 },
    { "14", NULL, "", 0 },
    { NULL, "15", "", 1 },
    { "15", NULL, "15", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      split (fixture);
      fixture_set (fixture->ours, "k1:1.1", cases[i].ours);
      fixture_set (fixture->theirs, "k1:1.1", cases[i].theirs);
      g_assert_cmpuint (bring_in (fixture), ==, cases[i].conflicts);
      g_assert_cmpstr (get_text (fixture->ours, "k1:1.1"), ==, cases[i].merged);
    }
}

/* Value, note and mark of one cell, each changed by another */
static void
test_facets (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (TrinhValue) noted = trinh_value_new_full ("14", TRINH_BLANK_NO_REASON, "xem lại", FALSE, TRINH_ORIGIN_ENTERED);
  g_autoptr (TrinhValue) blank = trinh_value_new_full (NULL, TRINH_BLANK_NONE_OCCURRED, "", FALSE, TRINH_ORIGIN_ENTERED);
  g_autoptr (TrinhValue) marked = trinh_value_new_full ("15", TRINH_BLANK_NO_REASON, "", TRUE, TRINH_ORIGIN_ENTERED);

  fixture_apply (fixture->ours, trinh_edit_new_value ("note", "k1:1.1", noted));
  fixture_apply (fixture->theirs, trinh_edit_new_value ("value", "k1:1.1", marked));
  fixture_apply (fixture->theirs, trinh_edit_new_value ("blank", "k1:1.2", blank));
  g_assert_cmpuint (bring_in (fixture), ==, 0);
  g_assert_cmpstr (get_text (fixture->ours, "k1:1.1"), ==, "15");
  g_assert_cmpstr (trinh_value_get_note (trinh_report_get_value (fixture->ours, "k1:1.1")), ==, "xem lại");
  g_assert_true (trinh_value_get_estimate (trinh_report_get_value (fixture->ours, "k1:1.1")));
  g_assert_cmpint (trinh_value_get_blank (trinh_report_get_value (fixture->ours, "k1:1.2")), ==, TRINH_BLANK_NONE_OCCURRED);
  g_assert_cmpstr (get_text (fixture->ours, "k1:1.2"), ==, "");
}

static void
test_choice (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (TrinhMerge) result = NULL;
  g_autoptr (TrinhMergeItem) item = NULL;

  fixture_set (fixture->ours, "k1:1.1", "15");
  fixture_set (fixture->theirs, "k1:1.1", "16");
  fixture_set (fixture->theirs, "k1:11", "10");
  result = merge (fixture);
  item = get_first (result);
  g_assert_true (trinh_merge_item_get_conflict (item));
  g_assert_cmpstr (trinh_merge_item_get_target (item), ==, "k1:1.1");
  g_assert_cmpstr (trinh_merge_item_get_base (item), ==, "14");
  g_assert_cmpstr (trinh_merge_item_get_ours (item), ==, "15");
  g_assert_cmpstr (trinh_merge_item_get_theirs (item), ==, "16");
  g_assert_cmpuint (trinh_merge_count_open (result), ==, 1);
  trinh_merge_item_set_choice (item, TRINH_MERGE_THEIRS);
  g_assert_cmpuint (trinh_merge_count_open (result), ==, 0);
  take (fixture, result);
  g_assert_cmpstr (get_text (fixture->ours, "k1:1.1"), ==, "16");
  g_assert_cmpstr (get_text (fixture->ours, "k1:11"), ==, "10");

  /* One step back, and it can be brought in again. */
  g_assert_true (trinh_report_undo (fixture->ours, NULL));
  g_assert_cmpstr (get_text (fixture->ours, "k1:1.1"), ==, "15");
  g_assert_cmpstr (get_text (fixture->ours, "k1:11"), ==, "9");
  g_assert_cmpuint (bring_in (fixture), ==, 1);
}

/* The same copy a second time: nothing, whatever was chosen the first time; a conflict left open is shown again. */
static void
test_twice (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (TrinhMerge) first = NULL;
  g_autoptr (TrinhMerge) second = NULL;
  g_autoptr (TrinhMerge) third = NULL;
  g_autoptr (TrinhMergeItem) item = NULL;
  g_autoptr (TrinhEdit) nothing = NULL;

  fixture_set (fixture->ours, "k1:1.1", "15");
  fixture_set (fixture->theirs, "k1:1.1", "16");
  first = merge (fixture);
  take (fixture, first);
  second = merge (fixture);
  g_assert_false (trinh_merge_get_known (second));
  g_assert_cmpuint (trinh_merge_count_open (second), ==, 1);
  item = get_first (second);
  trinh_merge_item_set_choice (item, TRINH_MERGE_OURS);
  take (fixture, second);
  third = merge (fixture);
  g_assert_true (trinh_merge_get_known (third));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (third)), ==, 0);
  nothing = trinh_merge_make_edit (third, NULL);
  g_assert_cmpuint (trinh_edit_get_n_changes (nothing), ==, 0);
}

/* Nobody knows where the copies come from: only what is equal, or blank on one side. */
static void
test_without_base (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhMerge) result = NULL;

  fixture_set (fixture->ours, "k1:1.1", NULL);
  fixture_set (fixture->theirs, "k1:1.2", NULL);
  fixture_set (fixture->theirs, "k1:11", "10");
  set_member (fixture->ours, "documents", "[{\"id\":\"d1\",\"kind\":\"KH\"}]");
  set_member (fixture->theirs, "documents", "[{\"id\":\"d1\",\"kind\":\"KH\",\"number\":\"5\"},{\"id\":\"d2\",\"kind\":\"QĐ\"}]");
  result = trinh_merge_new (NULL, fixture->ours, fixture->theirs, &error);
  g_assert_no_error (error);
  g_assert_false (trinh_merge_get_has_base (result));
  g_assert_cmpuint (trinh_merge_count_conflicts (result), ==, 1);
  take (fixture, result);
  g_assert_cmpstr (get_text (fixture->ours, "k1:1.1"), ==, "14");
  g_assert_cmpstr (get_text (fixture->ours, "k1:1.2"), ==, "6");
  g_assert_cmpstr (get_text (fixture->ours, "k1:11"), ==, "9");
  {
    g_autofree char *documents = get_member (fixture->ours, "documents");

    g_assert_cmpstr (documents, ==, "[{\"id\":\"d1\",\"kind\":\"KH\",\"number\":\"5\"},{\"id\":\"d2\",\"kind\":\"QĐ\"}]");
  }
}

static void
test_sections (Fixture *fixture,
               gconstpointer data)
{
  fixture_set_text (fixture->ours, "s2", "MỘT\nhai\nba");
  fixture_set_text (fixture->theirs, "s2", "một\nhai\nba\nbốn");
  fixture_set_text (fixture->theirs, "s3", "mới");
  g_assert_cmpuint (bring_in (fixture), ==, 0);
  g_assert_cmpstr (trinh_section_get_text (trinh_report_find_section (fixture->ours, "s2")), ==, "MỘT\nhai\nba\nbốn");
  g_assert_cmpstr (trinh_section_get_text (trinh_report_find_section (fixture->ours, "s3")), ==, "mới");

  split (fixture);
  fixture_set_text (fixture->ours, "s2", "một\nHAI\nba");
  fixture_set_text (fixture->theirs, "s2", "một\nhai rưỡi\nba");
  g_assert_cmpuint (bring_in (fixture), ==, 1);
  g_assert_cmpstr (trinh_section_get_text (trinh_report_find_section (fixture->ours, "s2")), ==, "một\nHAI\nba");
}

static void
add_section (TrinhReport *report,
             const char *id,
             int position)
{
  g_autoptr (TrinhSection) section = trinh_section_new (id, "", "", id, "thêm", FALSE);
  g_autoptr (JsonNode) node = trinh_section_to_json (section);
  TrinhEdit *edit = trinh_edit_new ("section");

  json_object_set_int_member (json_node_get_object (node), TRINH_EDIT_POSITION, position);
  _trinh_edit_put (edit, TRINH_CHANGE_SECTION, id, g_steal_pointer (&node));
  fixture_apply (report, edit);
}

static void
remove_section (TrinhReport *report,
                const char *id)
{
  TrinhEdit *edit = trinh_edit_new ("section");

  _trinh_edit_put (edit, TRINH_CHANGE_SECTION, id, NULL);
  fixture_apply (report, edit);
}

static char *
get_order (TrinhReport *report)
{
  GListModel *sections = trinh_report_get_sections (report);
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (TrinhSection) section = g_list_model_get_item (sections, i);

      g_string_append_printf (order, "%s%s", i > 0 ? " " : "", trinh_section_get_id (section));
    }
  return g_string_free_and_steal (order);
}

/* What theirs has new stands where it stands there, whatever its name; what ours has new or without stays so. */
static void
test_section_order (Fixture *fixture,
                    gconstpointer data)
{
  g_autofree char *before = get_order (fixture->ours);
  g_autofree char *order = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *ours = NULL;

  g_assert_cmpstr (before, ==, "s1 s2 s3");
  add_section (fixture->theirs, "z", 1);
  add_section (fixture->theirs, "a", 2);
  add_section (fixture->theirs, "m", 5);
  add_section (fixture->ours, "o", 0);
  remove_section (fixture->theirs, "s2");
  ours = get_order (fixture->ours);
  g_assert_cmpuint (bring_in (fixture), ==, 0);
  order = get_order (fixture->ours);
  g_assert_cmpstr (order, ==, "o s1 z a s3 m");
  g_assert_true (trinh_report_undo (fixture->ours, NULL));
  undone = get_order (fixture->ours);
  g_assert_cmpstr (undone, ==, ours);
}

static JsonNode *
read_order (const char *words)
{
  g_auto (GStrv) names = g_strsplit (words, " ", -1);
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    json_array_add_string_element (array, names[i]);
  return json_node_init_array (json_node_alloc (), array);
}

/* Moves of both sides that do not meet come together; where both moved one to other places, or in a circle, none does. */
static void
test_moves (void)
{
  static const struct
  {
    const char *base;
    const char *ours;
    const char *theirs;
    const char *united; /* NULL: a conflict */
  } cases[] = {
    { "a b c d", "b a c d", "a b d c", "b a d c" },
    { "a b c d", "b c d a", "a b d c", "b d c a" },
    { "a b c d", "d a b c", "d a b c", "d a b c" },
    { "a b c d", "b a c d", "b a d c", "b a d c" },
    { "a b c d", "a b c d", "c a b d", "c a b d" },
    { "a b c d e f", "c a b d e f", "a b c f d e", "c a b f d e" },
    { "a b c d", "b c d a", "b a c d", NULL },
    { "a b c d", "b a c d", "a c b d", NULL },
    { "a b c d", "d c b a", "b a c d", NULL },
    { "a b c", "b c a", "c a b", NULL },
    { "a", "a", "a", "a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) base = read_order (cases[i].base);
      g_autoptr (JsonNode) ours = read_order (cases[i].ours);
      g_autoptr (JsonNode) theirs = read_order (cases[i].theirs);
      g_autoptr (JsonNode) united = _trinh_merge_unite_orders (base, ours, theirs);
      g_autoptr (JsonNode) mirrored = _trinh_merge_unite_orders (base, theirs, ours);
      g_autoptr (JsonNode) expected = cases[i].united != NULL ? read_order (cases[i].united) : NULL;

      g_test_message ("%s | %s | %s", cases[i].base, cases[i].ours, cases[i].theirs);
      g_assert_true ((united == NULL) == (expected == NULL));
      g_assert_true ((mirrored == NULL) == (expected == NULL));
      g_assert_true (expected == NULL || json_node_equal (united, expected));
      g_assert_true (expected == NULL || json_node_equal (mirrored, expected));
    }
}

static void
move_section (TrinhReport *report,
              const char *id,
              int position)
{
  JsonNode *node = trinh_section_to_json (trinh_report_find_section (report, id));
  TrinhEdit *edit = trinh_edit_new ("section");

  json_object_set_int_member (json_node_get_object (node), TRINH_EDIT_POSITION, position);
  _trinh_edit_put (edit, TRINH_CHANGE_SECTION, id, node);
  fixture_apply (report, edit);
}

static void
assert_order (TrinhReport *report,
              const char *expected)
{
  g_autofree char *order = get_order (report);

  g_assert_cmpstr (order, ==, expected);
}

/* s1 s2 s3 and two more */
static void
set_up_five (Fixture *fixture)
{
  add_section (fixture->base, "x", 3);
  add_section (fixture->base, "y", 4);
  split (fixture);
  assert_order (fixture->ours, "s1 s2 s3 x y");
}

/* A move, as an edit of its own: there, back and there again */
static void
test_section_moved (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;

  set_up_five (fixture);
  move_section (fixture->ours, "y", 1);
  assert_order (fixture->ours, "s1 y s2 s3 x");
  move_section (fixture->ours, "s1", 99);
  assert_order (fixture->ours, "y s2 s3 x s1");
  g_assert_true (trinh_report_undo (fixture->ours, NULL));
  assert_order (fixture->ours, "s1 y s2 s3 x");
  g_assert_true (trinh_report_undo (fixture->ours, NULL));
  assert_order (fixture->ours, "s1 s2 s3 x y");
  g_assert_true (trinh_report_redo (fixture->ours, NULL));
  g_assert_true (trinh_report_redo (fixture->ours, NULL));
  assert_order (fixture->ours, "y s2 s3 x s1");
  bytes = trinh_report_to_bytes (fixture->ours);
  g_assert_null (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "\"" TRINH_EDIT_POSITION "\""));
}

/* Theirs alone, or both without meeting: it comes in as one edit, with what else there is of the sections. */
static void
test_section_moves (Fixture *fixture,
                    gconstpointer data)
{
  set_up_five (fixture);
  move_section (fixture->theirs, "y", 0);
  move_section (fixture->theirs, "s1", 4);
  assert_order (fixture->theirs, "y s2 s3 x s1");
  g_assert_cmpuint (bring_in (fixture), ==, 0);
  assert_order (fixture->ours, "y s2 s3 x s1");
  g_assert_true (trinh_report_undo (fixture->ours, NULL));
  assert_order (fixture->ours, "s1 s2 s3 x y");

  split (fixture);
  move_section (fixture->ours, "s2", 0);
  add_section (fixture->ours, "o", 2);
  move_section (fixture->theirs, "y", 3);
  fixture_set_text (fixture->theirs, "y", "mới");
  add_section (fixture->theirs, "t", 5);
  remove_section (fixture->theirs, "s3");
  assert_order (fixture->ours, "s2 s1 o s3 x y");
  assert_order (fixture->theirs, "s1 s2 y x t");
  g_assert_cmpuint (bring_in (fixture), ==, 0);
  assert_order (fixture->ours, "s2 s1 o y x t");
  g_assert_cmpstr (trinh_section_get_text (trinh_report_find_section (fixture->ours, "y")), ==, "mới");
  g_assert_true (trinh_report_undo (fixture->ours, NULL));
  assert_order (fixture->ours, "s2 s1 o s3 x y");
  g_assert_cmpstr (trinh_section_get_text (trinh_report_find_section (fixture->ours, "y")), ==, "thêm");
  g_assert_true (trinh_report_redo (fixture->ours, NULL));
  assert_order (fixture->ours, "s2 s1 o y x t");
}

/* Both moved one: a single question with both orders beside each other, and ours stays until it is answered. */
static void
test_section_moves_meet (Fixture *fixture,
                         gconstpointer data)
{
  g_autoptr (TrinhMerge) result = NULL;
  TrinhMergeItem *item;

  set_up_five (fixture);
  move_section (fixture->ours, "x", 0);
  move_section (fixture->theirs, "x", 2);
  result = merge (fixture);
  g_assert_cmpuint (result->items->len, ==, 1);
  item = g_ptr_array_index (result->items, 0);
  g_assert_cmpint (trinh_merge_item_get_kind (item), ==, TRINH_MERGE_ORDER);
  g_assert_true (trinh_merge_item_get_conflict (item));
  g_assert_cmpstr (trinh_merge_item_get_target (item), ==, "sections");
  g_assert_cmpstr (trinh_merge_item_get_title (item), ==, "Order of the sections");
  g_assert_true (g_str_has_prefix (trinh_merge_item_get_ours (item), "x\n"));
  g_assert_nonnull (strstr (trinh_merge_item_get_theirs (item), "\nx\n"));
  /* What stands in the same place everywhere is left out. */
  g_assert_true (g_str_has_suffix (trinh_merge_item_get_base (item), "\nx\n…"));
  take (fixture, result);
  assert_order (fixture->ours, "x s1 s2 s3 y");
  trinh_merge_item_set_choice (item, TRINH_MERGE_THEIRS);
  take (fixture, result);
  assert_order (fixture->ours, "s1 s2 x s3 y");
  g_assert_true (trinh_report_undo (fixture->ours, NULL));
  assert_order (fixture->ours, "x s1 s2 s3 y");
}

/* Registers are united by id; an id that both gave is two entries, and what names theirs follows. */
static void
test_registers (Fixture *fixture,
                gconstpointer data)
{
  g_autofree char *documents = NULL;
  g_autofree char *comments = NULL;

  set_member (fixture->base, "documents", "[{\"id\":\"d1\",\"kind\":\"KH\",\"number\":\"5\"},{\"id\":\"d2\",\"kind\":\"CV\"}]");
  split (fixture);
  set_member (fixture->ours, "documents", "[{\"id\":\"d1\",\"kind\":\"KH\",\"number\":\"6\"},{\"id\":\"d3\",\"kind\":\"QĐ\"}]");
  set_member (fixture->theirs, "documents", "[{\"id\":\"d1\",\"kind\":\"KH\",\"number\":\"5\",\"symbol\":\"KH-UBND\"},{\"id\":\"d2\",\"kind\":\"CV\"},{\"id\":\"d3\",\"kind\":\"TB\"}]");
  fixture_set_text (fixture->theirs, "s3", "theo {{doc:d3}} và {{doc:d30}}");
  set_member (fixture->ours, "comments", "[{\"id\":\"c-a\",\"text\":\"a\",\"answers\":[]}]");
  set_member (fixture->theirs, "comments", "[{\"id\":\"c-b\",\"text\":\"b\"}]");
  g_assert_cmpuint (bring_in (fixture), ==, 0);
  documents = get_member (fixture->ours, "documents");
  g_assert_cmpstr (documents, ==, "[{\"id\":\"d1\",\"kind\":\"KH\",\"number\":\"6\",\"symbol\":\"KH-UBND\"},{\"id\":\"d3\",\"kind\":\"QĐ\"},{\"id\":\"d4\",\"kind\":\"TB\"}]");
  g_assert_cmpstr (trinh_section_get_text (trinh_report_find_section (fixture->ours, "s3")), ==, "theo {{doc:d4}} và {{doc:d30}}");
  comments = get_member (fixture->ours, "comments");
  g_assert_cmpstr (comments, ==, "[{\"id\":\"c-a\",\"text\":\"a\",\"answers\":[]},{\"id\":\"c-b\",\"text\":\"b\"}]");

  /* Without the mark that it was brought in: the twin is found. */
  set_member (fixture->ours, "merged", "[]");
  g_assert_cmpuint (bring_in (fixture), ==, 0);
  g_clear_pointer (&documents, g_free);
  documents = get_member (fixture->ours, "documents");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (trinh_report_get_member (fixture->ours, "documents"))), ==, 3);
}

/* Answers inside a remark are united too. */
static void
test_threads (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *comments = NULL;

  set_member (fixture->base, "comments", "[{\"id\":\"c\",\"answers\":[{\"id\":\"u-1\",\"text\":\"một\"}]}]");
  split (fixture);
  set_member (fixture->ours, "comments", "[{\"id\":\"c\",\"answers\":[{\"id\":\"u-1\",\"text\":\"một\"},{\"id\":\"u-2\",\"text\":\"hai\"}]}]");
  set_member (fixture->theirs, "comments", "[{\"id\":\"c\",\"answers\":[{\"id\":\"u-1\",\"text\":\"MỘT\"},{\"id\":\"u-3\",\"text\":\"ba\"}]}]");
  g_assert_cmpuint (bring_in (fixture), ==, 0);
  comments = get_member (fixture->ours, "comments");
  g_assert_cmpstr (comments, ==, "[{\"id\":\"c\",\"answers\":[{\"id\":\"u-1\",\"text\":\"MỘT\"},{\"id\":\"u-2\",\"text\":\"hai\"},{\"id\":\"u-3\",\"text\":\"ba\"}]}]");
}

static void
set_rows (TrinhReport *report,
          const char *keys)
{
  g_auto (GStrv) list = g_strsplit (keys, " ", -1);
  TrinhEdit *edit = trinh_edit_new ("rows");

  trinh_edit_set_rows (edit, "k3", (const char *const *) list);
  fixture_apply (report, edit);
}

static char *
get_rows (TrinhReport *report)
{
  return g_strjoinv (" ", (char **) trinh_report_get_rows (report, "k3"));
}

static const char *
list_address (TrinhReport *report,
              const char *key)
{
  TrinhForm *form = trinh_regime_find_form (trinh_report_get_regime (report), "k3");
  TrinhFormColumn *column = trinh_form_get_main_column (form);

  g_assert_nonnull (column);
  return trinh_address_build ("k3", key, NULL);
}

static void
test_rows (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *rows = NULL;

  set_rows (fixture->base, "r1 r2 r3");
  fixture_set (fixture->base, list_address (fixture->base, "r2"), "2");
  fixture_set (fixture->base, list_address (fixture->base, "r3"), "3");
  split (fixture);
  set_rows (fixture->ours, "r1 r2 r3 r4");
  fixture_set (fixture->ours, list_address (fixture->ours, "r4"), "44");
  set_rows (fixture->theirs, "r1 r4 r2");
  fixture_set (fixture->theirs, list_address (fixture->theirs, "r4"), "55");
  g_assert_cmpuint (bring_in (fixture), ==, 0);
  rows = get_rows (fixture->ours);
  g_assert_cmpstr (rows, ==, "r1 r5 r2 r4");
  g_assert_cmpstr (get_text (fixture->ours, list_address (fixture->ours, "r4")), ==, "44");
  g_assert_cmpstr (get_text (fixture->ours, list_address (fixture->ours, "r5")), ==, "55");

  /* They took a row away that we changed: it stays, and is shown. */
  split (fixture);
  set_rows (fixture->theirs, "r1 r3");
  fixture_set (fixture->ours, list_address (fixture->ours, "r2"), "22");
  g_assert_cmpuint (bring_in (fixture), ==, 1);
  g_assert_cmpstr (get_text (fixture->ours, list_address (fixture->ours, "r2")), ==, "22");

  split (fixture);
  set_rows (fixture->theirs, "r3 r1 r2");
  g_assert_cmpuint (bring_in (fixture), ==, 0);
  g_clear_pointer (&rows, g_free);
  rows = get_rows (fixture->ours);
  g_assert_cmpstr (rows, ==, "r3 r1 r2");
}

static void
test_header (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (TrinhMerge) result = NULL;
  g_autoptr (TrinhMergeItem) item = NULL;

  set_member (fixture->ours, "symbol", "\"A\"");
  set_member (fixture->theirs, "subject", "\"Khác\"");
  set_member (fixture->ours, "recipients", "[\"một\"]");
  set_member (fixture->theirs, "recipients", "[\"hai\"]");
  set_member (fixture->theirs, "x-own", "{\"a\":1}");
  result = merge (fixture);
  g_assert_cmpuint (trinh_merge_count_conflicts (result), ==, 1);
  item = get_first (result);
  g_assert_cmpstr (trinh_merge_item_get_target (item), ==, "recipients");
  take (fixture, result);
  g_assert_cmpstr (trinh_report_get_subject (fixture->ours), ==, "Khác");
  g_assert_cmpstr (trinh_report_get_symbol (fixture->ours), ==, "A");
  g_assert_cmpstr (trinh_report_get_recipients (fixture->ours)[0], ==, "một");
  g_assert_nonnull (trinh_report_get_member (fixture->ours, "x-own"));
}

/* A state comes in only with the content that it was given to. */
static void
test_states (Fixture *fixture,
             gconstpointer data)
{
  fixture_set_state (fixture->base, "submitted");
  split (fixture);
  fixture_set_state (fixture->theirs, "approved");
  g_assert_cmpuint (bring_in (fixture), ==, 0);
  g_assert_cmpint (trinh_report_get_state (fixture->ours), ==, TRINH_STATE_APPROVED);

  split (fixture);
  fixture_set (fixture->ours, "k1:1.1", "15");
  fixture_set_state (fixture->theirs, "approved");
  g_assert_cmpuint (bring_in (fixture), ==, 0);
  g_assert_cmpint (trinh_report_get_state (fixture->ours), ==, TRINH_STATE_DRAFT);
  g_assert_cmpstr (get_text (fixture->ours, "k1:1.1"), ==, "15");

  split (fixture);
  fixture_set_state (fixture->theirs, "returned");
  set_member (fixture->theirs, "comments", "[{\"id\":\"c\",\"text\":\"sửa\"}]");
  g_assert_cmpuint (bring_in (fixture), ==, 0);
  g_assert_cmpint (trinh_report_get_state (fixture->ours), ==, TRINH_STATE_RETURNED);

  /* Content that comes in makes what was submitted a draft. */
  split (fixture);
  fixture_set (fixture->theirs, "k1:1.1", "15");
  g_assert_cmpuint (bring_in (fixture), ==, 0);
  g_assert_cmpint (trinh_report_get_state (fixture->ours), ==, TRINH_STATE_DRAFT);
}

static void
test_signed (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhMerge) result = NULL;

  fixture_set_state (fixture->ours, "submitted");
  fixture_set_state (fixture->ours, "approved");
  fixture_set_state (fixture->ours, "signed");
  fixture_set (fixture->theirs, "k1:1.1", "15");
  result = trinh_merge_new (fixture->base, fixture->ours, fixture->theirs, &error);
  g_assert_null (result);
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_STATE);
}

static void
test_other_report (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (TrinhReport) other = fixture_new (fixture->library, "2022-H1");
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhMerge) result = trinh_merge_new (NULL, fixture->ours, other, &error);

  g_assert_null (result);
  g_assert_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_UNKNOWN);
}

/* A part that was taken away may come back yet: a new one is not taken for it. */
static void
test_part_ids (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (GHashTable) given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = trinh_report_part_make_id (fixture->ours);
      g_autoptr (TrinhReportPart) part = trinh_report_part_new (id, "K1", NULL, NULL, "Tài chính", NULL);
      g_autoptr (TrinhEdit) added = trinh_edit_new ("");
      g_autoptr (TrinhEdit) removed = trinh_edit_new ("");

      g_assert_true (g_str_has_prefix (id, "p1-"));
      g_assert_true (g_hash_table_add (given, g_strdup (id)));
      trinh_edit_set_part (added, fixture->ours, part);
      g_assert_true (trinh_report_apply (fixture->ours, added, NULL));
      trinh_edit_remove_part (removed, fixture->ours, id);
      g_assert_true (trinh_report_apply (fixture->ours, removed, NULL));
    }
}

/* The numbers of documents that either copy took out are known to both. */
static void
test_last_document (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (TrinhEdit) edit = NULL;
  g_autofree char *id = NULL;

  set_member (fixture->base, "documents", "[{\"id\":\"d1\"},{\"id\":\"d2\"}]");
  set_member (fixture->ours, "documents", "[{\"id\":\"d1\"},{\"id\":\"d2\"}]");
  set_member (fixture->theirs, "documents", "[{\"id\":\"d1\"},{\"id\":\"d2\"}]");
  edit = trinh_document_register_remove (fixture->theirs, "d2");
  g_assert_true (trinh_report_apply (fixture->theirs, edit, NULL));
  bring_in (fixture);
  id = trinh_document_register_dup_free_id (fixture->ours);
  g_assert_cmpstr (id, ==, "d3");
}

/* What a part brings from outside is listed, and not taken unless chosen. */
static void
test_part (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (TrinhMerge) result = NULL;
  g_autoptr (TrinhReportPart) part = NULL;

  set_member (fixture->base, "parts", "[{\"id\":\"p1\",\"title\":\"K1\",\"forms\":[\"k1\"],\"sections\":[\"s2\"],\"who\":\"Tài chính\",\"due\":null,\"sent\":\"2022-05-01\",\"returned\":null}]");
  split (fixture);
  set_member (fixture->theirs, "part", "\"p1\"");
  fixture_set (fixture->theirs, "k1:1.1", "15");
  fixture_set (fixture->theirs, "k2:1", "3");
  fixture_set_text (fixture->theirs, "s2", "của phần");
  fixture_set_text (fixture->theirs, "s3", "ngoài phần");
  result = merge (fixture);
  g_assert_cmpstr (trinh_merge_get_part (result), ==, "p1");
  g_assert_cmpuint (trinh_merge_count_outside (result), ==, 2);
  take (fixture, result);
  g_assert_cmpstr (get_text (fixture->ours, "k1:1.1"), ==, "15");
  g_assert_cmpstr (get_text (fixture->ours, "k2:1"), ==, "");
  g_assert_cmpstr (trinh_report_part_find_first_place (fixture->theirs), ==, "s2");
  g_assert_null (trinh_report_part_find_first_place (fixture->ours));
  g_assert_cmpstr (trinh_section_get_text (trinh_report_find_section (fixture->ours, "s2")), ==, "của phần");
  g_assert_cmpstr (trinh_section_get_text (trinh_report_find_section (fixture->ours, "s3")), !=, "ngoài phần");
  g_assert_null (trinh_report_part_get_own (fixture->ours));
  part = trinh_report_part_find (fixture->ours, "p1");
  g_assert_cmpint (trinh_report_part_get_state (part, 0), ==, TRINH_REPORT_PART_RETURNED);
}

/* What is due and not back is a warning until it is. */
static void
test_overdue (Fixture *fixture,
              gconstpointer data)
{
  const struct
  {
    const char *due, *returned;
    guint32 late;
    gboolean found;
  } cases[] = {
    { "\"2022-05-30\"", "null", 0, FALSE },
    { "\"2022-05-30\"", "null", 1, TRUE },
    { "\"2022-05-30\"", "\"2022-06-01\"", 1, FALSE },
    { "null", "null", 1, FALSE },
  };
  g_autoptr (TrinhEvaluation) evaluation = trinh_evaluation_new (fixture->ours);
  guint32 due = 0;

  g_assert_true (trinh_date_parse ("2022-05-30", &due));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf ("[{\"id\":\"p1\",\"title\":\"K1\",\"who\":\"A\",\"due\":%s,\"sent\":null,\"returned\":%s}]", cases[i].due, cases[i].returned);
      gboolean found = FALSE;

      trinh_evaluation_set_today (evaluation, due + cases[i].late);
      set_member (fixture->ours, "parts", json);
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (evaluation)); j++)
        {
          g_autoptr (TrinhFinding) finding = g_list_model_get_item (G_LIST_MODEL (evaluation), j);

          found = found || g_str_equal (trinh_finding_get_rule (finding), "part-overdue");
        }
      g_assert_cmpint (found, ==, cases[i].found);
    }
}

/* Seeded: a random edit of one of many things */
static void
edit_randomly (TrinhReport *report,
               GRand *rand,
               guint side,
               gboolean apart)
{
  static const char *const cells[] = { "k1:1", "k1:1.1", "k1:1.2", "k1:11", "k2:1" };
  g_autofree char *text = g_strdup_printf ("%d", g_rand_int_range (rand, 0, 100));
  g_autofree char *id = g_strdup_printf ("u%u-%d", side, g_rand_int_range (rand, 0, 1000000));
  g_autofree char *comments = NULL;
  int what = g_rand_int_range (rand, 0, 3);

  if (what == 0)
    fixture_set (report, cells[apart ? side + 2 * g_rand_int_range (rand, 0, 2) : (guint) g_rand_int_range (rand, 0, 5)], text);
  else if (what == 1)
    {
      TrinhSection *section = trinh_report_find_section (report, "s2");
      g_auto (GStrv) lines = g_strsplit (trinh_section_get_text (section), "\n", -1);
      guint at = apart ? side * 2 : (guint) g_rand_int_range (rand, 0, 3);
      g_autofree char *joined = NULL;

      g_set_str (&lines[at], text);
      joined = g_strjoinv ("\n", lines);
      fixture_set_text (report, "s2", joined);
    }
  else
    {
      comments = g_strdup_printf ("[{\"id\":\"%s\",\"text\":\"%s\"}]", id, text);
      set_member (report, apart ? side == 0 ? "comments" : "journal" : "comments", comments);
    }
}

static char *
describe (TrinhReport *report)
{
  g_autoptr (JsonNode) node = trinh_report_to_json (report);
  JsonObject *object = json_node_get_object (node);

  json_object_remove_member (object, "revision");
  json_object_remove_member (object, "merged");
  return trinh_json_to_line (node);
}

/* Where nothing is a conflict, it does not matter who brings in whom; what one side alone has is in the result. */
static void
test_commutes (Fixture *fixture,
               gconstpointer data)
{
  for (guint32 seed = 0; seed < 60; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (TrinhReport) ours = NULL;
      g_autoptr (TrinhReport) theirs = NULL;
      g_autofree char *one = NULL;
      g_autofree char *other = NULL;

      split (fixture);
      for (guint i = 0; i < 6; i++)
        edit_randomly (i % 2 == 0 ? fixture->ours : fixture->theirs, rand, i % 2, TRUE);
      ours = copy_report (fixture, fixture->ours);
      theirs = copy_report (fixture, fixture->theirs);
      g_assert_cmpuint (bring_in (fixture), ==, 0);
      one = describe (fixture->ours);
      g_set_object (&fixture->ours, theirs);
      g_set_object (&fixture->theirs, ours);
      g_assert_cmpuint (bring_in (fixture), ==, 0);
      other = describe (fixture->ours);
      g_assert_cmpstr (one, ==, other);
    }
}

/* Whatever both did: bringing in is one step that undoes wholly, and a second time adds nothing. */
static void
test_idempotent (Fixture *fixture,
                 gconstpointer data)
{
  for (guint32 seed = 0; seed < 60; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (1000 + seed);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *again = NULL;
      g_autofree char *undone = NULL;
      guint revision;

      split (fixture);
      for (guint i = 0; i < 8; i++)
        edit_randomly (i % 2 == 0 ? fixture->ours : fixture->theirs, rand, i % 2, FALSE);
      before = describe (fixture->ours);
      bring_in (fixture);
      after = describe (fixture->ours);
      revision = trinh_report_get_revision (fixture->ours);
      set_member (fixture->ours, "merged", "[]");
      bring_in (fixture);
      again = describe (fixture->ours);
      g_assert_cmpstr (after, ==, again);
      while (trinh_report_get_revision (fixture->ours) > revision && trinh_report_get_can_undo (fixture->ours))
        {
          g_assert_true (trinh_report_undo (fixture->ours, NULL));
          undone = (g_free (undone), describe (fixture->ours));
          if (g_str_equal (undone, before))
            break;
        }
      g_assert_cmpstr (undone, ==, before);
    }
}

#define ADD(path, test) g_test_add ("/core/merge/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/merge/text", test_text);
  ADD ("values", test_values);
  ADD ("facets", test_facets);
  ADD ("choice", test_choice);
  ADD ("twice", test_twice);
  ADD ("without-base", test_without_base);
  ADD ("sections", test_sections);
  ADD ("section-order", test_section_order);
  ADD ("section-moved", test_section_moved);
  ADD ("section-moves", test_section_moves);
  ADD ("section-moves-meet", test_section_moves_meet);
  g_test_add_func ("/core/merge/moves", test_moves);
  ADD ("registers", test_registers);
  ADD ("threads", test_threads);
  ADD ("rows", test_rows);
  ADD ("header", test_header);
  ADD ("states", test_states);
  ADD ("signed", test_signed);
  ADD ("other-report", test_other_report);
  ADD ("part", test_part);
  ADD ("part-ids", test_part_ids);
  ADD ("last-document", test_last_document);
  ADD ("overdue", test_overdue);
  ADD ("commutes", test_commutes);
  ADD ("idempotent", test_idempotent);

  return g_test_run ();
}
