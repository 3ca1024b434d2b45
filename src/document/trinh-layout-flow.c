/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <string.h>

#include "trinh-layout-private.h"

/* What rounding makes of equal heights, points */
#define NEAR 0.01
/* Some lines of a row that goes over pages */
#define LEAST_SLICE 60

typedef struct
{
  TrinhLayouter *layouter;
  GPtrArray *pages;
  GPtrArray *boxes;
  guint position; /* of the page whose boxes are made */
  GPtrArray *bookmarks;
  TrinhPage *page;
  GPtrArray *open; /* tags that are begun and not ended */
  GArray *rules;   /* of the table's part on this page: drawn when its tags are closed */
  double y;
  double top;    /* of what is left of the page's first fragment */
  double bottom; /* of what stands here of its last, G_MAXDOUBLE all */
  int table;     /* whose part is being made, -1 none */
} Flow;

void
trinh_page_free (TrinhPage *page)
{
  g_array_unref (page->items);
  g_clear_pointer (&page->held, g_ptr_array_unref);
  g_free (page);
}

static void
bookmark_free (gpointer data)
{
  TrinhBookmark *bookmark = data;

  g_free (bookmark->title);
  g_free (bookmark);
}

static void
grow_box (TrinhBox *box,
          const TrinhItem *item)
{
  double right = MAX (box->x + box->width, item->x + item->width);
  double bottom = MAX (box->y + box->height, item->y + item->height);

  box->x = MIN (box->x, item->x);
  box->y = MIN (box->y, item->y);
  box->width = right - box->x;
  box->height = bottom - box->y;
}

static void
append_line (TrinhBox *box,
             const TrinhItem *item)
{
  TrinhLine line = {
    .x = item->x,
    .y = item->y,
    .width = item->width,
    .height = item->height,
    .font_height = item->font_height,
    .baseline = item->y + item->baseline,
    .start = strlen (box->text),
    .length = item->line->length,
    .first = pango_layout_line_is_paragraph_start (item->line),
  };

  g_array_append_val (box->lines, line);
}

static void
append_letters (TrinhBox *box,
                const TrinhItem *item)
{
  g_autofree char *before = g_steal_pointer (&box->text);
  g_autofree char *letters = NULL;

  letters = g_strndup (pango_layout_get_text (item->layout) + item->line->start_index, item->line->length);
  box->text = g_strconcat (before, letters, NULL);
}

static TrinhBox *
new_box (Flow *self,
         const TrinhBoxSpec *spec,
         const TrinhItem *item)
{
  TrinhBox *box = g_new0 (TrinhBox, 1);

  box->role = spec->role;
  box->page = self->position;
  box->x = item->x;
  box->y = item->y;
  box->width = item->width;
  box->height = item->height;
  box->place = g_strdup (spec->place);
  box->text = item->kind == TRINH_ITEM_FIGURE ? trinh_layouter_dup_letters (self->layouter, item) : g_strdup ("");
  box->size = spec->size;
  box->bold = spec->bold;
  box->italic = spec->italic;
  box->family = self->layouter->family;
  box->unprinted = g_strdup (spec->unprinted);
  box->table = spec->table + 1;
  box->continued = spec->last != NULL;
  box->lines = g_array_new (FALSE, TRUE, sizeof (TrinhLine));
  g_ptr_array_add (self->boxes, box);
  return box;
}

static void
add_to_box (Flow *self,
            const TrinhItem *item)
{
  TrinhBoxSpec *spec = &g_array_index (self->layouter->specs, TrinhBoxSpec, item->spec);

  if (spec->last == NULL || spec->last->page != self->position)
    spec->last = new_box (self, spec, item);
  else
    grow_box (spec->last, item);
  if (item->kind != TRINH_ITEM_TEXT)
    return;
  append_line (spec->last, item);
  append_letters (spec->last, item);
}

