// Written by `cargo xtask bindings` from the pages of commands. Do not edit.

export type AcceptFile = { key: number, 
/**
 * Whose it is, where it was not recognised or was recognised wrongly.
 */
unit: RoundUnitId | null, fate: FileFate, 
/**
 * Write the projects that the desk does not know as new ones.
 */
add_new: boolean, 
/**
 * Lines that are like a project of the desk and are another all the same, by their places ([`super::ReturnedLine::at`]).
 */
add_like: Array<number>, 
/**
 * Projects that are called as the file calls them from now on; the name before stays among the former ones.
 */
rename: Array<ProjectId>, };

export type AddFiles = { project: ProjectId, 
/**
 * Code of the project's item whose certificate they are scans of.
 */
item?: string, 
/**
 * The start of the project that they show.
 */
start?: StartId, added: Array<NewFile>, };

export type Added = { added: Array<Attachment>, 
/**
 * The same content was attached before, here or to another project.
 */
twice: Array<Twice>, };

export type Against = "last" | "last_year";

export type Answer = string;

export type AnswerQuestion = { project: ProjectId, 
/**
 * The question's code, e.g. `farmland`.
 */
question: string, 
/**
 * `yes`, `no` or a choice; absent takes the answer back.
 */
answer: string | null, };

export type Applies = "in" | "out" | "unknown";

export type Approval = { id: ApprovalId, office: OfficeId, project: ProjectId, 
/**
 * Code of the template item, e.g. `B02`.
 */
item: string, 
/**
 * Added by hand from the library, though no rule asks for it.
 */
added: boolean, 
/**
 * Why it is not needed (不涉及); a waived item is out of every count.
 */
waived: string | null, 
/**
 * Who holds the certificate's side, and who the opinion's (practice C28).
 */
holder: string | null, opinion_holder: string | null, 
/**
 * Since when the opinion is waited for, where that is later than acceptance; since when it is there.
 */
opinion_asked_on: string | null, opinion_on: string | null, 
/**
 * Limits agreed for this project, in half days; the template's otherwise.
 */
statutory: number | null, statutory_unit: string | null, promised: number | null, 
/**
 * 容缺: the missing material and its promised date.
 */
lacking: string | null, lacking_by: string | null, 
/**
 * Codes of what it does not wait for (并联办理), joined by `;`.
 */
parallel: string | null, 
/**
 * Codes of what is handed in after acceptance (容缺), joined by `;`: it ends no earlier than these do.
 */
lacking_items: string | null, 
/**
 * Approvals of a project with the same name here are handled as one, e.g. 多评合一.
 */
bundle: string | null, certificate: string | null, certificate_on: string | null, expires_on: string | null, 
/**
 * The due day that stands on a signed sheet (受理通知书); no notice moves it.
 */
due_printed: string | null, verified_on: string | null, verified_with: string | null, note: string | null, 
/**
 * On which level it is decided, where that is not the item's usual one.
 */
level: DecisionLevel | null, 
/**
 * Who goes along with it to a higher level (跑部进京).
 */
escort: string | null, 
/**
 * 专人: who of the office sees it through, by name, and of the register if the name stands there.
 */
responsible: string | null, responsible_person: PersonId | null, };

export type ApprovalBoard = { as_of: string, 
/**
 * In hand in all, whatever the filter.
 */
total: number, 
/**
 * Those that fit the filter.
 */
found: number, 
/**
 * Of those, in nobody's hands: shown where a flag is asked for that they carry.
 */
aside: number, heat: Array<HeatCount>, 
/**
 * Most first.
 */
holders: Array<HolderRow>, 
/**
 * Most first.
 */
items: Array<ItemCount>, flags: Array<FlagCount>, 
/**
 * Those nobody is in charge of first, then most first.
 */
people: Array<InChargeCount>, 
/**
 * From `offset` on: the most overdue first, then by due day; what has none comes last, the longest held first, those in working days before
 * those in calendar days.
 */
rows: Array<BoardRow>, };

export type ApprovalBoardQuery = { filter: BoardFilter, offset: number, limit: number, };

export type ApprovalCall = { id: ApprovalCallId, office: OfficeId, approval: ApprovalId, project: ProjectId, called_on: string, typed_ms: number, 
/**
 * Who was called, by whose turn it was.
 */
turn: Turn | null, 
/**
 * With whom.
 */
person: string | null, result: CallResult, 
/**
 * 答应×日: by when it was promised.
 */
promised_on: string | null, note: string | null, };

export type ApprovalCallId = string;

export type ApprovalFigures = { as_of: string, 
/**
 * By item, in the order of the library.
 */
compression: Array<Compressed>, 
/**
 * All of them together.
 */
together: Compressed, 
/**
 * Decided approvals that cannot be compared: without a limit of the law in working days that binds the department, or
 * without a day of acceptance.
 */
not_compared: number, 
/**
 * The same by reason, those that occur.
 */
not_compared_why: Array<NotComparedCount>, 
/**
 * Approvals of the whole desk granted on a day nobody told: they are in no span.
 */
undated: number, 
/**
 * Quickest first.
 */
milestones: Array<Milestone>, 
/**
 * The middle of their days.
 */
median_days: number | null, measures: Array<MeasureCount>, 
/**
 * 四减 of the decided approvals: each has the steps, papers, days and fee of its item.
 */
cuts: Array<ReductionSum>, };

export type ApprovalId = string;

export type ApprovalMaterial = { id: ApprovalMaterialId, office: OfficeId, approval: ApprovalId, project: ProjectId, name: string, ready_on: string | null, handed_on: string | null, not_needed: boolean, note: string | null, };

export type ApprovalMaterialId = string;

export type ApprovalOf = { project: ProjectId, item: string, };

export type ApprovalStateCount = { state: State, count: number, };

export type ApprovalStep = { id: ApprovalStepId, office: OfficeId, approval: ApprovalId, project: ProjectId, state: State, happened_on: string, 
/**
 * Nobody told the day: it had happened by `happened_on`, the day of the sheet or of the call that told of it. Nothing is no.
 */
undated: boolean | null, typed_ms: number, stop_kind: StopKind | null, 
/**
 * Article or document that allows the stop or the extension.
 */
basis: string | null, 
/**
 * After the stop the limit starts anew.
 */
restart: boolean, 
/**
 * Who inspects, tests or reviews during a stop for that.
 */
examiner: string | null, 
/**
 * Working days added by 批准延期.
 */
extension: number | null, note: string | null, };

export type ApprovalStepId = string;

export type ApprovalWay = { id: ApprovalWayId, office: OfficeId, approval: ApprovalId, project: ProjectId, way: Way, begun_on: string, 
/**
 * Code of the item whose paper makes it formal, e.g. 出让合同 for a simulated permit.
 */
waits_for: string | null, 
/**
 * The day until which was pledged.
 */
due_by: string | null, 
/**
 * Since when it is formal, or the pledge kept.
 */
formal_on: string | null, 
/**
 * 预审意见, 承诺书: its number.
 */
document: string | null, 
/**
 * 区域评估: the area that was assessed, and how many half days the item still takes there; without them it is not needed.
 */
area: string | null, half_days: number | null, note: string | null, };

export type ApprovalWayId = string;

export type Ask = { "when": "always" } | { "when": "yes", question: string, words: string | null, } | { "when": "not", question: string, } | { "when": "choice", question: string, values: Array<string>, };

export type AskText = { round: RoundId, 
/**
 * Absent: for the group of all units.
 */
unit: RoundUnitId | null, };

export type Asked = "stage" | "started" | "started_actual" | "done_total" | "done_year" | "done_month" | "entered" | "image" | "issue" | "next_step";

export type Assign = { by: WallBy, projects: Array<ProjectId>, 
/**
 * In official order; the first takes the odd one.
 */
names: Array<string>, since: string | null, };

export type AssignApprovals = { approvals: Array<ApprovalOf>, 
/**
 * Nobody where it is absent or empty.
 */
name: string | null, 
/**
 * Of the register; found by the name where it is absent.
 */
person: PersonId | null, };

export type Assigned = { name: string, projects: number, };

export type AssignedApprovals = { approvals: number, projects: number, };

export type AtPlace = { query: ProjectQuery, offset: number, };

export type AttachedPicture = { media: string, base64: string, };

export type Attachment = { id: AttachmentId, office: OfficeId, project: ProjectId, 
/**
 * The approval of the project whose certificate this is the scan of.
 */
approval: ApprovalId | null, 
/**
 * The start of the project that it shows (现场照片 of 开工认定 and 复工).
 */
start: StartId | null, 
/**
 * The file's name as people call it, with its ending.
 */
name: string, 
/**
 * SHA-256 of the bytes, lower-case hexadecimal.
 */
hash: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * Media type, by content where it can be told.
 */
media: string, kind: AttachmentKind, 
/**
 * The day the photo was taken or the paper is dated.
 */
happened_on: string | null, note: string | null, 
/**
 * When it was attached, milliseconds UTC.
 */
added_ms: number, };

export type AttachmentId = string;

export type AttachmentKind = "photo" | "document" | "scan" | "plan" | "other";

export type Attachments = { list: Array<OnFile>, 
/**
 * Bytes.
 */
most: number, };

export type Authority = "power" | "duty";

export type AuthorityExport = { file: string, language: Language, };

export type AuthorityItem = { code: string, name: string, name_en: string, 
/**
 * Law and article.
 */
basis: string, };

export type AuthorityLists = { 
/**
 * In the order of the library; units with nothing on either list are left out.
 */
units: Array<AuthorityUnit>, power: number, duty: number, 
/**
 * Items of the library on neither list.
 */
unmarked: number, };

export type AuthorityUnit = { department: string, department_en: string, power: Array<AuthorityItem>, duty: Array<AuthorityItem>, };

export type Basis = "dispatch" | "statistics" | "finance";

export type BasisMoney = { basis: Basis, period: string, as_of: string | null, 
/**
 * 元
 */
done_total: number | null, 
/**
 * Of 总投资, thousandths.
 */
rate: number | null, 
/**
 * 元, of the report's own year.
 */
done_year: number | null, 
/**
 * Of the year's plan, thousandths; nothing where the plan is of another year than the report.
 */
year_rate: number | null, done_month: number | null, 
/**
 * 序时进度 at the end of the period's month by the year's own schedule, else month / 12, thousandths (practice C36).
 */
schedule: number, 
/**
 * Ahead of 序时进度 or behind it (negative), thousandths.
 */
ahead: number | null, };

export type BatchPreview = { 
/**
 * Steps that may be recorded, and of how many projects.
 */
steps: number, projects: number, 
/**
 * Those that may not, in their order.
 */
refused: Array<RefusedStep>, 
/**
 * Projects whose start of construction or other approvals would move, those whose start moves most first.
 */
moved: Array<MovedProject>, 
/**
 * Steps whose moves were looked at: the first 300.
 */
looked: number, };

export type Board = { as_of: string, year: number, starts: Starts, invested: Invested, statistics: InStatistics, yearly: Yearly, 
/**
 * Typed in; the newest of each name first.
 */
typed: Array<TypedIn>, stuck: Stuck, tasks: Tasks, gaps: Array<Gap>, 
/**
 * The day the gaps are counted on.
 */
gaps_as_of: string, contentment: Contentment, };

export type BoardChoices = { 
/**
 * In official order.
 */
leaders: Array<LeaderName>, chains: Array<string>, 
/**
 * Counties that have projects, in the order of their codes.
 */
regions: Array<RegionOf>, };

export type BoardFilter = { 
/**
 * Name of the holder; empty for the applicant.
 */
holder: string | null, state: State | null, 
/**
 * Code of the item.
 */
item: string | null, heat: Heat | null, flag: Flag | null, 
/**
 * Name of the person in charge (专人); empty for nobody.
 */
person: string | null, 
/**
 * Occurs in the project's name.
 */
text: string | null, };

export type BoardQuery = { scope: Scope, as_of: string | null, };

export type BoardRow = { approval: ApprovalId, project: ProjectId, project_name: string, item: string, name: string, name_en: string, kind: ItemKind, state: State, turn: Turn, 
/**
 * Absent where the applicant has to move.
 */
holder: string | null, holder_en: string | null, since: string | null, 
/**
 * Days in the same hands, of `unit`.
 */
days: number | null, 
/**
 * Working days, but for a stop of a limit that counts all days.
 */
unit: Unit, due_on: string | null, 
/**
 * Working days to the due day; negative when overdue.
 */
days_left: number | null, 
/**
 * Nothing for one in nobody's hands.
 */
heat: Heat | null, flags: Array<Flag>, 
/**
 * The day of the last step or verification (最近核实), whichever is later.
 */
touched_on: string | null, expires_on: string | null, 
/**
 * 容缺: what is missing, and until when it was promised.
 */
lacking: string | null, lacking_by: string | null, 
/**
 * States that may come next.
 */
next: Array<State>, 
/**
 * Who is in charge of it (专人).
 */
responsible: string | null, 
/**
 * Of the register, where the name stands there.
 */
responsible_person: PersonId | null, };

export type Book = { units: Array<BookUnit>, 
/**
 * Seats with somebody in them now, and without.
 */
people: number, vacant: number, };

export type BookChange = { field: BookField, old: string | null, new: string | null, };

export type BookDoubt = "honorific" | "no_unit" | "bare";

export type BookExport = { file: string, 
/**
 * Numbers with their middle digits hidden.
 */
masked: boolean, language: Language, };

export type BookField = "name" | "title" | "duties" | "role" | "office" | "mobile" | "short" | "nickname" | "note";

export type BookImport = { source: BookSource, 
/**
 * Lines to write.
 */
take: Array<number>, 
/**
 * Lines whose person is another of that name.
 */
apart: Array<number>, 
/**
 * Units and people follow each other as in the file.
 */
reorder: boolean, 
/**
 * When those who were replaced left.
 */
on: string, };

export type BookImported = { new: number, changed: number, units: number, };

export type BookLine = { 
/**
 * Its place, from 0; the answer to the preview names lines by it.
 */
at: number, sheet: string, row: number, unit: string | null, unit_is_new: boolean, 
/**
 * Absent for a vacant seat.
 */
name: string | null, vacant: boolean, title: string | null, duties: string | null, role: SeatRole | null, reach: ReachedBy, note: string | null, verdict: BookVerdict, doubt: BookDoubt | null, 
/**
 * The seat of the book it is about.
 */
person: PersonId | null, 
/**
 * Who left this seat: stays in the book with his term.
 */
replaces: string | null, changes: Array<BookChange>, 
/**
 * Other units where this name sits, taken for the same person.
 */
also: Array<string>, 
/**
 * Cells that could not be read; the rest of the line is taken.
 */
faults: Array<CellFault>, };

export type BookPerson = { person: Person, reach: ReachedBy, 
/**
 * 1 is called first, in the order of [`SeatRole::call`].
 */
call: number | null, 
/**
 * Projects this name answers for now.
 */
projects: number, 
/**
 * Other units where the same person sits.
 */
also: Array<string>, };

export type BookPreview = { lines: Array<BookLine>, new_units: Array<string>, };

export type BookQuery = { 
/**
 * Found as in the palette: two characters, initials, the end of a phone.
 */
text: string | null, 
/**
 * With those whose term has ended.
 */
former: boolean, };

export type BookSource = { file: string | null, 
/**
 * Lines with tabs between cells, the head first.
 */
text: string | null, };

export type BookUnit = { 
/**
 * Absent for those who belong to no unit: the office's own people and the leaders.
 */
unit: Department | null, people: Array<BookPerson>, };

export type BookVerdict = "new" | "changed" | "same" | "unclear";

export type CalendarDays = { year: number, 
/**
 * No notice is known yet: Monday to Friday but for the fixed holidays (暂估).
 */
provisional: boolean, 
/**
 * The days on which an office works.
 */
working: string[], 
/**
 * The days that holidays change, of this calendar year.
 */
days: Array<NoticeDay>, 
/**
 * The versions of the year's notice, oldest first; the last holds.
 */
versions: Array<NoticeVersion>, 
/**
 * What single units work otherwise in this year.
 */
units: Array<UnitNotice>, 
/**
 * Years that have a notice.
 */
years: Array<number>, };

export type CalendarNoticeId = string;

export type CalendarYear = { year: number, };

export type CallResult = "unreached" | "passed_on" | "waits_papers" | "under_way" | "answered";

export type CallRole = { role: Role, name: string | null, };

export type CameFile = { 
/**
 * Whether the page can show it.
 */
shown: boolean, id: RoundFileId, office: OfficeId, round: RoundId, unit: RoundUnitId | null, name: string, 
/**
 * SHA-256 in hexadecimal.
 */
hash: string, size: number, media: string, fate: FileFate, came_ms: number, 
/**
 * How many of a thousand asked cells are as they were handed out.
 */
alike: number | null, 
/**
 * Hash of the asked cells it holds: the same figures in another file have the same.
 */
cells: string | null, 
/**
 * [`file::RowFault`]s as JSON.
 */
faults: string | null, 
/**
 * Projects it names, and how many of them it changed.
 */
rows: number | null, changed: number | null, note: string | null, };

export type CardLine = { id: ProjectId, name: string, region: string | null, stage: Stage, total: number | null, total_about: boolean, plan: number | null, done: number | null, rate: Percent | null, image: string | null, issue: string | null, 
/**
 * The day the words are as of.
 */
as_of: string | null, responsible_unit: string | null, 
/**
 * What has lain longest, and with whom.
 */
stuck: Holding | null, };

export type CardOf = { leader: string, as_of: string | null, };

export type Carried = "new" | "continued";

export type CellChange = { field: string, old: string | number | boolean | null, new: string | number | boolean | null, };

export type CellEdit = { project: ProjectId, column: Column, text: string, 
/**
 * `YYYY-MM`: the report a figure or word of progress is for, if it is not the newest. One that is missing is made.
 */
period: string | null, };

export type CellFault = { cell: string, fault: FieldFault, };

export type CellGet = { text: string, editable: boolean, changed_ms: number | null, person: string | null, 
/**
 * The command by which it was set.
 */
label: string | null, 
/**
 * None where the record was made with the value.
 */
old: string | null, };

export type CellOf = { project: ProjectId, column: Column, period: string | null, unit: TypedUnit, };

export type CellsChecked = { cells: Array<CheckedCell>, 
/**
 * Cells that would hold another value, without a fault.
 */
changed: number, 
/**
 * Cells with a fault that stops the writing.
 */
faults: number, };

