/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-layout-check-private.h"

#define EXCERPT_LETTERS 40

/* "bm1:2.1" is a cell's address; "bm1" a form's id, "s1" a section's. */
static gboolean
is_address (const char *place)
{
  return place != NULL && strchr (place, ':') != NULL;
}

static gboolean
names_form (const TrinhBox *box)
{
  return box->table > 0 || g_str_equal (box->role, "caption") || g_str_has_prefix (box->role, "annex-");
}

/* What belongs to a form is gone to by the first cell of it. (nullable) */
static const char *
find_cell (TrinhLayoutCheck *self,
           const TrinhBox *box)
{
  guint i = 0;

  if (is_address (box->place))
    return box->place;
  if (!names_form (box) || !g_ptr_array_find (self->boxes, box, &i))
    return NULL;
  for (; i < self->boxes->len; i++)
    {
      const TrinhBox *next = g_ptr_array_index (self->boxes, i);

      if (next->table > 0 && is_address (next->place))
        return next->place;
    }
  return NULL;
}

static void
add (TrinhLayoutCheck *self,
     const TrinhBox *box,
     const char *rule,
     const char *message)
{
  const char *cell = find_cell (self, box);
  const char *const subjects[] = { cell, NULL };
  const char *section = cell == NULL && !names_form (box) ? box->place : NULL;
  TrinhSeverity severity;

  if (self->regime != NULL ? !trinh_regime_wants_layout_check (self->regime, rule, &severity) : !trinh_regime_find_layout_check (rule, &severity))
    return;
  g_ptr_array_add (self->findings, g_object_new (TRINH_TYPE_FINDING, "severity", severity, "source", TRINH_SOURCE_LAYOUT, "rule", rule, "subjects", subjects, "section", section, "page", box->page + 1, "message", message, NULL));
}

void
_trinh_layout_check_add (TrinhLayoutCheck *self,
                         const TrinhBox *box,
                         const char *rule,
                         char *message)
{
  g_autofree char *owned = message;

  add (self, box, rule, owned);
}

void
_trinh_layout_check_add_once (TrinhLayoutCheck *self,
                              const TrinhBox *box,
                              const char *rule,
                              char *message)
{
  g_autofree char *owned = message;
  char *key = g_strdup_printf ("%s %s", rule, box->role);

  if (g_hash_table_add (self->known, key))
    add (self, box, rule, owned);
}

/* What has no letters is called by what it is. */
static const char *
get_words (const TrinhBox *box)
{
  if (box->text != NULL && *box->text != '\0')
    return box->text;
  if (g_str_has_suffix (box->role, "-rule"))
    return _ ("the drawn line");
  if (g_str_equal (box->role, "signature"))
    return _ ("the space for the signature");
  if (g_str_equal (box->role, "figure"))
    return _ ("the chart");
  return _ ("the blank cell");
}

char *
_trinh_layout_check_dup_excerpt (const TrinhBox *box)
{
  g_autofree char *line = g_strdelimit (g_strdup (get_words (box)), "\n\t", ' ');
  g_autofree char *start = g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), EXCERPT_LETTERS));

  return g_utf8_strlen (line, -1) > EXCERPT_LETTERS ? g_strconcat (start, "…", NULL) : g_steal_pointer (&start);
}

gboolean
_trinh_layout_check_is (const TrinhBox *box,
                        const char *role)
{
  return box != NULL && g_str_equal (box->role, role);
}

gboolean
_trinh_layout_check_is_heading (const TrinhBox *box)
{
  return g_str_has_prefix (box->role, "heading-") || g_str_equal (box->role, "run-in");
}

gboolean
_trinh_layout_check_is_body (const TrinhBox *box)
{
  return _trinh_layout_check_is_heading (box) || g_str_equal (box->role, "paragraph") || g_str_equal (box->role, "list-item");
}

gboolean
_trinh_layout_check_takes_room (const TrinhBox *box)
{
  return !_trinh_layout_check_is (box, "value") && (box->lines->len > 0 || box->table > 0 || _trinh_layout_check_is (box, "signature"));
}

gboolean
_trinh_layout_check_says_all (TrinhLayoutCheck *self,
                              const TrinhBox *box)
{
  return box->place != NULL && g_hash_table_contains (self->none, box->place);
}

const TrinhBox *
_trinh_layout_check_get (TrinhLayoutCheck *self,
                         guint position)
{
  return position < self->boxes->len ? g_ptr_array_index (self->boxes, position) : NULL;
}

const TrinhBox *
_trinh_layout_check_find (TrinhLayoutCheck *self,
                          const char *role,
                          guint start,
                          guint *position)
{
  for (guint i = start; i < self->boxes->len; i++)
    if (_trinh_layout_check_is (g_ptr_array_index (self->boxes, i), role))
      {
        if (position != NULL)
          *position = i;
        return g_ptr_array_index (self->boxes, i);
      }
  return NULL;
}

double
_trinh_layout_check_middle (const TrinhBox *box)
{
  return box->x + box->width / 2;
}

const TrinhLine *
_trinh_layout_check_get_line (const TrinhBox *box,
                              guint position)
{
  return &g_array_index (box->lines, TrinhLine, position);
}

double
_trinh_layout_check_get_room (TrinhLayoutCheck *self,
                              guint page)
{
  double height = 0;

  trinh_pages_get_size (self->pages, page, NULL, &height);
  return height - TRINH_CHECK_POINTS (self->rules->margin_top.most + self->rules->margin_bottom.most);
}

static GHashTable *
list_sections_without_text (TrinhPages *pages)
{
  GHashTable *none = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *blocks = trinh_document_get_blocks (trinh_pages_get_document (pages));

  for (guint i = 0; i < blocks->len; i++)
    {
      const TrinhBlock *block = g_ptr_array_index (blocks, i);

      if (block->run_on && block->place != NULL)
        g_hash_table_add (none, block->place);
    }
  return none;
}

static int
compare_pages (gconstpointer a,
               gconstpointer b)
{
  guint first = trinh_finding_get_page (*(TrinhFinding **) a);
  guint second = trinh_finding_get_page (*(TrinhFinding **) b);

  return (first > second) - (first < second);
}

GPtrArray *
trinh_layout_check (TrinhPages *pages,
                    TrinhLayoutRules *rules,
                    TrinhRegime *regime)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) none = NULL;
  TrinhLayoutCheck self;

  g_return_val_if_fail (TRINH_IS_PAGES (pages), NULL);
  g_return_val_if_fail (rules != NULL, NULL);
  g_return_val_if_fail (regime == NULL || TRINH_IS_REGIME (regime), NULL);

  none = list_sections_without_text (pages);
  self = (TrinhLayoutCheck) { pages, rules, regime, trinh_pages_get_boxes (pages), g_ptr_array_new_with_free_func (g_object_unref), known, none };
  _trinh_layout_check_parts (&self);
  _trinh_layout_check_roles (&self);
  _trinh_layout_check_texts (&self);
  _trinh_layout_check_align (&self);
  _trinh_layout_check_rules (&self);
  _trinh_layout_check_heads (&self);
  _trinh_layout_check_breaks (&self);
  _trinh_layout_check_tables (&self);
  _trinh_layout_check_signature (&self);
  _trinh_layout_check_annexes (&self);
  _trinh_layout_check_numbers (&self);
  _trinh_layout_check_places (&self);
  _trinh_layout_check_margins (&self);
  g_ptr_array_sort (self.findings, compare_pages);
  return self.findings;
}
