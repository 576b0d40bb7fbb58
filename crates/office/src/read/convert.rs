//! One row's cells into the fields of a [`ReadRow`]; a cell that cannot be read becomes a fault with its address.

use super::mark;
use super::notices::Notices;
use super::region;
use super::row::{CellFault, DateWords, MarkState, ReadMark, ReadNeed, ReadRow};
use crate::source::{Cell, Row, address};
use crate::understand::field::Reading;
use crate::understand::layout::{Layout, Plan};
use crate::understand::needs::usual_unit;
use crate::understand::{Field, NoticeKind};
use crate::value::day::{self, ReadDay};
use crate::value::money::{self, ReadAmount};
use crate::value::quantity::Quantity;
use crate::value::{code, name, phone, quantity, span, text};
use std::borrow::Cow;
use std::collections::BTreeMap;
use zhuanban_core::error::{FieldFault, Rule};
use zhuanban_core::time::Day;

/// Excel's own limit for a cell; longer texts in other files are slips.
const LONGEST_TEXT: usize = 32_767;
/// What a fault quotes of a cell.
const QUOTED: usize = 60;

/// Reads the rows of one sheet.
pub(super) struct Converter<'l> {
    pub layout: &'l Layout,
    pub sheet_region: Option<String>,
    pub site_is_region: bool,
    pub notices: Notices,
    /// What cells of the row at hand were read as; kept only while the grid is filled.
    pub converted: Option<BTreeMap<u32, String>>,
}

/// The row at hand while it is read.
struct Target<'t> {
    out: &'t mut ReadRow,
    number: u32,
    city: Option<String>,
    /// 要素, 数量 and 单位 of the long form.
    long: [Option<String>; 3],
}

