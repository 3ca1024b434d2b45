/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <json-glib/json-glib.h>

#include "trinh-regime-library.h"

G_BEGIN_DECLS

/**
 * TrinhDraftProblem:
 * @document: "regime", "outline" or "forms/ID"
 * @array: (nullable): "rows", "rules", "items", … where the problem is in an element of it
 * @index: which element
 * @message: the reason, without the place
 */
typedef struct
{
  char *document;
  char *array;
  guint index;
  char *message;
} TrinhDraftProblem;

/**
 * TrinhRegimeDraft:
 *
 * A regime with its outline and forms while it is being changed. The documents are JSON as data/README.md
 * describes it; they need not be right until they are saved. Every change is one step of undo, changes of the
 * same member in a row are one step together.
 *
 * A document is named "regime", "outline" or "forms/ID". Nodes that are handed out stay as they are: a change
 * makes a new one.
 *
 * Properties: can-undo, can-redo, modified (gboolean: not as saved).
 * Signal: "changed" after each change, undo and redo.
 */
#define TRINH_TYPE_REGIME_DRAFT (trinh_regime_draft_get_type ())
G_DECLARE_FINAL_TYPE (TrinhRegimeDraft, trinh_regime_draft, TRINH, REGIME_DRAFT, GObject)

#define TRINH_BUNDLE_FORMAT "trinhky-regime-bundle/1"

/* A regime of the library, as it is now. (transfer full) */
TrinhRegimeDraft *trinh_regime_draft_new (TrinhRegimeLibrary *library,
                                          const char *id,
                                          GError **error);
/* A file of trinh_regime_draft_to_bytes(); @name for messages. Only its shape is checked here. (transfer full) */
TrinhRegimeDraft *trinh_regime_draft_new_from_bytes (GBytes *bytes,
                                                     const char *name,
                                                     GError **error);
/* Regime, outline and forms in one file (data/README.md, "A regime in one file"). (transfer full) */
GBytes *trinh_regime_draft_to_bytes (TrinhRegimeDraft *self);
/* Makes it another regime: version 1, replaces the one it was. Not a step of undo; it counts as modified. */
void trinh_regime_draft_set_identity (TrinhRegimeDraft *self,
                                      const char *id,
                                      const char *title);
const char *trinh_regime_draft_get_id (TrinhRegimeDraft *self);
const char *trinh_regime_draft_get_title (TrinhRegimeDraft *self);
const char *trinh_regime_draft_get_version (TrinhRegimeDraft *self);

/* (transfer none) (nullable): an object */
JsonNode *trinh_regime_draft_get_document (TrinhRegimeDraft *self,
                                           const char *document);
guint trinh_regime_draft_get_n_elements (TrinhRegimeDraft *self,
                                         const char *document,
                                         const char *array);
/* (transfer none) (nullable): an element of an array of the document */
JsonObject *trinh_regime_draft_get_element (TrinhRegimeDraft *self,
                                            const char *document,
                                            const char *array,
                                            guint index);
/* "" where it is absent or no text; @array (nullable): a member of the document itself */
const char *trinh_regime_draft_get_string (TrinhRegimeDraft *self,
                                           const char *document,
                                           const char *array,
                                           guint index,
                                           const char *member);

/* @value: (nullable) (transfer full): %NULL takes the member away. %FALSE where nothing changes */
gboolean trinh_regime_draft_set_member (TrinhRegimeDraft *self,
                                        const char *document,
                                        const char *array,
                                        guint index,
                                        const char *member,
                                        JsonNode *value);
/* An empty text takes the member away unless @keep_empty. */
gboolean trinh_regime_draft_set_string (TrinhRegimeDraft *self,
                                        const char *document,
                                        const char *array,
                                        guint index,
                                        const char *member,
                                        const char *text,
                                        gboolean keep_empty);
/* @element: (transfer full); an array that is absent comes to be */
void trinh_regime_draft_insert (TrinhRegimeDraft *self,
                                const char *document,
                                const char *array,
                                guint index,
                                JsonNode *element);
void trinh_regime_draft_remove (TrinhRegimeDraft *self,
                                const char *document,
                                const char *array,
                                guint index);
void trinh_regime_draft_move (TrinhRegimeDraft *self,
                              const char *document,
                              const char *array,
                              guint from,
                              guint to);

/* Outline: an item goes with all that lies below it. */
guint trinh_regime_draft_get_item_size (TrinhRegimeDraft *self,
                                        guint index);
