/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* What a foreign hand did to the database, told to people who never type a command */

#include "config.h"

#include "trinh-problem-dialog.h"

#include <glib/gi18n-lib.h>

#include "trinh-indicator-picker.h"

/* The rest is told by their number. */
#define MOST_REPORTS 5
#define MOST_PROBLEMS 8

/* Members of the report file that people see */
static const struct
{
  const char *target;
  const char *name;
} members[] = {
  { "comments", N_ ("the remarks") },
  { "date", N_ ("the date") },
  { "documents", N_ ("the register of documents") },
  { "journal", N_ ("the steps of the review") },
  { "number", N_ ("the number") },
  { "office", N_ ("the office") },
  { "signatories", N_ ("the signatories") },
  { "state", N_ ("how far the report is") },
  { "subject", N_ ("the subject") },
  { "tasks", N_ ("the register of tasks") },
};

/* (transfer full) (nullable) */
static char *
dup_place (TrinhWork *work,
           const char *target)
{
  TrinhReport *report = trinh_work_get_report (work);
  TrinhSection *section = trinh_report_find_section (report, target);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_equal (members[i].target, target))
      return g_strdup (_ (members[i].name));
  if (trinh_regime_find_slot (trinh_report_get_regime (report), target, NULL))
    return trinh_indicator_dup_name (work, target);
  if (section != NULL)
    return g_strdup_printf ("%s %s", trinh_section_get_number (section), trinh_section_get_title (section));

  return NULL;
}

static char *
dup_words (const TrinhProblem *problem,
           TrinhWork *work)
{
  g_autofree char *place = work != NULL && problem->target != NULL ? dup_place (work, problem->target) : NULL;

  if (place == NULL)
    return g_strdup (problem->words);
  /* Translators: %s is a cell, a section or a part of the report such as “the number” */
  return g_strdup_printf (_ ("%s: not what was written last with the program."), place);
}

static gboolean
is_of (const TrinhProblem *problem,
       const char *report_id)
{
  return g_strcmp0 (problem->report_id, report_id) == 0;
}

/* Reports one after the other, each once; what is about the whole database is one of them. (transfer container) */
static GPtrArray *
list_reports (GPtrArray *problems)
{
  GPtrArray *firsts = g_ptr_array_new ();

  for (guint i = 0; i < problems->len; i++)
    {
      const TrinhProblem *problem = problems->pdata[i];
      gboolean known = FALSE;

      for (guint j = 0; j < firsts->len && !known; j++)
        known = is_of (firsts->pdata[j], problem->report_id);
      if (!known)
        g_ptr_array_add (firsts, (gpointer) problem);
    }
  return firsts;
}

static const char *
get_name (const TrinhProblem *problem)
{
  if (problem->report_id == NULL)
    return _ ("The database");

  return problem->title != NULL ? problem->title : problem->report_id;
}

static void
append_report (GString *text,
               GPtrArray *problems,
               const TrinhProblem *first,
               TrinhWork *work)
{
  guint n = 0;

  g_string_append_printf (text, "%s\n", get_name (first));
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *words = NULL;

      if (!is_of (problems->pdata[i], first->report_id) || ++n > MOST_PROBLEMS)
        continue;
      words = dup_words (problems->pdata[i], work);
      g_string_append_printf (text, "• %s\n", words);
    }
  if (n > MOST_PROBLEMS)
    g_string_append_printf (text, ngettext ("• and %u more\n", "• and %u more\n", n - MOST_PROBLEMS), n - MOST_PROBLEMS);
}

static char *
dup_text (GPtrArray *problems,
          const char *database,
          TrinhWork *work)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) firsts = list_reports (problems);

  for (guint i = 0; i < firsts->len && i < MOST_REPORTS; i++)
    {
      append_report (text, problems, firsts->pdata[i], work);
      g_string_append_c (text, '\n');
    }
  if (firsts->len > MOST_REPORTS)
    g_string_append_printf (text, ngettext ("And %u more report.\n\n", "And %u more reports.\n\n", firsts->len - MOST_REPORTS), firsts->len - MOST_REPORTS);
  g_string_append_printf (text, _ ("Nothing was lost or written over: such a report opens, is only read, and can be printed and exported. Copy the file “%s” to a safe place as it is, have whoever looks after the computer run “trinhky database check”, and put a backup in its place with “trinhky database restore”."), database);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* A file's name may be longer than a line, and is copied from here. */
static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* The keyboard begins at the button. */
  gtk_widget_set_focusable (label, FALSE);

  return label;
}

AdwDialog *
trinh_problem_dialog_new (GPtrArray *problems,
                          const char *database,
                          TrinhWork *work)
{
  g_autofree char *text = NULL;
  AdwDialog *dialog;

  g_return_val_if_fail (problems != NULL, NULL);
  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (work == NULL || TRINH_IS_WORK (work), NULL);

  text = dup_text (problems, database, work);
  dialog = adw_alert_dialog_new (_ ("Changed outside the program"), _ ("Something in the database is not as this program wrote it."));
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), new_label (text));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");

  return dialog;
}

char *
trinh_problem_dialog_dup_title (GPtrArray *problems)
{
  g_autoptr (GPtrArray) firsts = NULL;
  guint others;

  g_return_val_if_fail (problems != NULL && problems->len > 0, NULL);

  firsts = list_reports (problems);
  others = firsts->len - 1;
  if (((TrinhProblem *) firsts->pdata[0])->report_id == NULL)
    return g_strdup (_ ("The database was changed outside the program, or is damaged"));
  if (others == 0)
    return g_strdup_printf (_ ("“%s” was changed outside the program"), get_name (firsts->pdata[0]));
  if (others == 1)
    return g_strdup_printf (_ ("“%s” and “%s” were changed outside the program"), get_name (firsts->pdata[0]), get_name (firsts->pdata[1]));

  return g_strdup_printf (ngettext ("“%s” and %u other report were changed outside the program", "“%s” and %u other reports were changed outside the program", others), get_name (firsts->pdata[0]), others);
}
