//! Exports of other forms and systems: read under a mapping, which is proposed from their words, or directly.

use std::fs;

use crate::books::xlsx;
use crate::collect::{COLLECT, cell, territory, text};

/// Codes of `diagnostics` that these tests trigger.
pub(crate) const CODES: [&str; 1] = ["E902"];

/// An export of another form: its questions are sentences, its answers phrases.
const EXPORT: &str = "Horodateur,Votre nom,Votre prénom,Commune de résidence,\"Vos disponibilités :\",\
    Avez-vous besoin d’une tablette ?,Numéro de dossier\n\
    2026-11-02 10:00:00,Dupont,Jeanne,Hérimoncourt,\"Lundi matin, Mardi après-midi\",\"Oui, j’en ai besoin\",1001\n\
    2026-11-02 11:00:00,Benali,Ahmed,Seloncourt,Mardi après-midi,Non merci,1002\n";

const MAPPING: &str = "[columns]\nid = \"Numéro de dossier\"\nname = [\"Votre prénom\", \"Votre nom\"]\n\
    commune = \"Commune de résidence\"\nslots = \"Vos disponibilités :\"\n\
    needs_tablet = \"Avez-vous besoin d’une tablette ?\"\n\
    [values.slots]\n\"Lundi matin\" = \"mon-0930\"\n\"Mardi après-midi\" = \"tue-1400\"\n\
    [values.needs_tablet]\n\"Oui, j’en ai besoin\" = \"oui\"\n\"Non merci\" = \"non\"\n";

#[test]
fn an_export_of_another_form_is_read_under_a_mapping() {
    let place = territory();
    fs::write(place.path("back/grist.csv"), EXPORT).expect("written");
    fs::write(place.path("grist.toml"), MAPPING).expect("written");
    let collect = format!("{COLLECT} --mapping grist.toml --yes");
    place.told(&collect, 0);
    assert_eq!(cell(&place, "enrolments.csv", "E25304-001", "slots"), "mon-0930 tue-1400");
    assert_eq!(cell(&place, "enrolments.csv", "E25304-001", "needs_tablet"), "1");
    assert_eq!(cell(&place, "contacts.csv", "E25539-001", "name"), "Ahmed Benali");
    assert!(place.told(&collect, 0).contains("Rien de nouveau"));
    // The number in the file identifies Jeanne under another name and in another commune.
    let moved = EXPORT.replace("Dupont,Jeanne,Hérimoncourt", "Martin,Jeanne,Seloncourt");
    fs::write(place.path("back/grist.csv"), moved).expect("written");
    place.told(&collect, 0);
    assert_eq!(cell(&place, "contacts.csv", "E25304-001", "name"), "Jeanne Martin");
    assert_eq!(cell(&place, "enrolments.csv", "E25304-001", "commune"), "25539");
    // The same as a sheet.
    let rows = [
        ["Colonne", "Question", "Réponse", "Valeur"],
        ["Nom", "Votre prénom", "", ""],
        ["Nom", "Votre nom", "", ""],
        ["Commune", "Commune de résidence", "", ""],
        ["Créneaux", "Vos disponibilités :", "", ""],
        ["Créneaux", "", "Lundi matin", "lundi 9h30"],
        ["Créneaux", "", "Mardi après-midi", "tue-1400"],
        ["id", "Numéro de dossier", "", ""],
    ];
    let rows = rows.map(|row| row.map(str::to_owned).to_vec()).to_vec();
    fs::write(place.path("grist.xlsx"), xlsx(&[("Correspondance".to_owned(), rows)])).expect("written");
    assert!(place.told(&format!("{COLLECT} --mapping grist.xlsx --yes"), 0).contains("Rien de nouveau"));
}

#[test]
fn what_a_mapping_does_not_know_is_told_at_its_cell() {
    let place = territory();
    let export = EXPORT.replace("Seloncourt,Mardi après-midi", "Seloncourt,\"Mardi après-midi, Le soir\"");
    let rows: Vec<Vec<String>> = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(export.as_bytes())
        .records()
        .map(|row| row.expect("a row").iter().map(str::to_owned).collect())
        .collect();
    fs::write(place.path("back/grist.xlsx"), xlsx(&[("Réponses".to_owned(), rows)])).expect("written");
    fs::write(place.path("grist.toml"), MAPPING).expect("written");
    let told = place.told(&format!("{COLLECT} --mapping grist.toml --yes"), 0);
    assert!(told.contains("E402") && told.contains("Le soir") && told.contains("Réponses!E3"), "{told}");
    assert!(text(&place, "enrolments.csv").contains("E25304-001"));
    assert!(!text(&place, "enrolments.csv").contains("25539"));
    // A question that the export lacks, a column that enrolments lack, a slot that does not exist.
    place.edit("grist.toml", "Vos disponibilités :", "Vos disponibilité :");
    let told = place.told(&format!("{COLLECT} --mapping grist.toml --yes"), 2);
    assert!(told.contains("E902") && told.contains("`Vos disponibilités :`"), "{told}");
    place.edit("grist.toml", "name =", "nam =").edit("grist.toml", "\"mon-0930\"", "\"mon-0900\"");
    let told = place.told(&format!("{COLLECT} --mapping grist.toml --yes"), 2);
    assert!(told.contains("E102") && told.contains("`name`") && told.contains("E402"), "{told}");
}