impl Converter<'_> {
    pub(super) fn read(&mut self, row: &Row<'_>, out: &mut ReadRow) {
        let mut target = Target { out, number: row.number, city: None, long: [const { None }; 3] };
        let layout = self.layout;
        for plan in &layout.plans {
            match row.cell(plan.index) {
                Cell::Empty => {}
                Cell::Error(error) => target.fault(plan, Rule::FormulaError, error),
                Cell::Uncalculated => target.fault(plan, Rule::FormulaText, "="),
                cell => self.cell(plan, cell, &mut target),
            }
        }
        target.long_need();
        self.region(&mut target);
    }

    fn cell(&mut self, plan: &Plan, cell: &Cell<'_>, target: &mut Target<'_>) {
        match plan.field.reading() {
            Reading::Text => self.text(plan, cell, target),
            Reading::Name => {
                let read = name::project(&cell.shown());
                (target.out.starred, target.out.part) =
                    (target.out.starred | read.starred, target.out.part | read.part);
                target.out.name = read.name;
            }
            Reading::Code => self.code(plan, cell, target),
            Reading::Money => self.money(plan, cell, target),
            Reading::Day => self.day(plan, cell, target),
            Reading::Span => self.span(plan, cell, target),
            Reading::Contact => self.contact(plan, cell, target),
            Reading::Phone => self.phone(plan, cell, target),
            Reading::Need => self.need(plan, cell, target),
            Reading::Long => {
                let at = match plan.field {
                    Field::NeedElement => 0,
                    Field::NeedQuantity => 1,
                    _ => 2,
                };
                target.long[at] = Some(cell.shown().into_owned()).filter(|text| !text.is_empty());
            }
            Reading::Approval => self.approval(plan, cell, target),
            Reading::None => {}
        }
    }

    fn text(&mut self, plan: &Plan, cell: &Cell<'_>, target: &mut Target<'_>) {
        let shown = cell.shown();
        if text::is_formula_error(&shown) {
            return target.fault(plan, Rule::FormulaError, &shown);
        }
        let (cleaned, control) = text::clean(&shown);
        if control {
            self.notices.cell(NoticeKind::ControlCharacter, plan.index, target.number);
        }
        if cleaned.len() > LONGEST_TEXT && cleaned.chars().count() > LONGEST_TEXT {
            return target.fault(plan, Rule::TooLong, &cleaned);
        }
        // 无 says nothing, except of problems: there it says that there are none.
        let nothing = text::means_nothing(&cleaned);
        if cleaned.is_empty() || nothing && plan.field != Field::Issue {
            return;
        }
        let value = match plan.field {
            _ if nothing => String::new(),
            Field::Enterprise
            | Field::Region
            | Field::City
            | Field::Leader
            | Field::ResponsibleUnit
            | Field::Nature => name::plain(&cleaned),
            Field::Seq => text::half_width(&cleaned).into_owned(),
            _ => cleaned.into_owned(),
        };
        if plan.field == Field::City {
            target.city = Some(value);
        } else if let Some(slot) = target.out.text_mut(plan.field) {
            join(slot, value);
        }
    }

    fn code(&mut self, plan: &Plan, cell: &Cell<'_>, target: &mut Target<'_>) {
        let read = match cell {
            Cell::Number(n) => code::number(*n).map(Some),
            other => code::text(&other.shown()),
        };
        match read {
            Ok(value) => *target.out.text_mut(plan.field).expect("a code is a text") = value,
            Err(Rule::NotANumber) => {
                // Excel keeps 15 digits of a number: the code's end is gone.
                let rule = if plan.field == Field::Uscc { Rule::CreditCodeLength } else { Rule::ProjectCodeForm };
                target.fault(plan, rule, &cell.shown());
            }
            Err(rule) => target.fault(plan, rule, &cell.shown()),
        }
    }

    fn money(&mut self, plan: &Plan, cell: &Cell<'_>, target: &mut Target<'_>) {
        let read = match amount(plan, cell) {
            Ok(Some(read)) => read,
            Ok(None) => return,
            Err(rule) => return target.fault(plan, rule, &cell.shown()),
        };
        if read.rounded {
            let fault = FieldFault::warning(plan.field.key(), Rule::RoundedToYuan).with("text", quote(&cell.shown()));
            target.out.faults.push(CellFault { cell: address(plan.index, target.number), fault });
        }
        if read.converted {
            self.notices.cell(NoticeKind::ConvertedMoney, plan.index, target.number);
            self.show(plan, || read.amount.yuan.to_string());
        }
        *target.out.money_mut(plan.field).expect("a money field") = Some(read.amount);
    }

    fn day(&mut self, plan: &Plan, cell: &Cell<'_>, target: &mut Target<'_>) {
        let read = match cell {
            Cell::Date { on: Some(on), month } => date(*on, *month).map(ReadDay::Day),
            Cell::Date { on: None, .. } => Err(Rule::YearOutOfRange),
            Cell::Number(n) => day::number(*n).map(ReadDay::Day),
            other => day::text(&other.shown(), self.layout.year),
        };
        match read {
            Ok(ReadDay::Day(day)) => {
                if !matches!(cell, Cell::Date { .. }) {
                    self.notices.cell(NoticeKind::ConvertedDay, plan.index, target.number);
                    self.show(plan, || day.to_string());
                }
                *target.out.day_mut(plan.field).expect("a day's field") = Some(day);
            }
            Ok(ReadDay::Nothing) => {}
            Ok(ReadDay::Words) => {
                self.notices.cell(NoticeKind::DateWords, plan.index, target.number);
                target.out.date_words.push(DateWords { field: plan.field, text: cell.shown().into_owned() });
            }
            Err(rule) => target.fault(plan, rule, &cell.shown()),
        }
    }

    fn span(&mut self, plan: &Plan, cell: &Cell<'_>, target: &mut Target<'_>) {
        let read = match cell {
            Cell::Date { on: Some(on), month } => {
                date(*on, *month).map(|day| Some(span::Span { start: Some(day), finish: None }))
            }
            Cell::Number(n) => day::number(*n).map(|day| Some(span::Span { start: Some(day), finish: None })),
            other => span::text(&other.shown(), self.layout.year),
        };
        match read {
            Ok(Some(span)) => {
                // A column of its own for the day is more exact.
                target.out.start_planned = target.out.start_planned.or(span.start);
                target.out.finish_planned = target.out.finish_planned.or(span.finish);
            }
            Ok(None) => {}
            Err(rule) => target.fault(plan, rule, &cell.shown()),
        }
    }

    /// A name, or a name with a telephone in one cell.
    fn contact(&mut self, plan: &Plan, cell: &Cell<'_>, target: &mut Target<'_>) {
        let shown = cell.shown();
        if text::means_nothing(&shown) {
            return;
        }
        let digits = shown.bytes().filter(u8::is_ascii_digit).count();
        let begins =
            shown.find(|c: char| c.is_ascii_digit() || c == '+').filter(|_| digits >= 5).unwrap_or(shown.len());
        let person =
            name::plain(shown[..begins].trim_end_matches(['/', '(', '（', ':', '：', ' ', '\n', '，', ',', '、']));
        if !person.is_empty() {
            join(&mut target.out.contact, person);
        }
        if begins < shown.len() {
            self.phones(plan, phone::text(shown[begins..].trim_end_matches([')', '）'])), &shown, target);
        }
    }

    fn phone(&mut self, plan: &Plan, cell: &Cell<'_>, target: &mut Target<'_>) {
        let read = match cell {
            Cell::Number(n) => phone::number(*n).map(|phone| vec![phone]),
            other => phone::text(&other.shown()),
        };
        if matches!(cell, Cell::Number(_)) && read.is_ok() {
            self.notices.cell(NoticeKind::RestoredPhone, plan.index, target.number);
        }
        self.phones(plan, read, &cell.shown(), target);
    }

    fn phones(&mut self, plan: &Plan, read: Result<Vec<String>, Rule>, shown: &str, target: &mut Target<'_>) {
        match read {
            Ok(phones) => {
                if phones.first().is_some_and(|phone| phone != shown) {
                    self.show(plan, || phones.join("、"));
                }
                for phone in phones {
                    if !target.out.phones.contains(&phone) {
                        target.out.phones.push(phone);
                    }
                }
            }
            Err(rule) => target.fault(plan, rule, shown),
        }
    }

    fn need(&mut self, plan: &Plan, cell: &Cell<'_>, target: &mut Target<'_>) {
        let read = match cell {
            Cell::Number(n) => quantity::number(*n),
            other => quantity::text(&other.shown()),
        };
        if let Some(read) = read {
            let element = plan.detail.as_deref().unwrap_or("");
            target.need(plan, ReadNeed::new(element, plan.unit.as_deref().unwrap_or(""), read));
        }
    }

    fn approval(&mut self, plan: &Plan, cell: &Cell<'_>, target: &mut Target<'_>) {
        let shown = cell.shown();
        match plan.field {
            Field::ApprovalsDone => target.out.approvals.extend(mark::list(&shown, MarkState::Done)),
            Field::ApprovalsOpen => target.out.approvals.extend(mark::list(&shown, MarkState::Open)),
            _ => match mark_of(plan, cell, &shown) {
                Ok(mark) => target.out.approvals.extend(mark),
                Err((rule, sign)) => target.fault(plan, rule, &sign),
            },
        }
    }

    fn region(&self, target: &mut Target<'_>) {
        match (target.city.take(), &mut target.out.region) {
            (Some(city), Some(region)) if !region.starts_with(city.as_str()) => *region = format!("{city}{region}"),
            (Some(city), region @ None) => *region = Some(city),
            (None, None) if self.site_is_region => {
                target.out.region = target.out.site.as_deref().and_then(region::of_site)
            }
            (None, region @ None) => region.clone_from(&self.sheet_region),
            _ => {}
        }
    }

    fn show(&mut self, plan: &Plan, value: impl FnOnce() -> String) {
        if let Some(converted) = &mut self.converted {
            converted.insert(plan.index as u32, value());
        }
    }
}

