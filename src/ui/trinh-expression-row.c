/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-expression-row.h"

struct _TrinhExpressionRow
{
  AdwPreferencesRow parent_instance;

  /* Owned References */
  TrinhRegimeDraft *draft;
  TrinhEvaluation *evaluation; /* NULL: no report is open */
  char *document;
  char *array;
  guint index;
  gboolean formula;
  gboolean showing;

  /* Template References */
  GtkText *text;
  GtkLabel *status;
};

G_DEFINE_FINAL_TYPE (TrinhExpressionRow, trinh_expression_row, ADW_TYPE_PREFERENCES_ROW)

/* The id of the form in whose document the expression stands; (nullable) */
static const char *
get_form (TrinhExpressionRow *self)
{
  return g_str_has_prefix (self->document, "forms/") ? self->document + strlen ("forms/") : NULL;
}

static JsonObject *
get_formula (TrinhExpressionRow *self)
{
  JsonObject *row = trinh_regime_draft_get_element (self->draft, self->document, self->array, self->index);
  JsonNode *node = row != NULL ? json_object_get_member (row, "formula") : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static const char *
get_member (TrinhExpressionRow *self,
            const char *member)
{
  JsonObject *formula;

  if (!self->formula)
    return trinh_regime_draft_get_string (self->draft, self->document, self->array, self->index, member);
  formula = get_formula (self);
  return formula != NULL ? json_object_get_string_member_with_default (formula, member, "") : "";
}

static TrinhMissing
get_missing (TrinhExpressionRow *self)
{
  const char *missing = get_member (self, "missing");

  if (g_str_equal (missing, "zero"))
    return TRINH_MISSING_ZERO;
  return g_str_equal (missing, "skip-if-all") ? TRINH_MISSING_SKIP_IF_ALL : TRINH_MISSING_SKIP_IF_ANY;
}

/* From the wrong place to the end of the word, or of the text where it ends too early. */
static void
underline (TrinhExpressionRow *self,
           const char *text,
           guint place)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *attribute = pango_attr_underline_new (PANGO_UNDERLINE_ERROR);
  glong length = g_utf8_strlen (text, -1);

  if (place != G_MAXUINT && length > 0)
    {
      const char *from = g_utf8_offset_to_pointer (text, MIN ((glong) place, length - 1));

      attribute->start_index = (guint) (from - text);
      attribute->end_index = attribute->start_index + (guint) MAX (strcspn (from, " ])"), 1);
    }
  pango_attr_list_insert (attributes, attribute);
  gtk_text_set_attributes (self->text, attributes);
}

static void
say (TrinhExpressionRow *self,
     const char *text,
     const char *style)
{
  gtk_label_set_text (self->status, text);
  gtk_widget_set_visible (GTK_WIDGET (self->status), *text != '\0');
  gtk_widget_set_css_classes (GTK_WIDGET (self->status), (const char *[]) { "caption", style, NULL });
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static char *
dup_words (TrinhTrialVerdict verdict,
           const char *given)
{
  switch (verdict)
    {
    case TRINH_TRIAL_BROKEN:
      return g_strdup_printf (_ ("In the open report: %s, which would be a finding"), given);
    case TRINH_TRIAL_HOLDS:
      return g_strdup_printf (_ ("In the open report: %s, which holds"), given);
    case TRINH_TRIAL_SILENT:
      return g_strdup_printf (_ ("In the open report: %s, where blanks keep it silent"), given);
    default:
      return g_strdup_printf (_ ("In the open report: %s"), given);
    }
}

static void
try_out (TrinhExpressionRow *self,
         const char *text)
{
  g_autofree char *target = NULL;
  g_autofree char *filled = NULL;
  g_autofree char *result = NULL;
  g_autofree char *given = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  TrinhTrialVerdict verdict;

  if (self->evaluation == NULL)
    {
      say (self, "", "dim-label");
      return;
    }
  if (self->formula)
    target = g_strdup_printf ("%s:%s", get_form (self), trinh_regime_draft_get_string (self->draft, self->document, self->array, self->index, "key"));
  if (!trinh_trial_run (self->evaluation, text, get_form (self), target, get_missing (self), &filled, &result, &verdict, &error))
    {
      say (self, _ ("The open report does not have all these values, so it is not tried out."), "dim-label");
      return;
    }
  given = *result != '\0' && !g_str_equal (filled, result) ? g_strdup_printf ("%s = %s", filled, result) : g_strdup (filled);
  said = dup_words (verdict, given);
  say (self, said, verdict == TRINH_TRIAL_BROKEN ? "warning" : "dim-label");
}

static void
check (TrinhExpressionRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  g_autoptr (GError) error = NULL;
  guint place = G_MAXUINT;

  if (self->formula && *text == '\0')
    {
      gtk_text_set_attributes (self->text, NULL);
      say (self, "", "dim-label");
    }
  else if (trinh_regime_draft_check_expression (self->draft, get_form (self), text, !self->formula, &place, &error))
    {
      gtk_text_set_attributes (self->text, NULL);
      try_out (self, text);
    }
  else
    {
      underline (self, text, place);
      say (self, error->message, "error");
    }
}

static void
copy_members (JsonObject *from,
              JsonObject *to)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, from);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    json_object_set_member (to, name, json_node_copy (member));
}

