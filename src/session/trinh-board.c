/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-board-private.h"

struct _TrinhBoard
{
  GObject parent_instance;

  /* Owned References */
  TrinhSession *session;
  TrinhOffice *office; /* NULL: all of them */
  GPtrArray *items;    /* of TrinhBoardItem */

  guint year;
  guint32 today;
  guint update_source;
  gboolean complete;
  gboolean connected; /* to the store, once it is open */
};

static void trinh_board_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrinhBoard, trinh_board, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, trinh_board_list_model_init))

/* What shows the same keeps its object, so that a list keeps its rows; only the middle that differs is exchanged. */
static void
take_items (TrinhBoard *self,
            GPtrArray *items)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->items);
  const guint shorter = MIN (before->len, items->len);
  guint head = 0;
  guint tail = 0;

  while (head < shorter && trinh_board_item_equal (before->pdata[head], items->pdata[head]))
    g_set_object ((TrinhBoardItem **) &items->pdata[head], before->pdata[head]), head++;
  while (tail < shorter - head && trinh_board_item_equal (before->pdata[before->len - 1 - tail], items->pdata[items->len - 1 - tail]))
    {
      g_set_object ((TrinhBoardItem **) &items->pdata[items->len - 1 - tail], before->pdata[before->len - 1 - tail]);
      tail++;
    }
  self->items = g_ptr_array_ref (items);
  if (before->len > head + tail || items->len > head + tail)
    g_list_model_items_changed (G_LIST_MODEL (self), head, before->len - head - tail, items->len - head - tail);
}

static gboolean
update_idle (gpointer user_data)
{
  trinh_board_update (user_data);

  return G_SOURCE_REMOVE;
}

static void
queue_update (TrinhBoard *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (update_idle, self);
}

static GType
trinh_board_get_item_type (GListModel *model)
{
  return TRINH_TYPE_BOARD_ITEM;
}

static guint
trinh_board_get_n_items (GListModel *model)
{
  return TRINH_BOARD (model)->items->len;
}

static gpointer
trinh_board_get_item (GListModel *model,
                      guint position)
{
  TrinhBoard *self = TRINH_BOARD (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
trinh_board_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = trinh_board_get_item_type;
  iface->get_n_items = trinh_board_get_n_items;
  iface->get_item = trinh_board_get_item;
}

static void
trinh_board_dispose (GObject *object)
{
  TrinhBoard *self = TRINH_BOARD (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_ptr_array_set_size (self->items, 0);
  g_clear_object (&self->office);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (trinh_board_parent_class)->dispose (object);
}

static void
trinh_board_finalize (GObject *object)
{
  g_ptr_array_unref (TRINH_BOARD (object)->items);

  G_OBJECT_CLASS (trinh_board_parent_class)->finalize (object);
}

static void
trinh_board_class_init (TrinhBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trinh_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = trinh_board_finalize;
}

static void
trinh_board_init (TrinhBoard *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

TrinhBoard *
trinh_board_new (TrinhSession *session,
                 guint32 today)
{
  TrinhBoard *self;

  g_return_val_if_fail (TRINH_IS_SESSION (session), NULL);

  self = g_object_new (TRINH_TYPE_BOARD, NULL);
  g_set_object (&self->session, session);
  self->today = today;
  g_signal_connect_object (session, "board-changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  trinh_board_update (self);

  return self;
}

void
trinh_board_set_office (TrinhBoard *self,
                        TrinhOffice *office)
{
  g_return_if_fail (TRINH_IS_BOARD (self));
  g_return_if_fail (office == NULL || TRINH_IS_OFFICE (office));

  if (g_set_object (&self->office, office))
    trinh_board_update (self);
}

void
trinh_board_set_year (TrinhBoard *self,
                      guint year)
{
  g_return_if_fail (TRINH_IS_BOARD (self));

  if (self->year == year)
    return;
  self->year = year;
  trinh_board_update (self);
}

void
trinh_board_set_today (TrinhBoard *self,
                       guint32 today)
{
  g_return_if_fail (TRINH_IS_BOARD (self));

  if (self->today == today)
    return;
  self->today = today;
  trinh_board_update (self);
}

guint32
trinh_board_get_today (TrinhBoard *self)
{
  g_return_val_if_fail (TRINH_IS_BOARD (self), 0);

  return self->today;
}

void
trinh_board_complete (TrinhBoard *self)
{
  g_return_if_fail (TRINH_IS_BOARD (self));

  if (self->complete)
    return;
  self->complete = TRUE;
  trinh_board_update (self);
}

gboolean
trinh_board_get_complete (TrinhBoard *self)
{
  g_return_val_if_fail (TRINH_IS_BOARD (self), FALSE);

  return self->complete;
}

TrinhBoardWish
_trinh_board_get_wish (TrinhBoard *self)
{
  return (TrinhBoardWish) { self->session, self->office, self->year, self->today, self->complete };
}

void
trinh_board_update (TrinhBoard *self)
{
  g_autoptr (GPtrArray) items = NULL;
  TrinhBoardWish wish;
  GListModel *entries;

  g_return_if_fail (TRINH_IS_BOARD (self));

  g_clear_handle_id (&self->update_source, g_source_remove);
  entries = _trinh_board_get_entries (self->session);
  if (entries != NULL && !self->connected)
    {
      g_signal_connect_object (entries, "items-changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
      self->connected = TRUE;
    }
  wish = _trinh_board_get_wish (self);
  items = _trinh_board_gather (&wish);
  take_items (self, items);
}
