//! What kind of file it is: by its first bytes, else by its ending.

use super::AttachmentKind;

const BY_CONTENT: &[(&[u8], &str)] = &[
    (b"\xFF\xD8\xFF", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"%PDF-", "application/pdf"),
];

/// Endings of which the first bytes say too little (an .xlsx is a zip).
const BY_ENDING: &[(&str, &str)] = &[
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("doc", "application/msword"),
    ("xls", "application/vnd.ms-excel"),
    ("ppt", "application/vnd.ms-powerpoint"),
    ("wps", "application/vnd.ms-works"),
    ("ofd", "application/ofd"),
    ("txt", "text/plain"),
    ("csv", "text/csv"),
    ("tif", "image/tiff"),
    ("tiff", "image/tiff"),
    ("heic", "image/heic"),
    ("dwg", "image/vnd.dwg"),
    ("dxf", "image/vnd.dxf"),
    ("zip", "application/zip"),
];

/// Pictures a web view can show.
const SHOWN: &[&str] = &["image/jpeg", "image/png", "image/gif", "image/bmp", "image/webp"];

/// The media type of a file that begins with `head`.
#[must_use]
pub fn of(head: &[u8], name: &str) -> &'static str {
    if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
        return "image/webp";
    }
    let found = BY_CONTENT.iter().find(|(magic, _)| head.starts_with(magic));
    let ending = ending(name);
    let named = || BY_ENDING.iter().find(|(known, _)| *known == ending).map(|(_, media)| *media);
    found.map(|(_, media)| *media).or_else(named).unwrap_or("application/octet-stream")
}

#[must_use]
pub fn is_shown(media: &str) -> bool {
    SHOWN.contains(&media)
}

/// What a file is taken for until somebody says otherwise.
#[must_use]
pub fn kind(media: &str, name: &str) -> AttachmentKind {
    let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if media.starts_with("image/vnd.") || says(&["图纸", "平面图", "总图", "规划图", "效果图"]) {
        AttachmentKind::Plan
    } else if says(&["扫描", "盖章"]) {
        AttachmentKind::Scan
    } else if media.starts_with("image/") {
        AttachmentKind::Photo
    } else if media == "application/octet-stream" || media == "application/zip" {
        AttachmentKind::Other
    } else {
        AttachmentKind::Document
    }
}

/// The ending of a name in small letters, empty where it has none.
#[must_use]
pub fn ending(name: &str) -> String {
    name.rsplit_once('.').map(|(_, end)| end.to_lowercase()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_says_more_than_the_name() {
        let jpeg = b"\xFF\xD8\xFF\xE0\0\x10JFIF";
        for (head, name, media, kind) in [
            (&jpeg[..], "现场.png", "image/jpeg", AttachmentKind::Photo),
            (b"%PDF-1.7", "批复", "application/pdf", AttachmentKind::Document),
            (b"%PDF-1.7", "批复（扫描件）.pdf", "application/pdf", AttachmentKind::Scan),
            (b"RIFF\0\0\0\0WEBPVP8 ", "a", "image/webp", AttachmentKind::Photo),
            (b"PK\x03\x04", "台账.XLSX", BY_ENDING[1].1, AttachmentKind::Document),
            (b"AC1027", "总平面.dwg", "image/vnd.dwg", AttachmentKind::Plan),
            (b"\x89PNG\r\n\x1a\n", "效果图.png", "image/png", AttachmentKind::Plan),
            (b"??", "无名", "application/octet-stream", AttachmentKind::Other),
        ] {
            assert_eq!((of(head, name), super::kind(media, name)), (media, kind), "{name}");
        }
        assert!(is_shown("image/webp") && !is_shown("image/heic"));
    }
}
