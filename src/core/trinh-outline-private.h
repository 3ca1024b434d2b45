/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-loader-private.h"
#include "trinh-outline.h"

G_BEGIN_DECLS

struct _TrinhOutlineItem
{
  GObject parent_instance;

  /* Owned */
  char *id;
  char *number;
  char *title;
  char *guidance;
  char *template_text;
  char **forms;
  char **phrases;

  TrinhOutlineRole role;
  guint level; /* 0 for opening and closing */
  gboolean required;
};

G_END_DECLS
