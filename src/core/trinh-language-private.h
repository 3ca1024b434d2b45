/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-language.h"

G_BEGIN_DECLS

/* ngang, huyền, hỏi, ngã, sắc, nặng: the order of the tones */
#define TRINH_N_TONES 6

/* @letter in NFC, either case: its letter without the tone, the case kept, and the tone. */
gunichar trinh_language_split_tone (gunichar letter,
                                    guint *tone);
/* %FALSE where @vowel takes no tone. */
gboolean trinh_language_join_tone (gunichar vowel,
                                   guint tone,
                                   gunichar *letter);

G_END_DECLS
