/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-date-row.h"
#include "trinh-document-dialog.h"
#include "trinh-indicator-picker.h"

struct _TrinhDocumentDialog
{
  AdwDialog parent_instance;

  /* Owned References */
  TrinhWork *work;
  TrinhRegisteredDocument *document; /* as it was, with the file as it is now */
  TrinhDocumentCitation *citation;   /* (nullable) */
  GtkWidget *parent;                 /* (nullable): what says afterwards that it was done */
  GPtrArray *counts;                 /* addresses */
  GPtrArray *count_rows;
  char *suggested; /* the symbol that was filled in for the kind */

  /* Template References */
  AdwComboRow *kind_row;
  AdwEntryRow *number_row;
  AdwEntryRow *symbol_row;
  TrinhDateRow *date_row;
  AdwEntryRow *issuer_row;
  AdwEntryRow *abstract_row;
  AdwPreferencesGroup *counts_group;
  GtkMenuButton *counts_button;
  TrinhIndicatorPicker *picker;
  AdwActionRow *file_row;
  GtkWidget *open_button;
  GtkWidget *detach_button;
  GtkWidget *attach_button;
  GtkButton *save_button;
  GtkLabel *problem;

  gboolean is_new;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TrinhDocumentDialog, trinh_document_dialog, ADW_TYPE_DIALOG)

static TrinhReport *
get_report (TrinhDocumentDialog *self)
{
  return trinh_work_get_report (self->work);
}

static TrinhLexicon *
get_lexicon (TrinhDocumentDialog *self)
{
  return trinh_regime_get_lexicon (trinh_report_get_regime (get_report (self)));
}

static void
show_problem (TrinhDocumentDialog *self,
              const char *message)
{
  gtk_label_set_label (self->problem, message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

/* (nullable): nothing chosen, or a kind that the lexicon does not have */
static const TrinhDocumentKind *
get_kind (TrinhDocumentDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->kind_row);

  return selected != GTK_INVALID_LIST_POSITION && selected > 0 ? trinh_lexicon_get_kind (get_lexicon (self), selected - 1) : NULL;
}

/* "KH-UBND" for a plan, as long as nothing else was typed */
static void
kind_changed_cb (TrinhDocumentDialog *self)
{
  const TrinhDocumentKind *kind = self->work != NULL ? get_kind (self) : NULL;
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->symbol_row));
  const char *own;

  if (self->filling || kind == NULL || (typed[0] != '\0' && g_strcmp0 (typed, self->suggested) != 0))
    return;

  own = strchr (trinh_report_get_symbol (get_report (self)), '-');
  g_free (self->suggested);
  self->suggested = kind->in_symbol && own != NULL ? g_strconcat (kind->id, own, NULL) : g_strdup ("");
  gtk_editable_set_text (GTK_EDITABLE (self->symbol_row), self->suggested);
}

static void
remove_count_cb (TrinhDocumentDialog *self,
                 GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  guint position;

  if (!g_ptr_array_find (self->count_rows, row, &position))
    return;
  adw_preferences_group_remove (self->counts_group, row);
  g_ptr_array_remove_index (self->count_rows, position);
  g_ptr_array_remove_index (self->counts, position);
}

static void
add_count (TrinhDocumentDialog *self,
           const char *address)
{
  GtkWidget *row;
  GtkWidget *button;
  g_autofree char *name = NULL;

  if (g_ptr_array_find_with_equal_func (self->counts, address, g_str_equal, NULL))
    return;

  name = trinh_indicator_dup_name (self->work, address);
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Do not count it here"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_count_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->counts_group, row);
  g_ptr_array_add (self->counts, g_strdup (address));
  g_ptr_array_add (self->count_rows, row);
}

static void
picked_cb (TrinhDocumentDialog *self,
           const char *address)
{
  gtk_menu_button_popdown (self->counts_button);
  add_count (self, address);
}

static void
show_file (TrinhDocumentDialog *self)
{
  const char *name = trinh_registered_document_get_file_name (self->document);
  const char *sha256 = trinh_registered_document_get_file_sha256 (self->document);
  TrinhStore *store = trinh_work_get_store (self->work);
  const gboolean kept = sha256 != NULL && store != NULL && trinh_store_has_file (store, sha256);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file_row), sha256 != NULL ? name : _ ("No file"));
  if (sha256 == NULL)
    adw_action_row_set_subtitle (self->file_row, _ ("A scan or the signed file, kept beside the reports."));
  else
    adw_action_row_set_subtitle (self->file_row, kept ? "" : _ ("Not on this computer: the report came without it."));
  gtk_widget_set_visible (self->open_button, kept);
  gtk_widget_set_visible (self->detach_button, sha256 != NULL);
  gtk_widget_set_visible (self->attach_button, store != NULL);
}

static void
open_cb (TrinhDocumentDialog *self)
{
  trinh_document_open_file (self->work, self->document, GTK_WIDGET (self));
}

