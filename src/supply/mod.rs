//! Invented rooms, trainers, kits and pauses, for planning before there are real ones: communes -> what they offer.
//!
//! With [`demand`](crate::demand), which invents who enrols, this makes a whole territory that can be planned. Shapes and
//! proportions are those of `data/pma/rollout`: a room in nearly every commune and several in towns, open 5 to 10 of the
//! week's slots; trainers spread as the inhabitants are; a kit beside each trainer.
//!
//! # Design
//! Why a random stream for each row, keyed by the seed and the row's own name? As in `demand`: another commune or trainer
//! changes no other row, so planners (and benches) can compare a territory with a larger one. Where trainers live is the
//! exception: it is no draw, but follows from all communes ([`bases`]).
//!
//! ```
//! use ateliers::instance::entities::{Commune, Slot};
//! use ateliers::supply::rooms;
//! use jiff::civil::Weekday;
//! use typed_index_collections::TiVec;
//!
//! let seloncourt = Commune::at("25539", 47.46, 6.86);
//! let seloncourt = Commune { name: "Seloncourt".to_owned(), population: Some(5_854), ..seloncourt };
//! let slot = Slot { id: "mon-0930".to_owned(), weekday: Weekday::Monday, start_minute: 570 };
//! let rooms = rooms(&TiVec::from(vec![seloncourt]), &[slot], 1);
//! // A small town has two rooms.
//! assert_eq!(rooms.len(), 2);
//! assert_eq!(rooms[0].slots, ["mon-0930"]);
//! ```
//!
//! # Cost
//! Rooms: linear. Bases: O(t n log n) for t trainers and n communes; 32 and 1,200 take some milliseconds.

mod bases;
mod kits;
mod pauses;
mod rooms;
mod trainers;

use rand::RngExt;
use rand_pcg::Pcg64;

pub use bases::bases;
pub use kits::{InventedKit, kits};
pub use pauses::{Pause, Season, pauses};
pub use rooms::{InventedRoom, rooms};
pub use trainers::{InventedTrainer, trainers};

/// One of the choices, each as likely as the others; there is at least one.
fn one_of<T: Copy>(choices: &[T], draws: &mut Pcg64) -> T {
    choices[draws.random_range(0..choices.len())]
}