static void
add_bookmark (Flow *self,
              const TrinhItem *item)
{
  TrinhBookmark *bookmark = g_new0 (TrinhBookmark, 1);

  bookmark->title = g_strdup (item->name);
  g_strdelimit (bookmark->title, "\n\r\t", ' ');
  bookmark->level = item->level;
  bookmark->page = self->pages->len - 1;
  bookmark->y = item->y;
  g_ptr_array_add (self->bookmarks, bookmark);
}

static void
add_tag (Flow *self,
         TrinhItemKind kind,
         const char *tag)
{
  TrinhItem item = { .kind = kind, .spec = -1, .name = tag };

  g_array_append_val (self->page->items, item);
}

static void
place_item (Flow *self,
            TrinhItem item)
{
  item.x += self->layouter->settings->left;
  item.y += self->y;
  if (item.kind == TRINH_ITEM_BEGIN)
    g_ptr_array_add (self->open, (gpointer) item.name);
  else if (item.kind == TRINH_ITEM_END)
    g_ptr_array_set_size (self->open, self->open->len - 1);
  if (item.kind == TRINH_ITEM_BOOKMARK)
    add_bookmark (self, &item);
  else if (item.kind == TRINH_ITEM_RULE && self->table >= 0)
    g_array_append_val (self->rules, item);
  else
    g_array_append_val (self->page->items, item);
}

static void
flush_rules (Flow *self)
{
  g_array_append_vals (self->page->items, self->rules->data, self->rules->len);
  g_array_set_size (self->rules, 0);
}

static void
add_table_rule (Flow *self,
                double x,
                double y,
                double width,
                double height)
{
  TrinhItem rule = { .kind = TRINH_ITEM_RULE, .spec = -1, .x = x, .y = y, .width = width, .height = height };

  place_item (self, rule);
}

/* The edges of a row; the head's cells bring their own. */
static void
add_edges (Flow *self,
           const TrinhFragment *fragment,
           double height,
           gboolean first,
           gboolean head)
{
  GArray *edges = g_array_index (self->layouter->tables, TrinhFlowTable, fragment->table).edges;
  double width = g_array_index (edges, double, edges->len - 1);

  if (first)
    add_table_rule (self, 0, 0, width, 0);
  if (head)
    return;
  for (guint i = 0; i < edges->len; i++)
    add_table_rule (self, g_array_index (edges, double, i), 0, 0, height);
  add_table_rule (self, 0, height, width, 0);
}

static const TrinhFragment *
get_fragment (Flow *self,
              guint position)
{
  return &g_array_index (self->layouter->fragments, TrinhFragment, position);
}

static int
get_head (Flow *self,
          const TrinhFragment *fragment)
{
  return fragment->table < 0 ? -1 : g_array_index (self->layouter->tables, TrinhFlowTable, fragment->table).head;
}

static void
place_fragment (Flow *self,
                guint position,
                gboolean repeated,
                double top,
                double bottom)
{
  const TrinhFragment *fragment = get_fragment (self, position);
  const double end = MIN (bottom, fragment->height);
  gboolean first = fragment->table != self->table;

  if (first)
    flush_rules (self);
  self->table = fragment->table;
  for (guint i = 0; i < fragment->n_items; i++)
    {
      TrinhItem item = g_array_index (self->layouter->items, TrinhItem, fragment->first_item + i);

      /* The table's own tag was opened again with the page. */
      if (repeated && item.kind == TRINH_ITEM_BEGIN && g_str_equal (item.name, "Table"))
        continue;
      if (!fragment->tall || trinh_fragment_slice_item (fragment, i, top, end, &item))
        place_item (self, item);
    }
  if (fragment->table >= 0)
    add_edges (self, fragment, end - top, first, get_head (self, fragment) == (int) position);
  self->y += end - top;
}