static void
detach_cb (TrinhDocumentDialog *self)
{
  g_autoptr (TrinhRegisteredDocument) bare = trinh_registered_document_with_file (self->document, NULL, NULL);

  g_set_object (&self->document, bare);
  show_file (self);
}

static void
file_chosen_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (TrinhDocumentDialog) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);
  g_autoptr (TrinhRegisteredDocument) filed = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL || self->work == NULL)
    return;

  filed = trinh_document_attach_file (self->work, self->document, file, &error);
  if (filed == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  g_set_object (&self->document, filed);
  show_file (self);
}

static void
attach_cb (TrinhDocumentDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Attach a file"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, file_chosen_cb, g_object_ref (self));
}

static void
cancel_cb (TrinhDocumentDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* (transfer full) in and out */
static TrinhRegisteredDocument *
with_text (TrinhRegisteredDocument *document,
           TrinhDocumentField field,
           const char *text)
{
  TrinhRegisteredDocument *changed = trinh_registered_document_with_text (document, field, text);

  g_object_unref (document);
  return changed;
}

/* "2022-06" is no day, and stays until one is typed. */
static char *
dup_date (TrinhDocumentDialog *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->date_row));
  const guint32 date = trinh_date_row_get_date (self->date_row);
  const char *old = trinh_registered_document_get_text (self->document, TRINH_DOCUMENT_DATE);

  if (date != 0)
    return trinh_date_to_string (date);
  return g_strdup (typed[0] == '\0' && strlen (old) == 10 ? "" : typed[0] == '\0' ? old
                                                                                  : typed);
}

static TrinhRegisteredDocument *
make_document (TrinhDocumentDialog *self)
{
  const TrinhDocumentKind *kind = get_kind (self);
  g_autofree char *date = dup_date (self);
  g_auto (GStrv) counts = g_new0 (char *, self->counts->len + 1);
  g_autoptr (TrinhRegisteredDocument) document = g_object_ref (self->document);

  for (guint i = 0; i < self->counts->len; i++)
    counts[i] = g_strdup (self->counts->pdata[i]);
  if (kind != NULL)
    document = with_text (document, TRINH_DOCUMENT_KIND, kind->id);
  document = with_text (document, TRINH_DOCUMENT_NUMBER, gtk_editable_get_text (GTK_EDITABLE (self->number_row)));
  document = with_text (document, TRINH_DOCUMENT_SYMBOL, gtk_editable_get_text (GTK_EDITABLE (self->symbol_row)));
  document = with_text (document, TRINH_DOCUMENT_DATE, date);
  document = with_text (document, TRINH_DOCUMENT_ISSUER, gtk_editable_get_text (GTK_EDITABLE (self->issuer_row)));
  document = with_text (document, TRINH_DOCUMENT_ABSTRACT, gtk_editable_get_text (GTK_EDITABLE (self->abstract_row)));
  return trinh_registered_document_with_counts (document, (const char *const *) counts);
}

/* (nullable): with @error where it cannot be registered */
static TrinhEdit *
make_edit (TrinhDocumentDialog *self,
           TrinhRegisteredDocument *document,
           GError **error)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  if (!trinh_document_register_check (get_report (self), document, error))
    return NULL;
  if (self->citation != NULL)
    return trinh_document_register_enrol (get_report (self), self->citation, document, NULL, NULL, error);
  g_ptr_array_add (one, document);
  return trinh_document_register_put (get_report (self), one);
}

