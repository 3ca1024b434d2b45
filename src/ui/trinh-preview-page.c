/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-preview-page-private.h"
#include "trinh-worker.h"

/* After the last key; only what changed is laid out, so it is soon. */
#define LAYOUT_DELAY 40
#define ZOOM_STEP 1.2
/* Pixels; below it there is no room for the pages' pane and all tools */
#define NARROW 700

G_DEFINE_FINAL_TYPE (TrinhPreviewPage, trinh_preview_page, TRINH_TYPE_REPORT_PAGE)

static void
page_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TrinhPreviewPage *self = TRINH_PREVIEW_PAGE (widget);
  const guint current = trinh_preview_page_get_current (self);
  const guint n = self->pages != NULL ? trinh_pages_get_n_pages (self->pages) : 0;

  if (g_str_equal (name, "preview.next") && current + 1 < n)
    trinh_preview_page_show_page (self, current + 1);
  else if (g_str_equal (name, "preview.previous") && current > 0)
    trinh_preview_page_show_page (self, current - 1);
  else if (g_str_equal (name, "preview.first"))
    trinh_preview_page_show_page (self, 0);
  else if (g_str_equal (name, "preview.last") && n > 0)
    trinh_preview_page_show_page (self, n - 1);
}

static void
zoom_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TrinhPreviewPage *self = TRINH_PREVIEW_PAGE (widget);

  if (g_str_equal (name, "preview.zoom-in"))
    trinh_preview_page_set_zoom (self, trinh_preview_page_get_zoom (self) * ZOOM_STEP);
  else if (g_str_equal (name, "preview.zoom-out"))
    trinh_preview_page_set_zoom (self, trinh_preview_page_get_zoom (self) / ZOOM_STEP);
  else if (g_str_equal (name, "preview.zoom-page"))
    trinh_preview_page_set_zoom (self, TRINH_ZOOM_PAGE);
  else
    trinh_preview_page_set_zoom (self, TRINH_ZOOM_WIDTH);
}

static void
hit_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  trinh_preview_page_go_to_hit (TRINH_PREVIEW_PAGE (widget), g_str_equal (name, "preview.next-hit") ? 1 : -1);
}

/* "3" or nothing that is a page: then the entry says again where we are */
static void
page_entered_cb (TrinhPreviewPage *self)
{
  const guint n = self->pages != NULL ? trinh_pages_get_n_pages (self->pages) : 0;
  guint64 page = 0;

  if (g_ascii_string_to_unsigned (gtk_editable_get_text (GTK_EDITABLE (self->page_entry)), 10, 1, MAX (n, 1), &page, NULL) && n > 0)
    trinh_preview_page_show_page (self, (guint) page - 1);
  gtk_widget_child_focus (GTK_WIDGET (self->paper), GTK_DIR_TAB_FORWARD);
  trinh_preview_page_update_shown (self);
}

static TrinhLayoutFindings *
get_findings (TrinhPreviewPage *self)
{
  TrinhWork *work = trinh_report_page_get_work (TRINH_REPORT_PAGE (self));

  return work != NULL ? trinh_work_get_layout_findings (work) : NULL;
}

static void
show_findings (TrinhPreviewPage *self)
{
  TrinhLayoutFindings *findings = get_findings (self);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->paper)); child != NULL; child = gtk_widget_get_next_sibling (child))
    trinh_page_view_set_findings (TRINH_PAGE_VIEW (child), findings != NULL ? trinh_layout_findings_get_all (findings) : NULL);
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

  self->stale = self->layout_source != 0;
  trinh_preview_page_take_pages (self, pages);
  gtk_stack_set_visible_child_name (self->stack, "pages");
  trinh_preview_page_fill_pane (self);
  trinh_preview_page_search (self);
  trinh_preview_page_update_shown (self);
  show_findings (self);
  /* After the pages are shown: nobody waits for the marks in the margin. */
  if (self->layout_source == 0 && get_findings (self) != NULL)
    trinh_layout_findings_take_pages (get_findings (self), self->pages);
}

typedef struct
{
  TrinhPages *before; /* (nullable) */
  TrinhDocument *document;
} Layout;

static void
layout_free (gpointer data)
{
  Layout *layout = data;

  g_clear_object (&layout->before);
  g_object_unref (layout->document);
  g_free (layout);
}

