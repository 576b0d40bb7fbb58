//! A desk's approvals from their rows to a plan of every project, against a script over networkx that reads the same file.

use crate::alternately;
use chrono::{Datelike, Days, NaiveDate};
use serde_json::{Value as Json, json};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::time::Instant;
use zhuanban_core::approval::clock::{Limit, Unit};
use zhuanban_core::approval::running::Binding;
use zhuanban_core::approval::schedule::{Task, TaskState, schedule};
use zhuanban_core::approval::state::{Standing, State, Step, fold};
use zhuanban_core::approval::template::{Core, Item, Side, shipped};
use zhuanban_core::calendar::Calendar;
use zhuanban_core::id::{ApprovalId, ProjectId};
use zhuanban_core::store::Reader;
use zhuanban_core::store::record::cell;
use zhuanban_core::time::FixedClock;
use zhuanban_core::{Caller, Desk, api};

const SIZES: [usize; 2] = [5_000, 100_000];
const RUNS: usize = 7;
/// Approvals a project has.
const NODES: usize = 15;

pub fn measure(folder: &Path, python: &str) {
    let today = NaiveDate::from_ymd_opt(2022, 3, 28).expect("a day");
    let items = folder.join("items.json");
    std::fs::create_dir_all(folder).expect("a folder");
    std::fs::write(&items, told().to_string()).expect("the items as the script reads them");
    for size in SIZES {
        let desk = desk(&folder.join(size.to_string()), size, today);
        let mut script = Script::start(python, &desk.path(), today, &items);
        let ours = || {
            let begun = Instant::now();
            let found = desk.read(&Caller::default(), |r| Ok(plan(r, today))).expect("a plan");
            (begun.elapsed().as_secs_f64() * 1000.0, found)
        };
        let theirs = script.plan();
        assert_eq!(ours().1, theirs.1, "both find the same days and the same critical items");
        alternately(RUNS, "rows", &format!("{size} items"), || ours().0, || script.plan().0);
    }
}

/// The sum of all days on which something is finished, and how many items are critical.
type Found = (i64, i64);

/// An approval as far as a plan asks for it.
struct Known<'r> {
    project: ProjectId,
    item: &'r Item,
    promised: Option<u16>,
    standing: Standing,
}

/// Reads, folds and plans every project of the desk.
fn plan(r: &Reader, today: NaiveDate) -> Found {
    let all = known(r);
    let mut order: Vec<(ProjectId, usize)> = all.iter().map(|one| one.project).zip(0..).collect();
    order.sort_unstable();
    let calendar = r.calendars().expect("calendars").everybody();
    let (mut sum, mut critical) = (0, 0);
    for project in order.chunk_by(|a, b| a.0 == b.0) {
        let tasks: Vec<Task> = project.iter().map(|(_, at)| all[*at].task(calendar, today)).collect();
        let plan = schedule(calendar, today, &tasks).expect("no circle");
        sum += plan.items.iter().map(|item| i64::from(item.finish.num_days_from_ce())).sum::<i64>();
        critical += plan.items.iter().filter(|item| item.critical).count() as i64;
    }
    (sum, critical)
}

/// Every approval that has steps and is needed, folded. As on the board, only what is asked for is read, in the order it lies.
fn known<'r>(r: &'r Reader) -> Vec<Known<'r>> {
    let ((ids, steps), templates) = (steps(r), r.templates().expect("templates"));
    let sql = "select id, project, item, promised from approval where waived is null order by id";
    let mut find = r.db().prepare_cached(sql).expect("a statement");
    let mut rows = find.query([]).expect("approvals");
    let (mut found, mut next) = (vec![], 0);
    while let Some(row) = rows.next().expect("an approval") {
        let id: ApprovalId = cell(row, 0).expect("an identity");
        let begin = next + ids[next..].iter().take_while(|of| **of < id).count();
        next = begin + ids[begin..].iter().take_while(|of| **of == id).count();
        let project = cell(row, 1).expect("a project");
        let code = row.get_ref(2).expect("a column").as_str().expect("a code");
        let Some(item) = templates.item_of(project, code).filter(|_| next > begin) else { continue };
        let promised: Option<i64> = row.get(3).expect("half days");
        let promised = promised.and_then(|half_days| u16::try_from(half_days).ok());
        found.push(Known { project, item, promised, standing: fold(item.kind, &steps[begin..next]) });
    }
    found
}

/// All steps by approval, those of one as they happened, and whose each is.
fn steps(r: &Reader) -> (Vec<ApprovalId>, Vec<Step>) {
    let sql = "select approval, typed_ms, state, happened_on, stop_kind, restart, extension, undated from approval_step order by id";
    let mut find = r.db().prepare_cached(sql).expect("a statement");
    let mut rows = find.query([]).expect("steps");
    let mut found = vec![];
    while let Some(row) = rows.next().expect("a step") {
        let days: Option<i64> = row.get(6).expect("days");
        let step = Step {
            state: cell(row, 2).expect("a state"),
            on: cell(row, 3).expect("a day"),
            stop: cell(row, 4).expect("a kind"),
            basis: String::new(),
            restart: cell(row, 5).expect("yes or no"),
            examiner: None,
            days: days.and_then(|days| u16::try_from(days).ok()).unwrap_or(0),
            undated: cell::<Option<bool>>(row, 7).expect("yes or no") == Some(true),
        };
        found.push((cell(row, 0).expect("an approval"), row.get(1).expect("a moment"), step));
    }
    found.sort_unstable_by_key(|(approval, typed_ms, step): &(ApprovalId, i64, Step)| (*approval, step.on, *typed_ms));
    found.into_iter().map(|(approval, _, step)| (approval, step)).unzip()
}

