/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-people.h"
#include "trinh-person-button.h"

struct _TrinhPersonButton
{
  AdwBin parent_instance;

  /* Owned References */
  TrinhStore *store;
  GSignalGroup *store_signals;

  /* Template References */
  GtkMenuButton *button;
  GtkLabel *name;
};

G_DEFINE_FINAL_TYPE (TrinhPersonButton, trinh_person_button, ADW_TYPE_BIN)

static void
add_choice (GMenu *menu,
            const char *label,
            const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.person", "s", id);
  g_menu_append_item (menu, item);
}

static void
add_person (GMenu *menu,
            TrinhPerson *person)
{
  const char *title = trinh_person_get_title (person);
  g_autofree char *label = title[0] != '\0' ? g_strdup_printf ("%s · %s", trinh_person_get_name (person), title) : g_strdup (trinh_person_get_name (person));

  add_choice (menu, label, trinh_person_get_id (person));
}

/* Made when it is opened: the people are those of that moment. */
static void
create_menu (GtkMenuButton *button,
             gpointer user_data)
{
  TrinhPersonButton *self = user_data;
  g_autoptr (GPtrArray) people = self->store != NULL ? trinh_people_list (self->store) : NULL;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) choices = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  for (guint i = 0; people != NULL && i < people->len; i++)
    add_person (choices, people->pdata[i]);
  add_choice (choices, _ ("Nobody named: everything is allowed"), "");
  g_menu_append (others, _ ("People of the office…"), "app.preferences-page::people");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (choices));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
update (TrinhPersonButton *self)
{
  g_autoptr (TrinhPerson) person = self->store != NULL ? trinh_people_get_now (self->store) : NULL;
  const char *name = person != NULL ? trinh_person_get_name (person) : _ ("Nobody named");
  g_autofree char *spoken = g_strdup_printf (_ ("Who works now: %s"), name);

  gtk_label_set_label (self->name, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
trinh_person_button_dispose (GObject *object)
{
  TrinhPersonButton *self = TRINH_PERSON_BUTTON (object);

  g_clear_object (&self->store_signals);
  if (self->button != NULL)
    gtk_menu_button_set_create_popup_func (self->button, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_PERSON_BUTTON);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (trinh_person_button_parent_class)->dispose (object);
}

static void
trinh_person_button_class_init (TrinhPersonButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_person_button_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-person-button.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhPersonButton, button);
  gtk_widget_class_bind_template_child (widget_class, TrinhPersonButton, name);
}

static void
trinh_person_button_init (TrinhPersonButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->store_signals = g_signal_group_new (TRINH_TYPE_STORE);
  g_signal_group_connect_swapped (self->store_signals, "setting-changed::people", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->store_signals, "setting-changed::person-now", G_CALLBACK (update), self);
  gtk_menu_button_set_create_popup_func (self->button, create_menu, self, NULL);
}

void
trinh_person_button_set_store (TrinhPersonButton *self,
                               TrinhStore *store)
{
  g_return_if_fail (TRINH_IS_PERSON_BUTTON (self));
  g_return_if_fail (store == NULL || TRINH_IS_STORE (store));

  g_set_object (&self->store, store);
  g_signal_group_set_target (self->store_signals, store);
  update (self);
}
