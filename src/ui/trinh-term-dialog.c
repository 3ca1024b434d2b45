/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-date-row.h"
#include "trinh-term-dialog.h"

struct _TrinhTermDialog
{
  AdwDialog parent_instance;

  /* Owned References */
  TrinhSession *session;
  TrinhOffice *office;
  char *regime;

  /* Template References */
  AdwWindowTitle *title;
  AdwBanner *error_banner;
  AdwPreferencesGroup *group;
  TrinhDateRow *data_to_row;
  TrinhDateRow *deadline_row;
  AdwEntryRow *note_row;

  TrinhPeriod period;
  guint32 data_from; /* of the calendar, like the next two; 0: not known */
  guint32 data_to;
  guint32 deadline;
};

G_DEFINE_FINAL_TYPE (TrinhTermDialog, trinh_term_dialog, ADW_TYPE_DIALOG)

static void
show_error (TrinhTermDialog *self,
            const char *message)
{
  adw_banner_set_title (self->error_banner, message != NULL ? message : "");
  adw_banner_set_revealed (self->error_banner, message != NULL);
}

static void
changed_cb (TrinhTermDialog *self)
{
  show_error (self, NULL);
}

static void
calendar_activated_cb (TrinhTermDialog *self)
{
  trinh_date_row_set_date (self->data_to_row, self->data_to);
  trinh_date_row_set_date (self->deadline_row, self->deadline);
  gtk_editable_set_text (GTK_EDITABLE (self->note_row), "");
}

static void
save_clicked_cb (TrinhTermDialog *self)
{
  if (trinh_term_dialog_save (self))
    adw_dialog_close (ADW_DIALOG (self));
}

/* The calendar's day where nothing stands; FALSE: what stands there is no day. */
static gboolean
read_day (TrinhTermDialog *self,
          TrinhDateRow *row,
          guint32 usual,
          guint32 *day)
{
  const guint32 entered = trinh_date_row_get_date (row);

  *day = entered != usual ? entered : 0;
  if (entered != 0 || *gtk_editable_get_text (GTK_EDITABLE (row)) == '\0')
    return TRUE;
  show_error (self, _ ("This is no day; write it like 09/6/2022."));

  return FALSE;
}

static void
show_calendar (TrinhTermDialog *self)
{
  g_autoptr (TrinhRegime) regime = trinh_regime_library_load (trinh_session_get_library (self->session), self->regime, NULL);
  g_autofree char *data_to = NULL;
  g_autofree char *deadline = NULL;
  g_autofree char *text = NULL;

  if (regime == NULL)
    return;
  trinh_regime_get_dates (regime, self->period, &self->data_from, &self->data_to, &self->deadline);
  data_to = trinh_date_format (self->data_to);
  deadline = trinh_date_format (self->deadline);
  text = g_strdup_printf (_ ("By the calendar the data end on %s, and the report is due on %s."), data_to, deadline);
  adw_preferences_group_set_description (self->group, text);
}

static void
fill (TrinhTermDialog *self)
{
  g_autoptr (TrinhBoardSettings) settings = trinh_session_get_board_settings (self->session);
  g_autofree char *period = trinh_period_get_title (self->period);
  g_autofree char *subtitle = trinh_language_capitalize (period);
  TrinhBoardTerm term;

  show_calendar (self);
  trinh_board_settings_get_term (settings, self->office, self->regime, self->period, &term);
  adw_window_title_set_subtitle (self->title, subtitle);
  trinh_date_row_set_date (self->data_to_row, term.data_to != 0 ? term.data_to : self->data_to);
  trinh_date_row_set_date (self->deadline_row, term.deadline != 0 ? term.deadline : self->deadline);
  gtk_editable_set_text (GTK_EDITABLE (self->note_row), term.note != NULL ? term.note : "");
}

static void
trinh_term_dialog_dispose (GObject *object)
{
  TrinhTermDialog *self = TRINH_TERM_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_TERM_DIALOG);
  g_clear_object (&self->session);
  g_clear_object (&self->office);
  g_clear_pointer (&self->regime, g_free);

  G_OBJECT_CLASS (trinh_term_dialog_parent_class)->dispose (object);
}

static void
trinh_term_dialog_class_init (TrinhTermDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_term_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-term-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhTermDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TrinhTermDialog, error_banner);
  gtk_widget_class_bind_template_child (widget_class, TrinhTermDialog, group);
  gtk_widget_class_bind_template_child (widget_class, TrinhTermDialog, data_to_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhTermDialog, deadline_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhTermDialog, note_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
trinh_term_dialog_init (TrinhTermDialog *self)
{
  g_type_ensure (TRINH_TYPE_DATE_ROW);

  gtk_widget_init_template (GTK_WIDGET (self));
}

TrinhTermDialog *
trinh_term_dialog_new (TrinhSession *session,
                       TrinhOffice *office,
                       const char *regime,
                       TrinhPeriod period)
{
  TrinhTermDialog *self;

  g_return_val_if_fail (TRINH_IS_SESSION (session), NULL);
  g_return_val_if_fail (TRINH_IS_OFFICE (office), NULL);
  g_return_val_if_fail (regime != NULL, NULL);

  self = g_object_new (TRINH_TYPE_TERM_DIALOG, NULL);
  g_set_object (&self->session, session);
  g_set_object (&self->office, office);
  self->regime = g_strdup (regime);
  self->period = period;
  fill (self);

  return self;
}

gboolean
trinh_term_dialog_save (TrinhTermDialog *self)
{
  g_autoptr (TrinhBoardSettings) settings = NULL;
  g_autofree char *note = NULL;
  g_autoptr (GError) error = NULL;
  TrinhBoardTerm term;

  g_return_val_if_fail (TRINH_IS_TERM_DIALOG (self), FALSE);

  settings = trinh_session_get_board_settings (self->session);
  trinh_board_settings_get_term (settings, self->office, self->regime, self->period, &term);
  if (!read_day (self, self->data_to_row, self->data_to, &term.data_to) || !read_day (self, self->deadline_row, self->deadline, &term.deadline))
    return FALSE;
  if (term.data_to != 0 && term.data_to < self->data_from)
    {
      show_error (self, _ ("The data would end before they begin. Mend the cut-off."));
      return FALSE;
    }
  note = g_strstrip (trinh_language_normalize (gtk_editable_get_text (GTK_EDITABLE (self->note_row))));
  term.note = note[0] != '\0' ? note : NULL;
  if (trinh_session_set_term (self->session, self->office, self->regime, self->period, &term, &error))
    return TRUE;
  show_error (self, error->message);

  return FALSE;
}
