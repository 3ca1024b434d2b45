/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-remark-thread.h"

struct _TrinhRemarkThread
{
  GObject parent_instance;

  /* Owned References */
  GPtrArray *remarks;
};

G_DEFINE_FINAL_TYPE (TrinhRemarkThread, trinh_remark_thread, G_TYPE_OBJECT)

static void
trinh_remark_thread_finalize (GObject *object)
{
  TrinhRemarkThread *self = TRINH_REMARK_THREAD (object);

  g_clear_pointer (&self->remarks, g_ptr_array_unref);

  G_OBJECT_CLASS (trinh_remark_thread_parent_class)->finalize (object);
}

static void
trinh_remark_thread_class_init (TrinhRemarkThreadClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trinh_remark_thread_finalize;
}

static void
trinh_remark_thread_init (TrinhRemarkThread *self)
{
}

TrinhRemarkThread *
trinh_remark_thread_new (GPtrArray *remarks)
{
  TrinhRemarkThread *self;

  g_return_val_if_fail (remarks != NULL && remarks->len > 0, NULL);

  self = g_object_new (TRINH_TYPE_REMARK_THREAD, NULL);
  self->remarks = g_ptr_array_ref (remarks);

  return self;
}

const char *
trinh_remark_thread_get_id (TrinhRemarkThread *self)
{
  g_return_val_if_fail (TRINH_IS_REMARK_THREAD (self), NULL);

  return trinh_remark_get_id (self->remarks->pdata[0]);
}

TrinhRemark *
trinh_remark_thread_get_first (TrinhRemarkThread *self)
{
  g_return_val_if_fail (TRINH_IS_REMARK_THREAD (self), NULL);

  return self->remarks->pdata[0];
}

TrinhRemark *
trinh_remark_thread_get_last (TrinhRemarkThread *self)
{
  g_return_val_if_fail (TRINH_IS_REMARK_THREAD (self), NULL);

  return self->remarks->pdata[self->remarks->len - 1];
}

GPtrArray *
trinh_remark_thread_get_remarks (TrinhRemarkThread *self)
{
  g_return_val_if_fail (TRINH_IS_REMARK_THREAD (self), NULL);

  return self->remarks;
}

gboolean
trinh_remark_thread_get_settled (TrinhRemarkThread *self)
{
  g_return_val_if_fail (TRINH_IS_REMARK_THREAD (self), FALSE);

  for (guint i = self->remarks->len; i > 0; i--)
    {
      const TrinhRemarkMark mark = trinh_remark_get_mark (self->remarks->pdata[i - 1]);

      if (mark != TRINH_REMARK_SAYS)
        return mark == TRINH_REMARK_SETTLES;
    }
  return FALSE;
}

gboolean
trinh_remark_thread_get_answered (TrinhRemarkThread *self)
{
  TrinhRemark *first;
  TrinhRemark *last;

  g_return_val_if_fail (TRINH_IS_REMARK_THREAD (self), FALSE);

  first = trinh_remark_thread_get_first (self);
  last = trinh_remark_thread_get_last (self);

  return !g_str_equal (trinh_remark_get_by (first), trinh_remark_get_by (last));
}
