/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-store.h"

G_BEGIN_DECLS

/**
 * TrinhBoardTerm:
 * @data_to: the cut-off that the office was given instead of the calendar's, Julian; 0: the calendar's
 * @deadline: the same of the deadline
 * @note: (nullable): who gave the other days, and why
 * @reason: (nullable): why no report is required for the period
 *
 * What an office was told about one period of a regime.
 */
typedef struct
{
  guint32 data_to;
  guint32 deadline;
  const char *note;
  const char *reason;
} TrinhBoardTerm;

/**
 * TrinhBoardSettings:
 *
 * By which regimes each office reports, from which day on, and what holds for single periods; kept in the store as
 * the setting "board": { "offices": [ { "name", "code", "regimes": [ { "id", "from" } ],
 * "periods": [ { "regime", "period", "data_to", "deadline", "note", "not_required" } ] } ] }. The store journals
 * every change. A copy: what is set here is kept by trinh_board_settings_save().
 */
typedef struct _TrinhBoardSettings TrinhBoardSettings;

/* What the store keeps; empty without one. @store: (nullable) */
TrinhBoardSettings *trinh_board_settings_load (TrinhStore *store);
gboolean trinh_board_settings_save (TrinhBoardSettings *self,
                                    TrinhStore *store,
                                    GError **error);
void trinh_board_settings_free (TrinhBoardSettings *self);

guint trinh_board_settings_get_n_offices (TrinhBoardSettings *self);
/* (transfer full): with its name and code */
TrinhOffice *trinh_board_settings_dup_office (TrinhBoardSettings *self,
                                              guint position);
/* (transfer full): ids of the regimes that the office reports by */
char **trinh_board_settings_list_regimes (TrinhBoardSettings *self,
                                          TrinhOffice *office);
/* The day from which periods that end on it or later are expected, Julian; 0: the office does not report by @regime. */
guint32 trinh_board_settings_get_from (TrinhBoardSettings *self,
                                       TrinhOffice *office,
                                       const char *regime);
/* @from: 0: no longer */
void trinh_board_settings_set_from (TrinhBoardSettings *self,
                                    TrinhOffice *office,
                                    const char *regime,
                                    guint32 from);
/* @term: (out): all zero where nothing is said; its texts are borrowed until the settings change */
gboolean trinh_board_settings_get_term (TrinhBoardSettings *self,
                                        TrinhOffice *office,
                                        const char *regime,
                                        TrinhPeriod period,
                                        TrinhBoardTerm *term);
/* All zero takes back what was said. */
void trinh_board_settings_set_term (TrinhBoardSettings *self,
                                    TrinhOffice *office,
                                    const char *regime,
                                    TrinhPeriod period,
                                    const TrinhBoardTerm *term);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrinhBoardSettings, trinh_board_settings_free)

G_END_DECLS
