/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* The signature block: its parts, their order, what stands before and beside it */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-layout-check-private.h"

/* From the first of its boxes to behind the last */
typedef struct
{
  TrinhLayoutCheck *check;
  guint start;
  guint end;
} Block;

static gboolean
is_part (const TrinhBox *box)
{
  static const char *const roles[] = { "recipients-head", "recipients", "capacity", "signatory-title", "signature", "signatory-name", NULL };

  return g_strv_contains (roles, box->role);
}

static gboolean
find_block (TrinhLayoutCheck *self,
            Block *block)
{
  guint i = 0;

  while (i < self->boxes->len && !is_part (g_ptr_array_index (self->boxes, i)))
    i++;
  *block = (Block) { self, i, i };
  /* The number of a page that it goes on to stands between its parts. */
  for (; i < self->boxes->len && (is_part (g_ptr_array_index (self->boxes, i)) || _trinh_layout_check_is (g_ptr_array_index (self->boxes, i), "page-number")); i++)
    if (is_part (g_ptr_array_index (self->boxes, i)))
      block->end = i + 1;
  return block->end > block->start;
}

static const TrinhBox *
get_box (const Block *self,
         guint position)
{
  return position >= self->start && position < self->end ? _trinh_layout_check_get (self->check, position) : NULL;
}

static void
complain (const Block *self,
          const TrinhBox *box,
          char *message)
{
  _trinh_layout_check_add (self->check, box, "layout-signature", message);
}

static gboolean
is_under (const TrinhBox *above,
          const TrinhBox *below)
{
  return above->page == below->page && below->y >= above->y + above->height - TRINH_CHECK_NEAR &&
         ABS (_trinh_layout_check_middle (above) - _trinh_layout_check_middle (below)) <= TRINH_CHECK_NEAR;
}

static void
check_pair (const Block *self,
            const TrinhBox *above,
            const TrinhBox *below)
{
  g_autofree char *upper = NULL;
  g_autofree char *lower = NULL;

  if (is_under (above, below))
    return;
  upper = _trinh_layout_check_dup_excerpt (above);
  lower = _trinh_layout_check_dup_excerpt (below);
  complain (self, below, g_strdup_printf (_ ("“%s” on page %u does not stand centred below “%s”."), lower, below->page + 1, upper));
}

/* @position: of the space for the signature */
static void
check_signer (const Block *self,
              guint position)
{
  const TrinhBox *space = get_box (self, position);
  const TrinhBox *title = get_box (self, position - 1);
  const TrinhBox *name = get_box (self, position + 1);

  if (!_trinh_layout_check_is (title, "signatory-title"))
    {
      complain (self, space, g_strdup_printf (_ ("The signature block on page %u has no title of who signs."), space->page + 1));
      return;
    }
  check_pair (self, title, space);
  if (_trinh_layout_check_is (name, "signatory-name"))
    check_pair (self, space, name);
  for (guint i = position - 1; i > self->start && _trinh_layout_check_is (get_box (self, i - 1), "capacity"); i--)
    check_pair (self, get_box (self, i - 1), get_box (self, i));
}

static void
check_signers (const Block *self)
{
  gboolean signs = FALSE;

  for (guint i = self->start; i < self->end; i++)
    if (_trinh_layout_check_is (get_box (self, i), "signature"))
      {
        check_signer (self, i);
        signs = TRUE;
      }
  if (!signs)
    complain (self, get_box (self, self->end - 1), g_strdup (_ ("Nobody is named who signs the report.")));
}

static gboolean
is_recipient (const TrinhBox *box)
{
  return _trinh_layout_check_is (box, "recipients-head") || _trinh_layout_check_is (box, "recipients");
}

static gboolean
is_signer (const TrinhBox *box)
{
  return box != NULL && is_part (box) && !is_recipient (box);
}

/* The first box of the block that is theirs, (nullable) */
static const TrinhBox *
find_recipient (const Block *self)
{
  for (guint i = self->start; i < self->end; i++)
    if (is_recipient (get_box (self, i)))
      return get_box (self, i);
  return NULL;
}

static gboolean
stands_left (const Block *self,
             const TrinhBox *recipient)
{
  for (guint i = self->start; i < self->end; i++)
    {
      const TrinhBox *box = get_box (self, i);

      if (is_signer (box) && recipient->x + recipient->width > box->x + TRINH_CHECK_NEAR)
        return FALSE;
    }
  return TRUE;
}

static void
check_recipients_left (const Block *self,
                       const TrinhBox *head)
{
  for (guint i = self->start; i < self->end; i++)
    if (is_recipient (get_box (self, i)) && !stands_left (self, get_box (self, i)))
      {
        complain (self, get_box (self, i), g_strdup_printf (_ ("The recipients on page %u do not stand to the left of the signature block."), head->page + 1));
        return;
      }
}

