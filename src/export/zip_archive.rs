//! Writes and reads ZIP archives without compression, which hand on many files as one.
//!
//! The format follows PKWARE, .ZIP File Format Specification 6.3.10, without its extensions for
//! large archives.

use crate::time::Timestamp;

/// The signature of the header before the bytes of an entry.
const LOCAL: u32 = 0x0403_4b50;
/// The signature of an entry of the directory at the end.
const CENTRAL: u32 = 0x0201_4b50;
/// The signature of the record that holds the place of the directory.
const END: u32 = 0x0605_4b50;
/// The length of an entry of the directory before its name, in bytes.
const CENTRAL_BYTES: usize = 46;
/// The length of the header of a file before its name, in bytes.
const LOCAL_BYTES: usize = 30;
/// The length of the record at the end without a comment, in bytes.
const END_BYTES: usize = 22;
/// The flag for names in UTF-8.
const UTF8_NAMES: u16 = 1 << 11;
/// The flag for an encrypted entry.
const ENCRYPTED: u16 = 1;
/// The version of the format that a reader needs: 2.0.
const VERSION: u16 = 20;

/// Writes files, as pairs of name and text, to an archive with the time `made`; `None` if one of
/// the sizes, in bytes, or the number of files is too large for the format.
pub fn write(files: &[(String, String)], made: Timestamp) -> Option<Vec<u8>> {
    let count = u16::try_from(files.len()).ok().filter(|count| *count < u16::MAX)?;
    let (clock, day) = dos_time(made);
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, contents) in files {
        let start = size(archive.len())?;
        let bytes = size(contents.len())?;
        let name_bytes = u16::try_from(name.len()).ok()?;
        // The header before the file and its entry in the directory share these fields.
        let mut common = Vec::new();
        for word in [VERSION, UTF8_NAMES, 0, clock, day] {
            common.extend(word.to_le_bytes());
        }
        for number in [crc(contents.as_bytes()), bytes, bytes] {
            common.extend(number.to_le_bytes());
        }
        common.extend(name_bytes.to_le_bytes());
        common.extend([0; 2]);
        archive.extend(LOCAL.to_le_bytes());
        archive.extend(&common);
        archive.extend(name.as_bytes());
        archive.extend(contents.as_bytes());
        directory.extend(CENTRAL.to_le_bytes());
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (start, bytes) = (size(archive.len())?, size(directory.len())?);
    archive.extend(directory);
    archive.extend(END.to_le_bytes());
    archive.extend([0; 4]);
    archive.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    archive.extend([bytes.to_le_bytes(), start.to_le_bytes()].concat());
    archive.extend([0; 2]);
    Some(archive)
}

/// Returns a size in bytes or an offset in the archive as the format stores it; `None` if it is too
/// large. The greatest number of 32 bits is too large as well: the format refers a reader elsewhere
/// by it.
fn size(bytes: usize) -> Option<u32> {
    u32::try_from(bytes).ok().filter(|bytes| *bytes < u32::MAX)
}

/// Returns the names and the bytes of the files in an archive, in its order, without its folders;
/// `None` if it is damaged, or if one of the files is compressed or encrypted.
pub fn read(archive: &[u8]) -> Option<Vec<(String, &[u8])>> {
    let end = (0..=archive.len().checked_sub(END_BYTES)?)
        .rev()
        .take(END_BYTES + usize::from(u16::MAX))
        .find(|at| u32_at(archive, *at) == Some(END))?;
    let mut at = usize::try_from(u32_at(archive, end + 16)?).ok()?;
    let mut files = Vec::new();
    for _ in 0..u16_at(archive, end + 10)? {
        (u32_at(archive, at)? == CENTRAL).then_some(())?;
        let lengths =
            [u16_at(archive, at + 28)?, u16_at(archive, at + 30)?, u16_at(archive, at + 32)?];
        let [name_bytes, extra, comment] = lengths.map(usize::from);
        let name = archive.get(at + CENTRAL_BYTES..at + CENTRAL_BYTES + name_bytes)?;
        if !name.ends_with(b"/") {
            files.push((String::from_utf8_lossy(name).into_owned(), stored(archive, at)?));
        }
        at += CENTRAL_BYTES + name_bytes + extra + comment;
    }
    Some(files)
}

/// Returns the bytes of the file whose directory entry is at offset `entry`; `None` if they are
/// compressed, encrypted or damaged.
fn stored(archive: &[u8], entry: usize) -> Option<&[u8]> {
    let is_stored =
        u16_at(archive, entry + 8)? & ENCRYPTED == 0 && u16_at(archive, entry + 10)? == 0;
    is_stored.then_some(())?;
    let bytes = usize::try_from(u32_at(archive, entry + 24)?).ok()?;
    let header = usize::try_from(u32_at(archive, entry + 42)?).ok()?;
    (u32_at(archive, header)? == LOCAL).then_some(())?;
    let [name, extra] = [u16_at(archive, header + 26)?, u16_at(archive, header + 28)?];
    let start = header + LOCAL_BYTES + usize::from(name) + usize::from(extra);
    let file = archive.get(start..start.checked_add(bytes)?)?;
    (crc(file) == u32_at(archive, entry + 16)?).then_some(file)
}

/// Reads a little-endian number of 16 bits at a byte offset.
fn u16_at(archive: &[u8], at: usize) -> Option<u16> {
    archive.get(at..)?.first_chunk().map(|bytes| u16::from_le_bytes(*bytes))
}

/// Reads a little-endian number of 32 bits at a byte offset.
fn u32_at(archive: &[u8], at: usize) -> Option<u32> {
    archive.get(at..)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
}

/// Returns the cyclic redundancy check of 32 bits, as in ISO 3309.
fn crc(bytes: &[u8]) -> u32 {
    let row = |of: u32| {
        (0..8).fold(of, |sum, _| if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 })
    };
    let table: Vec<u32> = (0..256).map(row).collect();
    let sum = bytes.iter().fold(u32::MAX, |sum, byte| {
        let [low, ..] = sum.to_le_bytes();
        table.get(usize::from(low ^ byte)).copied().unwrap_or_default() ^ (sum >> 8)
    });
    !sum
}

/// Returns a time as the format stores it: the time of day in steps of two seconds, and the date
/// with its years counted from 1980.
fn dos_time(timestamp: Timestamp) -> (u16, u16) {
    let [year, month, day, hour, minute, second] = timestamp.fields();
    let clock = (hour << 11) | (minute << 5) | (second / 2);
    (clock, (year.saturating_sub(1980).min(127) << 9) | (month << 5) | day)
}