impl Known<'_> {
    fn task(&self, calendar: &Calendar, today: NaiveDate) -> Task {
        let Self { item, standing, .. } = self;
        let agreed = self.promised.map(|half_days| Limit { half_days, unit: Unit::Working });
        let state = match (standing.state.is_done(), standing.decided, standing.accepted) {
            (true, on, _) => TaskState::Done { on: on.or(standing.since).unwrap_or(today) },
            (false, None, Some(_)) => {
                let limit =
                    agreed.map(|limit| Binding { limit, side: Side::Department }).or_else(|| Binding::of(item, None));
                let due = limit.filter(|_| standing.clock_runs()).and_then(|limit| limit.due_day(calendar, standing));
                TaskState::Running { due: due.unwrap_or(today) }
            }
            _ => TaskState::Ahead,
        };
        Task {
            code: item.code.clone(),
            needs: item.needs.clone(),
            after: vec![],
            bundle: None,
            lasts: agreed.unwrap_or(item.duration().limit),
            state,
        }
    }
}

/// The nodes every project is watched by, as far as they are accepted and can be stopped.
fn items() -> impl Iterator<Item = &'static Item> {
    let takes = |item: &&Item| {
        item.core != Core::None && [State::Accepted, State::Stopped, State::Reviewing].iter().all(|s| s.fits(item.kind))
    };
    shipped().items().iter().filter(takes).take(NODES)
}

/// What the script must know of the library.
fn told() -> Json {
    let half_days = |limit: Limit| json!([limit.half_days, limit.unit == Unit::Working]);
    let one = |item: &Item| {
        let limit = Binding::of(item, None).map(|binding| half_days(binding.limit));
        let told = json!({"needs": item.needs.0, "limit": limit, "lasts": half_days(item.duration().limit)});
        (item.code.clone(), told)
    };
    Json::Object(items().map(one).collect())
}

/// A desk of so many approvals: some decided, some running, one of these stopped for a week, the others handed in or prepared.
fn desk(folder: &Path, size: usize, today: NaiveDate) -> Desk {
    let new = !folder.exists();
    let desk = Desk::open(folder, Arc::new(FixedClock(today))).expect("a desk");
    if !new {
        return desk;
    }
    let call = |name: &str, input: Json| -> Json {
        api::dispatch(&[api::COMMANDS], &desk, &Caller::default(), name, input).expect(name).value
    };
    call("desk_start", json!({"person": "王敏", "office": "示例专班", "level": "city", "region": null}));
    let codes: Vec<&str> = items().map(|item| item.code.as_str()).collect();
    assert_eq!(codes.len(), NODES);
    let project = |n: usize| {
        let saved = call("project_save", json!({"id": null, "set": {"name": format!("示例项目{n}")}}));
        saved["project"]["id"].as_str().expect("an identity").to_string()
    };
    let projects: Vec<String> = (0..size.div_ceil(NODES)).map(project).collect();
    for (first, some) in projects.chunks(60).enumerate() {
        let each = some
            .iter()
            .enumerate()
            .flat_map(|(n, id)| codes.iter().enumerate().map(move |(at, code)| (n, id, at, code)));
        let steps = each.flat_map(|(n, id, at, code)| {
            let step = move |(state, ago): (&str, usize)| {
                let on = today - Days::new(ago as u64);
                let (kind, basis) = if state == "stopped" { (Some("testing"), Some("行政许可法第45条")) } else { (None, None) };
                json!({"project": id, "item": code, "state": state, "happened_on": on, "stop_kind": kind, "basis": basis})
            };
            steps_of(first * 60 + n + at, at).into_iter().map(step).collect::<Vec<_>>()
        });
        call("approval_step_all", json!({"steps": steps.collect::<Vec<_>>()}));
    }
    desk
}

/// The earlier an item stands in the list, the further it is; days before today.
fn steps_of(n: usize, at: usize) -> Vec<(&'static str, usize)> {
    let late = n % 30;
    match (n + at) % 8 {
        0 | 1 => vec![("accepted", 60 + late), ("approved", 20 + late)],
        2 => vec![("submitted", 50 + late), ("accepted", 40 + late), ("approved", 3 + late)],
        3 => vec![("accepted", 5 + late)],
        4 => vec![("accepted", 20 + late), ("stopped", 12 + late), ("reviewing", 5 + late)],
        5 => vec![("submitted", 1 + late)],
        _ => vec![("preparing", 1 + late)],
    }
}

/// The script, which plans whenever it is asked to.
struct Script {
    child: Child,
    ask: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Script {
    fn start(python: &str, db: &Path, today: NaiveDate, items: &Path) -> Self {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut child = Command::new(python)
            .arg(root.join("benches/limits/schedule.py"))
            .arg(db)
            .arg(today.to_string())
            .arg(root.join("crates/core/data/holidays.csv"))
            .arg(items)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("python");
        let (ask, answers) = (child.stdin.take().expect("piped"), child.stdout.take().expect("piped"));
        Self { child, ask, answers: BufReader::new(answers) }
    }

    /// The milliseconds it says it took, and what it found.
    fn plan(&mut self) -> (f64, Found) {
        self.ask.write_all(b"again\n").expect("the script listens");
        let mut line = String::new();
        self.answers.read_line(&mut line).expect("the script answers");
        let words: Vec<&str> = line.split_whitespace().collect();
        assert_eq!(words.len(), 3, "the script answered: {line}");
        let number = |at: usize| words[at].parse::<i64>().expect("a number");
        (words[0].parse().expect("milliseconds"), (number(1), number(2)))
    }
}

impl Drop for Script {
    fn drop(&mut self) {
        // Asked no more, it ends by itself; where it does not there is nobody left to tell.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
