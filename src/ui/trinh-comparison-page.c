/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-comparison-page-private.h"

#define MOST_CHOSEN 6
#define FIRST_CHOSEN 2
#define CHIP_LETTERS 44
#define PICTURE_SCALE 2.0

G_DEFINE_FINAL_TYPE (TrinhComparisonPage, trinh_comparison_page, TRINH_TYPE_REPORT_PAGE)

static TrinhWork *
get_work (TrinhComparisonPage *self)
{
  return trinh_report_page_get_work (TRINH_REPORT_PAGE (self));
}

static guint
get_span (TrinhComparisonPage *self)
{
  const char *name = adw_toggle_group_get_active_name (self->spans);

  return name != NULL ? (guint) g_ascii_strtoull (name, NULL, 10) : 4;
}

static TrinhChartType
get_chart_type (TrinhComparisonPage *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->types), "line") == 0 ? TRINH_CHART_LINE : TRINH_CHART_BAR;
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static TrinhChart *
get_chart (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "chart");
}

static void
picture_saved_cb (GObject *object,
                  GAsyncResult *result,
                  gpointer user_data)
{
  g_autoptr (GtkWidget) button = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;
  gboolean written;

  if (path == NULL)
    return;

  if (g_str_has_suffix (path, ".svg"))
    written = trinh_chart_write_svg (get_chart (button), 720, 360, path, &error);
  else
    written = trinh_chart_write_png (get_chart (button), 720, 360, PICTURE_SCALE, path, &error);
  trinh_report_page_toast (button, written ? _ ("The picture was saved") : error->message);
}

static void
save_clicked_cb (GtkWidget *button)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Save the chart (.png or .svg)"));
  gtk_file_dialog_set_initial_name (dialog, "bieu-do.png");
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (button)), NULL, picture_saved_cb, g_object_ref (button));
}

static GdkTexture *
make_picture (TrinhChart *chart)
{
  GdkMemoryTextureBuilder *builder = gdk_memory_texture_builder_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1440, 720);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;

  cairo_scale (cr, PICTURE_SCALE, PICTURE_SCALE);
  trinh_chart_draw (chart, cr, 720, 360, trinh_chart_palette_paper ());
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) cairo_image_surface_get_stride (surface) * 720);
  gdk_memory_texture_builder_set_bytes (builder, bytes);
  gdk_memory_texture_builder_set_stride (builder, cairo_image_surface_get_stride (surface));
  gdk_memory_texture_builder_set_width (builder, 1440);
  gdk_memory_texture_builder_set_height (builder, 720);
  gdk_memory_texture_builder_set_format (builder, GDK_MEMORY_DEFAULT);
  texture = gdk_memory_texture_builder_build (builder);
  cairo_surface_destroy (surface);
  g_object_unref (builder);

  return texture;
}

static void
copy_clicked_cb (GtkWidget *button)
{
  g_autoptr (GdkTexture) picture = make_picture (get_chart (button));

  gdk_clipboard_set_texture (gtk_widget_get_clipboard (button), picture);
  trinh_report_page_toast (button, _ ("The chart was copied as a picture"));
}

static void
add_chart_button (GtkWidget *box,
                  TrinhChart *chart,
                  const char *icon,
                  const char *tooltip,
                  GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "chart", g_object_ref (chart), g_object_unref);
  g_signal_connect (button, "clicked", clicked, NULL);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_chart (TrinhComparisonPage *self,
           const char *unit)
{
  g_autoptr (TrinhChart) chart = trinh_comparison_make_chart (get_work (self), self->comparison, unit);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *view = trinh_chart_view_new (chart);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "chart-card");
  gtk_widget_set_hexpand (view, TRUE);
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), trinh_comparison_annex_make_button (self, unit));
  add_chart_button (buttons, chart, "edit-copy-symbolic", _ ("Copy as a picture"), G_CALLBACK (copy_clicked_cb));
  add_chart_button (buttons, chart, "document-save-symbolic", _ ("Save as a picture…"), G_CALLBACK (save_clicked_cb));
  gtk_box_append (GTK_BOX (card), view);
  gtk_box_append (GTK_BOX (card), buttons);
  gtk_box_append (self->charts, card);
}

static void
bind_cell_cb (TrinhComparisonPage *self,
              GtkListItem *item,
              GtkSignalListItemFactory *factory)
{
  const char *address = g_object_get_data (G_OBJECT (factory), "address");
  TrinhReport *report = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *text = NULL;

  text = address != NULL ? trinh_comparison_dup_value (get_work (self), report, address)
                         : trinh_period_get_short_title (trinh_report_get_period (report));
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), address != NULL ? 1 : 0);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
add_column (TrinhComparisonPage *self,
            const char *title,
            const char *address)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "address", (gpointer) address);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cell_cb), self, G_CONNECT_SWAPPED);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  if (address != NULL)
    gtk_column_view_column_set_fixed_width (column, 150);
  gtk_column_view_append_column (self->table, column);
}

