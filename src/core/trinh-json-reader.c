/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-error.h"
#include "trinh-json-private.h"

/* What g_utf8_get_char_validated() gives where the text stops within a letter */
#define INCOMPLETE_LETTER ((gunichar) - 2)

/* json-glib's own reader keeps the last of duplicate members, cuts strings at U+0000 and takes more than JSON:
 * a file that two programs read differently must not be read at all. */
typedef struct
{
  const char *place;
  const char *end;
  const char *name;
  guint line;
  guint depth;
  GHashTable *lines;
  GError **error;
} Reader;

static JsonNode *read_value (Reader *reader);

G_GNUC_PRINTF (3, 4)
static gboolean
fail (Reader *reader,
      int code,
      const char *format,
      ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (reader->error, TRINH_CORE_ERROR, code, "%s:%u: %s", reader->name, reader->line, reason);

  return FALSE;
}

static char
peek (Reader *reader)
{
  return reader->place < reader->end ? *reader->place : '\0';
}

static void
skip_spaces (Reader *reader)
{
  for (; reader->place < reader->end; reader->place++)
    {
      if (*reader->place == '\n')
        reader->line++;
      else if (*reader->place != ' ' && *reader->place != '\t' && *reader->place != '\r')
        break;
    }
}

static gboolean
fail_at_sign (Reader *reader,
              const char *expected)
{
  gunichar c = reader->place < reader->end ? g_utf8_get_char (reader->place) : 0;

  if (reader->place >= reader->end)
    return fail (reader, TRINH_CORE_ERROR_SYNTAX, _ ("the file ends too early; %s was expected"), expected);
  if (g_unichar_isprint (c))
    return fail (reader, TRINH_CORE_ERROR_SYNTAX, _ ("%s was expected, not “%.*s”"), expected, (int) (g_utf8_next_char (reader->place) - reader->place), reader->place);

  return fail (reader, TRINH_CORE_ERROR_SYNTAX, _ ("%s was expected, not the sign U+%04X"), expected, c);
}

static gboolean
take (Reader *reader,
      char sign)
{
  if (peek (reader) != sign || reader->place >= reader->end)
    return FALSE;
  reader->place++;

  return TRUE;
}

static gboolean
expect (Reader *reader,
        char sign,
        const char *expected)
{
  return take (reader, sign) || fail_at_sign (reader, expected);
}

static gboolean
read_hex (Reader *reader,
          gunichar *unit)
{
  *unit = 0;

  for (int i = 0; i < 4; i++, reader->place++)
    {
      int digit = g_ascii_xdigit_value (peek (reader));

      if (digit < 0)
        return fail (reader, TRINH_CORE_ERROR_SYNTAX, _ ("“\\u” needs four hexadecimal digits"));
      *unit = *unit * 16 + (gunichar) digit;
    }

  return TRUE;
}