export type CellsEdit = { cells: Array<CellEdit>, 
/**
 * What the caller saw in each cell, as [`CellGet`] and [`CheckedCell`] write it; a cell that holds something else stops all.
 */
expect: Array<string> | null, 
/**
 * The money unit of figures that name none.
 */
unit: TypedUnit, 
/**
 * Needed where a period is closed.
 */
correction?: CorrectionReason, };

export type CellsEditAll = { projects: Array<ProjectId> | null, query: ProjectQuery | null, column: Column, text: string, period: string | null, unit: TypedUnit, 
/**
 * Needed where a period is closed.
 */
correction?: CorrectionReason, };

export type CellsEdited = { 
/**
 * Cells whose value is another now.
 */
cells: number, projects: number, warnings: Array<FieldFault>, };

export type Change = { 
/**
 * The order in which this desk learned of it.
 */
number: number, ms: number, person: string, label: string, table: string, row: string, field: string, old: string | number | null, new: string | number | null, };

export type ChangeHolder = { role: Role, projects: Array<ProjectId>, to: string, 
/**
 * The first day of the new holder.
 */
since: string, };

export type ChangedStandings = { changed: number, 
/**
 * Names of those that were left as they are.
 */
left_out: Array<string>, };

export type Charge = { item: string, name: string, name_en: string, loss: Loss, 
/**
 * The unit or the third party; the applicant where `applicant` says so.
 */
holder: string | null, holder_en: string | null, applicant: boolean, 
/**
 * Others who inspect, test or review.
 */
third: boolean, 
/**
 * Of `unit`: the same days the panel and the steps tell, but for those that are another's.
 */
days: number, unit: Unit, 
/**
 * It holds up the start of construction.
 */
critical: boolean, };

export type Check = "unit_suspect" | "done_decreased" | "year_decreased" | "done_over_total" | "over_plan" | "month_negative" | "completed_low" | "started_zero" | "invested_before_start" | "stage_back" | "started_before_permit" | "same_name" | "phone" | "project_code" | "credit_code" | "no_leader" | "no_region" | "negative";

export type CheckCount = { check: Check, open: number, passed: number, };

export type CheckLimit = { item: string, which: Which, 
/**
 * Where it was found.
 */
source: string | null, 
/**
 * Takes the confirmation back.
 */
withdraw: boolean, };

export type CheckPage = { 
/**
 * The month that was checked; absent where nobody reported yet.
 */
period: string | null, 
/**
 * Every month with reports, newest first.
 */
periods: Array<string>, 
/**
 * Projects that were looked at.
 */
checked: number, open: number, passed: number, 
/**
 * Checks with at least one line, in their order.
 */
checks: Array<CheckCount>, 
/**
 * Units with at least one open line, most first.
 */
units: Array<UnitCount>, rows: Array<CheckRow>, 
/**
 * Lines beyond those listed.
 */
left_off: number, };

export type CheckPassId = string;

export type CheckQuery = { 
/**
 * `YYYY-MM`: reports of later months are left out; absent: the newest month there is.
 */
period: string | null, check: Check | null, by: UnitBy, 
/**
 * A key of [`CheckPage::units`].
 */
unit: string | null, 
/**
 * Those that were let pass, instead of the open ones.
 */
passed: boolean, 
/**
 * Only these projects' (a name's part).
 */
text: string | null, };

export type CheckRow = { project: ProjectId, name: string, 
/**
 * Its place in the ledger.
 */
place: number, unit: string, unit_name: string, check: Check, 
/**
 * The project's field where it is mended.
 */
field: string, period: string | null, ours: Seen, other: Seen, 
/**
 * Both values as one text, for letting it pass.
 */
seen: string, pass: Passed | null, };

export type CheckedCell = { project: ProjectId, column: Column, 
/**
 * A choice is written as its code.
 */
old: string, new: string, changed: boolean, faults: Array<FieldFault>, };

export type Checklist = { mode: Mode, land: Land, 
/**
 * Mode or land was assumed, not said.
 */
assumed: boolean, questions: Array<Question>, items: Array<Listed>, 
/**
 * Items that count in the index and items nobody asked about yet.
 */
required: number, not_collected: number, 
/**
 * 施工许可 by forecast, and the earliest lawful start of construction: once all the law puts first is there, or by 一会三函 once
 * the three letters are, whichever is sooner.
 */
permit_on: string | null, start_on: string | null, 
/**
 * When all that the law puts before construction is there, by forecast.
 */
formal_on: string | null, 
/**
 * 一会三函, where the project has it.
 */
fast: FastHeld | null, 
/**
 * Approvals that wait for each other, in order: while they do there is no forecast.
 */
circle: Array<string>, 
/**
 * Codes of what should have been there before an approval that is accepted or granted, and is not, of all that the law puts
 * before construction: in the order of the list.
 */
skipped: Array<string>, };

export type ChecklistDifference = { project: ProjectId, name: string, kept_by: TemplateVersionId | null, comes: Array<NamedItem>, goes: Array<NamedItem>, 
/**
 * Items not yet granted whose binding limit or due day is other.
 */
limits: Array<LimitDifference>, permit: Shift, start: Shift, };

export type ChecklistDifferences = { 
/**
 * All of them, also beyond the window.
 */
count: number, rows: Array<ChecklistDifference>, };

export type ChecklistsUnder = { 
/**
 * Those begun that are kept by another version where nothing is said.
 */
projects: Array<ProjectId> | null, version: TemplateVersionId | null, offset: number, 
/**
 * At most 200.
 */
limit: number, };

export type Choice = { 
/**
 * What the answer holds, and what it is called in Chinese.
 */
value: string, en: string, };

export type Chosen = { projects: Array<ProjectId>, figure: FigureRows | null, };

export type ClearInput = { office: string, };

export type Cleared = { office: string, person: string | null, 
/**
 * When it was told, milliseconds UTC; on a certificate, when it was cleared.
 */
ms: number, 
/**
 * The data folder.
 */
folder: string, files: number, 
/**
 * Bytes.
 */
size: number, counts: Array<TableCount>, 
/**
 * SHA-256 of the last change, by which the desk that went on elsewhere is known to be this one.
 */
last_change: string | null, moved_away_ms: number | null, copied_off_ms: number | null, 
/**
 * Actions since the last copy or move that left this computer; all of them where nothing did.
 */
since: number, };

export type Clocked = { half_days: number, unit: Unit, side: Side, due_on: string | null, 
/**
 * Where a notice published since acceptance moved it: the day it was before.
 */
due_first: string | null, 
/**
 * A year on the way has no notice yet (暂估).
 */
provisional: boolean, 
/**
 * The template's limit is common practice that nobody confirmed yet (待核).
 */
to_check: boolean, 
/**
 * How the day was reached.
 */
days: Array<CountedDay>, };

export type Close = { session: string, };

export type Closing = { count: number, new: number, continued: number, 
/**
 * Counted projects that are neither; they belong to 前期 or nobody said.
 */
neither: number, total: number, plan: number, done_year: number, new_starts: number, completions: number, 
/**
 * 1 to 12: the newest month of the year that `done_year` reaches to; none where nothing was reported.
 */
month: number | null, };

export type Code = "not_found" | "invalid" | "cell_faults" | "forbidden" | "in_use" | "nothing_to_undo" | "nothing_to_redo" | "undo_blocked" | "not_started" | "already_started" | "unknown_command" | "bad_input" | "ledger_faults" | "stale" | "moved_away" | "package_foreign" | "package_password" | "package_incomplete" | "period_closed" | "round_closed" | "cancelled" | "database_too_new" | "database_damaged" | "database_busy" | "database_read_only" | "database_foreign" | "disk_full" | "file_missing" | "file_unreadable" | "file_unwritable" | "file_empty" | "file_corrupt" | "file_password" | "file_wrong_kind" | "file_too_large" | "file_too_large_to_attach" | "file_bomb" | "file_no_table" | "file_changed" | "internal";

export type Collect = { round: RoundId, files: Array<string>, job: string, };

export type Collected = { session: string, files: Array<Returned>, };

export type Column = "entered" | "light" | "name" | "code" | "region" | "enterprise" | "stage" | "standing" | "carried" | "nature" | "industry" | "chain" | "tags" | "list" | "parent" | "counted" | "statistics" | "entered_period" | "total" | "plan" | "arrived" | "done_total" | "done_year" | "done_month" | "rate" | "year_rate" | "image" | "issue" | "next_step" | "period" | "leader" | "chief_service_officer" | "liaison" | "responsible_unit" | "introduced_by" | "served_by" | "content" | "scale" | "site" | "note" | "conceived_planned" | "conceived_actual" | "negotiating_planned" | "negotiating_actual" | "signed_planned" | "signed_actual" | "preparing_planned" | "preparing_actual" | "land_planned" | "land_actual" | "started_planned" | "started_actual" | "building_planned" | "building_actual" | "completed_planned" | "completed_actual" | "operating_planned" | "operating_actual" | "full_planned" | "full_actual";

export type ColumnChoice = { field: Field, 
/**
 * The element of a need, the item of an approval.
 */
detail: string | null, 
/**
 * The money unit, or the unit of a need.
 */
unit: string | null, };

export type ColumnValue = { value: string | null, 
/**
 * What it is called, where it is a code or an identity that is no choice.
 */
name: string | null, count: number, };

export type Compare = { from: Moment, to: Moment, 
/**
 * Only this unit's lines; a key from [`Comparison::units`].
 */
unit: string | null, offset: number, limit: number, };

export type CompareExport = { from: ListId, to: ListId, 
/**
 * Path of the file.
 */
file: string, language: Language, };

export type CompareRound = { id: RoundId, with: Against, 
/**
 * Only this unit's lines; a key from [`Comparison::units`].
 */
unit: string | null, offset: number, limit: number, };

export type ComparedLine = { project: ProjectId, name: string, unit: string, unit_name: string, kind: LineChange, fields: Array<FieldChange>, };

export type Comparison = { added: number, gone: number, changed: number, same: number, 
/**
 * How many projects changed in which field, most first.
 */
fields: Array<FieldCount>, 
/**
 * In official order.
 */
units: Array<UnitSums>, from: Figures, to: Figures, 
/**
 * Of all that differ, this window.
 */
lines: Array<ComparedLine>, 
/**
 * How many lines there are.
 */
count: number, };

export type Compressed = { 
/**
 * Empty for all together.
 */
item: string, name: string, name_en: string, decided: number, 
/**
 * In half days, summed over the decided.
 */
law_half_days: number, 
/**
 * Of those that were promised something alike, summed; else the law's.
 */
promised_half_days: number, 
/**
 * Working days used, stops left out.
 */
used_days: number, 
/**
 * Decided within the limit of the law.
 */
in_time: number, 
/**
 * By how much of the law's time less was used; none where more was.
 */
shorter: Percent | null, };

export type Concerns = "need" | "approval" | "matter" | "promise" | "letter" | "make_good" | "start";

export type Contact = { id: ContactId, office: OfficeId, owner: string, name: string | null, phone: string | null, title: string | null, position: number | null, note: string | null, 
/**
 * Absent: told by its form.
 */
kind: ContactKind | null, };

export type ContactId = string;

export type ContactKind = "office" | "mobile" | "short" | "nickname";

export type Contentment = { rated: number, satisfied: number, 
/**
 * 基本满意 is counted in, and said apart.
 */
fairly: number, rate: Percent | null, unsatisfied: number, 
/**
 * What the unhappy were unhappy about, most first.
 */
topics: Array<Topic>, 
/**
 * The last day of a rating.
 */
last: string | null, };

export type Contents = { form: number, 
/**
 * The program that wrote it.
 */
version: string, office: string, person: string, 
/**
 * When it was made, milliseconds UTC.
 */
ms: number, counts: Array<TableCount>, files: Array<PackedFile>, };

export type CopiedOut = { path: string, };

export type CopyFile = { id: RoundFileId, path: string | null, };

export type CopyOut = { id: AttachmentId, path: string | null, };

export type Core = "always" | "once_yes" | "unless_granted" | "none";

export type Correction = { id: CorrectionId, office: OfficeId, round: RoundId, project: ProjectId, 
/**
 * The project's name then.
 */
name: string, period: string, basis: Basis, field: string, 
/**
 * As the field's own text: money in 元.
 */
old: string | null, new: string | null, 
/**
 * 改数原因
 */
reason: string, 
/**
 * 谁同意
 */
agreed_by: string, changed_ms: number, };

export type CorrectionId = string;

export type CorrectionReason = { reason: string, agreed_by: string, };

export type Corrections = { sheets: { [key in string]: SheetCorrections }, 
/**
 * What a sender's headings mean, kept from earlier files; a path as [`Column::heading`] gives it. Holds where columns moved.
 */
headings: { [key in string]: ColumnChoice }, };

export type Count = { n: number, of: RowKind, 
/**
 * What the kind needs to be told.
 */
key: string | null, };

export type CountedDay = { on: string, 
/**
 * Which day of the limit it is; none for a day that is not counted.
 */
count: number | null, what: DayRole, 
/**
 * The holiday it is off or worked for.
 */
holiday: string | null, };

export type CountingBasis = "parts" | "whole";

export type Counts = { projects: number, 
/**
 * Lines of the projects above: 其中, sub-projects. Never counted in totals.
 */
parts: number, 
/**
 * Lines merged into a project above.
 */
continued: number, groups: number, faults: number, hidden_rows: number, };

export type Cut = "county" | "leader" | "unit";

export type Day = string;

export type DayKind = { "kind": "workday" } | { "kind": "weekend" } | { "kind": "holiday", name: string, } | { "kind": "make_up", name: string, };

export type DayRole = "acceptance" | "counted" | "off" | "make_up" | "stopped" | "due";

export type Decide = { session: string, decisions: Array<Decision>, };

export type Decision = { key: number, 
/**
 * Take the row or leave it out; with `field`, that field of it.
 */
ticked: boolean | null, field: string | null, 
/**
 * What a faulty cell should say; needs `field`. Read like a cell, refused if it cannot be.
 */
text: string | null, duplicate: DuplicateVerdict | null, };

export type DecisionLevel = "national" | "province" | "city" | "county";

export type Department = { id: DepartmentId, office: OfficeId, name: string, short_name: string | null, kind: UnitKind, position: number | null, 
/**
 * The unit it is led by (归口部门).
 */
superior: DepartmentId | null, ranked: boolean, note: string | null, };

export type DepartmentId = string;

export type DeskInfo = { 
/**
 * Absent until the first run is done.
 */
office: Office | null, person: Person | null, 
/**
 * Today in Beijing.
 */
today: string, projects: number, 
/**
 * `zh`, `en`; absent: as the system.
 */
language: string | null, 
/**
 * `light`, `dark`; absent: as the system.
 */
theme: string | null, 
/**
 * Unit money is shown in: `wan` 万元 or `yi` 亿元.
 */
money_unit: string | null, 
/**
 * `compact`, `standard` (two lines) or `wrapped` (as high as the words are).
 */
row_height: string | null, 
/**
 * Which columns the ledger shows, JSON of the interface's own.
 */
ledger_columns: string | null, 
/**
 * How percentages end: `half_up` (default) or `truncate`, with `percent_places` decimals (default 1).
 */
percent: string | null, percent_places: string | null, 
/**
 * What undo would take back, and redo bring back.
 */
undo: Undone | null, redo: Undone | null, last_backup_ms: number | null, 
/**
 * When a copy last left this computer.
 */
copied_off_ms: number | null, 
/**
 * Days since then, once they are too many.
 */
copy_overdue_days: number | null, 
/**
 * After how many days a copy is asked for; 0 never.
 */
copy_reminder_days: number, 
/**
 * Set once the desk was moved to another computer: it can be read here, not changed.
 */
moved_away_ms: number | null, 
/**
 * The certificate of a desk that was cleared off this computer, until an office begins here.
 */
cleared: Cleared | null, version: string, 
/**
 * The data folder.
 */
folder: string, 
/**
 * Which office of the sample desk this is; absent on an officer's own desk.
 */
sample: SampleOffice | null, };

export type Difference = { 
/**
 * `total`, `done_total`, `enterprise`, `need:用地`, `approval:B02` …
 */
field: string, old: string | number | boolean | null, new: string | number | boolean | null, ticked: boolean, 
/**
 * Who changed the field here by hand; such a field is not ticked by itself (`rules.md` 12).
 */
edited_by: string | null, };

export type Doubt = { kind: DoubtKind, 
/**
 * The line, as it stands in the text.
 */
line: string, };

export type DoubtKind = "weekday" | "count" | "unread" | "both";

export type DuplicateVerdict = "later" | "same" | "other";

export type Duration = { limit: Limit, side: Side, };

export type Duty = { id: DutyId, office: OfficeId, project: ProjectId, role: Role, name: string, person: PersonId | null, since: string | null, until: string | null, position: number | null, };

export type DutyHolder = { name: string, title: string | null, projects: Array<Named>, };

export type DutyHolders = { holders: Array<DutyHolder>, 
/**
 * Living projects that count and have nobody.
 */
unassigned: Array<Named>, };

export type DutyId = string;

export type DutyReach = { duty: DutyId, phone: string, };

export type ElementChoice = { 
/**
 * e.g. `LAND-01`.
 */
code: string, 
/**
 * The category names the weight in the guarantee index.
 */
category: string, category_en: string, name: string, name_en: string, units: Array<UnitName>, 
/**
 * The department that usually leads.
 */
department: string, 
/**
 * What to ask of the need, e.g. 需求面积.
 */
fields: Array<string>, };

export type Enlist = { project: ProjectId, list: ListId, serial: string | null, grouping: string | null, };

export type EnlistMany = { list: ListId, projects: Array<ProjectId>, };

export type Enterprise = { id: EnterpriseId, office: OfficeId, name: string, uscc: string | null, region: string | null, note: string | null, };

export type EnterpriseId = string;

export type Expiry = { state: ExpiryState, 
/**
 * Its last day.
 */
on: string, 
/**
 * Calendar days to its last day; negative once that is past.
 */
days_left: number, };

export type ExpiryState = "expired" | "soon";

export type ExportChanges = { file: string, round: RoundId | null, with: Against | null, from: Moment | null, to: Moment | null, };

