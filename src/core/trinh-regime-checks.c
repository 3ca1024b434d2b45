/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-regime-private.h"

/* What the layout checker looks for. Promised in data/README.md: a regime names them. */
static const struct
{
  const char *id;
  TrinhSeverity severity;
} checks[] = {
  { "layout-align", TRINH_SEVERITY_ERROR },
  { "layout-annex", TRINH_SEVERITY_ERROR },
  { "layout-bold", TRINH_SEVERITY_ERROR },
  { "layout-capitals", TRINH_SEVERITY_ERROR },
  { "layout-ending", TRINH_SEVERITY_ERROR },
  { "layout-first-page", TRINH_SEVERITY_ERROR },
  { "layout-font", TRINH_SEVERITY_WARNING },
  { "layout-heading", TRINH_SEVERITY_ERROR },
  { "layout-indent", TRINH_SEVERITY_ERROR },
  { "layout-italic", TRINH_SEVERITY_ERROR },
  { "layout-letter", TRINH_SEVERITY_ERROR },
  { "layout-level", TRINH_SEVERITY_ERROR },
  { "layout-line-spacing", TRINH_SEVERITY_ERROR },
  { "layout-lines", TRINH_SEVERITY_ERROR },
  { "layout-margin", TRINH_SEVERITY_ERROR },
  { "layout-outside", TRINH_SEVERITY_ERROR },
  { "layout-overlap", TRINH_SEVERITY_ERROR },
  { "layout-page-number", TRINH_SEVERITY_ERROR },
  { "layout-paper", TRINH_SEVERITY_ERROR },
  { "layout-paragraph-space", TRINH_SEVERITY_ERROR },
  { "layout-part", TRINH_SEVERITY_ERROR },
  { "layout-row", TRINH_SEVERITY_ERROR },
  { "layout-rule", TRINH_SEVERITY_ERROR },
  { "layout-signature", TRINH_SEVERITY_ERROR },
  { "layout-signature-lines", TRINH_SEVERITY_ERROR },
  { "layout-single-line", TRINH_SEVERITY_ERROR },
  { "layout-size", TRINH_SEVERITY_ERROR },
  { "layout-table-head", TRINH_SEVERITY_ERROR },
  { "layout-value", TRINH_SEVERITY_ERROR },
};

gboolean
trinh_regime_find_layout_check (const char *id,
                                TrinhSeverity *severity)
{
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    if (g_str_equal (checks[i].id, id))
      {
        if (severity != NULL)
          *severity = checks[i].severity;
        return TRUE;
      }
  return FALSE;
}

gboolean
trinh_regime_wants_layout_check (TrinhRegime *self,
                                 const char *id,
                                 TrinhSeverity *severity)
{
  g_return_val_if_fail (TRINH_IS_REGIME (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (severity != NULL, FALSE);

  return trinh_regime_find_layout_check (id, severity) && trinh_regime_wants_check (self, id, severity);
}
