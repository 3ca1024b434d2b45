/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-secret-entry.h"
#include "trinh-sign-sheet-private.h"

enum
{
  PROP_0,
  PROP_CAN_SIGN,
  N_PROPS
};

enum
{
  SIGNED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrinhSignSheet, trinh_sign_sheet, ADW_TYPE_DIALOG)

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

/* A name that differs is a doubt for the person to weigh; everything else is in the way. */
static gboolean
may_key_sign (TrinhSignSheet *self)
{
  g_autoptr (TrinhKeyItem) key = trinh_sign_sheet_get_key (self);
  TrinhCertificate *certificate;

  if (key == NULL || trinh_key_item_get_pin_state (key) == TRINH_TOKEN_PIN_LOCKED || get_text (self->secret_row)[0] == '\0')
    return FALSE;
  certificate = trinh_key_item_get_certificate (key);

  return certificate == NULL || trinh_certificate_check (certificate, g_get_real_time () / G_USEC_PER_SEC, NULL) == 0;
}

static gboolean
is_numbered (TrinhSignSheet *self)
{
  return self->role == TRINH_SIGNING_ROLE_SIGNATORY || (get_text (self->number_row)[0] != '\0' && trinh_date_row_get_date (self->date_row) != 0);
}

static gboolean
can_sign (TrinhSignSheet *self)
{
  return self->cancellable == NULL && is_numbered (self) && (self->on_paper || (self->pdf != NULL && may_key_sign (self)));
}

static void
changed_cb (TrinhSignSheet *self)
{
  trinh_sign_sheet_update (self);
}

/* What was typed is one key's; a search that ends while somebody types takes nothing away. */
static void
forget_secret (TrinhSignSheet *self)
{
  g_autoptr (TrinhKeyItem) key = trinh_sign_sheet_get_key (self);

  if (g_set_str (&self->asked, key != NULL ? trinh_key_item_get_id (key) : NULL))
    gtk_editable_set_text (GTK_EDITABLE (self->secret_row), "");
}

static void
key_changed_cb (TrinhSignSheet *self)
{
  if (self->keys == NULL)
    return;
  forget_secret (self);
  trinh_sign_sheet_show_key (self);
  trinh_sign_sheet_update (self);
}

/* The key that was used last comes forward as soon as it is found. */
static void
keys_changed_cb (TrinhSignSheet *self)
{
  const guint position = self->wanted != NULL ? trinh_key_list_find (self->keys, self->wanted) : GTK_INVALID_LIST_POSITION;

  if (position != GTK_INVALID_LIST_POSITION)
    adw_combo_row_set_selected (self->key_row, position);
  key_changed_cb (self);
}

static void
searching_cb (TrinhSignSheet *self)
{
  const gboolean searching = trinh_key_list_get_searching (self->keys);

  gtk_widget_set_visible (self->searching, searching);
  gtk_widget_set_sensitive (self->search_button, !searching);
  key_changed_cb (self);
  /* The row that had the keyboard went with the token. */
  if (!searching && self->asked == NULL && adw_dialog_get_focus (ADW_DIALOG (self)) == NULL)
    gtk_widget_grab_focus (self->search_button);
}

/* The key that signed last is waited for where it is not there yet: another one stands in its place only meanwhile. */
static void
search_cb (TrinhSignSheet *self)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, "token-module");
  g_autoptr (TrinhKeyItem) key = trinh_sign_sheet_get_key (self);

  if (key != NULL && (self->wanted == NULL || trinh_key_list_find (self->keys, self->wanted) != GTK_INVALID_LIST_POSITION))
    g_set_str (&self->wanted, trinh_key_item_get_id (key));
  trinh_key_list_reload (self->keys);
  trinh_key_list_search (self->keys, chosen);
}

static void
sign_cb (TrinhSignSheet *self)
{
  if (can_sign (self))
    trinh_sign_sheet_sign (self);
}

static gboolean
show_focus (GtkWidget *widget,
            GdkFrameClock *clock,
            gpointer viewport)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  if (row != NULL && gtk_widget_is_ancestor (row, viewport))
    gtk_viewport_scroll_to (viewport, row, NULL);

  return G_SOURCE_REMOVE;
}

/* A message takes room from the page: what has the keyboard stays in sight. */
static void
resized_cb (TrinhSignSheet *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (self->secret_group, GTK_TYPE_VIEWPORT);

  if (viewport != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), show_focus, g_object_ref (viewport), g_object_unref);
}

