/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-change-markup.h"
#include "trinh-finding-box.h"
#include "trinh-remark-text.h"
#include "trinh-review-row.h"

struct _TrinhReviewRow
{
  GtkListBoxRow parent_instance;

  /* Owned References */
  char *place;

  /* Template References */
  GtkLabel *mark;
  GtkLabel *caption;
  GtkLabel *title;
  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (TrinhReviewRow, trinh_review_row, GTK_TYPE_LIST_BOX_ROW)

static void
trinh_review_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRINH_TYPE_REVIEW_ROW);

  G_OBJECT_CLASS (trinh_review_row_parent_class)->dispose (object);
}

static void
trinh_review_row_finalize (GObject *object)
{
  g_free (TRINH_REVIEW_ROW (object)->place);

  G_OBJECT_CLASS (trinh_review_row_parent_class)->finalize (object);
}

static void
trinh_review_row_class_init (TrinhReviewRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_review_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = trinh_review_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-review-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhReviewRow, mark);
  gtk_widget_class_bind_template_child (widget_class, TrinhReviewRow, caption);
  gtk_widget_class_bind_template_child (widget_class, TrinhReviewRow, title);
  gtk_widget_class_bind_template_child (widget_class, TrinhReviewRow, words);
}

static void
trinh_review_row_init (TrinhReviewRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_label (GtkLabel *label,
           const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* @parts: sentences, with or without their full stops, up to %NULL */
static void
set_spoken (TrinhReviewRow *self,
            const char *const *parts)
{
  g_autoptr (GString) spoken = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      {
        if (spoken->len > 0)
          g_string_append (spoken, g_str_has_suffix (spoken->str, ".") ? " " : ". ");
        g_string_append (spoken, parts[i]);
      }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken->str, -1);
}

GtkWidget *
trinh_review_row_new_for_change (TrinhMergeItem *change)
{
  TrinhReviewRow *self;
  const char *before;
  const char *after;
  g_autofree char *markup = NULL;
  g_autofree char *spoken = NULL;

  g_return_val_if_fail (TRINH_IS_MERGE_ITEM (change), NULL);

  self = g_object_new (TRINH_TYPE_REVIEW_ROW, NULL);
  before = trinh_merge_item_get_base (change) != NULL ? trinh_merge_item_get_base (change) : "";
  after = trinh_merge_item_get_theirs (change);
  markup = trinh_change_markup_new (before, after);
  spoken = trinh_change_words_new (before, after);
  self->place = g_strdup (trinh_merge_item_get_target (change));
  set_label (self->caption, trinh_merge_item_get_place (change));
  set_label (self->title, trinh_merge_item_get_title (change));
  set_label (self->words, markup);
  set_spoken (self, (const char *[]) { trinh_merge_item_get_place (change), trinh_merge_item_get_title (change), spoken, NULL });

  return GTK_WIDGET (self);
}

GtkWidget *
trinh_review_row_new_for_finding (TrinhWork *work,
                                  TrinhFinding *finding)
{
  TrinhReviewRow *self;
  g_autofree char *where = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *markup = NULL;

  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);
  g_return_val_if_fail (TRINH_IS_FINDING (finding), NULL);

  self = g_object_new (TRINH_TYPE_REVIEW_ROW, NULL);
  self->place = g_strdup (trinh_finding_get_place (finding));
  where = trinh_remark_text_dup_where (work, self->place);
  reason = trinh_finding_get_acknowledged (finding) ? g_strdup_printf (_ ("Explained: %s"), trinh_finding_get_explanation (finding)) : g_strdup (_ ("Not explained"));
  markup = g_markup_escape_text (reason, -1);
  trinh_finding_box_mark (self->mark, trinh_finding_get_severity (finding));
  gtk_widget_set_visible (GTK_WIDGET (self->mark), TRUE);
  set_label (self->caption, where);
  set_label (self->title, trinh_finding_get_message (finding));
  set_label (self->words, markup);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), trinh_finding_get_acknowledged (finding) ? "success" : "dim-label");
  set_spoken (self, (const char *[]) { trinh_severity_get_name (trinh_finding_get_severity (finding)), where, trinh_finding_get_message (finding), reason, NULL });

  return GTK_WIDGET (self);
}

const char *
trinh_review_row_get_place (TrinhReviewRow *self)
{
  g_return_val_if_fail (TRINH_IS_REVIEW_ROW (self), NULL);

  return self->place;
}
