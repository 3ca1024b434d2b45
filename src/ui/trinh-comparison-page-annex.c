/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-comparison-page-private.h"

static TrinhWork *
get_work (TrinhComparisonPage *self)
{
  return trinh_report_page_get_work (TRINH_REPORT_PAGE (self));
}

static TrinhReport *
get_report (TrinhComparisonPage *self)
{
  return trinh_work_get_report (get_work (self));
}

/* @edit: (nullable): nothing is to be done; @done: (nullable): what to say with an Undo */
static void
apply (TrinhComparisonPage *self,
       TrinhEdit *edit,
       const char *done)
{
  g_autoptr (GError) error = NULL;

  if (edit == NULL)
    return;
  if (!trinh_work_apply (get_work (self), edit, &error))
    trinh_report_page_toast (GTK_WIDGET (self), error->message);
  else if (done != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", done);
}

/* @unit: of the chart that is meant */
static void
add_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  TrinhComparisonPage *self = TRINH_COMPARISON_PAGE (widget);
  g_autoptr (TrinhReportChart) chart = NULL;
  g_autoptr (TrinhEdit) edit = NULL;

  if (get_work (self) == NULL || self->comparison == NULL)
    return;
  chart = trinh_comparison_make_part (get_work (self), self->comparison, g_variant_get_string (parameter, NULL));
  edit = trinh_report_charts_make_add (get_report (self), chart);
  apply (self, edit, _ ("The chart is in the annex"));
}

static void
remove_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  TrinhComparisonPage *self = TRINH_COMPARISON_PAGE (widget);
  g_autoptr (TrinhEdit) edit = NULL;

  if (get_work (self) == NULL)
    return;
  edit = trinh_report_charts_make_remove (get_report (self), g_variant_get_string (parameter, NULL));
  apply (self, edit, _ ("The chart was taken out of the annex"));
}

/* "(si)": the chart and how many places it goes down */
static void
move_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TrinhComparisonPage *self = TRINH_COMPARISON_PAGE (widget);
  g_autoptr (GPtrArray) charts = NULL;
  g_autoptr (TrinhEdit) edit = NULL;
  const char *id = NULL;
  int step = 0;

  if (get_work (self) == NULL)
    return;
  g_variant_get (parameter, "(&si)", &id, &step);
  charts = trinh_report_charts_list (get_report (self));
  for (guint i = 0; i < charts->len && edit == NULL; i++)
    if (g_str_equal (trinh_report_chart_get_id (charts->pdata[i]), id) && (int) i + step >= 0)
      edit = trinh_report_charts_make_move (get_report (self), id, (guint) ((int) i + step));
  apply (self, edit, NULL);
}

static void
show_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TrinhComparisonPage *self = TRINH_COMPARISON_PAGE (widget);
  g_autoptr (TrinhReportChart) chart = NULL;

  if (get_work (self) != NULL)
    chart = trinh_report_charts_find (get_report (self), g_variant_get_string (parameter, NULL));
  if (chart != NULL)
    trinh_comparison_page_show_chart (self, chart);
}

static void
renew_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  TrinhComparisonPage *self = TRINH_COMPARISON_PAGE (widget);
  g_autoptr (TrinhEdit) edit = NULL;

  if (get_work (self) == NULL)
    return;
  edit = trinh_report_charts_make_refresh (get_report (self), trinh_work_get_evaluation (get_work (self)));
  apply (self, edit, _ ("The charts show the figures that the earlier reports have now"));
}

void
trinh_comparison_annex_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "comparison.annex-add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "comparison.annex-remove", "s", remove_action);
  gtk_widget_class_install_action (widget_class, "comparison.annex-move", "(si)", move_action);
  gtk_widget_class_install_action (widget_class, "comparison.annex-show", "s", show_action);
  gtk_widget_class_install_action (widget_class, "comparison.annex-renew", NULL, renew_action);
}

