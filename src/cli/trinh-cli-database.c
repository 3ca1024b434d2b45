/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "trinh-cli-private.h"
#include "trinh-session-review.h"

static char *
get_path (TrinhCliContext *context)
{
  return context->database != NULL ? g_strdup (context->database) : trinh_store_get_default_path ();
}

/* Looking must not make a database where there is none. */
static TrinhStore *
open_existing (TrinhCliContext *context,
               GError **error)
{
  g_autofree char *path = get_path (context);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, TRINH_SESSION_ERROR, TRINH_SESSION_ERROR_READ, _ ("There is no database “%s”. Name another with --database."), path);
      return NULL;
    }

  return trinh_session_get_store (context->session, error);
}

static int
write_lines (char **lines)
{
  g_autofree char *joined = g_strjoinv ("\n", lines);
  g_autofree char *text = g_strconcat (joined, "\n", NULL);

  return lines[0] != NULL ? trinh_cli_write_text (text) : TRINH_CLI_DONE;
}

/* Notes are no problems: the answer is yes with them. */
static int
check (TrinhCliContext *context)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) problems = NULL;
  g_auto (GStrv) notes = NULL;
  g_autofree char *text = NULL;
  int written;
  TrinhStore *store = open_existing (context, &error);

  if (store == NULL)
    return trinh_cli_fail (&error);

  if (!trinh_session_check_store (context->session, &problems, &notes, &error) && (problems == NULL || problems[0] == NULL))
    return trinh_cli_fail (&error);
  if (problems == NULL || problems[0] == NULL)
    {
      text = g_strconcat (_ ("The database is sound."), "\n", NULL);
      written = trinh_cli_write_text (text);
      return written == TRINH_CLI_DONE && notes != NULL ? write_lines (notes) : written;
    }

  written = write_lines (problems);
  if (written == TRINH_CLI_DONE && notes != NULL)
    written = write_lines (notes);

  return written != TRINH_CLI_DONE ? written : TRINH_CLI_NO;
}

static int
backup (TrinhCliContext *context,
        const char *output)
{
  g_autoptr (GError) error = NULL;
  TrinhStore *store;

  if (output == NULL || g_str_equal (output, "-"))
    return trinh_cli_usage (_ ("Say with -o to which file the backup goes."));

  store = open_existing (context, &error);
  if (store == NULL)
    return trinh_cli_fail (&error);
  if (trinh_store_backup (store, output, &error))
    return TRINH_CLI_DONE;

  trinh_cli_fail (&error);

  return TRINH_CLI_CANNOT_WRITE;
}

/* Whether it was the database that could not be written, or the backup that could not be read */
static gboolean
is_write_error (const GError *error,
                const char *target)
{
  g_autofree char *folder = g_path_get_dirname (target);

  if (g_error_matches (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_FULL))
    return TRUE;

  return (g_error_matches (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_READ_ONLY) ||
          g_error_matches (error, TRINH_STORE_ERROR, TRINH_STORE_ERROR_OPEN)) &&
         (g_access (folder, W_OK) != 0 || g_file_test (target, G_FILE_TEST_IS_DIR));
}

static int
restore (TrinhCliContext *context,
         const char *source)
{
  g_autofree char *path = get_path (context);
  g_autoptr (GError) error = NULL;

  gboolean writing;

  if (trinh_store_restore (source, path, &error))
    return TRINH_CLI_DONE;

  writing = is_write_error (error, path);
  trinh_cli_fail (&error);

  return writing ? TRINH_CLI_CANNOT_WRITE : TRINH_CLI_BAD_INPUT;
}

int
trinh_cli_database (TrinhCliContext *context,
                    int argc,
                    char **argv)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The backup’s file"), "FILE" },
    { 0 }
  };

  if (!trinh_cli_parse (context, "check | backup -o FILE | restore FILE", entries, &argc, &argv, 1, 2))
    return TRINH_CLI_BAD_INPUT;

  if (g_str_equal (argv[1], "check") && argc == 2)
    return check (context);
  if (g_str_equal (argv[1], "backup") && argc == 2)
    return backup (context, output);
  if (g_str_equal (argv[1], "restore") && argc == 3)
    return restore (context, argv[2]);

  return trinh_cli_usage (_ ("“database” knows “check”, “backup -o FILE” and “restore FILE”."));
}
