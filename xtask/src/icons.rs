//! Every icon size from one drawing, `icons/icon.svg`. The results are committed, so only a change of the drawing needs this.

use crate::process::run;
use crate::{Result, machine, root};
use std::path::Path;

const PNG: &[(&str, u32)] = &[("32x32.png", 32), ("128x128.png", 128), ("128x128@2x.png", 256), ("icon.png", 512)];
const ICO: &[u32] = &[16, 24, 32, 48, 64, 256];

pub fn icons() -> Result {
    machine::apt(&["librsvg2-bin"])?;
    let folder = root().join("icons");
    for (name, size) in PNG {
        draw(*size, &folder.join(name))?;
    }
    let drawn: Vec<(u32, Vec<u8>)> = ICO
        .iter()
        .map(|size| {
            let path = std::env::temp_dir().join(format!("zhuanban-icon-{size}.png"));
            draw(*size, &path)?;
            Ok((*size, std::fs::read(path)?))
        })
        .collect::<Result<_>>()?;
    std::fs::write(folder.join("icon.ico"), ico(&drawn))?;
    Ok(())
}

fn draw(size: u32, to: &Path) -> Result {
    let (size, to) = (size.to_string(), to.to_string_lossy());
    run(&["rsvg-convert", "-w", &size, "-h", &size, "icons/icon.svg", "-o", &to])
}

/// A Windows icon file holding PNG pictures: a 6-byte head, 16 bytes a picture, then the pictures.
fn ico(pictures: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let count = u16::try_from(pictures.len()).expect("a handful");
    let mut file = [0u16.to_le_bytes(), 1u16.to_le_bytes(), count.to_le_bytes()].concat();
    let mut at = 6 + 16 * u32::from(count);
    for (size, picture) in pictures {
        let length = u32::try_from(picture.len()).expect("an icon is small");
        let side = u8::try_from(*size).unwrap_or(0); // 256 is written as 0
        file.extend([side, side, 0, 0, 1, 0, 32, 0]);
        file.extend(length.to_le_bytes());
        file.extend(at.to_le_bytes());
        at += length;
    }
    file.extend(pictures.iter().flat_map(|(_, picture)| picture));
    file
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_head_of_an_icon_file_points_at_its_pictures() {
        let file = super::ico(&[(16, vec![7; 3]), (256, vec![8; 5])]);
        assert_eq!(file[..6], [0, 0, 1, 0, 2, 0]);
        assert_eq!((file[6], file[22]), (16, 0));
        assert_eq!(file[18], 38, "the first picture lies behind the head");
        assert_eq!(file[34], 41);
        assert_eq!(file.len(), 46);
    }
}
