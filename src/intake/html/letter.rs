//! Heads of mails, which programs for mail write above what is answered or passed on.

use crate::{
    article::Kind,
    intake::{Passage, plain},
};

use super::details::Details;

/// The most passages that a head has.
const LONGEST_HEAD: usize = 12;
/// Within how many bytes the name of a header ends.
const LONGEST_NAME: usize = 20;

/// Settles the passages that are heads of mails; what a head at the beginning says becomes the
/// details that the page itself does not name.
pub(super) fn settle_heads(passages: &mut [Passage], details: &mut Details) {
    let can_be = |it: &Passage| it.is_kept() && matches!(it.kind, Kind::Paragraph | Kind::Other);
    let first = passages.iter().position(Passage::is_kept);
    let mut at = 0;
    while let Some(rest) = passages.get_mut(at..).filter(|it| !it.is_empty()) {
        let lines = rest.iter().take(LONGEST_HEAD).take_while(|it| can_be(it));
        let lines: Vec<String> = lines.map(Passage::text).collect();
        let is_named =
            lines.first().is_some_and(|it| it.find(':').is_some_and(|it| it <= LONGEST_NAME));
        let head = is_named.then(|| plain::mail_head(&lines.join("\n"))).flatten();
        let Some(head) = head else {
            at += 1;
            continue;
        };
        rest.iter_mut().take(head.lines).for_each(|it| it.kind = Kind::Other);
        if first == Some(at) {
            details.take_head(head.title, head.byline, head.published);
        }
        at += head.lines;
    }
}