export type ExportInput = { 
/**
 * Path of the file; one that exists is replaced once the new one is complete.
 */
file: string, layout: Layout, 
/**
 * Of [`Layout::View`], which columns.
 */
columns: Array<Column>, 
/**
 * Which projects, in which order; its window is ignored.
 */
query: ProjectQuery, language: Language, 
/**
 * A new page for each county, rows sorted by it.
 */
county_pages: boolean, 
/**
 * What is new since the end of last month in red (本月新变化标红, practice C34).
 */
news: boolean, job: string, };

export type Exported = { file: string, rows: number, };

export type ExportedChanges = { file: string, 
/**
 * Cells in red.
 */
red: number, };

export type FastClass = "infrastructure" | "industry" | "livelihood";

export type FastHeld = { track: FastTrack, 
/**
 * The three, in their order.
 */
letters: Array<LetterHeld>, 
/**
 * Those that are not there.
 */
missing: Array<Letter>, 
/**
 * When construction may begin; nothing while a letter is neither there nor expected on a day.
 */
start_on: string | null, 
/**
 * Codes of formal items that are still to be made good, in the order of the list.
 */
open: Array<string>, 
/**
 * Working days by which they are forecast after the promised day; nothing where they come in time.
 */
late_days: number | null, 
/**
 * The promised day is past and some are not there.
 */
overdue: boolean, 
/**
 * The worst of letters and formal papers; green once those papers are all there.
 */
shade: Shade, };

export type FastLetter = { id: FastLetterId, office: OfficeId, project: ProjectId, letter: Letter, expected_on: string | null, given_on: string | null, 
/**
 * Its number.
 */
document: string | null, };

export type FastLetterId = string;

export type FastTrack = { id: FastTrackId, office: OfficeId, project: ProjectId, class: FastClass, 
/**
 * The day of the joint meeting, and its minutes.
 */
met_on: string, document: string, 
/**
 * The day by which the formal papers are promised.
 */
formal_by: string, note: string | null, };

export type FastTrackId = string;

export type Fault = { code: Code, 
/**
 * What the words of the code need.
 */
params: { [key in string]: string }, 
/**
 * Which fields, when the code is `invalid`.
 */
fields: Array<FieldFault>, 
/**
 * For the log and "copy details"; never the headline.
 */
detail: string, };

export type Few = { limit: number, };

export type Field = "key" | "seq" | "name" | "alias" | "code" | "uscc" | "city" | "region" | "site" | "enterprise" | "industry" | "industry_code" | "nature" | "mode" | "content" | "total" | "plan" | "done_total" | "done_year" | "done_month" | "done_prior" | "arrived" | "stage" | "started" | "entered" | "statistics_code" | "statistics_name" | "progress" | "issue" | "next_step" | "target" | "start_planned" | "start_actual" | "finish_planned" | "finish_actual" | "span" | "leader" | "responsible_unit" | "contact" | "phone" | "note" | "list" | "need" | "need_element" | "need_quantity" | "need_unit" | "approval" | "approvals_done" | "approvals_open" | "ignore";

export type FieldChange = { field: string, old: string | number | null, new: string | number | null, };

export type FieldCount = { field: string, count: number, };

export type FieldDifference = { field: string, from: string | null, to: string | null, };

export type FieldFault = { field: string, rule: Rule, 
/**
 * What the words of the rule need, e.g. the offending text or a limit.
 */
params: { [key in string]: string }, 
/**
 * A warning does not stop saving.
 */
warning: boolean, };

export type Figure = { id: FigureId, office: OfficeId, kind: FigureKind, name: string, 
/**
 * Thousandths of `unit`; of a place, thousandths of the place itself.
 */
value: number | null, unit: string | null, 
/**
 * 约、近: it does not reach a goal it only equals.
 */
about: boolean, 
/**
 * Of how many, for a place.
 */
out_of: number | null, 
/**
 * Thousandths of `unit`.
 */
target: number | null, source: string, as_of: string, note: string | null, };

export type FigureId = string;

export type FigureKind = "place" | "quota" | "satisfaction" | "goal";

export type FigureRows = { scope: Scope, as_of: string, of: RowKind, key: string | null, };

export type Figures = { count: number, total: number, plan: number, done_total: number, done_year: number, };

export type FiguresQuery = { from: string | null, to: string | null, };

export type FileFate = "taken" | "returned" | "stale" | "picture" | "sealed" | "zero";

export type FileGuess = "table" | "stale" | "picture" | "repeat" | "unknown";

export type FileKind = "xlsx" | "xls" | "csv";

export type FileProblem = "missing" | "unreadable" | "unwritable" | "empty" | "corrupt" | "password" | "wrong_kind" | "too_large" | "too_large_to_attach" | "bomb" | "no_table" | "changed" | "no_package" | "wrong_password";

export type FillDays = { days: Array<StepDay>, };

export type FilledDays = { steps: number, projects: number, };

export type Filter = { column: Column, op: Op, values: Array<string>, };

export type Find = { text: string, 
/**
 * Most hits of one kind.
 */
limit: number, 
/**
 * The interface's own commands, found by the same rules.
 */
commands: Array<Said>, };

export type Flag = "lacking" | "lacking_late" | "parallel" | "bundle" | "extended" | "printed" | "early" | "simulated" | "preview" | "joint_preview" | "pledge" | "pledge_late" | "green" | "area_covered" | "undated" | "opinion" | "expired" | "expires_soon";

export type FlagCount = { flag: Flag, count: number, };

export type Forecast = { 
/**
 * 施工许可 and the earliest lawful start of construction, with what half and with what four of five took.
 */
permit: ForecastRange, start: ForecastRange, 
/**
 * By the limits, as on the checklist.
 */
start_by_limits: string | null, 
/**
 * Of the items still open.
 */
usual: Array<Usual>, 
/**
 * Open items counted with experience, and with their limit.
 */
by_experience: number, by_limit: number, 
/**
 * Days lost, by who had the step in hand.
 */
charges: Array<Charge>, };

export type ForecastRange = { median: string | null, most: string | null, };

export type Found = { hits: Array<Hit>, counts: Array<KindCount>, };

export type FoundBy = { field: HitField, text: string, span: Span, };

export type Freeze = { list: ListId, frozen: boolean, };

export type Gap = { element: string, unit: string, required: number, delivered: number, gap: number, 
/**
 * The projects that still lack some.
 */
projects: Count, 
/**
 * Where and when it is lacking, most first.
 */
by: Array<GapPart>, };

export type GapPart = { 
/**
 * Name of the county, with its city where two counties have one name; absent where the project has none.
 */
region: string | null, 
/**
 * `YYYY-MM` in which it is needed; absent where nobody said.
 */
month: string | null, gap: number, projects: number, };

export type Grade = "delighted" | "satisfied" | "fairly" | "unsatisfied" | "angry";

export type GridRow = { row: number, kind: LineKind, cells: Array<string>, 
/**
 * By 0-based column: what the cell was read as, where that differs from what it shows. Money in 元, days as in the core.
 */
converted: { [key in number]: string }, };

export type Group = { 
/**
 * As in a filter; none for the rows without a value.
 */
key: string | null, 
/**
 * What the key is called, where it is a code or an identity that is no choice.
 */
name: string | null, 
/**
 * The place of its first row in the whole result.
 */
first: number, started: number, sums: Sums, };

export type HandList = { person: Person, day: string, duties: Array<HeldDuty>, 
/**
 * Approvals of those projects that were handed in and are not decided, and all this person is in charge of and that are not
 * decided; the nearest due day first.
 */
approvals: Array<OpenApproval>, 
/**
 * Steps of routes this person is in charge of and that are not reached, the nearest due day first.
 */
steps: Array<OpenStep>, 
/**
 * Scans of certificates of those projects.
 */
scans: Array<HeldScan>, 
/**
 * Needs, issues and tasks that are not closed: of those projects, or given to this person.
 */
matters: Array<OpenMatter>, 
/**
 * Everything that was promised about those approvals and projects, near or not: papers that come later, pledges, days said in
 * a call, what 一会三函 owes; the nearest first.
 */
promises: Array<TodayPromise>, 
/**
 * Reports that open rounds still wait for, or that came back and were not taken.
 */
reports: Array<OpenReport>, 
/**
 * Phone numbers of those projects and their enterprises.
 */
contacts: Array<HeldContact>, 
/**
 * Saved views of this person.
 */
views: Array<string>, 
/**
 * Senders whose ledgers the desk knows how to read.
 */
senders: Array<string>, };

export type HandListOf = { person: PersonId, };

export type HandOut = { round: RoundId, 
/**
 * Empty: every unit.
 */
units: Array<RoundUnitId>, 
/**
 * A folder that exists, or the path of the .zip to write.
 */
file: string, job: string, };

export type HandOver = { role: Role, 
/**
 * The first day of the new holder.
 */
since: string, moves: Array<Move>, };

export type HandOverSheet = { file: string, person: PersonId, 
/**
 * 接收人
 */
to: string, 
/**
 * 监交人
 */
witness: string, 
/**
 * With what this person noted about contacts: a note is private until she chooses to share it (practice §4.7).
 */
notes: boolean, };

export type HandOverWritten = { file: string, 
/**
 * Lines in all.
 */
lines: number, };

export type HandedOut = { file: string, 
/**
 * The workbooks' names.
 */
names: Array<string>, };

export type HandedOver = { projects: number, 
/**
 * Living projects that still have nobody in this duty.
 */
unassigned: number, };

export type Handling = "at_once" | "online" | "nearby" | "one_trip" | "no_meeting" | "self_service" | "urgent" | "one_thing" | "devolved" | "frequent" | "one_window";

export type Heat = "overdue" | "today" | "soon" | "later" | "applicant" | "no_limit";

export type HeatCount = { heat: Heat, count: number, };

export type Held = "approval" | "need" | "issue" | "task";

export type HeldContact = { 
/**
 * Project or enterprise.
 */
of: string, name: string | null, title: string | null, phone: string | null, note: string | null, };

export type HeldDuty = { project: ProjectId, name: string, role: Role, since: string | null, stage: Stage, 
/**
 * 存在问题 of the newest 调度 report.
 */
issue: string | null, };

export type HeldScan = { project: ProjectId, name: string, item: ScanOf, certificate: string | null, certificate_on: string | null, expires_on: string | null, 
/**
 * Name of the file.
 */
file: string, };

export type HistoryOf = { 
/**
 * A table's name; `project` includes reports, needs, approvals and people.
 */
table: string, row: ProjectId, limit: number, };

export type Hit = { kind: HitKind, id: string, title: string, 
/**
 * What tells it from others of its name: the enterprise, the unit and title, the year.
 */
detail: string | null, 
/**
 * Parts of the title that were typed.
 */
spans: Array<Span>, by: FoundBy | null, code: string | null, phone: string | null, 
/**
 * The duty of a name that stands in duties.
 */
role: Role | null, 
/**
 * How many projects belong to it.
 */
projects: number | null, pinned: boolean, 
/**
 * When it was opened last on this computer.
 */
opened_ms: number | null, };

export type HitField = "name" | "short" | "code" | "phone" | "enterprise" | "leader" | "chief_service_officer" | "liaison" | "unit" | "title" | "alias" | "issue" | "content";

export type HitKind = "project" | "enterprise" | "person" | "holder" | "department" | "list" | "view" | "command";

export type Holder = { name: string | null, name_en: string | null, items: number, 
/**
 * Its projects.
 */
projects: Count, 
/**
 * The one it has had longest.
 */
longest: Holding | null, };

export type HolderRow = { 
/**
 * Absent for the applicant.
 */
name: string | null, name_en: string | null, count: number, projects: number, 
/**
 * In the order of the skeleton; those it has none of are left out.
 */
states: Array<ApprovalStateCount>, overdue: number, 
/**
 * Due today or within three working days.
 */
near: number, 
/**
 * Working days of the one it has had longest; calendar days of the longest stop of a limit that counts all days.
 */
longest_days: number | null, longest_calendar_days: number | null, };

export type HoldersOf = { role: Role, };

export type Holding = { project: ProjectId, project_name: string, kind: Held, 
/**
 * The unit; absent where the applicant has to move (补正、等企业).
 */
holder: string | null, holder_en: string | null, what: string, what_en: string, since: string | null, 
/**
 * Working days since then.
 */
days: number | null, };

export type IdleProject = { project: ProjectId, name: string, unit: string, unit_name: string, leader: string | null, 
/**
 * `YYYY-MM` of its newest report.
 */
reported: string | null, days: number, };

export type Import = { session: string, 
/**
 * Remember how this sender's columns were read.
 */
remember: boolean, 
/**
 * Needed where the period is closed.
 */
correction?: CorrectionReason, job: string, };

export type Imported = { created: number, changed: number, unchanged: number, 
/**
 * Possible duplicates and rows that were left out.
 */
left: number, 
/**
 * Cells that could not be read, in rows that were written without them.
 */
faults: number, 
/**
 * Approvals whose mark is under way or done and tells no day: no clock runs and no figure counts them.
 */
undated: number, };

export type InChargeCount = { 
/**
 * Absent for those nobody is in charge of.
 */
name: string | null, count: number, overdue: number, };

export type InHand = { turn: Turn, 
/**
 * The unit, or the third party; absent for the applicant.
 */
holder: string | null, holder_en: string | null, 
/**
 * Since when it lies in the same hands.
 */
since: string | null, 
/**
 * Days since then, of `unit`; of an open stop its first day is one of them.
 */
days: number | null, 
/**
 * Working days, but for a stop of a limit that counts all days.
 */
unit: Unit, };

export type InStatistics = { 
/**
 * 应入
 */
due: Count, 
/**
 * Of these 已入
 */
entered: Count, rate: Percent | null, 
/**
 * 差
 */
missing: Count, 
/**
 * The first of those that are missing.
 */
who: Array<Named>, 
/**
 * 缺什么: the papers they lack, else the reason, most first.
 */
lacking: Array<LackingPaper>, 
/**
 * Nobody recorded whether they must be entered.
 */
unknown: Count, 
/**
 * Today instead of an earlier day, where an entry has no 入库月: it has no history.
 */
as_of: string, };

export type Index = { 
/**
 * Tenths of a point, 0 to 1000; none where nothing applies.
 */
value: number | null, parts: Array<Part>, 
/**
 * Of the approvals that are not 不涉及, those nobody asked about yet (未采集), in thousandths; none without approvals.
 */
not_collected: number | null, };

export type IndustryChoice = { 
/**
 * A letter, or two digits.
 */
code: string, name: string, 
/**
 * A division's section; none for a section.
 */
section: string | null, };

export type Invested = { 
/**
 * 1—`month`月; none where nothing was reported this year.
 */
month: number | null, done: number, about: boolean, plan: number, plan_about: boolean, rate: Percent | null, 
/**
 * 序时进度 of that month.
 */
schedule: Percent | null, 
/**
 * The schedule is of a document, not the twelfths of a year.
 */
own_schedule: boolean, points: Points | null, 
/**
 * 其中: new ones and continued ones; what is neither stands apart.
 */
parts: Array<PlanPart>, reported: Count, unreported: Count, 
/**
 * Their newest report is of an earlier month.
 */
behind: Count, 
/**
 * The latest day a report is as of.
 */
as_of: string | null, };

export type Item = { code: string, 
/**
 * 1 to 4, and 5 for what runs in parallel.
 */
stage_no: number, stage: string, stage_en: string, name: string, name_en: string, 
/**
 * Which kind of department handles it, e.g. 自然资源.
 */
department: string, department_en: string, kind: ItemKind, statutory: Statutory | null, 
/**
 * Law and article, as the template quotes them.
 */
basis: string, basis_mark: Mark | null, promised: Promised | null, promised_mark: Mark | null, 
/**
 * What the schedule counts with where nothing is promised.
 */
planning: Limit | null, needs: Needs, modes: Array<Mode>, lands: Array<Land>, ask: Ask, 
/**
 * Alternatives: one project has only one of them.
 */
excludes: Array<string>, 
/**
 * When it applies, in words.
 */
condition: string, result: string, 
/**
 * 容缺受理, 多评合一 …: ways of speeding it up that places offer.
 */
measures: Array<string>, note: string, core: Core, handling: Array<Handling>, materials: Array<Material>, reduced: Reductions, lists: Array<Authority>, };

export type ItemCount = { code: string, name: string, name_en: string, count: number, };

export type ItemDifference = { code: string, name: string, name_en: string | null, fate: ItemFate, fields: Array<FieldDifference>, };

export type ItemFate = "added" | "removed" | "changed";

export type ItemKind = "permit" | "filing" | "confirmation" | "review" | "internal" | "trade" | "utility" | "assessment" | "self_run";

export type JobName = { job: string, };

export type JobState = { phase: Phase, done: number, all: number, cancelled: boolean, };

export type Kept = { kind: HitKind, id: string, };

export type Kind = "new" | "changed" | "same" | "duplicate";

export type KindCount = { kind: HitKind, count: number, };

export type KnownBy = "mark" | "heading" | "file_name" | "projects";

export type Lack = "leader" | "chief_service_officer" | "people" | "city" | "department" | "county";

export type Lacking = { id: ProjectId, name: string, 
/**
 * Different people that answer for it.
 */
people: number, levels: Array<TeamLevel>, lacks: Array<Lack>, };

export type LackingPaper = { 
/**
 * Absent where nobody said.
 */
what: string | null, count: number, };

export type Land = "granted" | "allocated" | "collective";

export type Language = "zh" | "en";

export type LastAction = { label: string, subject: string, count: number, ms: number, };

export type Layout = "official" | "list" | "view" | "print";

export type LeaderCard = { leader: string, title: string | null, as_of: string, starts: Starts, invested: Invested, lines: Array<CardLine>, tasks: Tasks, };

export type LeaderName = { name: string, title: string | null, projects: number, };

export type LeaderPaper = { file: string, leader: string, as_of: string | null, };

export type Leave = { id: PersonId, on: string, 
/**
 * Nobody: the seat is vacant.
 */
successor: string | null, 
/**
 * The successor takes over every project and every approval that is not decided, too.
 */
projects: boolean, };

export type LedgerFile = { session: string, file_name: string, size: number, 
/**
 * The sender whose columns looked like these, if any.
 */
sender: string | null, corrections: Corrections, 
/**
 * `YYYY-MM` the file says its figures stand for, if it says so.
 */
period: string | null, 
/**
 * Whose figures its columns are: 统计 where they are those of the statistics bureau's list.
 */
basis: Basis, understanding: Understanding, };

