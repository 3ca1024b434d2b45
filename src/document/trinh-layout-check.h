/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-layout-rules.h"
#include "trinh-pages.h"

G_BEGIN_DECLS

/**
 * trinh_layout_check:
 * @regime: (nullable): leaves checks out or changes how grave they are
 *
 * Holds the boxes of laid out pages against the limits of a regulation. It
 * knows nothing of the layouter's own settings.
 *
 * Returns: (transfer full) (element-type TrinhFinding): page by page, a finding
 *   with its page and, where there is one, the section or cell to go to
 */
GPtrArray *trinh_layout_check (TrinhPages *pages,
                               TrinhLayoutRules *rules,
                               TrinhRegime *regime);

G_END_DECLS
