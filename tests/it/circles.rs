//! No circular imports between files: a reader of a file can first read what it needs.
//!
//! An edge leads from a file to each file whose items it names, by `use` or by a path in the code. A re-export is
//! followed to the file that declares the item; re-exporting an item of a submodule is not a dependency on it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use petgraph::algo::tarjan_scc;
use petgraph::graph::DiGraph;

/// A module's path from the crate's root.
type Module = Vec<String>;

/// A path as written in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Mention {
    /// The module from which it starts.
    base: Module,
    /// Its words from there.
    words: Vec<String>,
    is_reexport: bool,
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let crate_ = Crate::read();
    assert!(crate_.mentions.len() > 200, "the sources were not read");
    let shown: Vec<String> = crate_.circles().iter().map(|circle| circle.join(" ↔ ")).collect();
    assert!(shown.is_empty(), "files in a circle:\n{}", shown.join("\n"));
}

#[test]
fn a_circle_is_found_through_groups_reexports_and_paths_in_the_code() {
    let of = |files: &[(&str, &str)]| {
        let parsed = files.iter().map(|(module, text)| (split(module), (*text).to_owned())).collect();
        Crate::parse(&parsed).circles()
    };
    assert_eq!(of(&[("a", "use crate::b::{self, C};"), ("b", "fn f() { crate::a::g() }")]), [["a", "b"]]);
    assert_eq!(of(&[("a", "mod x;\nuse x::X;"), ("a::x", "use super::Y;")]), [["a", "a::x"]]);
    let through =
        [("a", "mod x;\nmod y;\npub use x::X;"), ("a::x", "use super::y::Y;"), ("a::y", "use crate::a::X;")];
    assert_eq!(of(&through), [["a::x", "a::y"]]);
    let none = [
        ("a", "mod x;\npub use x::X;"),
        ("b", "use crate::a::X;"),
        ("a::x", "// use crate::b::B;\nuse std::fs;"),
    ];
    assert_eq!(of(&none), Vec::<Vec<String>>::new());
}

/// An import for types only is a circle for readers as well.
#[test]
fn no_files_of_the_peers_import_each_other_in_a_circle() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers");
    let entries = std::fs::read_dir(&folder).expect("the peers").flatten();
    let files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    let is_python = |path: &&PathBuf| path.extension().is_some_and(|kind| kind == "py");
    let name = |path: &PathBuf| path.file_stem().expect("a name").to_string_lossy().into_owned();
    let names: Vec<String> = files.iter().filter(is_python).map(name).collect();
    let mut graph = DiGraph::<&str, ()>::new();
    let nodes: BTreeMap<&str, _> =
        names.iter().map(|name| (name.as_str(), graph.add_node(name.as_str()))).collect();
    for name in &names {
        let text = std::fs::read_to_string(folder.join(format!("{name}.py"))).expect("a file");
        let imported = text.lines().filter_map(|line| {
            let line = line.trim();
            line.strip_prefix("from ").or(line.strip_prefix("import "))?.split_whitespace().next()
        });
        for other in imported.filter_map(|other| nodes.get(other)) {
            graph.add_edge(nodes[name.as_str()], *other, ());
        }
    }
    assert!(graph.edge_count() > 20, "the peers were not read");
    let circles = tarjan_scc(&graph).into_iter().filter(|nodes| nodes.len() > 1);
    let shown: Vec<String> = circles
        .map(|nodes| nodes.into_iter().map(|node| graph[node]).collect::<Vec<_>>().join(" ↔ "))
        .collect();
    assert!(shown.is_empty(), "files in a circle:\n{}", shown.join("\n"));
}

fn split(path: &str) -> Module {
    path.split("::").filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Every file with the paths that it mentions.
struct Crate {
    mentions: BTreeMap<Module, Vec<Mention>>,
}

impl Crate {
    fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut files = BTreeMap::new();
        visit(&root, &mut |path| {
            let relative = path.strip_prefix(&root).expect("it lies below the root").with_extension("");
            let words = relative.iter().map(|word| word.to_string_lossy().into_owned());
            let module: Module = words.filter(|word| word != "mod" && word != "lib").collect();
            let is_test = module.last().is_some_and(|name| name == "tests");
            if !is_test && module != ["main"] {
                files.insert(module, std::fs::read_to_string(path).expect("a source file can be read"));
            }
        });
        Self::parse(&files)
    }

    fn parse(files: &BTreeMap<Module, String>) -> Self {
        let mentions = files.iter().map(|(module, text)| {
            let found = paths(text).into_iter().filter_map(|(path, is_reexport)| {
                let (base, words) = anchored(module, &path, files)?;
                Some(Mention { base, words, is_reexport })
            });
            (module.clone(), found.collect())
        });
        Self { mentions: mentions.collect() }
    }

    /// The file that declares what a path names.
    fn declaring(&self, base: &Module, words: &[String], depth: usize) -> Module {
        let mut module = base.clone();
        let mut rest = words;
        while let [first, others @ ..] = rest {
            module.push(first.clone());
            if !self.mentions.contains_key(&module) {
                module.pop();
                break;
            }
            rest = others;
        }
        let Some(name) = rest.first().filter(|_| depth < 8) else { return module };
        let reexport = |mention: &&Mention| mention.is_reexport && mention.words.last() == Some(name);
        let through = self.mentions.get(&module).and_then(|mentions| mentions.iter().find(reexport));
        through.map_or(module, |mention| {
            let words: Vec<String> = mention.words.iter().chain(&rest[1..]).cloned().collect();
            self.declaring(&mention.base, &words, depth + 1)
        })
    }

    /// Files that need each other, each circle sorted.
    fn circles(&self) -> Vec<Vec<String>> {
        let mut graph = DiGraph::<String, ()>::new();
        let nodes: BTreeMap<&Module, _> =
            self.mentions.keys().map(|module| (module, graph.add_node(module.join("::")))).collect();
        for (module, mentions) in &self.mentions {
            for mention in mentions {
                let target = self.declaring(&mention.base, &mention.words, 0);
                let is_below = mention.is_reexport && target.starts_with(module);
                if let Some(&node) = nodes.get(&target).filter(|_| target != *module && !is_below) {
                    graph.update_edge(nodes[module], node, ());
                }
            }
        }
        let several = tarjan_scc(&graph).into_iter().filter(|circle| circle.len() > 1);
        let mut circles: Vec<Vec<String>> = several
            .map(|circle| {
                let mut names: Vec<String> = circle.into_iter().map(|node| graph[node].clone()).collect();
                names.sort();
                names
            })
            .collect();
        circles.sort();
        circles
    }
}

