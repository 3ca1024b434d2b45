/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-lines-view.h"
#include "trinh-review-counts.h"
#include "trinh-step-dialog.h"
#include "trinh-work-changes.h"

struct _TrinhStepDialog
{
  AdwAlertDialog parent_instance;

  /* Within the extra child */
  GtkTextBuffer *buffer;

  TrinhStepKind kind;
};

enum
{
  CONFIRMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrinhStepDialog, trinh_step_dialog, ADW_TYPE_ALERT_DIALOG)

typedef struct
{
  const char *heading;
  const char *body;
  const char *words;
  const char *button;
} StepTexts;

static const StepTexts texts[TRINH_STEP_N_KINDS] = {
  [TRINH_STEP_RECALL] = { N_ ("Take the report back?"), N_ ("It becomes a draft again and can be edited. It is submitted anew when it is ready."), N_ ("Remark, if there is something to say"), N_ ("_Take back") },
  [TRINH_STEP_RETURN] = { N_ ("Return the report?"), N_ ("It goes back to whoever prepared it, with the reason and the remarks."), N_ ("Reason: what is to be done"), N_ ("_Return") },
  [TRINH_STEP_APPROVE] = { N_ ("Approve the report?"), N_ ("It can be signed then. Whoever edits it makes it a draft again."), N_ ("Remark, if there is something to say"), N_ ("_Approve") },
  [TRINH_STEP_CORRECT] = { N_ ("Correct the report?"), N_ ("A new report is begun that takes the place of this one, which stays as it is."), N_ ("Reason: what is wrong, or who refused it"), N_ ("_Begin the correction") },
};

static void
words_changed_cb (TrinhStepDialog *self)
{
  g_autofree char *words = trinh_lines_view_dup_words (self->buffer);

  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "do", words[0] != '\0' || !trinh_step_kind_get_needs_remark (self->kind));
}

static void
trinh_step_dialog_response (AdwAlertDialog *dialog,
                            const char *response)
{
  TrinhStepDialog *self = TRINH_STEP_DIALOG (dialog);
  g_autofree char *words = trinh_lines_view_dup_words (self->buffer);

  if (g_str_equal (response, "do"))
    g_signal_emit (self, signals[CONFIRMED], 0, words);
}

static void
trinh_step_dialog_class_init (TrinhStepDialogClass *klass)
{
  ADW_ALERT_DIALOG_CLASS (klass)->response = trinh_step_dialog_response;

  signals[CONFIRMED] = g_signal_new ("confirmed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
trinh_step_dialog_init (TrinhStepDialog *self)
{
}

static GtkWidget *
make_words (TrinhStepDialog *self,
            const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *view = g_object_new (TRINH_TYPE_LINES_VIEW, "accepts-tab", FALSE, "top-margin", 9, "bottom-margin", 9, "left-margin", 9, "right-margin", 9, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (view, "remark-entry");
  gtk_widget_add_css_class (view, "remark-new");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (words_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), view);
  adw_dialog_set_focus (ADW_DIALOG (self), view);

  return box;
}

/* Takes @text */
static void
add_fact (GtkWidget *list,
          const char *title,
          char *text)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle", text, "title-lines", 0, "subtitle-lines", 0, NULL);

  gtk_widget_add_css_class (row, "property");
  gtk_widget_set_visible (row, text[0] != '\0');
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_free (text);
}

/* What is approved, as the sheet shows what is signed */
static GtkWidget *
make_facts (TrinhWork *work)
{
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = trinh_work_list_changes (work, &error);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What you approve"), -1);
  add_fact (list, _ ("Pages"), trinh_review_counts_dup_pages (work));
  add_fact (list, _ ("Changed since the review"), trinh_review_counts_dup_changes (changes, error));
  add_fact (list, _ ("Open findings"), trinh_review_counts_dup_findings (work));

  return list;
}

static GtkWidget *
make_child (TrinhStepDialog *self,
            TrinhWork *work)
{
  GtkWidget *words = make_words (self, _ (texts[self->kind].words));
  GtkWidget *box;

  if (self->kind != TRINH_STEP_APPROVE)
    return words;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (box), make_facts (work));
  gtk_box_append (GTK_BOX (box), words);

  return box;
}

/* A return says how many remarks go with it. */
static char *
dup_body (TrinhWork *work,
          TrinhStepKind kind)
{
  const guint n = trinh_remarks_count_open (trinh_work_get_report (work));
  g_autofree char *remarks = NULL;

  if (kind != TRINH_STEP_RETURN || n == 0)
    return g_strdup (_ (texts[kind].body));
  remarks = g_strdup_printf (ngettext ("%u remark is open.", "%u remarks are open.", n), n);

  return g_strdup_printf ("%s %s", _ (texts[kind].body), remarks);
}

AdwDialog *
trinh_step_dialog_new (TrinhWork *work,
                       TrinhStepKind kind)
{
  TrinhStepDialog *self;
  g_autofree char *body = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);
  g_return_val_if_fail (kind < TRINH_STEP_N_KINDS && texts[kind].heading != NULL, NULL);

  body = dup_body (work, kind);
  self = g_object_new (TRINH_TYPE_STEP_DIALOG, "heading", _ (texts[kind].heading), "body", body, NULL);
  self->kind = kind;
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (self), make_child (self, work));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (self), "cancel", _ ("_Cancel"), "do", _ (texts[kind].button), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (self), "do", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (self), "cancel");
  words_changed_cb (self);

  return ADW_DIALOG (self);
}

TrinhStepKind
trinh_step_dialog_get_kind (TrinhStepDialog *self)
{
  g_return_val_if_fail (TRINH_IS_STEP_DIALOG (self), TRINH_STEP_RECALL);

  return self->kind;
}