/* Behind the item at @index and what is below it, on its level; where it went. */
guint trinh_regime_draft_add_item (TrinhRegimeDraft *self,
                                   guint index,
                                   const char *title);
/* @direction: -1 before the item above on the same level, 1 behind the one below; FALSE: there is none */
gboolean trinh_regime_draft_move_item (TrinhRegimeDraft *self,
                                       guint index,
                                       int direction,
                                       guint *moved);
/* @direction: 1 a level deeper, -1 a level higher */
gboolean trinh_regime_draft_indent_item (TrinhRegimeDraft *self,
                                         guint index,
                                         int direction);
/* @role: "opening", "heading" or "closing"; only a heading has a number, a level and sections below it. FALSE: another one
 * is the opening or the closing, or something stands below it */
gboolean trinh_regime_draft_set_item_role (TrinhRegimeDraft *self,
                                           guint index,
                                           const char *role,
                                           const char *title);
void trinh_regime_draft_remove_item (TrinhRegimeDraft *self,
                                     guint index);
/* All headings anew: I, II; 1, 2; 1.1, 1.2. */
void trinh_regime_draft_renumber (TrinhRegimeDraft *self);

/* (transfer full): ids in order */
char **trinh_regime_draft_list_forms (TrinhRegimeDraft *self);
/* @form: (transfer full): a form document; its id must be free. It goes into the last annex too. */
gboolean trinh_regime_draft_add_form (TrinhRegimeDraft *self,
                                      JsonNode *form,
                                      GError **error);
/* An empty form with one column and one row. */
gboolean trinh_regime_draft_add_empty_form (TrinhRegimeDraft *self,
                                            const char *id,
                                            const char *label,
                                            const char *title,
                                            GError **error);
/* Takes it out of annexes, parts and sections too; rules that name it become problems. */
void trinh_regime_draft_remove_form (TrinhRegimeDraft *self,
                                     const char *id);
/* In the regime and in the annexes. */
gboolean trinh_regime_draft_move_form (TrinhRegimeDraft *self,
                                       const char *id,
                                       int direction);
/* Another key; formulas, rules, messages and texts that name the row follow. */
void trinh_regime_draft_rename_row (TrinhRegimeDraft *self,
                                    const char *form,
                                    guint index,
                                    const char *key);
/* Another id; groups, formulas, rules, messages and texts that name the column follow. */
void trinh_regime_draft_rename_column (TrinhRegimeDraft *self,
                                       const char *form,
                                       guint index,
                                       const char *id);
/* Out of the groups too, and a group goes with its last column; rules that name it become problems. */
void trinh_regime_draft_remove_column (TrinhRegimeDraft *self,
                                       const char *form,
                                       guint index);

gboolean trinh_regime_draft_undo (TrinhRegimeDraft *self);
gboolean trinh_regime_draft_redo (TrinhRegimeDraft *self);
gboolean trinh_regime_draft_get_modified (TrinhRegimeDraft *self);

/**
 * trinh_regime_draft_check:
 * @regime: (out) (optional) (nullable) (transfer full): the regime they make, %NULL where something is wrong
 *
 * Returns: (transfer full) (element-type TrinhDraftProblem): everything that is wrong, empty when it is right
 */
GPtrArray *trinh_regime_draft_check (TrinhRegimeDraft *self,
                                     TrinhRegime **regime);
/**
 * trinh_regime_draft_check_expression:
 * @form: (nullable): id of the form whose rows may be named without it
 * @condition: a rule; else a formula
 * @place: (out) (optional): character offset of the error, G_MAXUINT where it has none
 *
 * Whether it can be read, is of the right sort and names rows that the draft has.
 */
gboolean trinh_regime_draft_check_expression (TrinhRegimeDraft *self,
                                              const char *form,
                                              const char *text,
                                              gboolean condition,
                                              guint *place,
                                              GError **error);
/**
 * trinh_regime_draft_save:
 *
 * Makes it the present edition of one's own regime. Where a report was made with the edition before, that one
 * is kept and the version is raised. Refused while something is wrong, or where the id is a shipped regime's.
 */
gboolean trinh_regime_draft_save (TrinhRegimeDraft *self,
                                  TrinhRegimeLibrary *library,
                                  GError **error);
/* An id for a regime of that title that no regime has yet: "bao-cao-quy". (transfer full) */
char *trinh_regime_library_make_id (TrinhRegimeLibrary *self,
                                    const char *title);

G_END_DECLS
