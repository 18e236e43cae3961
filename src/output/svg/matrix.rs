//! A heat map of two axes: a cell for each pair of values, darker the larger its figure.

use std::collections::BTreeMap;

use askama::Template;

use super::{Px, STEPS, Words, drawn, step};

/// The content of a heat map.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    /// The names of rows and columns.
    pub corner: String,
    /// Values of the rows.
    pub rows: Vec<String>,
    /// Values of the columns.
    pub columns: Vec<String>,
    /// Figures and their words, row by row; `None` if there is none.
    pub cells: Vec<Vec<Option<(f64, String)>>>,
}

const START: f64 = 110.0;
const ABOVE: f64 = 50.0;
const CELL_WIDTH: f64 = 92.0;
const CELL_HEIGHT: f64 = 38.0;

#[derive(Template)]
#[template(path = "matrix.svg", config = "src/output/askama.toml")]
struct Drawing<'a> {
    words: &'a Words,
    width: Px,
    height: Px,
    start: Px,
    cell_width: Px,
    cell_height: Px,
    corner: &'a str,
    columns: Vec<(&'a str, Px)>,
    rows: Vec<(&'a str, Px)>,
    cells: Vec<Cell<'a>>,
}

struct Cell<'a> {
    x: Px,
    y: Px,
    middle: Px,
    text: Px,
    class: String,
    fill: &'static str,
    ink: &'static str,
    words: &'a str,
}

/// The heat map as an SVG element.
pub fn matrix(words: &Words, matrix: &Matrix) -> String {
    let known = || matrix.cells.iter().flatten().flatten().map(|(figure, _)| *figure);
    let (low, high) = (known().fold(f64::INFINITY, f64::min), known().fold(f64::NEG_INFINITY, f64::max));
    let share = |figure: f64| if high > low { (figure - low) / (high - low) } else { 0.5 };
    // Figures with the same text have the same colour, whatever their hidden decimals.
    let mut shown: BTreeMap<&str, f64> = BTreeMap::new();
    for (figure, words) in matrix.cells.iter().flatten().flatten() {
        shown.entry(words).and_modify(|least| *least = least.min(*figure)).or_insert(*figure);
    }
    let mut cells = Vec::new();
    for (row, figures) in matrix.cells.iter().enumerate() {
        for (column, cell) in figures.iter().enumerate() {
            let (x, y) = (START + column as f64 * CELL_WIDTH, ABOVE + row as f64 * CELL_HEIGHT);
            let step = cell.as_ref().map(|(_, words)| step(share(shown[words.as_str()])));
            cells.push(Cell {
                x: Px(x),
                y: Px(y),
                middle: Px(x + CELL_WIDTH / 2.0 - 1.5),
                text: Px(y + CELL_HEIGHT / 2.0 + 3.5),
                class: step.map_or("none".to_owned(), |step| format!("s{step}")),
                fill: step.map_or("#f4f2ec", |step| STEPS[step]),
                ink: if step.is_some_and(|step| step > 2) { "#ffffff" } else { "#1c2733" },
                words: cell.as_ref().map_or("–", |(_, words)| words.as_str()),
            });
        }
    }
    let column = |rank: usize| START + (rank as f64 + 0.5) * CELL_WIDTH;
    drawn(&Drawing {
        words,
        width: Px(START + matrix.columns.len() as f64 * CELL_WIDTH + 4.0),
        height: Px(ABOVE + matrix.rows.len() as f64 * CELL_HEIGHT + 4.0),
        start: Px(START),
        cell_width: Px(CELL_WIDTH - 3.0),
        cell_height: Px(CELL_HEIGHT - 3.0),
        corner: &matrix.corner,
        columns: matrix
            .columns
            .iter()
            .enumerate()
            .map(|(rank, label)| (label.as_str(), Px(column(rank))))
            .collect(),
        rows: matrix
            .rows
            .iter()
            .enumerate()
            .map(|(rank, label)| (label.as_str(), Px(ABOVE + (rank as f64 + 0.5) * CELL_HEIGHT)))
            .collect(),
        cells,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_read_alike_are_coloured_alike() {
        let cell = |figure: f64| Some((figure, format!("{figure:.0}")));
        // 65.6 and 66.4 are on either side of a border between two steps, and both read 66.
        let figures = [[65.0, 65.6, 66.4], [66.0, 67.0, 68.0]];
        let drawn = matrix(
            &Words { id: "m".into(), title: String::new(), description: String::new() },
            &Matrix {
                corner: String::new(),
                rows: vec!["a".into(), "b".into()],
                columns: vec!["1".into(), "2".into(), "3".into()],
                cells: figures.map(|row| row.map(cell).to_vec()).to_vec(),
            },
        );
        let class_of = |line: &str| line.split('"').nth(1).map(str::to_owned);
        let classes: Vec<_> =
            drawn.lines().filter(|line| line.ends_with(">66</text>")).map(class_of).collect();
        assert_eq!(classes.len(), 3, "{drawn}");
        assert!(classes.windows(2).all(|pair| pair[0] == pair[1]), "{classes:?}");
    }
}
