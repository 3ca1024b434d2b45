/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Which regime and period the report is for: each choice offers only what the one before it leaves. */

#include "config.h"

#include "trinh-period-choice.h"
#include "trinh-new-report-dialog-private.h"

TrinhRegime *
trinh_new_report_dialog_get_regime (TrinhNewReportDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->regime_row);

  return selected < self->regimes->len ? self->regimes->pdata[selected] : NULL;
}

static gboolean
get_kind (TrinhNewReportDialog *self,
          TrinhPeriodKind *kind)
{
  const guint selected = adw_combo_row_get_selected (self->kind_row);

  if (selected >= self->kinds->len)
    return FALSE;
  *kind = g_array_index (self->kinds, TrinhPeriodKind, selected);

  return TRUE;
}

static guint
get_index (TrinhNewReportDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->index_row);

  return selected < self->indexes->len ? g_array_index (self->indexes, guint, selected) : 0;
}

static guint
get_year (TrinhNewReportDialog *self)
{
  return (guint) adw_spin_row_get_value (self->year_row);
}

static void
fill_names (AdwComboRow *row,
            char **names)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *const *) names);

  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

/* Only what the regime's calendar has in the year, with @index selected where it is among them */
static void
fill_indexes (TrinhNewReportDialog *self,
              TrinhPeriodKind kind,
              guint index)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  guint selected = 0;

  g_clear_pointer (&self->indexes, g_array_unref);
  self->indexes = trinh_period_choice_list_indexes (trinh_new_report_dialog_get_regime (self), kind, get_year (self));
  for (guint i = 0; i < self->indexes->len; i++)
    {
      const guint there = g_array_index (self->indexes, guint, i);

      g_strv_builder_take (builder, trinh_period_choice_dup_name (kind, there));
      selected = there == index ? i : selected;
    }
  names = g_strv_builder_end (builder);
  fill_names (self->index_row, names);
  adw_combo_row_set_selected (self->index_row, names[0] != NULL ? selected : GTK_INVALID_LIST_POSITION);
  gtk_widget_set_visible (GTK_WIDGET (self->index_row), names[0] != NULL);
}

void
trinh_new_report_dialog_year_changed_cb (TrinhNewReportDialog *self)
{
  TrinhPeriodKind kind;

  if (self->filling || trinh_new_report_dialog_get_regime (self) == NULL || !get_kind (self, &kind))
    return;

  self->filling = TRUE;
  fill_indexes (self, kind, get_index (self));
  self->filling = FALSE;
  trinh_new_report_dialog_update (self);
}

static void
fill_kinds (TrinhNewReportDialog *self,
            TrinhRegime *regime)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  g_array_set_size (self->kinds, 0);
  for (TrinhPeriodKind kind = TRINH_PERIOD_MONTH; kind <= TRINH_PERIOD_AD_HOC; kind++)
    if (trinh_regime_has_period_kind (regime, kind))
      {
        g_array_append_val (self->kinds, kind);
        g_strv_builder_add (builder, trinh_period_kind_get_name (kind));
      }
  names = g_strv_builder_end (builder);
  fill_names (self->kind_row, names);
}

static void
select_kind (TrinhNewReportDialog *self,
             TrinhPeriodKind kind)
{
  for (guint i = 0; i < self->kinds->len; i++)
    if (g_array_index (self->kinds, TrinhPeriodKind, i) == kind)
      adw_combo_row_set_selected (self->kind_row, i);
}

/* The rows of the kind that is chosen, preset to the last finished period */
void
trinh_new_report_dialog_kind_selected_cb (TrinhNewReportDialog *self)
{
  TrinhPeriodKind kind;
  TrinhPeriod period;
  guint index = 1;

  if (self->filling || trinh_new_report_dialog_get_regime (self) == NULL || !get_kind (self, &kind))
    return;

  self->filling = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->year_row), kind != TRINH_PERIOD_AD_HOC);
  gtk_widget_set_visible (GTK_WIDGET (self->from_row), kind == TRINH_PERIOD_AD_HOC);
  gtk_widget_set_visible (GTK_WIDGET (self->to_row), kind == TRINH_PERIOD_AD_HOC);
  if (trinh_period_choice_find_last (trinh_new_report_dialog_get_regime (self), kind, self->today, &period))
    {
      index = period.index;
      adw_spin_row_set_value (self->year_row, period.year);
      trinh_date_row_set_date (self->from_row, period.from);
      trinh_date_row_set_date (self->to_row, period.to);
    }
  fill_indexes (self, kind, index);
  self->filling = FALSE;
  trinh_new_report_dialog_update (self);
}

void
trinh_new_report_dialog_regime_selected_cb (TrinhNewReportDialog *self)
{
  TrinhRegime *regime = trinh_new_report_dialog_get_regime (self);
  TrinhPeriodKind kind;

  if (self->filling || regime == NULL)
    return;

  self->filling = TRUE;
  fill_kinds (self, regime);
  if (trinh_period_choice_find_kind (regime, self->today, &kind))
    select_kind (self, kind);
  self->filling = FALSE;
  if (self->kinds->len > 0)
    trinh_new_report_dialog_kind_selected_cb (self);
  else
    trinh_new_report_dialog_update (self);
}

gboolean
trinh_new_report_dialog_get_period (TrinhNewReportDialog *self,
                                    TrinhPeriod *period)
{
  TrinhPeriodKind kind;

  g_return_val_if_fail (TRINH_IS_NEW_REPORT_DIALOG (self), FALSE);
  g_return_val_if_fail (period != NULL, FALSE);

  return trinh_new_report_dialog_get_regime (self) != NULL && get_kind (self, &kind) &&
         trinh_period_choice_make (kind, get_year (self), get_index (self), trinh_date_row_get_date (self->from_row), trinh_date_row_get_date (self->to_row), period) &&
         trinh_regime_has_period (trinh_new_report_dialog_get_regime (self), *period);
}

static void
select_regime (TrinhNewReportDialog *self,
               const char *id)
{
  for (guint i = 0; i < self->regimes->len; i++)
    if (g_str_equal (trinh_regime_get_id (self->regimes->pdata[i]), id))
      adw_combo_row_set_selected (self->regime_row, i);
}

void
trinh_new_report_dialog_choose (TrinhNewReportDialog *self,
                                const char *regime,
                                TrinhPeriod period,
                                TrinhOffice *office)
{
  g_return_if_fail (TRINH_IS_NEW_REPORT_DIALOG (self));
  g_return_if_fail (regime != NULL);
  g_return_if_fail (TRINH_IS_OFFICE (office));

  select_regime (self, regime);
  trinh_new_report_dialog_regime_selected_cb (self);
  gtk_editable_set_text (GTK_EDITABLE (self->office_row), trinh_office_get_name (office));
  select_kind (self, period.kind);
  trinh_new_report_dialog_kind_selected_cb (self);
  adw_spin_row_set_value (self->year_row, period.year);
  self->filling = TRUE;
  trinh_date_row_set_date (self->from_row, period.from);
  trinh_date_row_set_date (self->to_row, period.to);
  if (trinh_new_report_dialog_get_regime (self) != NULL)
    fill_indexes (self, period.kind, period.index);
  self->filling = FALSE;
  trinh_new_report_dialog_update (self);
}
