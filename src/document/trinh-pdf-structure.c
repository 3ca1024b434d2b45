/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-pdf-private.h"

#define DEEPEST_TREE 64

typedef struct
{
  qpdf_data qpdf;
  GPtrArray *alternatives; /* (nullable) */
  GArray *spans;           /* of guint32 */
  guint n_figures;
  guint n_cells;
  GArray *merged; /* of Merged */
} Walk;

/* A cell over several rows or columns */
typedef struct
{
  qpdf_oh cell;
  guint32 n_rows;
  guint32 n_columns;
} Merged;

static qpdf_oh
ensure_attributes (qpdf_data qpdf,
                   qpdf_oh cell)
{
  qpdf_oh attributes = qpdf_oh_get_key (qpdf, cell, "/A");

  if (qpdf_oh_is_dictionary (qpdf, attributes))
    return attributes;
  attributes = qpdf_oh_new_dictionary (qpdf);
  qpdf_oh_replace_key (qpdf, attributes, "/O", qpdf_oh_new_name (qpdf, "/Table"));
  qpdf_oh_replace_key (qpdf, cell, "/A", attributes);
  return attributes;
}

static void
set_scope (qpdf_data qpdf,
           qpdf_oh cell)
{
  qpdf_oh_replace_key (qpdf, ensure_attributes (qpdf, cell), "/Scope", qpdf_oh_new_name (qpdf, "/Column"));
}

static void
set_spans (qpdf_data qpdf,
           const Merged *merged)
{
  qpdf_oh attributes = ensure_attributes (qpdf, merged->cell);

  if (merged->n_rows > 1)
    qpdf_oh_replace_key (qpdf, attributes, "/RowSpan", qpdf_oh_new_integer (qpdf, merged->n_rows));
  if (merged->n_columns > 1)
    qpdf_oh_replace_key (qpdf, attributes, "/ColSpan", qpdf_oh_new_integer (qpdf, merged->n_columns));
}

/* The next cell that is told of, (nullable) */
static const guint32 *
get_next_span (Walk *self)
{
  const guint position = 1 + 3 * self->merged->len;

  return self->spans != NULL && position + 3 <= self->spans->len ? &g_array_index (self->spans, guint32, position) : NULL;
}

static void
set_alternative (Walk *self,
                 qpdf_oh figure)
{
  guint position = self->n_figures++;

  if (self->alternatives != NULL && position < self->alternatives->len)
    qpdf_oh_replace_key (self->qpdf, figure, "/Alt", qpdf_oh_new_unicode_string (self->qpdf, g_ptr_array_index (self->alternatives, position)));
}

/* Most elements are cells and paragraphs, with nothing below them that matters here. */
static gboolean
may_hold_others (const char *kind)
{
  static const char *const kinds[] = { "/Document", "/Sect", "/Div", "/Table", "/THead", "/TBody", NULL };

  return g_strv_contains (kinds, kind);
}

static gboolean
is_kind (qpdf_data qpdf,
         qpdf_oh element,
         const char *kind)
{
  return qpdf_oh_is_dictionary (qpdf, element) && qpdf_oh_is_name_and_equals (qpdf, qpdf_oh_get_key (qpdf, element, "/S"), kind);
}

/* The children as an array, where one may stand alone */
static qpdf_oh
ensure_array (qpdf_data qpdf,
              qpdf_oh children)
{
  return qpdf_oh_is_array (qpdf, children) ? children : qpdf_oh_wrap_in_array (qpdf, children);
}

