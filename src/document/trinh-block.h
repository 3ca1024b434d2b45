/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-document-types.h"

G_BEGIN_DECLS

/* The implementer of the layer defines the tree here: heading, paragraph, list item, table, chart,
 * header block, subject, addressees, signature block with recipients, annex. */

G_END_DECLS
