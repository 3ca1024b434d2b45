/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#include "config.h"

#include "trinh-document-resources.h"
#include "trinh-pdf-private.h"

#define PROFILE "/io/github/trinhky/TrinhKy/document/srgb.icc"
#define PROFILE_NAME "sRGB IEC61966-2.1"

static qpdf_oh
create_profile (qpdf_data qpdf)
{
  g_autoptr (GBytes) profile = g_resource_lookup_data (trinh_document_get_resource (), PROFILE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  qpdf_oh stream = qpdf_oh_new_stream (qpdf);

  g_assert (profile != NULL);
  qpdf_oh_replace_stream_data (qpdf, stream, g_bytes_get_data (profile, NULL), g_bytes_get_size (profile), qpdf_oh_new_null (qpdf), qpdf_oh_new_null (qpdf));
  qpdf_oh_replace_key (qpdf, qpdf_oh_get_dict (qpdf, stream), "/N", qpdf_oh_new_integer (qpdf, 3));
  return stream;
}

void
trinh_pdf_add_output_intent (qpdf_data qpdf)
{
  qpdf_oh intent = qpdf_oh_new_dictionary (qpdf);

  qpdf_oh_replace_key (qpdf, intent, "/Type", qpdf_oh_new_name (qpdf, "/OutputIntent"));
  qpdf_oh_replace_key (qpdf, intent, "/S", qpdf_oh_new_name (qpdf, "/GTS_PDFA1"));
  qpdf_oh_replace_key (qpdf, intent, "/OutputConditionIdentifier", qpdf_oh_new_string (qpdf, PROFILE_NAME));
  qpdf_oh_replace_key (qpdf, intent, "/Info", qpdf_oh_new_string (qpdf, PROFILE_NAME));
  qpdf_oh_replace_key (qpdf, intent, "/DestOutputProfile", create_profile (qpdf));
  qpdf_oh_replace_key (qpdf, qpdf_get_root (qpdf), "/OutputIntents", qpdf_oh_wrap_in_array (qpdf, qpdf_make_indirect_object (qpdf, intent)));
}

static void
map_glyphs (qpdf_data qpdf,
            qpdf_oh font)
{
  if (qpdf_oh_is_dictionary_of_type (qpdf, font, "/Font", "/CIDFontType2") &&
      !qpdf_oh_has_key (qpdf, font, "/CIDToGIDMap"))
    qpdf_oh_replace_key (qpdf, font, "/CIDToGIDMap", qpdf_oh_new_name (qpdf, "/Identity"));
}

void
trinh_pdf_map_glyphs (qpdf_data qpdf)
{
  const int size = qpdf_oh_get_int_value_as_int (qpdf, qpdf_oh_get_key (qpdf, qpdf_get_trailer (qpdf), "/Size"));

  for (int id = 1; id < size; id++)
    {
      qpdf_oh object = qpdf_get_object_by_id (qpdf, id, 0);

      map_glyphs (qpdf, object);
      qpdf_oh_release (qpdf, object);
    }
}
