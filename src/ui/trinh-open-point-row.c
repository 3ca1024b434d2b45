/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-open-point-row.h"
#include "trinh-work-remarks.h"

struct _TrinhOpenPointRow
{
  GtkListBoxRow parent_instance;

  /* Owned References */
  TrinhWork *work;
  TrinhOpenPoint *point;

  /* Template References */
  GtkLabel *title;
  GtkWidget *go_button;
  GtkLabel *text;
  AdwWrapBox *buttons;
  GtkWidget *words_box;
  GtkEditable *words;
  GtkButton *words_button;
  GtkLabel *problem;
};

enum
{
  GO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrinhOpenPointRow, trinh_open_point_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_problem (TrinhOpenPointRow *self,
              const GError *error)
{
  gtk_label_set_label (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
}

static char *
dup_words (TrinhOpenPointRow *self)
{
  return g_strstrip (trinh_language_normalize (gtk_editable_get_text (self->words)));
}

static TrinhEdit *
make_explanation (TrinhOpenPointRow *self,
                  const char *reason)
{
  TrinhEvaluation *evaluation = trinh_work_get_evaluation (self->work);

  return trinh_evaluation_make_acknowledge (evaluation, trinh_open_point_get_finding (self->point), reason, trinh_work_get_author (self->work));
}

static gboolean
answer (TrinhOpenPointRow *self,
        const char *text,
        GError **error)
{
  g_autoptr (TrinhRemark) remark = trinh_work_make_remark (self->work, text);
  g_autoptr (TrinhRemark) placed = trinh_remark_in_thread (remark, trinh_open_point_get_thread (self->point), TRINH_REMARK_SAYS);

  return trinh_work_add_remark (self->work, placed, error);
}

/* The row may go with its point: nothing is touched behind the edit but what is held here. */
static void
words_given_cb (TrinhOpenPointRow *self)
{
  g_autoptr (TrinhOpenPointRow) held = g_object_ref (self);
  g_autofree char *text = dup_words (self);
  g_autoptr (TrinhEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  if (text[0] == '\0')
    return;
  if (trinh_open_point_get_kind (self->point) == TRINH_OPEN_POINT_REMARK)
    answer (self, text, &error);
  else
    {
      edit = make_explanation (self, text);
      if (edit != NULL)
        trinh_work_apply (self->work, edit, &error);
    }
  show_problem (held, error);
}

static void
words_changed_cb (TrinhOpenPointRow *self)
{
  g_autofree char *text = dup_words (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->words_button), text[0] != '\0');
}

static void
go_clicked_cb (TrinhOpenPointRow *self)
{
  g_autofree char *thread = NULL;

  if (trinh_open_point_get_thread (self->point) != NULL)
    thread = g_strdup_printf ("remarks:%s", trinh_open_point_get_thread (self->point));
  g_signal_emit (self, signals[GO], 0, thread != NULL ? thread : trinh_open_point_get_place (self->point));
}

static void
blank_clicked_cb (TrinhOpenPointRow *self,
                  GtkWidget *button)
{
  g_autoptr (TrinhOpenPointRow) held = g_object_ref (self);
  const TrinhBlank reason = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "reason"));
  g_autoptr (GError) error = NULL;

  trinh_work_enter_blank (self->work, trinh_open_point_get_place (self->point), reason, &error);
  show_problem (held, error);
}

/* The section says that there is nothing to report. */
static void
none_clicked_cb (TrinhOpenPointRow *self)
{
  g_autoptr (TrinhOpenPointRow) held = g_object_ref (self);
  TrinhSection *section = trinh_report_find_section (trinh_work_get_report (self->work), trinh_open_point_get_place (self->point));
  g_autoptr (TrinhSection) changed = NULL;
  g_autoptr (TrinhEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  if (section == NULL)
    return;
  changed = trinh_section_with_text (section, trinh_section_get_text (section), TRUE);
  edit = trinh_edit_new (_ ("nothing to report"));
  trinh_edit_set_section (edit, changed);
  trinh_work_apply (self->work, edit, &error);
  show_problem (held, error);
}

static GtkWidget *
add_button (TrinhOpenPointRow *self,
            const char *label,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->buttons, button);

  return button;
}

static void
add_reasons (TrinhOpenPointRow *self)
{
  static const struct
  {
    TrinhBlank reason;
    const char *label;
  } reasons[] = {
    { TRINH_BLANK_NOT_APPLICABLE, N_ ("Not applicable") },
    { TRINH_BLANK_NONE_OCCURRED, N_ ("None occurred") },
    { TRINH_BLANK_NOT_AVAILABLE, N_ ("Not available") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      GtkWidget *button = add_button (self, _ (reasons[i].label), G_CALLBACK (blank_clicked_cb));

      g_object_set_data (G_OBJECT (button), "reason", GINT_TO_POINTER (reasons[i].reason));
    }
}

static void
offer_words (TrinhOpenPointRow *self,
             const char *name,
             const char *button)
{
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->words), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->words), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_button_set_label (self->words_button, button);
  gtk_widget_set_visible (self->words_box, TRUE);
}

