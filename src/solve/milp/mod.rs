//! The only place that names `good_lp` or HiGHS.
