//! Every fault of an input is reported, with its code, its place and its remedy; every habit of a spreadsheet is accepted.

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
