/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-board-item.h"

struct _TrinhBoardItem
{
  GObject parent_instance;

  /* Owned References */
  TrinhOffice *office;
  TrinhStoreEntry *entry;
  char *key;
  char *regime;
  char *regime_title;
  char *note;
  char *reason;

  TrinhPeriod period;
  TrinhBoardState state;
  TrinhDue due;
  guint32 data_to;
  guint32 deadline;
  guint32 usual_deadline;
  int days_left;
  guint n_corrections;
  guint n_estimates;
  gboolean correcting;
  gboolean expected;
  gboolean mine;
};

G_DEFINE_FINAL_TYPE (TrinhBoardItem, trinh_board_item, G_TYPE_OBJECT)

const char *
trinh_due_to_nick (TrinhDue due)
{
  static const char *const nicks[] = { "overdue", "soon", "later", "done" };

  g_return_val_if_fail (due < G_N_ELEMENTS (nicks), NULL);

  return nicks[due];
}

const char *
trinh_board_state_to_nick (TrinhBoardState state)
{
  static const char *const nicks[] = { "not-begun", "in-progress", "submitted", "returned", "approved", "signed", "sent", "not-required" };

  g_return_val_if_fail (state < G_N_ELEMENTS (nicks), NULL);

  return nicks[state];
}

const char *
trinh_board_state_get_name (TrinhBoardState state)
{
  switch (state)
    {
    case TRINH_BOARD_NOT_BEGUN:
      return _ ("Not begun");
    case TRINH_BOARD_IN_PROGRESS:
      return _ ("In progress");
    case TRINH_BOARD_SUBMITTED:
      return trinh_report_state_get_name (TRINH_STATE_SUBMITTED);
    case TRINH_BOARD_RETURNED:
      return trinh_report_state_get_name (TRINH_STATE_RETURNED);
    case TRINH_BOARD_APPROVED:
      return trinh_report_state_get_name (TRINH_STATE_APPROVED);
    case TRINH_BOARD_SIGNED:
      return trinh_report_state_get_name (TRINH_STATE_SIGNED);
    case TRINH_BOARD_SENT:
      return _ ("Sent");
    case TRINH_BOARD_NOT_REQUIRED:
    default:
      return _ ("Not required");
    }
}

static TrinhBoardState
find_state (const TrinhBoardItemDraft *draft)
{
  static const TrinhBoardState states[] = {
    [TRINH_STATE_DRAFT] = TRINH_BOARD_IN_PROGRESS,
    [TRINH_STATE_SUBMITTED] = TRINH_BOARD_SUBMITTED,
    [TRINH_STATE_RETURNED] = TRINH_BOARD_RETURNED,
    [TRINH_STATE_APPROVED] = TRINH_BOARD_APPROVED,
    [TRINH_STATE_SIGNED] = TRINH_BOARD_SIGNED,
    [TRINH_STATE_ISSUED] = TRINH_BOARD_SENT,
  };
  TrinhStoreEntry *entry = draft->done != NULL ? draft->done : draft->entry;

  /* What was done is done, whatever was said of it before. */
  if (draft->done == NULL && draft->reason != NULL)
    return TRINH_BOARD_NOT_REQUIRED;

  return entry != NULL ? states[trinh_store_entry_get_state (entry)] : TRINH_BOARD_NOT_BEGUN;
}

static TrinhDue
find_due (TrinhBoardItem *self)
{
  if (self->state >= TRINH_BOARD_SIGNED)
    return TRINH_DUE_DONE;
  if (self->deadline == 0)
    return TRINH_DUE_LATER;
  if (self->days_left < 0)
    return TRINH_DUE_OVERDUE;

  return self->days_left <= TRINH_BOARD_SOON_DAYS ? TRINH_DUE_SOON : TRINH_DUE_LATER;
}

static char *
make_key (const TrinhBoardItemDraft *draft)
{
  const char *code = trinh_office_get_code (draft->office);
  g_autofree char *period = trinh_period_to_string (draft->period);

  return g_strjoin ("\n", *code != '\0' ? code : trinh_office_get_name (draft->office), draft->regime, period, NULL);
}

static void
trinh_board_item_finalize (GObject *object)
{
  TrinhBoardItem *self = TRINH_BOARD_ITEM (object);

  g_clear_object (&self->office);
  g_clear_object (&self->entry);
  g_free (self->key);
  g_free (self->regime);
  g_free (self->regime_title);
  g_free (self->note);
  g_free (self->reason);

  G_OBJECT_CLASS (trinh_board_item_parent_class)->finalize (object);
}

static void
trinh_board_item_class_init (TrinhBoardItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trinh_board_item_finalize;
}

static void
trinh_board_item_init (TrinhBoardItem *self)
{
}

