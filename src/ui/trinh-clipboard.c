/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-clipboard.h"

typedef struct
{
  GtkWidget *widget;
  TrinhClipboardRead callback;
  char *text;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->widget);
  g_free (reading->text);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static const char *const html_types[] = { "text/html", NULL };

/* Browsers give UTF-16 with its mark. (transfer full) (nullable) */
static char *
decode (GBytes *bytes)
{
  gsize size = 0;
  const guchar *data = g_bytes_get_data (bytes, &size);

  if (size == 0)
    return NULL;
  if (size > 1 && ((data[0] == 0xff && data[1] == 0xfe) || (data[0] == 0xfe && data[1] == 0xff)))
    return g_convert ((const char *) data, (gssize) size, "UTF-8", "UTF-16", NULL, NULL, NULL);
  return g_strndup ((const char *) data, size);
}

static void
html_read_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (Reading) reading = user_data;
  const gboolean read = g_output_stream_splice_finish (G_OUTPUT_STREAM (object), result, NULL) >= 0;
  g_autoptr (GBytes) bytes = read ? g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (object)) : NULL;
  g_autofree char *html = bytes != NULL ? decode (bytes) : NULL;

  reading->callback (reading->text, html, reading->widget);
}

static void
html_opened_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (Reading) reading = user_data;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (object), result, NULL, NULL);

  if (stream != NULL)
    {
      g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

      g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, G_PRIORITY_DEFAULT, NULL, html_read_cb, g_steal_pointer (&reading));
    }
  else
    reading->callback (reading->text, NULL, reading->widget);
}

static void
read_html (GdkClipboard *clipboard,
           Reading *taken)
{
  g_autoptr (Reading) reading = taken;

  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), html_types[0]))
    gdk_clipboard_read_async (clipboard, (const char **) html_types, G_PRIORITY_DEFAULT, NULL, html_opened_cb, g_steal_pointer (&reading));
  else
    reading->callback (reading->text, NULL, reading->widget);
}

static void
text_read_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  Reading *reading = user_data;

  reading->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
  if (reading->text != NULL && *reading->text == '\0')
    g_clear_pointer (&reading->text, g_free);
  read_html (GDK_CLIPBOARD (object), reading);
}

void
trinh_clipboard_read (GtkWidget *widget,
                      TrinhClipboardRead callback)
{
  Reading *reading;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (callback != NULL);

  reading = g_new0 (Reading, 1);
  reading->widget = g_object_ref (widget);
  reading->callback = callback;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, text_read_cb, reading);
}
