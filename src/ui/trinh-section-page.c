/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-finding-box.h"
#include "trinh-markup.h"
#include "trinh-section-page-private.h"
#include "trinh-section-places.h"
#include "trinh-spelling.h"

/* A text is one edit per pause of this many milliseconds, never per key. */
#define PAUSE 900

G_DEFINE_FINAL_TYPE (TrinhSectionPage, trinh_section_page, TRINH_TYPE_REPORT_PAGE)

static TrinhWork *
get_work (TrinhSectionPage *self)
{
  return trinh_report_page_get_work (TRINH_REPORT_PAGE (self));
}

static TrinhSection *
get_section (TrinhSectionPage *self)
{
  TrinhWork *work = get_work (self);

  if (work == NULL || self->section == NULL)
    return NULL;

  return trinh_report_find_section (trinh_work_get_report (work), self->section);
}

static void
apply_section (TrinhSectionPage *self,
               TrinhSection *section)
{
  g_autoptr (TrinhEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  /* Translators: what can be undone; %s is a section's number or title */
  label = g_strdup_printf (_ ("text of %s"), trinh_section_get_number (section)[0] != '\0' ? trinh_section_get_number (section) : trinh_section_get_title (section));
  edit = trinh_edit_new (label);
  trinh_edit_set_section (edit, section);
  if (!trinh_work_apply (get_work (self), edit, &error))
    trinh_report_page_toast (GTK_WIDGET (self), error->message);
}

static void
trinh_section_page_commit (TrinhReportPage *page)
{
  TrinhSectionPage *self = TRINH_SECTION_PAGE (page);
  TrinhSection *section = get_section (self);
  g_autoptr (TrinhSection) changed = NULL;
  g_autofree char *source = NULL;

  g_clear_handle_id (&self->pause_source, g_source_remove);
  if (section == NULL)
    return;

  source = trinh_section_buffer_dup_source (self->buffer);
  if (g_str_equal (source, trinh_section_get_text (section)))
    return;

  changed = trinh_section_with_text (section, source, trinh_section_get_none (section));
  apply_section (self, changed);
}

static gboolean
pause_cb (gpointer user_data)
{
  TrinhSectionPage *self = user_data;

  self->pause_source = 0;
  trinh_section_page_commit (TRINH_REPORT_PAGE (self));

  return G_SOURCE_REMOVE;
}

static void
update_count (TrinhSectionPage *self)
{
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  guint words = 0;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  text = gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self->buffer), &start, &end, FALSE);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    words += !g_unichar_isspace (g_utf8_get_char (p)) && (p == text || g_ascii_isspace (p[-1]));
  label = g_strdup_printf (ngettext ("%u word", "%u words", words), words);
  gtk_label_set_label (self->count, label);
}

static void
edited_cb (TrinhSectionPage *self)
{
  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->pause_source = g_timeout_add (PAUSE, pause_cb, self);
  update_count (self);
  trinh_section_page_forget_citations (self);
}

static void
focus_left_cb (TrinhSectionPage *self)
{
  trinh_section_page_commit (TRINH_REPORT_PAGE (self));
}

static void
none_toggled_cb (TrinhSectionPage *self)
{
  TrinhSection *section = get_section (self);
  g_autoptr (TrinhSection) changed = NULL;

  if (self->filling || section == NULL)
    return;

  trinh_section_page_commit (TRINH_REPORT_PAGE (self));
  section = get_section (self);
  changed = trinh_section_with_text (section, trinh_section_get_text (section), gtk_check_button_get_active (self->none_check));
  apply_section (self, changed);
}

static void
fill_findings (TrinhSectionPage *self)
{
  GListModel *all = G_LIST_MODEL (trinh_work_get_evaluation (get_work (self)));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->findings))) != NULL)
    gtk_box_remove (self->findings, child);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (TrinhFinding) finding = g_list_model_get_item (all, i);

      if (g_strcmp0 (trinh_finding_get_section (finding), self->section) == 0)
        gtk_box_append (self->findings, trinh_finding_box_new (get_work (self), finding, self->section));
    }
}

