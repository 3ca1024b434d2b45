/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-cli-private.h"
#include "trinh-session-claim.h"

typedef struct
{
  TrinhCliContext *context;
  TrinhEvaluation *evaluation;
  TrinhReport *origin; /* FILE as it was, for copies that come from it */
  TrinhReport *base;   /* (nullable): what --base names */
  char *sha256;        /* of FILE */
  JsonArray *copies;
  GString *lines; /* what was not taken, for people */
  guint n_conflicts;
} Merging;

static char *
compute_sha256 (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);

  return bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : g_strdup ("");
}

static JsonObject *
describe_item (TrinhMergeItem *item)
{
  JsonObject *object = json_object_new ();
  const char *base = trinh_merge_item_get_base (item);

  json_object_set_string_member (object, "target", trinh_merge_item_get_target (item));
  json_object_set_string_member (object, "place", trinh_merge_item_get_place (item));
  json_object_set_string_member (object, "title", trinh_merge_item_get_title (item));
  if (base != NULL)
    json_object_set_string_member (object, "base", base);
  else
    json_object_set_null_member (object, "base");
  json_object_set_string_member (object, "ours", trinh_merge_item_get_ours (item));
  json_object_set_string_member (object, "theirs", trinh_merge_item_get_theirs (item));

  return object;
}

static void
tell_item (Merging *merging,
           TrinhMergeItem *item,
           const char *path)
{
  g_autofree char *message = NULL;

  if (trinh_merge_item_get_conflict (item))
    message = g_strdup_printf (_ ("%s: %s: %s: both changed it: “%s” stays, “%s” was not taken."), path, trinh_merge_item_get_place (item), trinh_merge_item_get_title (item), trinh_merge_item_get_ours (item), trinh_merge_item_get_theirs (item));
  else
    message = g_strdup_printf (_ ("%s: %s: %s: is not of the part: “%s” was not taken."), path, trinh_merge_item_get_place (item), trinh_merge_item_get_title (item), trinh_merge_item_get_theirs (item));
  g_string_append_printf (merging->lines, "%s\n", message);
}

/* What was brought in, and what was not, of one copy */
static void
tell_copy (Merging *merging,
           TrinhMerge *merge,
           guint claims,
           const char *path)
{
  JsonObject *object = json_object_new ();
  JsonArray *lists[3] = { json_array_new (), json_array_new (), json_array_new () };

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (merge)); i++)
    {
      g_autoptr (TrinhMergeItem) item = g_list_model_get_item (G_LIST_MODEL (merge), i);
      const gboolean taken = trinh_merge_item_get_choice (item) == TRINH_MERGE_THEIRS;

      if (!taken)
        tell_item (merging, item, path);
      json_array_add_object_element (lists[taken ? 0 : trinh_merge_item_get_conflict (item) ? 1
                                                                                            : 2],
                                     describe_item (item));
    }
  json_object_set_string_member (object, "file", path);
  json_object_set_boolean_member (object, "base_known", trinh_merge_get_has_base (merge));
  json_object_set_boolean_member (object, "known", trinh_merge_get_known (merge));
  json_object_set_array_member (object, "taken", lists[0]);
  json_object_set_array_member (object, "conflicts", lists[1]);
  json_object_set_array_member (object, "outside", lists[2]);
  json_object_set_array_member (object, "unproven", trinh_session_list_claims (claims));
  if (claims != 0)
    g_string_append_printf (merging->lines, "%s: %s\n", path, trinh_session_explain_claims (claims));
  json_array_add_object_element (merging->copies, object);
  merging->n_conflicts += trinh_merge_count_conflicts (merge);
}

static gboolean
comes_from_file (Merging *merging,
                 TrinhReport *theirs)
{
  JsonNode *node = trinh_report_get_member (theirs, "base");

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && g_str_equal (json_node_get_string (node), merging->sha256);
}

static gboolean
merge_copy (Merging *merging,
            const char *path,
            GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (TrinhReport) carried = trinh_session_read_file (merging->context->session, file, error);
  g_autoptr (TrinhReport) theirs = NULL;
  TrinhReport *ours = trinh_evaluation_get_report (merging->evaluation);
  TrinhReport *base = merging->base;
  g_autoptr (TrinhMerge) merge = NULL;
  g_autoptr (TrinhEdit) edit = NULL;
  guint claims = 0;

  if (carried != NULL)
    theirs = trinh_session_leave_out_claims (merging->context->session, ours, carried, &claims, error);
  if (theirs == NULL)
    return FALSE;
  if (base == NULL && comes_from_file (merging, theirs))
    base = merging->origin;
  merge = trinh_session_merge (merging->context->session, ours, theirs, base, merging->context->database != NULL, error);
  if (merge == NULL)
    return FALSE;
  edit = trinh_merge_make_edit (merge, NULL);
  if (!trinh_report_apply (ours, edit, error))
    return FALSE;
  tell_copy (merging, merge, claims, path);

  return TRUE;
}

