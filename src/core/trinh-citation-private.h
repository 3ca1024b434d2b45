/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-citation.h"

G_BEGIN_DECLS

/* Readers over UTF-8: each answers the place behind what it has read, or %NULL where that does not stand there. */
const char *_trinh_scan_spaces (const char *at);
/* @word in lower case, the text in either; a letter may not follow */
const char *_trinh_scan_word (const char *at,
                              const char *word);
/* "02/3/2022", "2.3.2022", "02 tháng 3 năm 2022": without "ngày" */
const char *_trinh_scan_date (const char *at,
                              guint32 *date);
/* "15", "01a": @end is behind it */
const char *_trinh_scan_number (const char *at);
/* "/KH-UBND", "/2020/QĐ-UBND", " /KH- UBND"; @year (out): where "/2020" ends, else @at */
const char *_trinh_scan_symbol (const char *at,
                                const char **year,
                                char **symbol);
/* Where @word (lower case) begins when it ends at @end; no letter before it */
const char *_trinh_scan_word_back (const char *begin,
                                   const char *end,
                                   const char *word);
const char *_trinh_scan_spaces_back (const char *begin,
                                     const char *end);

G_END_DECLS
