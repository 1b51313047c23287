//! A picture in pixels (PNG), made from the SVG with the font inside the program: no font and no file of the
//! machine is read, so equal input gives equal bytes everywhere.

use super::fonts::FONTS;
use crate::domain::message::Message;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree, fontdb};
use std::sync::{Arc, LazyLock};

/// Most pixels of a picture: 25 megapixels, 100 MB while it is painted.
pub const MOST_PIXELS: f64 = 25_000_000.0;
/// Smallest and largest scale that may be asked for.
pub const SCALES: (f64, f64) = (0.1, 8.0);
/// Scale where none is asked for: sharp on paper and on screens with small pixels.
const USUAL_SCALE: f64 = 2.0;

/// Why there is no picture in pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct PixelError {
    /// True where a smaller scale would help.
    pub too_large: bool,
    /// What is wrong and what helps.
    pub message: Message,
}

impl PixelError {
    fn new(id: &'static str) -> Self {
        PixelError {
            too_large: false,
            message: Message::new(id),
        }
    }
}

static LETTERS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for font in FONTS {
        fonts.load_font_data(font.to_vec());
    }
    fonts.set_sans_serif_family("Fira Sans");
    Arc::new(fonts)
});

/// PNG of an SVG made by [`picture`](super::picture()). Without a scale it is drawn at twice its size, or smaller
/// where it would have more than [`MOST_PIXELS`].
///
/// # Errors
/// Where the program was built without font, the scale is outside [`SCALES`], or the picture would be too large.
pub fn pixels(svg: &str, scale: Option<f64>) -> Result<Vec<u8>, PixelError> {
    if FONTS.is_empty() {
        return Err(PixelError::new("drawing-pixels-no-font"));
    }
    if scale.is_some_and(|scale| !(SCALES.0..=SCALES.1).contains(&scale)) {
        return Err(PixelError::new("drawing-pixels-scale"));
    }
    let options = Options {
        font_family: "Fira Sans".to_owned(),
        fontdb: LETTERS.clone(),
        // Our pictures hold no images; were one to slip in, nothing would be loaded for it.
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|_| PixelError::new("drawing-pixels-failed"))?;
    let (width, height) = (f64::from(tree.size().width()), f64::from(tree.size().height()));
    let largest = (MOST_PIXELS / (width * height)).sqrt();
    let scale = scale.unwrap_or(USUAL_SCALE.min(largest));
    if scale > largest {
        // Rounded down, so that what the message proposes works.
        let fits = (largest * 100.0).floor() / 100.0;
        return Err(PixelError {
            too_large: true,
            message: Message::new("drawing-pixels-too-large").with("scale", fits),
        });
    }
    let side = |length: f64| ((length * scale).round() as u32).max(1);
    let mut pixmap =
        Pixmap::new(side(width), side(height)).ok_or_else(|| PixelError::new("drawing-pixels-failed"))?;
    let zoom = scale as f32;
    resvg::render(&tree, Transform::from_scale(zoom, zoom), &mut pixmap.as_mut());
    pixmap
        .encode_png()
        .map_err(|_| PixelError::new("drawing-pixels-failed"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Width and height as the head of the PNG states them.
    fn size(png: &[u8]) -> (u32, u32) {
        let number = |from: usize| {
            png.get(from..from + 4)
                .and_then(|bytes| bytes.try_into().ok())
                .map(u32::from_be_bytes)
        };
        (number(16).unwrap(), number(20).unwrap())
    }

    fn sheet(width: u32, height: u32, inside: &str) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">\
             <rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>{inside}</svg>"
        )
    }

    #[test]
    fn a_picture_has_the_size_that_was_asked_for_and_never_too_many_pixels() {
        if FONTS.is_empty() {
            assert_eq!(
                pixels("<svg/>", None).unwrap_err().message.id,
                "drawing-pixels-no-font"
            );
            return;
        }
        let small = sheet(100, 40, "");
        assert_eq!(size(&pixels(&small, None).unwrap()), (200, 80));
        assert_eq!(size(&pixels(&small, Some(1.5)).unwrap()), (150, 60));
        for bad in [0.0, -1.0, 9.0, f64::NAN] {
            assert_eq!(
                pixels(&small, Some(bad)).unwrap_err().message.id,
                "drawing-pixels-scale"
            );
        }
        let large = sheet(20_000, 10_000, "");
        let (width, height) = size(&pixels(&large, None).unwrap());
        assert!(f64::from(width) * f64::from(height) <= MOST_PIXELS * 1.001 && width > 7_000);
        let error = pixels(&large, Some(1.0)).unwrap_err();
        assert!(error.too_large && error.message.id == "drawing-pixels-too-large");
    }

    #[test]
    fn letters_are_drawn_and_images_are_not() {
        if FONTS.is_empty() {
            return;
        }
        let blank = pixels(&sheet(60, 20, ""), Some(1.0)).unwrap();
        let text = "<text x=\"5\" y=\"15\" font-family=\"Fira Sans\" font-size=\"12\">Änderung</text>";
        assert_ne!(pixels(&sheet(60, 20, text), Some(1.0)).unwrap(), blank);
        let folder = tempfile::tempdir().unwrap();
        let drawing = folder.path().join("drawing.svg");
        std::fs::write(&drawing, sheet(60, 20, "<circle r=\"9\"/>")).unwrap();
        let image = format!(
            "<image href=\"{}\" width=\"60\" height=\"20\"/>",
            drawing.display()
        );
        assert_eq!(pixels(&sheet(60, 20, &image), Some(1.0)).unwrap(), blank);
    }
}
