/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-page-view.h"
#include "trinh-preview-page-private.h"

/* After the last key: typing a sentence lays the report out once. */
#define LAYOUT_DELAY 250
#define ZOOM_STEP 1.2
#define ZOOM_LEAST 0.3
#define ZOOM_MOST 5.0
#define PAGE_GAP 18

G_DEFINE_FINAL_TYPE (TrinhPreviewPage, trinh_preview_page, TRINH_TYPE_REPORT_PAGE)

static double
get_fitting_zoom (TrinhPreviewPage *self)
{
  const int available = gtk_widget_get_width (GTK_WIDGET (self->scroller)) - 3 * PAGE_GAP;
  double widest = 1.0;

  for (guint i = 0; self->pages != NULL && i < trinh_pages_get_n_pages (self->pages); i++)
    {
      double width;

      trinh_pages_get_size (self->pages, i, &width, NULL);
      widest = MAX (widest, width);
    }

  return CLAMP (available / widest, ZOOM_LEAST, 1.7);
}

static double
get_zoom (TrinhPreviewPage *self)
{
  return self->zoom > 0 ? self->zoom : get_fitting_zoom (self);
}

static void
apply_zoom (TrinhPreviewPage *self)
{
  const double zoom = get_zoom (self);
  /* A point is 1/72 inch, a pixel of the screen 1/96. */
  g_autofree char *text = g_strdup_printf (_ ("%d %%"), (int) (zoom * 75.0 + 0.5));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->paper)); child != NULL; child = gtk_widget_get_next_sibling (child))
    trinh_page_view_set_zoom (TRINH_PAGE_VIEW (child), zoom);
  gtk_label_set_label (self->zoom_label, text);
}

static void
set_zoom (TrinhPreviewPage *self,
          double zoom)
{
  self->zoom = zoom > 0 ? CLAMP (zoom, ZOOM_LEAST, ZOOM_MOST) : 0;
  apply_zoom (self);
}

static guint
get_current_page (TrinhPreviewPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  const double middle = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 2;
  guint page = 0;
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->paper)); child != NULL; child = gtk_widget_get_next_sibling (child), i++)
    {
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (child, GTK_WIDGET (self->paper), &bounds) && bounds.origin.y <= middle)
        page = i;
    }

  return page;
}

static void
update_page_label (TrinhPreviewPage *self)
{
  const guint n = self->pages != NULL ? trinh_pages_get_n_pages (self->pages) : 0;
  g_autofree char *text = g_strdup_printf (_ ("Page %u of %u"), n > 0 ? get_current_page (self) + 1 : 0, n);

  gtk_label_set_label (self->page_label, text);
}

static void
show_page (TrinhPreviewPage *self,
           guint page)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->paper));
  graphene_rect_t bounds;

  for (guint i = 0; child != NULL && i < page; i++)
    child = gtk_widget_get_next_sibling (child);

  if (child != NULL && gtk_widget_compute_bounds (child, GTK_WIDGET (self->paper), &bounds))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), bounds.origin.y);
}

static void
page_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TrinhPreviewPage *self = TRINH_PREVIEW_PAGE (widget);
  const guint current = get_current_page (self);
  const guint n = self->pages != NULL ? trinh_pages_get_n_pages (self->pages) : 0;

  if (g_str_equal (name, "preview.next") && current + 1 < n)
    show_page (self, current + 1);
  else if (g_str_equal (name, "preview.previous") && current > 0)
    show_page (self, current - 1);
  else if (g_str_equal (name, "preview.first"))
    show_page (self, 0);
  else if (g_str_equal (name, "preview.last") && n > 0)
    show_page (self, n - 1);
}

static void
zoom_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TrinhPreviewPage *self = TRINH_PREVIEW_PAGE (widget);

  if (g_str_equal (name, "preview.zoom-in"))
    set_zoom (self, get_zoom (self) * ZOOM_STEP);
  else if (g_str_equal (name, "preview.zoom-out"))
    set_zoom (self, get_zoom (self) / ZOOM_STEP);
  else
    set_zoom (self, 0);
}

static gboolean
scroll_cb (TrinhPreviewPage *self,
           double dx,
           double dy,
           GtkEventControllerScroll *scroll)
{
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  set_zoom (self, dy < 0 ? get_zoom (self) * ZOOM_STEP : get_zoom (self) / ZOOM_STEP);

  return GDK_EVENT_STOP;
}

static void
fill_paper (TrinhPreviewPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  const double place = gtk_adjustment_get_value (adjustment);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->paper))) != NULL)
    gtk_box_remove (self->paper, child);
  for (guint i = 0; i < trinh_pages_get_n_pages (self->pages); i++)
    gtk_box_append (self->paper, trinh_page_view_new (self->pages, i));

  apply_zoom (self);
  gtk_stack_set_visible_child_name (self->stack, "pages");
  gtk_adjustment_set_value (adjustment, place);
  update_page_label (self);
}

static void
layout_done_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  TrinhPreviewPage *self = TRINH_PREVIEW_PAGE (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrinhPages) pages = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (pages == NULL)
    {
      g_autofree char *message = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->problem, message);
      gtk_stack_set_visible_child_name (self->stack, "problem");
      return;
    }

  g_set_object (&self->pages, pages);
  fill_paper (self);
}