static void
fill_means (TrinhOpenPointRow *self)
{
  const TrinhOpenPointKind kind = trinh_open_point_get_kind (self->point);

  if (kind == TRINH_OPEN_POINT_REMARK)
    offer_words (self, _ ("Answer"), _ ("Answer"));
  else if (kind == TRINH_OPEN_POINT_ERROR)
    offer_words (self, _ ("The reason travels with the report"), _ ("Explain"));
  else if (trinh_report_find_section (trinh_work_get_report (self->work), trinh_open_point_get_place (self->point)) != NULL)
    add_button (self, _ ("Nothing to report"), G_CALLBACK (none_clicked_cb));
  else
    add_reasons (self);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), kind == TRINH_OPEN_POINT_BLANK);
}

static void
trinh_open_point_row_dispose (GObject *object)
{
  TrinhOpenPointRow *self = TRINH_OPEN_POINT_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_OPEN_POINT_ROW);
  g_clear_object (&self->work);
  g_clear_object (&self->point);

  G_OBJECT_CLASS (trinh_open_point_row_parent_class)->dispose (object);
}

static void
trinh_open_point_row_class_init (TrinhOpenPointRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_open_point_row_dispose;

  signals[GO] = g_signal_new ("go", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-open-point-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhOpenPointRow, title);
  gtk_widget_class_bind_template_child (widget_class, TrinhOpenPointRow, go_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhOpenPointRow, text);
  gtk_widget_class_bind_template_child (widget_class, TrinhOpenPointRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, TrinhOpenPointRow, words_box);
  gtk_widget_class_bind_template_child (widget_class, TrinhOpenPointRow, words);
  gtk_widget_class_bind_template_child (widget_class, TrinhOpenPointRow, words_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhOpenPointRow, problem);
  gtk_widget_class_bind_template_callback (widget_class, go_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_given_cb);
}

static void
trinh_open_point_row_init (TrinhOpenPointRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A value by its words, too: nobody knows by heart what "4.1" is. (transfer full) */
static char *
dup_title (TrinhWork *work,
           TrinhOpenPoint *point)
{
  const char *title = trinh_open_point_get_title (point);
  TrinhFormRow *row = NULL;

  if (trinh_regime_find_cell (trinh_report_get_regime (trinh_work_get_report (work)), trinh_open_point_get_place (point), NULL, &row, NULL))
    return g_strdup_printf ("%s: %s", title, trinh_form_row_get_plain_label (row));

  return g_strdup (title);
}

static void
describe (GtkWidget *widget,
          TrinhOpenPointRow *self)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->title, NULL, -1);
}

/* Many rows have buttons of the same name: a screen reader says with each of them what it is for. */
static void
show_title (TrinhOpenPointRow *self)
{
  g_autofree char *title = dup_title (self->work, self->point);

  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  describe (self->go_button, self);
  describe (GTK_WIDGET (self->words), self);
  describe (GTK_WIDGET (self->words_button), self);
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->buttons)); button != NULL; button = gtk_widget_get_next_sibling (button))
    describe (button, self);
}

GtkWidget *
trinh_open_point_row_new (TrinhWork *work,
                          TrinhOpenPoint *point)
{
  TrinhOpenPointRow *self;

  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);
  g_return_val_if_fail (TRINH_IS_OPEN_POINT (point), NULL);

  self = g_object_new (TRINH_TYPE_OPEN_POINT_ROW, NULL);
  self->work = g_object_ref (work);
  self->point = g_object_ref (point);
  gtk_label_set_label (self->text, trinh_open_point_get_text (point));
  gtk_widget_set_visible (self->go_button, trinh_open_point_get_place (point)[0] != '\0' || trinh_open_point_get_thread (point) != NULL);
  fill_means (self);
  show_title (self);

  return GTK_WIDGET (self);
}

gboolean
trinh_open_point_row_shows (TrinhOpenPointRow *self,
                            TrinhOpenPoint *point)
{
  g_return_val_if_fail (TRINH_IS_OPEN_POINT_ROW (self), FALSE);
  g_return_val_if_fail (TRINH_IS_OPEN_POINT (point), FALSE);

  return trinh_open_point_get_kind (self->point) == trinh_open_point_get_kind (point) &&
         trinh_open_point_get_finding (self->point) == trinh_open_point_get_finding (point) &&
         g_str_equal (trinh_open_point_get_place (self->point), trinh_open_point_get_place (point)) &&
         g_str_equal (trinh_open_point_get_text (self->point), trinh_open_point_get_text (point)) &&
         g_strcmp0 (trinh_open_point_get_thread (self->point), trinh_open_point_get_thread (point)) == 0;
}