export type Left = { seat: Person, 
/**
 * Duties that were handed over.
 */
projects: number, };

export type Letter = "early" | "design" | "works";

export type LetterHeld = { letter: Letter, known: FastLetter | null, 
/**
 * Green once it is given, a ring while it is expected on no day; else red past that day, amber within three working days of it.
 */
shade: Shade, 
/**
 * Its day lies before the one of a letter that comes before it.
 */
out_of_order: boolean, };

export type Level = "province" | "city" | "county" | "chain" | "project";

export type LibraryItem = { item: Item, verdict: Verdict, on_checklist: boolean, };

export type Light = { shade: Shade, 
/**
 * The worst and oldest first; empty under a green light or a ring.
 */
reasons: Array<LightReason>, };

export type LightReason = { kind: Concerns, what: string, 
/**
 * The due day; of a start, the planned day.
 */
due: string, 
/**
 * Working days left; negative for those it is over, of a start for those it will be late.
 */
days_left: number, 
/**
 * Red or amber.
 */
shade: Shade, };

export type Like = { id: ProjectId, name: string, enterprise: string | null, region: string | null, 
/**
 * Thousandths; 1000 is the same name.
 */
similarity: number, };

export type Limit = { half_days: number, unit: Unit, };

export type LimitCheck = { id: LimitCheckId, office: OfficeId, item: string, which: Which, 
/**
 * What was confirmed; another value of the template is to be checked again.
 */
half_days: number, checked_on: string, 
/**
 * Where it was found, e.g. 办事指南.
 */
source: string | null, };

export type LimitCheckId = string;

export type LimitDifference = { item: NamedItem, 
/**
 * The limit that binds.
 */
from: Limit | null, to: Limit | null, due: Shift, };

export type LineChange = "added" | "gone" | "changed";

export type LineKind = "title" | "note" | "unit" | "header" | "group" | "subtotal" | "total" | "blank" | "duplicate" | "project" | "part" | "continuation";

export type LinePair = { from: ListLine | null, to: ListLine | null, matched_by: MatchedBy | null, 
/**
 * Likeness of the names, thousandths, where that is how they were matched.
 */
likeness: number | null, 
/**
 * Empty: nothing changed.
 */
changes: Array<ListChange>, };

export type LineSearch = { list: ListId, 
/**
 * A serial (57) or part of a name, then or now; absent: all.
 */
text: string | null, };

export type List = { id: ListId, office: OfficeId, name: string, year: number | null, 
/**
 * Document number 文号.
 */
document: string | null, level: Level | null, position: number | null, 
/**
 * 初步安排, 印发稿 …
 */
version: string | null, issued_on: string | null, 
/**
 * The version it takes the place of.
 */
replaces: ListId | null, 
/**
 * Since then nobody joins or leaves it, and its lines keep their words.
 */
frozen_on: string | null, };

export type ListChange = "moved_in" | "moved_out" | "renamed" | "amount" | "regrouped" | "reordered";

export type ListComparison = { from: List, to: List, from_sums: ListSums, to_sums: ListSums, 
/**
 * How many lines by change; a line with two changes is in both.
 */
counts: { [key in string]: number }, unchanged: number, pairs: Array<LinePair>, };

export type ListId = string;

export type ListLine = { project: ProjectId, serial: string | null, grouping: string | null, name: string, code: string | null, total: number | null, plan: number | null, carried: Carried | null, };

export type ListPage = { list: List, sums: ListSums, lines: Array<ListRow>, };

export type ListRow = { line: ListLine, name_now: string | null, };

export type ListSums = { count: number, new: number, continued: number, neither: number, total: number, plan: number, };

export type Listed = { code: string, name: string, name_en: string, stage_no: number, stage: string, stage_en: string, 
/**
 * Which trade handles it, as the library says it.
 */
department: string, department_en: string, 
/**
 * The unit that answers for it here: who is written down, else whom the address book has for the trade.
 */
unit: string, unit_en: string, kind: ItemKind, 
/**
 * Why it stands here; absent for an item added by hand.
 */
verdict: Verdict | null, needs_answer: boolean, state: State, 
/**
 * The day of its last step; none where nobody told it.
 */
since: string | null, 
/**
 * The day by which its last step had happened, told or not.
 */
known_on: string | null, 
/**
 * Nobody told the day its clock begins on, or the day it was decided on.
 */
untold: boolean, 
/**
 * Handed in or accepted, and not decided; the days need not be known.
 */
under_way: boolean, submitted_on: string | null, accepted_on: string | null, decided_on: string | null, done: boolean, stopped: boolean, waived: string | null, statutory: Clocked | null, promised: Clocked | null, 
/**
 * The day on a signed sheet, else by the limit that binds: the promise if there is one, else the law's. Absent while a stop is open or nothing runs.
 */
due_on: string | null, 
/**
 * The day that binds, of one that is decided or stands still past it, too: who is late is late by this day.
 */
ends_on: string | null, 
/**
 * Working days to the due day; negative when overdue.
 */
days_left: number | null, 
/**
 * Working days that were left of its limit when it was decided; negative: it came so late.
 */
spared: number | null, 
/**
 * In whose hands it lies; nothing for one that was not handed in or is decided.
 */
in_hand: InHand | null, 
/**
 * States that may come next.
 */
next: Array<State>, forecast_on: string | null, 
/**
 * The first day it can be accepted by forecast; none for one that is accepted.
 */
begins_on: string | null, 
/**
 * Working days it may slip without moving the start of construction.
 */
slack: number | null, critical: boolean, 
/**
 * Codes it waits for, any of each group.
 */
needs: Array<Array<string>>, 
/**
 * Codes of what it should have waited for and is neither there nor done beside it (并联, 容缺), where it is accepted or granted.
 */
skipped: Array<string>, 
/**
 * How long it takes by the template once it can begin, and whose time that is.
 */
lasts: Duration, 
/**
 * What the template offers to be quicker with it, e.g. 容缺受理.
 */
measures: Array<string>, materials: Array<MaterialHeld>, ways: Array<WayHeld>, result: string, basis: string, 
/**
 * The end of its certificate, where that is past or near.
 */
expiry: Expiry | null, 
/**
 * The record behind it, if any.
 */
approval: Approval | null, steps: Array<ApprovalStep>, 
/**
 * When its clock stood still, and whose turn it was.
 */
pauses: Array<Pause>, };

export type ListedStep = { step: StepOfRoute, state: RouteStepState, 
/**
 * Open though a later step is done.
 */
passed_over: boolean, 
/**
 * The last day it must last by law.
 */
ends_on: string | null, 
/**
 * The promised day of an open step, as exact as it was given, else the law's.
 */
due_on: Day | null, 
/**
 * The law's day, nothing being promised.
 */
due_by_law: boolean, 
/**
 * Working days to the due day; negative when overdue.
 */
days_left: number | null, warnings: Array<RouteWarning>, 
/**
 * The record behind it, if any.
 */
record: RouteStep | null, };

export type Loss = "overdue" | "not_handed_in" | "correcting" | "stopped";

export type ManyStandings = { projects: Array<ProjectId>, standing: Standing, 
/**
 * Today, where absent.
 */
happened_on: string | null, 
/**
 * 预计恢复
 */
expected_until: Day | null, reason: string | null, document: string | null, 
/**
 * Those it cannot be said of are left as they are; else one of them stops all.
 */
leave_out: boolean, };

export type Mapping = { id: MappingId, office: OfficeId, sender: string, 
/**
 * What the headings looked like; another layout of the same sender has its own mapping.
 */
layout: string, 
/**
 * The corrections as the office crate writes them.
 */
corrections: string, used_ms: number, };

export type MappingId = string;

export type Mark = "sourced" | "to_check" | "confirmed";

export type MarkUnit = { id: RoundUnitId, state: UnitState, 
/**
 * A seal stands on what it sent.
 */
stamped: boolean, note: string, };

export type MatchedBy = "project" | "code" | "name" | "likeness";

export type Material = { name: string, 
/**
 * No longer asked for (减材料): it counts before the reduction, not after.
 */
cut: boolean, 
/**
 * May come after acceptance (可容缺).
 */
may_lack: boolean, };

export type MaterialHeld = { name: string, 
/**
 * May come after acceptance (可容缺).
 */
may_lack: boolean, 
/**
 * Stands in the template; others were added for this project.
 */
listed: boolean, known: ApprovalMaterial | null, };

export type Matter = { id: MatterId, office: OfficeId, project: ProjectId, kind: MatterKind, 
/**
 * Category of `elements.csv`, e.g. 用地.
 */
element: string | null, content: string | null, unit: string | null, 
/**
 * Quantities are thousandths of `unit`.
 */
required: number | null, promised: number | null, delivered: number | null, need_by: Day | null, promised_on: Day | null, department: DepartmentId | null, raised_on: string | null, source: string | null, closed_on: string | null, 
/**
 * The leader who said it (批示、口头交办); a task of ours otherwise.
 */
instructed_by: string | null, 
/**
 * Who does it, by name or unit.
 */
handler: string | null, 
/**
 * 落实情况: what shows that it is done, or how far it is.
 */
evidence: string | null, };

export type MatterId = string;

export type MatterKind = "need" | "issue" | "task";

export type Measure = "lacking" | "parallel" | "bundle" | "early" | "simulated" | "preview" | "joint_preview" | "pledge" | "green" | "area_covered" | "fast_track";

export type MeasureCount = { measure: Measure, count: number, projects: number, 
/**
 * Of 容缺 and 承诺: papers that were there by their promised day.
 */
in_time: number | null, };

export type Membership = { id: MembershipId, office: OfficeId, project: ProjectId, list: ListId, serial: string | null, 
/**
 * Group inside the list, e.g. 一、化工产业.
 */
grouping: string | null, note: string | null, listed_name: string | null, listed_code: string | null, 
/**
 * 元
 */
listed_total: number | null, listed_plan: number | null, listed_carried: Carried | null, };

export type MembershipId = string;

export type Milestone = { project: ProjectId, project_name: string, contract_on: string, permit_on: string, 
/**
 * Calendar days.
 */
days: number, working_days: number, };

export type MilestoneAnswer = "yes" | "no" | "unknown";

export type MilestoneCause = "not_recorded" | "not_yet" | "not_exact" | "elsewhere" | "over";

export type MilestoneCheck = { answer: MilestoneAnswer, why: Array<MilestoneWhy>, };

export type MilestoneCount = { yes: number, known: number, };

export type MilestoneKind = "conceived" | "negotiating" | "signed" | "started" | "operating" | "first_product";

export type MilestoneLine = { kind: MilestoneKind, day: Day | null, 
/**
 * Since the last one before it that is recorded; none where it came earlier than that.
 */
since: MilestoneSpan | null, };

export type MilestoneRow = { project: ProjectId, project_name: string, milestones: ProjectMilestones, };

export type MilestoneSpan = { from: MilestoneKind, 
/**
 * Calendar days.
 */
days: number, 
/**
 * The same as whole months and the days left over.
 */
months: number, rest: number, 
/**
 * Both days are exact; else they stand for the last day of their month, quarter or year.
 */
exact: boolean, };

export type MilestoneTable = { as_of: string, 
/**
 * Projects whose last milestone came in these days.
 */
found: number, 
/**
 * In production first, the quickest first, at most 500; then those not yet in production, the newest first.
 */
rows: Array<MilestoneRow>, 
/**
 * The middle of the days from the first talk to the contract.
 */
signing_days: number | null, same_month: MilestoneCount, by_year_end: MilestoneCount, one_year: MilestoneCount, };

export type MilestoneWhy = { kind: MilestoneKind, cause: MilestoneCause, };

export type Missing = { code: string, name: string, name_en: string, kind: ItemKind, state: State, 
/**
 * Who has it now; absent where the applicant has to move, or it was never handed in.
 */
holder: string | null, holder_en: string | null, 
/**
 * Working days in their hands; none for one that was never handed in.
 */
days: number | null, 
/**
 * Every day it takes longer moves the start.
 */
critical: boolean, forecast_on: string | null, };

export type Mode = "approve" | "verify" | "file";

export type Moment = string;

export type MoneySum = { total: number, plan: number, done_total: number, done_year: number, };

export type MoneyUnit = "元" | "千元" | "万元" | "百万元" | "千万元" | "亿元";

export type Move = { 
/**
 * Whose duties end; absent: nobody's, the projects had none.
 */
from: string | null, to: string, 
/**
 * Only on these projects; absent: on all that `from` holds.
 */
projects: Array<ProjectId> | null, };

export type MoveChecklists = { projects: Array<ProjectId>, 
/**
 * Nothing is the program's own.
 */
version: TemplateVersionId | null, };

export type Moved = { project: ProjectId, project_name: string, item: string, item_name: string, item_name_en: string, holder: string | null, from: string, to: string, 
/**
 * The day stands on a signed sheet: it stays as it is.
 */
printed: boolean, };

export type MovedItem = { code: string, name: string, name_en: string, 
/**
 * When it can begin, by forecast.
 */
begins: Shift, 
/**
 * When it is finished, by forecast.
 */
ends: Shift, 
/**
 * After the change every day it takes longer moves the start of construction.
 */
critical: boolean, };

export type MovedProject = { project: ProjectId, name: string, 
/**
 * The due day of the approval itself.
 */
due: Shift, 
/**
 * The earliest lawful start of construction.
 */
start: Shift, 
/**
 * Later approvals that move.
 */
later: number, };

export type MovedStart = { project: ProjectId, project_name: string, 
/**
 * 施工许可证, while it is ahead.
 */
permit: Shift, 
/**
 * The earliest lawful start of construction.
 */
start: Shift, };

export type Moves = { 
/**
 * In the order of the list.
 */
items: Array<MovedItem>, 
/**
 * 施工许可证.
 */
permit: Shift, 
/**
 * The earliest lawful start of construction.
 */
start: Shift, 
/**
 * Approvals that cannot be put on the time line, because they would wait for each other; in order.
 */
circle: Array<string>, };

export type Named = { id: ProjectId, name: string, };

export type NamedItem = { code: string, name: string, name_en: string, };

export type Nature = "new_build" | "expansion" | "rebuild" | "upgrade" | "relocation";

export type Needs = Array<Array<string>>;

export type NegativeBy = "industry" | "word";

export type NegativeEntry = { id: NegativeEntryId, office: OfficeId, name: string, 
/**
 * The text of the entry.
 */
content: string | null, 
/**
 * Codes of GB/T 4754 joined by `;`: a section, a division or finer.
 */
industry: string | null, 
/**
 * Words joined by `;`, any of which in a project's name, content or industry touches it.
 */
words: string | null, measure: NegativeMeasure, 
/**
 * Document or article.
 */
legal_basis: string | null, 
/**
 * The first and the last day it holds.
 */
since: string | null, until: string | null, position: number | null, note: string | null, };

export type NegativeEntryId = string;

export type NegativeHit = { entry: NegativeEntryId, name: string, measure: NegativeMeasure, basis: string | null, by: NegativeBy, 
/**
 * The code or the word of the entry.
 */
said: string, 
/**
 * The text of the entry.
 */
content: string | null, 
/**
 * Why the project goes on nevertheless, where that was written down.
 */
reason: string | null, };

export type NegativeMeasure = "prohibited" | "permit";

export type NewFile = { name: string, file?: string, base64?: string, kind?: AttachmentKind, happened_on?: string, };

export type NewNotice = { 
/**
 * An own notice to be corrected; a new version otherwise.
 */
id: CalendarNoticeId | null, year: number, published_on: string, number: string | null, days: Array<NoticeDay>, unit: DepartmentId | null, };

export type NewPoint = { name: string, };

export type NewSeat = { 
/**
 * Absent: of no unit, as the leaders and the office's own people.
 */
unit: DepartmentId | null, name: string, title: string, role: SeatRole | null, phone: string, };

export type NewStanding = { project: ProjectId, standing: Standing, 
/**
 * Today, where absent.
 */
happened_on: string | null, 
/**
 * 预计恢复
 */
expected_until: Day | null, reason: string | null, document: string | null, 
/**
 * The project it is merged into.
 */
other: ProjectId | null, 
/**
 * The new name.
 */
name: string | null, 
/**
 * What it is split into.
 */
parts: Array<SplitPart>, basis: CountingBasis | null, };

export type NewStep = { project: ProjectId, item: string, state: State, happened_on: string, 
/**
 * Nobody told the day: it had happened by `happened_on`.
 */
undated: boolean, stop_kind: StopKind | null, basis: string | null, restart: boolean, 
/**
 * Who inspects, tests or reviews, where the stop is for that.
 */
examiner: string | null, extension: number | null, note: string | null, 
/**
 * What becomes known with the step, e.g. the certificate's number.
 */
set: Patch, };

export type NewsSince = { 
/**
 * `YYYY-MM`
 */
month: string, 
/**
 * The ledger was empty then: there is nothing to compare with, and nothing is marked.
 */
bare: boolean, };

export type NextPeriod = { basis: Basis, 
/**
 * `YYYY-MM`; absent while the month of today has its report.
 */
period: string | null, 
/**
 * The report whose words it takes over (沿用上月).
 */
from: string | null, };

export type NotCompared = "no_limit" | "calendar_days" | "other_side" | "no_acceptance";

export type NotComparedCount = { why: NotCompared, count: number, };

export type Nothing = Record<symbol, never>;

export type Notice = { kind: NoticeKind, count: number, 
/**
 * The first addresses, at most 20; rows and columns where it is not about a cell.
 */
cells: Array<string>, };

export type NoticeDay = { on: string, 
/**
 * The holiday it belongs to, e.g. 清明节.
 */
name: string, off: boolean, };

export type NoticeDraft = { year: number | null, published_on: string | null, number: string | null, 
/**
 * All days of the year: where the text changes single holidays, the others stand as they did.
 */
days: Array<NoticeDay>, 
/**
 * The holidays the text changes, where it does not set out the whole year.
 */
changes: Array<string>, doubts: Array<Doubt>, };

export type NoticeEffect = { turned: Array<TurnedDay>, 
/**
 * Due days that move, and those that stand because a signed sheet names them.
 */
moved: Array<Moved>, 
/**
 * Forecasts of the start of construction that move.
 */
starts: Array<MovedStart>, };

export type NoticeKind = "unsure_column" | "unit_assumed" | "hidden_sheet" | "hidden_row" | "struck_row" | "converted_money" | "converted_day" | "restored_phone" | "date_words" | "control_character" | "total_without_value";