static void
fill_guidance (TrinhSectionPage *self,
               TrinhSection *section)
{
  TrinhRegime *regime = trinh_report_get_regime (trinh_work_get_report (get_work (self)));
  TrinhOutlineItem *item = trinh_outline_find_item (trinh_regime_get_outline (regime), trinh_section_get_outline (section));
  g_autofree char *text = item != NULL ? trinh_markup_strip (trinh_outline_item_get_guidance (item)) : g_strdup ("");

  gtk_label_set_label (self->guidance, text);
  gtk_widget_set_visible (self->guidance_box, text[0] != '\0');
  trinh_section_page_fill_phrases (self, item);
}

static void
fill_heading (TrinhSectionPage *self,
              TrinhSection *section)
{
  g_autofree char *title = trinh_markup_strip (trinh_section_get_title (section));
  g_autofree char *heading = NULL;

  if (title[0] == '\0')
    heading = g_strdup (_ ("Paragraph without a heading"));
  else if (trinh_section_get_number (section)[0] != '\0')
    heading = g_strdup_printf ("%s. %s", trinh_section_get_number (section), title);
  else
    heading = g_steal_pointer (&title);

  gtk_label_set_label (self->heading, heading);
  trinh_report_page_set_title (TRINH_REPORT_PAGE (self), heading);
  trinh_report_page_set_subtitle (TRINH_REPORT_PAGE (self), trinh_report_get_title (trinh_work_get_report (get_work (self))));
}

/* The report says what stands here; what a person has typed since wins until it is entered. */
static void
show_section (TrinhSectionPage *self)
{
  const gboolean read_only = trinh_report_page_get_read_only (TRINH_REPORT_PAGE (self));
  TrinhSection *section = get_section (self);
  g_autofree char *shown = NULL;

  if (section == NULL)
    return;

  self->filling = TRUE;
  shown = trinh_section_buffer_dup_source (self->buffer);
  if (self->pause_source == 0 && !g_str_equal (shown, trinh_section_get_text (section)))
    trinh_section_buffer_set_source (self->buffer, trinh_section_get_text (section));
  gtk_check_button_set_active (self->none_check, trinh_section_get_none (section));
  gtk_widget_set_sensitive (GTK_WIDGET (self->view), !trinh_section_get_none (section));
  gtk_text_view_set_editable (self->view, !read_only);
  gtk_widget_set_sensitive (self->toolbar, !trinh_section_get_none (section) && !read_only);
  gtk_widget_set_sensitive (GTK_WIDGET (self->none_check), !read_only);
  fill_heading (self, section);
  fill_guidance (self, section);
  fill_findings (self);
  update_count (self);
  self->filling = FALSE;
  trinh_section_page_forget_citations (self);
  trinh_section_page_update_remarks (self);
}

static void
section_changed_cb (TrinhSectionPage *self,
                    const char *id)
{
  if (g_strcmp0 (id, self->section) == 0)
    show_section (self);
}

static void
documents_changed_cb (TrinhSectionPage *self)
{
  trinh_section_page_fill_documents (self);
  trinh_section_page_forget_citations (self);
}

static gboolean
refresh_idle (gpointer user_data)
{
  TrinhSectionPage *self = user_data;

  self->refresh_source = 0;
  trinh_section_buffer_refresh (self->buffer);
  fill_findings (self);

  return G_SOURCE_REMOVE;
}

/* A value of any form may stand in the text; many change with one edit. */
static void
queue_refresh (TrinhSectionPage *self)
{
  if (self->refresh_source == 0 && self->section != NULL)
    self->refresh_source = g_idle_add (refresh_idle, self);
}

/* The dictionary is opened when a text is shown, after what is seen first. */
static gboolean
spelling_idle (gpointer user_data)
{
  TrinhSectionPage *self = user_data;
  const gboolean wanted = g_settings_get_boolean (self->settings, "check-spelling");

  self->spelling_source = 0;
  if (self->spelling == NULL && wanted && trinh_spelling_is_available ())
    {
      self->spelling = trinh_spelling_marks_new (self->view);
      trinh_spelling_marks_set_report (self->spelling, get_work (self) != NULL ? trinh_work_get_report (get_work (self)) : NULL);
      trinh_section_page_make_menu (self);
    }
  if (self->spelling != NULL)
    trinh_spelling_marks_set_enabled (self->spelling, wanted);

  return G_SOURCE_REMOVE;
}

