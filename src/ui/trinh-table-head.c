/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-table-head.h"

typedef struct
{
  GtkWidget *label;
  GtkColumnViewColumn *first; /* owned */
  GtkColumnViewColumn *last;  /* owned */
  guint line;
  guint n_lines;

  /* Where the columns stand at the moment; no width: none of them is seen */
  int x;
  int width;
} Head;

struct _TrinhTableHead
{
  GtkWidget parent_instance;

  GtkWidget *child;
  GtkColumnView *table;
  GArray *heads;        /* of Head */
  GArray *line_heights; /* of int */
};

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_TABLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrinhTableHead, trinh_table_head, GTK_TYPE_WIDGET)

static void
clear_head (gpointer data)
{
  Head *head = data;

  gtk_widget_unparent (head->label);
  g_object_unref (head->first);
  g_object_unref (head->last);
}

static int
sum_lines (TrinhTableHead *self,
           guint first,
           guint n)
{
  int sum = 0;

  for (guint i = first; i < first + n && i < self->line_heights->len; i++)
    sum += g_array_index (self->line_heights, int, i);

  return sum;
}

static int
get_head_height (TrinhTableHead *self)
{
  return sum_lines (self, 0, self->line_heights->len);
}

static int
compare_bounds (gconstpointer a,
                gconstpointer b)
{
  const float first = ((const graphene_rect_t *) a)->origin.x;
  const float second = ((const graphene_rect_t *) b)->origin.x;

  return (first > second) - (first < second);
}

/* The column view's own heads are there all the same, and as wide as the columns; only their place says whose they are. */
static GArray *
list_bounds (TrinhTableHead *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->table));

  for (GtkWidget *title = gtk_widget_get_first_child (header); title != NULL; title = gtk_widget_get_next_sibling (title))
    {
      graphene_rect_t bounds;

      if (gtk_widget_get_visible (title) && gtk_widget_compute_bounds (title, GTK_WIDGET (self), &bounds))
        g_array_append_val (list, bounds);
    }
  g_array_sort (list, compare_bounds);

  return list;
}

static void
widen (Head *head,
       const graphene_rect_t *bounds)
{
  if (head->width == 0)
    head->x = (int) bounds->origin.x;
  head->width = (int) (bounds->origin.x + bounds->size.width) - head->x;
}

static void
find_place (TrinhTableHead *self,
            Head *head,
            GArray *bounds)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);
  gboolean within = FALSE;
  guint seen = 0;

  head->width = 0;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const gboolean visible = gtk_column_view_column_get_visible (column);

      within |= column == head->first;
      if (within && visible && seen < bounds->len)
        widen (head, &g_array_index (bounds, graphene_rect_t, seen));
      seen += visible;
      if (column == head->last)
        break;
    }
}

static void
find_places (TrinhTableHead *self)
{
  g_autoptr (GArray) bounds = list_bounds (self);

  for (guint i = 0; i < self->heads->len; i++)
    find_place (self, &g_array_index (self->heads, Head, i), bounds);
}

static int
measure_label (const Head *head)
{
  int least;
  int height;

  gtk_widget_measure (head->label, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (head->label, GTK_ORIENTATION_VERTICAL, MAX (least, head->width), &height, NULL, NULL, NULL);

  return height;
}

static void
raise_line (TrinhTableHead *self,
            guint line,
            int by)
{
  while (self->line_heights->len <= line)
    g_array_append_val (self->line_heights, (int) { 0 });
  g_array_index (self->line_heights, int, line) += MAX (0, by);
}

/* A head over several lines makes the last of them higher where it needs more. */
static void
measure_lines (TrinhTableHead *self)
{
  g_array_set_size (self->line_heights, 0);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->heads->len; i++)
      {
        const Head *head = &g_array_index (self->heads, Head, i);
        const gboolean tall = head->n_lines > 1;

        if (head->width > 0 && tall == (pass == 1))
          raise_line (self, head->line + head->n_lines - 1, measure_label (head) - sum_lines (self, head->line, head->n_lines));
      }
}

static void
trinh_table_head_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  TrinhTableHead *self = TRINH_TABLE_HEAD (widget);
  const int height = orientation == GTK_ORIENTATION_VERTICAL ? get_head_height (self) : 0;

  if (self->child == NULL)
    return;

  gtk_widget_measure (self->child, orientation, orientation == GTK_ORIENTATION_VERTICAL ? -1 : for_size, minimum, natural, NULL, NULL);
  *minimum += height;
  *natural += height;
}

/* The column view's own heads lie under those that span. */
static int
get_covered (TrinhTableHead *self)
{
  GtkWidget *header = self->table != NULL ? gtk_widget_get_first_child (GTK_WIDGET (self->table)) : NULL;

  return header != NULL && self->heads->len > 0 ? gtk_widget_get_height (header) : 0;
}

