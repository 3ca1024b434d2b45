/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-board.h"

G_BEGIN_DECLS

/* What is to be on the board */
typedef struct
{
  TrinhSession *session;
  TrinhOffice *office; /* (nullable): all of them */
  guint year;          /* 0: all of them */
  guint32 today;
  gboolean complete;
} TrinhBoardWish;

/* What the board was made for; borrowed */
TrinhBoardWish _trinh_board_get_wish (TrinhBoard *self);
guint _trinh_board_get_year (guint32 julian);
/* (nullable): none where the store cannot be opened */
GListModel *_trinh_board_get_entries (TrinhSession *session);
/* (transfer full) (element-type TrinhBoardItem): sorted */
GPtrArray *_trinh_board_gather (const TrinhBoardWish *wish);
/* (transfer full) (element-type TrinhOffice): each once */
GPtrArray *_trinh_board_gather_offices (const TrinhBoardWish *wish);

G_END_DECLS
