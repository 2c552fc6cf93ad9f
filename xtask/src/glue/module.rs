//! The names in a WebAssembly module by which it and its script find each other.
//!
//! The format is that of <https://webassembly.github.io/spec/core/binary/modules.html>.

use std::collections::BTreeMap;

/// The magic number and the version.
const HEADER: &[u8] = b"\0asm\x01\0\0\0";
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
/// The bit of a byte that says that the number goes on.
const MORE: u8 = 0x80;

/// The names of the imports and then of the exports, in the module's order; `None` when `module`
/// cannot be read.
pub(super) fn names(module: &[u8]) -> Option<Vec<String>> {
    let mut names = Vec::new();
    rewritten(module, &mut |name| {
        names.push(name.to_owned());
        name.to_owned()
    })?;
    Some(names)
}

/// The module with new names for those imports and exports that `new` has by their old name;
/// `None` when `module` cannot be read.
pub(super) fn renamed(module: &[u8], new: &BTreeMap<&str, String>) -> Option<Vec<u8>> {
    rewritten(module, &mut |name| new.get(name).cloned().unwrap_or_else(|| name.to_owned()))
}

/// What gives the name of an import or an export its new form.
type Rename<'a> = dyn FnMut(&str) -> String + 'a;

fn rewritten(module: &[u8], rename: &mut Rename) -> Option<Vec<u8>> {
    let mut input = Input(module.strip_prefix(HEADER)?);
    let mut out = HEADER.to_vec();
    while !input.0.is_empty() {
        let kind = input.byte()?;
        let section = input.bytes()?;
        out.push(kind);
        match kind {
            IMPORTS => write_bytes(&mut out, &imports(Input(section), rename)?)?,
            EXPORTS => write_bytes(&mut out, &exports(Input(section), rename)?)?,
            _ => write_bytes(&mut out, section)?,
        }
    }
    Some(out)
}

fn imports(mut input: Input, rename: &mut Rename) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let count = input.number()?;
    write_number(&mut out, count);
    for _ in 0..count {
        write_bytes(&mut out, input.bytes()?)?;
        write_bytes(&mut out, rename(input.name()?).as_bytes())?;
        out.extend(input.passed(Input::pass_kind_of_import)?);
    }
    input.0.is_empty().then_some(out)
}

fn exports(mut input: Input, rename: &mut Rename) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let count = input.number()?;
    write_number(&mut out, count);
    for _ in 0..count {
        write_bytes(&mut out, rename(input.name()?).as_bytes())?;
        out.push(input.byte()?);
        write_number(&mut out, input.number()?);
    }
    input.0.is_empty().then_some(out)
}

fn write_bytes(out: &mut Vec<u8>, bytes: &[u8]) -> Option<()> {
    write_number(out, u32::try_from(bytes.len()).ok()?);
    out.extend(bytes);
    Some(())
}

/// Writes seven bits a byte, the lowest first.
fn write_number(out: &mut Vec<u8>, mut number: u32) {
    loop {
        let [low, ..] = number.to_le_bytes();
        number >>= 7;
        if number == 0 {
            out.push(low & !MORE);
            return;
        }
        out.push(low | MORE);
    }
}

/// What is still to be read.
struct Input<'a>(&'a [u8]);

