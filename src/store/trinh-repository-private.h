/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-connection-private.h"
#include "trinh-content-private.h"

G_BEGIN_DECLS

/* The columns of a TrinhHeader: texts first, then the numbers */
#define TRINH_REPOSITORY_HEADER "id, regime, regime_version, period, office_code, office_name, subject, state," \
                                " deadline, data_from, data_to, content_sha256, revision, modified, journal_id"

/*
 * The reports in the tables. Everything here runs on the worker thread; what
 * writes is called inside a transaction.
 */

/* (element-type TrinhHeader): last changed first. (transfer full) */
GPtrArray *trinh_repository_list (TrinhConnection *connection,
                                  GError **error);
/* TRINH_STORE_ERROR_NOT_FOUND */
TrinhContent *trinh_repository_load (TrinhConnection *connection,
                                     const char *id,
                                     GError **error);
/* @header gets NULL where there is no such report. */
gboolean trinh_repository_find_header (TrinhConnection *connection,
                                       const char *id,
                                       TrinhHeader **header,
                                       GError **error);
/* TRINH_STORE_ERROR_NOT_FOUND */
gboolean trinh_repository_require_header (TrinhConnection *connection,
                                          const char *id,
                                          TrinhHeader **header,
                                          GError **error);
/* Adds the parts of the report that @content names. */
gboolean trinh_repository_read_parts (TrinhConnection *connection,
                                      TrinhContent *content,
                                      GError **error);

/* The stored part of the same kind and target; NULL where there is none. (transfer full) */
gboolean trinh_repository_find_part (TrinhConnection *connection,
                                     const char *id,
                                     const TrinhPart *like,
                                     TrinhPart **part,
                                     GError **error);

/* trinh-repository-write.c */

/* @header: (out) (nullable): the report's row after it, %NULL where nothing changed */
gboolean trinh_repository_import (TrinhConnection *connection,
                                  TrinhContent *content,
                                  TrinhHeader **header,
                                  GError **error);
/* As above; an edit that is stored already is a success without change. */
gboolean trinh_repository_save (TrinhConnection *connection,
                                TrinhContent *edit,
                                TrinhHeader **header,
                                GError **error);
gboolean trinh_repository_remove (TrinhConnection *connection,
                                  const char *id,
                                  GError **error);

/* trinh-repository-whole.c: reads the stored content; NULL with TRINH_STORE_ERROR_DAMAGED where it is not what @stored has the
 * hash of. (transfer full) */
TrinhContent *trinh_repository_load_whole (TrinhConnection *connection,
                                           const TrinhHeader *stored,
                                           GError **error);
/* The same where the part @before (nullable) is not what the journal says was written last at the place of @part */
gboolean trinh_repository_require_written (TrinhConnection *connection,
                                           const TrinhHeader *stored,
                                           const TrinhPart *part,
                                           const TrinhPart *before,
                                           GError **error);

/**
 * TrinhKeptFile:
 * @sha256: of @bytes, in hex
 * @name: as it was called where it came from
 * @found: answer of trinh_repository_has_file()
 *
 * A row of the table of files. All is owned.
 */
typedef struct
{
  char *sha256;
  char *name;
  char *media_type;
  GBytes *bytes;
  gboolean found;
} TrinhKeptFile;

/* trinh-repository-file.c */

/* TRINH_STORE_ERROR_TOO_LARGE. (transfer full) */
TrinhKeptFile *trinh_kept_file_new (const char *name,
                                    const char *media_type,
                                    GBytes *bytes,
                                    GError **error);
void trinh_kept_file_free (TrinhKeptFile *self);
/* Content that is kept already stays under its first name; what is new is a row of the journal. */
gboolean trinh_repository_put_file (TrinhConnection *connection,
                                    TrinhKeptFile *file,
                                    GError **error);
/* By its sha256. TRINH_STORE_ERROR_NOT_FOUND, TRINH_STORE_ERROR_DAMAGED */
gboolean trinh_repository_get_file (TrinhConnection *connection,
                                    TrinhKeptFile *file,
                                    GError **error);
/* (transfer full) (element-type utf8): SHA-256 */
GPtrArray *trinh_repository_list_unnamed_files (TrinhConnection *connection,
                                                const char *media_type,
                                                GError **error);
gboolean trinh_repository_has_file (TrinhConnection *connection,
                                    TrinhKeptFile *file,
                                    GError **error);
/* trinh-repository-remark.c: id → TrinhStoreRemark. (transfer full) */
GHashTable *trinh_repository_list_remarks (TrinhConnection *connection,
                                           GError **error);

/* trinh-repository-setting.c: JSON; @value gets %NULL where there is none */
gboolean trinh_repository_get_setting (TrinhConnection *connection,
                                       const char *name,
                                       char **value,
                                       GError **error);
gboolean trinh_repository_set_setting (TrinhConnection *connection,
                                       const char *name,
                                       const char *value,
                                       GError **error);

G_END_DECLS
