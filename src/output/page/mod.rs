//! Self-contained pages: one HTML file that opens from a USB stick, with its style and its little script inside.
//!
//! A [`Page`] is a title, headline figures and sections; a section holds drawings ([`svg`](super::svg)) and tables
//! ([`table`]). A policy in the page's head forbids every request, so that no data can leave it. Without scripts all of
//! it can be read; with them tables can be sorted and downloaded, and the map reacts to clicks. Colours follow the
//! reader's scheme, and a print style omits what paper cannot do.
//!
//! The page knows neither plan nor comparison: its content comes from its callers, worded by the catalogue.

use std::fmt::Write as _;

use askama::Template;

use super::grid::Grid;
use super::svg::drawn;
use crate::messages::{Lang, Messages};

/// A headline figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    /// The figure, in words.
    pub figure: String,
    /// What it counts.
    pub label: String,
    /// What puts it into proportion; may be empty.
    pub detail: String,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its anchor, unique in the page.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What it shows, in a sentence or two; may be empty.
    pub lead: String,
    /// Drawings and tables: HTML, made by the functions of this module and of [`svg`](super::svg).
    pub body: String,
}

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Title, in the window and at the top.
    pub title: String,
    /// A line under the title; may be empty.
    pub subtitle: String,
    /// A warning at the top that the reader must not miss (for example, that data is invented); may be empty.
    pub notice: String,
    /// Figures at the top.
    pub headlines: Vec<Headline>,
    /// Parts.
    pub sections: Vec<Section>,
    /// A last line; may be empty.
    pub footer: String,
}

#[derive(Template)]
#[template(path = "page.html", config = "src/output/askama.toml")]
struct Shell<'a> {
    lang: &'static str,
    page: &'a Page,
    words: ShellWords,
    style: &'static str,
    script: &'static str,
}

struct ShellWords {
    skip: String,
    contents: String,
    sort: String,
    download: String,
}

/// The page as a file.
pub fn page(page: &Page, messages: &Messages) -> Vec<u8> {
    let text = |key: &str| messages.text(key, &[]);
    let shell = Shell {
        lang: match messages.lang {
            Lang::Fr => "fr",
            Lang::En => "en",
        },
        page,
        words: ShellWords {
            skip: text("page-skip"),
            contents: text("page-contents"),
            sort: text("page-sort"),
            download: text("page-download"),
        },
        style: include_str!("style.css"),
        script: include_str!("script.js"),
    };
    drawn(&shell).into_bytes()
}

#[derive(Template)]
#[template(path = "table.html", config = "src/output/askama.toml")]
struct Sheet<'a> {
    id: &'a str,
    file: &'a str,
    lang: Lang,
    title: &'a str,
    is_wide: bool,
    heads: Vec<Head<'a>>,
    rows: Vec<Vec<Shown>>,
    total: Vec<Shown>,
}

struct Head<'a> {
    title: &'a str,
    is_figure: bool,
}

struct Shown {
    text: String,
    key: String,
    is_figure: bool,
}

impl Sheet<'_> {
    /// The field separator of a downloaded table, as spreadsheets of the language expect it.
    fn delimiter(&self) -> &'static str {
        match self.lang {
            Lang::Fr => ";",
            Lang::En => ",",
        }
    }
}

/// Columns of the widest table that fits between the margins of a page, on a screen and on portrait paper.
const NARROW: usize = 9;

/// A table that can be sorted and downloaded as `<file>.csv`; `id` is unique in the page.
pub fn table(id: &str, file: &str, grid: &Grid, messages: &Messages) -> String {
    let shown = |value: &super::grid::Value| Shown {
        text: value.shown(messages),
        key: value.sort_key(),
        is_figure: value.is_figure(),
    };
    let is_figure = |column: usize| {
        let mut cells = grid.rows.iter().map(|row| &row[column]);
        cells.any(super::grid::Value::is_figure)
    };
    let heads = grid.columns.iter().enumerate();
    let sheet = Sheet {
        id,
        file,
        lang: messages.lang,
        title: &grid.title,
        is_wide: grid.columns.len() > NARROW,
        heads: heads
            .map(|(number, column)| Head { title: &column.title, is_figure: is_figure(number) })
            .collect(),
        rows: grid.rows.iter().map(|row| row.iter().map(shown).collect()).collect(),
        total: grid.total.iter().flatten().map(shown).collect(),
    };
    drawn(&sheet)
}

#[derive(Template)]
#[template(
    source = r#"<figure><div class="scroll{% if is_wide %} wide{% endif %}"{% if is_wide %} tabindex="0" role="group" aria-label="{{ caption }}"{% endif %}>{{ drawing|safe }}</div><figcaption>{{ caption }}</figcaption></figure>"#,
    ext = "html"
)]
struct Figure<'a> {
    drawing: &'a str,
    caption: &'a str,
    is_wide: bool,
}

