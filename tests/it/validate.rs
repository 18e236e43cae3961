//! Every fault of an input is told, with its code, its place and its remedy; every habit of a spreadsheet is read.

mod batches;
mod codes;
mod commands;
mod habits;
mod meanings;
mod mistakes;
mod people;
mod plans;
mod promises;
mod robust;
mod village;
mod workbooks;