static void
add_page_number (Flow *self)
{
  TrinhLayouter *layouter = self->layouter;
  const TrinhLayoutSettings *settings = layouter->settings;
  TrinhTextStyle style = { .size = settings->page_number, .align = PANGO_ALIGN_CENTER };
  g_autofree char *number = g_strdup_printf ("%u", self->page->number);
  g_autoptr (TrinhCanvas) canvas = trinh_canvas_new ();
  double width = self->page->width - settings->left - settings->right;
  PangoLayout *layout = trinh_layouter_make_plain (layouter, number, &style, width);
  double height;

  trinh_layout_measure (layout, NULL, &height);
  trinh_canvas_add_layout (canvas, layout, trinh_layouter_add_spec (layouter, "page-number", NULL, &style), 0, 0, 1);
  self->y = (settings->top - height) / 2;
  place_item (self, g_array_index (canvas->items, TrinhItem, 0));
}

static void
begin_page (Flow *self,
            const TrinhFragment *fragment)
{
  const TrinhLayoutSettings *settings = self->layouter->settings;
  /* What is higher than a page is the first of several, and restarts the numbers on the first of them. */
  const gboolean restart = fragment->restart && self->top <= 0;
  guint number = self->page == NULL || restart ? 1 : self->page->number + 1;

  self->page = g_new0 (TrinhPage, 1);
  self->page->width = fragment->landscape ? settings->page_height : settings->page_width;
  self->page->height = fragment->landscape ? settings->page_width : settings->page_height;
  self->page->number = number;
  self->page->items = g_array_new (FALSE, TRUE, sizeof (TrinhItem));
  self->table = -1;
  g_ptr_array_add (self->pages, self->page);
  if (number > 1)
    add_page_number (self);
  self->y = settings->top;
  for (guint i = 0; i < self->open->len; i++)
    add_tag (self, TRINH_ITEM_BEGIN, g_ptr_array_index (self->open, i));
}

static void
end_page (Flow *self)
{
  for (guint i = self->open->len; i > 0; i--)
    add_tag (self, TRINH_ITEM_END, g_ptr_array_index (self->open, i - 1));
  flush_rules (self);
}

/* The head above the rows that a page begins with, -1 none */
static int
find_repeated_head (Flow *self,
                    guint first)
{
  int head = get_head (self, get_fragment (self, first));

  return head >= 0 && (int) first > head ? head : -1;
}

static double
get_room (Flow *self,
          guint position)
{
  const TrinhLayoutSettings *settings = self->layouter->settings;

  return (get_fragment (self, position)->landscape ? settings->page_width : settings->page_height) - settings->top - settings->bottom;
}

/* What is higher than a page needs only room to begin. */
static double
get_height (Flow *self,
            guint position)
{
  const TrinhFragment *fragment = get_fragment (self, position);

  return fragment->tall ? MIN (fragment->height, LEAST_SLICE) : fragment->height;
}

/* Of the fragments from @first to before @end, and of the head that is repeated above them */
static double
measure_fragments (Flow *self,
                   guint first,
                   guint end)
{
  int head = find_repeated_head (self, first);
  double height = get_height (self, first) + (head < 0 ? 0 : get_height (self, head));

  for (guint i = first + 1; i < end; i++)
    height += get_fragment (self, i)->space + get_height (self, i);
  return height;
}

/* Behind what is tied to the fragment at @first by more than @torn */
static guint
find_chain_end (Flow *self,
                guint first,
                TrinhKeep torn)
{
  guint end = first + 1;

  while (end < self->layouter->fragments->len && get_fragment (self, end)->keep > torn)
    end++;
  return end;
}

/* Where a page ends that has room up to @end: what is tied stays together, unless no page has room for it; then the
 * weaker ties are torn. Where it is begun for nothing but less than half a page, it goes overleaf whole. */
static guint
find_cut (Flow *self,
          guint first,
          guint end)
{
  const double room = get_room (self, first);
  guint cut = first;

  for (TrinhKeep torn = TRINH_KEEP_NOT; torn < TRINH_KEEP_LINES; torn++)
    {
      for (cut = end; cut > first && get_fragment (self, cut)->keep > torn; cut--)
        ;
      if (cut > first && (cut == end || measure_fragments (self, cut, end) <= room / 2 || measure_fragments (self, cut, find_chain_end (self, cut, torn)) <= room + NEAR))
        return cut;
    }
  return cut > first ? cut : end;
}

