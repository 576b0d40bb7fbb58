//! The reader of the tables that come with the program.

/// The rows below the header of an embedded table (RFC 4180: quoted cells, doubled quotes, line breaks in cells).
pub(crate) fn rows(table: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (vec![], vec![], String::new(), false);
    let mut chars = table.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\r' if !quoted => {}
            _ => cell.push(c),
        }
    }
    if !row.is_empty() || !cell.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows.drain(..rows.len().min(1));
    rows
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn a_table_is_read_as_spreadsheets_write_it() {
        assert_eq!(rows("a,b\r\n1,\"x, \"\"y\"\"\"\r\n,\n"), [["1", "x, \"y\""], ["", ""]]);
        assert_eq!(rows("a,b\n1,2"), [["1", "2"]]);
        assert!(rows("").is_empty());
    }
}