GtkWidget *
trinh_comparison_annex_make_button (TrinhComparisonPage *self,
                                    const char *unit)
{
  g_autoptr (TrinhReportChart) chart = trinh_comparison_make_part (get_work (self), self->comparison, unit);
  g_autoptr (TrinhEdit) edit = trinh_report_charts_make_add (get_report (self), chart);
  GtkWidget *button = gtk_button_new_with_label (edit != NULL ? _ ("Add to the annex") : _ ("In the annex"));

  gtk_widget_add_css_class (button, "flat");
  if (edit == NULL)
    {
      gtk_widget_set_sensitive (button, FALSE);
      return button;
    }
  gtk_widget_set_tooltip_text (button, _ ("Prints the chart with its table in an annex of the report"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "comparison.annex-add");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", unit);

  return button;
}

/* "Bars · 5 periods · Số văn bản …" */
static char *
dup_description (TrinhComparisonPage *self,
                 TrinhReportChart *chart)
{
  const char *const *indicators = trinh_report_chart_get_indicators (chart);
  guint n_indicators = g_strv_length ((char **) indicators);
  guint n_periods = g_strv_length ((char **) trinh_report_chart_get_periods (chart)) + 1;
  g_autofree char *what = NULL;
  g_autofree char *periods = g_strdup_printf (ngettext ("%u period", "%u periods", n_periods), n_periods);

  if (n_indicators == 1)
    what = g_strdup (trinh_figure_get_label (get_report (self), indicators[0]));
  else
    what = g_strdup_printf (ngettext ("%u indicator", "%u indicators", n_indicators), n_indicators);

  return g_strdup_printf ("%s · %s · %s", trinh_report_chart_get_kind (chart) == TRINH_REPORT_CHART_LINE ? _ ("Lines") : _ ("Bars"), periods, what);
}

static void
title_applied_cb (TrinhComparisonPage *self,
                  AdwEntryRow *row)
{
  g_autoptr (TrinhReportChart) chart = NULL;
  g_autoptr (TrinhReportChart) renamed = NULL;
  g_autoptr (TrinhEdit) edit = NULL;

  if (get_work (self) == NULL)
    return;
  chart = trinh_report_charts_find (get_report (self), g_object_get_data (G_OBJECT (row), "chart"));
  if (chart == NULL)
    return;
  renamed = trinh_report_chart_with_title (chart, gtk_editable_get_text (GTK_EDITABLE (row)));
  edit = trinh_report_charts_make_change (get_report (self), renamed);
  apply (self, edit, NULL);
}

static void
add_item (GMenu *menu,
          const char *label,
          const char *action,
          GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_menu (const char *id,
           gboolean first,
           gboolean last)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  add_item (menu, _ ("Show on this page"), "comparison.annex-show", g_variant_new_string (id));
  if (!first)
    add_item (menu, _ ("Move up"), "comparison.annex-move", g_variant_new ("(si)", id, -1));
  if (!last)
    add_item (menu, _ ("Move down"), "comparison.annex-move", g_variant_new ("(si)", id, 1));
  add_item (menu, _ ("Take out of the annex"), "comparison.annex-remove", g_variant_new_string (id));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("More for this chart"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static void
add_row (TrinhComparisonPage *self,
         GPtrArray *charts,
         guint position)
{
  TrinhReportChart *chart = g_ptr_array_index (charts, position);
  const char *id = trinh_report_chart_get_id (chart);
  g_autofree char *description = dup_description (self, chart);
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), description);
  gtk_widget_set_tooltip_text (row, _ ("Title of the chart; without one it is named by what it shows"));
  gtk_editable_set_text (GTK_EDITABLE (row), trinh_report_chart_get_title (chart));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), make_menu (id, position == 0, position + 1 == charts->len));
  g_object_set_data_full (G_OBJECT (row), "chart", g_strdup (id), g_free);
  g_signal_connect_object (row, "apply", G_CALLBACK (title_applied_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->annex, row);
  g_ptr_array_add (self->annex_rows, row);
}

/* What the rows say of all charts. (transfer full) */
static char *
describe (TrinhComparisonPage *self,
          GPtrArray *charts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < charts->len; i++)
    {
      g_autofree char *description = dup_description (self, charts->pdata[i]);

      g_string_append_printf (text, "%s\t%s\t%s\n", trinh_report_chart_get_id (charts->pdata[i]), trinh_report_chart_get_title (charts->pdata[i]), description);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
clear_rows (TrinhComparisonPage *self)
{
  for (guint i = 0; i < self->annex_rows->len; i++)
    adw_preferences_group_remove (self->annex, g_ptr_array_index (self->annex_rows, i));
  g_ptr_array_set_size (self->annex_rows, 0);
}

void
trinh_comparison_annex_update (TrinhComparisonPage *self)
{
  g_autoptr (GPtrArray) charts = NULL;
  g_autoptr (TrinhEdit) renewal = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->annex), get_work (self) != NULL);
  if (get_work (self) == NULL)
    {
      clear_rows (self);
      g_clear_pointer (&self->annex_shown, g_free);
      return;
    }
  charts = trinh_report_charts_list (get_report (self));
  renewal = trinh_report_charts_make_refresh (get_report (self), trinh_work_get_evaluation (get_work (self)));
  gtk_widget_set_visible (self->renew_button, renewal != NULL);
  text = describe (self, charts);
  if (!g_set_str (&self->annex_shown, text))
    return;
  clear_rows (self);
  for (guint i = 0; i < charts->len; i++)
    add_row (self, charts, i);
  adw_preferences_group_set_description (self->annex, charts->len > 0 ? NULL : _ ("Charts that you add are printed behind the other annexes, each with its title, source and table."));
}