export type NoticeText = { text: string, 
/**
 * The year meant, where the text names none.
 */
year: number | null, };

export type NoticeVersion = { 
/**
 * An office's own; the program's have none.
 */
id: CalendarNoticeId | null, published_on: string, number: string | null, days: Array<NoticeDay>, in_force: boolean, };

export type Offer = { change: TrialChange, 
/**
 * Working days by which construction may begin earlier; without a construction permit the last approval is finished.
 */
saves: number, 
/**
 * The measure of the template it rests on, e.g. 容缺受理.
 */
measure: string, };

export type Office = { id: OfficeId, office: OfficeId, name: string, level: Level, 
/**
 * GB/T 2260 code.
 */
region: string | null, parent: OfficeId | null, };

export type OfficeId = string;

export type OnFile = { attachment: Attachment, 
/**
 * The approval whose certificate it is the scan of.
 */
item: ScanOf | null, 
/**
 * Whether the bytes are on this computer.
 */
here: boolean, 
/**
 * Whether the page can show it.
 */
shown: boolean, };

export type OnList = { membership: Membership, list: List | null, };

export type One<I> = { id: I, };

export type Op = "any_of" | "none_of" | "contains" | "lacks" | "at_least" | "at_most" | "between" | "filled" | "empty";

export type Open = { file: string, 
/**
 * Whose ledger it is, if known: its columns are then read as last time.
 */
sender: string | null, job: string, };

export type OpenApproval = { project: ProjectId, name: string, item: string, item_en: string, state: State, kind: ItemKind, 
/**
 * Who has it in hand, or will; absent for the applicant.
 */
holder: string | null, holder_en: string | null, 
/**
 * Whose opinion it waits for or has.
 */
opinion_holder: string | null, 
/**
 * Who is in charge of it (专人).
 */
responsible: string | null, due_on: string | null, days_left: number | null, 
/**
 * How it is handled beside the ordinary way.
 */
ways: Array<ApprovalWay>, 
/**
 * Names of papers that are neither ready nor handed in.
 */
missing: Array<string>, };

export type OpenMatter = { project: ProjectId, name: string, kind: MatterKind, element: string | null, content: string | null, department: string | null, handler: string | null, 
/**
 * Who said it, for a task from a leader.
 */
instructed_by: string | null, need_by: Day | null, promised_on: Day | null, };

export type OpenPackage = { 
/**
 * The package, or one of its parts with the others beside it.
 */
file: string, password: string, job: string, };

export type OpenReport = { round: string, unit: string, state: UnitState, 
/**
 * 截止
 */
due_on: string, };

export type OpenRound = { 
/**
 * Blank: named after its period, 2023年一季度.
 */
name: string, kind: RoundKind, 
/**
 * `YYYY-MM`; a quarter by its last month.
 */
period: string, as_of: string, due_on: string, 
/**
 * Minute of the day, in Beijing: 17:00 is 1020.
 */
due_minute: number, split: Split, asked: Array<Asked>, 
/**
 * Which projects; its window is ignored.
 */
query: ProjectQuery, note: string, };

export type OpenStep = { project: ProjectId, name: string, route: RouteKind, step: string, step_en: string, 
/**
 * With whom it lies.
 */
holder: string | null, 
/**
 * Who is in charge of it (专人).
 */
responsible: string | null, 
/**
 * Promised, else the law's.
 */
due_on: Day | null, 
/**
 * Working days to that day; negative when overdue.
 */
days_left: number | null, };

export type Opened = { kind: StartKind, on: string, 
/**
 * By a recognised start; else by the ledger's 实际开工 alone.
 */
recognised: boolean, };

export type Ordered = "units" | "people";

export type OwnRegion = { id: RegionId, office: OfficeId, code: string, name: string, 
/**
 * GB/T 2260 code of the region it lies in.
 */
parent: string, note: string | null, };

export type Package = { contents: Contents, 
/**
 * Files that are missing or whose bytes are not those that were packed.
 */
broken: Array<string>, 
/**
 * SHA-256 of the whole, to compare with the sheet.
 */
sha256: string, 
/**
 * What this desk holds now; empty on a new computer.
 */
here: Array<TableCount>, };

export type PackageInput = { 
/**
 * Path of the file; with parts, `.001`, `.002` … are added.
 */
file: string, 
/**
 * Empty: not encrypted.
 */
password: string, 
/**
 * Largest part in MiB; absent: one file.
 */
part_mib: number | null, 
/**
 * This desk moves away: from here on it can only be read here, unless the package cannot be written.
 */
moving: boolean, job: string, };

export type Packaged = { files: Array<string>, 
/**
 * Bytes of the whole.
 */
size: number, 
/**
 * SHA-256 of the whole (of all parts joined).
 */
sha256: string, office: string, ms: number, counts: Array<TableCount>, attachments: number, encrypted: boolean, 
/**
 * It lies elsewhere than the desk: on another volume or a share.
 */
off: boolean, };

export type PackedFile = { 
/**
 * Path inside the package, with `/`.
 */
name: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * Lower-case hexadecimal.
 */
sha256: string, };

export type Papered = { file: string, 
/**
 * 超过一页: a sheet that takes more than one side even in the smallest type.
 */
over: boolean, };

export type Part = { category: string, weight: number, 
/**
 * Hundredths of a per cent, 0 to 10000.
 */
coverage: number, 
/**
 * Hundredths of a point that it gives, and that it could give.
 */
points: number, of: number, 
/**
 * How many needs or approvals it is the mean of.
 */
count: number, 
/**
 * Empty for 审批.
 */
units: Array<UnitPart>, };

export type PartLine = { id: ProjectId, name: string, counted: boolean, money: MoneySum, };

export type PartSums = { 
/**
 * By whom is counted; absent where the whole and a part both count, so that money counts twice.
 */
basis: CountingBasis | null, parts: Array<PartLine>, whole: MoneySum, sum: MoneySum, difference: MoneySum, };

export type Party = "applicant" | "unit" | "third";

export type PassChecks = { 
/**
 * The month the page was asked for; absent: the newest there is.
 */
period: string | null, items: Array<PassOne>, reason: string, };

export type PassOne = { project: ProjectId, check: Check, period: string | null, seen: string, };

export type Passed = { id: CheckPassId, reason: string, passed_on: string, };

export type Patch = Record<string, string | number | boolean | null>;

export type Pause = { 
/**
 * The step that began it, and the one that ended it.
 */
step: ApprovalStepId, ended_by: ApprovalStepId | null, 
/**
 * Why the clock stands still; nothing for 补正, before which no clock runs.
 */
kind: StopKind | null, 
/**
 * Who has to move, by the reason.
 */
party: Party, 
/**
 * Who inspects, tests or reviews, where somebody wrote it down.
 */
examiner: string | null, from: string, 
/**
 * The last day; nothing while it lasts.
 */
to: string | null, 
/**
 * Its days so far, of `unit`: of a stop its first and last day are days of it, of 补正 the day it was told is not.
 */
days: number, 
/**
 * As the limit counts; 补正 in working days.
 */
unit: Unit, 
/**
 * Counting starts anew after it.
 */
restart: boolean, };

export type Percent = { part: number, whole: number, 
/**
 * Without the sign of per cent, e.g. `73.8`.
 */
text: string, };

export type PeriodLine = { report: Progress, 
/**
 * The period it is compared with.
 */
before: string | null, 
/**
 * 当月 = 本年累计 − 上月本年累计, 元; unknown where the month before was not reported.
 */
month: number | null, 
/**
 * The 当月 that was typed is another.
 */
differs: boolean, 
/**
 * Words were taken over and no figure was typed yet.
 */
awaits_money: boolean, image: Array<Piece>, issue: Array<Piece>, next_step: Array<Piece>, };

export type Periods = { 
/**
 * Newest period first.
 */
lines: Array<PeriodLine>, money: Array<BasisMoney>, 
/**
 * What can be reported next, by basis in their order.
 */
next: Array<NextPeriod>, };

export type Permission = "view" | "edit" | "administer";

export type Person = { id: PersonId, office: OfficeId, name: string, department: DepartmentId | null, title: string | null, position: number | null, note: string | null, role: SeatRole | null, 
/**
 * 分工
 */
duties: string | null, since: string | null, until: string | null, 
/**
 * Another seat of the same person.
 */
same: PersonId | null, };

export type PersonId = string;

export type Phase = "starting" | "reading" | "understanding" | "matching" | "writing" | "finishing";

export type Phrase = { text: string, };

export type Piece = { text: string, fresh: boolean, };

export type PlaceOf = { query: ProjectQuery, id: ProjectId, };

export type PlanPart = { carried: Carried | null, count: number, plan: number, done: number, };

export type PointKind = "daily" | "kept" | "before_restore" | "before_version";

export type PointName = { point: string, };

export type Points = { 
/**
 * 1 above, 0 level as printed, -1 below.
 */
side: number, 
/**
 * Without sign.
 */
text: string, };

export type PreviewInput = { session: string, 
/**
 * Who sent the ledger.
 */
sender: string, 
/**
 * `YYYY-MM` the figures stand for; absent: the month today.
 */
period: string | null, 
/**
 * The year of 年度计划; absent: the year the headings name, else that of the period.
 */
plan_year: number | null, 
/**
 * Whose figures they are; absent: as the columns say. Only 调度 changes the projects themselves and makes new ones.
 */
basis: Basis | null, 
/**
 * A list that all rows are put on, by name; empty: none.
 */
list: string, job: string, };

export type PreviewRow = { 
/**
 * Absent for a project that the file does not name.
 */
key: number | null, sheet: string, row: number, name: string, 
/**
 * Absent for a project that the file does not name.
 */
kind: Kind | null, ticked: boolean, fields: Array<Difference>, 
/**
 * The project it is, or is like.
 */
like: Like | null, verdict: DuplicateVerdict, faults: Array<CellFault>, 
/**
 * Figures that are odd beside what the desk knows.
 */
odd: Array<FieldFault>, 
/**
 * The line was struck through, hidden, or a part of the project above.
 */
struck: boolean, hidden: boolean, part: boolean, 
/**
 * The sender's last file that named it, milliseconds UTC.
 */
last_seen: number | null, };

export type PreviewRows = { session: string, 
/**
 * `all`, a kind, `faulty`, `odd` or `missing`.
 */
kind: string, 
/**
 * Part of a project's name.
 */
text: string, offset: number, limit: number, };

export type PreviewSummary = { all: number, new: number, changed: number, same: number, duplicate: number, 
/**
 * Rows with a faulty cell; each is also of one of the kinds above.
 */
faulty: number, faults: number, 
/**
 * Rows whose figures are odd: fallen, above the total, ten thousand times the last (practice §6 R5).
 */
odd: number, 
/**
 * Projects of this sender's last file that this one does not name (本次未报); of 统计数, those that are entered and not named.
 */
missing: number, 
/**
 * Rows that would be written as things stand.
 */
accepted: number, period: string, basis: Basis, plan_year: number | null, before: SumsThen, after: SumsThen, };

export type PrintOf = { query: ProjectQuery, by_county: boolean, 
/**
 * Tells what is new since the end of last month (本月新变化标红, practice C34).
 */
news: boolean, };

export type PrintedLedger = { 
/**
 * The day its figures stand at.
 */
as_of: string, 
/**
 * In the order of the lists by county; one part where nothing is cut.
 */
parts: Array<PrintedPart>, rows: number, 
/**
 * There are more rows than are printed.
 */
more: boolean, 
/**
 * Since when what is new is told, where it was asked.
 */
news: NewsSince | null, };

export type PrintedPart = { county: string | null, rows: Array<PrintedRow>, total: PrintedTotal, };

export type PrintedRow = { row: ProjectRow, 
/**
 * 本年完成占年度计划.
 */
rate: Percent | null, contact: string | null, phone: string | null, 
/**
 * What is new of it, where that was asked.
 */
news: RowNews | null, };

export type PrintedSums = { count: number, total: number, plan: number, done_year: number, };

export type PrintedTotal = { sums: PrintedSums, rate: Percent | null, };

export type PriorFrom = { snapshot: SnapshotId, name: string, };

export type Progress = { id: ProgressId, office: OfficeId, project: ProjectId, 
/**
 * `YYYY-MM`: the month the report closes with.
 */
period: string, basis: Basis, as_of: string | null, 
/**
 * Completed since the beginning, 元.
 */
done_total: number | null, done_about: boolean, 
/**
 * Completed this year, 元.
 */
done_year: number | null, 
/**
 * Completed this month, 元.
 */
done_month: number | null, 
/**
 * Completed to the end of last year, 元.
 */
done_prior: number | null, 
/**
 * 形象进度
 */
image: string | null, 
/**
 * 存在问题
 */
issue: string | null, 
/**
 * 下步措施
 */
next_step: string | null, };

export type ProgressId = string;

export type ProgressSheetCandidate = { project: ProjectId, name: string, enterprise: string | null, };

export type ProgressSheetCell = { 
/**
 * Its sheet and address, e.g. `0:E3`.
 */
at: string, cell: string, item: string, name: string, name_en: string, kind: ItemKind, 
/**
 * As it stands in the sheet.
 */
text: string, verdict: ProgressSheetVerdict, 
/**
 * The state it is recorded in, with its day; absent where only a number or words are added.
 */
state: State | null, on: string | null, 
/**
 * The sheet names no day: the step stands on the sheet's day, and says so.
 */
undated: boolean, 
/**
 * The month, quarter or year it names instead, e.g. `2022-03`.
 */
told: string | null, certificate: string | null, certificate_on: string | null, note: string | null, waived: string | null, 
/**
 * What the desk knows.
 */
desk: ProgressSheetDesk, 
/**
 * The sheet's word may be taken for it though the desk knows otherwise.
 */
takes: boolean, fault: FieldFault | null, };

export type ProgressSheetDesk = { state: State, on: string | null, certificate: string | null, certificate_on: string | null, note: string | null, };

export type ProgressSheetExport = { file: string, projects: ProgressSheetProjects, language: Language, };

export type ProgressSheetImport = { source: ProgressSheetSource, 
/**
 * Of the preview.
 */
newest: number, 
/**
 * Of the preview.
 */
hash: string, 
/**
 * Cells that differ of which the sheet's word is taken.
 */
take: Array<string>, };

export type ProgressSheetImported = { cells: number, projects: number, };

export type ProgressSheetItem = { 
/**
 * Its sheet and row, e.g. `0:3`.
 */
at: string, sheet: string, row: number, text: string, by: ProgressSheetMatch, code: string | null, 
/**
 * What it may be, where that is only suggested; the names are its own then.
 */
suggested: string | null, name: string, name_en: string, };

export type ProgressSheetItemMeant = { at: string, code: string | null, };

export type ProgressSheetMatch = "exact" | "word" | "by_mode" | "by_kind" | "chosen" | "none";

export type ProgressSheetMeaning = "done" | "open" | "not_started" | "not_needed" | "nothing";

export type ProgressSheetPreview = { 
/**
 * The desk it was made for; it must be made again where the desk has moved on.
 */
newest: number, 
/**
 * SHA-256 of the file it was made of, lower-case hexadecimal.
 */
hash: string, as_of: string, signs: Array<ProgressSheetSign>, items: Array<ProgressSheetItem>, projects: Array<ProgressSheetProject>, };

export type ProgressSheetProject = { 
/**
 * Its sheet and column, e.g. `0:E`.
 */
at: string, sheet: string, column: string, 
/**
 * As the sheet calls it.
 */
text: string, project: ProjectId | null, name: string | null, 
/**
 * Somebody said which one, or left it out.
 */
chosen: boolean, 
/**
 * Projects it may be, where that is not certain.
 */
candidates: Array<ProgressSheetCandidate>, 
/**
 * Cells that say what the desk knows already.
 */
same: number, 
/**
 * The other cells, from top to bottom.
 */
cells: Array<ProgressSheetCell>, };

export type ProgressSheetProjectMeant = { at: string, project: ProjectId | null, };

export type ProgressSheetProjects = { "of": "board", "which": BoardFilter } | { "of": "ledger", "which": ProjectQuery } | { "of": "chosen", "which": Array<ProjectId> };

export type ProgressSheetSign = { sign: string, count: number, 
/**
 * Its first cell, e.g. `E3`.
 */
first: string, 
/**
 * Absent until somebody says it: an unknown sign.
 */
meaning: ProgressSheetMeaning | null, 
/**
 * The program knows it.
 */
known: boolean, };

export type ProgressSheetSignMeant = { 
/**
 * Empty for a blank cell.
 */
sign: string, meaning: ProgressSheetMeaning, };

export type ProgressSheetSource = { file: string, 
/**
 * The day it is as of: that of every mark without one. Today where absent.
 */
as_of: string | null, signs: Array<ProgressSheetSignMeant>, items: Array<ProgressSheetItemMeant>, projects: Array<ProgressSheetProjectMeant>, };

export type ProgressSheetVerdict = "same" | "new" | "differs" | "fault";

export type Project = { id: ProjectId, office: OfficeId, name: string, 
/**
 * Former and other names, one a line.
 */
aliases: string | null, 
/**
 * 国家统一项目代码 with hyphens.
 */
code: string | null, 
/**
 * GB/T 2260 code, or the code of a region of the office's own.
 */
region: string | null, 
/**
 * The region as it was written, while no code is known for it.
 */
region_text: string | null, 
/**
 * 建设地点
 */
site: string | null, enterprise: EnterpriseId | null, 
/**
 * GB/T 4754 code.
 */
industry: string | null, industry_text: string | null, 
/**
 * 产业链
 */
chain: string | null, 
/**
 * Overlapping labels, one a line; never added up.
 */
tags: string | null, 
/**
 * 建设内容及规模
 */
content: string | null, scale: string | null, nature: Nature | null, carried: Carried | null, mode: Mode | null, land: Land | null, stage: Stage, standing: ProjectState, 
/**
 * 总投资, 元.
 */
total: number | null, total_about: boolean, 
/**
 * The year `plan` is for.
 */
plan_year: number | null, 
/**
 * 年度计划投资, 元.
 */
plan: number | null, plan_about: boolean, 
/**
 * 到位资金, 元.
 */
arrived: number | null, 
/**
 * Foreign money in whole units of its own currency; never added to 元.
 */
foreign_amount: number | null, foreign_currency: string | null, 
/**
 * 引进单位
 */
introduced_by: string | null, 
/**
 * 落地服务单位
 */
served_by: string | null, 
/**
 * 项目责任单位
 */
responsible_unit: string | null, 
/**
 * Millionths of a degree.
 */
longitude: number | null, latitude: number | null, sensitive: boolean, parent: ProjectId | null, 
/**
 * Whether it counts by itself (计数口径): a sub-project may count inside its parent.
 */
counted: boolean, position: number | null, note: string | null, 
/**
 * Never printed.
 */
internal_note: string | null, conceived_planned: Day | null, conceived_actual: Day | null, negotiating_planned: Day | null, negotiating_actual: Day | null, signed_planned: Day | null, signed_actual: Day | null, preparing_planned: Day | null, preparing_actual: Day | null, land_planned: Day | null, land_actual: Day | null, started_planned: Day | null, started_actual: Day | null, building_planned: Day | null, building_actual: Day | null, completed_planned: Day | null, completed_actual: Day | null, operating_planned: Day | null, operating_actual: Day | null, full_planned: Day | null, full_actual: Day | null, 
/**
 * 首台、首件下线
 */
first_product_actual: Day | null, source_sender: string | null, source_file: string | null, source_sheet: string | null, source_row: number | null, 
/**
 * When the source was read, milliseconds UTC.
 */
source_at: number | null, };

