//! Two axes with their lines and figures: the frame of points and curves (`frame.svg`).

use super::Px;
use super::scale::{Scale, Tick};

/// An axis: its title and the format of its figures.
pub struct Axis<'a> {
    /// Its title.
    pub title: &'a str,
    /// Formats a figure.
    pub worded: &'a dyn Fn(f64) -> String,
}

/// The position of a frame in its drawing.
pub(super) struct Edges {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    /// From the bottom of the drawing up to the title of the horizontal axis.
    pub(super) rise: f64,
}

/// A frame, ready to draw.
pub(super) struct Frame<'a> {
    pub(super) width: Px,
    pub(super) height: Px,
    pub(super) left: Px,
    pub(super) right: Px,
    pub(super) top: Px,
    pub(super) bottom: Px,
    pub(super) below: Px,
    pub(super) rise: Px,
    pub(super) x_title: &'a str,
    pub(super) y_title: &'a str,
    pub(super) x_ticks: Vec<Tick>,
    pub(super) y_ticks: Vec<Tick>,
}

impl<'a> Frame<'a> {
    /// The frame of two scales and their axes: horizontal and vertical.
    pub(super) fn new(edges: &Edges, (across, x): (&Scale, &Axis<'a>), (up, y): (&Scale, &Axis<'a>)) -> Self {
        Self {
            width: Px(edges.width),
            height: Px(edges.height),
            left: Px(edges.left),
            right: Px(edges.right),
            top: Px(edges.top),
            bottom: Px(edges.bottom),
            below: Px(edges.bottom + 18.0),
            rise: Px(-edges.rise),
            x_title: x.title,
            y_title: y.title,
            x_ticks: across.ticks(x.worded),
            y_ticks: up.ticks(y.worded),
        }
    }
}
