/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <gio/gio.h>

#include "trinh-core.h"
#include "trinh-store-entry.h"

G_BEGIN_DECLS

/**
 * TRINH_STORE_ERROR:
 *
 * The error domain of the store. Messages are translated, name the file and say what to do.
 */
#define TRINH_STORE_ERROR (trinh_store_error_quark ())

typedef enum
{
  TRINH_STORE_ERROR_OPEN,    /* cannot be opened or created (rights, missing folder) */
  TRINH_STORE_ERROR_FOREIGN, /* not a database of this program */
  TRINH_STORE_ERROR_NEWER,   /* written by a newer version */
  TRINH_STORE_ERROR_DAMAGED, /* integrity check failed, cut file */
  TRINH_STORE_ERROR_FULL,    /* disk full */
  TRINH_STORE_ERROR_READ_ONLY,
  TRINH_STORE_ERROR_BUSY, /* another program holds the lock */
  TRINH_STORE_ERROR_NOT_FOUND,
  TRINH_STORE_ERROR_CONFLICT, /* revision is not the one stored */
  TRINH_STORE_ERROR_MIGRATION,
  TRINH_STORE_ERROR_NUMBER,    /* another report has the number of the official document */
  TRINH_STORE_ERROR_CORRECTED, /* another report replaces the same one */
  TRINH_STORE_ERROR_TOO_LARGE, /* a file above TRINH_STORE_MAX_FILE_BYTES */
  TRINH_STORE_ERROR_IO,        /* the disk did not read or write; the rest */
} TrinhStoreError;

GQuark trinh_store_error_quark (void);

/**
 * TrinhStore:
 *
 * The database of reports, behind a narrow interface. One SQLite connection on
 * one worker thread; the synchronous calls wait for that thread. Methods are
 * called on the main thread; callbacks come there too. Requests are carried out
 * in the order they are made.
 *
 * Signal "setting-changed" (name, detailed by the name): a setting was kept through this store.
 */
#define TRINH_TYPE_STORE (trinh_store_get_type ())
G_DECLARE_FINAL_TYPE (TrinhStore, trinh_store, TRINH, STORE, GObject)

/* $XDG_DATA_HOME/trinhky/trinhky.db (transfer full) */
char *trinh_store_get_default_path (void);
/**
 * trinh_store_open:
 * @path: the database file; created (0600, its folder 0700) where it is absent
 *
 * Migrates an older schema: the file is backed up first ("….backup-v1-20221120T101500.db"),
 * each migration is a transaction, counts and content hash are compared.
 *
 * Returns: (transfer full): the open store, or %NULL with TRINH_STORE_ERROR
 */
TrinhStore *trinh_store_open (const char *path,
                              GError **error);
const char *trinh_store_get_path (TrinhStore *self);
/* Waits for what is under way and closes. */
void trinh_store_close (TrinhStore *self);

/* Imports a whole report: by id and content hash. TRUE; @changed FALSE where the store had it so already
 * or has it at a later revision. Journalled. */
gboolean trinh_store_import (TrinhStore *self,
                             TrinhReport *report,
                             gboolean *changed,
                             GError **error);
/* Writes an applied edit; @revision is the report's revision after it. Durable (on disk) on success.
 * The changes' contents are copied before the call returns. */
