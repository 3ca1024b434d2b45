/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

/* Who signs, and for whom: Nghị định 30/2020/NĐ-CP, Điều 13 and Phụ lục I, II.7. The lines are capitals as printed. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "trinh-proof-private.h"

#define DEPUTY "PHÓ "

static const char *const abbreviations[] = { "TM", "KT", "TL", "TUQ", "Q" };

/* The lines above a title, by what they begin with; borrowed from @lines */
typedef struct
{
  TrinhEvaluation *evaluation;
  GPtrArray **findings;
  const char *title;
  char *committee; /* behind "TM." */
  char *head;      /* behind "KT." */
  char *order;     /* behind "TL." or "TUQ." */
  const char *by;  /* "TL." or "TUQ." */
  guint n_lines;
  gboolean alone; /* nobody else signs the report */
} Signing;

static void
complain (Signing *self,
          const char *found,
          const char *expected,
          char *message)
{
  _trinh_proof_add (self->evaluation, self->findings, "signatory-form", (TrinhProofPlace) { 0 }, found, expected, message);
}

/* (nullable): the name behind "KT." in "KT. CHỦ TỊCH". (transfer full) */
static char *
read_behind (const char *line,
             const char *abbreviation)
{
  const gsize length = strlen (abbreviation);

  if (!g_str_has_prefix (line, abbreviation) || line[length] != '.')
    return NULL;
  return g_strstrip (g_strdup (line + length + 1));
}

