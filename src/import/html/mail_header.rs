//! Heads of mails, which programs for mail write above what is answered or passed on.

use crate::{
    article::Kind,
    import::{ImportedBlock, plain},
};

use super::metadata::Details;

/// The most passages that a head has.
const LONGEST_HEAD: usize = 12;
/// Within how many bytes the name of a header ends.
const LONGEST_NAME: usize = 20;

/// Settles the passages that are heads of mails; what a head at the beginning says becomes the
/// details that the page itself does not name.
pub(super) fn classify_mail_headers(blocks: &mut [ImportedBlock], details: &mut Details) {
    let can_be =
        |it: &ImportedBlock| it.is_kept() && matches!(it.kind, Kind::Paragraph | Kind::Other);
    let first = blocks.iter().position(ImportedBlock::is_kept);
    let mut at = 0;
    while let Some(rest) = blocks.get_mut(at..).filter(|it| !it.is_empty()) {
        let lines = rest.iter().take(LONGEST_HEAD).take_while(|it| can_be(it));
        let lines: Vec<String> = lines.map(ImportedBlock::text).collect();
        let is_named =
            lines.first().is_some_and(|it| it.find(':').is_some_and(|it| it <= LONGEST_NAME));
        let head = is_named.then(|| plain::mail_head(&lines.join("\n"))).flatten();
        let Some(head) = head else {
            at += 1;
            continue;
        };
        rest.iter_mut().take(head.lines).for_each(|it| it.kind = Kind::Other);
        if first == Some(at) {
            details.fill_from_mail(head.title, head.byline, head.published);
        }
        at += head.lines;
    }
}
