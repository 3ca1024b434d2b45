/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-report.h"

G_BEGIN_DECLS

typedef gpointer (*TrinhEntryRead) (JsonNode *node,
                                    GError **error);
typedef JsonNode *(*TrinhEntryWrite) (gpointer entry);
typedef const char *(*TrinhEntryGetId) (gpointer entry);
typedef gboolean (*TrinhEntryEqual) (gpointer a,
                                     gpointer b);

/**
 * TrinhEntries:
 * @member: of the report file: an array of objects with an id of their own
 * @read: the object of an entry (transfer full); %NULL: it is left in the file and not listed
 *
 * How a register of the report becomes objects and is changed.
 */
typedef struct
{
  const char *member;
  TrinhEntryRead read;
  TrinhEntryWrite write;
  TrinhEntryGetId get_id;
  TrinhEntryEqual equal;
} TrinhEntries;

/* (transfer full) (element-type GObject): in the order of the file */
GPtrArray *_trinh_entries_list (const TrinhEntries *self,
                                TrinhReport *report);
gboolean _trinh_entries_find_position (const TrinhEntries *self,
                                       GPtrArray *entries,
                                       const char *id,
                                       guint *position);
/* (transfer full) (nullable) */
gpointer _trinh_entries_find (const TrinhEntries *self,
                              TrinhReport *report,
                              const char *id);
/* The highest number in ids such as "k12", 0 without any: behind it one that was taken away is not given again while
 * others stand. */
guint _trinh_entries_find_last_number (const TrinhEntries *self,
                                       GPtrArray *entries,
                                       char letter);
/* The register with @entries in it. (transfer full) */
TrinhEdit *_trinh_entries_make_edit (const TrinhEntries *self,
                                     const char *label,
                                     GPtrArray *entries);
/* @entry in the place of the one with the same id; %NULL where nothing would change. (transfer full) (nullable) */
TrinhEdit *_trinh_entries_make_change (const TrinhEntries *self,
                                       TrinhReport *report,
                                       gpointer entry,
                                       const char *label);
/* @position: where it stands afterwards; %NULL where nothing would change. (transfer full) (nullable) */
TrinhEdit *_trinh_entries_make_move (const TrinhEntries *self,
                                     TrinhReport *report,
                                     const char *id,
                                     guint position,
                                     const char *label);
/* @entry behind the others, which stay as they stand in the file */
void _trinh_entries_append (const TrinhEntries *self,
                            TrinhReport *report,
                            TrinhEdit *edit,
                            gpointer entry);

G_END_DECLS
