/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-lines-row.h"
#include "trinh-person-row.h"
#include "trinh-scroll.h"

struct _TrinhPersonRow
{
  AdwExpanderRow parent_instance;

  /* Owned References */
  TrinhPerson *person;

  /* Template References */
  GtkEditable *name_row;
  GtkEditable *title_row;
  AdwSwitchRow *clerk_row;
  AdwSwitchRow *signatory_row;
  AdwSwitchRow *registrar_row;
  TrinhLinesRow *authority_row;

  gboolean filling;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrinhPersonRow, trinh_person_row, ADW_TYPE_EXPANDER_ROW)

static char *
dup_text (GtkEditable *row)
{
  return g_strstrip (trinh_language_normalize (gtk_editable_get_text (row)));
}

static guint
get_roles (TrinhPersonRow *self)
{
  guint roles = TRINH_ROLE_NONE;

  roles |= adw_switch_row_get_active (self->clerk_row) ? TRINH_ROLE_CLERK : 0;
  roles |= adw_switch_row_get_active (self->signatory_row) ? TRINH_ROLE_SIGNATORY : 0;
  roles |= adw_switch_row_get_active (self->registrar_row) ? TRINH_ROLE_REGISTRAR : 0;

  return roles;
}

/* "Clerk, signatory"; who may do nothing is told so. (transfer full) */
static char *
dup_roles (TrinhPersonRow *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const guint roles = get_roles (self);

  for (guint role = TRINH_ROLE_CLERK; role <= TRINH_ROLE_REGISTRAR; role <<= 1)
    if ((roles & role) != 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", trinh_role_get_name ((TrinhRole) role));

  return g_strdup (names->len > 0 ? names->str : _ ("Has no part in reports yet"));
}

static void
update_title (TrinhPersonRow *self)
{
  g_autofree char *name = dup_text (self->name_row);
  g_autofree char *roles = dup_roles (self);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name[0] != '\0' ? name : _ ("New person"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), name[0] != '\0' ? roles : _ ("Kept once there is a name"));
}

static void
changed_cb (TrinhPersonRow *self)
{
  if (self->filling)
    return;
  update_title (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
remove_activated_cb (TrinhPersonRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static void
trinh_person_row_dispose (GObject *object)
{
  TrinhPersonRow *self = TRINH_PERSON_ROW (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_PERSON_ROW);
  g_clear_object (&self->person);

  G_OBJECT_CLASS (trinh_person_row_parent_class)->dispose (object);
}

static void
trinh_person_row_class_init (TrinhPersonRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_person_row_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-person-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhPersonRow, name_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPersonRow, title_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPersonRow, clerk_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPersonRow, signatory_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPersonRow, registrar_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhPersonRow, authority_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_activated_cb);
}

static void
trinh_person_row_init (TrinhPersonRow *self)
{
  g_type_ensure (TRINH_TYPE_LINES_ROW);

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (TrinhPersonRow *self,
      TrinhPerson *person)
{
  const guint roles = person != NULL ? trinh_person_get_roles (person) : TRINH_ROLE_CLERK;

  if (person != NULL)
    {
      gtk_editable_set_text (self->name_row, trinh_person_get_name (person));
      gtk_editable_set_text (self->title_row, trinh_person_get_title (person));
      trinh_lines_row_set_lines (self->authority_row, trinh_person_get_authority (person));
    }
  adw_switch_row_set_active (self->clerk_row, (roles & TRINH_ROLE_CLERK) != 0);
  adw_switch_row_set_active (self->signatory_row, (roles & TRINH_ROLE_SIGNATORY) != 0);
  adw_switch_row_set_active (self->registrar_row, (roles & TRINH_ROLE_REGISTRAR) != 0);
  self->filling = FALSE;
  update_title (self);
}

GtkWidget *
trinh_person_row_new (TrinhPerson *person)
{
  TrinhPersonRow *self;

  g_return_val_if_fail (person == NULL || TRINH_IS_PERSON (person), NULL);

  self = g_object_new (TRINH_TYPE_PERSON_ROW, NULL);
  self->person = person != NULL ? g_object_ref (person) : trinh_person_new (NULL, "", "", TRINH_ROLE_CLERK);
  fill (self, person);

  return GTK_WIDGET (self);
}

void
trinh_person_row_begin (TrinhPersonRow *self)
{
  g_return_if_fail (TRINH_IS_PERSON_ROW (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  trinh_scroll_to (GTK_WIDGET (self));
}

/* Key and picture change on another page of the preferences. */
static TrinhPerson *
find_kept (TrinhPersonRow *self,
           GPtrArray *people)
{
  for (guint i = 0; i < people->len; i++)
    if (g_str_equal (trinh_person_get_id (people->pdata[i]), trinh_person_get_id (self->person)))
      return people->pdata[i];

  return self->person;
}

void
trinh_person_row_set_kept (TrinhPersonRow *self,
                           GPtrArray *people)
{
  g_return_if_fail (TRINH_IS_PERSON_ROW (self));
  g_return_if_fail (people != NULL);

  g_set_object (&self->person, find_kept (self, people));
}

TrinhPerson *
trinh_person_row_dup_person (TrinhPersonRow *self,
                             GPtrArray *people)
{
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (TrinhPerson) described = NULL;

  g_return_val_if_fail (TRINH_IS_PERSON_ROW (self), NULL);
  g_return_val_if_fail (people != NULL, NULL);

  name = dup_text (self->name_row);
  if (name[0] == '\0')
    return NULL;
  title = dup_text (self->title_row);
  lines = trinh_lines_row_dup_lines (self->authority_row);
  described = trinh_person_describe (find_kept (self, people), name, title, get_roles (self));

  return trinh_person_with_authority (described, (const char *const *) lines);
}
