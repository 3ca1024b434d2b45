/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-date-row.h"
#include "trinh-focus.h"
#include "trinh-head-dialog.h"
#include "trinh-lines-row.h"
#include "trinh-predecessors.h"
#include "trinh-signatory-row.h"
#include "trinh-toast.h"

struct _TrinhHeadDialog
{
  AdwPreferencesDialog parent_instance;

  /* Owned References */
  TrinhWork *work;
  GtkWidget *parent; /* what says afterwards that it was done */
  GPtrArray *signatories;

  /* Template References */
  AdwEntryRow *number_row;
  AdwEntryRow *symbol_row;
  TrinhDateRow *date_row;
  AdwEntryRow *subject_row;
  TrinhDateRow *data_from_row;
  TrinhDateRow *data_to_row;
  TrinhDateRow *deadline_row;
  AdwEntryRow *deadline_note_row;
  TrinhLinesRow *header_row;
  AdwEntryRow *place_row;
  TrinhLinesRow *addressees_row;
  TrinhLinesRow *recipients_row;
  TrinhLinesRow *predecessors_row;
  AdwPreferencesGroup *signatories_group;
};

G_DEFINE_FINAL_TYPE (TrinhHeadDialog, trinh_head_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
set_string (TrinhEdit *edit,
            const char *name,
            const char *old,
            AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (trinh_language_normalize (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (g_strcmp0 (text, old) != 0)
    trinh_edit_set_member_string (edit, name, text);
}

static void
set_lines (TrinhEdit *edit,
           const char *name,
           const char *const *old,
           TrinhLinesRow *row)
{
  g_auto (GStrv) lines = trinh_lines_row_dup_lines (row);

  if (old == NULL || !g_strv_equal ((const char *const *) lines, old))
    trinh_edit_set_member_strv (edit, name, (const char *const *) lines);
}

static void
set_date (TrinhEdit *edit,
          const char *old,
          TrinhDateRow *row)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));
  const guint32 date = trinh_date_row_get_date (row);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) none = json_node_new (JSON_NODE_NULL);
  guint32 known;

  /* "2022-06" and the like are no days, and stay as they are until one is entered. */
  if (date == 0 && (typed[0] != '\0' || !trinh_date_parse (old, &known)))
    return;

  text = date != 0 ? trinh_date_to_string (date) : g_strdup ("");
  if (g_str_equal (text, old))
    return;
  if (text[0] == '\0')
    trinh_edit_set_member (edit, "date", none);
  else
    trinh_edit_set_member_string (edit, "date", text);
}

/* @usual: the day of the regime's calendar, which the report follows as long as it says nothing else */
static void
set_day (TrinhEdit *edit,
         const char *name,
         guint32 old,
         guint32 usual,
         TrinhDateRow *row)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));
  const guint32 entered = trinh_date_row_get_date (row);
  const guint32 date = entered != 0 ? entered : usual;
  g_autofree char *text = trinh_date_to_string (date);
  g_autoptr (JsonNode) none = json_node_new (JSON_NODE_NULL);

  /* What is typed and no day changes nothing. */
  if (date == old || (entered == 0 && typed[0] != '\0'))
    return;
  if (date == usual)
    trinh_edit_set_member (edit, name, none);
  else
    trinh_edit_set_member_string (edit, name, text);
}

static void
set_days (TrinhHeadDialog *self,
          TrinhEdit *edit)
{
  TrinhReport *report = trinh_work_get_report (self->work);
  guint32 from, to;

  trinh_regime_get_dates (trinh_report_get_regime (report), trinh_report_get_period (report), &from, &to, NULL);
  set_day (edit, "data_from", trinh_report_get_data_from (report), from, self->data_from_row);
  set_day (edit, "data_to", trinh_report_get_data_to (report), to, self->data_to_row);
}

static gboolean
has_days_in_order (TrinhHeadDialog *self)
{
  const guint32 from = trinh_date_row_get_date (self->data_from_row);
  const guint32 to = trinh_date_row_get_date (self->data_to_row);

  return from == 0 || to == 0 || from <= to;
}

static JsonNode *
make_signatories (TrinhHeadDialog *self)
{
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; i < self->signatories->len; i++)
    json_array_add_object_element (array, trinh_signatory_row_to_json (self->signatories->pdata[i]));

  return json_node_init_array (json_node_alloc (), array);
}

static void
set_signatories (TrinhHeadDialog *self,
                 TrinhEdit *edit)
{
  JsonNode *old = trinh_report_get_member (trinh_work_get_report (self->work), "signatories");
  g_autoptr (JsonNode) now = make_signatories (self);
  g_autofree char *old_text = old != NULL ? trinh_json_to_line (old) : g_strdup ("[]");
  g_autofree char *now_text = trinh_json_to_line (now);

  if (!g_str_equal (old_text, now_text))
    trinh_edit_set_member (edit, "signatories", now);
}

