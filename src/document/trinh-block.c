/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-block.h"

static void
header_free (TrinhHeaderBlock *header)
{
  g_free (header->superior);
  g_strfreev (header->office);
  g_free (header->number);
  g_free (header->date);
  g_free (header);
}

static void
signer_free (gpointer data)
{
  TrinhPrintedSignatory *signer = data;

  g_strfreev (signer->capacity);
  g_free (signer->title);
  g_free (signer->name);
  g_free (signer);
}

static void
signature_free (TrinhSignatureBlock *signature)
{
  g_strfreev (signature->recipients);
  g_ptr_array_unref (signature->signers);
  g_free (signature);
}

static void
annex_free (TrinhAnnexBlock *annex)
{
  g_free (annex->label);
  g_strfreev (annex->title);
  g_free (annex->reference);
  g_free (annex);
}

static void
figure_free (TrinhFigureBlock *figure)
{
  g_object_unref (figure->chart);
  g_free (figure->unit);
  g_free (figure->source);
  g_free (figure->alternative);
  g_free (figure);
}

TrinhBlock *
trinh_block_new (TrinhBlockType type,
                 const char *place)
{
  TrinhBlock *self = g_new0 (TrinhBlock, 1);

  self->type = type;
  self->place = g_strdup (place);
  return self;
}

TrinhBlock *
trinh_block_new_text (TrinhBlockType type,
                      const char *place,
                      TrinhText *text)
{
  TrinhBlock *self = trinh_block_new (type, place);

  self->text = text;
  return self;
}

TrinhBlock *
trinh_block_new_heading (const char *place,
                         guint level,
                         TrinhText *text)
{
  TrinhBlock *self = trinh_block_new_text (TRINH_BLOCK_TYPE_HEADING, place, text);

  self->level = CLAMP (level, 1, TRINH_BLOCK_LEVELS);
  self->depth = self->level;
  return self;
}

TrinhBlock *
trinh_block_new_lines (TrinhBlockType type,
                       const char *place,
                       const char *const *lines)
{
  TrinhBlock *self = trinh_block_new (type, place);

  self->lines = g_strdupv ((char **) lines);
  return self;
}

TrinhBlock *
trinh_block_new_table (const char *place,
                       gboolean landscape,
                       TrinhTable *table)
{
  TrinhBlock *self = trinh_block_new (TRINH_BLOCK_TYPE_TABLE, place);

  self->landscape = landscape;
  self->table = table;
  return self;
}

TrinhBlock *
trinh_block_new_header (const char *superior,
                        const char *const *office,
                        const char *number,
                        const char *date)
{
  TrinhBlock *self = trinh_block_new (TRINH_BLOCK_TYPE_HEADER, NULL);

  self->header = g_new0 (TrinhHeaderBlock, 1);
  self->header->superior = g_strdup (superior);
  self->header->office = g_strdupv ((char **) office);
  self->header->number = g_strdup (number);
  self->header->date = g_strdup (date);
  return self;
}

TrinhBlock *
trinh_block_new_signature (const char *const *recipients)
{
  TrinhBlock *self = trinh_block_new (TRINH_BLOCK_TYPE_SIGNATURE, NULL);

  self->signature = g_new0 (TrinhSignatureBlock, 1);
  self->signature->recipients = g_strdupv ((char **) recipients);
  self->signature->signers = g_ptr_array_new_with_free_func (signer_free);
  return self;
}

void
trinh_block_add_signer (TrinhBlock *self,
                        const char *const *capacity,
                        const char *title,
                        const char *name)
{
  TrinhPrintedSignatory *signer;

  g_return_if_fail (self != NULL && self->signature != NULL);

  signer = g_new0 (TrinhPrintedSignatory, 1);
  signer->capacity = g_strdupv ((char **) capacity);
  signer->title = g_strdup (title);
  signer->name = g_strdup (name);
  g_ptr_array_add (self->signature->signers, signer);
}

TrinhBlock *
trinh_block_new_annex (const char *place,
                       gboolean landscape,
                       const char *label,
                       const char *const *title,
                       const char *reference)
{
  TrinhBlock *self = trinh_block_new (TRINH_BLOCK_TYPE_ANNEX, place);

  self->landscape = landscape;
  self->annex = g_new0 (TrinhAnnexBlock, 1);
  self->annex->label = g_strdup (label);
  self->annex->title = g_strdupv ((char **) title);
  self->annex->reference = g_strdup (reference);
  return self;
}

