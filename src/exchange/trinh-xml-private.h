/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include <libxml/xmlreader.h>

#include "trinh-workbook-private.h"

G_BEGIN_DECLS

/* For every element that begins */
typedef gboolean (*TrinhXmlFunc) (xmlTextReader *reader,
                                  gpointer data,
                                  GError **error);

/* No network, no entities of its own, no limits of libxml2 lifted */
gboolean _trinh_xml_read (TrinhWorkbook *workbook,
                          GBytes *bytes,
                          TrinhXmlFunc func,
                          gpointer data,
                          GError **error);
/* Whether the element has this name, whatever the prefix */
gboolean _trinh_xml_is (xmlTextReader *reader,
                        const char *name);
/* Whatever the prefix is. (transfer full) (nullable) */
char *_trinh_xml_dup_attribute (xmlTextReader *reader,
                                const char *name);
/* The attribute "id" of the relations' name space. (transfer full) (nullable) */
char *_trinh_xml_dup_relation (xmlTextReader *reader);
guint _trinh_xml_get_number (xmlTextReader *reader,
                             const char *name,
                             guint fallback);
/* Reads on to the element's end: what stands in its elements @name, those within @but aside, @between between them.
 * @passed: (out) (optional): whether there was a @but. (transfer full) */
char *_trinh_xml_dup_texts (xmlTextReader *reader,
                            const char *name,
                            const char *but,
                            const char *between,
                            gboolean *passed);

G_END_DECLS
