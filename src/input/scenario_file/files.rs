//! The files of a table: one, or several that each contain a part of it.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Paths, relative to the scenario file; a sheet of a workbook is named after a `#`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Files(pub Vec<String>);

impl From<&str> for Files {
    fn from(file: &str) -> Self {
        Self(vec![file.to_owned()])
    }
}

impl Serialize for Files {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [file] => serializer.serialize_str(file),
            files => files.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Files {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum OneOrMore {
            One(String),
            More(Vec<String>),
        }
        Ok(Self(match OneOrMore::deserialize(deserializer)? {
            OneOrMore::One(file) => Some(file).filter(|file| !file.is_empty()).into_iter().collect(),
            OneOrMore::More(files) => files,
        }))
    }
}

impl JsonSchema for Files {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Files".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["string", "array"],
            "minLength": 1,
            "items": {"type": "string", "minLength": 1},
            "minItems": 1,
            "maxItems": 1000
        })
    }
}
