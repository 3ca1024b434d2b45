/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a text of a page needs to be drawn; points. */
typedef struct
{
  guint page;
  double x;
  double y;
  double width;
  double size;
  gboolean bold;
  gboolean italic;
  char *text;
} PlainText;

/**
 * PlainDocument:
 * @sizes: (element-type double): width and height of each page
 * @texts: (element-type PlainText): in the order of the pages
 *
 * All that the plain program knows of the report: its texts and where they stand.
 */
typedef struct
{
  char *family;
  GArray *sizes;
  GArray *texts;
} PlainDocument;

PlainDocument *plain_document_new (void);
void plain_document_free (PlainDocument *self);
/* To a file and back, for a process that has never seen the report. */
void plain_document_write (const PlainDocument *self,
                           const char *path);
PlainDocument *plain_document_read (const char *path);
/* As a short program does it: a layout for each text, shown where it stands. (transfer full) */
GBytes *plain_document_draw (const PlainDocument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlainDocument, plain_document_free)

G_END_DECLS
