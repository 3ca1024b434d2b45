/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-error.h"
#include "trinh-json-private.h"
#include "trinh-language.h"
#include "trinh-period.h"
#include "trinh-task.h"

struct _TrinhTask
{
  GObject parent_instance;

  guint32 due;
  guint32 done;

  /* Owned References */
  char *id;
  char *title;
  char *lead;
  char **counts;
  JsonObject *unknown; /* (nullable) */
};

static const char *const members[] = { "id", "title", "lead", "due", "done", "counts", NULL };

G_DEFINE_FINAL_TYPE (TrinhTask, trinh_task, G_TYPE_OBJECT)

static void
trinh_task_finalize (GObject *object)
{
  TrinhTask *self = TRINH_TASK (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->lead, g_free);
  g_clear_pointer (&self->counts, g_strfreev);
  g_clear_pointer (&self->unknown, json_object_unref);

  G_OBJECT_CLASS (trinh_task_parent_class)->finalize (object);
}

static void
trinh_task_class_init (TrinhTaskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trinh_task_finalize;
}

static void
trinh_task_init (TrinhTask *self)
{
}

const char *
trinh_task_state_get_name (TrinhTaskState state)
{
  switch (state)
    {
    case TRINH_TASK_DONE:
      /* Translators: of a task */
      return _ ("done");
    case TRINH_TASK_LATE:
      return _ ("done late");
    case TRINH_TASK_OVERDUE:
      return _ ("overdue");
    case TRINH_TASK_OPEN:
    default:
      /* Translators: of a task that is not done yet and still in time */
      return _ ("open");
    }
}

TrinhTask *
trinh_task_new (const char *id,
                const char *title,
                const char *lead,
                guint32 due,
                guint32 done,
                const char *const *counts)
{
  static const char *const none[] = { NULL };
  TrinhTask *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_object_new (TRINH_TYPE_TASK, NULL);
  self->id = g_strdup (id);
  self->title = g_strdup (title != NULL ? title : "");
  self->lead = g_strdup (lead != NULL ? lead : "");
  self->due = due;
  self->done = done;
  self->counts = g_strdupv ((char **) (counts != NULL ? counts : none));

  return self;
}

TrinhTask *
trinh_task_with_content (TrinhTask *self,
                         const char *title,
                         const char *lead,
                         guint32 due,
                         guint32 done,
                         const char *const *counts)
{
  TrinhTask *copy;

  g_return_val_if_fail (TRINH_IS_TASK (self), NULL);

  copy = trinh_task_new (self->id, title, lead, due, done, counts);
  if (self->unknown != NULL)
    copy->unknown = json_object_ref (self->unknown);

  return copy;
}

TrinhTask *
trinh_task_with_done (TrinhTask *self,
                      guint32 done)
{
  g_return_val_if_fail (TRINH_IS_TASK (self), NULL);

  return trinh_task_with_content (self, self->title, self->lead, self->due, done, (const char *const *) self->counts);
}

