/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <elf.h>
#include <errno.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <p11-kit/uri.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "token-probe.h"
#include "trinh-signing-error.h"
#include "trinh-token.h"

#define TIME_LIMIT (10 * G_TIME_SPAN_SECOND)
/* After it answered, or was told to end */
#define TIME_TO_END (5 * G_TIME_SPAN_SECOND)
#define END_LOOK (5 * G_TIME_SPAN_MILLISECOND)
#define LONGEST_ANSWER (1024 * 1024)
#define PROBE "trinhky-token-probe"

void
trinh_token_key_free (TrinhTokenKey *self)
{
  g_clear_object (&self->certificate);
  g_free (self->uri);
  g_free (self->token);
  g_free (self->module);
  g_free (self);
}

static gboolean
fail (const char *module,
      const char *what,
      GError **error)
{
  g_set_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_MODULE, _ ("The token’s software “%s” cannot be used: %s"), module, what);
  return FALSE;
}

/* What the vendor's installer for another machine leaves behind is named before anything is loaded. */
static gboolean
check_kind (const char *module,
            GError **error)
{
  const unsigned char own_class = sizeof (void *) == 8 ? ELFCLASS64 : ELFCLASS32;
  g_autoptr (GFile) file = g_file_new_for_path (module);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  unsigned char head[EI_NIDENT] = { 0 };

  if (stream == NULL)
    return fail (module, _ ("it is not there, or may not be read"), error);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, NULL, NULL, NULL) || memcmp (head, ELFMAG, SELFMAG) != 0)
    return fail (module, _ ("it is no library for Linux"), error);
  if (head[EI_CLASS] == own_class)
    return TRUE;
  return fail (module, head[EI_CLASS] == ELFCLASS32 ? _ ("it is made for 32-bit programs, and this one has 64 bits; install the vendor’s 64-bit package") : _ ("it is made for 64-bit programs, and this one has 32 bits; install the vendor’s 32-bit package"), error);
}

/* In the folder of programs that others start; while it is being built, beside its sources */
static char *
dup_probe_path (void)
{
  const char *told = g_getenv ("TRINHKY_TOKEN_PROBE");
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = own != NULL ? g_path_get_dirname (own) : NULL;
  g_autofree char *near = folder != NULL ? g_build_filename (folder, "signing", PROBE, NULL) : NULL;

  if (told != NULL)
    return g_strdup (told);
  if (near != NULL && g_file_test (near, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&near);
  return g_build_filename (LIBEXECDIR, PROBE, NULL);
}

static gboolean
is_whole (const GString *text)
{
  return strstr (text->str, TRINH_TOKEN_PROBE_END) != NULL;
}

/* @late: whether its time was up */
static gboolean
wait_for_more (int descriptor,
               gint64 end,
               gboolean *late)
{
  struct pollfd waiting = { descriptor, POLLIN, 0 };
  gint64 left;
  int ready;

  do
    {
      left = (end - g_get_monotonic_time ()) / G_TIME_SPAN_MILLISECOND;
      ready = left > 0 ? poll (&waiting, 1, (int) left) : 0;
    }
  while (ready < 0 && errno == EINTR);
  *late = ready == 0;
  return ready > 0;
}

/* All that it says, or NULL where it came to no end. (transfer full) (nullable) */
static char *
read_answer (GSubprocess *child,
             gboolean *late)
{
  const int descriptor = g_unix_input_stream_get_fd (G_UNIX_INPUT_STREAM (g_subprocess_get_stdout_pipe (child)));
  const gint64 end = g_get_monotonic_time () + TIME_LIMIT;
  g_autoptr (GString) text = g_string_new (NULL);
  char part[4096];

  while (text->len < LONGEST_ANSWER && wait_for_more (descriptor, end, late))
    {
      const ssize_t length = read (descriptor, part, sizeof part);

      if (length < 0 && errno == EINTR)
        continue;
      if (length <= 0)
        return NULL;
      g_string_append_len (text, part, length);
      if (is_whole (text))
        return g_strdup (text->str);
    }
  return NULL;
}

static gboolean
has_ended (GSubprocess *child)
{
  const gint64 end = g_get_monotonic_time () + TIME_TO_END;

  while (g_subprocess_get_identifier (child) != NULL && g_get_monotonic_time () < end)
    g_usleep (END_LOOK);
  return g_subprocess_get_identifier (child) == NULL;
}

/* Whether it went well; one that answered and does not end by itself has answered all the same. */
static gboolean
end_child (GSubprocess *child,
           gboolean late)
{
  if (!late && has_ended (child))
    return g_subprocess_get_successful (child);
  g_subprocess_force_exit (child);
  has_ended (child);
  return !late;
}

static TrinhTokenPin
read_pin_state (CK_FLAGS flags)
{
  if (flags & CKF_USER_PIN_LOCKED)
    return TRINH_TOKEN_PIN_LOCKED;
  if (flags & CKF_USER_PIN_FINAL_TRY)
    return TRINH_TOKEN_PIN_FINAL_TRY;
  return flags & CKF_USER_PIN_COUNT_LOW ? TRINH_TOKEN_PIN_WRONG_BEFORE : TRINH_TOKEN_PIN_GOOD;
}

static TrinhTokenKey *
read_line (const char *line,
           const char *module)
{
  g_auto (GStrv) parts = g_strsplit (line, "\t", 4);
  g_autoptr (TrinhTokenKey) key = g_new0 (TrinhTokenKey, 1);
  g_autoptr (GBytes) der = NULL;
  gsize length;
  guchar *data;

  if (g_strv_length (parts) != 4)
    return NULL;
  data = g_base64_decode (parts[3], &length);
  der = g_bytes_new_take (data, length);
  key->certificate = trinh_certificate_new_from_bytes (der, NULL);
  if (key->certificate == NULL || trinh_certificate_is_authority (key->certificate))
    return NULL;
  key->token = g_utf8_make_valid (parts[0], -1);
  key->uri = g_strdup (parts[1]);
  key->pin = read_pin_state ((CK_FLAGS) g_ascii_strtoull (parts[2], NULL, 10));
  key->module = g_strdup (module);
  return g_steal_pointer (&key);
}

static void
free_key (gpointer key)
{
  trinh_token_key_free (key);
}

static GPtrArray *
read_lines (const char *answer,
            const char *module)
{
  g_auto (GStrv) lines = g_strsplit (answer, "\n", -1);
  GPtrArray *keys = g_ptr_array_new_with_free_func (free_key);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      TrinhTokenKey *key = read_line (lines[i], module);

      if (key != NULL)
        g_ptr_array_add (keys, key);
    }
  return keys;
}

