/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-badge.h"
#include "trinh-form-heads.h"
#include "trinh-sidebar.h"

#define INDENT 14

struct _TrinhSidebar
{
  AdwBin parent_instance;

  /* Owned References */
  GtkSingleSelection *selection;

  /* Template References */
  GtkListView *list;

  gboolean selecting; /* the program marks a row, not a person */
  gboolean follows;   /* a page beside the list shows what is selected */
  guint focusing;     /* the list waits for its place to take the keyboard */
};

enum
{
  PLACE_ACTIVATED,
  PLACE_ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrinhSidebar, trinh_sidebar, ADW_TYPE_BIN)

static void
add_place (GListStore *store,
           TrinhPlaceKind kind,
           const char *id,
           const char *title,
           guint depth,
           TrinhEvaluation *evaluation)
{
  g_autoptr (TrinhPlace) place = trinh_place_new (kind, id, title, depth, evaluation);
  TrinhReport *report = trinh_evaluation_get_report (evaluation);
  const char *own = trinh_report_part_get_own (report);

  if (own != NULL)
    trinh_place_set_aside (place, (kind == TRINH_PLACE_FORM && !trinh_report_part_has_form (report, own, id)) || (kind == TRINH_PLACE_SECTION && !trinh_report_part_has_section (report, own, id)));
  g_list_store_append (store, place);
}

static GListStore *
add_group (GListStore *groups)
{
  g_autoptr (GListStore) group = g_list_store_new (TRINH_TYPE_PLACE);

  g_list_store_append (groups, group);

  return group;
}

static guint
get_section_depth (TrinhRegime *regime,
                   TrinhSection *section)
{
  TrinhOutlineItem *item = trinh_outline_find_item (trinh_regime_get_outline (regime), trinh_section_get_outline (section));
  const guint level = item != NULL ? trinh_outline_item_get_level (item) : 1;

  return level > 0 ? level - 1 : 0;
}

static char *
dup_section_title (TrinhRegime *regime,
                   TrinhSection *section)
{
  TrinhOutlineItem *item = trinh_outline_find_item (trinh_regime_get_outline (regime), trinh_section_get_outline (section));
  g_autofree char *title = trinh_markup_strip (trinh_section_get_title (section));

  if (item != NULL && trinh_outline_item_get_role (item) == TRINH_OUTLINE_OPENING)
    return g_strdup (_ ("Opening"));
  if (item != NULL && trinh_outline_item_get_role (item) == TRINH_OUTLINE_CLOSING)
    return g_strdup (_ ("Closing"));
  if (trinh_section_get_number (section)[0] == '\0')
    return g_steal_pointer (&title);

  return g_strdup_printf ("%s. %s", trinh_section_get_number (section), title);
}

static void
add_sections (GListStore *store,
              TrinhWork *work)
{
  TrinhReport *report = trinh_work_get_report (work);
  GListModel *sections = trinh_report_get_sections (report);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (TrinhSection) section = g_list_model_get_item (sections, i);
      g_autofree char *title = dup_section_title (trinh_report_get_regime (report), section);

      add_place (store, TRINH_PLACE_SECTION, trinh_section_get_id (section), title, get_section_depth (trinh_report_get_regime (report), section), trinh_work_get_evaluation (work));
    }
}

static void
add_forms (GListStore *store,
           TrinhWork *work)
{
  GListModel *forms = trinh_regime_get_forms (trinh_report_get_regime (trinh_work_get_report (work)));

  for (guint i = 0; i < g_list_model_get_n_items (forms); i++)
    {
      g_autoptr (TrinhForm) form = g_list_model_get_item (forms, i);
      g_autofree char *plain = trinh_form_heads_expand (trinh_work_get_report (work), trinh_form_get_title (form));
      g_autofree char *title = g_strdup_printf ("%s. %s", trinh_form_get_label (form), plain);

      add_place (store, TRINH_PLACE_FORM, trinh_form_get_id (form), title, 0, trinh_work_get_evaluation (work));
    }
}

/* With what the layout checker finds */
static void
add_findings (GListStore *store,
              TrinhWork *work)
{
  g_autoptr (TrinhPlace) place = trinh_place_new (TRINH_PLACE_FINDINGS, "findings", _ ("Findings"), 0, trinh_work_get_evaluation (work));

  trinh_place_set_layout_findings (place, trinh_work_get_layout_findings (work));
  g_list_store_append (store, place);
}

