//! Just enough of Rust's grammar to tell code from strings and comments, and to find functions.

/// The text with strings, characters and comments blanked out; lines stay where they are.
pub fn code(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let end = skip(&chars, at);
        if end == at {
            out.push(chars[at]);
            at += 1;
        } else {
            out.extend(chars[at..end].iter().map(|c| if *c == '\n' { '\n' } else { ' ' }));
            at = end;
        }
    }
    out
}

/// Where the string, character or comment that begins at `at` ends; `at` itself when none begins there.
fn skip(chars: &[char], at: usize) -> usize {
    let next = chars.get(at + 1);
    match chars[at] {
        '/' if next == Some(&'/') => find(chars, at, &['\n']),
        '/' if next == Some(&'*') => block(chars, at),
        '"' => quoted(chars, at + 1),
        'r' if !joined(chars, at) => raw(chars, at),
        // 'a' and '\n' are characters, 'a alone is a lifetime
        '\'' if next == Some(&'\\') => find(chars, at + 3, &['\'']) + 1,
        '\'' if chars.get(at + 2) == Some(&'\'') => at + 3,
        _ => at,
    }
}

fn joined(chars: &[char], at: usize) -> bool {
    at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '_') && chars[at - 1] != 'b'
}

fn find(chars: &[char], from: usize, what: &[char]) -> usize {
    (from..chars.len()).find(|at| chars[*at..].starts_with(what)).unwrap_or(chars.len())
}

fn block(chars: &[char], at: usize) -> usize {
    let (mut depth, mut at) = (0, at);
    while at < chars.len() {
        match (chars[at], chars.get(at + 1)) {
            ('/', Some('*')) => (depth, at) = (depth + 1, at + 2),
            ('*', Some('/')) => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

fn quoted(chars: &[char], from: usize) -> usize {
    let mut at = from;
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(chars.len())
}

fn raw(chars: &[char], at: usize) -> usize {
    let hashes = chars[at + 1..].iter().take_while(|c| **c == '#').count();
    if chars.get(at + 1 + hashes) != Some(&'"') {
        return at;
    }
    let close: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    (find(chars, at + hashes + 2, &close) + close.len()).min(chars.len())
}

/// A function: its name, the line it begins on (from 1), and how many lines it has.
#[derive(Debug, PartialEq, Eq)]
pub struct Function {
    pub name: String,
    pub line: usize,
    pub lines: usize,
}

/// The functions with a body in `code` (text already without strings and comments).
pub fn functions(code: &str) -> Vec<Function> {
    let mut found = vec![];
    for (at, _) in code.match_indices("fn ") {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let name: String = code[at + 3..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        let Some(end) = body_end(&code[at..]).filter(|_| !name.is_empty()) else { continue };
        let lines = code[at..at + end].matches('\n').count() + 1;
        found.push(Function { name, line: code[..at].matches('\n').count() + 1, lines });
    }
    found
}

fn body_end(code: &str) -> Option<usize> {
    let (mut depth, mut round) = (0usize, 0i32);
    for (at, c) in code.char_indices() {
        match c {
            '(' | '[' => round += 1,
            ')' | ']' => round -= 1,
            ';' if depth == 0 && round == 0 => return None,
            '{' => depth += 1,
            '}' if depth <= 1 => return Some(at + 1),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_and_comments_are_blank() {
        let text = "let a = \"todo!(\\\"\"; // dbg!\nlet b = r#\"x \"} \"#; /* {\n/* } */ */ let c = '{'; let d: &'a str = b\"}\";";
        let code = code(text);
        assert!(!code.contains("todo") && !code.contains("dbg") && !code.contains(['{', '}']), "{code}");
        assert!(code.contains("let c") && code.contains("&'a str"));
        assert_eq!(code.lines().count(), text.lines().count());
    }

    #[test]
    fn functions_are_found_with_their_length() {
        let text = "trait T { fn none(&self) -> [u8; 2]; }\npub fn one() {}\nfn two(f: impl Fn(u8)) -> u8 {\n  if true { 1 } else { 2 }\n}\n";
        let found = functions(&code(text));
        let shown: Vec<(&str, usize, usize)> = found.iter().map(|f| (f.name.as_str(), f.line, f.lines)).collect();
        assert_eq!(shown, [("one", 2, 1), ("two", 3, 3)]);
    }
}
