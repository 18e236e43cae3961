//! The part of the validation table about workbooks and about how people write.

use super::codes::{Case, case};
use super::village::Village;
use crate::books::{Sheet, hidden_xlsx, rewritten, sheet, xlsx};

/// The village with its kits in a workbook.
fn kits(bytes: &[u8]) -> Village {
    Village::new().replacing("scenario.toml", "\"kits.csv\"", "\"k.xlsx\"").with("k.xlsx", bytes)
}

fn sound_kits() -> Sheet {
    sheet("Malles", &[&["Malle", "Tablettes", "Dépôt"], &["K1", "12", "25388"]])
}

/// The village as a workbook of these tables and keys.
fn book(more: &[Sheet]) -> Village {
    let village = Village::new();
    let folder = village.path("");
    let mut sheets = crate::books::sheets_of(&folder, true);
    sheets.extend(more.iter().cloned());
    village.with("scenario.xlsx", xlsx(&sheets))
}

fn residents(text: &str) -> Village {
    Village::new().with("residents.csv", text)
}

#[expect(clippy::too_many_lines, reason = "a table of cases")]
pub(super) fn all() -> Vec<Case> {
    let above =
        sheet("Malles", &[&["Malles de 2026"], &["Malle", "Tablettes", "Dépôt"], &["K1", "12", "25388"]]);
    let crowd: Vec<Sheet> = (0..257).map(|number| sheet(&format!("F{number}"), &[])).collect();
    let uncomputed = sheet("Malles", &[&["Malle", "Tablettes", "Dépôt"], &["K1", "=6+6|12", "25388"]]);
    vec![
        case(kits(b"PK\x03\x04\x14\x00"), "E007 k.xlsx", ""),
        case(kits(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "E008 k.xlsx", ""),
        case(kits(&xlsx(&crowd)), "E009 k.xlsx", ""),
        case(kits(&xlsx(&[sheet("a", &[]), sheet("b", &[])])), "E010 scenario.toml:9 data.kits", ""),
        case(
            kits(&xlsx(&[sound_kits()])).replacing("scenario.toml", "k.xlsx", "k.xlsx#Malle"),
            "E011 scenario.toml:9 data.kits",
            "`Malles`",
        ),
        case(book(&[sheet("kits", &[])]), "E012 scenario.xlsx kits!", ""),
        case(book(&[sheet("Brouillon", &[])]), "N013 scenario.xlsx", ""),
        case(kits(&xlsx(&[above])), "N206 k.xlsx Malles!A2", ""),
        case(kits(&hidden_xlsx(&[sound_kits()], &[1], &[])), "N207 k.xlsx Malles!", ""),
        case(kits(&hidden_xlsx(&[sound_kits()], &[], &[1])), "N208 k.xlsx Malles!", ""),
        case(
            residents("id,commune,slots,mardi 9h30\nR1,25388,*,x\nR2,25304,*,x\n"),
            "E209 residents.csv:1 slots",
            "",
        ),
        case(
            residents("id,commune,mardi 9h30,tue-0930\nR1,25388,x,\nR2,25304,x,\n"),
            "E210 residents.csv:1 tue-0930",
            "",
        ),
        case(
            residents("id,commune,tue-0930,mardi 10h\nR1,25388,x,\nR2,25304,x,\n"),
            "E211 residents.csv:1 mardi 10h",
            "mardi 9h30",
        ),
        case(
            residents("id,commune,tue-0930,jeudi 14h\nR1,25388,x,\nR2,25304,x,\n")
                .adding("slots.csv", "other,jeu,14h00\n"),
            "E212 residents.csv:1 jeudi 14h",
            "",
        ),
        case(
            residents("id,commune,tue-0930,jeudi 14h\nR1,25388,x,\nR2,25304,oui,peut-être\n"),
            "E317 residents.csv:3 jeudi 14h",
            "",
        ),
        case(
            residents("id,commune,tue-0930,jeudi 14h\nR1,25388,non,\nR2,25304,x,\n"),
            "E318 residents.csv:2 tue-0930",
            "",
        ),
        case(kits(&rewritten(&xlsx(&[uncomputed]), "<v>12</v>", "")), "E319 k.xlsx Malles!B2", ""),
        case(
            Village::new()
                .adding("communes.csv", "25001,Saint-Étienne,47.1,6.1,\n25002,St Etienne,47.2,6.2,\n")
                .adding("residents.csv", "R4,saint étienne,*,base,,,,\n"),
            "E412 residents.csv:5 commune",
            "",
        ),
        case(
            Village::new()
                .adding("slots.csv", "other,jeu,14h00\n")
                .adding("residents.csv", "R4,25388,jeudi 14h,base,,,,\n"),
            "E413 residents.csv:5 slots",
            "",
        ),
        case(
            Village::new().replacing("scenario.toml", "max_group = 4", "max_group = 8").adding(
                "residents.csv",
                &["R4", "R5", "R6", "R7", "R8"].map(|id| format!("{id},25388,*,base,,,Martin,\n")).concat(),
            ),
            "W517 residents.csv:5 party",
            "",
        ),
    ]
}