/// A drawing with its caption; a wide one scrolls on a narrow screen instead of becoming too small to read.
pub fn figure(drawing: &str, caption: &str, is_wide: bool) -> String {
    drawn(&Figure { drawing, caption, is_wide })
}

#[derive(Template)]
#[template(source = "<p>{{ text }}</p>", ext = "html")]
struct Paragraph<'a> {
    text: &'a str,
}

/// A paragraph.
pub fn paragraph(text: &str) -> String {
    drawn(&Paragraph { text })
}

#[derive(Template)]
#[template(source = "<ul>{% for line in lines %}<li>{{ line }}</li>{% endfor %}</ul>", ext = "html")]
struct Lines<'a> {
    lines: &'a [String],
}

/// A list.
pub fn list(lines: &[String]) -> String {
    drawn(&Lines { lines })
}

/// Content that is collapsed until the reader opens it: long tables. `body` is HTML made by this module.
pub fn folded(summary: &str, body: &str) -> String {
    drawn(&Folded { summary, body })
}

#[derive(Template)]
#[template(source = "<details><summary>{{ summary }}</summary>{{ body|safe }}</details>", ext = "html")]
struct Folded<'a> {
    summary: &'a str,
    body: &'a str,
}

/// The legend of shades: a swatch for each step with its words.
pub fn key(entries: &[(String, String)]) -> String {
    let mut list = String::from("<ul class=\"key\">");
    for (class, words) in entries {
        let entry = drawn(&Entry { class, words });
        let _ = write!(list, "{entry}");
    }
    list + "</ul>"
}

#[derive(Template)]
#[template(
    source = r#"<li><svg class="swatch" viewBox="0 0 14 14" aria-hidden="true"><rect class="{{ class }}" width="14" height="14" rx="2"/></svg> {{ words }}</li>"#,
    ext = "html"
)]
struct Entry<'a> {
    class: &'a str,
    words: &'a str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_worded_can_become_markup() {
        let hostile = "<script>alert(1)</script>";
        let messages = Messages::new(Lang::Fr);
        let grid = Grid {
            title: hostile.to_owned(),
            columns: vec![super::super::grid::Column { title: hostile.to_owned(), width: 9.0 }],
            rows: vec![vec![hostile.into()]],
            total: Some(vec![hostile.into()]),
        };
        let body = table("t", "t", &grid, &messages)
            + &paragraph(hostile)
            + &list(&[hostile.to_owned()])
            + &figure("", hostile, true)
            + &folded(hostile, "")
            + &key(&[(hostile.to_owned(), hostile.to_owned())]);
        let section = Section { id: hostile.into(), title: hostile.into(), lead: hostile.into(), body };
        let headline = Headline { figure: hostile.into(), label: hostile.into(), detail: hostile.into() };
        let whole = Page {
            title: hostile.into(),
            subtitle: hostile.into(),
            notice: hostile.into(),
            headlines: vec![headline],
            sections: vec![section],
            footer: hostile.into(),
        };
        let html = String::from_utf8(page(&whole, &messages)).expect("UTF-8");
        assert!(!html.contains("<script>alert"), "{html}");
        assert_eq!(html.matches("<script>").count(), 1, "the page's own");
    }

    #[test]
    fn wide_tables_get_the_whole_window_and_paper_on_its_side() {
        let messages = Messages::new(Lang::Fr);
        let grid = |n_columns: usize| Grid {
            title: String::new(),
            columns: vec![super::super::grid::Column { title: String::new(), width: 9.0 }; n_columns],
            rows: Vec::new(),
            total: None,
        };
        assert!(table("t", "t", &grid(NARROW + 1), &messages).contains("wide-table"));
        assert!(!table("t", "t", &grid(NARROW), &messages).contains("wide-table"));
        let style = include_str!("style.css");
        assert!(style.contains("section:has(.wide-table) { page: wide; }") && style.contains("@page wide"));
        // Otherwise a name in a narrow column is written one letter a line.
        assert!(style.lines().filter(|line| line.contains("anywhere")).all(|line| line.starts_with("h1")));
    }

    #[test]
    fn nothing_leaves_the_page() {
        let html = String::from_utf8(page(&Page::blank(), &Messages::new(Lang::En))).expect("UTF-8");
        assert!(html.contains("default-src 'none'"));
        for word in ["src=", "href=\"http", "url(", "@import", "fetch(", "XMLHttpRequest"] {
            assert!(!html.contains(word), "{word}");
        }
    }

    impl Page {
        fn blank() -> Self {
            Self {
                title: String::new(),
                subtitle: String::new(),
                notice: String::new(),
                headlines: Vec::new(),
                sections: Vec::new(),
                footer: String::new(),
            }
        }
    }
}