static GListModel *
make_places (TrinhWork *work)
{
  GListStore *groups = g_list_store_new (G_TYPE_LIST_MODEL);
  TrinhEvaluation *evaluation = trinh_work_get_evaluation (work);
  GListStore *registers;
  GListStore *whole;

  add_place (add_group (groups), TRINH_PLACE_OVERVIEW, "overview", _ ("Overview"), 0, evaluation);
  add_sections (add_group (groups), work);
  add_forms (add_group (groups), work);
  registers = add_group (groups);
  add_place (registers, TRINH_PLACE_DOCUMENTS, "documents", _ ("Documents"), 0, evaluation);
  add_place (registers, TRINH_PLACE_TASKS, "tasks", _ ("Tasks"), 0, evaluation);
  whole = add_group (groups);
  add_findings (whole, work);
  add_place (whole, TRINH_PLACE_REMARKS, "remarks", _ ("Remarks"), 0, evaluation);
  add_place (whole, TRINH_PLACE_COMPARISON, "comparison", _ ("Comparison"), 0, evaluation);
  add_place (whole, TRINH_PLACE_PREVIEW, "preview", _ ("Preview"), 0, evaluation);
  add_place (whole, TRINH_PLACE_REVIEW, "review", _ ("Review"), 0, evaluation);

  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (groups)));
}

static int
get_indent (GtkListItem *item,
            guint depth)
{
  return (int) depth * INDENT;
}

static char *
get_tooltip (GtkListItem *item,
             const char *title,
             gboolean aside)
{
  return aside ? g_strdup_printf (_ ("%s (not of this part)"), title) : g_strdup (title);
}

static char *
get_heading (GtkListHeader *header,
             TrinhPlace *place)
{
  if (place == NULL)
    return NULL;

  switch (trinh_place_get_kind (place))
    {
    case TRINH_PLACE_SECTION:
      return g_strdup (_ ("Content"));
    case TRINH_PLACE_FORM:
      return g_strdup (_ ("Forms"));
    case TRINH_PLACE_DOCUMENTS:
    case TRINH_PLACE_TASKS:
      /* Translators: sổ văn bản, sổ nhiệm vụ */
      return g_strdup (_ ("Registers"));
    case TRINH_PLACE_OVERVIEW:
      return g_strdup (_ ("Report"));
    case TRINH_PLACE_FINDINGS:
    case TRINH_PLACE_REMARKS:
    case TRINH_PLACE_COMPARISON:
    case TRINH_PLACE_PREVIEW:
    case TRINH_PLACE_REVIEW:
    default:
      return g_strdup (_ ("The whole report"));
    }
}

static void
selected_cb (TrinhSidebar *self)
{
  TrinhPlace *place = gtk_single_selection_get_selected_item (self->selection);

  if (self->follows && !self->selecting && place != NULL)
    g_signal_emit (self, signals[PLACE_ACTIVATED], 0, place);
}

static void
mark (TrinhSidebar *self,
      guint position)
{
  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->selecting = FALSE;
}

static void
stop_focusing (TrinhSidebar *self)
{
  if (self->focusing != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list), self->focusing);
  self->focusing = 0;
}

/* Enter or a double click goes into the page; on a narrow screen the page was left by going back. */
static void
list_activated_cb (TrinhSidebar *self,
                   guint position)
{
  g_autoptr (TrinhPlace) place = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (place == NULL)
    return;
  stop_focusing (self);
  mark (self, position);
  g_signal_emit (self, signals[PLACE_ACTIVATED], 0, place);
  g_signal_emit (self, signals[PLACE_ENTERED], 0);
}

/* Rows, not what stands over a group of them */
static gboolean
is_row (TrinhSidebar *self,
        double x,
        double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && gtk_widget_get_parent (widget) != GTK_WIDGET (self->list))
    widget = gtk_widget_get_parent (widget);

  return widget != NULL && g_str_equal (gtk_widget_get_css_name (widget), "row");
}