export type ProjectDraft = { 
/**
 * Absent for a new project.
 */
id: ProjectId | null, set: Patch, 
/**
 * Name of the enterprise; it is found, or made.
 */
enterprise_name?: string, 
/**
 * Credit code of that enterprise.
 */
enterprise_uscc?: string, 
/**
 * Why a new project is registered though the office's negative list touches it.
 */
negative_reason?: string, };

export type ProjectFile = { project: Project, region_name: string | null, industry_name: string | null, enterprise: Enterprise | null, contacts: Array<Contact>, duties: Array<Duty>, 
/**
 * Where the address book has a number for who holds one of them.
 */
reach: Array<DutyReach>, progress: Array<Progress>, matters: Array<Matter>, lists: Array<OnList>, parent: Named | null, children: Array<Named>, warnings: Array<FieldFault>, checklist: Checklist, index: Index, light: Light, starts: StartFile, 
/**
 * Work has begun at some time, by record, by 续建 or by the stage (`figure::starts::ever_begun`).
 */
begun: boolean, 
/**
 * Oldest first.
 */
standing_changes: Array<StandingChange>, statistics: StatisticsFile, 
/**
 * What the reports say beside each other.
 */
figures: Periods, 
/**
 * How many documents are attached.
 */
attachments: number, };

export type ProjectId = string;

export type ProjectMilestones = { 
/**
 * All six in order.
 */
lines: Array<MilestoneLine>, 
/**
 * From 谋划, else 洽谈, to the contract.
 */
to_signing: MilestoneSpan | null, 
/**
 * From the first recorded to production.
 */
whole: MilestoneSpan | null, 
/**
 * 签约当月开工
 */
same_month: MilestoneCheck, 
/**
 * 当年开工、当年投产
 */
by_year_end: MilestoneCheck, 
/**
 * 当年策划、当年开工、当年投产
 */
one_year: MilestoneCheck, };

export type ProjectPage = { offset: number, rows: Array<ProjectRow>, 
/**
 * Of every row that matches; only if asked for.
 */
sums: Sums | null, 
/**
 * Every group of the whole result, in the order of the rows; only if asked for.
 */
groups: Array<Group>, };

export type ProjectPaper = { project: ProjectId, file: string, };

export type ProjectQuery = { 
/**
 * Words that must occur in name, codes, enterprise, people or texts.
 */
text: string | null, filters: Array<Filter>, 
/**
 * First key first; rows that are equal stand as they were entered.
 */
sort: Array<SortKey>, 
/**
 * Rows come group by group; days are grouped by month.
 */
group: Column | null, 
/**
 * Only the rows that a figure of the board counted.
 */
figure?: FigureRows, 
/**
 * Only these, e.g. the rows that are ticked.
 */
projects?: Array<ProjectId>, offset: number, limit: number, 
/**
 * Whether the answer has the sums of all that matches; a caller that scrolls needs them once.
 */
with_sums: boolean, 
/**
 * Whether the answer lists every group, where there is a `group`.
 */
with_groups: boolean, };

export type ProjectRow = { id: ProjectId, entered: number | null, counted: boolean, light: Shade, name: string, code: string | null, region: string | null, region_text: string | null, 
/**
 * The region's name, or its text as written.
 */
region_name: string | null, enterprise: string | null, stage: Stage, standing: ProjectState, carried: Carried | null, nature: Nature | null, 
/**
 * GB/T 4754 code, or the words where no code is known.
 */
industry: string | null, industry_name: string | null, chain: string | null, 
/**
 * One a line.
 */
tags: string | null, 
/**
 * Names of the lists it stands on, in official order.
 */
list: string | null, parent: ProjectId | null, parent_name: string | null, statistics: StatisticsState | null, 
/**
 * 入库月, `YYYY-MM`.
 */
entered_period: string | null, total: number | null, total_about: boolean, plan: number | null, plan_about: boolean, plan_year: number | null, arrived: number | null, 
/**
 * `YYYY-MM` of the newest 调度 report; the next nine are its.
 */
period: string | null, done_total: number | null, done_about: boolean | null, done_year: number | null, done_month: number | null, 
/**
 * Completed of total.
 */
rate: number | null, 
/**
 * Completed this year of the plan.
 */
year_rate: number | null, image: string | null, issue: string | null, next_step: string | null, leader: string | null, chief_service_officer: string | null, liaison: string | null, responsible_unit: string | null, introduced_by: string | null, served_by: string | null, content: string | null, scale: string | null, site: string | null, note: string | null, 
/**
 * What the report before the newest said, where that is not the same.
 */
before: ReportBefore | null, conceived_planned: Day | null, conceived_actual: Day | null, negotiating_planned: Day | null, negotiating_actual: Day | null, signed_planned: Day | null, signed_actual: Day | null, preparing_planned: Day | null, preparing_actual: Day | null, land_planned: Day | null, land_actual: Day | null, started_planned: Day | null, started_actual: Day | null, building_planned: Day | null, building_actual: Day | null, completed_planned: Day | null, completed_actual: Day | null, operating_planned: Day | null, operating_actual: Day | null, full_planned: Day | null, full_actual: Day | null, };

export type ProjectStart = { id: StartId, office: OfficeId, project: ProjectId, kind: StartKind, 
/**
 * The day work began on the site.
 */
happened_on: string, 
/**
 * 申报日期
 */
declared_on: string | null, 
/**
 * 现场核实日期
 */
verified_on: string | null, 
/**
 * Who stood on the site.
 */
verified_by: string | null, decision: StartDecision, decided_on: string | null, 
/**
 * Why it was struck out.
 */
reason: string | null, 
/**
 * The local standard it was measured by, in its words.
 */
standard: string | null, note: string | null, };

export type ProjectState = "active" | "winter_stop" | "suspended" | "terminated" | "delisted" | "merged" | "split";

export type PromiseKind = "papers" | "pledge" | "call" | "letter" | "make_good";

export type Promised = { limit: Limit, side: Side, };

export type Question = { code: string, zh: string, en: string, 
/**
 * Empty for a yes-or-no question.
 */
choices: Array<Choice>, 
/**
 * Worth asking when the project is made.
 */
first: boolean, answer: Answer | null, 
/**
 * The items that hang on it.
 */
items: Array<string>, };

export type Rating = { id: RatingId, office: OfficeId, project: ProjectId, matter: MatterId | null, grade: Grade, 
/**
 * 哪类: what it is about, e.g. 用地 or 回复慢.
 */
topic: string | null, reason: string | null, rated_on: string, 
/**
 * 回访电话、测评表、问卷.
 */
source: string | null, };

export type RatingId = string;

export type Reach = "met" | "nearly" | "short";

export type ReachedBy = { office: Array<string>, mobile: Array<string>, 
/**
 * Short numbers of the office's own exchange.
 */
short: Array<string>, 
/**
 * The name in the WeChat group.
 */
nickname: Array<string>, };

export type Reason = { "by": "always" } | { "by": "mode" } | { "by": "land" } | { "by": "answer", question: string, answer: Answer, } | { "by": "not_asked", question: string, } | { "by": "excluded", code: string, };

export type Reduced = { before: number | null, after: number | null, };

export type Reduction = "steps" | "materials" | "days" | "fee";

export type ReductionSum = { cut: Reduction, 
/**
 * Of how many both sides are known.
 */
known: number, 
/**
 * Of how many one side at least is not.
 */
unknown: number, before: number, after: number, 
/**
 * How much less it is; none where it is more, or where there was nothing before.
 */
less: Percent | null, };

export type Reductions = { 
/**
 * 减环节: steps the applicant goes through.
 */
steps: Reduced, 
/**
 * 减费用: 元 the applicant pays for one.
 */
fee: Reduced, };

export type RefusedStep = { 
/**
 * From 1.
 */
row: number, project: ProjectId, name: string, 
/**
 * What it stands in now.
 */
state: State, fields: Array<FieldFault>, };

export type RegionChoice = { code: string, name: string, 
/**
 * With its province and city, e.g. 黑龙江省大庆市大同区.
 */
full_name: string, };

export type RegionId = string;

export type RegionOf = { code: string, name: string, };

export type RegionSearch = { 
/**
 * Part of a name, or a code; empty: the children of `parent`.
 */
text: string, parent: string | null, };

export type Register = { session: string, files: Array<AcceptFile>, 
/**
 * Needed where another round has closed the period.
 */
correction?: CorrectionReason, job: string, };

export type Registered = { files: number, created: number, changed: number, unchanged: number, };

export type Release = { version: TemplateVersionId, 
/**
 * What is new in it.
 */
note: string | null, };

export type Reminded = "due" | "papers" | "pledge" | "formal" | "make_good" | "expiry";

export type Reminder = { 
/**
 * The day it is given.
 */
on: string, what: Reminded, due_on: string, 
/**
 * Days from the due day to the day it is given for: −5, 0, 14, 28, 42, then each month more.
 */
after: number, row: BoardRow, };

export type ReminderCount = { 
/**
 * Reminders of the span.
 */
told: number, 
/**
 * Approvals on the board that are past their due day.
 */
overdue: number, 
/**
 * Of those, reminded of in the span.
 */
overdue_told: number, 
/**
 * The next day on which one of the others is reminded of.
 */
next_on: string | null, };

export type ReminderSpan = { from: string, to: string, };

export type Reminders = { 
/**
 * Those of today's due days first.
 */
list: Array<Reminder>, count: ReminderCount, };

export type Renamed = { row: number, project: ProjectId, old: string, new: string, };

export type Reorder = { of: Ordered, ids: Array<string>, };

export type ReplaceDuty = { id: DutyId, name: string, person: PersonId | null, 
/**
 * The first day of the new holder; the old one ends the day before.
 */
from: string, };

export type ReportBefore = { 
/**
 * `YYYY-MM`
 */
period: string, image: string | null, issue: string | null, done_total: number | null, done_year: number | null, };

export type Rescued = { 
/**
 * Where the file lies that could not be opened.
 */
kept: string, };

export type RestorePackage = { file: string, password: string, job: string, };

export type RestorePoint = { 
/**
 * Its file's name; names it in the other commands.
 */
point: string, kind: PointKind, name: string | null, 
/**
 * When it was made, milliseconds UTC.
 */
ms: number, 
/**
 * Bytes.
 */
size: number, projects: number, 
/**
 * What was done last before it was made.
 */
last: LastAction | null, 
/**
 * How many actions here came after it, as far as that is known; going back takes them away.
 */
later: number, };

export type Restored = { counts: Array<TableCount>, 
/**
 * The point that was made of what stood here before; absent where there was nothing.
 */
before: string | null, };

export type RestoredPackage = { counts: Array<TableCount>, attachments: number, 
/**
 * Whether every table holds as many records as the package says.
 */
complete: boolean, 
/**
 * The restore point of what stood here before.
 */
before: string | null, };

export type Returned = { name: string, size: number, guess: FileGuess, unit: RoundUnitId | null, known_by: KnownBy | null, 
/**
 * Why it could not be read.
 */
problem: FileProblem | null, 
/**
 * How many of a thousand asked cells are as last period or as handed out.
 */
alike: number | null, stale: StaleWhy | null, 
/**
 * The round whose file it is, if another's.
 */
of_round: string | null, 
/**
 * The file it is the same as.
 */
same_as: string | null, rows: number, new: number, changed: number, same: number, 
/**
 * Projects of other units that stand in it; nothing of them is written.
 */
theirs: number, 
/**
 * Projects of the desk that the round does not ask about; nothing of them is written.
 */
known: number, 
/**
 * Lines that are only like a project of the desk; added where somebody says so, line by line.
 */
like: number, missing: Array<string>, renamed: Array<Renamed>, 
/**
 * The file's own totals beside the sums of its lines.
 */
totals: Array<TotalCheck>, faults: Array<RowFault>, 
/**
 * Columns that were not asked for, `G 备注`, and asked ones that are not there.
 */
columns_more: Array<string>, columns_less: Array<Asked>, };

export type ReturnedLike = { name: string, 
/**
 * Thousandths; 1000 is the very name or code.
 */
similarity: number, };

export type ReturnedLine = { 
/**
 * Its place among the file's lines, from 0.
 */
at: number, row: number, name: string, 
/**
 * Absent for a new project.
 */
project: ProjectId | null, 
/**
 * A project of another unit.
 */
theirs: boolean, 
/**
 * 已在台账，不在本次范围
 */
known: boolean, 
/**
 * The project that a new line is like.
 */
like: ReturnedLike | null, fields: Array<CellChange>, faults: Array<FieldFault>, };

export type ReturnedLines = { session: string, key: number, 
/**
 * For another unit than the one that was recognised.
 */
unit: RoundUnitId | null, };

export type Role = "leader" | "chief_service_officer" | "service_officer" | "unit_head" | "liaison" | "chain_head";

export type RoleName = { id: RoleNameId, office: OfficeId, role: Role, name: string, };

export type RoleNameId = string;

export type Round = { id: RoundId, office: OfficeId, name: string, kind: RoundKind, 
/**
 * `YYYY-MM`: the month, or the quarter's last.
 */
period: string, 
/**
 * 截至日 of the figures.
 */
as_of: string, 
/**
 * 截止: the day and the minute of that day, in Beijing.
 */
due_on: string, due_minute: number, split: Split, 
/**
 * Codes of [`Asked`], one a line, in the order of the columns.
 */
asked: string, 
/**
 * Which projects: a ledger query as JSON.
 */
query: string, 
/**
 * 上期快照, taken at the opening.
 */
before: SnapshotId | null, 
/**
 * Taken at the closing.
 */
after: SnapshotId | null, closed_ms: number | null, note: string | null, };

export type RoundFileId = string;

export type RoundId = string;

export type RoundInfo = { round: Round, counts: Array<StateCount>, overdue: boolean, };

export type RoundKind = "monthly" | "quarterly";

export type RoundPage = { round: Round, 
/**
 * The closing hour has passed.
 */
overdue: boolean, 
/**
 * Every state with its number of units; together they are all units.
 */
counts: Array<StateCount>, units: Array<UnitLine>, before: Figures, now: Figures, corrections: number, 
/**
 * What it covers besides the projects in it now: saved with the opening.
 */
projects: number, };

export type RoundUnit = { id: RoundUnitId, office: OfficeId, round: RoundId, 
/**
 * Code or text of the region, or the responsible unit's name; empty for projects that have none.
 */
unit: string, name: string, 
/**
 * 建制顺序, from 1.
 */
place: number, 
/**
 * How many projects it had at the opening.
 */
projects: number, state: UnitState, sent_ms: number | null, 
/**
 * Hash of what was handed out.
 */
sent_hash: string | null, 
/**
 * When the file of its present state came.
 */
came_ms: number | null, 
/**
 * A seal stands on what it sent.
 */
stamped: boolean, note: string | null, };

export type RoundUnitId = string;

export type RouteKind = "land" | "power" | "finance" | "listing" | "loan";

export type RouteState = "not_needed" | "not_begun" | "under_way" | "done";

export type RouteStep = { id: RouteStepId, office: OfficeId, project: ProjectId, route: RouteKind, 
/**
 * Code of the step in `routes.csv`, e.g. `notice`; absent where it is said of the route as a whole that the project
 * does not need it.
 */
step: string | null, 
/**
 * The day it was reached.
 */
happened_on: string | null, 
/**
 * The day it was promised or planned for.
 */
expected_on: Day | null, 
/**
 * With whom it lies, by name.
 */
holder: string | null, 
/**
 * 不涉及; out of every count.
 */
skipped: boolean, 
/**
 * Why it is not needed.
 */
reason: string | null, note: string | null, 
/**
 * 专人: who of the office sees it through, by name, and of the register if the name stands there.
 */
responsible: string | null, responsible_person: PersonId | null, };

export type RouteStepId = string;

export type RouteStepOf = { project: ProjectId, route: RouteKind, step: string | null, };

export type RouteStepState = "open" | "done" | "skipped";

export type RouteWarning = { kind: RouteWarningKind, 
/**
 * Code of the step it does not fit with.
 */
other: string, 
/**
 * The day of that step; for `short` and `late` the last day by law.
 */
day: string, 
/**
 * By how many days.
 */
days: number, unit: Unit, };

export type RouteWarningKind = "before_earlier" | "short" | "late";

export type RoutesOf = { project: ProjectId, };

export type RowFault = { 
/**
 * 1-based; 0 where it is not about a line.
 */
row: number, 
/**
 * `K12`; empty where it is not about a cell.
 */
cell: string, 
/**
 * The project's name as the file gives it.
 */
name: string, fault: FieldFault, };

export type RowKind = "all" | "opened" | "opened_new" | "opened_resumed" | "opened_week" | "not_opened" | "awaiting" | "going_on" | "start_planned" | "start_late" | "start_early" | "start_half" | "start_half_new" | "reported" | "unreported" | "behind" | "last_year" | "statistics_due" | "statistics_entered" | "statistics_missing" | "statistics_unknown" | "held" | "gap";

export type RowNews = { 
/**
 * It was not there.
 */
whole: boolean, 
/**
 * Names of fields, as a comparison of snapshots has them, and those of the project besides.
 */
fields: Array<string>, };