static void
set_predecessors (TrinhHeadDialog *self,
                  JsonObject *office)
{
  g_auto (GStrv) before = trinh_predecessors_dup_lines (office);
  g_auto (GStrv) lines = trinh_lines_row_dup_lines (self->predecessors_row);

  if (!g_strv_equal ((const char *const *) lines, (const char *const *) before))
    trinh_predecessors_set_lines (office, (const char *const *) lines);
}

/* What is printed of the office: its name above the number, the place before the date */
static void
set_printed_office (TrinhHeadDialog *self,
                    JsonObject *office)
{
  g_autofree char *place = g_strstrip (trinh_language_normalize (gtk_editable_get_text (GTK_EDITABLE (self->place_row))));
  g_auto (GStrv) lines = trinh_lines_row_dup_lines (self->header_row);
  JsonArray *header = json_array_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    json_array_add_string_element (header, lines[i]);
  json_object_set_array_member (office, "header", header);
  json_object_set_string_member (office, "place", place);
}

static void
set_office (TrinhHeadDialog *self,
            TrinhEdit *edit)
{
  TrinhOffice *old = trinh_report_get_office (trinh_work_get_report (self->work));
  g_autoptr (JsonNode) node = trinh_office_to_json (old);
  g_autoptr (TrinhOffice) office = NULL;

  set_predecessors (self, json_node_get_object (node));
  set_printed_office (self, json_node_get_object (node));
  office = trinh_office_from_json (node, NULL);
  if (office != NULL && !trinh_office_equal (office, old))
    trinh_edit_set_member (edit, "office", node);
}

static TrinhEdit *
make_edit (TrinhHeadDialog *self)
{
  TrinhReport *report = trinh_work_get_report (self->work);
  TrinhEdit *edit = trinh_edit_new (_ ("head of the report"));

  set_string (edit, "number", trinh_report_get_number (report), self->number_row);
  set_string (edit, "symbol", trinh_report_get_symbol (report), self->symbol_row);
  set_string (edit, "subject", trinh_report_get_subject (report), self->subject_row);
  set_date (edit, trinh_report_get_date (report), self->date_row);
  set_days (self, edit);
  set_lines (edit, "addressees", trinh_report_get_addressees (report), self->addressees_row);
  set_lines (edit, "recipients", trinh_report_get_recipients (report), self->recipients_row);
  set_signatories (self, edit);
  set_office (self, edit);

  return edit;
}

static void
show_problem (TrinhHeadDialog *self,
              const char *message)
{
  AdwToast *toast = trinh_toast_new (message);

  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self), toast);
}

/* The deadline is no part of the report: it can be another one when the report is signed already. */
static gboolean
set_deadline (TrinhHeadDialog *self,
              GError **error)
{
  const guint32 entered = trinh_date_row_get_date (self->deadline_row);
  g_autofree char *note = g_strstrip (trinh_language_normalize (gtk_editable_get_text (GTK_EDITABLE (self->deadline_note_row))));
  g_autofree char *note_before = NULL;
  const guint32 before = trinh_work_get_deadline (self->work, &note_before);

  /* What is typed and no day changes nothing. */
  if (entered == 0 && *gtk_editable_get_text (GTK_EDITABLE (self->deadline_row)) != '\0')
    return TRUE;
  if (entered == before && g_str_equal (note, note_before))
    return TRUE;

  return trinh_work_set_deadline (self->work, entered, note, error);
}

static void
trinh_head_dialog_close_attempt (AdwDialog *dialog)
{
  TrinhHeadDialog *self = TRINH_HEAD_DIALOG (dialog);
  g_autoptr (TrinhEdit) edit = make_edit (self);
  g_autoptr (GError) error = NULL;

  if (!has_days_in_order (self))
    {
      show_problem (self, _ ("The data would end before they begin. Mend one of the two days."));
      return;
    }
  if (!set_deadline (self, &error))
    {
      show_problem (self, error->message);
      return;
    }
  if (trinh_edit_get_n_changes (edit) > 0)
    {
      if (!trinh_work_apply (self->work, edit, &error))
        {
          show_problem (self, error->message);
          return;
        }
      gtk_widget_activate_action (self->parent, "win.toast-undo", "s", _ ("The head of the report was changed"));
    }

  adw_dialog_force_close (dialog);
}

static void
remove_cb (TrinhHeadDialog *self,
           GtkWidget *row)
{
  adw_preferences_group_remove (self->signatories_group, row);
  g_ptr_array_remove (self->signatories, row);
}