impl Target<'_> {
    fn fault(&mut self, plan: &Plan, rule: Rule, shown: &str) {
        let fault = FieldFault::error(plan.field.key(), rule).with("text", quote(shown));
        self.out.faults.push(CellFault { cell: address(plan.index, self.number), fault });
    }

    fn need(&mut self, plan: &Plan, need: ReadNeed) {
        if need.quantity.is_none() {
            let fault = FieldFault::warning(plan.field.key(), Rule::NotANumber)
                .with("text", quote(need.text.as_deref().unwrap_or("")));
            self.out.faults.push(CellFault { cell: address(plan.index, self.number), fault });
        }
        self.out.needs.push(need);
    }

    fn long_need(&mut self) {
        let [element, count, unit] = std::mem::take(&mut self.long);
        let Some(element) = element.filter(|element| !text::means_nothing(element)) else { return };
        let read = count.as_deref().and_then(quantity::text);
        let unit = unit.or_else(|| usual_unit(&element).map(str::to_string)).unwrap_or_default();
        self.out.needs.push(ReadNeed::new(&element, &unit, read.unwrap_or(Quantity::default())));
    }
}

/// The amount in a cell of a money column.
pub(super) fn amount(plan: &Plan, cell: &Cell<'_>) -> Result<Option<ReadAmount>, Rule> {
    match cell {
        Cell::Number(n) => money::number(*n, plan.money).map(Some),
        Cell::Text(text) => money::text(text, plan.money),
        Cell::Date { .. } => Err(Rule::NotANumber),
        Cell::Error(_) => Err(Rule::FormulaError),
        Cell::Uncalculated => Err(Rule::FormulaText),
        Cell::Empty => Ok(None),
    }
}

fn mark_of(plan: &Plan, cell: &Cell<'_>, shown: &str) -> Result<Option<ReadMark>, (Rule, String)> {
    let item = plan.detail.as_deref().unwrap_or("");
    let done =
        |date| Ok(Some(ReadMark { item: item.to_string(), state: MarkState::Done, number: None, date, note: None }));
    match cell {
        Cell::Date { on: Some(on), month } => return done(date(*on, *month).ok()),
        Cell::Number(n) => match number_day(*n) {
            Some(Ok(day)) => return done(Some(day)),
            Some(Err(rule @ Rule::AmbiguousMonth)) => return Err((rule, shown.to_string())),
            _ => {}
        },
        _ => {}
    }
    mark::read(item, shown).map_err(|sign| (Rule::UnknownMark, sign))
}

/// The day a number in an approval's cell stands for. One below ten is a sign, e.g. 1 for √.
pub(super) fn number_day(n: f64) -> Option<Result<Day, Rule>> {
    (n.fract() != 0.0 || n >= 10.0).then(|| day::number(n))
}

/// A date cell, of which the format may only show the month.
pub(super) fn date(on: chrono::NaiveDate, month: bool) -> Result<Day, Rule> {
    use chrono::Datelike;
    if !(1949..=2099).contains(&on.year()) {
        return Err(Rule::YearOutOfRange);
    }
    if month { Day::month(on.year(), on.month(), false).ok_or(Rule::NotADay) } else { Ok(Day::exact(on)) }
}

/// A second text for a field goes on a new line.
pub(super) fn join(slot: &mut Option<String>, value: String) {
    match slot {
        Some(before) if !before.is_empty() && *before != value => {
            before.push('\n');
            before.push_str(&value);
        }
        _ => *slot = Some(value),
    }
}

fn quote(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}