export type RowSpan = { first: number, last: number, };

export type Rule = "required" | "too_long" | "control_character" | "not_a_number" | "negative" | "too_large" | "rounded_to_yuan" | "about_not_kept" | "not_a_day" | "no_such_month" | "year_out_of_range" | "ambiguous_month" | "finish_before_start" | "actual_in_future" | "credit_code_length" | "credit_code_character" | "credit_code_check" | "credit_code_inner_check" | "credit_code_region" | "project_code_form" | "project_code_month" | "project_code_region" | "project_code_kind" | "project_code_industry" | "project_code_in_future" | "unknown_region" | "unknown_industry" | "unknown_unit" | "not_a_phone" | "done_over_total" | "done_decreased" | "plan_over_total" | "unit_suspect" | "formula_error" | "formula_text" | "duplicate" | "own_parent" | "not_a_choice" | "no_such_record" | "out_of_range" | "unknown_mark" | "total_differs" | "row_missing" | "standing_not_allowed" | "entry_has_more" | "month_of_entry" | "standing_by_change" | "before_last_change" | "before_earlier_step" | "after_next_step" | "target_ended" | "part_ended" | "list_frozen" | "not_editable" | "changed_meanwhile" | "before_the_start" | "not_verified" | "started_already" | "never_started" | "january_with_february" | "year_decreased" | "over_plan" | "completed_low" | "started_zero" | "invested_before_start" | "stage_back" | "handed_over_in_future" | "before_his_term" | "wait_circle" | "skipped_happened" | "named_twice" | "agreed_otherwise" | "before_meeting" | "letter_before_meeting";

export type Said = { id: string, words: Array<string>, };

export type SampleChoice = { office: SampleOffice, };

export type SampleEntry = { office: SampleOffice, 
/**
 * The day that is today there.
 */
as_of: string, 
/**
 * It lies on this computer already, with what was tried out in it.
 */
made: boolean, };

export type SampleOffice = "daqing" | "harbin" | "heilongjiang" | "fuyuan" | "taian";

export type Samples = { 
/**
 * The office that is shown; absent while the own desk is.
 */
shown: SampleOffice | null, 
/**
 * The office of the own desk; absent until the first run is done.
 */
own: string | null, offices: Array<SampleEntry>, };

export type Save<I> = { 
/**
 * Absent for a new record.
 */
id: I | null, set: Patch, };

export type SaveApproval = { project: ProjectId, item: string, set: Patch, };

export type SaveCall = { approvals: Array<ApprovalId>, called_on: string, 
/**
 * Whom, where it is not who has them in hand: the applicant is asked for papers while a unit decides.
 */
turn: Turn | null, person: string | null, result: CallResult, promised_on: string | null, note: string | null, };

export type SaveEntry = { project: ProjectId, set: Patch, };

export type SaveFastTrack = { project: ProjectId, class: FastClass, met_on: string, 
/**
 * Minutes or decision, with its number.
 */
document: string, formal_by: string, note: string | null, 
/**
 * The day on which letters are expected of which nothing is known yet.
 */
letters_on?: string | null, };

export type SaveLetter = { project: ProjectId, letter: Letter, set: Patch, };

export type SaveMaterial = { project: ProjectId, item: string, name: string, set: Patch, };

export type SaveOf<I> = { id: I | null, 
/**
 * The project a new record belongs to.
 */
project: ProjectId | null, set: Patch, };

export type SaveProgress = { project: ProjectId, 
/**
 * `YYYY-MM`
 */
period: string | null, basis: Basis, set: Patch, 
/**
 * Needed where the period is closed.
 */
correction?: CorrectionReason, };

export type SaveReach = { person: PersonId, kind: ContactKind, text: string, };

export type SaveRound = { id: RoundId, as_of: string, due_on: string, due_minute: number, note: string, };

export type SaveRouteStep = { project: ProjectId, route: RouteKind, 
/**
 * Code of the step; absent for the route as a whole.
 */
step: string | null, set: Patch, };

export type SaveTemplateItem = { version: TemplateVersionId, 
/**
 * A code the draft does not have makes a new item.
 */
code: string, set: Patch, };

export type SaveTemplateItems = { version: TemplateVersionId, 
/**
 * Of items the draft has.
 */
codes: Array<string>, set: Patch, };

export type SaveView = { 
/**
 * Absent for a new view.
 */
id: ViewId | null, name: string, everyone: boolean, query: ProjectQuery, columns: Array<ShownColumn>, lines: number | null, };

export type SaveWay = { project: ProjectId, item: string, way: Way, set: Patch, 
/**
 * An area assessment takes the place of a limit that was agreed otherwise.
 */
instead?: boolean, };

export type Saved = { project: Project, warnings: Array<FieldFault>, };

export type SavedView = { id: ViewId, name: string, 
/**
 * For everyone at the office, else for its owner alone.
 */
everyone: boolean, query: ProjectQuery, columns: Array<ShownColumn>, lines: number | null, };

export type ScanOf = { code: string, name: string, name_en: string, };

export type Scope = { list: ListId | null, 
/**
 * A region's code; all below it count.
 */
region: string | null, leader: string | null, chain: string | null, };

export type SeatRole = "head" | "leading" | "section_head" | "handler" | "liaison" | "window";

export type Seen = { "kind": "nothing" } | { "kind": "money", "value": number } | { "kind": "rate", "value": number } | { "kind": "stage", "value": Stage } | { "kind": "day", "value": string } | { "kind": "text", "value": string } | { "kind": "rule", "value": Rule } | { "kind": "entry", "value": { name: string, measure: NegativeMeasure, } };

export type Sent = { lines: Array<WechatLine>, total: number, 
/**
 * The day everything in it is as of.
 */
as_of: string, };

export type Setting = { key: string, value: string, };

export type SeveralAhead = { 
/**
 * Items of their checklists that are not decided, by code, each with the number of projects it is so in.
 */
items: Array<ItemCount>, 
/**
 * The item asked for, in those projects.
 */
rows: Array<BoardRow>, };

export type SeveralOf = { projects: Array<ProjectId>, 
/**
 * Code of the item whose rows are wanted.
 */
item: string | null, };

export type Shade = "red" | "amber" | "green" | "ring";

export type SheetColumn = { 
/**
 * 0-based.
 */
index: number, letter: string, 
/**
 * The headings from the group down, joined by `/`.
 */
heading: string, field: Field, detail: string | null, unit: string | null, year: number | null, 
/**
 * False where the officer should look.
 */
sure: boolean, samples: Array<string>, };

export type SheetCorrections = { 
/**
 * Read this sheet, or leave it out.
 */
read: boolean | null, 
/**
 * The header's rows.
 */
header: RowSpan | null, 
/**
 * The money unit of columns that name none.
 */
unit: MoneyUnit | null, 
/**
 * By 0-based column.
 */
columns: { [key in number]: ColumnChoice }, 
/**
 * By 1-based row.
 */
lines: { [key in number]: LineKind }, };

export type SheetUnderstanding = { name: string, hidden: boolean, has_table: boolean, header: RowSpan | null, 
/**
 * First and last row of the body that was read.
 */
body: RowSpan | null, 
/**
 * The money unit of columns that name none.
 */
unit: MoneyUnit | null, unit_from: UnitFrom, 
/**
 * The year the title or a plan column names.
 */
year: number | null, 
/**
 * The sheet's own name stands for the region.
 */
region_from_sheet: boolean, columns: Array<SheetColumn>, 
/**
 * Lines that are no projects, in order; at most [`MOST_SKIPPED`] of them.
 */
skipped: Array<SkippedLine>, counts: Counts, totals: Array<TotalCheck>, notices: Array<Notice>, 
/**
 * The first rows as text, for the grid.
 */
grid: Array<GridRow>, };

export type Shift = { from: string | null, to: string | null, days: number | null, };

export type ShownColumn = { column: Column, 
/**
 * CSS pixels.
 */
width: number, 
/**
 * Stays in place when scrolled sideways.
 */
frozen: boolean, };

export type Side = "department" | "applicant" | "floor" | "joint_ceiling";

export type Since = { ms: number, };

export type SkippedLine = { row: number, kind: LineKind, text: string, };

export type Snapshot = { id: SnapshotId, office: OfficeId, name: string, kind: SnapshotKind, 
/**
 * `YYYY-MM`: no report of a later month is in it.
 */
period: string, as_of: string, 
/**
 * When it was taken, milliseconds UTC.
 */
made_ms: number, note: string | null, };

export type SnapshotId = string;

export type SnapshotInfo = { snapshot: Snapshot, sums: Figures, };

export type SnapshotKind = "round" | "year" | "manual";

export type SortKey = { column: Column, descending: boolean, };

export type Span = { from: number, to: number, };

export type Split = "region" | "responsible_unit";

export type SplitPart = { 
/**
 * A project that exists already and becomes a part; absent: a new one is made.
 */
project: ProjectId | null, name: string, total: number | null, plan: number | null, 
/**
 * What of the completed money belongs to this part.
 */
done_total: number | null, done_year: number | null, };

export type StaffingPage = { rules: StaffingRules, projects: number, lacking: Array<Lacking>, };

export type StaffingRules = { team: boolean, people: number, chief: boolean, leader: boolean, };

export type Stage = "conceived" | "negotiating" | "signed" | "preparing" | "land" | "started" | "building" | "completed" | "operating" | "full";

export type StaleWhy = "same_file" | "other_round" | "same_figures" | "alike";

export type Standing = "winter_stop" | "suspended" | "active" | "terminated" | "delisted" | "renamed" | "merged" | "split";

export type StandingChange = { id: StandingChangeId, office: OfficeId, project: ProjectId, standing: Standing, happened_on: string, 
/**
 * 预计恢复
 */
expected_until: Day | null, reason: string | null, 
/**
 * 依据文号
 */
document: string | null, 
/**
 * The project it was merged into, or one part it was split into.
 */
other: ProjectId | null, 
/**
 * The old name of a project that was renamed.
 */
name_before: string | null, standing_before: ProjectState, counted_before: boolean, };

export type StandingChangeId = string;

export type StandingEntry = { change: StandingChange, others: Array<Named>, 
/**
 * Who entered it and when; empty and 0 while the change is still being written.
 */
person: string, ms: number, };

export type StandingFile = { project: ProjectId, name: string, now: ProjectState, 
/**
 * Whether it counts by itself.
 */
counted: boolean, 
/**
 * What may happen next, in the order it is offered.
 */
allowed: Array<Standing>, 
/**
 * Newest first.
 */
history: Array<StandingEntry>, merged_into: Named | null, 
/**
 * 合并自
 */
merged_from: Array<Named>, 
/**
 * 拆分自, or the package it belongs to.
 */
parent: Named | null, parts: PartSums | null, };

export type Start = { person: string, office: string, level: Level, 
/**
 * GB/T 2260 code.
 */
region: string | null, };

export type StartDecision = "pending" | "recognised" | "rejected";

export type StartFile = { 
/**
 * Newest first.
 */
starts: Array<ProjectStart>, year: number, 
/**
 * Whether it counts as 开复工 of this year.
 */
opened: Opened | null, 
/**
 * 待复工: stopped, or begun in an earlier year and not yet taken up in this one.
 */
resume_due: boolean, 
/**
 * What would be declared next.
 */
next: StartKind, };

export type StartId = string;

export type StartKind = "new" | "resume";

export type Started = { office: OfficeId, person: PersonId, };

export type Starts = { total: Count, opened: Count, rate: Percent | null, 
/**
 * 新开工 and 复工: together they are `opened`.
 */
fresh: Count, resumed: Count, 
/**
 * 较上周: opened within the last seven days.
 */
week: Count, 
/**
 * 未开工: never begun, neither this year nor before.
 */
not_opened: Count, 
/**
 * The first of those that have not, in the order of the ledger.
 */
who: Array<Named>, 
/**
 * 待复工: begun before, and resting for the winter or suspended.
 */
awaiting: Count, 
/**
 * Begun before, and neither resting nor taken up anew by a record: built on (续建、在建), completed, producing.
 */
going_on: Count, 
/**
 * Planned to start this year up to the day; of these started (按计划) and never begun (应开未开).
 */
planned: Count, late: Count, 
/**
 * 提前开工: started without being due yet.
 */
early: Count, 
/**
 * 预计上半年（全年）开工: planned to start within the half-year of the day, and of these the new ones.
 */
half: Count, half_fresh: Count, 
/**
 * 1 or 2.
 */
half_year: number, };

export type State = "not_collected" | "not_applicable" | "not_started" | "preparing" | "submitted" | "correcting" | "not_accepted" | "accepted" | "lacking_accepted" | "reviewing" | "stopped" | "extended" | "lacking_passed" | "approved" | "delivered" | "refused" | "withdrawn" | "terminated";

export type StateCount = { state: UnitState, count: number, };

export type StatisticsEntry = { id: StatisticsEntryId, office: OfficeId, project: ProjectId, 
/**
 * 应纳统
 */
due: boolean, 
/**
 * 已入库
 */
entered: boolean, 
/**
 * 入库月, `YYYY-MM`.
 */
entered_period: string | null, 
/**
 * 统计项目代码
 */
code: string | null, 
/**
 * 统计项目名
 */
name: string | null, 
/**
 * 未入库原因
 */
reason: string | null, 
/**
 * 差哪份材料
 */
lacking: string | null, };

export type StatisticsEntryId = string;

export type StatisticsFile = { entry: StatisticsEntry | null, 
/**
 * Whether its total says that it must be entered.
 */
due_by_total: boolean, 
/**
 * 应纳未纳: whole months since the start of a project that must be entered and is not.
 */
months_waiting: number | null, };

export type StatisticsState = "entered" | "due" | "not_due";

export type Statutory = { 
/**
 * 日 is kept as calendar days; an office may read it as working days.
 */
limit: Limit, side: Side, };

export type StepAll = { steps: Array<NewStep>, };

export type StepDay = { step: ApprovalStepId, happened_on: string, };

export type StepOfRoute = { code: string, name: string, name_en: string, 
/**
 * Which day counts as reaching it, e.g. 预公告发布之日.
 */
reached: string, reached_en: string, 
/**
 * It must last at least so long before `step` is taken, or anything after that.
 */
lasts: StepSpan | null, 
/**
 * It must come at most so long after `step`.
 */
within: StepSpan | null, 
/**
 * Where the time, or the step, comes from; empty where no text was read.
 */
basis: string, basis_en: string, basis_mark: Mark | null, };

export type StepPreview = { 
/**
 * The due day of the approval itself.
 */
due: Shift, moves: Moves, 
/**
 * Later approvals that move, and by how many working days at most.
 */
later: number, most_days: number, };

export type StepRoute = { kind: RouteKind, 
/**
 * The category of needs that goes this way, e.g. 用地.
 */
element: string, state: RouteState, 
/**
 * Why it is not needed, where that was said of the whole.
 */
reason: string | null, 
/**
 * Steps done, of those that are needed.
 */
done: number, of: number, 
/**
 * Code of the first step that is neither done nor skipped; none for a route that is not needed.
 */
now: string | null, 
/**
 * The newest day a step was reached, and the working days since.
 */
last_on: string | null, since_last: number | null, steps: Array<ListedStep>, };

export type StepSpan = { days: number, unit: Unit, 
/**
 * Code of the other step.
 */
step: string, };

export type SteppedAll = { steps: number, projects: number, };

export type StopKind = "hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review" | "revision" | "returned_file" | "notice" | "objection" | "client_works" | "awaiting_papers" | "other";

export type Stuck = { 
/**
 * Open things in all.
 */
items: number, holders: number, 
/**
 * Most first; of equals, who has had one longest.
 */
first: Array<Holder>, };

export type Sums = { 
/**
 * Rows.
 */
count: number, 
/**
 * Rows that count by themselves (计数口径).
 */
counted: number, total: number, plan: number, arrived: number, done_total: number, done_year: number, done_month: number, 
/**
 * Thousandths, from the sums above; none where nothing was invested or planned.
 */
rate: number | null, year_rate: number | null, 
/**
 * 已开工: begun this year, up to today.
 */
started: number, };

export type SumsThen = { count: number, total: number, plan: number, done_total: number, };

export type TableCount = { table: string, count: number, };

export type TablePicture = { file: string, 
/**
 * The bytes of a PNG.
 */
png: Array<number>, };

export type TakeSnapshot = { name: string, kind: SnapshotKind, 
/**
 * `YYYY-MM`: reports of later months are left out; absent: this month.
 */
period?: string, 
/**
 * Absent: today.
 */
as_of?: string, note?: string, 
/**
 * These projects only; absent: the whole ledger.
 */
projects?: Array<ProjectId>, };

export type TargetLine = { target: YearTarget, list_name: string | null, actual: Closing, 
/**
 * Share of the plan due at the end of each month, thousandths.
 */
due: Array<number>, };

export type TargetSearch = { project: ProjectId, 
/**
 * Part of a name, a former name or the project code.
 */
text: string, };

export type Task = { id: MatterId, project: ProjectId, project_name: string, content: string, 
/**
 * Who said it.
 */
leader: string | null, 
/**
 * 批示、会议、调研、口头.
 */
source: string | null, said_on: string | null, handler: string | null, due: Day | null, state: TaskState, evidence: string | null, closed_on: string | null, };

export type TaskState = "overdue" | "open" | "done";

export type Tasks = { total: number, done: number, overdue: number, 
/**
 * Overdue first, then open by due day, then done, newest first.
 */
list: Array<Task>, };

export type TeamLevel = "city" | "department" | "county";

export type TemplateExport = { file: string, 
/**
 * Nothing is the program's own.
 */
version: TemplateVersionId | null, language: Language, };

export type TemplateHead = { head: string, field: string | null, };

export type TemplateImport = { source: TemplateSource, 
/**
 * Lines to write, by their place.
 */
take: Array<number>, };

export type TemplateImportLine = { 
/**
 * Its place, from 0.
 */
at: number, 
/**
 * The row of the sheet.
 */
row: number, code: string, name: string, verdict: TemplateVerdict, changes: Array<FieldDifference>, faults: Array<FieldFault>, };

