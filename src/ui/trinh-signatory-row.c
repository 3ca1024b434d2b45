/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-lines-row.h"
#include "trinh-office-settings.h"
#include "trinh-signatory-row.h"

struct _TrinhSignatoryRow
{
  AdwExpanderRow parent_instance;

  /* Owned References */
  JsonObject *kept; /* members that this row does not know */

  /* Template References */
  AdwComboRow *form_row;
  TrinhLinesRow *capacity_row;
  AdwEntryRow *title_row;
  AdwEntryRow *name_row;
  GtkWidget *up_row;

  gboolean filling;
};

/* How a paper of a People's Committee is signed (Nghị định 30/2020/NĐ-CP, Điều 13). What is printed is Vietnamese always. */
static const struct
{
  const char *name;
  const char *capacity[3];
  const char *title;
} forms[] = {
  { N_ ("TM.: the chairman, for the Committee"), { "TM. ỦY BAN NHÂN DÂN" }, "CHỦ TỊCH" },
  { N_ ("KT.: a deputy, in the chairman's place"), { "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH" }, "PHÓ CHỦ TỊCH" },
  { N_ ("Q.: the acting chairman"), { "TM. ỦY BAN NHÂN DÂN" }, "Q. CHỦ TỊCH" },
  { N_ ("TL.: an officer, by the chairman's order"), { "TL. CHỦ TỊCH" }, "CÔNG CHỨC VĂN PHÒNG – THỐNG KÊ" },
  { N_ ("TUQ.: an officer, by the chairman's authorization"), { "TUQ. CHỦ TỊCH" }, "CHÁNH VĂN PHÒNG" },
};

#define OTHER_FORM G_N_ELEMENTS (forms)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REMOVE,
  SIGNAL_MOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrinhSignatoryRow, trinh_signatory_row, ADW_TYPE_EXPANDER_ROW)

static guint
find_form (TrinhSignatoryRow *self)
{
  g_auto (GStrv) capacity = trinh_lines_row_dup_lines (self->capacity_row);
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title_row));

  for (guint i = 0; i < OTHER_FORM; i++)
    {
      /* Officers have titles of many kinds: the capacity says it all there. */
      const gboolean by_title = g_str_has_prefix (forms[i].capacity[0], "TM.") && forms[i].capacity[1] == NULL;

      if (g_strv_equal ((const char *const *) capacity, (const char *const *) forms[i].capacity) &&
          (!by_title || g_strcmp0 (title, forms[i].title) == 0))
        return i;
    }

  return OTHER_FORM;
}

static void
update_title (TrinhSignatoryRow *self)
{
  g_auto (GStrv) capacity = trinh_lines_row_dup_lines (self->capacity_row);
  g_autofree char *above = g_strjoinv (" · ", capacity);
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title_row));
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name_row));
  g_autofree char *text = g_strjoin (name[0] != '\0' && title[0] != '\0' ? " " : "", title, name, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), text[0] != '\0' ? text : _ ("New signatory"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), above);
}

static void
changed_cb (TrinhSignatoryRow *self)
{
  if (self->filling)
    return;

  self->filling = TRUE;
  adw_combo_row_set_selected (self->form_row, find_form (self));
  self->filling = FALSE;
  update_title (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
form_selected_cb (TrinhSignatoryRow *self)
{
  const guint form = adw_combo_row_get_selected (self->form_row);

  if (self->filling || form >= OTHER_FORM)
    return;

  self->filling = TRUE;
  trinh_lines_row_set_lines (self->capacity_row, forms[form].capacity);
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), forms[form].title);
  self->filling = FALSE;
  changed_cb (self);
}

static void
up_activated_cb (TrinhSignatoryRow *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVE], 0, -1);
}

static void
remove_activated_cb (TrinhSignatoryRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static void
trinh_signatory_row_dispose (GObject *object)
{
  TrinhSignatoryRow *self = TRINH_SIGNATORY_ROW (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_SIGNATORY_ROW);
  g_clear_pointer (&self->kept, json_object_unref);

  G_OBJECT_CLASS (trinh_signatory_row_parent_class)->dispose (object);
}

static void
trinh_signatory_row_class_init (TrinhSignatoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_signatory_row_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MOVE] = g_signal_new ("move", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-signatory-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhSignatoryRow, form_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignatoryRow, capacity_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignatoryRow, title_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignatoryRow, name_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignatoryRow, up_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, up_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_activated_cb);
}

static void
trinh_signatory_row_init (TrinhSignatoryRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_type_ensure (TRINH_TYPE_LINES_ROW);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < OTHER_FORM; i++)
    gtk_string_list_append (names, _ (forms[i].name));
  gtk_string_list_append (names, _ ("Another way"));
  adw_combo_row_set_model (self->form_row, G_LIST_MODEL (names));
}

GtkWidget *
trinh_signatory_row_new (JsonObject *signatory)
{
  TrinhSignatoryRow *self = g_object_new (TRINH_TYPE_SIGNATORY_ROW, NULL);
  g_auto (GStrv) capacity = NULL;

  self->kept = trinh_office_settings_copy (signatory);
  if (signatory != NULL)
    {
      capacity = trinh_office_settings_dup_lines (signatory, "capacity");
      trinh_lines_row_set_lines (self->capacity_row, (const char *const *) capacity);
      gtk_editable_set_text (GTK_EDITABLE (self->title_row), trinh_office_settings_get_string (signatory, "title"));
      gtk_editable_set_text (GTK_EDITABLE (self->name_row), trinh_office_settings_get_string (signatory, "name"));
    }
  else
    {
      trinh_lines_row_set_lines (self->capacity_row, forms[0].capacity);
      gtk_editable_set_text (GTK_EDITABLE (self->title_row), forms[0].title);
    }
  adw_combo_row_set_selected (self->form_row, find_form (self));
  self->filling = FALSE;
  update_title (self);

  return GTK_WIDGET (self);
}

/* All three members are there always: the report file asks for them. */
JsonObject *
trinh_signatory_row_to_json (TrinhSignatoryRow *self)
{
  g_auto (GStrv) lines = NULL;
  JsonObject *signatory;

  g_return_val_if_fail (TRINH_IS_SIGNATORY_ROW (self), NULL);

  signatory = trinh_office_settings_copy (self->kept);
  lines = trinh_lines_row_dup_lines (self->capacity_row);
  trinh_office_settings_set_lines (signatory, "capacity", (const char *const *) lines);
  if (!json_object_has_member (signatory, "capacity"))
    json_object_set_array_member (signatory, "capacity", json_array_new ());
  trinh_office_settings_set_string (signatory, "title", gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
  if (!json_object_has_member (signatory, "title"))
    json_object_set_string_member (signatory, "title", "");
  trinh_office_settings_set_string (signatory, "name", gtk_editable_get_text (GTK_EDITABLE (self->name_row)));
  if (!json_object_has_member (signatory, "name"))
    json_object_set_string_member (signatory, "name", "");

  return signatory;
}

void
trinh_signatory_row_set_first (TrinhSignatoryRow *self,
                               gboolean first)
{
  g_return_if_fail (TRINH_IS_SIGNATORY_ROW (self));

  gtk_widget_set_visible (self->up_row, !first);
}