static void
fill_table (TrinhComparisonPage *self,
            GPtrArray *reports)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);
  GListStore *rows = g_list_store_new (TRINH_TYPE_REPORT);
  g_autoptr (GtkSelectionModel) model = NULL;

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->table, column);
    }

  add_column (self, _ ("Period"), NULL);
  for (guint i = 0; i < self->chosen->len; i++)
    {
      g_autofree char *name = trinh_indicator_dup_name (get_work (self), self->chosen->pdata[i]);

      add_column (self, name, self->chosen->pdata[i]);
    }
  for (guint i = reports->len; i > 0; i--)
    g_list_store_append (rows, reports->pdata[i - 1]);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (rows)));
  gtk_column_view_set_model (self->table, model);
}

static void
update (TrinhComparisonPage *self)
{
  TrinhWork *work = get_work (self);
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autofree char *predecessors = NULL;

  clear_box (GTK_WIDGET (self->charts));
  g_clear_object (&self->comparison);
  trinh_comparison_annex_update (self);
  if (work == NULL)
    return;

  reports = trinh_comparison_list_reports (work, get_span (self));
  self->comparison = trinh_comparison_make_comparison (work, self->chosen, get_span (self), get_chart_type (self));
  units = trinh_figure_list_units (trinh_work_get_report (work), self->comparison);
  for (guint i = 0; i < units->len; i++)
    add_chart (self, units->pdata[i]);
  fill_table (self, reports);
  predecessors = trinh_comparison_dup_predecessors (work, reports);
  gtk_label_set_label (self->predecessors, predecessors);
  gtk_widget_set_visible (GTK_WIDGET (self->predecessors), predecessors[0] != '\0');
  gtk_stack_set_visible_child_name (self->stack, self->chosen->len > 0 ? "charts" : "nothing");
}

static gboolean
update_idle (gpointer user_data)
{
  TrinhComparisonPage *self = user_data;

  self->update_source = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (TrinhComparisonPage *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (update_idle, self);
}

static char *
shorten (const char *name)
{
  if (g_utf8_strlen (name, -1) <= CHIP_LETTERS)
    return g_strdup (name);

  {
    g_autofree char *start = g_utf8_substring (name, 0, CHIP_LETTERS - 1);

    return g_strconcat (g_strchomp (start), "…", NULL);
  }
}

static GtkWidget *
make_chip (TrinhComparisonPage *self,
           const char *address)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  g_autofree char *name = trinh_indicator_dup_name (get_work (self), address);
  g_autofree char *tooltip = g_strdup_printf (_ ("Take away: %s"), name);
  g_autofree char *shortened = shorten (name);

  gtk_widget_set_hexpand (content, FALSE);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), shortened);
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "window-close-symbolic");
  adw_button_content_set_can_shrink (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (chip), content);
  gtk_widget_set_tooltip_text (chip, tooltip);
  gtk_widget_set_size_request (chip, 120, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "comparison.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "s", address);

  return chip;
}

static void
fill_chips (TrinhComparisonPage *self)
{
  GtkWidget *child;

  g_object_ref (self->add_button);
  adw_wrap_box_remove (self->chips, GTK_WIDGET (self->add_button));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    adw_wrap_box_remove (self->chips, child);

  for (guint i = 0; i < self->chosen->len; i++)
    adw_wrap_box_append (self->chips, make_chip (self, self->chosen->pdata[i]));
  adw_wrap_box_append (self->chips, GTK_WIDGET (self->add_button));
  g_object_unref (self->add_button);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), self->chosen->len < MOST_CHOSEN);
}

static void
remove_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  TrinhComparisonPage *self = TRINH_COMPARISON_PAGE (widget);

  g_ptr_array_remove (self->chosen, (gpointer) g_intern_string (g_variant_get_string (parameter, NULL)));
  fill_chips (self);
  queue_update (self);
}

/* The span that holds all its periods */
static const char *
find_span (TrinhReportChart *chart)
{
  guint n_periods = g_strv_length ((char **) trinh_report_chart_get_periods (chart));

  return n_periods <= 1 ? "1" : n_periods <= 4 ? "4"
                                               : "12";
}

void
trinh_comparison_page_show_chart (TrinhComparisonPage *self,
                                  TrinhReportChart *chart)
{
  const char *const *indicators = trinh_report_chart_get_indicators (chart);

  g_ptr_array_set_size (self->chosen, 0);
  for (guint i = 0; indicators[i] != NULL && self->chosen->len < MOST_CHOSEN; i++)
    g_ptr_array_add (self->chosen, (gpointer) g_intern_string (indicators[i]));
  adw_toggle_group_set_active_name (self->types, trinh_report_chart_get_kind (chart) == TRINH_REPORT_CHART_LINE ? "line" : "bar");
  adw_toggle_group_set_active_name (self->spans, find_span (chart));
  fill_chips (self);
  queue_update (self);
}

static void
picked_cb (TrinhComparisonPage *self,
           const char *address)
{
  gtk_menu_button_popdown (self->add_button);
  trinh_comparison_page_add (self, address);
}