static void
queue_spelling (TrinhSectionPage *self)
{
  if (self->spelling_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->spelling_source = g_idle_add_full (G_PRIORITY_LOW, spelling_idle, self, NULL);
}

static void
trinh_section_page_work_changed (TrinhReportPage *page,
                                 TrinhWork *work)
{
  TrinhSectionPage *self = TRINH_SECTION_PAGE (page);

  g_clear_pointer (&self->section, g_free);
  trinh_section_buffer_set_evaluation (self->buffer, work != NULL ? trinh_work_get_evaluation (work) : NULL);
  trinh_indicator_picker_set_work (self->picker, work, FALSE);
  g_signal_group_set_target (self->report_signals, work != NULL ? trinh_work_get_report (work) : NULL);
  g_signal_group_set_target (self->evaluation_signals, work != NULL ? trinh_work_get_evaluation (work) : NULL);
  if (self->spelling != NULL)
    trinh_spelling_marks_set_report (self->spelling, work != NULL ? trinh_work_get_report (work) : NULL);
  trinh_section_page_update_remarks (self);
  if (work != NULL)
    trinh_section_page_fill_documents (self);
}

/* "s3#2": the third paragraph that the text is printed as */
static void
show_paragraph (TrinhSectionPage *self,
                guint position)
{
  g_autofree char *source = trinh_section_buffer_dup_source (self->buffer);
  g_autoptr (TrinhMarkup) markup = trinh_markup_parse (source);
  const guint offset = trinh_markup_find_paragraph (markup, position);
  GtkTextIter start;
  GtkTextIter end;

  trinh_section_places_get_range (self->buffer, offset, offset, &start, &end);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self->buffer), &start);
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)), 0.1, FALSE, 0, 0);
}

