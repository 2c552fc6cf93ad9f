//! Finds the headers of e-mails that e-mail programs insert above a quoted or forwarded message.

use crate::{
    article::Kind,
    import::{ImportedBlock, plain},
};

use super::metadata::Details;

/// The most blocks that a header can have.
const LONGEST_HEAD: usize = 12;
/// The greatest byte offset of the colon after the name of the first header field.
const LONGEST_NAME: usize = 20;

/// Gives the blocks of e-mail headers the kind `Other`. A header at the beginning also adds its
/// subject, sender and date to `details`.
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