static void
place_signatories (TrinhHeadDialog *self)
{
  for (guint i = 0; i < self->signatories->len; i++)
    {
      g_autoptr (GtkWidget) row = g_object_ref (self->signatories->pdata[i]);

      adw_preferences_group_remove (self->signatories_group, row);
      adw_preferences_group_add (self->signatories_group, row);
    }
}

static void
move_cb (TrinhHeadDialog *self,
         int step,
         GtkWidget *row)
{
  guint place;

  if (!g_ptr_array_find (self->signatories, row, &place) || (step < 0 && place == 0) ||
      (step > 0 && place + 1 >= self->signatories->len))
    return;

  self->signatories->pdata[place] = self->signatories->pdata[place + step];
  self->signatories->pdata[place + step] = row;
  place_signatories (self);
}

static void
add_signatory (TrinhHeadDialog *self,
               JsonObject *signatory)
{
  GtkWidget *row = trinh_signatory_row_new (signatory);

  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "move", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->signatories, row);
  adw_preferences_group_add (self->signatories_group, row);
}

static void
add_clicked_cb (TrinhHeadDialog *self)
{
  add_signatory (self, NULL);
}

static void
fill (TrinhHeadDialog *self)
{
  TrinhReport *report = trinh_work_get_report (self->work);
  JsonNode *signatories = trinh_report_get_member (report, "signatories");
  JsonArray *array = signatories != NULL && JSON_NODE_HOLDS_ARRAY (signatories) ? json_node_get_array (signatories) : NULL;
  g_autoptr (JsonNode) office = trinh_office_to_json (trinh_report_get_office (report));
  g_auto (GStrv) predecessors = trinh_predecessors_dup_lines (json_node_get_object (office));
  g_autofree char *note = NULL;
  guint32 date;

  trinh_date_row_set_date (self->deadline_row, trinh_work_get_deadline (self->work, &note));
  gtk_editable_set_text (GTK_EDITABLE (self->deadline_note_row), note);
  gtk_editable_set_text (GTK_EDITABLE (self->number_row), trinh_report_get_number (report));
  gtk_editable_set_text (GTK_EDITABLE (self->symbol_row), trinh_report_get_symbol (report));
  gtk_editable_set_text (GTK_EDITABLE (self->subject_row), trinh_report_get_subject (report));
  if (trinh_date_parse (trinh_report_get_date (report), &date))
    trinh_date_row_set_date (self->date_row, date);
  trinh_date_row_set_date (self->data_from_row, trinh_report_get_data_from (report));
  trinh_date_row_set_date (self->data_to_row, trinh_report_get_data_to (report));
  trinh_lines_row_set_lines (self->header_row, trinh_office_get_header (trinh_report_get_office (report)));
  gtk_editable_set_text (GTK_EDITABLE (self->place_row), trinh_office_get_place (trinh_report_get_office (report)));
  trinh_lines_row_set_lines (self->addressees_row, trinh_report_get_addressees (report));
  trinh_lines_row_set_lines (self->recipients_row, trinh_report_get_recipients (report));
  trinh_lines_row_set_lines (self->predecessors_row, (const char *const *) predecessors);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    add_signatory (self, json_array_get_object_element (array, i));
}

static void
trinh_head_dialog_dispose (GObject *object)
{
  TrinhHeadDialog *self = TRINH_HEAD_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_HEAD_DIALOG);
  g_clear_pointer (&self->signatories, g_ptr_array_unref);
  g_clear_object (&self->work);
  g_clear_object (&self->parent);

  G_OBJECT_CLASS (trinh_head_dialog_parent_class)->dispose (object);
}

static void
trinh_head_dialog_class_init (TrinhHeadDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_head_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = trinh_head_dialog_close_attempt;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-head-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhHeadDialog, number_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhHeadDialog, symbol_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhHeadDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhHeadDialog, subject_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhHeadDialog, data_from_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhHeadDialog, data_to_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhHeadDialog, deadline_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhHeadDialog, deadline_note_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhHeadDialog, header_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhHeadDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhHeadDialog, addressees_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhHeadDialog, recipients_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhHeadDialog, predecessors_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhHeadDialog, signatories_group);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
trinh_head_dialog_init (TrinhHeadDialog *self)
{
  g_type_ensure (TRINH_TYPE_DATE_ROW);
  g_type_ensure (TRINH_TYPE_LINES_ROW);

  self->signatories = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
}

void
trinh_head_dialog_present (TrinhWork *work,
                           GtkWidget *parent)
{
  TrinhHeadDialog *self;

  g_return_if_fail (TRINH_IS_WORK (work));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  self = g_object_new (TRINH_TYPE_HEAD_DIALOG, NULL);
  self->work = g_object_ref (work);
  self->parent = g_object_ref (parent);
  fill (self);
  trinh_focus_first (GTK_WIDGET (self->number_row));
  adw_dialog_present (ADW_DIALOG (self), parent);
}