GPtrArray *
trinh_token_probe (const char *module,
                   GError **error)
{
  g_autofree char *probe = NULL;
  g_autoptr (GSubprocess) child = NULL;
  g_autofree char *answer = NULL;
  gboolean late = FALSE;

  g_return_val_if_fail (module != NULL, NULL);

  if (!check_kind (module, error))
    return NULL;
  probe = dup_probe_path ();
  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, error, probe, module, NULL);
  if (child == NULL)
    return NULL;

  answer = read_answer (child, &late);
  if (!end_child (child, late) || answer == NULL)
    {
      fail (module, late ? _ ("it did not answer within ten seconds") : _ ("it is broken, or made for another program"), error);
      return NULL;
    }
  return read_lines (answer, module);
}

static void
add_module (GPtrArray *paths,
            const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR) && !g_ptr_array_find_with_equal_func (paths, path, g_str_equal, NULL))
    g_ptr_array_add (paths, g_strdup (path));
}

/* A file of p11-kit: "name: value" lines; "trust-policy" marks collections of certificates. */
static void
read_configuration (GPtrArray *paths,
                    const char *file)
{
  g_autofree char *text = NULL;
  g_autofree char *module = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (file, &text, NULL, NULL) || strstr (text, "trust-policy: yes") != NULL)
    return;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "module:"))
      g_set_str (&module, g_strstrip (lines[i] + strlen ("module:")));
  if (module == NULL)
    return;
  if (g_path_is_absolute (module))
    add_module (paths, module);
  else
    {
      g_autofree char *path = g_build_filename (P11_MODULE_PATH, module, NULL);

      add_module (paths, path);
    }
}

static void
read_configurations (GPtrArray *paths,
                     const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ".module"))
        read_configuration (paths, file);
    }
}

/* data/README.md, "Tokens" */
static void
add_known (GPtrArray *paths,
           const char *file)
{
  g_autoptr (GKeyFile) list = g_key_file_new ();
  g_auto (GStrv) folders = NULL;
  g_auto (GStrv) names = NULL;

  if (!g_key_file_load_from_file (list, file, G_KEY_FILE_NONE, NULL))
    return;
  folders = g_key_file_get_string_list (list, "Folders", "Paths", NULL, NULL);
  names = g_key_file_get_keys (list, "Modules", NULL, NULL);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    for (guint j = 0; folders != NULL && folders[j] != NULL; j++)
      {
        g_autofree char *path = g_build_filename (folders[j], names[i], NULL);

        add_module (paths, path);
      }
}