TrinhTask *
trinh_task_with_id (TrinhTask *self,
                    const char *id)
{
  TrinhTask *copy;

  g_return_val_if_fail (TRINH_IS_TASK (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  copy = trinh_task_with_done (self, self->done);
  g_set_str (&copy->id, id);

  return copy;
}

static gboolean
read_date (JsonObject *object,
           const char *name,
           guint32 *date,
           GError **error)
{
  JsonNode *node = json_object_get_member (object, name);
  const char *text = NULL;

  *date = 0;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!trinh_json_get_string (object, name, &text, error))
    return FALSE;
  if (trinh_date_parse (text, date))
    return TRUE;
  g_set_error (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_SYNTAX, _ ("“%s” of “%s” is no date; write it as 2022-06-09."), text, name);
  return FALSE;
}

/**
 * trinh_task_from_json:
 * @node: a task as in the report file; all but "id" may be absent
 * @error: return location: TYPE, MISSING, SYNTAX; the message names the member, the caller adds file and line
 *
 * Returns: (transfer full): the task
 */
TrinhTask *
trinh_task_from_json (JsonNode *node,
                      GError **error)
{
  JsonObject *object = NULL;
  const char *texts[3] = { NULL };
  guint32 due, done;
  g_auto (GStrv) counts = NULL;
  TrinhTask *self;

  g_return_val_if_fail (node != NULL, NULL);

  if (!trinh_json_get_object (node, _ ("a task"), &object, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!trinh_json_get_string (object, members[i], &texts[i], error))
      return NULL;
  if (!read_date (object, "due", &due, error) || !read_date (object, "done", &done, error) ||
      !trinh_json_get_strv (object, "counts", &counts, error))
    return NULL;
  if (texts[0] == NULL || *texts[0] == '\0')
    {
      g_set_error_literal (error, TRINH_CORE_ERROR, TRINH_CORE_ERROR_MISSING, _ ("a task has no “id”; give it one that no other task has"));
      return NULL;
    }

  self = trinh_task_new (texts[0], texts[1], texts[2], due, done, (const char *const *) counts);
  self->unknown = trinh_json_keep_unknown (object, members);

  return self;
}

static void
write_date (JsonObject *object,
            const char *name,
            guint32 date)
{
  g_autofree char *text = date != 0 ? trinh_date_to_string (date) : NULL;

  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

JsonNode *
trinh_task_to_json (TrinhTask *self)
{
  g_autoptr (JsonObject) object = NULL;
  JsonArray *counts;

  g_return_val_if_fail (TRINH_IS_TASK (self), NULL);

  object = json_object_new ();
  counts = json_array_new ();
  json_object_set_string_member (object, "id", self->id);
  json_object_set_string_member (object, "title", self->title);
  json_object_set_string_member (object, "lead", self->lead);
  write_date (object, "due", self->due);
  write_date (object, "done", self->done);
  for (guint i = 0; self->counts[i] != NULL; i++)
    json_array_add_string_element (counts, self->counts[i]);
  json_object_set_array_member (object, "counts", counts);
  trinh_json_write_unknown (self->unknown, object);

  return json_node_init_object (json_node_alloc (), object);
}

const char *
trinh_task_get_id (TrinhTask *self)
{
  g_return_val_if_fail (TRINH_IS_TASK (self), NULL);

  return self->id;
}

const char *
trinh_task_get_title (TrinhTask *self)
{
  g_return_val_if_fail (TRINH_IS_TASK (self), NULL);

  return self->title;
}

const char *
trinh_task_get_lead (TrinhTask *self)
{
  g_return_val_if_fail (TRINH_IS_TASK (self), NULL);

  return self->lead;
}

guint32
trinh_task_get_due (TrinhTask *self)
{
  g_return_val_if_fail (TRINH_IS_TASK (self), 0);

  return self->due;
}

guint32
trinh_task_get_done (TrinhTask *self)
{
  g_return_val_if_fail (TRINH_IS_TASK (self), 0);

  return self->done;
}

const char *const *
trinh_task_get_counts (TrinhTask *self)
{
  g_return_val_if_fail (TRINH_IS_TASK (self), NULL);

  return (const char *const *) self->counts;
}

gboolean
trinh_task_counts_into (TrinhTask *self,
                        const char *address)
{
  g_return_val_if_fail (TRINH_IS_TASK (self), FALSE);
  g_return_val_if_fail (address != NULL, FALSE);

  return g_strv_contains ((const char *const *) self->counts, address);
}

TrinhTaskState
trinh_task_get_state (TrinhTask *self,
                      guint32 day)
{
  g_return_val_if_fail (TRINH_IS_TASK (self), TRINH_TASK_OPEN);

  if (self->done != 0 && self->done <= day)
    return self->due != 0 && self->done > self->due ? TRINH_TASK_LATE : TRINH_TASK_DONE;
  return self->due != 0 && self->due < day ? TRINH_TASK_OVERDUE : TRINH_TASK_OPEN;
}

gboolean
trinh_task_equal (TrinhTask *a,
                  TrinhTask *b)
{
  g_return_val_if_fail (TRINH_IS_TASK (a), FALSE);
  g_return_val_if_fail (TRINH_IS_TASK (b), FALSE);

  return a->due == b->due && a->done == b->done &&
         g_str_equal (a->id, b->id) &&
         g_str_equal (a->title, b->title) &&
         g_str_equal (a->lead, b->lead) &&
         g_strv_equal ((const char *const *) a->counts, (const char *const *) b->counts) &&
         trinh_json_unknown_equal (a->unknown, b->unknown);
}

gboolean
trinh_task_is_same (TrinhTask *a,
                    TrinhTask *b)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_return_val_if_fail (TRINH_IS_TASK (a), FALSE);
  g_return_val_if_fail (TRINH_IS_TASK (b), FALSE);

  if (a->due != b->due)
    return FALSE;
  first = trinh_language_respell (a->title);
  second = trinh_language_respell (b->title);

  return g_str_equal (first, second);
}
