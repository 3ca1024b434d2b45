/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-layout-cache.h"

G_BEGIN_DECLS

struct _TrinhPages
{
  GObject parent_instance;

  /* Owned References */
  TrinhDocument *document;
  TrinhLayoutCache *cache; /* its lock is held while @layouter or @pages are used */
  TrinhLayouter *layouter; /* its layouts hold the lines that the pages paint */
  GPtrArray *pages;        /* of TrinhPage */
  GPtrArray *boxes;        /* NULL until they are asked for */
  GPtrArray *bookmarks;
};

G_END_DECLS
