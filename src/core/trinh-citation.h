/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-lexicon.h"

G_BEGIN_DECLS

/**
 * TrinhCitation:
 * @kind: the abbreviation ("KH") of the name that stands before the number, else of the symbol; "" unknown
 * @named: the kind's name stands before the number ("Kế hoạch số 15"), so that it can disagree with the symbol
 * @number: as written, with the year of legal documents: "15", "01a", "20/2020"
 * @symbol: "KH-UBND"; "" where it is left out
 * @date: Julian; 0 none
 * @issuer: "UBND huyện Hoằng Hóa" where "của …" follows, else ""
 * @abstract: what "về …" says, without "về"; ""
 * @start: character offset of the first sign, the kind's name included
 * @end: character offset behind the date, else behind number and symbol
 *
 * A document that a text cites: "Kế hoạch số 15/KH-UBND ngày 02/3/2022 của UBND xã về …".
 */
struct _TrinhCitation
{
  char *kind;
  gboolean named;
  char *number;
  char *symbol;
  guint32 date;
  char *issuer;
  char *abstract;
  guint start;
  guint end;
};

/**
 * trinh_citation_parse:
 * @text: plain text of any length, in NFC; a line is a paragraph
 *
 * Finds the documents that a text cites. Read are "Kế hoạch số 15/KH-UBND ngày 02/3/2022", "ngày 02 tháng 3 năm 2022",
 * "số: 18/KH-UBND" in a list, "QĐ số 280, 281" (two), "Kế hoạch số 11 ngày 10/02/2022", "Nghị định 61/2018/NĐ-CP" and
 * "Ngày 31/12/2021 UBND xã ban hành Kế hoạch số 63/KH-UBND". A number alone is no citation.
 *
 * Returns: (transfer full) (element-type TrinhCitation): in the order of the text
 */
GPtrArray *trinh_citation_parse (const char *text,
                                 TrinhLexicon *lexicon);
void trinh_citation_free (TrinhCitation *self);
/* "11/KH-UBND ngày 11/02/2022", with the kind's name where there is no symbol. (transfer full) */
char *trinh_citation_to_string (const TrinhCitation *self,
                                TrinhLexicon *lexicon);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhCitation, trinh_citation_free)

G_END_DECLS