static void
save_cb (TrinhDocumentDialog *self)
{
  g_autoptr (TrinhRegisteredDocument) document = make_document (self);
  g_autoptr (TrinhEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  edit = make_edit (self, document, &error);
  if (edit == NULL || !trinh_work_apply (self->work, edit, &error))
    {
      show_problem (self, error->message);
      return;
    }
  if (self->parent != NULL && trinh_edit_get_n_changes (edit) > 0)
    gtk_widget_activate_action (self->parent, "win.toast-undo", "s", self->is_new ? _ ("The document was registered") : _ ("The document was changed"));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
fill_kinds (TrinhDocumentDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  TrinhLexicon *lexicon = get_lexicon (self);
  const char *kind = trinh_registered_document_get_text (self->document, TRINH_DOCUMENT_KIND);
  guint selected = 0;

  gtk_string_list_append (names, _ ("Choose"));
  for (guint i = 0; lexicon != NULL && i < trinh_lexicon_get_n_kinds (lexicon); i++)
    {
      const TrinhDocumentKind *known = trinh_lexicon_get_kind (lexicon, i);

      gtk_string_list_append (names, known->name);
      if (g_str_equal (known->id, kind))
        selected = i + 1;
    }
  adw_combo_row_set_expression (self->kind_row, expression);
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->kind_row, selected);
}

static void
set_text (AdwEntryRow *row,
          TrinhRegisteredDocument *document,
          TrinhDocumentField field)
{
  gtk_editable_set_text (GTK_EDITABLE (row), trinh_registered_document_get_text (document, field));
}

static void
fill (TrinhDocumentDialog *self)
{
  const char *const *counts = trinh_registered_document_get_counts (self->document);
  const guint32 date = trinh_registered_document_get_date (self->document);

  self->filling = TRUE;
  fill_kinds (self);
  set_text (self->number_row, self->document, TRINH_DOCUMENT_NUMBER);
  set_text (self->symbol_row, self->document, TRINH_DOCUMENT_SYMBOL);
  set_text (self->issuer_row, self->document, TRINH_DOCUMENT_ISSUER);
  set_text (self->abstract_row, self->document, TRINH_DOCUMENT_ABSTRACT);
  if (date != 0)
    trinh_date_row_set_date (self->date_row, date);
  for (guint i = 0; counts[i] != NULL; i++)
    add_count (self, counts[i]);
  trinh_indicator_picker_set_work (self->picker, self->work, FALSE);
  show_file (self);
  self->filling = FALSE;
}

static void
trinh_document_dialog_dispose (GObject *object)
{
  TrinhDocumentDialog *self = TRINH_DOCUMENT_DIALOG (object);

  /* A popover may outlive its dialog for a while; the work shall not wait for it. */
  if (self->picker != NULL)
    trinh_indicator_picker_set_work (self->picker, NULL, FALSE);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_DOCUMENT_DIALOG);
  g_clear_pointer (&self->citation, trinh_document_citation_free);
  g_clear_pointer (&self->counts, g_ptr_array_unref);
  g_clear_pointer (&self->count_rows, g_ptr_array_unref);
  g_clear_pointer (&self->suggested, g_free);
  g_clear_object (&self->document);
  g_clear_object (&self->work);
  g_clear_object (&self->parent);

  G_OBJECT_CLASS (trinh_document_dialog_parent_class)->dispose (object);
}

static void
trinh_document_dialog_class_init (TrinhDocumentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_document_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-document-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentDialog, number_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentDialog, symbol_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentDialog, issuer_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentDialog, abstract_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentDialog, counts_group);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentDialog, counts_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentDialog, picker);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentDialog, open_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentDialog, detach_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentDialog, attach_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhDocumentDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, detach_cb);
  gtk_widget_class_bind_template_callback (widget_class, attach_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
trinh_document_dialog_init (TrinhDocumentDialog *self)
{
  g_type_ensure (TRINH_TYPE_DATE_ROW);
  g_type_ensure (TRINH_TYPE_INDICATOR_PICKER);

  self->counts = g_ptr_array_new_with_free_func (g_free);
  self->count_rows = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The office's own, counted where the regime counts documents, until something else is said. */
static TrinhRegisteredDocument *
make_new (TrinhReport *report,
          const TrinhDocumentCitation *citation)
{
  g_autofree char *id = trinh_document_register_dup_free_id (report);
  g_autoptr (TrinhRegisteredDocument) blank = citation != NULL ? trinh_registered_document_with_id (citation->typed, id) : trinh_registered_document_new (id);
  g_autoptr (TrinhRegisteredDocument) own = NULL;
  g_auto (GStrv) counts = NULL;

  own = citation != NULL ? g_object_ref (blank) : trinh_registered_document_with_text (blank, TRINH_DOCUMENT_ISSUER, trinh_office_get_name (trinh_report_get_office (report)));
  counts = trinh_document_register_dup_usual_counts (report, own);
  return trinh_registered_document_with_counts (own, (const char *const *) counts);
}

TrinhDocumentDialog *
trinh_document_dialog_new (TrinhWork *work,
                           TrinhRegisteredDocument *document,
                           const TrinhDocumentCitation *citation)
{
  TrinhDocumentDialog *self;

  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);
  g_return_val_if_fail (document == NULL || citation == NULL, NULL);
  g_return_val_if_fail (citation == NULL || citation->typed != NULL, NULL);

  self = g_object_new (TRINH_TYPE_DOCUMENT_DIALOG, NULL);
  self->work = g_object_ref (work);
  self->is_new = document == NULL;
  self->document = document != NULL ? g_object_ref (document) : make_new (get_report (self), citation);
  self->citation = citation != NULL ? trinh_document_citation_copy (citation) : NULL;
  adw_dialog_set_title (ADW_DIALOG (self), self->is_new ? _ ("New document") : _ ("Document"));
  fill (self);
  return self;
}

void
trinh_document_dialog_present (TrinhWork *work,
                               TrinhRegisteredDocument *document,
                               const TrinhDocumentCitation *citation,
                               GtkWidget *parent)
{
  TrinhDocumentDialog *self = trinh_document_dialog_new (work, document, citation);

  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_WIDGET (parent));

  self->parent = g_object_ref (parent);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
