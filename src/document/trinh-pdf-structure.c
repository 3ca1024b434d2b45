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
  guint n_figures;
} Walk;

static void
set_scope (qpdf_data qpdf,
           qpdf_oh cell)
{
  qpdf_oh attributes = qpdf_oh_new_dictionary (qpdf);

  qpdf_oh_replace_key (qpdf, attributes, "/O", qpdf_oh_new_name (qpdf, "/Table"));
  qpdf_oh_replace_key (qpdf, attributes, "/Scope", qpdf_oh_new_name (qpdf, "/Column"));
  qpdf_oh_replace_key (qpdf, cell, "/A", attributes);
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
  static const char *const kinds[] = { "/Document", "/Sect", "/Div", "/Table", "/THead", "/TBody", "/TR", NULL };

  return g_strv_contains (kinds, kind);
}

static gboolean
is_kind (qpdf_data qpdf,
         qpdf_oh element,
         const char *kind)
{
  return qpdf_oh_is_dictionary (qpdf, element) && qpdf_oh_is_name_and_equals (qpdf, qpdf_oh_get_key (qpdf, element, "/S"), kind);
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
  if (g_str_equal (kind, "/TH"))
    set_scope (qpdf, element);
  else if (g_str_equal (kind, "/Figure"))
    set_alternative (self, element);
  if (!may_hold_others (kind))
    return;
  children = qpdf_oh_get_key (qpdf, element, "/K");
  length = qpdf_oh_is_array (qpdf, children) ? qpdf_oh_get_array_n_items (qpdf, children) : 0;
  /* The painter heads a row with header cells alone or not at all, so that its first cell tells. */
  if (length > 0 && g_str_equal (kind, "/TR") && !is_kind (qpdf, qpdf_oh_get_array_item (qpdf, children, 0), "/TH"))
    return;
  for (int i = 0; i < length; i++)
    walk_structure (self, qpdf_oh_get_array_item (qpdf, children, i), depth + 1);
  if (length == 0)
    walk_structure (self, children, depth + 1);
}

/* The children as an array, where one may stand alone */
static qpdf_oh
ensure_array (qpdf_data qpdf,
              qpdf_oh children)
{
  return qpdf_oh_is_array (qpdf, children) ? children : qpdf_oh_wrap_in_array (qpdf, children);
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
                              GPtrArray *alternatives)
{
  Walk walk = { qpdf, alternatives, 0 };
  qpdf_oh root = qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/StructTreeRoot");

  if (!qpdf_oh_is_dictionary (qpdf, root) || !qpdf_oh_has_key (qpdf, root, "/K"))
    return;
  adopt_elements (qpdf, root);
  walk_structure (&walk, qpdf_oh_get_array_item (qpdf, qpdf_oh_get_key (qpdf, root, "/K"), 0), 0);
}
