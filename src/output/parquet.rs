//! Tables for data tools: Apache Parquet, typed columns, no compression (a batch has a row for each variant).
//!
//! The low-level writer of the `parquet` crate is enough; its Arrow support is not compiled.

use std::sync::Arc;

use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::Type;

/// A column with the values of all rows; `None` if a value is unknown.
#[derive(Debug, Clone, PartialEq)]
pub enum Values {
    /// Texts.
    Text(Vec<Option<String>>),
    /// Whole numbers.
    Whole(Vec<Option<i64>>),
    /// Numbers.
    Real(Vec<Option<f64>>),
}

/// A column with its name.
#[derive(Debug, Clone, PartialEq)]
pub struct TypedColumn {
    /// Its name.
    pub name: String,
    /// Its values.
    pub values: Values,
}

/// The bytes of a Parquet file with these columns, which have the same length. The same columns give the same bytes.
///
/// # Errors
/// If the columns are not a table: duplicate names, or different lengths.
pub fn parquet(name: &str, columns: &[TypedColumn]) -> Result<Vec<u8>, ParquetError> {
    let fields = columns.iter().map(|column| field(column).map(Arc::new));
    let schema = Type::group_type_builder(name).with_fields(fields.collect::<Result<_, _>>()?).build()?;
    let properties = WriterProperties::builder().set_created_by("ateliers".to_owned()).build();
    let mut writer = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))?;
    let mut rows = writer.next_row_group()?;
    for column in columns {
        if let Some(mut place) = rows.next_column()? {
            write(&mut place, &column.values)?;
            place.close()?;
        }
    }
    rows.close()?;
    writer.into_inner()
}

fn field(column: &TypedColumn) -> Result<Type, ParquetError> {
    let (physical, logical) = match column.values {
        Values::Text(_) => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Values::Whole(_) => (Physical::INT64, None),
        Values::Real(_) => (Physical::DOUBLE, None),
    };
    let field = Type::primitive_type_builder(&column.name, physical).with_logical_type(logical);
    field.with_repetition(Repetition::OPTIONAL).build()
}

fn write(place: &mut SerializedColumnWriter<'_>, values: &Values) -> Result<(), ParquetError> {
    match values {
        Values::Text(texts) => {
            let known: Vec<ByteArray> =
                texts.iter().flatten().map(|text| ByteArray::from(text.as_bytes().to_vec())).collect();
            place.typed::<ByteArrayType>().write_batch(&known, Some(&levels(texts)), None)?;
        }
        Values::Whole(numbers) => {
            let known: Vec<i64> = numbers.iter().flatten().copied().collect();
            place.typed::<Int64Type>().write_batch(&known, Some(&levels(numbers)), None)?;
        }
        Values::Real(numbers) => {
            let known: Vec<f64> = numbers.iter().flatten().copied().collect();
            place.typed::<DoubleType>().write_batch(&known, Some(&levels(numbers)), None)?;
        }
    }
    Ok(())
}

/// 1 for each known value.
fn levels<T>(values: &[Option<T>]) -> Vec<i16> {
    values.iter().map(|value| i16::from(value.is_some())).collect()
}

#[cfg(test)]
mod tests {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::RowAccessor;

    use super::*;

    #[test]
    fn what_is_written_is_read_back_and_the_same_every_time() {
        let columns = [
            TypedColumn {
                name: "variant".to_owned(),
                values: Values::Text(vec![Some("été".to_owned()), None]),
            },
            TypedColumn { name: "served".to_owned(), values: Values::Whole(vec![Some(8), Some(0)]) },
            TypedColumn { name: "gap".to_owned(), values: Values::Real(vec![None, Some(0.25)]) },
        ];
        let bytes = parquet("results", &columns).expect("a table");
        assert_eq!(bytes, parquet("results", &columns).expect("a table"));
        let reader = SerializedFileReader::new(bytes::Bytes::from(bytes)).expect("a Parquet file");
        let rows: Vec<_> = reader.get_row_iter(None).expect("rows").map(|row| row.expect("a row")).collect();
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].get_string(0).expect("a text"), "été");
        assert_eq!(rows[1].get_long(1).expect("a number"), 0);
        assert!((rows[1].get_double(2).expect("a number") - 0.25).abs() < f64::EPSILON);
        assert!(rows[0].get_double(2).is_err(), "nothing is known");
    }
}