export type TemplateItem = { id: TemplateItemId, office: OfficeId, version: TemplateVersionId, 
/**
 * e.g. `B02`; the same item has the same code in every version.
 */
code: string, position: number, stage_no: number, stage: string, stage_en: string | null, name: string, name_en: string | null, department: string, department_en: string | null, kind: ItemKind, 
/**
 * Half days; its unit and whom it binds beside it.
 */
statutory: number | null, statutory_unit: Unit | null, statutory_side: Side | null, statutory_mark: Mark | null, legal_basis: string | null, 
/**
 * Half working days.
 */
promised: number | null, promised_mark: Mark | null, planning: number | null, needs: string | null, modes: string, lands: string, 
/**
 * On which question it hangs: the small language of [`super::ask::Ask`].
 */
question: string, excludes: string | null, core: Core, condition: string | null, result: string | null, measures: string | null, handling: string | null, materials: string | null, note: string | null, 
/**
 * 环节 before and after.
 */
steps_before: number | null, steps: number | null, 
/**
 * 元 before and after.
 */
fee_before: number | null, fee: number | null, 
/**
 * On which lists of its unit it stands: 权力清单, 责任清单.
 */
lists: string | null, };

export type TemplateItemId = string;

export type TemplateItemName = { version: TemplateVersionId, code: string, };

export type TemplateLine = { row: TemplateItem, 
/**
 * New, or other than in the version it was made from.
 */
changed: boolean, 
/**
 * Papers before and after the reduction (减材料).
 */
papers_before: number, papers: number, 
/**
 * Its limits that are 待核.
 */
to_check: Array<Which>, 
/**
 * When and where its limits were looked up.
 */
checks: Array<LimitCheck>, };

export type TemplatePreview = { sheet: string, 
/**
 * The heads, and the field each was taken for; none for a column that says nothing to the library.
 */
heads: Array<TemplateHead>, lines: Array<TemplateImportLine>, };

export type TemplateSheet = { version: VersionLine, items: Array<TemplateLine>, 
/**
 * What stands against releasing it; each with the item's `code`.
 */
faults: Array<FieldFault>, 
/**
 * Items with a limit that is 待核.
 */
to_check: number, 
/**
 * 四减 over its items that are whole.
 */
reductions: Array<ReductionSum>, };

export type TemplateSource = { file: string, version: TemplateVersionId, };

export type TemplateVerdict = "new" | "changed" | "same" | "unclear";

export type TemplateVersionId = string;

export type Text = { text: string, };

export type Today = { as_of: string, 
/**
 * Of everything in hand, each sort by itself.
 */
counts: Array<WaitingCount>, 
/**
 * The call sheet: who was not spoken to for the longest time comes first.
 */
parties: Array<TodayParty>, 
/**
 * Parties and lines of the sheet, also those that are not shown.
 */
party_count: number, lines: number, 
/**
 * Today and the days to come.
 */
days: Array<TodayDay>, promises: TodayPromises, };

export type TodayContact = { name: string | null, title: string | null, phone: string | null, };

export type TodayDay = { on: string, kind: DayKind, 
/**
 * A working day within three from today: what is due on it stands on the sheet.
 */
near: boolean, 
/**
 * Approvals in hand that are due.
 */
count: number, };

export type TodayParty = { 
/**
 * The unit's name, or the id of the enterprise, else of the project.
 */
key: string, 
/**
 * An enterprise that is not known goes by its project's name.
 */
name: string, name_en: string, 
/**
 * The enterprise has to move.
 */
applicant: boolean, 
/**
 * The unit of the address book that goes by this name.
 */
unit: DepartmentId | null, 
/**
 * Whom to call first: by the address book, of an enterprise by the project.
 */
contact: TodayContact | null, overdue: number, near: number, 
/**
 * Lines of the sheet.
 */
count: number, 
/**
 * The last call in which somebody was reached, about anything it has in hand.
 */
called_on: string | null, 
/**
 * Calendar days since then.
 */
silent_days: number | null, 
/**
 * The last time nobody was reached, where that is later.
 */
unreached_on: string | null, 
/**
 * The most pressing first; all of them only where it was asked for.
 */
rows: Array<TodayRow>, };

export type TodayPromise = { what: PromiseKind, due_on: string, 
/**
 * What was promised, where somebody wrote it down.
 */
text: string | null, project: ProjectId, project_name: string, 
/**
 * The approval; nothing for a letter and for all formal papers.
 */
item: string | null, name: string | null, name_en: string | null, letter: Letter | null, 
/**
 * The unit that promised; nothing for the enterprise.
 */
holder: string | null, holder_en: string | null, };

export type TodayPromises = { 
/**
 * Past their day.
 */
late: number, today: number, 
/**
 * All of them, also those that are not shown.
 */
count: number, rows: Array<TodayPromise>, };

export type TodayQuery = { 
/**
 * 我的: only what whoever sits at this desk sees to, by being in charge of it, else by a duty on the project.
 */
mine: boolean, 
/**
 * Absent: what is overdue and what is near.
 */
waiting: Waiting | null, 
/**
 * Key of the party whose lines are all wanted.
 */
party: string | null, 
/**
 * All parties and all their lines, as they are printed.
 */
whole: boolean, 
/**
 * Only of this project: all its parties with all they have in hand, near or not.
 */
project?: ProjectId, 
/**
 * Lines the page has room for: what lies beyond the few of each party is shown where they are not full.
 */
room: number, };

export type TodayRow = { row: BoardRow, region: string | null, 
/**
 * The last call about it to this party.
 */
call: ApprovalCall | null, };

export type Topic = { 
/**
 * Absent where nobody said.
 */
topic: string | null, count: number, };

export type TotalCheck = { 
/**
 * `None` is the number of projects.
 */
field: Field | null, 
/**
 * The group of a subtotal; empty for the whole sheet.
 */
group: string, 
/**
 * 元, or a number of projects.
 */
in_sheet: number, sum: number, cell: string, };

export type Touched = { table: string, row: string, ms: number, person: string, label: string, 
/**
 * The project it is, or belongs to; absent for what belongs to none.
 */
project: ProjectId | null, };

export type Trial = { 
/**
 * Against what is recorded now.
 */
moves: Moves, 
/**
 * The last approval of the list.
 */
end: Shift, 
/**
 * Working days saved until construction may lawfully begin (by 一会三函: until its formal papers are made good), or the end where
 * the list has no permit; negative where it takes longer.
 */
saved: number, 
/**
 * 一会三函 as it would be then, also where it is only tried; whether its formal papers would be there in time is seen where a
 * day was said.
 */
fast: FastHeld | null, 
/**
 * When all that the law puts before construction would be there.
 */
formal_on: string | null, 
/**
 * What might be done beside it, the most helpful first.
 */
offers: Array<Offer>, };

export type TrialChange = { "kind": "parallel", item: string, before: Array<string>, } | { "kind": "lacking", item: string, before: Array<string>, by: string | null, } | { "kind": "promise", item: string, half_days: number, } | { "kind": "bundle", name: string, items: Array<string>, };

export type TrialInput = { project: ProjectId, changes: Array<TrialChange>, 
/**
 * The limits of the law are counted with, whatever was promised.
 */
by_law: boolean, 
/**
 * 一会三函 as it would be with all three letters given on this day; a project that has it already goes by its own letters.
 */
letters_on?: string, 
/**
 * The day by which its formal papers would be promised.
 */
formal_by?: string, };

export type Turn = "applicant" | "certificate" | "opinion" | "third";

export type TurnDecision = "continued" | "completed" | "prepared" | "terminated" | "undecided";

export type TurnRow = { project: ProjectId, name: string, region: string | null, region_name: string | null, responsible_unit: string | null, stage: Stage, standing: ProjectState, carried: Carried | null, counted: boolean, total: number | null, 
/**
 * 调度 to the end of December.
 */
dispatch_prior: number | null, 
/**
 * 统计 to the end of December.
 */
statistics_prior: number | null, proposed: TurnDecision, 
/**
 * What holds: the decision, else the proposal.
 */
decision: TurnDecision, decided: boolean, 
/**
 * 截至上年底累计 it takes along.
 */
prior: number | null, prior_basis: Basis, reason: string | null, applied: boolean, };

export type TurnYear = { year: number, 
/**
 * Needed where a period of the new year is closed already and its reports lack 截至上年底累计.
 */
correction?: CorrectionReason, };

export type Turned = { 
/**
 * How many projects by decision.
 */
counts: { [key in string]: number }, 
/**
 * Left for a later turn.
 */
undecided: number, 
/**
 * Lists of the old year that are frozen now.
 */
frozen: number, };

export type TurnedDay = { on: string, 
/**
 * Worked under the notice to be saved.
 */
works: boolean, };

export type Twice = { 
/**
 * The name it came with.
 */
name: string, 
/**
 * The name it stands under.
 */
known_as: string, 
/**
 * The other project that has it; absent where it stood here already and was not attached again.
 */
project: string | null, };

export type TwoLists = { from: ListId, to: ListId, };

export type TwoVersions = { from: TemplateVersionId | null, to: TemplateVersionId | null, };

export type Typed = { kind: TypedKind, text: string, 
/**
 * The money unit of a figure that names none: 元, 万元, 亿元.
 */
unit: string, };

export type TypedIn = { figure: Figure, reach: Reach | null, };

export type TypedKind = "money" | "day" | "quantity";

export type TypedUnit = "yuan" | "wan" | "yi";

export type TypedValue = { value: string | number | null, about: boolean, 
/**
 * The unit a quantity named itself.
 */
unit: string | null, warnings: Array<FieldFault>, };

export type Undated = { 
/**
 * At most 500 of those asked for, by project and in the order of the library.
 */
rows: Array<UndatedStep>, 
/**
 * How many there are of what is under way, and of what is decided.
 */
under_way: number, decided: number, };

export type UndatedQuery = { 
/**
 * Of what is decided instead of what is under way.
 */
decided: boolean, 
/**
 * Of one project.
 */
project: ProjectId | null, 
/**
 * The projects whose name holds these words.
 */
text: string, };

export type UndatedStep = { step: ApprovalStepId, project: ProjectId, project_name: string, item: string, name: string, name_en: string, kind: ItemKind, state: State, 
/**
 * By this day it had happened.
 */
known_on: string, 
/**
 * Who told of it: the note of the step.
 */
note: string | null, };

export type Understand = { session: string, corrections: Corrections, job: string, };

export type Understanding = { kind: FileKind, sheets: Array<SheetUnderstanding>, };

export type Undone = { 
/**
 * The command that was taken back, e.g. `project_save`; `project_made` where that made the record.
 */
label: string, subject: string, count: number, };

export type Unit = "working" | "calendar";

export type UnitBy = "region" | "responsible_unit";

export type UnitCount = { 
/**
 * Region code or text, or the unit's name; empty: none is known.
 */
key: string, name: string, open: number, };

export type UnitFrom = "headings" | { "row": number } | "assumed" | "corrected";

export type UnitKind = "government" | "approval_bureau" | "vertical" | "utility" | "bank" | "county" | "park" | "project_unit";

export type UnitLine = { unit: RoundUnit, files: Array<CameFile>, before: Figures, now: Figures, 
/**
 * Its projects now, and how many of them have a report of this period.
 */
projects: number, reported: number, 
/**
 * Days since anybody touched the project that waits longest.
 */
idle_days: number, };

export type UnitName = { 
/**
 * As stored and shown in Chinese, e.g. 亩.
 */
unit: string, en: string, };

export type UnitNotice = { id: CalendarNoticeId, unit: DepartmentId, unit_name: string, days: Array<NoticeDay>, };

export type UnitPart = { 
/**
 * The unit of the first of them.
 */
unit: string, 
/**
 * Hundredths of a per cent.
 */
coverage: number, };

export type UnitState = "unsent" | "sent" | "received" | "zero" | "returned" | "stale" | "manual";

export type UnitSums = { 
/**
 * Code or text of the region; empty where it has none.
 */
key: string, name: string, from: Figures, to: Figures, };

export type Usual = { item: string, count: number, 
/**
 * Half of them took no longer.
 */
median_days: number, 
/**
 * Four of five took no longer.
 */
most_days: number, 
/**
 * Too few to rely on: the limit is counted with instead.
 */
thin: boolean, };

export type ValuesOf = { query: ProjectQuery, column: Column, 
/**
 * Part of the value or of its name.
 */
text: string | null, limit: number, };

export type Verdict = { code: string, applies: Applies, reason: Reason, 
/**
 * A core node; others apply as well, but wait until somebody adds them.
 */
core: boolean, 
/**
 * Belongs to the project's first checklist; with [`Applies::Unknown`] it needs an answer.
 */
listed: boolean, };

export type Verified = { changesets: number, };

export type VersionChoice = { version: TemplateVersionId | null, };

export type VersionLine = { 
/**
 * Nothing is the program's own.
 */
id: TemplateVersionId | null, 
/**
 * 0 is the program's own.
 */
number: number, released_on: string | null, draft: boolean, 
/**
 * New checklists begin with it.
 */
newest: boolean, note: string | null, items: number, 
/**
 * Checklists that were begun and are kept by it.
 */
checklists: number, };

export type ViewId = string;

export type Waiting = "overdue" | "today" | "near" | "promised" | "applicant" | "silent";

export type WaitingCount = { waiting: Waiting, count: number, };

export type Waits = { overdue: number, near: number, };

export type WaitsOf = { mine: boolean, };

export type Wall = { by: WallBy, holders: Array<WallHolder>, 
/**
 * Projects that count.
 */
projects: number, lacking: number, 
/**
 * Projects a holder has in the mean, in thousandths: 252 / 32 = 7875.
 */
mean: number | null, least: number, most: number, };

export type WallBy = "leader" | "chief_service_officer" | "service_officer" | "unit_head" | "liaison" | "chain_head" | "responsible_unit";

export type WallHolder = { name: string, 
/**
 * Of the register, if the name stands there.
 */
person: PersonId | null, title: string | null, unit: string | null, projects: number, };

export type WallLine = { by: WallBy, name: string | null, };

export type WallOf = { by: WallBy, };

export type WallProject = { id: ProjectId, name: string, region_name: string | null, stage: Stage, standing: ProjectState, total: number | null, leader: string | null, chief_service_officer: string | null, liaison: string | null, responsible_unit: string | null, 
/**
 * Since when the holder of this line has it.
 */
since: string | null, };

export type Way = "early" | "simulated" | "preview" | "joint_preview" | "pledge" | "green" | "area_covered";

export type WayEffect = "spared" | "shortened" | "noted";

export type WayHeld = { way: ApprovalWay, 
/**
 * What it waited for is there: it is to be made formal.
 */
ready: boolean, 
/**
 * The pledged day is past and it is not formal.
 */
late: boolean, 
/**
 * What an area assessment brought; nothing for another way.
 */
effect: WayEffect | null, };

export type WechatLine = { line: CardLine, 
/**
 * 1—`month`月 of the money; none where nothing was reported this year.
 */
month: number | null, leader: string | null, contact: string | null, 
/**
 * Masked, e.g. `139****0001`.
 */
phone: string | null, };

export type Which = "statutory" | "promised";

export type WhyNot = { id: ProjectId, name: string, as_of: string, 
/**
 * When work began, by the rule that counts 开复工 asked of every year: a start that was struck out is none.
 */
started: Day | null, 
/**
 * It is begun though nobody recorded when: 续建, or its stage says so.
 */
begun: boolean, planned: Day | null, 
/**
 * What start of construction waits for, what holds it up first; nothing where it waits for the letters of 一会三函.
 */
missing: Array<Missing>, 
/**
 * The letters bring the start: they are sooner than the formal papers. Otherwise those are what it waits for, though the project
 * has 一会三函.
 */
by_letters: boolean, 
/**
 * 一会三函, where the project has it; nothing once the formal papers are all there.
 */
fast: FastHeld | null, 
/**
 * Of these approvals, those nobody asked about yet.
 */
not_collected: number, 
/**
 * Something is recorded of its approvals.
 */
known: boolean, 
/**
 * The earliest lawful start by forecast.
 */
start_on: string | null, 
/**
 * Open needs and problems, longest first.
 */
open: Array<Holding>, };

export type Year = { year: number, };

export type YearDecide = { year: number, projects: Array<ProjectId>, 
/**
 * Absent: back to the proposal.
 */
decision: TurnDecision | null, 
/**
 * Needed where a project is terminated, or takes along another figure than the snapshot's.
 */
reason: string | null, 
/**
 * Whose figure it takes along; absent: the 调度 figure of December.
 */
prior_basis: Basis | null, 
/**
 * That figure, 元; absent: the one the desk knows of that basis.
 */
prior: number | null, };

export type YearPage = { year: number, 
/**
 * Turned already; what was undecided then can still be turned.
 */
turned: YearTurn | null, 
/**
 * Where 截至上年底累计 comes from; absent: from the reports up to December.
 */
prior_from: PriorFrom | null, rows: Array<TurnRow>, closing: Closing, targets: Array<TargetLine>, };

export type YearTarget = { id: YearTargetId, office: OfficeId, year: number, list: ListId | null, 
/**
 * 文号
 */
document: string | null, 
/**
 * 项目个数
 */
count: number | null, 
/**
 * 总投资
 */
total: number | null, 
/**
 * 年度计划投资
 */
plan: number | null, 
/**
 * 新开工个数
 */
new_starts: number | null, 
/**
 * 竣工个数
 */
completions: number | null, quarter1: number | null, quarter2: number | null, quarter3: number | null, quarter4: number | null, 
/**
 * 序时: see [`schedule`].
 */
schedule: string | null, };

export type YearTargetId = string;

export type YearTurn = { id: YearTurnId, office: OfficeId, year: number, turned_on: string, snapshot: SnapshotId | null, };

export type YearTurnId = string;

export type Yearly = { month: number | null, 
/**
 * Of all that reported this year.
 */
this: number, 
/**
 * 可比口径: of the projects that reported in both years, this year and last.
 */
same: number, last: number, 
/**
 * (same − last) / last: a whole is never divided by a part. None without a base.
 */
change: Percent | null, 
/**
 * The projects that reported in both years, of those that reported this year.
 */
base: Count, reported: Count, opened: number, opened_last: number, };

export type ZipInput = { file: string, by: Cut, layout: Layout, 
/**
 * Of [`Layout::View`], which columns.
 */
columns: Array<Column>, query: ProjectQuery, language: Language, 
/**
 * As in a single workbook.
 */
news: boolean, job: string, };

export type Zipped = { file: string, 
/**
 * Names inside, in official order.
 */
names: Array<string>, rows: number, };
