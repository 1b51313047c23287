//! The font of pictures in pixels, put into the program by `build.rs`.

include!(concat!(env!("OUT_DIR"), "/fonts.rs"));
