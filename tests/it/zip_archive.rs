//! ZIP archives: what is written, and which are read.

use claimlight::{
    app::read_archive, event_context::EventContext, export::zip_archive, time::Timestamp,
};

fn files() -> Vec<(String, String)> {
    let file = |name: &str, contents: &str| (name.to_owned(), contents.to_owned());
    vec![file("a.json", "{}"), file("\u{1f600}.json", "\u{65}\u{301} \u{5e9}"), file("c.json", "")]
}

fn archive() -> Vec<u8> {
    zip_archive::write(&files(), Timestamp::parse("2026-11-22T10:03:07Z").unwrap()).unwrap()
}

fn word(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes(bytes[at..at + 2].try_into().unwrap())
}

fn number(bytes: &[u8], at: usize) -> usize {
    u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize
}

#[test]
fn an_archive_is_built_as_the_format_has_it() {
    let bytes = archive();
    let end = bytes.len() - 22;
    assert_eq!(&bytes[end..end + 8], b"PK\x05\x06\0\0\0\0");
    assert_eq!((word(&bytes, end + 8), word(&bytes, end + 10)), (3, 3));
    let mut at = number(&bytes, end + 16);
    assert_eq!(at + number(&bytes, end + 12), end, "the directory ends where its end begins");
    for (name, contents) in files() {
        assert_eq!(&bytes[at..at + 4], b"PK\x01\x02");
        assert_eq!(word(&bytes, at + 8), 1 << 11, "names are UTF-8");
        assert_eq!(word(&bytes, at + 10), 0, "nothing is packed");
        assert_eq!(word(&bytes, at + 12), 10 * 2048 + 3 * 32 + 3, "10:03:06");
        assert_eq!(word(&bytes, at + 14), 46 * 512 + 11 * 32 + 22, "the 22nd of November 2026");
        assert_eq!(
            (number(&bytes, at + 20), number(&bytes, at + 24)),
            (contents.len(), contents.len())
        );
        let local = number(&bytes, at + 42);
        assert_eq!(&bytes[local..local + 4], b"PK\x03\x04");
        assert_eq!(bytes[local + 4..local + 30], bytes[at + 6..at + 32], "both say the same");
        let start = local + 30 + name.len();
        assert_eq!(&bytes[local + 30..start], name.as_bytes());
        assert_eq!(&bytes[start..start + contents.len()], contents.as_bytes());
        assert_eq!(&bytes[at + 46..at + 46 + name.len()], name.as_bytes());
        at += 46 + name.len();
    }
    assert_eq!(at, end);
}

#[test]
fn the_sum_is_the_one_that_everybody_takes() {
    let file = vec![("a".to_owned(), "123456789".to_owned())];
    let bytes = zip_archive::write(&file, Timestamp::from_millis(0)).unwrap();
    assert_eq!(number(&bytes, 14), 0xcbf4_3926, "the check value of CRC-32");
}

#[test]
fn what_was_written_is_read() {
    let bytes = archive();
    let read = zip_archive::read(&bytes).unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let read: Vec<_> = read.into_iter().map(|(name, bytes)| (name, text(bytes))).collect();
    assert_eq!(read, files());
    let commented = [bytes.as_slice(), b" a comment"].concat();
    assert_eq!(zip_archive::read(&commented).map(|it| it.len()), Some(3));
}

#[test]
fn a_damaged_archive_is_none_wherever_it_is_damaged() {
    let bytes = archive();
    for end in 0..bytes.len() - 22 {
        assert_eq!(zip_archive::read(&bytes[..end]), None, "cut at {end}");
    }
    for at in 0..bytes.len() {
        for change in [1, 0x80, 0xff] {
            let mut damaged = bytes.clone();
            damaged[at] ^= change;
            // A name may be another one; what is in the files is the same, or nothing is read.
            let Some(read) = zip_archive::read(&damaged) else { continue };
            let all = files();
            assert!(read.iter().all(|(_, it)| all.iter().any(|(_, text)| text.as_bytes() == *it)));
        }
    }
}

#[test]
fn an_archive_of_other_files_is_no_bundle() {
    let context = EventContext { millis: 0, entropy: 0 };
    let of = |name: &str| {
        zip_archive::write(&[(name.to_owned(), "{}".to_owned())], Timestamp::from_millis(0))
            .unwrap()
    };
    assert!(read_archive(&of("a.json"), context).is_some());
    for other in
        [of("a.txt"), zip_archive::write(&[], Timestamp::from_millis(0)).unwrap(), b"{}".to_vec()]
    {
        assert_eq!(read_archive(&other, context), None);
    }
    let mut packed = of("a.json");
    let directory = packed.len() - 22 - 46 - "a.json".len();
    packed[directory + 10] = 8;
    assert_eq!(read_archive(&packed, context), None, "what is packed is not read");
}