static gboolean
read_unicode_escape (Reader *reader,
                     GString *text)
{
  gunichar unit = 0;
  gunichar low = 0;

  if (!read_hex (reader, &unit))
    return FALSE;
  if (unit == 0)
    return fail (reader, TRINH_CORE_ERROR_SYNTAX, _ ("a text holds the sign U+0000, which is not allowed"));
  if (unit >= 0xD800 && unit <= 0xDBFF)
    {
      if (!take (reader, '\\') || !take (reader, 'u') || !read_hex (reader, &low) || low < 0xDC00 || low > 0xDFFF)
        {
          if (reader->error != NULL)
            g_clear_error (reader->error);
          return fail (reader, TRINH_CORE_ERROR_SYNTAX, _ ("the first half of a sign, U+%04X, stands without its second half"), unit);
        }
      unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
  else if (unit >= 0xDC00 && unit <= 0xDFFF)
    return fail (reader, TRINH_CORE_ERROR_SYNTAX, _ ("the second half of a sign, U+%04X, stands without its first half"), unit);

  g_string_append_unichar (text, unit);

  return TRUE;
}

static gboolean
read_escape (Reader *reader,
             GString *text)
{
  static const char signs[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *sign = NULL;

  if (take (reader, 'u'))
    return read_unicode_escape (reader, text);
  if (reader->place < reader->end && *reader->place != '\0')
    sign = strchr (signs, *reader->place);
  if (sign == NULL)
    return fail (reader, TRINH_CORE_ERROR_SYNTAX, _ ("a backslash in a text is followed by a wrong sign; write two backslashes for one"));

  reader->place++;
  g_string_append_c (text, meanings[sign - signs]);

  return TRUE;
}

static char *
read_string (Reader *reader)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!expect (reader, '"', _ ("a quotation mark")))
    return NULL;

  while (!take (reader, '"'))
    {
      const char *start = reader->place;

      while (reader->place < reader->end && (guchar) *reader->place >= 0x20 && *reader->place != '"' && *reader->place != '\\')
        reader->place++;
      g_string_append_len (text, start, reader->place - start);
      if (take (reader, '\\'))
        {
          if (!read_escape (reader, text))
            return NULL;
        }
      else if (reader->place >= reader->end || (guchar) *reader->place < 0x20)
        {
          fail (reader, TRINH_CORE_ERROR_SYNTAX, _ ("a text is not closed by a quotation mark on its line"));
          return NULL;
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static guint
skip_digits (Reader *reader)
{
  guint n_digits = 0;

  for (; g_ascii_isdigit (peek (reader)); n_digits++)
    reader->place++;

  return n_digits;
}

/* Moves behind the number; @whole tells whether it has neither point nor exponent. */
static gboolean
skip_number (Reader *reader,
             gboolean *whole)
{
  gboolean zero = FALSE;
  guint n_digits = 0;

  take (reader, '-');
  zero = peek (reader) == '0';
  n_digits = skip_digits (reader);
  if (n_digits == 0 || (zero && n_digits > 1))
    return FALSE;

  *whole = TRUE;
  if (take (reader, '.'))
    {
      *whole = FALSE;
      if (skip_digits (reader) == 0)
        return FALSE;
    }
  if (take (reader, 'e') || take (reader, 'E'))
    {
      *whole = FALSE;
      if (!take (reader, '-'))
        take (reader, '+');
      return skip_digits (reader) > 0;
    }

  return TRUE;
}

static JsonNode *
read_number (Reader *reader)
{
  const char *start = reader->place;
  gboolean whole = FALSE;
  gboolean right = skip_number (reader, &whole);
  g_autofree char *text = g_strndup (start, (size_t) (reader->place - start));
  gint64 number = 0;
  double real = 0;

  if (!right)
    {
      fail (reader, TRINH_CORE_ERROR_SYNTAX, _ ("“%s” does not begin a number; a number is written like 7 or 63.6, without leading zeros"), text);
      return NULL;
    }
  if (whole && g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return json_node_init_int (json_node_alloc (), number);
  real = g_ascii_strtod (text, NULL);
  if (whole || !(real >= -G_MAXDOUBLE && real <= G_MAXDOUBLE))
    {
      fail (reader, TRINH_CORE_ERROR_RANGE, _ ("the number “%s” is too large; write it in quotation marks"), text);
      return NULL;
    }

  return json_node_init_double (json_node_alloc (), real);
}

static JsonNode *
read_word (Reader *reader)
{
  const char *start = reader->place;
  size_t length = 0;
  JsonNode *node = NULL;

  while (g_ascii_isalnum (peek (reader)))
    reader->place++;
  length = (size_t) (reader->place - start);

  if (length == 4 && strncmp (start, "true", 4) == 0)
    node = json_node_init_boolean (json_node_alloc (), TRUE);
  else if (length == 5 && strncmp (start, "false", 5) == 0)
    node = json_node_init_boolean (json_node_alloc (), FALSE);
  else if (length == 4 && strncmp (start, "null", 4) == 0)
    node = json_node_init_null (json_node_alloc ());
  else if (length == 0)
    fail_at_sign (reader, _ ("a value"));
  else
    fail (reader, TRINH_CORE_ERROR_SYNTAX, _ ("the word “%.*s” is not allowed here; texts stand in quotation marks"), (int) MIN (length, 40), start);

  return node;
}

static gboolean
read_member (Reader *reader,
             JsonObject *object)
{
  g_autofree char *name = NULL;
  JsonNode *value = NULL;

  skip_spaces (reader);
  if (peek (reader) != '"')
    return fail_at_sign (reader, _ ("the name of a member in quotation marks"));
  name = read_string (reader);
  if (name == NULL)
    return FALSE;
  if (json_object_has_member (object, name))
    return fail (reader, TRINH_CORE_ERROR_DUPLICATE, _ ("the member “%s” stands here a second time; keep one of the two"), name);

  skip_spaces (reader);
  if (!expect (reader, ':', _ ("a colon")))
    return FALSE;
  value = read_value (reader);
  if (value == NULL)
    return FALSE;
  json_object_set_member (object, name, value);

  return TRUE;
}

static JsonNode *
read_object (Reader *reader)
{
  g_autoptr (JsonObject) object = json_object_new ();

  skip_spaces (reader);
  if (!take (reader, '}'))
    {
      do
        {
          if (!read_member (reader, object))
            return NULL;
          skip_spaces (reader);
        }
      while (take (reader, ','));

      if (!expect (reader, '}', _ ("a comma or a closing brace")))
        return NULL;
    }

  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
read_array (Reader *reader)
{
  g_autoptr (JsonArray) array = json_array_new ();

  skip_spaces (reader);
  if (!take (reader, ']'))
    {
      do
        {
          JsonNode *element = read_value (reader);

          if (element == NULL)
            return NULL;
          json_array_add_element (array, element);
          skip_spaces (reader);
        }
      while (take (reader, ','));

      if (!expect (reader, ']', _ ("a comma or a closing bracket")))
        return NULL;
    }

  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
read_nested (Reader *reader)
{
  gboolean is_object = *reader->place++ == '{';
  JsonNode *node = NULL;

  if (++reader->depth > TRINH_JSON_MAX_DEPTH)
    {
      fail (reader, TRINH_CORE_ERROR_TOO_LARGE, _ ("more than %d levels stand inside one another"), TRINH_JSON_MAX_DEPTH);
      return NULL;
    }
  node = is_object ? read_object (reader) : read_array (reader);
  reader->depth--;

  return node;
}

static JsonNode *
read_text (Reader *reader)
{
  g_autofree char *text = read_string (reader);

  return text != NULL ? json_node_init_string (json_node_alloc (), text) : NULL;
}

static JsonNode *
read_value (Reader *reader)
{
  JsonNode *node = NULL;
  guint line = 0;
  char sign = '\0';

  skip_spaces (reader);
  line = reader->line;
  sign = peek (reader);
  if (sign == '{' || sign == '[')
    node = read_nested (reader);
  else if (sign == '"')
    node = read_text (reader);
  else if (sign == '-' || g_ascii_isdigit (sign))
    node = read_number (reader);
  else
    node = read_word (reader);

  if (node != NULL)
    g_hash_table_insert (reader->lines, node, GUINT_TO_POINTER (line));

  return node;
}

static gboolean
check_encoding (Reader *reader)
{
  const char *wrong = NULL;

  if (reader->end - reader->place >= 3 && memcmp (reader->place, "\xEF\xBB\xBF", 3) == 0)
    return fail (reader, TRINH_CORE_ERROR_SYNTAX, _ ("the file begins with a byte-order mark; save it as UTF-8 without one"));
  if (g_utf8_validate_len (reader->place, (size_t) (reader->end - reader->place), &wrong))
    return TRUE;

  for (const char *place = reader->place; place < wrong; place++)
    reader->line += *place == '\n';
  if (g_utf8_get_char_validated (wrong, reader->end - wrong) == INCOMPLETE_LETTER)
    return fail (reader, TRINH_CORE_ERROR_SYNTAX, _ ("the file ends too early, within a letter"));

  return fail (reader, TRINH_CORE_ERROR_SYNTAX, _ ("the text is not UTF-8; save the file as UTF-8"));
}

/*
 * trinh_json_read:
 * @lines: (element-type JsonNode guint): gets the line of every node
 *
 * Returns: (transfer full) (nullable): the root
 */
JsonNode *
trinh_json_read (const char *bytes,
                 size_t size,
                 const char *name,
                 GHashTable *lines,
                 GError **error)
{
  Reader reader = { bytes, bytes + size, name, 1, 0, lines, error };
  g_autoptr (JsonNode) root = NULL;

  if (!check_encoding (&reader))
    return NULL;

  root = read_value (&reader);
  if (root == NULL)
    return NULL;
  skip_spaces (&reader);
  if (reader.place < reader.end)
    {
      fail_at_sign (&reader, _ ("the end of the file"));
      return NULL;
    }

  return g_steal_pointer (&root);
}
