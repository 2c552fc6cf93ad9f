//! The JSON form of scales and verdicts.

use serde_json::{Number, Value};

use crate::{
    claim::{Rating, Scale, Verdict},
    json::{Item, Members, Misfit, Object},
};

use super::{object, with_unknown};

/// The members of a scale.
pub fn write_scale(scale: &Scale) -> Members {
    let ratings: Vec<Value> = scale.ratings.iter().map(|it| write_rating(it).into()).collect();
    let known = object([
        ("id", scale.id.clone().into()),
        ("label", scale.label.clone().into()),
        ("ratings", ratings.into()),
    ]);
    with_unknown(known, &scale.unknown)
}

/// Reads a scale.
///
/// # Errors
/// When a member is missing or does not fit.
pub fn read_scale(mut object: Object) -> Result<Scale, Misfit> {
    Ok(Scale {
        id: object.text("id")?,
        label: object.text("label")?,
        ratings: object.list("ratings")?.into_iter().map(read_rating).collect::<Result<_, _>>()?,
        unknown: object.rest(),
    })
}

fn write_rating(rating: &Rating) -> Members {
    let mut known =
        object([("id", rating.id.clone().into()), ("label", rating.label.clone().into())]);
    put_number(&mut known, "value", rating.value.as_ref());
    with_unknown(known, &rating.unknown)
}

fn read_rating(item: Item) -> Result<Rating, Misfit> {
    let mut object = item.object()?;
    Ok(Rating {
        id: object.text("id")?,
        label: object.text("label")?,
        value: object.optional("value").map(Item::number).transpose()?,
        unknown: object.rest(),
    })
}

pub(super) fn write_verdict(verdict: &Verdict) -> Members {
    let mut known = object([
        ("scale", verdict.scale.clone().into()),
        ("rating", verdict.rating.clone().into()),
        ("label", verdict.label.clone().into()),
    ]);
    put_number(&mut known, "value", verdict.value.as_ref());
    put_number(&mut known, "best", verdict.best.as_ref());
    put_number(&mut known, "worst", verdict.worst.as_ref());
    known.extend(object([
        ("summary", verdict.summary.clone().into()),
        ("at", verdict.at.to_string().into()),
    ]));
    with_unknown(known, &verdict.unknown)
}

pub(super) fn read_verdict(item: Item) -> Result<Verdict, Misfit> {
    let mut object = item.object()?;
    Ok(Verdict {
        scale: object.text("scale")?,
        rating: object.optional_text("rating")?,
        label: object.text("label")?,
        value: object.optional("value").map(Item::number).transpose()?,
        best: object.optional("best").map(Item::number).transpose()?,
        worst: object.optional("worst").map(Item::number).transpose()?,
        summary: object.optional_text("summary")?.unwrap_or_default(),
        at: object.time("at")?,
        unknown: object.rest(),
    })
}

fn put_number(members: &mut Members, name: &str, number: Option<&Number>) {
    if let Some(number) = number {
        members.insert(name.to_owned(), Value::Number(number.clone()));
    }
}
