/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "helper-work.h"
#include "trinh-text-cell.h"

/* Two cells side by side; the first takes what can be read as "ok". */
typedef struct
{
  HelperWork base;
  GtkWidget *box;
  TrinhTextCell *cell;
  TrinhTextCell *other;
  char *entered;
  guint n_entered;
} Fixture;

static char *
entered_cb (Fixture *fixture,
            const char *text)
{
  fixture->n_entered++;
  g_set_str (&fixture->entered, text);

  return strstr (text, "bad") != NULL ? g_strdup ("This is no number") : NULL;
}

static char *
edit_cb (void)
{
  return g_strdup ("63,6");
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  helper_work_set_up (&fixture->base, data);
  fixture->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  fixture->cell = TRINH_TEXT_CELL (trinh_text_cell_new (1.0f));
  fixture->other = TRINH_TEXT_CELL (trinh_text_cell_new (0.0f));
  gtk_box_append (GTK_BOX (fixture->box), GTK_WIDGET (fixture->cell));
  gtk_box_append (GTK_BOX (fixture->box), GTK_WIDGET (fixture->other));
  trinh_text_cell_set_text (fixture->cell, "63,6");
  g_signal_connect_swapped (fixture->cell, "entered", G_CALLBACK (entered_cb), fixture);
  g_signal_connect_swapped (fixture->cell, "edit", G_CALLBACK (edit_cb), fixture);
  helper_work_show (&fixture->base, fixture->box, 400, 200);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->cell));
  helper_settle ();
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gpointer cell = g_object_ref (fixture->cell);

  gtk_window_set_focus (fixture->base.window, NULL);
  gtk_box_remove (GTK_BOX (fixture->box), cell);
  helper_let_go (cell);
  helper_work_tear_down (&fixture->base, data);
  g_free (fixture->entered);
}

static GtkEditable *
get_entry (Fixture *fixture)
{
  GtkEditable *entry = helper_find (fixture->cell, GTK_TYPE_TEXT, 0);

  g_assert_nonnull (entry);

  return entry;
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (fixture->base.window);
}

static void
test_shown (Fixture *fixture,
            gconstpointer data)
{
  g_assert_true (helper_has_label (fixture->cell, "63,6"));
  trinh_text_cell_set_text (fixture->cell, NULL);
  g_assert_true (helper_has_label (fixture->cell, ""));
}

/* F2 begins with what is there; Enter enters it and goes down. */
static void
test_edit (Fixture *fixture,
           gconstpointer data)
{
  g_assert_true (helper_press (fixture->cell, GDK_KEY_F2, 0));
  g_assert_true (trinh_text_cell_get_editing (fixture->cell));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "63,6");

  gtk_editable_set_text (get_entry (fixture), "42,4");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  g_assert_false (trinh_text_cell_get_editing (fixture->cell));
  g_assert_cmpstr (fixture->entered, ==, "42,4");
  g_assert_cmpuint (fixture->n_entered, ==, 1);
  g_assert_cmpint (fixture->base.rows, ==, 1);
  g_assert_cmpint (fixture->base.columns, ==, 0);
}

static void
test_escape (Fixture *fixture,
             gconstpointer data)
{
  trinh_text_cell_start (fixture->cell);
  gtk_editable_set_text (get_entry (fixture), "7");
  g_assert_true (helper_press (get_entry (fixture), GDK_KEY_Escape, 0));

  g_assert_false (trinh_text_cell_get_editing (fixture->cell));
  g_assert_cmpuint (fixture->n_entered, ==, 0);
  g_assert_true (helper_has_label (fixture->cell, "63,6"));
  g_assert_true (get_focus (fixture) == GTK_WIDGET (fixture->cell));
}

static const struct
{
  guint key;
  GdkModifierType state;
  int rows;
  int columns;
} moves[] = {
  { GDK_KEY_Tab, 0, 0, 1 },
  { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, 0, -1 },
  { GDK_KEY_Down, 0, 1, 0 },
  { GDK_KEY_Up, 0, -1, 0 },
};

static void
test_moves (Fixture *fixture,
            gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      trinh_text_cell_start (fixture->cell);
      g_assert_true (helper_press (get_entry (fixture), moves[i].key, moves[i].state));
      g_assert_cmpint (fixture->base.rows, ==, moves[i].rows);
      g_assert_cmpint (fixture->base.columns, ==, moves[i].columns);
      g_assert_cmpuint (fixture->n_entered, ==, i + 1);
      g_assert_false (trinh_text_cell_get_editing (fixture->cell));
    }
}