static void
allocate_child (TrinhTableHead *self,
                int width,
                int height)
{
  const int y = MIN (get_head_height (self), height) - get_covered (self);
  GskTransform *transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, (float) y));

  gtk_widget_allocate (self->child, width, height - y, -1, transform);
}

static void
allocate_head (TrinhTableHead *self,
               const Head *head)
{
  const int y = sum_lines (self, 0, head->line);
  GskTransform *transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) head->x, (float) y));
  int least;

  gtk_widget_set_child_visible (head->label, head->width > 0);
  if (head->width == 0)
    {
      gsk_transform_unref (transform);
      return;
    }

  gtk_widget_measure (head->label, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_allocate (head->label, MAX (least, head->width), sum_lines (self, head->line, head->n_lines), -1, transform);
}

/* First the table, which knows how wide its columns are; once more where the heads over it have become higher. */
static void
trinh_table_head_size_allocate (GtkWidget *widget,
                                int width,
                                int height,
                                int baseline)
{
  TrinhTableHead *self = TRINH_TABLE_HEAD (widget);
  const int before = get_head_height (self) - get_covered (self);

  if (self->child == NULL)
    return;

  allocate_child (self, width, height);
  if (self->heads->len > 0)
    find_places (self);
  measure_lines (self);
  if (get_head_height (self) - get_covered (self) != before)
    allocate_child (self, width, height);
  for (guint i = 0; i < self->heads->len; i++)
    allocate_head (self, &g_array_index (self->heads, Head, i));
}

static void
set_child (TrinhTableHead *self,
           GtkWidget *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child == NULL)
    return;

  gtk_widget_set_parent (child, GTK_WIDGET (self));
  if (GTK_IS_SCROLLED_WINDOW (child))
    g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (child)), "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
}

static void
trinh_table_head_dispose (GObject *object)
{
  TrinhTableHead *self = TRINH_TABLE_HEAD (object);

  g_array_set_size (self->heads, 0);
  g_clear_object (&self->table);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (trinh_table_head_parent_class)->dispose (object);
}

static void
trinh_table_head_finalize (GObject *object)
{
  TrinhTableHead *self = TRINH_TABLE_HEAD (object);

  g_array_unref (self->heads);
  g_array_unref (self->line_heights);

  G_OBJECT_CLASS (trinh_table_head_parent_class)->finalize (object);
}

static void
trinh_table_head_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  TrinhTableHead *self = TRINH_TABLE_HEAD (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_TABLE:
      g_value_set_object (value, self->table);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_table_head_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  TrinhTableHead *self = TRINH_TABLE_HEAD (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      set_child (self, g_value_get_object (value));
      break;
    case PROP_TABLE:
      g_set_object (&self->table, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_table_head_class_init (TrinhTableHeadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trinh_table_head_dispose;
  object_class->finalize = trinh_table_head_finalize;
  object_class->get_property = trinh_table_head_get_property;
  object_class->set_property = trinh_table_head_set_property;
  widget_class->measure = trinh_table_head_measure;
  widget_class->size_allocate = trinh_table_head_size_allocate;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TABLE] = g_param_spec_object ("table", NULL, NULL, GTK_TYPE_COLUMN_VIEW, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "tablehead");
}

static void
trinh_table_head_init (TrinhTableHead *self)
{
  self->heads = g_array_new (FALSE, TRUE, sizeof (Head));
  g_array_set_clear_func (self->heads, clear_head);
  self->line_heights = g_array_new (FALSE, TRUE, sizeof (int));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
trinh_table_head_clear (TrinhTableHead *self)
{
  g_return_if_fail (TRINH_IS_TABLE_HEAD (self));

  g_array_set_size (self->heads, 0);
  g_array_set_size (self->line_heights, 0);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "spanning");
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
trinh_table_head_add (TrinhTableHead *self,
                      const char *title,
                      guint line,
                      guint n_lines,
                      GtkColumnViewColumn *first,
                      GtkColumnViewColumn *last)
{
  Head head = { .line = line, .n_lines = n_lines };

  g_return_if_fail (TRINH_IS_TABLE_HEAD (self));
  g_return_if_fail (n_lines > 0);
  g_return_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (first));
  g_return_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (last));

  head.first = g_object_ref (first);
  head.last = g_object_ref (last);
  head.label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, "label", title, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "justify", GTK_JUSTIFY_CENTER, NULL);
  gtk_widget_set_tooltip_text (head.label, title);
  gtk_widget_set_parent (head.label, GTK_WIDGET (self));
  g_array_append_val (self->heads, head);
  gtk_widget_add_css_class (GTK_WIDGET (self), "spanning");
}
