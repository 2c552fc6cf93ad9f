//! The JSON form of a claim without its place, which files and stores write in different forms.
//!
//! Tags, status, verdict, evidence and note have the same members in both.

use serde_json::{Value, json};

use crate::{
    claim::{Claim, Claimant, LINK_KINDS, Link, PRIORITIES, Priority, STATUSES, Status, Target},
    id::{ClaimId, TagId},
    json::{FieldError, JsonObject, ObjectReader, ValueReader},
};

use super::{
    IdPolicy, enum_name,
    evidence::{read_contact, read_evidence, write_contact, write_evidence},
    object, parse_enum,
    verdict::{read_verdict, write_verdict},
    with_unknown,
};

/// The member with the claim's words from before the text was corrected.
const CORRECTED: &str = "corrected";
/// The member with the links to other claims; absent where there are none.
const LINKS: &str = "links";

/// Returns the members of a claim that follow its place, without the unknown members.
pub fn write_claim_work(claim: &Claim) -> JsonObject {
    let tags: Vec<Value> = claim.tags.iter().map(|tag| tag.as_str().into()).collect();
    let evidence: Vec<Value> = claim.evidence.iter().map(|it| write_evidence(it).into()).collect();
    let mut members = object([
        ("tags", tags.into()),
        ("status", enum_name(&claim.status, &STATUSES)),
        ("priority", claim.priority.map_or(Value::Null, write_priority)),
        ("verdict", claim.verdict.as_ref().map(write_verdict).into()),
        ("claimant", claim.claimant.as_ref().map(write_claimant).into()),
        ("restated", claim.restated.clone().into()),
        ("note", claim.note.clone().into()),
        ("correction", claim.correction.clone().into()),
        ("evidence", evidence.into()),
        ("contact", claim.contact.as_ref().map(write_contact).into()),
        ("author", claim.author.clone().into()),
        ("created", claim.created.to_string().into()),
        ("modified", claim.modified.to_string().into()),
    ]);
    // Most claims lack this member, and files that never had it must not get it.
    if let Some(corrected) = &claim.previous_quote {
        members.insert(CORRECTED.to_owned(), corrected.clone().into());
    }
    if !claim.links.is_empty() {
        members.insert(LINKS.to_owned(), claim.links.iter().map(write_link).collect());
    }
    members
}

/// Reads a claim after the caller has taken the place out of the object.
///
/// # Errors
/// When a member is missing or does not fit.
pub fn read_claim(
    mut object_reader: ObjectReader,
    target: Target,
    id_policy: &mut IdPolicy,
) -> Result<Claim, FieldError> {
    let id = id_policy.take_id(&mut object_reader, ClaimId::new)?;
    let field_error = object_reader.error("number", "should be a whole number from 1");
    let number = object_reader.required("number")?.count()?;
    let number = u32::try_from(number).ok().filter(|it| *it > 0).ok_or(field_error)?;
    let status =
        object_reader.optional("status").map(|status| parse_enum(status, &STATUSES)).transpose()?;
    let created = object_reader.time("created")?;
    Ok(Claim {
        id,
        number,
        target,
        tags: read_tags(&mut object_reader, id_policy)?,
        status: status.unwrap_or(Status::ToCheck),
        priority: object_reader.optional("priority").map(read_priority).transpose()?,
        verdict: object_reader.optional("verdict").map(read_verdict).transpose()?,
        claimant: object_reader.optional("claimant").map(read_claimant).transpose()?,
        restated: object_reader.optional_text("restated")?.unwrap_or_default(),
        note: object_reader.optional_text("note")?.unwrap_or_default(),
        correction: object_reader.optional_text("correction")?,
        previous_quote: object_reader.optional_text(CORRECTED)?,
        evidence: object_reader
            .list("evidence")?
            .into_iter()
            .map(|value_reader| read_evidence(value_reader, id_policy))
            .collect::<Result<_, _>>()?,
        contact: object_reader.optional("contact").map(read_contact).transpose()?,
        links: read_links(&mut object_reader, id_policy)?,
        author: object_reader.optional_text("author")?,
        created,
        modified: object_reader.optional("modified").map_or(Ok(created), ValueReader::time)?,
        unknown: object_reader.into_unknown(),
    })
}

fn read_tags(
    object_reader: &mut ObjectReader,
    id_policy: &mut IdPolicy,
) -> Result<Vec<TagId>, FieldError> {
    let mut tags = Vec::new();
    for value_reader in object_reader.list("tags")? {
        let field_error = value_reader.error("appears twice");
        let tag = id_policy.take_reference(&value_reader, TagId::new)?;
        if tags.contains(&tag) {
            return Err(field_error);
        }
        tags.push(tag);
    }
    Ok(tags)
}

fn write_link(link: &Link) -> Value {
    let known =
        object([("claim", link.claim.as_str().into()), ("kind", link.kind.row().name.into())]);
    with_unknown(known, &link.unknown).into()
}

fn read_links(
    object_reader: &mut ObjectReader,
    names: &mut IdPolicy,
) -> Result<Vec<Link>, FieldError> {
    let read = |value_reader: ValueReader| {
        let mut object_reader = value_reader.object()?;
        let kind = object_reader.required("kind")?;
        let field_error = kind.error("is not a kind of link");
        let kind = kind.text()?;
        let row = LINK_KINDS.iter().find(|row| row.name == kind).ok_or(field_error)?;
        let claim = names.take_reference(&object_reader.required("claim")?, ClaimId::new)?;
        Ok(Link { claim, kind: row.kind, unknown: object_reader.into_unknown() })
    };
    object_reader.list(LINKS)?.into_iter().map(read).collect()
}

fn write_priority(priority: Priority) -> Value {
    PRIORITIES
        .iter()
        .find(|(other, _)| *other == priority)
        .map_or(Value::Null, |(_, number)| json!(number))
}

fn read_priority(value_reader: ValueReader) -> Result<Priority, FieldError> {
    let field_error = value_reader.error("should be 1, 2, 3 or null");
    let number = value_reader.number()?.as_u64();
    PRIORITIES
        .iter()
        .find(|(_, other)| Some(u64::from(*other)) == number)
        .map(|(priority, _)| *priority)
        .ok_or(field_error)
}

fn write_claimant(claimant: &Claimant) -> JsonObject {
    let known =
        object([("name", claimant.name.clone().into()), ("role", claimant.role.clone().into())]);
    with_unknown(known, &claimant.unknown)
}

fn read_claimant(value_reader: ValueReader) -> Result<Claimant, FieldError> {
    let mut object_reader = value_reader.object()?;
    Ok(Claimant {
        name: object_reader.text("name")?,
        role: object_reader.optional_text("role")?,
        unknown: object_reader.into_unknown(),
    })
}