char **
trinh_token_list_modules (const char *data_folder)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  g_autofree char *own = g_build_filename (g_get_user_config_dir (), "pkcs11", "modules", NULL);
  g_autofree char *known = data_folder != NULL ? g_build_filename (data_folder, "tokens", "vn.ini", NULL) : NULL;

  if (known != NULL)
    add_known (paths, known);
  /* A sandbox sees no vendor's library: the machine's own p11-kit server lends it the tokens (docs/flatpak-token.md). */
  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    add_module (paths, P11_MODULE_PATH G_DIR_SEPARATOR_S "p11-kit-client.so");
  read_configurations (paths, own);
  read_configurations (paths, P11_SYSTEM_CONFIGURATION);
  read_configurations (paths, P11_MODULE_CONFIGURATION);
  return (char **) g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}

/* Whether a certificate that was found is the one that is meant: what the address does not say is any. */
static gboolean
is_meant (const char *wanted,
          const char *found)
{
  P11KitUri *meant = p11_kit_uri_new ();
  P11KitUri *there = p11_kit_uri_new ();
  gboolean same = FALSE;
  CK_ATTRIBUTE_PTR id;

  if (p11_kit_uri_parse (wanted, P11_KIT_URI_FOR_ANY, meant) == P11_KIT_URI_OK && p11_kit_uri_parse (found, P11_KIT_URI_FOR_ANY, there) == P11_KIT_URI_OK)
    {
      /* A key and its certificate have the same id or label, but not the same class. */
      p11_kit_uri_clear_attribute (meant, CKA_CLASS);
      p11_kit_uri_clear_attribute (there, CKA_CLASS);
      id = p11_kit_uri_get_attribute (meant, CKA_ID);
      same = p11_kit_uri_match_token_info (meant, p11_kit_uri_get_token_info (there)) == 1;
      if (same && id != NULL)
        {
          CK_ATTRIBUTE_PTR other = p11_kit_uri_get_attribute (there, CKA_ID);

          same = other != NULL && other->ulValueLen == id->ulValueLen && memcmp (other->pValue, id->pValue, id->ulValueLen) == 0;
        }
    }
  p11_kit_uri_free (meant);
  p11_kit_uri_free (there);
  return same;
}

static const TrinhTokenKey *
find_key (GPtrArray *keys,
          const char *uri)
{
  for (guint i = 0; i < keys->len; i++)
    {
      const TrinhTokenKey *key = g_ptr_array_index (keys, i);

      if (is_meant (uri, key->uri))
        return key;
    }
  return NULL;
}

TrinhTokenPin
trinh_token_get_pin_state (const char *uri,
                           const char *module)
{
  g_autoptr (GPtrArray) keys = NULL;
  const TrinhTokenKey *key;

  g_return_val_if_fail (uri != NULL, TRINH_TOKEN_PIN_GOOD);
  g_return_val_if_fail (module != NULL, TRINH_TOKEN_PIN_GOOD);

  keys = trinh_token_probe (module, NULL);
  key = keys != NULL ? find_key (keys, uri) : NULL;
  return key != NULL ? key->pin : TRINH_TOKEN_PIN_GOOD;
}

/* @failed: (nullable) (transfer full): why software could not be asked; @asked: some could */
static char *
fail_to_find (const char *const *paths,
              GError *failed,
              gboolean asked,
              GError **error)
{
  if (failed != NULL && !asked)
    g_propagate_error (error, failed);
  else if (failed != NULL)
    {
      g_set_error (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_TOKEN, _ ("The token or its certificate was not found. Plug the token in and try again. If it is plugged in: other software for tokens could not be asked. %s"), failed->message);
      g_error_free (failed);
    }
  else if (paths[0] == NULL)
    g_set_error_literal (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_MODULE, _ ("No software for tokens was found on this computer. Install the one of the token’s vendor, or name its library with --module."));
  else
    g_set_error_literal (error, TRINH_SIGNING_ERROR, TRINH_SIGNING_ERROR_TOKEN, _ ("The token or its certificate was not found. Plug the token in and try again."));
  return NULL;
}

char *
trinh_token_find_module (const char *uri,
                         const char *chosen,
                         const char *data_folder,
                         GError **error)
{
  const char *const one[] = { chosen, NULL };
  g_auto (GStrv) all = NULL;
  const char *const *paths;
  GError *failed = NULL;
  gboolean asked = FALSE;

  g_return_val_if_fail (uri != NULL, NULL);

  if (chosen == NULL)
    all = trinh_token_list_modules (data_folder);
  paths = chosen != NULL ? one : (const char *const *) all;
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) keys = trinh_token_probe (paths[i], failed == NULL ? &failed : NULL);

      asked = asked || keys != NULL;
      if (keys == NULL || find_key (keys, uri) == NULL)
        continue;
      g_clear_error (&failed);
      return g_strdup (paths[i]);
    }
  return fail_to_find (paths, failed, asked, error);
}