/* The row has selected itself by now. */
static void
list_clicked_cb (TrinhSidebar *self,
                 int n_presses,
                 double x,
                 double y)
{
  if (!self->follows && is_row (self, x, y))
    list_activated_cb (self, gtk_single_selection_get_selected (self->selection));
}

/* Space selects in a list; where no page follows it opens, as Enter does. */
static gboolean
list_key_cb (TrinhSidebar *self,
             guint key,
             guint code,
             GdkModifierType state)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (self->follows || row == NULL || (key != GDK_KEY_space && key != GDK_KEY_KP_Space))
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_activate (row);
}

static void
trinh_sidebar_dispose (GObject *object)
{
  TrinhSidebar *self = TRINH_SIDEBAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TRINH_TYPE_SIDEBAR);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (trinh_sidebar_parent_class)->dispose (object);
}

static void
trinh_sidebar_class_init (TrinhSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trinh_sidebar_dispose;

  signals[PLACE_ACTIVATED] = g_signal_new ("place-activated", TRINH_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, TRINH_TYPE_PLACE);
  signals[PLACE_ENTERED] = g_signal_new ("place-entered", TRINH_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, get_indent);
  gtk_widget_class_bind_template_callback (widget_class, get_heading);
  gtk_widget_class_bind_template_callback (widget_class, get_tooltip);
  gtk_widget_class_bind_template_callback (widget_class, list_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_cb);
}

static void
trinh_sidebar_init (TrinhSidebar *self)
{
  g_type_ensure (TRINH_TYPE_PLACE);
  g_type_ensure (TRINH_TYPE_BADGE);

  gtk_widget_init_template (GTK_WIDGET (self));

  self->follows = TRUE;
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

void
trinh_sidebar_set_work (TrinhSidebar *self,
                        TrinhWork *work)
{
  g_autoptr (GListModel) places = NULL;

  g_return_if_fail (TRINH_IS_SIDEBAR (self));

  places = work != NULL ? make_places (work) : NULL;
  self->selecting = TRUE;
  gtk_single_selection_set_model (self->selection, places);
  self->selecting = FALSE;
}

/* A list that was never shown has no place for its rows yet: it scrolls once it has been laid out. */
static gboolean
show_selected (GtkWidget *widget,
               GdkFrameClock *clock,
               gpointer user_data)
{
  TrinhSidebar *self = user_data;
  const guint selected = gtk_single_selection_get_selected (self->selection);

  if (gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;
  if (selected != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list, selected, GTK_LIST_SCROLL_NONE, NULL);

  return G_SOURCE_REMOVE;
}

static void
scroll_to (TrinhSidebar *self,
           guint position)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_NONE, NULL);
  else
    gtk_widget_add_tick_callback (GTK_WIDGET (self->list), show_selected, self, NULL);
}

TrinhPlace *
trinh_sidebar_select (TrinhSidebar *self,
                      const char *id)
{
  g_return_val_if_fail (TRINH_IS_SIDEBAR (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (TrinhPlace) place = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (g_strcmp0 (trinh_place_get_id (place), id) != 0)
        continue;

      stop_focusing (self);
      mark (self, i);
      scroll_to (self, i);
      return place;
    }

  return NULL;
}

void
trinh_sidebar_set_follows (TrinhSidebar *self,
                           gboolean follows)
{
  g_return_if_fail (TRINH_IS_SIDEBAR (self));

  self->follows = follows;
}

/* A list that comes back has no place for its rows before the next frame, and a row far down only one later. */
static gboolean
focus_selected (GtkWidget *widget,
                GdkFrameClock *clock,
                gpointer user_data)
{
  TrinhSidebar *self = user_data;
  const guint selected = gtk_single_selection_get_selected (self->selection);

  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;
  if (selected != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list, selected, GTK_LIST_SCROLL_FOCUS, NULL);
  if (!gtk_widget_grab_focus (widget))
    return G_SOURCE_CONTINUE;
  self->focusing = 0;

  return G_SOURCE_REMOVE;
}

void
trinh_sidebar_take_keyboard (TrinhSidebar *self)
{
  g_return_if_fail (TRINH_IS_SIDEBAR (self));

  if (self->focusing == 0)
    self->focusing = gtk_widget_add_tick_callback (GTK_WIDGET (self->list), focus_selected, self, NULL);
}
