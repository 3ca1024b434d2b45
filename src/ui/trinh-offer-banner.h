/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <adwaita.h>

#include "trinh-work.h"

G_BEGIN_DECLS

/**
 * TrinhOfferBanner:
 *
 * Offers the figures that shorter periods' reports give for the blank cells of a form; one edit puts them in.
 */
#define TRINH_TYPE_OFFER_BANNER (trinh_offer_banner_get_type ())
G_DECLARE_FINAL_TYPE (TrinhOfferBanner, trinh_offer_banner, TRINH, OFFER_BANNER, AdwBin)

/* Looks anew what there is to offer; @work and @form (nullable): nothing is offered */
void trinh_offer_banner_look (TrinhOfferBanner *self,
                              TrinhWork *work,
                              TrinhForm *form);

G_END_DECLS
