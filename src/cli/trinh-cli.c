/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "trinh-cli-private.h"

typedef struct
{
  const char *name;
  TrinhCliFunc run; /* NULL: it stands in the module */
  const char *synopsis;
  const char *summary;
  const char *words[3]; /* with one of these it runs in the module */
} Command;

static const Command commands[] = {
  { "regimes", trinh_cli_regimes, "[--json]", N_ ("the regimes that are there") },
  { "regime", trinh_cli_regime, "check PATH | calendar REGIME [--year YYYY] [--json]", N_ ("check a regime, outline or form file; the periods of a year with cut-off and deadline") },
  { "form", trinh_cli_form, "FORM [--tsv|--json] | new --from TABLE --id ID -o FILE", N_ ("the rows of a form, or a new form from a table"), { "new" } },
  { "new", trinh_cli_new, "--regime R --period P --office NAME -o FILE", N_ ("make a new report") },
  { "check", trinh_cli_check, "FILE [--history FILE]… [--pages] [--json]", N_ ("find what is wrong in a report") },
  { "export", trinh_cli_export, "FILE --to pdf|docx|xlsx|json|tsv|png [--history FILE]… -o OUT", N_ ("write a report in another format"), { "docx", "xlsx" } },
  { "import", NULL, "FILE --values TABLE -o OUT", N_ ("take the values of a table into a report") },
  { "board", trinh_cli_board, "[--office NAME] [--year YYYY] [--json]", N_ ("what is due, overdue and done") },
  { "merge", trinh_cli_merge, "FILE OTHER… [--base FILE] [--json] -o OUT", N_ ("merge copies of one report; nothing of FILE is overwritten") },
  { "part", trinh_cli_part, "FILE --part ID -o OUT", N_ ("a part of a report as a file for who fills it in") },
  { "sign", NULL, "PDF --certificate FILE.p12|pkcs11:URI [--as signatory|office] [--image PNG] [--pin-fd N] -o OUT", N_ ("sign a PDF; what was signed before stays valid") },
  { "verify", NULL, "PDF [--authority FILE] [--crl FILE] [--json]", N_ ("who signed a PDF, and whether it was changed") },
  { "trust", NULL, "[add FILE | crl FILE | remove FINGERPRINT]", N_ ("the authorities whose signatures the office trusts") },
  { "database", NULL, "check | backup -o FILE | restore FILE", N_ ("look after the database") },
};

/* Promised words of the command line that this version does not know yet. */
static const char *const later[] = { "consolidate" };

static const Command *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];

  return NULL;
}

static gboolean
is_later (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    if (g_str_equal (later[i], name))
      return TRUE;

  return FALSE;
}

static gboolean
is_general (const char *argument)
{
  return g_str_equal (argument, "--help") || g_str_equal (argument, "-h") || g_str_equal (argument, "--version");
}

/* The first argument that is neither a common option nor its value */
static int
find_word (int argc,
           char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      if (g_str_equal (argv[i], "--database") || g_str_equal (argv[i], "--data"))
        i++;
      else if (!g_str_has_prefix (argv[i], "--database=") && !g_str_has_prefix (argv[i], "--data="))
        return i;
    }

  return argc;
}

gboolean
trinh_cli_is_command (int argc,
                      char **argv)
{
  const int word = find_word (argc, argv);

  if (word == argc)
    return FALSE;

  return is_general (argv[word]) || find_command (argv[word]) != NULL || is_later (argv[word]);
}

/* "docx", or "--to=docx" */
static gboolean
names_word (const char *argument,
            const char *word)
{
  const char *value = strchr (argument, '=');

  return g_str_equal (value != NULL ? value + 1 : argument, word);
}

/* "FILE", or "--history=FILE" */
static gboolean
names_pdf (const char *argument)
{
  const char *value = g_str_has_prefix (argument, "--") ? strchr (argument, '=') : NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (value != NULL ? value + 1 : argument);

  return g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_REGULAR && trinh_session_is_pdf (file);
}

/* A file that is to be written may be there before. */
static gboolean
reads_pdf (int argc,
           char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      if (g_str_equal (argv[i], "-o") || g_str_equal (argv[i], "--output"))
        i++;
      else if (!g_str_has_prefix (argv[i], "--output=") && names_pdf (argv[i]))
        return TRUE;
    }

  return FALSE;
}

gboolean
trinh_cli_needs_module (int argc,
                        char **argv)
{
  const int word = find_word (argc, argv);
  const Command *command = word < argc ? find_command (argv[word]) : NULL;

  if (command == NULL || command->run == NULL)
    return command != NULL;

  for (int i = 1; i < argc; i++)
    for (guint j = 0; command->words[j] != NULL; j++)
      if (names_word (argv[i], command->words[j]))
        return TRUE;

  return reads_pdf (argc, argv);
}

static TrinhCliFunc
find_function (const Command *command,
               const TrinhCliMore *more)
{
  for (; more != NULL && more->name != NULL; more++)
    if (g_str_equal (more->name, command->name))
      return more->run;

  return command->run;
}

static int
print_help (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n  trinhky [FILE]\n      %s\n", _ ("Usage:"), _ ("open the window, with a report or a PDF that carries one"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  trinhky %s %s\n      %s\n", commands[i].name, commands[i].synopsis, _ (commands[i].summary));
  g_string_append_printf (text, "\n%s\n  --database FILE   %s\n  --data DIR        %s\n  --help, --version\n", _ ("Common options:"), _ ("another database than the user’s own"), _ ("more regimes, outlines and forms"));

  return trinh_cli_write_text (text->str);
}

static void
context_clear (TrinhCliContext *context)
{
  g_clear_object (&context->session);
  g_clear_pointer (&context->database, g_free);
  g_clear_pointer (&context->data, g_strfreev);
}

/* The common options may stand before the command's name too. */
static char **
move_word_first (int argc,
                 char **argv,
                 int word)
{
  char **moved = g_new0 (char *, argc + 1);

  moved[0] = argv[0];
  moved[1] = argv[word];
  for (int i = 1, j = 2; i < argc; i++)
    if (i != word)
      moved[j++] = argv[i];

  return moved;
}

int
trinh_cli_run (int argc,
               char **argv,
               const TrinhCliMore *more)
{
  const int word = find_word (argc, argv);
  g_autofree char **moved = NULL;
  g_autofree char *message = NULL;
  g_autofree char *name = NULL;
  const Command *command;
  TrinhCliContext context = { 0 };
  int status;

  g_return_val_if_fail (word < argc, TRINH_CLI_BAD_INPUT);

  if (g_str_equal (argv[word], "--version"))
    return trinh_cli_write_text ("trinhky " PACKAGE_VERSION "\n");
  if (is_general (argv[word]))
    return print_help ();

  command = find_command (argv[word]);
  if (command == NULL)
    {
      message = g_strdup_printf (_ ("“%s” is not available in this version (%s)."), argv[word], PACKAGE_VERSION);
      return trinh_cli_usage (message);
    }

  /* For the usage line of the command's help */
  name = g_strdup_printf ("trinhky %s", command->name);
  g_set_prgname (name);
  moved = move_word_first (argc, argv, word);
  status = find_function (command, more) (&context, argc - 1, moved + 1);
  context_clear (&context);

  return status;
}
