/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-decimal.h"

G_BEGIN_DECLS

/* NFC; U+01A2/U+01A3 become Ư/ư, U+01CE becomes ă. Line ends become "\n". Text must be UTF-8. */
char *trinh_language_normalize (const char *text);
/* For searching: NFC, lower case, without tone and vowel marks, đ = d; hòa = hoà, ủy = uỷ. */
char *trinh_language_fold (const char *text);
/* For comparing spellings: NFC, tone mark in one place (hoà → hòa), case kept. */
char *trinh_language_respell (const char *text);
/* The first letter a capital: "6 tháng" stays, "tháng 3" becomes "Tháng 3". */
char *trinh_language_capitalize (const char *text);
/* Whether the folded @text holds the folded @needle. */
gboolean trinh_language_contains (const char *text,
                                  const char *needle);
/* Letters first over the whole text, then tones, so "Bính" stands between "Bình" and "Bình Định".
 * Vietnamese order: a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y; then tones; digits by value. */
int trinh_language_compare (const char *a,
                            const char *b);
/* The n-th letter in Vietnamese order of lists: 0 → "a", 1 → "b", 4 → "đ" (a b c d đ e g h i k l …). */
const char *trinh_language_list_letter (guint n);
/* "Mười một triệu hai trăm năm mươi nghìn"; decimals as "phẩy …"; negative as "Âm …". */
char *trinh_language_words (TrinhDecimal number);
/* trinh_language_words() and " đồng". */
char *trinh_language_amount_words (TrinhDecimal number);

G_END_DECLS
