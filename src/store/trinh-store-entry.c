/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-content-private.h"
#include "trinh-store-entry.h"

struct _TrinhStoreEntry
{
  GObject parent_instance;

  /* Owned */
  char *id;
  char *regime;
  char *office;
  char *office_code;
  char *subject;

  TrinhPeriod period;
  TrinhReportState state;
  guint revision;
  guint32 deadline;
  guint32 data_from;
  guint32 data_to;
  gint64 modified;
};

G_DEFINE_FINAL_TYPE (TrinhStoreEntry, trinh_store_entry, G_TYPE_OBJECT)

static guint32
read_date (const char *text)
{
  guint32 julian;

  return text != NULL && trinh_date_parse (text, &julian) ? julian : 0;
}

static void
trinh_store_entry_finalize (GObject *object)
{
  TrinhStoreEntry *self = TRINH_STORE_ENTRY (object);

  g_free (self->id);
  g_free (self->regime);
  g_free (self->office);
  g_free (self->office_code);
  g_free (self->subject);

  G_OBJECT_CLASS (trinh_store_entry_parent_class)->finalize (object);
}

static void
trinh_store_entry_class_init (TrinhStoreEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trinh_store_entry_finalize;
}

static void
trinh_store_entry_init (TrinhStoreEntry *self)
{
}

TrinhStoreEntry *
trinh_store_entry_new (const TrinhHeader *header)
{
  TrinhStoreEntry *self = g_object_new (TRINH_TYPE_STORE_ENTRY, NULL);

  self->id = g_strdup (header->id);
  self->regime = g_strdup (header->regime);
  self->office = g_strdup (header->office_name);
  self->office_code = g_strdup (header->office_code);
  self->subject = g_strdup (header->subject);
  trinh_period_parse (header->period, &self->period, NULL);
  trinh_report_state_from_nick (header->state, &self->state);
  self->revision = header->revision;
  self->deadline = read_date (header->deadline);
  self->data_from = read_date (header->data_from);
  self->data_to = read_date (header->data_to);
  self->modified = header->modified;
  return self;
}

const char *
trinh_store_entry_get_id (TrinhStoreEntry *self)
{
  g_return_val_if_fail (TRINH_IS_STORE_ENTRY (self), NULL);

  return self->id;
}

const char *
trinh_store_entry_get_regime (TrinhStoreEntry *self)
{
  g_return_val_if_fail (TRINH_IS_STORE_ENTRY (self), NULL);

  return self->regime;
}

TrinhPeriod
trinh_store_entry_get_period (TrinhStoreEntry *self)
{
  g_return_val_if_fail (TRINH_IS_STORE_ENTRY (self), (TrinhPeriod) { 0 });

  return self->period;
}

const char *
trinh_store_entry_get_office (TrinhStoreEntry *self)
{
  g_return_val_if_fail (TRINH_IS_STORE_ENTRY (self), NULL);

  return self->office;
}

const char *
trinh_store_entry_get_office_code (TrinhStoreEntry *self)
{
  g_return_val_if_fail (TRINH_IS_STORE_ENTRY (self), NULL);

  return self->office_code;
}

const char *
trinh_store_entry_get_subject (TrinhStoreEntry *self)
{
  g_return_val_if_fail (TRINH_IS_STORE_ENTRY (self), NULL);

  return self->subject;
}

TrinhReportState
trinh_store_entry_get_state (TrinhStoreEntry *self)
{
  g_return_val_if_fail (TRINH_IS_STORE_ENTRY (self), TRINH_STATE_DRAFT);

  return self->state;
}

guint
trinh_store_entry_get_revision (TrinhStoreEntry *self)
{
  g_return_val_if_fail (TRINH_IS_STORE_ENTRY (self), 0);

  return self->revision;
}

guint32
trinh_store_entry_get_deadline (TrinhStoreEntry *self)
{
  g_return_val_if_fail (TRINH_IS_STORE_ENTRY (self), 0);

  return self->deadline;
}

guint32
trinh_store_entry_get_data_from (TrinhStoreEntry *self)
{
  g_return_val_if_fail (TRINH_IS_STORE_ENTRY (self), 0);

  return self->data_from;
}

guint32
trinh_store_entry_get_data_to (TrinhStoreEntry *self)
{
  g_return_val_if_fail (TRINH_IS_STORE_ENTRY (self), 0);

  return self->data_to;
}

gint64
trinh_store_entry_get_modified (TrinhStoreEntry *self)
{
  g_return_val_if_fail (TRINH_IS_STORE_ENTRY (self), 0);

  return self->modified;
}