static void
layout_in_thread (GTask *task,
                  gpointer source_object,
                  gpointer task_data,
                  GCancellable *cancellable)
{
  const Layout *layout = task_data;
  GError *error = NULL;
  TrinhPages *pages = trinh_pages_new_after (layout->before, layout->document, NULL, NULL, cancellable, &error);

  if (pages != NULL)
    g_task_return_pointer (task, pages, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* The report is read here, on the main thread; the laying out may be long and goes elsewhere. The old pages stay until
 * the new ones are there. */
static void
start_layout (TrinhPreviewPage *self)
{
  TrinhWork *work = trinh_report_page_get_work (TRINH_REPORT_PAGE (self));
  g_autoptr (GTask) task = NULL;
  Layout *layout;

  g_cancellable_cancel (self->layout_cancellable);
  g_clear_object (&self->layout_cancellable);
  if (work == NULL)
    return;

  layout = g_new0 (Layout, 1);
  layout->before = self->pages != NULL ? g_object_ref (self->pages) : NULL;
  layout->document = trinh_document_new (trinh_work_get_evaluation (work));
  self->layout_cancellable = g_cancellable_new ();
  task = g_task_new (self, self->layout_cancellable, layout_done_cb, NULL);
  g_task_set_source_tag (task, start_layout);
  g_task_set_task_data (task, layout, layout_free);
  trinh_worker_run (task, layout_in_thread);
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
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->layout_source = g_timeout_add (LAYOUT_DELAY, layout_due, self);
      return;
    }

  /* What is being laid out is of yesterday too. */
  g_cancellable_cancel (self->layout_cancellable);
}

static void
trinh_preview_page_map (GtkWidget *widget)
{
  TrinhPreviewPage *self = TRINH_PREVIEW_PAGE (widget);

  GTK_WIDGET_CLASS (trinh_preview_page_parent_class)->map (widget);

  if (self->pages == NULL)
    gtk_stack_set_visible_child_name (self->stack, "waiting");
  if (self->pages == NULL || self->stale)
    start_layout (self);
}

/* The pane opens and closes, and the tools fold into a menu, when the width comes to be wide or narrow, and is the person's own affair meanwhile. */
static void
fit_width (TrinhPreviewPage *self)
{
  const gboolean narrow = gtk_widget_get_width (GTK_WIDGET (self)) < NARROW;

  if (self->sized && narrow == self->narrow)
    return;

  self->sized = TRUE;
  self->narrow = narrow;
  gtk_toggle_button_set_active (self->pane_button, !narrow);
  gtk_widget_set_visible (self->wide_tools, !narrow);
  gtk_widget_set_visible (self->more_button, narrow);
}

static gboolean
fit_idle (gpointer user_data)
{
  TrinhPreviewPage *self = user_data;

  self->fit_source = 0;
  fit_width (self);
  if (self->zoom <= 0 && self->pages != NULL)
    trinh_preview_page_apply_zoom (self);
  trinh_preview_page_update_shown (self);

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
  trinh_preview_page_forget_cursor (self);
  g_clear_object (&self->pages);
  g_signal_group_set_target (self->report_signals, work != NULL ? trinh_work_get_report (work) : NULL);
  g_signal_group_set_target (self->findings_signals, get_findings (self));
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
  g_clear_object (&self->findings_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_PREVIEW_PAGE);
  g_clear_object (&self->pages);
  g_clear_pointer (&self->marks, g_array_unref);

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
  gtk_widget_class_bind_template_child (widget_class, TrinhPreviewPage, page_entry);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreviewPage, page_label);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreviewPage, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreviewPage, pane_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreviewPage, wide_tools);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreviewPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreviewPage, pane);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreviewPage, thumbnails);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreviewPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreviewPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreviewPage, search_label);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreviewPage, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreviewPage, progress);
  gtk_widget_class_bind_template_child (widget_class, TrinhPreviewPage, progress_label);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_entered_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "pane_toggled_cb", G_CALLBACK (trinh_preview_page_pane_toggled_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "thumbnail_activated_cb", G_CALLBACK (trinh_preview_page_thumbnail_activated_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "thumbnail_selected_cb", G_CALLBACK (trinh_preview_page_thumbnail_selected_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "search_changed_cb", G_CALLBACK (trinh_preview_page_search_changed_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "search_activated_cb", G_CALLBACK (trinh_preview_page_search_activated_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "search_stopped_cb", G_CALLBACK (trinh_preview_page_search_stopped_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "search_key_cb", G_CALLBACK (trinh_preview_page_search_key_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "paper_key_cb", G_CALLBACK (trinh_preview_page_paper_key_cb));
}

/* With Ctrl */
static const struct
{
  guint key;
  const char *action;
} turns[] = {
  { GDK_KEY_Page_Down, "preview.next" },
  { GDK_KEY_Page_Up, "preview.previous" },
  { GDK_KEY_Home, "preview.first" },
  { GDK_KEY_End, "preview.last" },
};

gboolean
trinh_preview_page_turn (TrinhPreviewPage *self,
                         guint key,
                         GdkModifierType state)
{
  g_return_val_if_fail (TRINH_IS_PREVIEW_PAGE (self), GDK_EVENT_PROPAGATE);

  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK)
    return GDK_EVENT_PROPAGATE;
  for (gsize i = 0; i < G_N_ELEMENTS (turns); i++)
    if (key == turns[i].key && gtk_widget_activate_action (GTK_WIDGET (self), turns[i].action, NULL))
      return GDK_EVENT_STOP;

  return GDK_EVENT_PROPAGATE;
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
  gtk_widget_class_install_action (widget_class, "preview.zoom-page", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "preview.next-hit", NULL, hit_action);
  gtk_widget_class_install_action (widget_class, "preview.previous-hit", NULL, hit_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "preview.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "preview.zoom-fit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "preview.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0, GDK_CONTROL_MASK, "preview.zoom-fit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_9, GDK_CONTROL_MASK, "preview.zoom-page", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, GDK_NO_MODIFIER_MASK, "preview.next-hit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, GDK_SHIFT_MASK, "preview.previous-hit", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (turns); i++)
    gtk_widget_class_add_binding_action (widget_class, turns[i].key, GDK_CONTROL_MASK, turns[i].action, NULL);
}

/* "preview:4": the fourth page, as soon as it is laid out */
static gboolean
trinh_preview_page_reveal (TrinhReportPage *page,
                           const char *place)
{
  TrinhPreviewPage *self = TRINH_PREVIEW_PAGE (page);
  const char *number = strchr (place, ':');
  guint64 wanted;

  if (number == NULL || !g_ascii_string_to_unsigned (number + 1, 10, 1, G_MAXUINT16, &wanted, NULL))
    return FALSE;
  self->wanted = (guint) wanted;
  trinh_preview_page_show_wanted (self);

  return TRUE;
}

static void
trinh_preview_page_class_init (TrinhPreviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_preview_page_dispose;
  widget_class->map = trinh_preview_page_map;
  TRINH_REPORT_PAGE_CLASS (klass)->work_changed = trinh_preview_page_work_changed;
  TRINH_REPORT_PAGE_CLASS (klass)->start_search = trinh_preview_page_start_search;
  TRINH_REPORT_PAGE_CLASS (klass)->reveal = trinh_preview_page_reveal;

  bind_template (widget_class);
  install_actions (widget_class);
}

static void
trinh_preview_page_init (TrinhPreviewPage *self)
{
  GtkAdjustment *horizontal;
  GtkAdjustment *vertical;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->report_signals = g_signal_group_new (TRINH_TYPE_REPORT);
  g_signal_group_connect_swapped (self->report_signals, "changed", G_CALLBACK (report_changed_cb), self);
  self->findings_signals = g_signal_group_new (TRINH_TYPE_LAYOUT_FINDINGS);
  g_signal_group_connect_swapped (self->findings_signals, "items-changed", G_CALLBACK (show_findings), self);
  horizontal = gtk_scrolled_window_get_hadjustment (self->scroller);
  vertical = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (horizontal, "notify::page-size", G_CALLBACK (size_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (vertical, "value-changed", G_CALLBACK (trinh_preview_page_update_shown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (vertical, "changed", G_CALLBACK (size_changed_cb), self, G_CONNECT_SWAPPED);

  trinh_preview_page_add_zoom_gestures (self);
  trinh_preview_page_forget_cursor (self);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.next-hit", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.previous-hit", FALSE);
}

GtkWidget *
trinh_preview_page_new (void)
{
  return g_object_new (TRINH_TYPE_PREVIEW_PAGE, NULL);
}
