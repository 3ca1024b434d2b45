/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-element-row-private.h"

/* How far a level of the outline stands in. */
#define LEVEL_INDENT 18

struct _TrinhElementRow
{
  AdwExpanderRow parent_instance;

  /* Owned References */
  TrinhRegimeDraft *draft;
  TrinhEvaluation *evaluation;
  char *document;
  char *array;
  guint index;
  TrinhElementKind kind;
  gboolean filled;

  /* Template References */
  GtkWidget *buttons_row;
  GtkWidget *outdent_button;
  GtkWidget *indent_button;
  GtkWidget *add_button;
  GtkWidget *down_button;
  GtkWidget *remove_button;
};

enum
{
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrinhElementRow, trinh_element_row, ADW_TYPE_EXPANDER_ROW)

static TrinhDraftPlace
get_place (TrinhElementRow *self)
{
  return (TrinhDraftPlace) { self->draft, self->document, self->array, self->index };
}

static void
show (TrinhElementRow *self)
{
  const TrinhDraftPlace place = get_place (self);
  JsonObject *element = trinh_regime_draft_get_element (self->draft, self->document, self->array, self->index);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  /* It was taken out; the page takes the row away. */
  if (element == NULL)
    return;
  title = _trinh_element_dup_title (&place, self->kind);
  subtitle = _trinh_element_dup_subtitle (&place, self->kind);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  if (self->kind == TRINH_ELEMENT_KIND_ITEM)
    gtk_widget_set_margin_start (GTK_WIDGET (self), LEVEL_INDENT * ((int) MAX (json_object_get_int_member_with_default (element, "level", 1), 1) - 1));
}

static void
move (TrinhElementRow *self,
      int direction)
{
  g_autoptr (TrinhElementRow) kept = g_object_ref (self);
  guint to = self->index + (guint) direction;

  if (self->kind == TRINH_ELEMENT_KIND_ITEM)
    {
      if (!trinh_regime_draft_move_item (self->draft, self->index, direction, &to))
        return;
    }
  else if ((direction < 0 && self->index == 0) || to >= trinh_regime_draft_get_n_elements (self->draft, self->document, self->array))
    return;
  else
    trinh_regime_draft_move (self->draft, self->document, self->array, self->index, to);
  g_signal_emit (self, signals[MOVED], 0, to);
}

static void
up_clicked_cb (TrinhElementRow *self)
{
  move (self, -1);
}

static void
down_clicked_cb (TrinhElementRow *self)
{
  move (self, 1);
}

static void
outdent_clicked_cb (TrinhElementRow *self)
{
  trinh_regime_draft_indent_item (self->draft, self->index, -1);
}

static void
indent_clicked_cb (TrinhElementRow *self)
{
  trinh_regime_draft_indent_item (self->draft, self->index, 1);
}

static void
add_clicked_cb (TrinhElementRow *self)
{
  g_autoptr (TrinhElementRow) kept = g_object_ref (self);
  guint place = self->index + 1;

  if (self->kind == TRINH_ELEMENT_KIND_ITEM)
    place = trinh_regime_draft_add_item (self->draft, self->index, _ ("New section"));
  else
    trinh_regime_draft_insert (self->draft, self->document, self->array, place, trinh_element_kind_make (self->kind, self->draft, self->document, self->array));
  g_signal_emit (self, signals[MOVED], 0, place);
}

/* The editor says so and offers to undo it. */
static void
remove_clicked_cb (TrinhElementRow *self)
{
  g_autoptr (TrinhElementRow) kept = g_object_ref (self);
  g_autofree char *title = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));

  if (self->kind == TRINH_ELEMENT_KIND_ITEM)
    trinh_regime_draft_remove_item (self->draft, self->index);
  else if (self->kind == TRINH_ELEMENT_KIND_COLUMN)
    trinh_regime_draft_remove_column (self->draft, self->document + strlen ("forms/"), self->index);
  else
    trinh_regime_draft_remove (self->draft, self->document, self->array, self->index);
  gtk_widget_activate_action (GTK_WIDGET (self), "editor.taken-out", "s", title);
}

static void
element_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  TrinhElementRow *self = TRINH_ELEMENT_ROW (widget);

  if (g_str_equal (name, "element.add"))
    add_clicked_cb (self);
  else if (g_str_equal (name, "element.remove"))
    remove_clicked_cb (self);
  else
    move (self, g_str_equal (name, "element.up") ? -1 : 1);
}

/* Enter where typing begins goes on with another behind it. */
static void
entry_activated_cb (TrinhElementRow *self)
{
  add_clicked_cb (self);
}

static void
expanded_cb (TrinhElementRow *self)
{
  const TrinhDraftPlace place = get_place (self);
  gpointer first;

  if (self->filled || self->draft == NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  self->filled = TRUE;
  _trinh_element_add_fields (ADW_EXPANDER_ROW (self), &place, self->kind, self->evaluation);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->buttons_row);
  first = g_object_get_data (G_OBJECT (self), "first-field");
  if (ADW_IS_ENTRY_ROW (first))
    g_signal_connect_object (first, "entry-activated", G_CALLBACK (entry_activated_cb), self, G_CONNECT_SWAPPED);
}

