//! Makes names for files and identifiers from any text, in lower-case ASCII letters, digits and
//! hyphens.

/// Returns the ASCII letters and digits of `text` in lower case, words joined by `-`, at most
/// `longest` characters. The function cuts between words, and inside the first word if that alone
/// is too long.
///
/// `None` if nothing is left.
pub fn slug(text: &str, longest: usize) -> Option<String> {
    let mut slug = String::new();
    let lower = text.to_ascii_lowercase();
    for word in lower.split(|it: char| !it.is_ascii_alphanumeric()).filter(|it| !it.is_empty()) {
        let joint = usize::from(!slug.is_empty());
        if slug.len() + joint + word.len() > longest {
            if slug.is_empty() {
                slug.extend(word.chars().take(longest));
            }
            break;
        }
        if joint == 1 {
            slug.push('-');
        }
        slug.push_str(word);
    }
    (!slug.is_empty()).then_some(slug)
}
