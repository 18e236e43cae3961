//! Aligned lines of a summary.

/// The alignment of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the left edge.
    Left,
    /// At the right edge, as figures.
    Right,
}

/// Rows as lines, each indented by two spaces, with two spaces between columns. The last column is not padded.
pub fn aligned<const N: usize>(rows: &[[String; N]], aligns: [Align; N]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..N).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let padding = " ".repeat(widths[column] - cell.chars().count());
            line.push_str("  ");
            match aligns[column] {
                Align::Left => line.extend([cell.as_str(), padding.as_str()]),
                Align::Right => line.extend([padding.as_str(), cell.as_str()]),
            }
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// The number of lines of a text wrapped at `width` characters; words are not split.
pub fn wrapped_lines(text: &str, width: usize) -> usize {
    let of_line = |line: &str| {
        let (mut n_lines, mut taken) = (1, 0);
        for word in line.split(' ') {
            let length = word.chars().count();
            if taken > 0 && taken + 1 + length > width {
                (n_lines, taken) = (n_lines + 1, length);
            } else {
                taken += length + usize::from(taken > 0);
            }
        }
        n_lines
    };
    text.lines().map(of_line).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_count_as_one() {
        let rows = [["Été".to_owned(), "1".to_owned()], ["Hiver".to_owned(), "12".to_owned()]];
        assert_eq!(aligned(&rows, [Align::Left, Align::Right]), "  Été     1\n  Hiver  12\n");
    }

    #[test]
    fn words_are_wrapped_whole() {
        assert_eq!(wrapped_lines("mardi 14h, jeudi 14h", 20), 1);
        assert_eq!(wrapped_lines("mardi 14h, jeudi 14h", 19), 2);
        assert_eq!(wrapped_lines("a\nb c d", 3), 3);
        assert_eq!(wrapped_lines("", 3), 0);
    }
}
