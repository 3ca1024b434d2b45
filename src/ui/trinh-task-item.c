/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-task-item.h"

struct _TrinhTaskItem
{
  GObject parent_instance;

  /* Owned References */
  TrinhTask *task;
  char *due;
  char *done;
  char *counts;
  char *badge;
  char *spoken;

  TrinhTaskState state;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_LEAD,
  PROP_DUE,
  PROP_DONE,
  PROP_COUNTS,
  PROP_BADGE,
  PROP_BADGE_CLASSES,
  PROP_SPOKEN,
  N_PROPS
};

static const char *const shapes[TRINH_TASK_N_STATES] = { "○", "✓", "◆", "▲" };
static const char *const styles[TRINH_TASK_N_STATES] = { "dim-label", "success", "warning", "error" };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrinhTaskItem, trinh_task_item, G_TYPE_OBJECT)

static void
trinh_task_item_finalize (GObject *object)
{
  TrinhTaskItem *self = TRINH_TASK_ITEM (object);

  g_clear_object (&self->task);
  g_clear_pointer (&self->due, g_free);
  g_clear_pointer (&self->done, g_free);
  g_clear_pointer (&self->counts, g_free);
  g_clear_pointer (&self->badge, g_free);
  g_clear_pointer (&self->spoken, g_free);

  G_OBJECT_CLASS (trinh_task_item_parent_class)->finalize (object);
}

static void
trinh_task_item_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  TrinhTaskItem *self = TRINH_TASK_ITEM (object);
  const char *const classes[] = { styles[self->state], "caption-heading", NULL };

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, trinh_task_get_title (self->task));
      break;
    case PROP_LEAD:
      g_value_set_string (value, trinh_task_get_lead (self->task));
      break;
    case PROP_DUE:
      g_value_set_string (value, self->due);
      break;
    case PROP_DONE:
      g_value_set_string (value, self->done);
      break;
    case PROP_COUNTS:
      g_value_set_string (value, self->counts);
      break;
    case PROP_BADGE:
      g_value_set_string (value, self->badge);
      break;
    case PROP_BADGE_CLASSES:
      g_value_set_boxed (value, classes);
      break;
    case PROP_SPOKEN:
      g_value_set_string (value, self->spoken);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trinh_task_item_class_init (TrinhTaskItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = trinh_task_item_finalize;
  object_class->get_property = trinh_task_item_get_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_LEAD] = g_param_spec_string ("lead", NULL, NULL, NULL, flags);
  properties[PROP_DUE] = g_param_spec_string ("due", NULL, NULL, NULL, flags);
  properties[PROP_DONE] = g_param_spec_string ("done", NULL, NULL, NULL, flags);
  properties[PROP_COUNTS] = g_param_spec_string ("counts", NULL, NULL, NULL, flags);
  properties[PROP_BADGE] = g_param_spec_string ("badge", NULL, NULL, NULL, flags);
  properties[PROP_BADGE_CLASSES] = g_param_spec_boxed ("badge-classes", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_SPOKEN] = g_param_spec_string ("spoken", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
trinh_task_item_init (TrinhTaskItem *self)
{
}

static char *
dup_counts (TrinhWork *work,
            TrinhTask *task)
{
  const char *const *counts = trinh_task_get_counts (task);
  GString *text = g_string_new (NULL);

  for (guint i = 0; counts[i] != NULL; i++)
    {
      g_autofree char *code = trinh_work_dup_code (work, counts[i]);
      TrinhForm *form = NULL;

      trinh_regime_find_cell (trinh_report_get_regime (trinh_work_get_report (work)), counts[i], &form, NULL, NULL);
      g_string_append_printf (text, "%s%s · %s", i > 0 ? "; " : "", form != NULL ? trinh_form_get_label (form) : "", code);
    }

  return g_string_free_and_steal (text);
}

TrinhTaskItem *
trinh_task_item_new (TrinhWork *work,
                     TrinhTask *task)
{
  TrinhTaskItem *self;

  g_return_val_if_fail (TRINH_IS_WORK (work), NULL);
  g_return_val_if_fail (TRINH_IS_TASK (task), NULL);

  self = g_object_new (TRINH_TYPE_TASK_ITEM, NULL);
  self->task = g_object_ref (task);
  self->state = trinh_task_get_state (task, trinh_report_get_data_to (trinh_work_get_report (work)));
  self->due = trinh_task_get_due (task) != 0 ? trinh_date_format (trinh_task_get_due (task)) : g_strdup ("");
  self->done = trinh_task_get_done (task) != 0 ? trinh_date_format (trinh_task_get_done (task)) : g_strdup ("");
  self->counts = dup_counts (work, task);
  self->badge = g_strdup_printf ("%s %s", shapes[self->state], trinh_task_state_get_name (self->state));
  /* Translators: a row of the tasks as a screen reader says it: title, state, due date */
  self->spoken = self->due[0] != '\0' ? g_strdup_printf (_ ("%s, %s, due on %s"), trinh_task_get_title (task), trinh_task_state_get_name (self->state), self->due)
                                      : g_strdup_printf ("%s, %s", trinh_task_get_title (task), trinh_task_state_get_name (self->state));

  return self;
}

TrinhTask *
trinh_task_item_get_task (TrinhTaskItem *self)
{
  g_return_val_if_fail (TRINH_IS_TASK_ITEM (self), NULL);

  return self->task;
}

TrinhTaskState
trinh_task_item_get_state (TrinhTaskItem *self)
{
  g_return_val_if_fail (TRINH_IS_TASK_ITEM (self), TRINH_TASK_OPEN);

  return self->state;
}

gboolean
trinh_task_item_matches (TrinhTaskItem *self,
                         const char *words)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (TRINH_IS_TASK_ITEM (self), FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  text = g_strjoin (" ", trinh_task_get_title (self->task), trinh_task_get_lead (self->task), self->due, self->done, self->counts, NULL);

  return trinh_language_contains (text, words);
}

gboolean
trinh_task_item_equal (TrinhTaskItem *a,
                       TrinhTaskItem *b)
{
  g_return_val_if_fail (TRINH_IS_TASK_ITEM (a), FALSE);
  g_return_val_if_fail (TRINH_IS_TASK_ITEM (b), FALSE);

  return a->state == b->state && trinh_task_equal (a->task, b->task);
}