/* The painter heads a row with header cells alone or not at all, so that its first cell tells. */
static void
walk_row (Walk *self,
          qpdf_oh row)
{
  qpdf_data qpdf = self->qpdf;
  qpdf_oh cells = ensure_array (qpdf, qpdf_oh_get_key (qpdf, row, "/K"));
  const guint length = qpdf_oh_get_array_n_items (qpdf, cells);
  const gboolean head = length > 0 && is_kind (qpdf, qpdf_oh_get_array_item (qpdf, cells, 0), "/TH");
  const guint32 *span;

  for (guint i = 0; head && i < length; i++)
    set_scope (qpdf, qpdf_oh_get_array_item (qpdf, cells, i));
  while ((span = get_next_span (self)) != NULL && span[0] >= self->n_cells && span[0] < self->n_cells + length)
    {
      const Merged merged = { qpdf_oh_get_array_item (qpdf, cells, span[0] - self->n_cells), span[1], span[2] };

      g_array_append_val (self->merged, merged);
    }
  self->n_cells += length;
}

static void
walk_structure (Walk *self,
                qpdf_oh element,
                guint depth)
{
  qpdf_data qpdf = self->qpdf;
  g_autofree char *kind = NULL;
  qpdf_oh name, children;
  int length;

  if (depth > DEEPEST_TREE || !qpdf_oh_is_dictionary (qpdf, element))
    return;
  name = qpdf_oh_get_key (qpdf, element, "/S");
  kind = g_strdup (qpdf_oh_is_name (qpdf, name) ? qpdf_oh_get_name (qpdf, name) : "");
  if (g_str_equal (kind, "/TR"))
    walk_row (self, element);
  else if (g_str_equal (kind, "/Figure"))
    set_alternative (self, element);
  if (!may_hold_others (kind))
    return;
  children = qpdf_oh_get_key (qpdf, element, "/K");
  length = qpdf_oh_is_array (qpdf, children) ? qpdf_oh_get_array_n_items (qpdf, children) : 0;
  for (int i = 0; i < length; i++)
    walk_structure (self, qpdf_oh_get_array_item (qpdf, children, i), depth + 1);
  if (length == 0)
    walk_structure (self, children, depth + 1);
}

static void
adopt_elements (qpdf_data qpdf,
                qpdf_oh root)
{
  qpdf_oh children = ensure_array (qpdf, qpdf_oh_get_key (qpdf, root, "/K"));
  qpdf_oh document = qpdf_make_indirect_object (qpdf, qpdf_oh_new_dictionary (qpdf));
  int length = qpdf_oh_get_array_n_items (qpdf, children);

  qpdf_oh_replace_key (qpdf, document, "/Type", qpdf_oh_new_name (qpdf, "/StructElem"));
  qpdf_oh_replace_key (qpdf, document, "/S", qpdf_oh_new_name (qpdf, "/Document"));
  qpdf_oh_replace_key (qpdf, document, "/P", root);
  qpdf_oh_replace_key (qpdf, document, "/K", children);
  for (int i = 0; i < length; i++)
    qpdf_oh_replace_key (qpdf, qpdf_oh_get_array_item (qpdf, children, i), "/P", document);
  qpdf_oh_replace_key (qpdf, root, "/K", qpdf_oh_wrap_in_array (qpdf, document));
}

void
trinh_pdf_complete_structure (qpdf_data qpdf,
                              GPtrArray *alternatives,
                              GArray *spans)
{
  g_autoptr (GArray) merged = g_array_new (FALSE, FALSE, sizeof (Merged));
  Walk walk = { .qpdf = qpdf, .alternatives = alternatives, .spans = spans, .merged = merged };
  qpdf_oh root = qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/StructTreeRoot");

  if (!qpdf_oh_is_dictionary (qpdf, root) || !qpdf_oh_has_key (qpdf, root, "/K"))
    return;
  adopt_elements (qpdf, root);
  walk_structure (&walk, qpdf_oh_get_array_item (qpdf, qpdf_oh_get_key (qpdf, root, "/K"), 0), 0);
  /* Where other cells were drawn than were counted, nothing is said of any. */
  if (spans == NULL || spans->len == 0 || walk.n_cells != g_array_index (spans, guint32, 0))
    return;
  for (guint i = 0; i < merged->len; i++)
    set_spans (qpdf, &g_array_index (merged, Merged, i));
}