static void
trinh_element_row_dispose (GObject *object)
{
  TrinhElementRow *self = TRINH_ELEMENT_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_ELEMENT_ROW);
  g_clear_object (&self->draft);
  g_clear_object (&self->evaluation);
  g_clear_pointer (&self->document, g_free);
  g_clear_pointer (&self->array, g_free);

  G_OBJECT_CLASS (trinh_element_row_parent_class)->dispose (object);
}

static void
trinh_element_row_class_init (TrinhElementRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_element_row_dispose;

  /* It went, or another came, to the place given. */
  signals[MOVED] = g_signal_new ("moved", TRINH_TYPE_ELEMENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_install_action (widget_class, "element.up", NULL, element_action);
  gtk_widget_class_install_action (widget_class, "element.down", NULL, element_action);
  gtk_widget_class_install_action (widget_class, "element.add", NULL, element_action);
  gtk_widget_class_install_action (widget_class, "element.remove", NULL, element_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "element.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "element.down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "element.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_CONTROL_MASK, "element.remove", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-element-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhElementRow, buttons_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhElementRow, outdent_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhElementRow, indent_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhElementRow, add_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhElementRow, down_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhElementRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
  gtk_widget_class_bind_template_callback (widget_class, up_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, down_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, outdent_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, indent_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
trinh_element_row_init (TrinhElementRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
trinh_element_row_new (const TrinhDraftPlace *place,
                       TrinhElementKind kind,
                       TrinhEvaluation *evaluation)
{
  TrinhElementRow *self = g_object_new (TRINH_TYPE_ELEMENT_ROW, NULL);

  self->document = g_strdup (place->document);
  self->array = g_strdup (place->array);
  self->index = place->index;
  self->kind = kind;
  g_set_object (&self->draft, place->draft);
  g_set_object (&self->evaluation, evaluation);
  gtk_widget_set_visible (self->outdent_button, kind == TRINH_ELEMENT_KIND_ITEM);
  gtk_widget_set_visible (self->indent_button, kind == TRINH_ELEMENT_KIND_ITEM);
  show (self);
  g_signal_connect_object (place->draft, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* "PREFIX1", "PREFIX2", …: the first that no element has as its @member */
static char *
make_free (TrinhRegimeDraft *draft,
           const char *document,
           const char *array,
           const char *member,
           const char *prefix)
{
  for (guint number = 1;; number++)
    {
      g_autofree char *name = g_strdup_printf ("%s%u", prefix, number);
      gboolean taken = FALSE;

      for (guint i = 0; i < trinh_regime_draft_get_n_elements (draft, document, array) && !taken; i++)
        taken = g_str_equal (trinh_regime_draft_get_string (draft, document, array, i, member), name);
      if (!taken)
        return g_steal_pointer (&name);
    }
}

JsonNode *
trinh_element_kind_make (TrinhElementKind kind,
                         TrinhRegimeDraft *draft,
                         const char *document,
                         const char *array)
{
  const char *form = strchr (document, '/') != NULL ? strchr (document, '/') + 1 : "rule";
  g_autofree char *prefix = g_strconcat (form, "-", NULL);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  switch (kind)
    {
    case TRINH_ELEMENT_KIND_ROW:
      name = make_free (draft, document, array, "key", "");
      text = g_strdup_printf ("{ \"key\": \"%s\", \"code\": \"%s.\", \"label\": \"Chỉ tiêu\", \"kind\": \"count\" }", name, name);
      break;
    case TRINH_ELEMENT_KIND_COLUMN:
      name = make_free (draft, document, array, "id", "column-");
      text = g_strdup_printf ("{ \"id\": \"%s\", \"title\": \"Cột\" }", name);
      break;
    case TRINH_ELEMENT_KIND_RULE:
      name = make_free (draft, document, array, "id", prefix);
      text = g_strdup_printf ("{ \"id\": \"%s\", \"expression\": \"\", \"missing\": \"skip-if-any\", \"severity\": \"warning\" }", name);
      break;
    case TRINH_ELEMENT_KIND_PERIOD:
      text = g_strdup ("{ \"kind\": \"month\" }");
      break;
    case TRINH_ELEMENT_KIND_GROUP:
      text = g_strdup ("{ \"title\": \"Nhóm cột\", \"columns\": [] }");
      break;
    case TRINH_ELEMENT_KIND_ANNEX:
      text = g_strdup ("{ \"label\": \"PHỤ LỤC\", \"title\": \"\", \"forms\": [] }");
      break;
    case TRINH_ELEMENT_KIND_SIGNATORY:
      text = g_strdup ("{ \"capacity\": [\"TM. ỦY BAN NHÂN DÂN\"], \"title\": \"CHỦ TỊCH\", \"name\": \"\" }");
      break;
    case TRINH_ELEMENT_KIND_PART:
      text = g_strdup ("{ \"form\": \"\", \"who\": \"\" }");
      break;
    case TRINH_ELEMENT_KIND_MISSING:
      text = g_strdup ("{ \"form\": \"Biểu mẫu\", \"note\": \"\" }");
      break;
    case TRINH_ELEMENT_KIND_ITEM:
    default:
      return NULL;
    }
  return json_from_string (text, NULL);
}

void
trinh_element_row_begin (TrinhElementRow *self)
{
  GtkWidget *first;

  g_return_if_fail (TRINH_IS_ELEMENT_ROW (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  first = g_object_get_data (G_OBJECT (self), "first-field");
  gtk_widget_grab_focus (first != NULL ? first : GTK_WIDGET (self));
}