static void
layout_in_thread (GTask *task,
                  gpointer source_object,
                  gpointer task_data,
                  GCancellable *cancellable)
{
  GError *error = NULL;
  TrinhPages *pages = trinh_pages_new (task_data, NULL, NULL, cancellable, &error);

  if (pages != NULL)
    g_task_return_pointer (task, pages, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* The report is read here, on the main thread; the laying out is long and goes elsewhere. */
static void
start_layout (TrinhPreviewPage *self)
{
  TrinhWork *work = trinh_report_page_get_work (TRINH_REPORT_PAGE (self));
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->layout_cancellable);
  g_clear_object (&self->layout_cancellable);
  if (work == NULL)
    return;

  self->layout_cancellable = g_cancellable_new ();
  task = g_task_new (self, self->layout_cancellable, layout_done_cb, NULL);
  g_task_set_source_tag (task, start_layout);
  g_task_set_task_data (task, trinh_document_new (trinh_work_get_evaluation (work)), g_object_unref);
  g_task_run_in_thread (task, layout_in_thread);
}

static gboolean
layout_due (gpointer user_data)
{
  TrinhPreviewPage *self = user_data;

  self->layout_source = 0;
  start_layout (self);

  return G_SOURCE_REMOVE;
}

/* Nobody sees a page that is not shown: it is laid out when it is shown again. */
static void
report_changed_cb (TrinhPreviewPage *self)
{
  g_clear_handle_id (&self->layout_source, g_source_remove);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->layout_source = g_timeout_add (LAYOUT_DELAY, layout_due, self);
      return;
    }

  /* What is being laid out is of yesterday too. */
  g_cancellable_cancel (self->layout_cancellable);
  g_clear_object (&self->pages);
}

static void
trinh_preview_page_map (GtkWidget *widget)
{
  TrinhPreviewPage *self = TRINH_PREVIEW_PAGE (widget);

  GTK_WIDGET_CLASS (trinh_preview_page_parent_class)->map (widget);

  if (self->pages == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "waiting");
      start_layout (self);
    }
}

static gboolean
fit_idle (gpointer user_data)
{
  TrinhPreviewPage *self = user_data;

  self->fit_source = 0;
  if (self->zoom <= 0 && self->pages != NULL)
    apply_zoom (self);
  update_page_label (self);

  return G_SOURCE_REMOVE;
}

/* Comes while sizes are being given out, when none may be asked for. */
static void
size_changed_cb (TrinhPreviewPage *self)
{
  if (self->fit_source == 0)
    self->fit_source = g_idle_add (fit_idle, self);
}

static void
trinh_preview_page_work_changed (TrinhReportPage *page,
                                 TrinhWork *work)
{
  TrinhPreviewPage *self = TRINH_PREVIEW_PAGE (page);

  trinh_report_page_set_title (page, _ ("Preview"));
  g_clear_object (&self->pages);
  g_signal_group_set_target (self->report_signals, work != NULL ? trinh_work_get_report (work) : NULL);
  if (work != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    start_layout (self);
}

static void
cancel_clicked_cb (TrinhPreviewPage *self)
{
  trinh_preview_page_cancel_export (self);
}

static void
trinh_preview_page_dispose (GObject *object)
{
  TrinhPreviewPage *self = TRINH_PREVIEW_PAGE (object);

  g_clear_handle_id (&self->layout_source, g_source_remove);
  g_clear_handle_id (&self->fit_source, g_source_remove);
  g_cancellable_cancel (self->layout_cancellable);
  g_clear_object (&self->layout_cancellable);
  g_cancellable_cancel (self->export_cancellable);
  g_clear_object (&self->export_cancellable);
  g_clear_object (&self->report_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_PREVIEW_PAGE);
  g_clear_object (&self->pages);

  G_OBJECT_CLASS (trinh_preview_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-preview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhPreviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreviewPage, problem);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreviewPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreviewPage, paper);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreviewPage, page_label);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreviewPage, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreviewPage, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreviewPage, progress);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreviewPage, progress_label);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "preview.first", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "preview.previous", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "preview.next", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "preview.last", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-fit", NULL, zoom_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "preview.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "preview.zoom-fit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "preview.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "preview.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, GDK_CONTROL_MASK, "preview.first", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_End, GDK_CONTROL_MASK, "preview.last", NULL);
}

static void
trinh_preview_page_class_init (TrinhPreviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_preview_page_dispose;
  widget_class->map = trinh_preview_page_map;
  TRINH_REPORT_PAGE_CLASS (klass)->work_changed = trinh_preview_page_work_changed;

  bind_template (widget_class);
  install_actions (widget_class);
}

static void
trinh_preview_page_init (TrinhPreviewPage *self)
{
  GtkEventController *scroll;
  GtkAdjustment *horizontal;
  GtkAdjustment *vertical;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->report_signals = g_signal_group_new (TRINH_TYPE_REPORT);
  g_signal_group_connect_swapped (self->report_signals, "changed", G_CALLBACK (report_changed_cb), self);
  horizontal = gtk_scrolled_window_get_hadjustment (self->scroller);
  vertical = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (horizontal, "notify::page-size", G_CALLBACK (size_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (vertical, "value-changed", G_CALLBACK (update_page_label), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (vertical, "changed", G_CALLBACK (size_changed_cb), self, G_CONNECT_SWAPPED);

  scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), scroll);
}

GtkWidget *
trinh_preview_page_new (void)
{
  return g_object_new (TRINH_TYPE_PREVIEW_PAGE, NULL);
}
