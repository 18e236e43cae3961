//! Encodings of texts, so that a text can be written back in its own.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The encoding of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// UTF-8, with or without a byte-order mark.
    Utf8 {
        /// Whether the mark is there.
        has_mark: bool,
    },
    /// UTF-16 with a byte-order mark, little or big endian.
    Utf16 {
        /// Whether it is little endian.
        is_little: bool,
    },
    /// The encoding of older spreadsheets.
    Windows1252,
}

/// The text of bytes that were accepted as a text before, and its encoding.
pub(super) fn decoded(bytes: &[u8]) -> (String, Form) {
    match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => {
            let text = encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned();
            let form = match encoding {
                it if it == UTF_16LE => Form::Utf16 { is_little: true },
                it if it == UTF_16BE => Form::Utf16 { is_little: false },
                _ => Form::Utf8 { has_mark: true },
            };
            (text, form)
        }
        None => match std::str::from_utf8(bytes) {
            Ok(text) => (text.to_owned(), Form::Utf8 { has_mark: false }),
            Err(_) => (WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(), Form::Windows1252),
        },
    }
}

/// The bytes of a text. A text in Windows-1252 that gained letters outside it becomes UTF-8 with a byte-order mark,
/// which spreadsheets recognise.
pub(super) fn encoded(text: &str, form: Form) -> Vec<u8> {
    const MARK: &str = "\u{feff}";
    match form {
        Form::Utf8 { has_mark } => [if has_mark { MARK } else { "" }, text].concat().into_bytes(),
        Form::Utf16 { is_little } => {
            let units = MARK.encode_utf16().chain(text.encode_utf16());
            units.flat_map(|unit| if is_little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
        }
        Form::Windows1252 => match WINDOWS_1252.encode(text) {
            (bytes, _, false) => bytes.into_owned(),
            (_, _, true) => encoded(text, Form::Utf8 { has_mark: true }),
        },
    }
}

/// The bytes of a text that replaces another: with the encoding and the line ends of the other.
pub(crate) fn in_place_of(before: &[u8], text: &str) -> Vec<u8> {
    let (old, form) = decoded(before);
    encoded(&with_line_feeds(text).replace('\n', line_end(&old)), form)
}

/// A text with its line ends, of any kind, replaced by line feeds.
pub(super) fn with_line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// The line end of a text.
pub(super) fn line_end(text: &str) -> &'static str {
    match text.find(['\r', '\n']) {
        Some(at) if text[at..].starts_with("\r\n") => "\r\n",
        Some(at) if text[at..].starts_with('\r') && !text.contains('\n') => "\r",
        _ => "\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_written_as_it_was_read() {
        let utf16 = |little: bool| encoded("Été\r\n", Form::Utf16 { is_little: little });
        let texts = [
            "\u{feff}Été\r\n".as_bytes().to_vec(),
            "Été\n".as_bytes().to_vec(),
            b"\xc9t\xe9;\x80\r".to_vec(),
            utf16(true),
            utf16(false),
        ];
        for bytes in texts {
            let (text, form) = decoded(&bytes);
            assert!(text.starts_with("Été"), "{text}");
            assert_eq!(encoded(&text, form), bytes);
        }
    }

    #[test]
    fn letters_that_an_old_encoding_lacks_make_it_a_new_one() {
        let (text, form) = decoded(b"\xc9t\xe9");
        assert_eq!(encoded(&(text + " ł"), form), "\u{feff}Été ł".as_bytes());
    }
}