/// The module from which a path starts, and its words from there; `None` for other crates.
fn anchored(module: &Module, path: &str, files: &BTreeMap<Module, String>) -> Option<(Module, Vec<String>)> {
    let mut words = split(path);
    let mut base = module.clone();
    match words.first()?.as_str() {
        "crate" => base.clear(),
        "self" | "super" => {}
        child => {
            base.push(child.to_owned());
            let is_ours = files.contains_key(&base);
            base.pop();
            return is_ours.then_some((base, words));
        }
    }
    if words[0] != "super" {
        words.remove(0);
    }
    while words.first().is_some_and(|word| word == "super") {
        base.pop();
        words.remove(0);
    }
    Some((base, words))
}

/// Every path of a text before its unit tests, and whether it is re-exported.
fn paths(text: &str) -> Vec<(String, bool)> {
    let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let lines = text.lines().map(|line| line.split("//").next().unwrap_or_default());
    let code = lines.collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    let mut rest = String::new();
    for statement in code.split_inclusive(';') {
        match use_of(statement) {
            Some((tree, is_reexport)) => {
                found.extend(expanded(&tree).into_iter().map(|path| (path, is_reexport)));
            }
            None => rest.push_str(statement),
        }
    }
    for root in ["crate::", "super::", "self::"] {
        for (at, _) in rest.match_indices(root) {
            let is_whole =
                !rest[..at].ends_with(|before: char| before.is_alphanumeric() || ":_$".contains(before));
            let path: String = rest[at..]
                .chars()
                .take_while(|&next| next.is_alphanumeric() || ":_".contains(next))
                .collect();
            found.extend(is_whole.then_some((path.trim_end_matches(':').to_owned(), false)));
        }
    }
    found
}

/// The tree of a `use` that ends a statement's text, and whether it is public.
fn use_of(statement: &str) -> Option<(String, bool)> {
    let lines: Vec<&str> = statement.lines().collect();
    let first = lines.iter().position(|line| {
        let line = line.trim_start();
        line.starts_with("use ") || (line.starts_with("pub") && line.contains(" use "))
    })?;
    let whole = lines[first..].join(" ");
    let (before, tree) = whole.split_once("use ")?;
    Some((tree.trim().trim_end_matches(';').to_owned(), before.trim_start().starts_with("pub")))
}

/// The paths of a tree of imports: `a::{self, b::C}` is `a` and `a::b::C`.
fn expanded(tree: &str) -> Vec<String> {
    let Some((before, within)) = tree.split_once('{') else {
        return vec![tree.split(" as ").next().unwrap_or_default().trim().to_owned()];
    };
    let before = before.trim();
    let within = within.trim_end().strip_suffix('}').unwrap_or(within);
    let (mut depth, mut item, mut items) = (0, String::new(), Vec::new());
    for character in within.chars() {
        depth += i32::from(character == '{') - i32::from(character == '}');
        if character == ',' && depth == 0 {
            items.push(std::mem::take(&mut item));
        } else {
            item.push(character);
        }
    }
    items.push(item);
    let paths = items.iter().filter(|item| !item.trim().is_empty()).flat_map(|item| expanded(item.trim()));
    let joined = |path: String| {
        if path == "self" { before.trim_end_matches(':').to_owned() } else { format!("{before}{path}") }
    };
    paths.map(joined).collect()
}

fn visit(folder: &Path, seen: &mut impl FnMut(&PathBuf)) {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let paths: BTreeSet<PathBuf> =
        entries.map(|entry| entry.expect("a folder can be listed").path()).collect();
    for path in paths {
        if path.is_dir() {
            visit(&path, seen);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            seen(&path);
        }
    }
}