/* What cannot be read stays open with what was typed, says why, and goes nowhere. */
static void
test_error (Fixture *fixture,
            gconstpointer data)
{
  trinh_text_cell_start (fixture->cell);
  gtk_editable_set_text (get_entry (fixture), "bad");
  g_signal_emit_by_name (get_entry (fixture), "activate");

  g_assert_true (trinh_text_cell_get_editing (fixture->cell));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "bad");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_entry (fixture)), "error"));
  g_assert_true (helper_has_label (fixture->cell, "This is no number"));
  g_assert_cmpuint (fixture->base.n_moves, ==, 0);
  g_assert_false (trinh_text_cell_commit (fixture->cell));

  gtk_editable_set_text (get_entry (fixture), "5");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (get_entry (fixture)), "error"));
  g_assert_true (trinh_text_cell_commit (fixture->cell));
  g_assert_cmpstr (fixture->entered, ==, "5");
}

/* Leaving enters, and the focus stays where the person put it. */
static void
test_leave (Fixture *fixture,
            gconstpointer data)
{
  trinh_text_cell_start (fixture->cell);
  gtk_editable_set_text (get_entry (fixture), "8");
  helper_settle ();
  gtk_widget_grab_focus (GTK_WIDGET (fixture->other));
  helper_settle ();

  g_assert_cmpstr (fixture->entered, ==, "8");
  g_assert_cmpuint (fixture->n_entered, ==, 1);
  g_assert_false (trinh_text_cell_get_editing (fixture->cell));
  g_assert_true (get_focus (fixture) == GTK_WIDGET (fixture->other));
}

/* Undo while typing is the text's; the report's history is not touched by it. */
static void
test_undo (Fixture *fixture,
           gconstpointer data)
{
  trinh_text_cell_start (fixture->cell);
  g_assert_true (helper_press (get_entry (fixture), GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_true (helper_press (get_entry (fixture), GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_true (helper_press (get_entry (fixture), GDK_KEY_y, GDK_CONTROL_MASK));
  g_assert_true (trinh_text_cell_get_editing (fixture->cell));
  g_assert_cmpuint (fixture->n_entered, ==, 0);
}

static void
test_delete (Fixture *fixture,
             gconstpointer data)
{
  g_assert_true (helper_press (fixture->cell, GDK_KEY_Delete, 0));
  g_assert_cmpstr (fixture->entered, ==, "");
  g_assert_cmpuint (fixture->n_entered, ==, 1);
  g_assert_false (trinh_text_cell_get_editing (fixture->cell));
  g_assert_true (helper_press (fixture->cell, GDK_KEY_Return, GDK_SHIFT_MASK));
  g_assert_cmpint (fixture->base.rows, ==, -1);
  g_assert_false (helper_press (fixture->cell, GDK_KEY_c, GDK_CONTROL_MASK));
}

static gboolean
is_typed (gpointer user_data)
{
  Fixture *fixture = user_data;

  return trinh_text_cell_get_editing (fixture->cell) && g_str_equal (gtk_editable_get_text (get_entry (fixture)), "1.234");
}

/* A real key on a real display: it begins the typing and is not lost. */
static void
test_typing (Fixture *fixture,
             gconstpointer data)
{
  const char *const argv[] = { "xdotool", "type", "--delay", "30", "1.234", NULL };
  g_autoptr (GSubprocess) typing = NULL;
  g_autoptr (GError) error = NULL;

  if (g_find_program_in_path ("xdotool") == NULL)
    {
      g_test_skip ("xdotool is not there");
      return;
    }

  gtk_window_set_title (fixture->base.window, "typing");
  helper_wait (50);
  g_spawn_command_line_sync ("xdotool search --name typing windowfocus --sync", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  helper_wait (50);
  typing = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  helper_wait_until (is_typed, fixture);
  g_assert_true (g_subprocess_wait (typing, NULL, &error));
  g_assert_true (trinh_text_cell_commit (fixture->cell));
  g_assert_cmpstr (fixture->entered, ==, "1.234");
}

int
main (int argc,
      char *argv[])
{
  helper_work_init (&argc, &argv);

  g_test_add ("/ui/text-cell/shown", Fixture, NULL, set_up, test_shown, tear_down);
  g_test_add ("/ui/text-cell/edit", Fixture, NULL, set_up, test_edit, tear_down);
  g_test_add ("/ui/text-cell/escape", Fixture, NULL, set_up, test_escape, tear_down);
  g_test_add ("/ui/text-cell/moves", Fixture, NULL, set_up, test_moves, tear_down);
  g_test_add ("/ui/text-cell/error", Fixture, NULL, set_up, test_error, tear_down);
  g_test_add ("/ui/text-cell/leave", Fixture, NULL, set_up, test_leave, tear_down);
  g_test_add ("/ui/text-cell/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/ui/text-cell/delete", Fixture, NULL, set_up, test_delete, tear_down);
  g_test_add ("/ui/text-cell/typing", Fixture, NULL, set_up, test_typing, tear_down);

  return g_test_run ();
}
