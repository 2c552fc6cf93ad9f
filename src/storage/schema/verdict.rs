//! The JSON form of scales and verdicts.
//!
//! A verdict copies the label and values of its rating, so it stays valid when the scale changes.
//! Reading keeps unknown members, and writing puts them after the known ones.

use serde_json::{Number, Value};

use crate::{
    claim::{Rating, Scale, Verdict},
    json::{FieldError, JsonObject, ObjectReader, ValueReader},
};

use super::{object, with_unknown};

/// Returns the members of a scale.
pub fn write_scale(scale: &Scale) -> JsonObject {
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
pub fn read_scale(mut object_reader: ObjectReader) -> Result<Scale, FieldError> {
    Ok(Scale {
        id: object_reader.text("id")?,
        label: object_reader.text("label")?,
        ratings: object_reader
            .list("ratings")?
            .into_iter()
            .map(read_rating)
            .collect::<Result<_, _>>()?,
        unknown: object_reader.into_unknown(),
    })
}

fn write_rating(rating: &Rating) -> JsonObject {
    let mut known =
        object([("id", rating.id.clone().into()), ("label", rating.label.clone().into())]);
    put_number(&mut known, "value", rating.value.as_ref());
    with_unknown(known, &rating.unknown)
}

fn read_rating(value_reader: ValueReader) -> Result<Rating, FieldError> {
    let mut object_reader = value_reader.object()?;
    Ok(Rating {
        id: object_reader.text("id")?,
        label: object_reader.text("label")?,
        value: object_reader.optional("value").map(ValueReader::number).transpose()?,
        unknown: object_reader.into_unknown(),
    })
}

pub(super) fn write_verdict(verdict: &Verdict) -> JsonObject {
    let mut known = object([
        ("scale", verdict.scale.clone().into()),
        ("rating", verdict.rating.clone().into()),
        ("label", verdict.label.clone().into()),
    ]);
    put_number(&mut known, "value", verdict.value.as_ref());
    put_number(&mut known, "best", verdict.scale_max.as_ref());
    put_number(&mut known, "worst", verdict.scale_min.as_ref());
    known.extend(object([
        ("summary", verdict.summary.clone().into()),
        ("at", verdict.at.to_string().into()),
    ]));
    with_unknown(known, &verdict.unknown)
}

pub(super) fn read_verdict(value_reader: ValueReader) -> Result<Verdict, FieldError> {
    let mut object_reader = value_reader.object()?;
    Ok(Verdict {
        scale: object_reader.text("scale")?,
        rating: object_reader.optional_text("rating")?,
        label: object_reader.text("label")?,
        value: object_reader.optional("value").map(ValueReader::number).transpose()?,
        scale_max: object_reader.optional("best").map(ValueReader::number).transpose()?,
        scale_min: object_reader.optional("worst").map(ValueReader::number).transpose()?,
        summary: object_reader.optional_text("summary")?.unwrap_or_default(),
        at: object_reader.time("at")?,
        unknown: object_reader.into_unknown(),
    })
}

fn put_number(members: &mut JsonObject, name: &str, number: Option<&Number>) {
    if let Some(number) = number {
        members.insert(name.to_owned(), Value::Number(number.clone()));
    }
}