static gboolean
trinh_section_page_reveal (TrinhReportPage *page,
                           const char *place)
{
  TrinhSectionPage *self = TRINH_SECTION_PAGE (page);
  const char *paragraph = strrchr (place, '#');
  guint64 position;

  if (paragraph != NULL && g_ascii_string_to_unsigned (paragraph + 1, 10, 0, G_MAXUINT16, &position, NULL))
    show_paragraph (self, (guint) position);

  return gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
trinh_section_page_dispose (GObject *object)
{
  TrinhSectionPage *self = TRINH_SECTION_PAGE (object);

  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_handle_id (&self->spelling_source, g_source_remove);
  g_clear_object (&self->spelling);
  g_clear_object (&self->remark_marks);
  g_clear_object (&self->settings);
  g_clear_object (&self->report_signals);
  g_clear_object (&self->evaluation_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_SECTION_PAGE);
  if (self->buffer != NULL)
    trinh_section_buffer_set_evaluation (self->buffer, NULL); /* GTK keeps a buffer that ever had a selection */
  g_clear_object (&self->buffer);
  g_clear_pointer (&self->citations, g_ptr_array_unref);
  g_clear_pointer (&self->section, g_free);

  G_OBJECT_CLASS (trinh_section_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-section-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhSectionPage, view);
  gtk_widget_class_bind_template_child (widget_class, TrinhSectionPage, heading);
  gtk_widget_class_bind_template_child (widget_class, TrinhSectionPage, guidance);
  gtk_widget_class_bind_template_child (widget_class, TrinhSectionPage, guidance_box);
  gtk_widget_class_bind_template_child (widget_class, TrinhSectionPage, none_check);
  gtk_widget_class_bind_template_child (widget_class, TrinhSectionPage, toolbar);
  gtk_widget_class_bind_template_child (widget_class, TrinhSectionPage, findings);
  gtk_widget_class_bind_template_child (widget_class, TrinhSectionPage, value_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhSectionPage, phrase_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhSectionPage, document_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhSectionPage, picker);
  gtk_widget_class_bind_template_child (widget_class, TrinhSectionPage, formats);
  gtk_widget_class_bind_template_child (widget_class, TrinhSectionPage, phrases);
  gtk_widget_class_bind_template_child (widget_class, TrinhSectionPage, documents);
  gtk_widget_class_bind_template_child (widget_class, TrinhSectionPage, count);
  gtk_widget_class_bind_template_child (widget_class, TrinhSectionPage, register_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhSectionPage, remark_content);
  gtk_widget_class_bind_template_callback (widget_class, none_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
}

static void
trinh_section_page_class_init (TrinhSectionPageClass *klass)
{
  TrinhReportPageClass *page_class = TRINH_REPORT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_section_page_dispose;
  page_class->work_changed = trinh_section_page_work_changed;
  page_class->reveal = trinh_section_page_reveal;
  page_class->commit = trinh_section_page_commit;
  page_class->remark_action = "section.remark";

  bind_template (GTK_WIDGET_CLASS (klass));
  trinh_section_page_bind_insertions (GTK_WIDGET_CLASS (klass));
  trinh_section_page_install_citation (GTK_WIDGET_CLASS (klass));
  trinh_section_page_install_remarks (GTK_WIDGET_CLASS (klass));
}

static void
trinh_section_page_init (TrinhSectionPage *self)
{
  g_type_ensure (TRINH_TYPE_INDICATOR_PICKER);
  g_type_ensure (TRINH_TYPE_TEXT_PICKER);

  gtk_widget_init_template (GTK_WIDGET (self));

  trinh_text_picker_set_name (self->phrases, _ ("Phrases"));
  trinh_text_picker_set_name (self->documents, _ ("Documents"));
  self->buffer = trinh_section_buffer_new ();
  gtk_text_view_set_buffer (self->view, GTK_TEXT_BUFFER (self->buffer));
  self->remark_marks = trinh_remark_marks_new (self->buffer);
  g_signal_connect_object (self->buffer, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "notify::cursor-position", G_CALLBACK (trinh_section_page_update_citation), self, G_CONNECT_SWAPPED);

  trinh_section_page_make_menu (self);
  g_signal_connect (self, "notify::read-only", G_CALLBACK (show_section), NULL);

  self->settings = g_settings_new (APPLICATION_ID);
  g_signal_connect_object (self->settings, "changed::check-spelling", G_CALLBACK (queue_spelling), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "map", G_CALLBACK (queue_spelling), self, G_CONNECT_AFTER);

  self->report_signals = g_signal_group_new (TRINH_TYPE_REPORT);
  g_signal_group_connect_swapped (self->report_signals, "section-changed", G_CALLBACK (section_changed_cb), self);
  g_signal_group_connect_swapped (self->report_signals, "member-changed::documents", G_CALLBACK (documents_changed_cb), self);
  g_signal_group_connect_swapped (self->report_signals, "member-changed::comments", G_CALLBACK (trinh_section_page_update_remarks), self);
  self->evaluation_signals = g_signal_group_new (TRINH_TYPE_EVALUATION);
  g_signal_group_connect_swapped (self->evaluation_signals, "cell-changed", G_CALLBACK (queue_refresh), self);
  g_signal_group_connect_swapped (self->evaluation_signals, "items-changed", G_CALLBACK (queue_refresh), self);
  g_signal_group_connect_swapped (self->report_signals, "value-changed", G_CALLBACK (queue_refresh), self);
}

GtkWidget *
trinh_section_page_new (void)
{
  return g_object_new (TRINH_TYPE_SECTION_PAGE, NULL);
}

void
trinh_section_page_set_section (TrinhSectionPage *self,
                                const char *section)
{
  GtkTextIter start;

  g_return_if_fail (TRINH_IS_SECTION_PAGE (self));
  g_return_if_fail (section != NULL);

  if (g_strcmp0 (self->section, section) == 0)
    return;

  trinh_section_page_commit (TRINH_REPORT_PAGE (self));
  g_set_str (&self->section, section);
  show_section (self);

  /* Where one wrote in the other text says nothing in this one. */
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self->buffer), &start);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self->buffer), &start);
}