void trinh_store_save_edit_async (TrinhStore *self,
                                  const char *report_id,
                                  guint revision,
                                  TrinhEdit *edit,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean trinh_store_save_edit_finish (TrinhStore *self,
                                       GAsyncResult *result,
                                       GError **error);
gboolean trinh_store_save_edit (TrinhStore *self,
                                const char *report_id,
                                guint revision,
                                TrinhEdit *edit,
                                GError **error);
/**
 * TrinhStoreFile:
 * @name: what it is called, without folders
 * @media_type: as "application/pdf"
 *
 * A file that a step of the review brings with it: what was reviewed, the signed PDF, the scan.
 */
typedef struct
{
  const char *name;
  const char *media_type;
  GBytes *bytes;
} TrinhStoreFile;

/**
 * TrinhStoreNumber:
 * @TRINH_STORE_NUMBER_ANY: the step gives none, or a signed file has it already
 * @TRINH_STORE_NUMBER_FREE: no other report of the same office, symbol and year may have the number that this one has then
 *
 * What is asked of the number of the official document when a step is kept.
 */
typedef enum
{
  TRINH_STORE_NUMBER_ANY,
  TRINH_STORE_NUMBER_FREE,
} TrinhStoreNumber;

/* As trinh_store_save_edit(), with files that are kept and a number that is checked in the same transaction, against what
 * other processes wrote too: all of it or nothing. TRINH_STORE_ERROR_NUMBER */
gboolean trinh_store_save_step (TrinhStore *self,
                                const char *report_id,
                                guint revision,
                                TrinhEdit *edit,
                                TrinhStoreNumber number,
                                const TrinhStoreFile *files,
                                guint n_files,
                                GError **error);
/* The same of an edit that makes @revision and of one right before it: both or neither. @first: (nullable) */
gboolean trinh_store_save_two_steps (TrinhStore *self,
                                     const char *report_id,
                                     guint revision,
                                     TrinhEdit *first,
                                     TrinhEdit *edit,
                                     TrinhStoreNumber number,
                                     const TrinhStoreFile *files,
                                     guint n_files,
                                     GError **error);
/* (transfer full): the report, its saved-revision set */
TrinhReport *trinh_store_load (TrinhStore *self,
                               const char *report_id,
                               TrinhRegimeLibrary *library,
                               GError **error);
gboolean trinh_store_remove (TrinhStore *self,
                             const char *report_id,
                             GError **error);
/* Live: of TrinhStoreEntry, last changed first. Filled by trinh_store_open(), kept up to date. (transfer none) */
GListModel *trinh_store_get_entries (TrinhStore *self);
/* The entry of this office and period, if any; the last changed of several. (transfer full) (nullable) */
TrinhStoreEntry *trinh_store_find_entry (TrinhStore *self,
                                         const char *regime,
                                         const char *office_name,
                                         TrinhPeriod period);

/**
 * TrinhStoreRemark:
 * @replaces: (nullable): the id of the report that this one corrects
 * @n_estimates: how many of its values are estimates ("ước")
 *
 * What the due-board knows of a report besides its entry.
 */
typedef struct
{
  char *replaces;
  guint n_estimates;
} TrinhStoreRemark;

/* Of the reports that there is something to remark of: id → TrinhStoreRemark. (transfer full) */
GHashTable *trinh_store_list_remarks (TrinhStore *self,
                                      GError **error);

/* Settings that belong to the data ("office"), as JSON. (transfer full) (nullable) */
JsonNode *trinh_store_get_setting (TrinhStore *self,
                                   const char *name);
/**
 * trinh_store_load_setting:
 * @value: (out) (nullable) (transfer full): %NULL where there is none
 *
 * For what is changed and kept again: what could not be read is told from what is not there.
 *
 * Returns: %FALSE with TRINH_STORE_ERROR
 */
gboolean trinh_store_load_setting (TrinhStore *self,
                                   const char *name,
                                   JsonNode **value,
                                   GError **error);
gboolean trinh_store_set_setting (TrinhStore *self,
                                  const char *name,
                                  JsonNode *value,
                                  GError **error);

/* Rows of the journal of a report, newest first: an array of objects (who, when, what, target, old, new). (transfer full) */
JsonNode *trinh_store_list_journal (TrinhStore *self,
                                    const char *report_id,
                                    const char *target,
                                    guint limit,
                                    GError **error);

/**
 * trinh_store_dup_journal_head:
 * @row: the number of a row; 0: the last one
 * @found: (out) (optional): the row's number
 *
 * The hash of a row of the journal: what all rows up to it lead to.
 *
 * Returns: (transfer full): "" where there is no such row; %NULL with @error
 */
char *trinh_store_dup_journal_head (TrinhStore *self,
                                    gint64 row,
                                    gint64 *found,
                                    GError **error);

/* A scanned document is a few of them */
#define TRINH_STORE_MAX_FILE_BYTES ((gsize) 64 * 1024 * 1024)

/**
 * trinh_store_put_file:
 * @name: what it is called, without folders
 * @media_type: as "application/pdf"
 *
 * Keeps a file beside the reports, by its content: the same bytes twice are kept
 * once, under the first name. What is kept never changes, and goes into backups.
 *
 * Returns: (transfer full): the SHA-256 in hex that fetches it; %NULL with
 *   TRINH_STORE_ERROR_TOO_LARGE or what a write meets
 */
char *trinh_store_put_file (TrinhStore *self,
                            const char *name,
                            const char *media_type,
                            GBytes *bytes,
                            GError **error);
/**
 * trinh_store_get_file:
 * @name: (out) (optional) (transfer full)
 * @media_type: (out) (optional) (transfer full)
 *
 * The bytes are compared with @sha256 before they are handed out.
 *
 * Returns: (transfer full): or %NULL with TRINH_STORE_ERROR_NOT_FOUND or TRINH_STORE_ERROR_DAMAGED
 */
GBytes *trinh_store_get_file (TrinhStore *self,
                              const char *sha256,
                              char **name,
                              char **media_type,
                              GError **error);
gboolean trinh_store_has_file (TrinhStore *self,
                               const char *sha256);

/* SQLite's integrity check, foreign keys, the journal's chain, and the kept files. @problems: translated lines */
gboolean trinh_store_check (TrinhStore *self,
                            char ***problems,
                            GError **error);
/* To a temporary name, opened and checked, then renamed. */
gboolean trinh_store_backup (TrinhStore *self,
                             const char *path,
                             GError **error);
/* Checks the backup, keeps the present database beside it, puts the backup in its place. Closed stores only. */
gboolean trinh_store_restore (const char *backup,
                              const char *path,
                              GError **error);

G_END_DECLS