static void
follow_size (TrinhSignSheet *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (self->secret_group, GTK_TYPE_SCROLLED_WINDOW);

  if (scroller != NULL)
    g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), "notify::page-size", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
}

static void
cancel_cb (TrinhSignSheet *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    adw_dialog_force_close (ADW_DIALOG (self));
}

/* The sheet is made anew with what was given there. */
static void
head_cb (TrinhSignSheet *self)
{
  g_autoptr (GtkWidget) parent = self->parent != NULL ? g_object_ref (self->parent) : NULL;

  adw_dialog_force_close (ADW_DIALOG (self));
  if (parent != NULL)
    gtk_widget_activate_action (parent, "report.head", NULL);
}

static void
no_picture_cb (TrinhSignSheet *self)
{
  trinh_sign_sheet_set_picture (self, NULL);
}

static void
trinh_sign_sheet_close_attempt (AdwDialog *dialog)
{
  cancel_cb (TRINH_SIGN_SHEET (dialog));
}

/* Also where the window closes over it: nothing is signed that nobody sees any more. */
static void
trinh_sign_sheet_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (TRINH_SIGN_SHEET (dialog)->cancellable);
}

static void
trinh_sign_sheet_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  if (prop_id == PROP_CAN_SIGN)
    g_value_set_boolean (value, can_sign (TRINH_SIGN_SHEET (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
trinh_sign_sheet_dispose (GObject *object)
{
  TrinhSignSheet *self = TRINH_SIGN_SHEET (object);

  if (self->secret_row != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->secret_row), "");
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->keys);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_SIGN_SHEET);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->work);
  g_clear_object (&self->parent);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->picture_bytes, g_bytes_unref);
  g_clear_pointer (&self->key_folder, g_free);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->asked, g_free);

  G_OBJECT_CLASS (trinh_sign_sheet_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, banner);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, page);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, sign_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, spinner);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, report_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, pages_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, changes_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, warnings_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, office_group);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, number_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, date_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, key_group);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, searching);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, search_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, key_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, no_key_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, token_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, certificate_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, doubt_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, picture_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, picture);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, no_picture_button);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, elsewhere_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, fields_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, office_fields_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, secret_group);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, secret_row);
  gtk_widget_class_bind_template_child (widget_class, TrinhSignSheet, lock_row);
}