/* "KT CHỦ TỊCH" and "KT.CHỦ TỊCH" are meant for "KT. CHỦ TỊCH". */
static void
check_writing (Signing *self,
               const char *line)
{
  for (gsize i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    {
      const gsize length = strlen (abbreviations[i]);
      const char *rest = line + length;
      g_autofree char *expected = NULL;

      if (!g_str_has_prefix (line, abbreviations[i]) || (*rest != ' ' && *rest != '.') || (*rest == '.' && rest[1] == ' '))
        continue;
      rest += strspn (rest, " .");
      expected = g_strdup_printf ("%s. %s", abbreviations[i], rest);
      complain (self, line, expected, g_strdup_printf (_ ("“%s” is written “%s”."), line, expected));
      return;
    }
}

static void
read_line (Signing *self,
           const char *line)
{
  g_autofree char *acting = read_behind (line, "Q");
  char *by_order = read_behind (line, "TL");
  char *authorized = read_behind (line, "TUQ");

  self->n_lines += *line != '\0';
  check_writing (self, line);
  if (acting != NULL)
    complain (self, line, NULL, g_strdup_printf (_ ("“%s” belongs into the title itself, below “TM. …”: it is the title of who acts."), line));
  if (self->committee == NULL)
    {
      self->committee = read_behind (line, "TM");
      if (self->committee != NULL && self->head != NULL)
        complain (self, self->head, line, g_strdup_printf (_ ("“KT. %s” stands above “TM. %s”: for whom it is signed comes first, then in whose place."), self->head, self->committee));
    }
  if (self->head == NULL)
    self->head = read_behind (line, "KT");
  if (by_order != NULL || authorized != NULL)
    {
      g_free (self->order);
      self->by = by_order != NULL ? "TL." : "TUQ.";
      self->order = by_order != NULL ? g_steal_pointer (&by_order) : g_steal_pointer (&authorized);
    }
  g_free (by_order);
  g_free (authorized);
}

/* "PHÓ CHỦ TỊCH THƯỜNG TRỰC" is a deputy of the "CHỦ TỊCH". (transfer full) */
static char *
make_head (const char *deputy)
{
  static const char *const ranks[] = { " THƯỜNG TRỰC", " PHỤ TRÁCH" };
  g_autoptr (GString) head = g_string_new (deputy + strlen (DEPUTY));

  for (gsize i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (g_str_has_suffix (head->str, ranks[i]))
      g_string_truncate (head, head->len - strlen (ranks[i]));

  return g_string_free_and_steal (g_steal_pointer (&head));
}

/* For the committee, or for nobody that is named. Beside others he may sign for himself, and the lines of a Party committee
 * ("T/M ĐẢNG ỦY") are not the decree's. */
static gboolean
needs_head (const Signing *self)
{
  return self->head == NULL && (self->committee != NULL || (self->n_lines == 0 && self->alone));
}

/* A deputy signs in the place of the head, never the head himself. */
static void
check_deputy (Signing *self)
{
  const gboolean deputy = g_str_has_prefix (self->title, DEPUTY);
  g_autofree char *expected = NULL;

  if (self->head != NULL && !deputy)
    {
      expected = g_strconcat (DEPUTY, self->head, NULL);
      complain (self, self->title, expected, g_strdup_printf (_ ("“%s” stands below “KT. %s”: who signs in the head's place has the title “%s”."), self->title, self->head, expected));
    }
  else if (deputy && needs_head (self))
    {
      g_autofree char *head = make_head (self->title);

      expected = g_strconcat ("KT. ", head, NULL);
      complain (self, self->title, expected, g_strdup_printf (_ ("“%s” signs without “%s” above the title."), self->title, expected));
    }
}

/* By order of the head, or authorized by him: his title is named, not the committee, and he does not order himself. */
static void
check_order (Signing *self)
{
  g_autofree char *line = NULL;

  if (self->order == NULL)
    return;
  line = g_strdup_printf ("%s %s", self->by, self->order);
  if (self->committee != NULL || self->head != NULL)
    complain (self, line, NULL, g_strdup_printf (_ ("“%s” stands by itself above the title, without “TM. …” or “KT. …”."), line));
  if (g_str_has_prefix (self->order, "ỦY BAN") || g_str_has_prefix (self->order, "UỶ BAN") || g_str_has_prefix (self->order, "UBND"))
    complain (self, line, NULL, g_strdup_printf (_ ("“%s” names the committee; the title of its head has to stand there."), line));
  if (g_str_equal (self->title, self->order))
    complain (self, self->title, NULL, g_strdup_printf (_ ("“%s” stands below “%s”: nobody signs by his own order."), self->title, line));
  else if (g_str_has_prefix (self->title, DEPUTY) && g_str_equal (self->title + strlen (DEPUTY), self->order))
    {
      g_autofree char *expected = g_strconcat ("KT. ", self->order, NULL);

      complain (self, line, expected, g_strdup_printf (_ ("“%s” signs in the head's place (“%s”), not by “%s”."), self->title, expected, line));
    }
}

static void
check_acting (Signing *self)
{
  g_autofree char *acting = read_behind (self->title, "Q");

  check_writing (self, self->title);
  if (acting != NULL && (self->head != NULL || self->order != NULL))
    complain (self, self->title, NULL, g_strdup_printf (_ ("“%s” acts as the head and signs for the committee (“TM. …”), not for somebody else."), self->title));
}

/* "TS. Nguyễn Văn An": the name stands by itself. */
static void
check_name (Signing *self,
            const char *name)
{
  const char *const *titles = trinh_lexicon_get_name_titles (trinh_regime_get_lexicon (trinh_report_get_regime (self->evaluation->report)));
  g_autofree char *lower = g_utf8_strdown (name, -1);

  for (guint i = 0; titles != NULL && titles[i] != NULL; i++)
    {
      const char *rest;

      if (!g_str_has_prefix (lower, titles[i]))
        continue;
      rest = lower + strlen (titles[i]);
      if (*rest != ' ' && !g_str_has_suffix (titles[i], "."))
        continue;
      _trinh_proof_add (self->evaluation, self->findings, "signatory-name", (TrinhProofPlace) { 0 }, name, NULL, g_strdup_printf (_ ("“%s”: the name of who signs stands without a degree or form of address."), name));
      return;
    }
}

static void
check_signatory (TrinhEvaluation *self,
                 const TrinhSignatory *signatory,
                 GPtrArray **findings)
{
  g_autofree char *title = g_utf8_strup (signatory->title != NULL ? signatory->title : "", -1);
  Signing signing = { .evaluation = self, .findings = findings, .title = g_strstrip (title), .alone = trinh_report_get_n_signatories (self->report) == 1 };

  for (guint i = 0; signatory->capacity != NULL && signatory->capacity[i] != NULL; i++)
    {
      g_autofree char *line = g_utf8_strup (signatory->capacity[i], -1);

      read_line (&signing, g_strstrip (line));
    }
  if (*signing.title != '\0')
    {
      check_deputy (&signing);
      check_order (&signing);
      check_acting (&signing);
    }
  if (signatory->name != NULL)
    check_name (&signing, signatory->name);
  g_free (signing.committee);
  g_free (signing.head);
  g_free (signing.order);
}

void
_trinh_proof_check_signatories (TrinhEvaluation *self,
                                GPtrArray **findings)
{
  GPtrArray **loose = _trinh_proof_find (self, findings, (TrinhProofPlace) { 0 });

  for (guint i = 0; i < trinh_report_get_n_signatories (self->report); i++)
    check_signatory (self, trinh_report_get_signatory (self->report, i), loose);
}
