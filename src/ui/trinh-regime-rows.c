/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-regime-choice.h"
#include "trinh-regime-rows.h"
#include "trinh-toast.h"

#define FIRST_YEAR 2000
#define LAST_YEAR 2999

struct _TrinhRegimeRows
{
  AdwPreferencesGroup parent_instance;

  /* Owned References */
  TrinhSession *session;
  TrinhOffice *office;
  GPtrArray *regimes; /* of TrinhRegime, one for each row */

  /* Unowned References */
  GPtrArray *rows;  /* of AdwExpanderRow */
  GPtrArray *years; /* of AdwSpinRow */

  guint32 today;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TrinhRegimeRows, trinh_regime_rows, ADW_TYPE_PREFERENCES_GROUP)

static guint
get_year (guint32 julian)
{
  g_autofree char *text = trinh_date_to_string (julian);

  return (guint) g_ascii_strtoull (text, NULL, 10);
}

static guint32
get_first_day (guint year)
{
  g_autofree char *text = g_strdup_printf ("%04u-01-01", year);
  guint32 julian = 0;

  trinh_date_parse (text, &julian);

  return julian;
}

static void
show_year (AdwExpanderRow *row,
           guint32 from)
{
  g_autofree char *day = from != 0 ? trinh_date_format (from) : NULL;
  g_autofree char *text = from != 0 ? g_strdup_printf (_ ("Reports that end on %s or later"), day) : g_strdup ("");

  adw_expander_row_set_subtitle (row, text);
}

static void
keep (TrinhRegimeRows *self,
      guint position,
      guint32 from)
{
  g_autoptr (TrinhBoardSettings) settings = trinh_session_get_board_settings (self->session);
  g_autoptr (GError) error = NULL;

  trinh_board_settings_set_from (settings, self->office, trinh_regime_get_id (self->regimes->pdata[position]), from);
  if (!trinh_session_set_board_settings (self->session, settings, &error))
    {
      AdwToast *toast = trinh_toast_new (error->message);
      GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);

      if (dialog != NULL)
        adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), toast);
      else
        g_object_unref (toast);
    }
  show_year (self->rows->pdata[position], from);
}

static void
enabled_cb (TrinhRegimeRows *self,
            GParamSpec *pspec,
            AdwExpanderRow *row)
{
  guint position;

  if (self->filling || self->office == NULL || !g_ptr_array_find (self->rows, row, &position))
    return;
  keep (self, position, adw_expander_row_get_enable_expansion (row) ? get_first_day ((guint) adw_spin_row_get_value (self->years->pdata[position])) : 0);
}

static void
year_cb (TrinhRegimeRows *self,
         GParamSpec *pspec,
         AdwSpinRow *row)
{
  guint position;

  if (self->filling || self->office == NULL || !g_ptr_array_find (self->years, row, &position))
    return;
  keep (self, position, get_first_day ((guint) adw_spin_row_get_value (row)));
}

static void
add_regime (TrinhRegimeRows *self,
            TrinhRegime *regime)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *year = adw_spin_row_new_with_range (FIRST_YEAR, LAST_YEAR, 1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), trinh_regime_get_title (regime));
  adw_expander_row_set_title_lines (ADW_EXPANDER_ROW (row), 0);
  adw_expander_row_set_show_enable_switch (ADW_EXPANDER_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (year), _ ("From the year"));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), year);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->years, year);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_signal_connect_object (row, "notify::enable-expansion", G_CALLBACK (enabled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (year, "notify::value", G_CALLBACK (year_cb), self, G_CONNECT_SWAPPED);
}

static void
fill (TrinhRegimeRows *self)
{
  g_autoptr (TrinhBoardSettings) settings = NULL;

  if (self->session == NULL)
    return;
  settings = trinh_session_get_board_settings (self->session);
  self->filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const guint32 from = self->office != NULL ? trinh_board_settings_get_from (settings, self->office, trinh_regime_get_id (self->regimes->pdata[i])) : 0;

      adw_spin_row_set_value (self->years->pdata[i], get_year (from != 0 ? from : self->today));
      adw_expander_row_set_enable_expansion (self->rows->pdata[i], from != 0);
      adw_expander_row_set_expanded (self->rows->pdata[i], FALSE);
      show_year (self->rows->pdata[i], from);
      gtk_widget_set_sensitive (self->rows->pdata[i], self->office != NULL);
    }
  self->filling = FALSE;
}

static void
trinh_regime_rows_dispose (GObject *object)
{
  TrinhRegimeRows *self = TRINH_REGIME_ROWS (object);

  self->filling = TRUE;
  g_clear_object (&self->session);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (trinh_regime_rows_parent_class)->dispose (object);
}

static void
trinh_regime_rows_finalize (GObject *object)
{
  TrinhRegimeRows *self = TRINH_REGIME_ROWS (object);

  g_clear_pointer (&self->regimes, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->years);

  G_OBJECT_CLASS (trinh_regime_rows_parent_class)->finalize (object);
}

static void
trinh_regime_rows_class_init (TrinhRegimeRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trinh_regime_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = trinh_regime_rows_finalize;
}

static void
trinh_regime_rows_init (TrinhRegimeRows *self)
{
  self->rows = g_ptr_array_new ();
  self->years = g_ptr_array_new ();
}

void
trinh_regime_rows_set_session (TrinhRegimeRows *self,
                               TrinhSession *session,
                               guint32 today)
{
  g_return_if_fail (TRINH_IS_REGIME_ROWS (self));
  g_return_if_fail (session == NULL || TRINH_IS_SESSION (session));
  g_return_if_fail (session == NULL || self->session == NULL);

  self->filling = session == NULL;
  if (!g_set_object (&self->session, session) || session == NULL)
    return;
  self->today = today;
  self->regimes = trinh_regime_choice_load (trinh_session_get_library (session), today, NULL);
  for (guint i = 0; i < self->regimes->len; i++)
    add_regime (self, self->regimes->pdata[i]);
  fill (self);
}

void
trinh_regime_rows_set_office (TrinhRegimeRows *self,
                              TrinhOffice *office)
{
  g_return_if_fail (TRINH_IS_REGIME_ROWS (self));
  g_return_if_fail (office == NULL || TRINH_IS_OFFICE (office));

  if (!g_set_object (&self->office, office))
    return;
  fill (self);
}