TrinhBlock *
trinh_block_new_figure (const char *place,
                        gboolean landscape,
                        TrinhChart *chart,
                        const char *unit,
                        const char *source,
                        const char *alternative)
{
  TrinhBlock *self = trinh_block_new (TRINH_BLOCK_TYPE_FIGURE, place);

  self->landscape = landscape;
  self->figure = g_new0 (TrinhFigureBlock, 1);
  self->figure->chart = chart;
  self->figure->unit = g_strdup (unit);
  self->figure->source = g_strdup (source);
  self->figure->alternative = g_strdup (alternative);
  return self;
}

static gboolean
lines_equal (char **a,
             char **b)
{
  return a == NULL || b == NULL ? a == b : g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static gboolean
header_equal (const TrinhHeaderBlock *a,
              const TrinhHeaderBlock *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strcmp0 (a->superior, b->superior) == 0 && lines_equal (a->office, b->office) &&
         g_strcmp0 (a->number, b->number) == 0 && g_strcmp0 (a->date, b->date) == 0;
}

static gboolean
signature_equal (const TrinhSignatureBlock *a,
                 const TrinhSignatureBlock *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (!lines_equal (a->recipients, b->recipients) || a->signers->len != b->signers->len)
    return FALSE;
  for (guint i = 0; i < a->signers->len; i++)
    {
      const TrinhPrintedSignatory *signer = g_ptr_array_index (a->signers, i);
      const TrinhPrintedSignatory *other = g_ptr_array_index (b->signers, i);

      if (!lines_equal (signer->capacity, other->capacity) || g_strcmp0 (signer->title, other->title) != 0 ||
          g_strcmp0 (signer->name, other->name) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
annex_equal (const TrinhAnnexBlock *a,
             const TrinhAnnexBlock *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strcmp0 (a->label, b->label) == 0 && lines_equal (a->title, b->title) &&
         g_strcmp0 (a->reference, b->reference) == 0 && a->bare == b->bare;
}

/* The words say all that the chart shows. */
static gboolean
figure_equal (const TrinhFigureBlock *a,
              const TrinhFigureBlock *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strcmp0 (a->unit, b->unit) == 0 && g_strcmp0 (a->source, b->source) == 0 && g_strcmp0 (a->alternative, b->alternative) == 0;
}

gboolean
trinh_block_equal (const TrinhBlock *a,
                   const TrinhBlock *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->type == b->type && a->level == b->level && a->depth == b->depth && a->landscape == b->landscape && a->run_on == b->run_on &&
         g_strcmp0 (a->place, b->place) == 0 && trinh_text_equal (a->text, b->text) && lines_equal (a->lines, b->lines) &&
         trinh_table_equal (a->table, b->table) && header_equal (a->header, b->header) &&
         signature_equal (a->signature, b->signature) && annex_equal (a->annex, b->annex) &&
         figure_equal (a->figure, b->figure);
}

void
trinh_block_free (TrinhBlock *self)
{
  if (self == NULL)
    return;
  g_free (self->place);
  trinh_text_free (self->text);
  g_strfreev (self->lines);
  trinh_table_free (self->table);
  g_clear_pointer (&self->header, header_free);
  g_clear_pointer (&self->signature, signature_free);
  g_clear_pointer (&self->annex, annex_free);
  g_clear_pointer (&self->figure, figure_free);
  g_free (self);
}

/* Below those of the outline */
#define RUN_IN_LEVEL 9

static guint
get_level (const TrinhBlock *self)
{
  return self->type == TRINH_BLOCK_TYPE_RUN_IN ? RUN_IN_LEVEL : self->level;
}

gboolean
trinh_block_belongs_to (const TrinhBlock *next,
                        const TrinhBlock *heading)
{
  g_return_val_if_fail (next != NULL, FALSE);
  g_return_val_if_fail (heading != NULL, FALSE);

  switch (next->type)
    {
    case TRINH_BLOCK_TYPE_HEADING:
    case TRINH_BLOCK_TYPE_RUN_IN:
      return !heading->run_on && get_level (next) > get_level (heading);
    case TRINH_BLOCK_TYPE_PARAGRAPH:
    case TRINH_BLOCK_TYPE_LIST_ITEM:
      return !heading->run_on && g_strcmp0 (next->place, heading->place) == 0;
    case TRINH_BLOCK_TYPE_CAPTION:
    case TRINH_BLOCK_TYPE_TABLE:
    case TRINH_BLOCK_TYPE_FIGURE:
      return !heading->run_on;
    case TRINH_BLOCK_TYPE_HEADER:
    case TRINH_BLOCK_TYPE_TITLE:
    case TRINH_BLOCK_TYPE_ADDRESSEES:
    case TRINH_BLOCK_TYPE_SIGNATURE:
    case TRINH_BLOCK_TYPE_ANNEX:
    default:
      return FALSE;
    }
}