TrinhBoardItem *
trinh_board_item_new (const TrinhBoardItemDraft *draft,
                      guint32 today)
{
  TrinhBoardItem *self;

  g_return_val_if_fail (draft != NULL, NULL);
  g_return_val_if_fail (TRINH_IS_OFFICE (draft->office), NULL);
  g_return_val_if_fail (draft->regime != NULL, NULL);

  self = g_object_new (TRINH_TYPE_BOARD_ITEM, NULL);
  self->office = g_object_ref (draft->office);
  g_set_object (&self->entry, draft->entry);
  self->key = make_key (draft);
  self->regime = g_strdup (draft->regime);
  self->regime_title = g_strdup (draft->regime_title != NULL ? draft->regime_title : draft->regime);
  self->note = g_strdup (draft->note != NULL ? draft->note : "");
  self->reason = g_strdup (draft->reason != NULL ? draft->reason : "");
  self->period = draft->period;
  self->data_to = draft->data_to;
  self->deadline = draft->deadline;
  self->usual_deadline = draft->usual_deadline;
  self->days_left = self->deadline != 0 ? (int) ((gint64) self->deadline - (gint64) today) : 0;
  self->state = find_state (draft);
  self->due = find_due (self);
  self->n_corrections = draft->n_corrections;
  self->correcting = draft->done != NULL && draft->entry != draft->done;
  /* Before the cut-off nobody can know the real figures. */
  if (self->state != TRINH_BOARD_NOT_BEGUN && self->state != TRINH_BOARD_IN_PROGRESS && self->state != TRINH_BOARD_RETURNED && today > self->data_to)
    self->n_estimates = draft->n_estimates;
  self->expected = draft->expected;
  self->mine = draft->mine;

  return self;
}

const char *
trinh_board_item_get_key (TrinhBoardItem *self)
{
  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (self), NULL);

  return self->key;
}

TrinhOffice *
trinh_board_item_get_office (TrinhBoardItem *self)
{
  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (self), NULL);

  return self->office;
}

const char *
trinh_board_item_get_regime (TrinhBoardItem *self)
{
  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (self), NULL);

  return self->regime;
}

const char *
trinh_board_item_get_regime_title (TrinhBoardItem *self)
{
  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (self), NULL);

  return self->regime_title;
}

TrinhPeriod
trinh_board_item_get_period (TrinhBoardItem *self)
{
  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (self), (TrinhPeriod) { 0 });

  return self->period;
}

guint32
trinh_board_item_get_data_to (TrinhBoardItem *self)
{
  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (self), 0);

  return self->data_to;
}

guint32
trinh_board_item_get_deadline (TrinhBoardItem *self)
{
  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (self), 0);

  return self->deadline;
}

guint32
trinh_board_item_get_usual_deadline (TrinhBoardItem *self)
{
  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (self), 0);

  return self->usual_deadline;
}

gboolean
trinh_board_item_get_moved (TrinhBoardItem *self)
{
  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (self), FALSE);

  return self->usual_deadline != 0 && self->deadline != self->usual_deadline;
}

const char *
trinh_board_item_get_note (TrinhBoardItem *self)
{
  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (self), NULL);

  return self->note;
}

const char *
trinh_board_item_get_reason (TrinhBoardItem *self)
{
  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (self), NULL);

  return self->reason;
}

TrinhStoreEntry *
trinh_board_item_get_entry (TrinhBoardItem *self)
{
  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (self), NULL);

  return self->entry;
}

TrinhBoardState
trinh_board_item_get_state (TrinhBoardItem *self)
{
  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (self), TRINH_BOARD_NOT_BEGUN);

  return self->state;
}

TrinhDue
trinh_board_item_get_due (TrinhBoardItem *self)
{
  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (self), TRINH_DUE_DONE);

  return self->due;
}

int
trinh_board_item_get_days_left (TrinhBoardItem *self)
{
  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (self), 0);

  return self->days_left;
}

guint
trinh_board_item_get_n_corrections (TrinhBoardItem *self)
{
  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (self), 0);

  return self->n_corrections;
}

gboolean
trinh_board_item_get_correcting (TrinhBoardItem *self)
{
  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (self), FALSE);

  return self->correcting;
}

guint
trinh_board_item_get_n_estimates (TrinhBoardItem *self)
{
  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (self), 0);

  return self->n_estimates;
}

gboolean
trinh_board_item_get_expected (TrinhBoardItem *self)
{
  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (self), FALSE);

  return self->expected;
}

gboolean
trinh_board_item_get_mine (TrinhBoardItem *self)
{
  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (self), FALSE);

  return self->mine;
}

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

/* No deadline comes after all that have one. */
static guint32
get_last_day (TrinhBoardItem *self)
{
  return self->deadline != 0 ? self->deadline : G_MAXUINT32;
}

int
trinh_board_item_compare (TrinhBoardItem *a,
                          TrinhBoardItem *b)
{
  int order;

  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (a), 0);
  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (b), 0);

  order = compare_numbers (a->due, b->due);
  if (order == 0 && a->due == TRINH_DUE_DONE)
    order = compare_numbers (b->deadline, a->deadline);
  else if (order == 0)
    order = compare_numbers (get_last_day (a), get_last_day (b));
  if (order == 0)
    order = trinh_period_compare (a->period, b->period);
  if (order == 0)
    order = trinh_language_compare (trinh_office_get_name (a->office), trinh_office_get_name (b->office));
  if (order == 0)
    order = g_strcmp0 (a->regime, b->regime);

  return order;
}

gboolean
trinh_board_item_equal (TrinhBoardItem *a,
                        TrinhBoardItem *b)
{
  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (a), FALSE);
  g_return_val_if_fail (TRINH_IS_BOARD_ITEM (b), FALSE);

  return a->entry == b->entry && a->state == b->state && a->due == b->due && a->data_to == b->data_to &&
         a->deadline == b->deadline && a->usual_deadline == b->usual_deadline && a->days_left == b->days_left &&
         a->n_corrections == b->n_corrections && a->n_estimates == b->n_estimates && a->correcting == b->correcting &&
         a->expected == b->expected && a->mine == b->mine && g_str_equal (a->key, b->key) &&
         g_str_equal (a->regime_title, b->regime_title) && g_str_equal (a->note, b->note) && g_str_equal (a->reason, b->reason);
}