#[test]
fn a_mapping_is_proposed_from_the_words_of_an_export() {
    let place = territory();
    let export =
        EXPORT.replace("Seloncourt,Mardi après-midi", "Seloncourt,\"Mardi après-midi, Selon les semaines\"");
    fs::write(place.path("grist.csv"), export).expect("written");
    let proposed = place.told("collect --suggest grist.csv --lang fr", 0);
    for line in [
        "name = [\"Votre prénom\", \"Votre nom\"]",
        "commune = \"Commune de résidence\"",
        "id = \"Numéro de dossier\"",
        "\"Lundi matin\" = \"mon-0930\"",
        "\"Mardi après-midi\" = \"tue-1400\"",
        "# \"Selon les semaines\" = \"\"  # à compléter",
        "# \"Horodateur\"",
        "\"Oui, j’en ai besoin\" = \"1\"",
        "\"Non merci\" = \"0\"",
    ] {
        assert!(proposed.contains(line), "{line} in {proposed}");
    }
    // As TOML or as a sheet, it can be used unchanged: open questions are reported.
    fs::copy(place.path("grist.csv"), place.path("back/grist.csv")).expect("copied");
    for file in ["m.toml", "m.xlsx"] {
        place.told(&format!("collect --suggest grist.csv --out {file} --lang fr"), 0);
        let told = place.told(&format!("{COLLECT} --mapping {file}"), 1);
        assert!(told.contains("E25304-001") && told.contains("Selon les semaines"), "{told}");
        place.told(&format!("collect --suggest grist.csv --out {file}"), 2);
    }
}

#[test]
fn questions_for_one_slot_each_are_crosses() {
    let place = territory();
    let export = "Nom complet,Ville,Quand ? [Lundi matin],Quand ? [Mardi après-midi]\nJeanne Dupont,Hérimoncourt,Oui,\n";
    fs::write(place.path("back/framaforms.csv"), export).expect("written");
    place.told("collect --suggest back/framaforms.csv --scenario scenario.toml --out m.toml", 0);
    place.told(&format!("{COLLECT} --mapping m.toml --yes"), 0);
    assert_eq!(cell(&place, "enrolments.csv", "E25304-001", "slots"), "mon-0930");
}

#[test]
fn the_sheet_of_la_coop_is_read() {
    let place = territory();
    let rows: [[&str; 10]; 6] = [
        ["Informations", "", "", "Lieu de résidence", "", "", "Contact", "", "", ""],
        [
            "Nom *",
            "Prénom *",
            "Année de naissance",
            "Commune de résidence",
            "Code INSEE",
            "Code postal",
            "Téléphone",
            "E-mail",
            "Genre",
            "Notes",
        ],
        ["Exemple", "Léa", "1970", "Blaziert", "=F(D3)|32057", "32100", "0102030405", "", "Féminin", ""],
        [
            "Dupont",
            "Jeanne",
            "1950",
            "Hérimoncourt",
            "=F(D4)|25304",
            "25310",
            "612345678",
            "j@exemple.fr",
            "Féminin",
            "préfère le matin",
        ],
        ["Benali", "Ahmed", "", "Seloncourt", "=F(D5)|0", "", "", "", "", ""],
        ["Petit", "Claire", "", "", "", "", "", "", "", ""],
    ];
    let rows = rows.map(|row| row.map(str::to_owned).to_vec()).to_vec();
    fs::write(place.path("back/coop.xlsx"), xlsx(&[("Bénéficiaires".to_owned(), rows)])).expect("written");
    // La Coop does not say when people can come.
    let told = place.told(COLLECT, 0);
    assert!(told.contains("E301") && told.contains("Rien de nouveau"), "{told}");
    let told = place.told(&format!("{COLLECT} --yes --default-slots *"), 0);
    assert!(told.contains("E301") && !told.contains("Blaziert"), "{told}");
    assert_eq!(cell(&place, "contacts.csv", "E25304-001", "name"), "Jeanne Dupont");
    assert_eq!(cell(&place, "contacts.csv", "E25304-001", "phone"), "06 12 34 56 78");
    assert_eq!(cell(&place, "enrolments.csv", "E25539-001", "slots"), "*");
    assert_eq!(text(&place, "enrolments.csv").lines().count(), 3);
    assert!(place.told(&format!("{COLLECT} --default-slots mon-0900"), 2).contains("mon-0900"));
}

#[test]
fn the_participations_of_rdv_service_public_are_read() {
    let place = territory();
    let export = "rdv_id;année;date rdv;heure rdv;motif;statut;usager;commune du responsable\n\
        11;2026;02/11/2026;14h00;Atelier;Rendez-vous honoré;Jeanne DUPONT;Hérimoncourt\n\
        12;2026;09/11/2026;14h00;Atelier;À renseigner;Jeanne DUPONT;Hérimoncourt\n\
        13;2026;09/11/2026;14h00;Atelier;Annulé par l’usager;Ahmed BENALI;Seloncourt\n";
    fs::write(place.path("back/rdv.csv"), export).expect("written");
    place.told(&format!("{COLLECT} --yes --default-slots *"), 0);
    assert_eq!(text(&place, "enrolments.csv").lines().count(), 3);
    assert_eq!(cell(&place, "contacts.csv", "E25304-001", "name"), "Jeanne DUPONT");
    assert_eq!(cell(&place, "enrolments.csv", "E25539-001", "withdrawn"), "1");
    assert!(place.told(COLLECT, 0).contains("Rien de nouveau"));
}
