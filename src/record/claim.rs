//! The JSON form of a claim, but for its place, which files and stores write each in their way.

use serde_json::{Value, json};

use crate::{
    claim::{Claim, Claimant, LINK_KINDS, Link, PRIORITIES, Priority, STATUSES, Status, Target},
    id::{ClaimId, TagId},
    json::{Item, Members, Misfit, Object},
};

use super::{
    Names,
    evidence::{read_contact, read_evidence, write_contact, write_evidence},
    name_of, named, object,
    verdict::{read_verdict, write_verdict},
    with_unknown,
};

/// The member with what a claim's words were before the text was corrected.
const CORRECTED: &str = "corrected";
/// The member with what a claim is to others; absent where it is nothing to any.
const LINKS: &str = "links";

/// The members of a claim that follow its place, but for those that nobody knew.
pub fn write_claim_work(claim: &Claim) -> Members {
    let tags: Vec<Value> = claim.tags.iter().map(|tag| tag.as_str().into()).collect();
    let evidence: Vec<Value> = claim.evidence.iter().map(|it| write_evidence(it).into()).collect();
    let mut members = object([
        ("tags", tags.into()),
        ("status", name_of(&claim.status, &STATUSES)),
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
    // Absent, as most claims have no such words, and files without it are as they always were.
    if let Some(corrected) = &claim.corrected {
        members.insert(CORRECTED.to_owned(), corrected.clone().into());
    }
    if !claim.links.is_empty() {
        members.insert(LINKS.to_owned(), claim.links.iter().map(write_link).collect());
    }
    members
}

/// Reads a claim whose place has been taken out of the object already.
///
/// # Errors
/// When a member is missing or does not fit.
pub fn read_claim(mut object: Object, target: Target, names: &mut Names) -> Result<Claim, Misfit> {
    let id = names.own(&mut object, ClaimId::new)?;
    let misfit = object.misfit("number", "should be a whole number from 1");
    let number = object.required("number")?.count()?;
    let number = u32::try_from(number).ok().filter(|it| *it > 0).ok_or(misfit)?;
    let status = object.optional("status").map(|status| named(status, &STATUSES)).transpose()?;
    let created = object.time("created")?;
    Ok(Claim {
        id,
        number,
        target,
        tags: read_tags(&mut object, names)?,
        status: status.unwrap_or(Status::ToCheck),
        priority: object.optional("priority").map(read_priority).transpose()?,
        verdict: object.optional("verdict").map(read_verdict).transpose()?,
        claimant: object.optional("claimant").map(read_claimant).transpose()?,
        restated: object.optional_text("restated")?.unwrap_or_default(),
        note: object.optional_text("note")?.unwrap_or_default(),
        correction: object.optional_text("correction")?,
        corrected: object.optional_text(CORRECTED)?,
        evidence: object
            .list("evidence")?
            .into_iter()
            .map(|item| read_evidence(item, names))
            .collect::<Result<_, _>>()?,
        contact: object.optional("contact").map(read_contact).transpose()?,
        links: read_links(&mut object, names)?,
        author: object.optional_text("author")?,
        created,
        modified: object.optional("modified").map_or(Ok(created), Item::time)?,
        unknown: object.rest(),
    })
}

fn read_tags(object: &mut Object, names: &mut Names) -> Result<Vec<TagId>, Misfit> {
    let mut tags = Vec::new();
    for item in object.list("tags")? {
        let misfit = item.misfit("is there twice");
        let tag = names.other(&item, TagId::new)?;
        if tags.contains(&tag) {
            return Err(misfit);
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

fn read_links(object: &mut Object, names: &mut Names) -> Result<Vec<Link>, Misfit> {
    let read = |item: Item| {
        let mut object = item.object()?;
        let kind = object.required("kind")?;
        let misfit = kind.misfit("is no kind of link");
        let kind = kind.text()?;
        let row = LINK_KINDS.iter().find(|row| row.name == kind).ok_or(misfit)?;
        let claim = names.other(&object.required("claim")?, ClaimId::new)?;
        Ok(Link { claim, kind: row.kind, unknown: object.rest() })
    };
    object.list(LINKS)?.into_iter().map(read).collect()
}

fn write_priority(priority: Priority) -> Value {
    PRIORITIES
        .iter()
        .find(|(other, _)| *other == priority)
        .map_or(Value::Null, |(_, number)| json!(number))
}

fn read_priority(item: Item) -> Result<Priority, Misfit> {
    let misfit = item.misfit("should be 1, 2, 3 or null");
    let number = item.number()?.as_u64();
    PRIORITIES
        .iter()
        .find(|(_, other)| Some(u64::from(*other)) == number)
        .map(|(priority, _)| *priority)
        .ok_or(misfit)
}

fn write_claimant(claimant: &Claimant) -> Members {
    let known =
        object([("name", claimant.name.clone().into()), ("role", claimant.role.clone().into())]);
    with_unknown(known, &claimant.unknown)
}

fn read_claimant(item: Item) -> Result<Claimant, Misfit> {
    let mut object = item.object()?;
    Ok(Claimant {
        name: object.text("name")?,
        role: object.optional_text("role")?,
        unknown: object.rest(),
    })
}