static gboolean
read_base (Merging *merging,
           const char *path,
           GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (path == NULL)
    return TRUE;
  file = g_file_new_for_commandline_arg (path);
  merging->base = trinh_session_read_file (merging->context->session, file, error);

  return merging->base != NULL;
}

static int
tell_json (Merging *merging)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_array_member (object, "copies", json_array_ref (merging->copies));
  json_object_set_int_member (object, "conflicts", merging->n_conflicts);
  json_node_take_object (node, object);

  return trinh_cli_write_json (node);
}

/* What was not taken is the result; where the report itself goes to standard output, it is a message. */
static int
tell_lines (Merging *merging,
            const char *output)
{
  if (merging->n_conflicts > 0)
    {
      g_autofree char *last = g_strdup_printf (ngettext ("%u conflict: “%s” holds what merged; where both changed the same it has what the first file had.", "%u conflicts: “%s” holds what merged; where both changed the same it has what the first file had.", merging->n_conflicts), merging->n_conflicts, output);

      g_string_append_printf (merging->lines, "%s\n", last);
    }
  if (!g_str_equal (output, "-"))
    return trinh_cli_write_text (merging->lines->str);
  g_printerr ("%s", merging->lines->str);

  return TRINH_CLI_DONE;
}

static int
write_result (Merging *merging,
              const char *output,
              gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = trinh_session_export_bytes (merging->evaluation, TRINH_EXPORT_JSON, &error);
  int status;

  if (bytes == NULL)
    return trinh_cli_fail (&error);
  status = trinh_cli_write (output, bytes);
  if (status == TRINH_CLI_DONE)
    status = json ? tell_json (merging) : tell_lines (merging, output);

  return status == TRINH_CLI_DONE && merging->n_conflicts > 0 ? TRINH_CLI_NO : status;
}

static void
merging_clear (Merging *merging)
{
  g_clear_object (&merging->evaluation);
  g_clear_object (&merging->origin);
  g_clear_object (&merging->base);
  g_clear_pointer (&merging->sha256, g_free);
  g_clear_pointer (&merging->copies, json_array_unref);
  if (merging->lines != NULL)
    g_string_free (g_steal_pointer (&merging->lines), TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merging, merging_clear)

int
trinh_cli_merge (TrinhCliContext *context,
                 int argc,
                 char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *base = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "base", 0, 0, G_OPTION_ARG_FILENAME, &base, N_ ("The state that all the copies come from"), "FILE" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Say as JSON what was taken and what was not"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to write; - is standard output"), "OUT" },
    { 0 }
  };
  g_auto (Merging) merging = { .context = context };
  g_autoptr (GError) error = NULL;
  int status;

  if (!trinh_cli_parse (context, "FILE OTHER…", entries, &argc, &argv, 2, G_MAXINT))
    return TRINH_CLI_BAD_INPUT;
  if (output == NULL || (json && g_str_equal (output, "-")))
    return trinh_cli_usage (_ ("Say with -o where the report goes; with --json it cannot be standard output."));

  merging.evaluation = trinh_cli_evaluate (context, argv[1], NULL, &status);
  if (merging.evaluation == NULL)
    return status;
  merging.origin = trinh_report_snapshot (trinh_evaluation_get_report (merging.evaluation));
  merging.sha256 = compute_sha256 (argv[1]);
  merging.copies = json_array_new ();
  merging.lines = g_string_new (NULL);
  if (!read_base (&merging, base, &error))
    return trinh_cli_fail (&error);
  for (int i = 2; i < argc; i++)
    if (!merge_copy (&merging, argv[i], &error))
      return trinh_cli_fail (&error);

  return write_result (&merging, output, json);
}

int
trinh_cli_part (TrinhCliContext *context,
                int argc,
                char **argv)
{
  g_autofree char *id = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "part", 0, 0, G_OPTION_ARG_STRING, &id, N_ ("The part’s id, such as p1"), "ID" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to write; - is standard output"), "OUT" },
    { 0 }
  };
  g_autoptr (TrinhEvaluation) evaluation = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = NULL;
  int status;

  if (!trinh_cli_parse (context, "FILE", entries, &argc, &argv, 1, 1))
    return TRINH_CLI_BAD_INPUT;
  if (id == NULL || output == NULL)
    return trinh_cli_usage (_ ("Say with --part which part leaves, and with -o where it goes."));

  evaluation = trinh_cli_evaluate (context, argv[1], NULL, &status);
  if (evaluation == NULL)
    return status;
  sha256 = compute_sha256 (argv[1]);
  bytes = trinh_session_make_part (trinh_evaluation_get_report (evaluation), id, sha256, &error);
  if (bytes == NULL)
    return trinh_cli_fail (&error);

  return trinh_cli_write (output, bytes);
}
