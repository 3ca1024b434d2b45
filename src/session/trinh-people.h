/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: Trình Ký contributors
 */

#pragma once

#include "trinh-role.h"
#include "trinh-session.h"

G_BEGIN_DECLS

/**
 * TrinhPerson:
 *
 * Somebody of the office: name, title, what he or she does with reports, in whose name he or she signs, and the
 * certificate and the picture of the handwriting used last. Immutable; members of the setting that are not known here
 * are kept. That it is this person is a claim: only a signature proves it.
 */
#define TRINH_TYPE_PERSON (trinh_person_get_type ())
G_DECLARE_FINAL_TYPE (TrinhPerson, trinh_person, TRINH, PERSON, GObject)

/**
 * trinh_person_new:
 * @id: (nullable): %NULL makes one that no other has
 * @title: as under the signature: "CHỦ TỊCH"; ""
 * @roles: bits of TrinhRole
 */
TrinhPerson *trinh_person_new (const char *id,
                               const char *name,
                               const char *title,
                               guint roles);
/* The same person, changed. (transfer full) */
TrinhPerson *trinh_person_describe (TrinhPerson *self,
                                    const char *name,
                                    const char *title,
                                    guint roles);
/* @lines: of the capacity, as "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH". (transfer full) */
TrinhPerson *trinh_person_with_authority (TrinhPerson *self,
                                          const char *const *lines);
/* @key: "", "file:SHA256" of a kept key file, or a "pkcs11:" URI. (transfer full) */
TrinhPerson *trinh_person_with_key (TrinhPerson *self,
                                    const char *key);
/* @picture: SHA-256 of a PNG among the store's files, or "". (transfer full) */
TrinhPerson *trinh_person_with_picture (TrinhPerson *self,
                                        const char *picture);
/* TRINH_CORE_ERROR_TYPE, TRINH_CORE_ERROR_MISSING. (transfer full) */
TrinhPerson *trinh_person_from_json (JsonNode *node,
                                     GError **error);
JsonNode *trinh_person_to_json (TrinhPerson *self);
const char *trinh_person_get_id (TrinhPerson *self);
const char *trinh_person_get_name (TrinhPerson *self);
const char *trinh_person_get_title (TrinhPerson *self);
guint trinh_person_get_roles (TrinhPerson *self);
const char *const *trinh_person_get_authority (TrinhPerson *self);
const char *trinh_person_get_key (TrinhPerson *self);
const char *trinh_person_get_picture (TrinhPerson *self);

/* The setting "people" of a store; who works now is "person-now", the id. Whoever wants to follow connects to the
 * store's "setting-changed::people" and "setting-changed::person-now". */

/* (transfer full) (element-type TrinhPerson): in the office's order; what cannot be read is left out */
GPtrArray *trinh_people_list (TrinhStore *store);
/* (transfer full) (nullable): nobody was named */
TrinhPerson *trinh_people_get_now (TrinhStore *store);

/* Who works now on the report; follows the store. (transfer none) (nullable) */
TrinhPerson *trinh_work_get_person (TrinhWork *self);

/* The same of the session's store. (transfer full) (element-type TrinhPerson) */
GPtrArray *trinh_session_list_people (TrinhSession *self);
/**
 * trinh_session_set_people:
 * @people: (element-type TrinhPerson)
 *
 * What the setting held and could not be read stays in it.
 *
 * Returns: %FALSE with TRINH_CORE_ERROR_MISSING where somebody has no name, TRINH_CORE_ERROR_DUPLICATE where two have
 *   one id, or what the store meets
 */
gboolean trinh_session_set_people (TrinhSession *self,
                                   GPtrArray *people,
                                   GError **error);
/* Who works now; %NULL: nobody was named, and everybody may do everything. (transfer full) (nullable) */
TrinhPerson *trinh_session_get_person (TrinhSession *self);
/* @id: (nullable): %NULL: nobody. TRINH_CORE_ERROR_UNKNOWN */
gboolean trinh_session_set_person (TrinhSession *self,
                                   const char *id,
                                   GError **error);

G_END_DECLS