static void
trinh_sign_sheet_class_init (TrinhSignSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trinh_sign_sheet_dispose;
  object_class->get_property = trinh_sign_sheet_get_property;
  ADW_DIALOG_CLASS (klass)->close_attempt = trinh_sign_sheet_close_attempt;
  ADW_DIALOG_CLASS (klass)->closed = trinh_sign_sheet_closed;

  properties[PROP_CAN_SIGN] = g_param_spec_boolean ("can-sign", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNED] = g_signal_new ("signed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-sign-sheet.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, head_cb);
  gtk_widget_class_bind_template_callback (widget_class, no_picture_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "picture_cb", G_CALLBACK (trinh_sign_sheet_choose_picture));
  gtk_widget_class_bind_template_callback_full (widget_class, "save_final_cb", G_CALLBACK (trinh_sign_sheet_choose_final));
  gtk_widget_class_bind_template_callback_full (widget_class, "take_signed_cb", G_CALLBACK (trinh_sign_sheet_choose_signed));
}

static void
trinh_sign_sheet_init (TrinhSignSheet *self)
{
  g_autoptr (GtkExpression) title = gtk_property_expression_new (TRINH_TYPE_KEY_ITEM, NULL, "title");

  g_type_ensure (TRINH_TYPE_DATE_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  trinh_secret_entry_prepare (GTK_EDITABLE (self->secret_row));
  follow_size (self);
  self->settings = g_settings_new (APPLICATION_ID);
  self->key_folder = trinh_session_dup_key_folder ();
  adw_combo_row_set_expression (self->key_row, title);
}

/* At issue the registrar gives what the report does not have yet. */
static void
prepare_office (TrinhSignSheet *self)
{
  TrinhReport *report = trinh_work_get_report (self->work);
  g_autoptr (TrinhStep) step = trinh_review_find_last (report, 1u << TRINH_STEP_SIGN | 1u << TRINH_STEP_SIGN_ON_PAPER);
  const char *number = trinh_report_get_number (report);
  g_autofree char *next = number[0] == '\0' ? trinh_session_dup_next_number (self->session, self->work) : NULL;
  guint32 date = 0;
  const gboolean dated = trinh_date_parse (trinh_report_get_date (report), &date);

  self->on_paper = step != NULL && trinh_step_get_kind (step) == TRINH_STEP_SIGN_ON_PAPER;
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Issue the report"));
  gtk_button_set_label (GTK_BUTTON (self->sign_button), _ ("_Issue"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->picture_row), _ ("Picture of the stamp"));
  gtk_editable_set_text (GTK_EDITABLE (self->number_row), next != NULL ? next : number);
  gtk_widget_set_sensitive (GTK_WIDGET (self->number_row), next != NULL);
  trinh_date_row_set_date (self->date_row, dated ? date : trinh_date_today ());
  gtk_widget_set_sensitive (GTK_WIDGET (self->date_row), !dated);
  gtk_widget_set_visible (self->office_group, TRUE);
  gtk_widget_set_visible (self->elsewhere_row, FALSE);
  gtk_widget_set_visible (self->key_group, !self->on_paper);
}

static void
prepare_pdf (TrinhSignSheet *self)
{
  const TrinhSigningOrder order = { .role = self->role };
  g_autoptr (GError) error = NULL;

  if (self->role == TRINH_SIGNING_ROLE_SIGNATORY)
    self->pdf = trinh_session_make_final (self->work, &error);
  else
    self->pdf = trinh_session_load_signed (self->work, &error);
  if (self->pdf != NULL && !self->on_paper && !trinh_session_check_order (self->pdf, &order, &error))
    g_clear_pointer (&self->pdf, g_bytes_unref);
  if (error != NULL)
    trinh_sign_sheet_tell (self, error->message);
}

TrinhSignSheet *
trinh_sign_sheet_new (TrinhSession *session,
                      TrinhWork *work,
                      TrinhSigningRole role)
{
  TrinhSignSheet *self;

  g_return_val_if_fail (TRINH_IS_SESSION (session), NULL);
  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);

  self = g_object_new (TRINH_TYPE_SIGN_SHEET, NULL);
  self->session = g_object_ref (session);
  self->work = g_object_ref (work);
  self->role = role;
  if (role == TRINH_SIGNING_ROLE_OFFICE)
    prepare_office (self);
  prepare_pdf (self);
  gtk_widget_set_visible (role == TRINH_SIGNING_ROLE_OFFICE ? self->office_fields_row : self->fields_row, trinh_session_lacks_fields (work));
  trinh_sign_sheet_load_person (self);
  trinh_sign_sheet_show_facts (self);

  self->keys = trinh_key_list_new (self->key_folder);
  g_signal_connect_object (self->keys, "items-changed", G_CALLBACK (keys_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->keys, "notify::searching", G_CALLBACK (searching_cb), self, G_CONNECT_SWAPPED);
  adw_combo_row_set_model (self->key_row, G_LIST_MODEL (self->keys));
  keys_changed_cb (self);
  if (!self->on_paper)
    search_cb (self);

  return self;
}

void
trinh_sign_sheet_tell (TrinhSignSheet *self,
                       const char *message)
{
  adw_banner_set_title (self->banner, message != NULL ? message : "");
  adw_banner_set_revealed (self->banner, message != NULL);
  if (message != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

void
trinh_sign_sheet_update (TrinhSignSheet *self)
{
  gtk_widget_set_sensitive (self->sign_button, can_sign (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_SIGN]);
}

TrinhKeyItem *
trinh_sign_sheet_get_key (TrinhSignSheet *self)
{
  gpointer item = adw_combo_row_get_selected_item (self->key_row);

  return item != NULL ? g_object_ref (item) : NULL;
}

const char *
trinh_sign_sheet_get_expected (TrinhSignSheet *self)
{
  TrinhReport *report = trinh_work_get_report (self->work);

  if (self->role == TRINH_SIGNING_ROLE_OFFICE)
    return trinh_office_get_name (trinh_report_get_office (report));

  return trinh_report_get_n_signatories (report) > 0 ? trinh_report_get_signatory (report, 0)->name : NULL;
}

void
trinh_sign_sheet_present (TrinhSession *session,
                          TrinhWork *work,
                          TrinhSigningRole role,
                          GtkWidget *parent)
{
  TrinhSignSheet *self = trinh_sign_sheet_new (session, work, role);

  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_WIDGET (parent));

  self->parent = g_object_ref (parent);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
