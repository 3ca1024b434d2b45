/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-due.h"
#include "trinh-entry-row.h"

struct _TrinhEntryRow
{
  AdwBin parent_instance;

  /* Template References */
  GtkLabel *title;
  GtkLabel *details;
  GtkLabel *due;
};

G_DEFINE_FINAL_TYPE (TrinhEntryRow, trinh_entry_row, ADW_TYPE_BIN)

/* "Tháng 3 năm 2022": that it is a report, the page says. */
static char *
dup_title (TrinhStoreEntry *entry)
{
  g_autofree char *period = trinh_period_get_title (trinh_store_entry_get_period (entry));

  return trinh_language_capitalize (period);
}

static char *
dup_changed (gint64 modified,
             guint32 today)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (modified);
  g_autofree char *iso = time != NULL ? g_date_time_format (time, "%Y-%m-%d") : NULL;
  g_autofree char *text = NULL;
  guint32 day;

  if (iso == NULL || modified == 0 || !trinh_date_parse (iso, &day))
    return NULL;

  text = day == today ? g_date_time_format (time, "%H:%M") : trinh_date_format (day);

  /* Translators: %s is a time of today or a date */
  return g_strdup_printf (_ ("changed %s"), text);
}

static char *
dup_deadline (guint32 deadline)
{
  g_autofree char *date = deadline != 0 ? trinh_date_format (deadline) : NULL;

  /* Translators: %s is the date by which the report must be there */
  return date != NULL ? g_strdup_printf (_ ("due %s"), date) : NULL;
}

static char *
dup_details (TrinhStoreEntry *entry,
             guint32 today)
{
  const char *state = trinh_report_state_get_name (trinh_store_entry_get_state (entry));
  g_autofree char *deadline = dup_deadline (trinh_store_entry_get_deadline (entry));
  g_autofree char *changed = dup_changed (trinh_store_entry_get_modified (entry), today);
  const char *parts[] = { trinh_store_entry_get_office (entry), state, NULL, NULL, NULL };
  guint n = 2;

  if (deadline != NULL)
    parts[n++] = deadline;
  if (changed != NULL)
    parts[n++] = changed;

  return g_strjoinv (" · ", (char **) parts);
}

static void
set_due (TrinhEntryRow *self,
         TrinhStoreEntry *entry,
         guint32 today)
{
  g_autofree char *words = trinh_due_dup_words (entry, today);

  gtk_label_set_label (self->due, words);
  if (trinh_due_get (entry, today) == TRINH_DUE_OVERDUE)
    gtk_widget_add_css_class (GTK_WIDGET (self->due), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->due), "error");
}

static void
trinh_entry_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRINH_TYPE_ENTRY_ROW);

  G_OBJECT_CLASS (trinh_entry_row_parent_class)->dispose (object);
}

static void
trinh_entry_row_class_init (TrinhEntryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trinh_entry_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/trinhky/TrinhKy/trinh-entry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrinhEntryRow, title);
  gtk_widget_class_bind_template_child (widget_class, TrinhEntryRow, details);
  gtk_widget_class_bind_template_child (widget_class, TrinhEntryRow, due);
}

static void
trinh_entry_row_init (TrinhEntryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
trinh_entry_row_new (void)
{
  return g_object_new (TRINH_TYPE_ENTRY_ROW, NULL);
}

void
trinh_entry_row_set_entry (TrinhEntryRow *self,
                           TrinhStoreEntry *entry,
                           guint32 today)
{
  g_autofree char *title = NULL;
  g_autofree char *details = NULL;

  g_return_if_fail (TRINH_IS_ENTRY_ROW (self));
  g_return_if_fail (entry == NULL || TRINH_IS_STORE_ENTRY (entry));

  if (entry == NULL)
    return;

  title = dup_title (entry);
  details = dup_details (entry, today);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->details, details);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), trinh_store_entry_get_subject (entry));
  set_due (self, entry, today);
}

char *
trinh_entry_row_dup_name (TrinhStoreEntry *entry,
                          guint32 today)
{
  g_autofree char *period = NULL;
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (TRINH_IS_STORE_ENTRY (entry), NULL);

  period = trinh_period_get_title (trinh_store_entry_get_period (entry));
  /* Translators: %s is a period in Vietnamese, such as "6 tháng đầu năm 2022" */
  title = g_strdup_printf (_ ("Report for %s"), period);
  words = trinh_due_dup_words (entry, today);

  return g_strjoin (", ", title, trinh_store_entry_get_office (entry), trinh_report_state_get_name (trinh_store_entry_get_state (entry)), words, NULL);
}