impl<'a> Input<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in (0..u32::BITS).step_by(7) {
            let byte = self.byte()?;
            let bits = u32::from(byte & !MORE);
            let placed = bits << shift;
            if placed >> shift != bits {
                return None;
            }
            number |= placed;
            if byte & MORE == 0 {
                return Some(number);
            }
        }
        None
    }

    /// Bytes that stand after their number.
    fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    fn name(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    /// The bytes that `pass` goes over.
    fn passed(&mut self, pass: impl FnOnce(&mut Self) -> Option<()>) -> Option<&'a [u8]> {
        let before = self.0;
        pass(self)?;
        before.get(..before.len().checked_sub(self.0.len())?)
    }

    /// Functions, tables, memories, globals and tags; nothing else can be imported.
    fn pass_kind_of_import(&mut self) -> Option<()> {
        match self.byte()? {
            0 => self.pass_number(),
            1 => {
                self.pass_type()?;
                self.pass_limits()
            }
            2 => self.pass_limits(),
            3 => {
                self.pass_type()?;
                self.byte().map(drop)
            }
            4 => {
                self.byte()?;
                self.pass_number()
            }
            _ => None,
        }
    }

    /// A number of any size.
    fn pass_number(&mut self) -> Option<()> {
        while self.byte()? & MORE != 0 {}
        Some(())
    }

    /// One byte, after two of them with the number of the type referred to.
    fn pass_type(&mut self) -> Option<()> {
        match self.byte()? {
            0x63 | 0x64 => self.pass_number(),
            _ => Some(()),
        }
    }

    fn pass_limits(&mut self) -> Option<()> {
        let kind = self.byte()?;
        self.pass_number()?;
        match kind {
            // Bit 0: there is an upper limit; 1: shared; 2: of 64 bits.
            0..8 if kind & 1 == 1 => self.pass_number(),
            0..8 => Some(()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{HEADER, names, renamed};
    use std::collections::BTreeMap;

    /// A section of fewer than 128 bytes.
    fn section(kind: u8, content: &[u8]) -> Vec<u8> {
        [&[kind, u8::try_from(content.len()).unwrap()], content].concat()
    }

    fn module(sections: &[Vec<u8>]) -> Vec<u8> {
        [HEADER, &sections.concat()].concat()
    }

    #[track_caller]
    fn check(module: &[u8], expected: Option<&[u8]>) {
        let new = BTreeMap::from([("long", "_0".to_owned()), ("grows", "g".repeat(200))]);
        assert_eq!(renamed(module, &new).as_deref(), expected);
    }

    #[test]
    fn each_kind_of_import_is_passed_over() {
        let before = b"\x06\x01m\x04long\x00\x85\x01\x01m\x04long\x01\x63\x70\x01\x00\x80\x02\
            \x01m\x01a\x02\x00\x11\x01m\x04long\x03\x7f\x01\x01m\x01b\x04\x00\x02\
            \x01m\x04long\x02\x07\x11\x80\x80\x04";
        let after = b"\x06\x01m\x02_0\x00\x85\x01\x01m\x02_0\x01\x63\x70\x01\x00\x80\x02\
            \x01m\x01a\x02\x00\x11\x01m\x02_0\x03\x7f\x01\x01m\x01b\x04\x00\x02\
            \x01m\x02_0\x02\x07\x11\x80\x80\x04";
        check(&module(&[section(2, before)]), Some(&module(&[section(2, after)])));
    }

    #[test]
    fn other_sections_keep_their_bytes() {
        let rest = [section(1, b"\x04long"), section(0, b"\x04name\x04long"), section(10, b"")];
        let before = [section(7, b"\x02\x04long\x00\x02\x06memory\x02\x00")];
        let after = [section(7, b"\x02\x02_0\x00\x02\x06memory\x02\x00")];
        check(
            &module(&[rest.as_slice(), &before].concat()),
            Some(&module(&[rest.as_slice(), &after].concat())),
        );
    }

    #[test]
    fn lengths_grow_with_their_names() {
        let after = [b"\x07\xcd\x01\x01\xc8\x01".as_slice(), &[b'g'; 200], b"\x00\x02"].concat();
        check(&module(&[section(7, b"\x01\x05grows\x00\x02")]), Some(&module(&[after])));
    }

    #[test]
    fn names_come_in_the_order_of_the_module() {
        let sections = [
            section(2, b"\x02\x01m\x01b\x00\x00\x01m\x01a\x00\x01"),
            section(7, b"\x01\x01c\x00\x02"),
        ];
        assert_eq!(names(&module(&sections)).unwrap(), ["b", "a", "c"]);
    }

    #[test]
    fn what_is_no_module_is_not_read() {
        check(b"\0asm\x02\0\0\0", None);
        check(&module(&[vec![7, 9, 1]]), None);
        for exports in [b"\x01\x05long\x00".as_slice(), b"\x01\x01\xff\x00\x00", b"\x00\x00", b""] {
            check(&module(&[section(7, exports)]), None);
        }
        for imports in [b"\x01\x01m\x04long\x05\x00".as_slice(), b"\x01\x01m\x04long\x02\x08\x00"] {
            check(&module(&[section(2, imports)]), None);
        }
        check(&module(&[vec![1, 0xff, 0xff, 0xff, 0xff, 0x1f]]), None);
    }
}