/* What a reviewer expects of a formula unless it is said otherwise. */
static void
begin_formula (TrinhExpressionRow *self,
               JsonObject *object)
{
  g_autofree char *id = g_strdup_printf ("%s-%s-formula", get_form (self), trinh_regime_draft_get_string (self->draft, self->document, self->array, self->index, "key"));

  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "expression", "");
  json_object_set_string_member (object, "missing", "skip-if-any");
  json_object_set_string_member (object, "severity", "error");
}

static void
write_formula (TrinhExpressionRow *self,
               const char *text)
{
  JsonObject *before = get_formula (self);
  JsonObject *object;

  if (*text == '\0')
    {
      trinh_regime_draft_set_member (self->draft, self->document, self->array, self->index, "formula", NULL);
      return;
    }
  object = json_object_new ();
  if (before != NULL)
    copy_members (before, object);
  else
    begin_formula (self, object);
  json_object_set_string_member (object, "expression", text);
  trinh_regime_draft_set_member (self->draft, self->document, self->array, self->index, "formula", json_node_init_object (json_node_alloc (), object));
  json_object_unref (object);
}

static void
changed_cb (TrinhExpressionRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));

  if (self->showing || self->draft == NULL)
    return;
  self->showing = TRUE;
  if (self->formula)
    write_formula (self, text);
  else
    trinh_regime_draft_set_string (self->draft, self->document, self->array, self->index, "expression", text, TRUE);
  self->showing = FALSE;
  check (self);
}

/* A change elsewhere may take a row away that the expression names. */
static void
show (TrinhExpressionRow *self)
{
  if (self->showing)
    return;
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->text)), get_member (self, "expression")))
    {
      self->showing = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->text), get_member (self, "expression"));
      self->showing = FALSE;
    }
  check (self);
}

static gboolean
trinh_expression_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TRINH_EXPRESSION_ROW (widget)->text));
}

static void
trinh_expression_row_dispose (GObject *object)
{
  TrinhExpressionRow *self = TRINH_EXPRESSION_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_EXPRESSION_ROW);
  g_clear_object (&self->draft);
  g_clear_object (&self->evaluation);
  g_clear_pointer (&self->document, g_free);
  g_clear_pointer (&self->array, g_free);

  G_OBJECT_CLASS (trinh_expression_row_parent_class)->dispose (object);
}

static void
trinh_expression_row_class_init (TrinhExpressionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_expression_row_dispose;
  widget_class->grab_focus = trinh_expression_row_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-expression-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhExpressionRow, text);
  gtk_widget_class_bind_template_child (widget_class, TrinhExpressionRow, status);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
trinh_expression_row_init (TrinhExpressionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
trinh_expression_row_new (const TrinhDraftPlace *place,
                          gboolean formula,
                          TrinhEvaluation *evaluation)
{
  TrinhExpressionRow *self = g_object_new (TRINH_TYPE_EXPRESSION_ROW, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), formula ? _ ("Formula") : _ ("What must hold"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, formula ? _ ("Formula") : _ ("What must hold"), -1);
  self->formula = formula;
  self->document = g_strdup (place->document);
  self->array = g_strdup (place->array);
  self->index = place->index;
  g_set_object (&self->evaluation, evaluation);
  g_set_object (&self->draft, place->draft);
  show (self);
  g_signal_connect_object (place->draft, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

const char *
trinh_expression_row_get_status (TrinhExpressionRow *self)
{
  g_return_val_if_fail (TRINH_IS_EXPRESSION_ROW (self), NULL);

  return gtk_label_get_text (self->status);
}