/* Whether the fragment at @position, which is higher than a page, is broken in the @room that is left */
static gboolean
begin_tall (Flow *self,
            guint position,
            double top,
            double room)
{
  const TrinhFragment *fragment = get_fragment (self, position);
  double bottom = fragment->tall ? trinh_layouter_find_slice (self->layouter, fragment, top, room) : fragment->height;

  if (bottom <= top || bottom >= fragment->height)
    return FALSE;
  self->bottom = bottom;
  return TRUE;
}

/* Behind the last fragment that goes, in part at least, on the page that begins with @first */
static guint
find_page_end (Flow *self,
               guint first)
{
  guint n_fragments = self->layouter->fragments->len;
  int head = find_repeated_head (self, first);
  double room = get_room (self, first) - (head < 0 ? 0 : get_fragment (self, head)->height) + NEAR;
  double height = get_fragment (self, first)->height - self->top;
  guint end = first + 1;

  if (begin_tall (self, first, self->top, room))
    return end;
  for (; end < n_fragments; end++)
    {
      const TrinhFragment *fragment = get_fragment (self, end);

      if (fragment->new_page)
        return end;
      height += fragment->space;
      if (begin_tall (self, end, 0, room - height))
        return end + 1;
      height += fragment->height;
      if (height > room)
        return find_cut (self, first, end);
    }
  return end;
}

static void
make_page (Flow *self,
           guint first,
           guint end)
{
  int head = find_repeated_head (self, first);

  begin_page (self, get_fragment (self, first));
  if (head >= 0)
    place_fragment (self, head, TRUE, 0, G_MAXDOUBLE);
  for (guint i = first; i < end; i++)
    {
      if (i > first)
        self->y += get_fragment (self, i)->space;
      place_fragment (self, i, FALSE, i == first ? self->top : 0, i + 1 == end ? self->bottom : G_MAXDOUBLE);
    }
  end_page (self);
}

void
trinh_layouter_collect_boxes (TrinhLayouter *self,
                              GPtrArray *pages,
                              GPtrArray *boxes)
{
  Flow flow = { .layouter = self, .boxes = boxes };

  for (; flow.position < pages->len; flow.position++)
    {
      const TrinhPage *page = g_ptr_array_index (pages, flow.position);

      for (guint i = 0; i < page->items->len; i++)
        {
          const TrinhItem *item = &g_array_index (page->items, TrinhItem, i);

          if (item->spec >= 0)
            add_to_box (&flow, item);
        }
    }
}

GPtrArray *
trinh_layouter_deal (TrinhLayouter *self,
                     GPtrArray *bookmarks)
{
  Flow flow = { .layouter = self, .bookmarks = bookmarks, .table = -1 };
  guint first = 0;

  g_ptr_array_set_free_func (bookmarks, bookmark_free);
  flow.pages = g_ptr_array_new_with_free_func ((GDestroyNotify) trinh_page_free);
  flow.open = g_ptr_array_new ();
  flow.rules = g_array_new (FALSE, TRUE, sizeof (TrinhItem));
  if (self->fragments->len == 0)
    {
      trinh_layouter_begin_fragment (self, 0, TRINH_KEEP_NOT);
      trinh_layouter_end_fragment (self, 0);
    }
  while (first < self->fragments->len)
    {
      guint end;

      flow.bottom = G_MAXDOUBLE;
      end = find_page_end (&flow, first);
      make_page (&flow, first, end);
      flow.top = flow.bottom < G_MAXDOUBLE ? flow.bottom : 0;
      first = flow.bottom < G_MAXDOUBLE ? end - 1 : end;
    }
  g_ptr_array_unref (flow.open);
  g_array_unref (flow.rules);
  return flow.pages;
}