static void
choose_first (TrinhComparisonPage *self,
              TrinhWork *work)
{
  g_autoptr (GPtrArray) telling = trinh_evaluation_list_telling (trinh_work_get_evaluation (work));

  for (guint i = 0; i < MIN (telling->len, FIRST_CHOSEN); i++)
    g_ptr_array_add (self->chosen, telling->pdata[i]);
}

static void
trinh_comparison_page_work_changed (TrinhReportPage *page,
                                    TrinhWork *work)
{
  TrinhComparisonPage *self = TRINH_COMPARISON_PAGE (page);

  trinh_report_page_set_title (page, _ ("Comparison"));
  g_ptr_array_set_size (self->chosen, 0);
  trinh_indicator_picker_set_work (self->picker, work, TRUE);
  g_signal_group_set_target (self->report_signals, work != NULL ? trinh_work_get_report (work) : NULL);
  if (work != NULL)
    choose_first (self, work);
  fill_chips (self);
  update (self);
}

static gboolean
trinh_comparison_page_start_search (TrinhReportPage *page)
{
  gtk_menu_button_popup (TRINH_COMPARISON_PAGE (page)->add_button);

  return TRUE;
}

/* A figure in the preview leads to the choice that it was made of. */
static gboolean
trinh_comparison_page_reveal (TrinhReportPage *page,
                              const char *place)
{
  TrinhComparisonPage *self = TRINH_COMPARISON_PAGE (page);
  g_autoptr (TrinhReportChart) chart = NULL;

  if (get_work (self) == NULL || !g_str_has_prefix (place, TRINH_FIGURE_PLACE))
    return FALSE;
  chart = trinh_report_charts_find (trinh_work_get_report (get_work (self)), place + strlen (TRINH_FIGURE_PLACE));
  if (chart != NULL)
    trinh_comparison_page_show_chart (self, chart);

  return chart != NULL;
}

static void
trinh_comparison_page_dispose (GObject *object)
{
  TrinhComparisonPage *self = TRINH_COMPARISON_PAGE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->report_signals);
  g_clear_object (&self->comparison);
  g_clear_pointer (&self->annex_shown, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_COMPARISON_PAGE);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  g_clear_pointer (&self->annex_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (trinh_comparison_page_parent_class)->dispose (object);
}

static void
trinh_comparison_page_class_init (TrinhComparisonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_comparison_page_dispose;
  TRINH_REPORT_PAGE_CLASS (klass)->work_changed = trinh_comparison_page_work_changed;
  TRINH_REPORT_PAGE_CLASS (klass)->start_search = trinh_comparison_page_start_search;
  TRINH_REPORT_PAGE_CLASS (klass)->reveal = trinh_comparison_page_reveal;

  gtk_widget_class_install_action (widget_class, "comparison.remove", "s", remove_action);
  trinh_comparison_annex_class_init (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-comparison-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhComparisonPage, picker);
  gtk_widget_class_bind_template_child (widget_class, TrinhComparisonPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhComparisonPage, chips);
  gtk_widget_class_bind_template_child (widget_class, TrinhComparisonPage, types);
  gtk_widget_class_bind_template_child (widget_class, TrinhComparisonPage, spans);
  gtk_widget_class_bind_template_child (widget_class, TrinhComparisonPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrinhComparisonPage, predecessors);
  gtk_widget_class_bind_template_child (widget_class, TrinhComparisonPage, charts);
  gtk_widget_class_bind_template_child (widget_class, TrinhComparisonPage, table);
  gtk_widget_class_bind_template_child (widget_class, TrinhComparisonPage, annex);
  gtk_widget_class_bind_template_child (widget_class, TrinhComparisonPage, renew_button);
  gtk_widget_class_bind_template_callback (widget_class, queue_update);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
}

static void
trinh_comparison_page_init (TrinhComparisonPage *self)
{
  g_type_ensure (TRINH_TYPE_INDICATOR_PICKER);

  self->chosen = g_ptr_array_new ();
  self->annex_rows = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->report_signals = g_signal_group_new (TRINH_TYPE_REPORT);
  g_signal_group_connect_swapped (self->report_signals, "value-changed", G_CALLBACK (queue_update), self);
  g_signal_group_connect_swapped (self->report_signals, "member-changed::charts", G_CALLBACK (queue_update), self);
}

GtkWidget *
trinh_comparison_page_new (void)
{
  return g_object_new (TRINH_TYPE_COMPARISON_PAGE, NULL);
}

void
trinh_comparison_page_add (TrinhComparisonPage *self,
                           const char *address)
{
  g_return_if_fail (TRINH_IS_COMPARISON_PAGE (self));
  g_return_if_fail (address != NULL);

  if (self->chosen->len >= MOST_CHOSEN || g_ptr_array_find (self->chosen, g_intern_string (address), NULL))
    return;

  g_ptr_array_add (self->chosen, (gpointer) g_intern_string (address));
  fill_chips (self);
  queue_update (self);
}
