/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-store.h"

G_BEGIN_DECLS

/**
 * TrinhPart:
 * @position: among the parts of its kind; in an edit -1 where the edit does not say
 * @json: (nullable): one line; %NULL in an edit takes the part away
 *
 * What changes as one: a value, a section, the rows of a list form, a member.
 */
typedef struct
{
  TrinhChangeKind kind;
  char *target;
  gint64 position;
  char *json;
} TrinhPart;

/**
 * TrinhContent:
 * @parts: (element-type TrinhPart)
 * @deadline: (nullable): ISO; of a whole report
 * @subject: (nullable): what the list shows where the members have none
 *
 * A whole report, or an edit's changes, in the form that the tables hold. Made
 * on the thread of the report, handed to the worker, not shared.
 */
typedef struct
{
  char *id;
  guint revision;
  char *deadline;
  char *subject;
  char *author;
  char *label;
  GPtrArray *parts;
} TrinhContent;

/**
 * TrinhHeader:
 *
 * A row of the table of reports. Dates are ISO or %NULL.
 */
typedef struct
{
  char *id;
  char *regime;
  char *regime_version;
  char *regime_sha256; /* (nullable); not a column */
  char *period;
  char *office_code;
  char *office_name;
  char *subject;
  char *state;
  char *deadline;
  char *data_from;
  char *data_to;
  char *sha256;
  guint revision;
  gint64 modified;
  gint64 journal_id;
} TrinhHeader;

TrinhPart *trinh_part_new (TrinhChangeKind kind,
                           const char *target,
                           gint64 position,
                           const char *json);
void trinh_part_free (TrinhPart *self);

/* "value" "section" "rows" "member", as in the tables */
const char *trinh_change_kind_to_nick (TrinhChangeKind kind);
gboolean trinh_change_kind_from_nick (const char *nick,
                                      TrinhChangeKind *kind);

TrinhContent *trinh_content_new (const char *id,
                                 guint revision);
void trinh_content_free (TrinhContent *self);
void trinh_content_add (TrinhContent *self,
                        TrinhChangeKind kind,
                        const char *target,
                        gint64 position,
                        const char *json);
/* How many parts of a kind there are */
guint trinh_content_count (TrinhContent *self,
                           TrinhChangeKind kind);
/* (nullable) */
TrinhPart *trinh_content_find (TrinhContent *self,
                               TrinhChangeKind kind,
                               const char *target);
/* Over every part, sections in their order, members of objects in none. Hex. (transfer full) */
char *trinh_content_hash (TrinhContent *self);
/* What the members say; revision, deadline and hash of @self. (transfer full) */
TrinhHeader *trinh_content_make_header (TrinhContent *self);
void trinh_header_free (TrinhHeader *self);

/* trinh-content-report.c */
TrinhContent *trinh_content_from_report (TrinhReport *report);
TrinhContent *trinh_content_from_edit (const char *report_id,
                                       guint revision,
                                       TrinhEdit *edit);
/* @name is used in messages. */
TrinhReport *trinh_content_to_report (TrinhContent *self,
                                      const char *name,
                                      TrinhRegimeLibrary *library,
                                      GError **error);

/* trinh-store-entry.c */
TrinhStoreEntry *trinh_store_entry_new (const TrinhHeader *header);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhContent, trinh_content_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhPart, trinh_part_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhHeader, trinh_header_free)

G_END_DECLS