/* Where the report is kept stands last: "- Lưu: VT, NV." */
static void
check_last_recipient (const Block *self)
{
  const TrinhLayoutRole *role = trinh_layout_rules_find_role (self->check->rules, "recipients");
  const TrinhBox *last = NULL;

  for (guint i = self->start; i < self->end; i++)
    if (_trinh_layout_check_is (get_box (self, i), "recipients") && !get_box (self, i)->continued)
      last = get_box (self, i);
  if (role == NULL || role->last == NULL || last == NULL || g_str_has_prefix (last->text, role->last))
    return;
  complain (self, last, g_strdup_printf (_ ("The last of the recipients on page %u is “%s”; it has to begin with “%s”."), last->page + 1, last->text, role->last));
}

static void
check_recipients (const Block *self)
{
  const TrinhBox *head = find_recipient (self);
  const TrinhBox *first = get_box (self, self->start);

  if (!_trinh_layout_check_is (head, "recipients-head"))
    {
      complain (self, first, g_strdup_printf (_ ("The recipients (“Nơi nhận”) are not named beside the signature block on page %u."), first->page + 1));
      return;
    }
  if (_trinh_layout_check_find (self->check, "recipients", self->start, NULL) == NULL)
    complain (self, head, g_strdup_printf (_ ("There is nobody below “Nơi nhận” on page %u."), head->page + 1));
  check_recipients_left (self, head);
  check_last_recipient (self);
}

/* From the top of what @matches on @page to its bottom; 0: nothing does */
static double
measure_part (const Block *self,
              gboolean (*matches) (const TrinhBox *box),
              guint page)
{
  double top = G_MAXDOUBLE, bottom = 0;

  for (guint i = self->start; i < self->end; i++)
    {
      const TrinhBox *box = get_box (self, i);

      if (box->page != page || !matches (box))
        continue;
      top = MIN (top, box->y);
      bottom = MAX (bottom, box->y + box->height);
    }
  return MAX (bottom - top, 0);
}

/* Whether what @matches goes over a page's end; @height: (out): of all of it */
static gboolean
is_broken (const Block *self,
           gboolean (*matches) (const TrinhBox *box),
           double *height)
{
  const guint last = trinh_pages_get_n_pages (self->check->pages);
  guint n_pages = 0;

  *height = 0;
  for (guint page = get_box (self, self->start)->page; page < last; page++)
    {
      const double part = measure_part (self, matches, page);

      *height += part;
      n_pages += part > 0;
    }
  return n_pages > 1;
}

/* The signatures stand whole unless they are higher than a page; long lists of recipients run on overleaf. */
static void
check_whole (const Block *self)
{
  const TrinhBox *first = get_box (self, self->start);
  const double room = _trinh_layout_check_get_room (self->check, first->page);
  double height;
  gboolean broken = is_broken (self, is_part, &height) && height <= room * self->check->rules->signature_whole;

  if (!broken)
    broken = is_broken (self, is_signer, &height) && height <= room;
  if (broken)
    complain (self, first, g_strdup_printf (_ ("The signature block is broken at the end of page %u."), first->page + 1));
}

/* Lines of text, and rows of a table, that stand before the block: on its page or (@page G_MAXUINT) on all */
static guint
count_lines (const Block *self,
             guint page)
{
  const TrinhBox *row = NULL;
  guint n = 0;

  for (guint i = 0; i < self->start; i++)
    {
      const TrinhBox *box = _trinh_layout_check_get (self->check, i);

      if (page != G_MAXUINT && box->page != page)
        continue;
      if (_trinh_layout_check_is_body (box))
        n += box->lines->len;
      else if (_trinh_layout_check_is (box, "cell") && (row == NULL || row->page != box->page || ABS (row->y - box->y) > TRINH_CHECK_NEAR))
        {
          row = box;
          n++;
        }
    }
  return n;
}

static void
check_lines (const Block *self)
{
  const TrinhBox *first = get_box (self, self->start);
  const guint most = count_lines (self, G_MAXUINT);
  const guint n = count_lines (self, first->page);

  if (n >= MIN (most, self->check->rules->signature_lines))
    return;
  _trinh_layout_check_add (self->check, first, "layout-signature-lines", g_strdup_printf (_ ("Before the signature block on page %u stand %u lines of text; at least %u must."), first->page + 1, n, self->check->rules->signature_lines));
}

void
_trinh_layout_check_signature (TrinhLayoutCheck *self)
{
  const TrinhBox *kind = _trinh_layout_check_find (self, "kind", 0, NULL);
  Block block;

  if (!find_block (self, &block))
    {
      if (kind != NULL)
        _trinh_layout_check_add (self, kind, "layout-signature", g_strdup (_ ("The report has no signature block.")));
      return;
    }
  check_signers (&block);
  check_recipients (&block);
  check_whole (&block);
  check_lines (&block);
}
