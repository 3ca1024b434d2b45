/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-merge.h"

G_BEGIN_DECLS

/* What a merge reads of a copy; the nodes are its own. */
typedef struct
{
  TrinhReport *report;
  GHashTable *cells;    /* interned address → JsonNode */
  GHashTable *rows;     /* list form's id → char ** */
  GHashTable *sections; /* id → JsonNode */
  JsonObject *members;
} TrinhMergeSide;

struct _TrinhMergeItem
{
  GObject parent_instance;

  TrinhMergeKind kind;
  gboolean conflict;
  gboolean outside;
  TrinhMergeChoice choice;

  /* Owned References */
  char *group;     /* the form, section or member it belongs to */
  char *target;    /* address, row's key, entry's id; the group where it is all of it */
  char *name;      /* the member of the target, NULL: all of it */
  JsonNode *fresh; /* (nullable): what their copy puts there */
  char *shown;     /* as trinh_merge_item_get_target() */
  char *place;
  char *title;
  char *base_text;
  char *our_text;
  char *their_text;
};

struct _TrinhMerge
{
  GObject parent_instance;

  /* Owned References */
  TrinhReport *report; /* ours */
  TrinhMergeSide *base;
  TrinhMergeSide *ours;
  TrinhMergeSide *theirs;
  TrinhReport *copy; /* theirs as it came */
  GPtrArray *items;
  char *part;
  char *sha256; /* of their copy */

  gboolean known;
  gboolean ahead; /* ours has content that theirs lacks */
};

/* What @after says differently from @before, which may be another report of the same office and period: the items' base and
 * theirs. (transfer full) (element-type TrinhMergeItem) */
GPtrArray *_trinh_merge_list_differences (TrinhReport *before,
                                          TrinhReport *after);

/* trinh-merge-side.c */
TrinhMergeSide *_trinh_merge_side_new (TrinhReport *report);
void _trinh_merge_side_free (TrinhMergeSide *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhMergeSide, _trinh_merge_side_free)
/* (transfer none) (nullable) */
JsonNode *_trinh_merge_side_get_cell (TrinhMergeSide *self,
                                      const char *address);
const char *const *_trinh_merge_side_get_rows (TrinhMergeSide *self,
                                               const char *form);
/* An array whose entries all are objects with an id of their own; an empty one is one too. */
gboolean _trinh_merge_is_register (JsonNode *node);
/* (transfer none) (nullable) */
JsonNode *_trinh_merge_find_entry (JsonNode *array,
                                   const char *id);
/* What stands in a row, or in an entry, its name left out: for telling two of them apart. (transfer full) */
char *_trinh_merge_side_describe_row (TrinhMergeSide *self,
                                      TrinhForm *form,
                                      const char *key);
char *_trinh_merge_describe_entry (JsonNode *entry);

/* trinh-merge-rename.c: what both added under one name gets a name of its own in @theirs. */
void _trinh_merge_rename (TrinhMergeSide *base,
                          TrinhMergeSide *ours,
                          TrinhMergeSide *theirs);

/* trinh-merge-gather.c: what stands in several places, as one node. (transfer full) */
/* (nullable): a row's cells; %NULL: no such row */
JsonNode *_trinh_merge_gather_row (TrinhMergeSide *side,
                                   TrinhForm *form,
                                   const char *key);
/* The keys of @side that all sides have */
JsonNode *_trinh_merge_gather_order (TrinhMerge *self,
                                     TrinhMergeSide *side,
                                     const char *form);
/* The sections of @side that all sides have, as they stand there */
JsonNode *_trinh_merge_gather_sections (TrinhMerge *self,
                                        TrinhMergeSide *side);

/* trinh-merge-compare.c: fills the items. */
void _trinh_merge_compare (TrinhMerge *self);
gboolean _trinh_merge_is_blank (JsonNode *node);
gboolean _trinh_merge_is_same (JsonNode *a,
                               JsonNode *b);

/* The group of the item that is about the order of the sections */
#define TRINH_MERGE_SECTIONS "sections"

/* trinh-merge-order.c: @built: id → JsonNode, or NULL: it goes */
void _trinh_merge_put_sections (TrinhMerge *self,
                                GHashTable *built,
                                TrinhEdit *edit);
/* trinh-merge-moves.c: arrays of the same names; both sides' moves together. (transfer full) (nullable): %NULL where they meet */
JsonNode *_trinh_merge_unite_orders (JsonNode *base,
                                     JsonNode *ours,
                                     JsonNode *theirs);

/* trinh-merge-words.c: how people read what an item is about. @base: (nullable) */
void _trinh_merge_item_describe (TrinhMergeItem *item,
                                 TrinhMerge *merge,
                                 JsonNode *base,
                                 JsonNode *ours,
                                 JsonNode *theirs);

G_END_DECLS
