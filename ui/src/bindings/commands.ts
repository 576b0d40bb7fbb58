// Written by `cargo xtask bindings` from the pages of commands. Do not edit.

import type {
  AddFiles,
  Added,
  AnswerQuestion,
  ApprovalBoard,
  ApprovalBoardQuery,
  ApprovalCall,
  ApprovalCallId,
  ApprovalFigures,
  ApprovalMaterialId,
  ApprovalStepId,
  ApprovalWayId,
  AskText,
  Assign,
  AssignApprovals,
  Assigned,
  AssignedApprovals,
  AtPlace,
  AttachedPicture,
  Attachment,
  AttachmentId,
  Attachments,
  AuthorityExport,
  AuthorityLists,
  BatchPreview,
  Board,
  BoardChoices,
  BoardQuery,
  Book,
  BookExport,
  BookImport,
  BookImported,
  BookPerson,
  BookPreview,
  BookQuery,
  BookSource,
  CalendarDays,
  CalendarNoticeId,
  CalendarYear,
  CallRole,
  CardOf,
  CellGet,
  CellOf,
  CellsChecked,
  CellsEdit,
  CellsEditAll,
  CellsEdited,
  Change,
  ChangeHolder,
  ChangedStandings,
  CheckLimit,
  CheckPage,
  CheckPassId,
  CheckQuery,
  Checklist,
  ChecklistDifferences,
  ChecklistsUnder,
  Chosen,
  ClearInput,
  Cleared,
  Close,
  Collect,
  Collected,
  ColumnValue,
  Compare,
  CompareExport,
  CompareRound,
  Comparison,
  Contact,
  ContactId,
  CopiedOut,
  CopyFile,
  CopyOut,
  Correction,
  Decide,
  Department,
  DepartmentId,
  DeskInfo,
  Duty,
  DutyHolders,
  DutyId,
  ElementChoice,
  Enlist,
  EnlistMany,
  Enterprise,
  EnterpriseId,
  ExportChanges,
  ExportInput,
  Exported,
  ExportedChanges,
  Few,
  FieldFault,
  Figure,
  FigureId,
  FigureRows,
  FiguresQuery,
  FillDays,
  FilledDays,
  Find,
  Forecast,
  Found,
  Freeze,
  HandList,
  HandListOf,
  HandOut,
  HandOver,
  HandOverSheet,
  HandOverWritten,
  HandedOut,
  HandedOver,
  HistoryOf,
  Hit,
  HoldersOf,
  IdleProject,
  Import,
  Imported,
  IndustryChoice,
  ItemDifference,
  JobName,
  JobState,
  Kept,
  LeaderCard,
  LeaderPaper,
  Leave,
  LedgerFile,
  Left,
  LibraryItem,
  LineSearch,
  List,
  ListComparison,
  ListId,
  ListPage,
  ManyStandings,
  Mapping,
  MappingId,
  MarkUnit,
  Matter,
  MatterId,
  Membership,
  MembershipId,
  MilestoneTable,
  MoveChecklists,
  Named,
  NegativeEntry,
  NegativeEntryId,
  NegativeHit,
  NewNotice,
  NewPoint,
  NewSeat,
  NewStanding,
  NewStep,
  Nothing,
  NoticeDraft,
  NoticeEffect,
  NoticeText,
  Office,
  OfficeId,
  One,
  Open,
  OpenPackage,
  OpenRound,
  OwnRegion,
  Package,
  PackageInput,
  Packaged,
  Papered,
  PassChecks,
  Person,
  PersonId,
  Phrase,
  PlaceOf,
  PointName,
  PreviewInput,
  PreviewRow,
  PreviewRows,
  PreviewSummary,
  PrintOf,
  PrintedLedger,
  Progress,
  ProgressSheetExport,
  ProgressSheetImport,
  ProgressSheetImported,
  ProgressSheetPreview,
  ProgressSheetSource,
  ProjectDraft,
  ProjectFile,
  ProjectId,
  ProjectMilestones,
  ProjectPage,
  ProjectPaper,
  ProjectQuery,
  Rating,
  RatingId,
  RegionChoice,
  RegionId,
  RegionSearch,
  Register,
  Registered,
  Release,
  ReminderSpan,
  Reminders,
  Reorder,
  ReplaceDuty,
  Rescued,
  RestorePackage,
  RestorePoint,
  Restored,
  RestoredPackage,
  ReturnedLine,
  ReturnedLines,
  RoleName,
  Round,
  RoundFileId,
  RoundId,
  RoundInfo,
  RoundPage,
  RoundUnit,
  RouteStepOf,
  RoutesOf,
  SampleChoice,
  Samples,
  Save,
  SaveApproval,
  SaveCall,
  SaveEntry,
  SaveFastTrack,
  SaveLetter,
  SaveMaterial,
  SaveOf,
  SaveProgress,
  SaveReach,
  SaveRound,
  SaveRouteStep,
  SaveTemplateItem,
  SaveTemplateItems,
  SaveView,
  SaveWay,
  Saved,
  SavedView,
  Sent,
  Setting,
  SeveralAhead,
  SeveralOf,
  Since,
  Snapshot,
  SnapshotId,
  SnapshotInfo,
  StaffingPage,
  StaffingRules,
  StandingFile,
  Start,
  StartFile,
  StartId,
  Started,
  StatisticsFile,
  StepAll,
  StepPreview,
  StepRoute,
  SteppedAll,
  TablePicture,
  TakeSnapshot,
  TargetSearch,
  TemplateExport,
  TemplateImport,
  TemplateItemName,
  TemplatePreview,
  TemplateSheet,
  TemplateSource,
  TemplateVersionId,
  Text,
  Today,
  TodayQuery,
  Touched,
  Trial,
  TrialInput,
  TurnYear,
  Turned,
  TwoLists,
  TwoVersions,
  Typed,
  TypedValue,
  Undated,
  UndatedQuery,
  Understand,
  Understanding,
  Undone,
  ValuesOf,
  Verified,
  VersionChoice,
  VersionLine,
  ViewId,
  Waits,
  WaitsOf,
  Wall,
  WallLine,
  WallOf,
  WallProject,
  WhyNot,
  Year,
  YearDecide,
  YearPage,
  YearTarget,
  YearTargetId,
  ZipInput,
  Zipped,
} from "./types";

export interface Commands {
  desk_get: { input: Nothing; output: DeskInfo };
  desk_start: { input: Start; output: Started };
  setting_save: { input: Setting; output: Nothing };
  log_verify: { input: Nothing; output: Verified };
  office_list: { input: Nothing; output: Array<Office> };
  office_save: { input: Save<OfficeId>; output: Office };
  department_list: { input: Nothing; output: Array<Department> };
  department_save: { input: Save<DepartmentId>; output: Department };
  department_remove: { input: One<DepartmentId>; output: boolean };
  person_list: { input: Nothing; output: Array<Person> };
  person_save: { input: Save<PersonId>; output: Person };
  person_remove: { input: One<PersonId>; output: boolean };
  duty_save: { input: SaveOf<DutyId>; output: Duty };
  duty_remove: { input: One<DutyId>; output: boolean };
  contact_save: { input: SaveOf<ContactId>; output: Contact };
  contact_remove: { input: One<ContactId>; output: boolean };
  enterprise_search: { input: Text; output: Array<Enterprise> };
  enterprise_save: { input: Save<EnterpriseId>; output: Enterprise };
  region_search: { input: RegionSearch; output: Array<RegionChoice> };
  region_save: { input: Save<RegionId>; output: OwnRegion };
  industry_list: { input: Nothing; output: Array<IndustryChoice> };
  element_list: { input: Nothing; output: Array<ElementChoice> };
  project_list: { input: ProjectQuery; output: ProjectPage };
  project_get: { input: One<ProjectId>; output: ProjectFile };
  project_check: { input: ProjectDraft; output: Array<FieldFault> };
  project_save: { input: ProjectDraft; output: Saved };
  project_remove: { input: One<ProjectId>; output: boolean };
  column_values: { input: ValuesOf; output: Array<ColumnValue> };
  project_place: { input: PlaceOf; output: number | null };
  project_at: { input: AtPlace; output: Named | null };
  ledger_print: { input: PrintOf; output: PrintedLedger };
  project_ids: { input: ProjectQuery; output: Array<ProjectId> };
  view_list: { input: Nothing; output: Array<SavedView> };
  view_save: { input: SaveView; output: SavedView };
  view_remove: { input: One<ViewId>; output: boolean };
  start_list: { input: One<ProjectId>; output: StartFile };
  start_save: { input: SaveOf<StartId>; output: StartFile };
  start_remove: { input: One<StartId>; output: boolean };
  statistics_entry_get: { input: One<ProjectId>; output: StatisticsFile };
  statistics_entry_save: { input: SaveEntry; output: StatisticsFile };
  attachment_list: { input: One<ProjectId>; output: Attachments };
  attachment_add: { input: AddFiles; output: Added };
  attachment_picture: { input: One<AttachmentId>; output: AttachedPicture };
  attachment_copy: { input: CopyOut; output: CopiedOut };
  attachment_save: { input: Save<AttachmentId>; output: Attachment };
  attachment_remove: { input: One<AttachmentId>; output: boolean };
  duty_replace: { input: ReplaceDuty; output: Duty };
  statistics_entry_remove: { input: One<ProjectId>; output: boolean };
  list_list: { input: Nothing; output: Array<List> };
  list_save: { input: Save<ListId>; output: List };
  membership_save: { input: Enlist; output: Membership };
  membership_many: { input: EnlistMany; output: number };
  membership_remove: { input: One<MembershipId>; output: boolean };
  progress_save: { input: SaveProgress; output: Progress };
  matter_save: { input: SaveOf<MatterId>; output: Matter };
  matter_remove: { input: One<MatterId>; output: boolean };
  snapshot_list: { input: Nothing; output: Array<SnapshotInfo> };
  snapshot_save: { input: TakeSnapshot; output: Snapshot };
  snapshot_remove: { input: One<SnapshotId>; output: boolean };
  round_list: { input: Nothing; output: Array<RoundInfo> };
  round_get: { input: One<RoundId>; output: RoundPage };
  round_open: { input: OpenRound; output: Round };
  round_save: { input: SaveRound; output: Round };
  round_close: { input: One<RoundId>; output: Round };
  round_remove: { input: One<RoundId>; output: boolean };
  round_file_picture: { input: One<RoundFileId>; output: AttachedPicture };
  round_file_copy: { input: CopyFile; output: CopiedOut };
  round_unit_mark: { input: MarkUnit; output: RoundUnit };
  round_not_updated: { input: One<RoundId>; output: Array<IdleProject> };
  round_compare: { input: CompareRound; output: Comparison };
  round_corrections: { input: One<RoundId>; output: Array<Correction> };
  round_text: { input: AskText; output: Phrase };
  snapshot_compare: { input: Compare; output: Comparison };
  check_list: { input: CheckQuery; output: CheckPage };
  check_pass: { input: PassChecks; output: number };
  check_pass_remove: { input: One<CheckPassId>; output: boolean };
  year_get: { input: Year; output: YearPage };
  year_decide: { input: YearDecide; output: number };
  year_turn: { input: TurnYear; output: Turned };
  year_target_save: { input: Save<YearTargetId>; output: YearTarget };
  year_target_remove: { input: One<YearTargetId>; output: boolean };
  list_lines: { input: LineSearch; output: ListPage };
  list_freeze: { input: Freeze; output: List };
  list_compare: { input: TwoLists; output: ListComparison };
  duty_holders: { input: HoldersOf; output: DutyHolders };
  duty_change: { input: ChangeHolder; output: HandedOver };
  duty_hand_over: { input: HandOver; output: HandedOver };
  standing_get: { input: One<ProjectId>; output: StandingFile };
  standing_targets: { input: TargetSearch; output: Array<Named> };
  standing_change_many: { input: ManyStandings; output: ChangedStandings };
  standing_change_save: { input: NewStanding; output: StandingFile };
  book_get: { input: BookQuery; output: Book };
  person_leave: { input: Leave; output: Left };
  order_save: { input: Reorder; output: number };
  wall_get: { input: WallOf; output: Wall };
  wall_projects: { input: WallLine; output: Array<WallProject> };
  duty_assign: { input: Assign; output: Array<Assigned> };
  staffing_get: { input: Nothing; output: StaffingPage };
  staffing_save: { input: StaffingRules; output: StaffingPage };
  role_name_list: { input: Nothing; output: Array<RoleName> };
  role_name_save: { input: CallRole; output: Array<RoleName> };
  find: { input: Find; output: Found };
  recent_list: { input: Few; output: Array<Hit> };
  recent_note: { input: Kept; output: Nothing };
  pin_list: { input: Nothing; output: Array<Hit> };
  pin_save: { input: Kept; output: Nothing };
  pin_remove: { input: Kept; output: boolean };
  board_get: { input: BoardQuery; output: Board };
  board_choices: { input: Nothing; output: BoardChoices };
  board_project: { input: One<ProjectId>; output: WhyNot };
  board_leader: { input: CardOf; output: LeaderCard };
  figure_rows: { input: FigureRows; output: Array<Named> };
  wechat_lines: { input: Chosen; output: Sent };
  figure_list: { input: Nothing; output: Array<Figure> };
  figure_save: { input: Save<FigureId>; output: Figure };
  figure_remove: { input: One<FigureId>; output: boolean };
  rating_list: { input: Nothing; output: Array<Rating> };
  rating_save: { input: SaveOf<RatingId>; output: Rating };
  rating_remove: { input: One<RatingId>; output: boolean };
  restore_point_list: { input: Nothing; output: Array<RestorePoint> };
  restore_point_make: { input: NewPoint; output: RestorePoint };
  restore_point_restore: { input: PointName; output: Restored };
  restore_point_remove: { input: PointName; output: boolean };
  backup_daily: { input: Nothing; output: boolean };
  hand_over_list: { input: HandListOf; output: HandList };
  desk_continue: { input: Nothing; output: Nothing };
  rescue_point_list: { input: Nothing; output: Array<RestorePoint> };
  desk_rescue: { input: PointName; output: Rescued };
  desk_clear_look: { input: Nothing; output: Cleared };
  desk_clear: { input: ClearInput; output: Cleared };
  sample_list: { input: Nothing; output: Samples };
  sample_open: { input: SampleChoice; output: Nothing };
  sample_leave: { input: Nothing; output: Nothing };
  sample_reset: { input: SampleChoice; output: Nothing };
  approval_list: { input: One<ProjectId>; output: Checklist };
  approval_board: { input: ApprovalBoardQuery; output: ApprovalBoard };
  approval_figures: { input: FiguresQuery; output: ApprovalFigures };
  approval_step_all_preview: { input: StepAll; output: BatchPreview };
  approval_several: { input: SeveralOf; output: SeveralAhead };
  approval_step_all: { input: StepAll; output: SteppedAll };
  approval_assign: { input: AssignApprovals; output: AssignedApprovals };
  approval_library: { input: One<ProjectId>; output: Array<LibraryItem> };
  approval_answer: { input: AnswerQuestion; output: Checklist };
  approval_save: { input: SaveApproval; output: Checklist };
  approval_step: { input: NewStep; output: Checklist };
  approval_step_preview: { input: NewStep; output: StepPreview };
  approval_trial: { input: TrialInput; output: Trial };
  approval_adopt: { input: TrialInput; output: Checklist };
  approval_undated: { input: UndatedQuery; output: Undated };
  approval_undated_count: { input: Nothing; output: number };
  approval_day_fill: { input: FillDays; output: FilledDays };
  approval_step_withdraw: { input: One<ApprovalStepId>; output: Checklist };
  approval_way_save: { input: SaveWay; output: Checklist };
  approval_way_remove: { input: One<ApprovalWayId>; output: Checklist };
  fast_track_save: { input: SaveFastTrack; output: Checklist };
  fast_track_remove: { input: One<ProjectId>; output: Checklist };
  fast_letter_save: { input: SaveLetter; output: Checklist };
  approval_material_save: { input: SaveMaterial; output: Checklist };
  approval_material_remove: { input: One<ApprovalMaterialId>; output: Checklist };
  approval_forecast: { input: One<ProjectId>; output: Forecast };
  approval_call_save: { input: SaveCall; output: number };
  approval_call_remove: { input: One<ApprovalCallId>; output: boolean };
  approval_call_list: { input: One<ProjectId>; output: Array<ApprovalCall> };
  today_waits: { input: WaitsOf; output: Waits };
  today_get: { input: TodayQuery; output: Today };
  approval_reminders: { input: ReminderSpan; output: Reminders };
  milestone_get: { input: One<ProjectId>; output: ProjectMilestones };
  milestone_list: { input: FiguresQuery; output: MilestoneTable };
  template_list: { input: Nothing; output: Array<VersionLine> };
  template_get: { input: VersionChoice; output: TemplateSheet };
  template_draft: { input: Nothing; output: TemplateSheet };
  template_item_save: { input: SaveTemplateItem; output: TemplateSheet };
  template_items_save: { input: SaveTemplateItems; output: TemplateSheet };
  template_item_remove: { input: TemplateItemName; output: TemplateSheet };
  template_release: { input: Release; output: boolean };
  template_discard: { input: One<TemplateVersionId>; output: Array<VersionLine> };
  template_limit_check: { input: CheckLimit; output: boolean };
  template_difference: { input: TwoVersions; output: Array<ItemDifference> };
  checklist_difference: { input: ChecklistsUnder; output: ChecklistDifferences };
  checklist_move: { input: MoveChecklists; output: number };
  authority_get: { input: Nothing; output: AuthorityLists };
  negative_list: { input: Nothing; output: Array<NegativeEntry> };
  negative_check: { input: One<ProjectId>; output: Array<NegativeHit> };
  negative_try: { input: ProjectDraft; output: Array<NegativeHit> };
  negative_save: { input: Save<NegativeEntryId>; output: NegativeEntry };
  negative_remove: { input: One<NegativeEntryId>; output: boolean };
  route_list: { input: RoutesOf; output: Array<StepRoute> };
  route_step_save: { input: SaveRouteStep; output: Array<StepRoute> };
  route_step_clear: { input: RouteStepOf; output: Array<StepRoute> };
  calendar_get: { input: CalendarYear; output: CalendarDays };
  calendar_notice_read: { input: NoticeText; output: NoticeDraft };
  calendar_notice_preview: { input: NewNotice; output: NoticeEffect };
  calendar_notice_save: { input: NewNotice; output: CalendarDays };
  calendar_notice_remove: { input: One<CalendarNoticeId>; output: CalendarDays };
  history_list: { input: HistoryOf; output: Array<Change> };
  changes_since: { input: Since; output: Array<Touched> };
  undo: { input: Nothing; output: Undone };
  redo: { input: Nothing; output: Undone };
  mapping_list: { input: Nothing; output: Array<Mapping> };
  mapping_remove: { input: One<MappingId>; output: boolean };
  job_get: { input: JobName; output: JobState | null };
  job_cancel: { input: JobName; output: boolean };
  ledger_open: { input: Open; output: LedgerFile };
  ledger_understand: { input: Understand; output: Understanding };
  ledger_preview: { input: PreviewInput; output: PreviewSummary };
  ledger_preview_rows: { input: PreviewRows; output: Array<PreviewRow> };
  ledger_decide: { input: Decide; output: PreviewSummary };
  ledger_import: { input: Import; output: Imported };
  ledger_close: { input: Close; output: boolean };
  ledger_export: { input: ExportInput; output: Exported };
  list_compare_export: { input: CompareExport; output: Exported };
  ledger_zip: { input: ZipInput; output: Zipped };
  paper_project: { input: ProjectPaper; output: Papered };
  paper_leader: { input: LeaderPaper; output: Papered };
  picture_save: { input: TablePicture; output: Papered };
  round_hand_out: { input: HandOut; output: HandedOut };
  round_collect: { input: Collect; output: Collected };
  round_lines: { input: ReturnedLines; output: Array<ReturnedLine> };
  round_register: { input: Register; output: Registered };
  round_leave: { input: Close; output: boolean };
  changes_export: { input: ExportChanges; output: ExportedChanges };
  cells_check: { input: CellsEdit; output: CellsChecked };
  cells_edit: { input: CellsEdit; output: CellsEdited };
  cells_edit_all: { input: CellsEditAll; output: CellsEdited };
  cell_get: { input: CellOf; output: CellGet };
  package_save: { input: PackageInput; output: Packaged };
  package_carried_off: { input: Nothing; output: Nothing };
  package_open: { input: OpenPackage; output: Package };
  package_restore: { input: RestorePackage; output: RestoredPackage };
  hand_over_export: { input: HandOverSheet; output: HandOverWritten };
  book_preview: { input: BookSource; output: BookPreview };
  book_import: { input: BookImport; output: BookImported };
  book_export: { input: BookExport; output: Exported };
  seat_add: { input: NewSeat; output: BookPerson };
  reach_save: { input: SaveReach; output: BookPerson };
  template_export: { input: TemplateExport; output: Exported };
  authority_export: { input: AuthorityExport; output: Exported };
  template_import_preview: { input: TemplateSource; output: TemplatePreview };
  template_import: { input: TemplateImport; output: number };
  progress_sheet_preview: { input: ProgressSheetSource; output: ProgressSheetPreview };
  progress_sheet_import: { input: ProgressSheetImport; output: ProgressSheetImported };
  progress_sheet_export: { input: ProgressSheetExport; output: Exported };
  value_read: { input: Typed; output: TypedValue };
}

/** Commands that can change the desk. */
export const WRITES: readonly (keyof Commands)[] = [
  "desk_start",
  "setting_save",
  "office_save",
  "department_save",
  "department_remove",
  "person_save",
  "person_remove",
  "duty_save",
  "duty_remove",
  "contact_save",
  "contact_remove",
  "enterprise_save",
  "region_save",
  "project_save",
  "project_remove",
  "view_save",
  "view_remove",
  "start_save",
  "start_remove",
  "statistics_entry_save",
  "attachment_list",
  "attachment_add",
  "attachment_picture",
  "attachment_copy",
  "attachment_save",
  "attachment_remove",
  "duty_replace",
  "statistics_entry_remove",
  "list_save",
  "membership_save",
  "membership_many",
  "membership_remove",
  "progress_save",
  "matter_save",
  "matter_remove",
  "snapshot_save",
  "snapshot_remove",
  "round_open",
  "round_save",
  "round_close",
  "round_remove",
  "round_file_picture",
  "round_file_copy",
  "round_unit_mark",
  "check_pass",
  "check_pass_remove",
  "year_decide",
  "year_turn",
  "year_target_save",
  "year_target_remove",
  "list_freeze",
  "duty_change",
  "duty_hand_over",
  "standing_change_many",
  "standing_change_save",
  "person_leave",
  "order_save",
  "duty_assign",
  "staffing_save",
  "role_name_save",
  "recent_note",
  "pin_save",
  "pin_remove",
  "figure_save",
  "figure_remove",
  "rating_save",
  "rating_remove",
  "restore_point_list",
  "restore_point_make",
  "restore_point_restore",
  "restore_point_remove",
  "backup_daily",
  "desk_continue",
  "approval_step_all",
  "approval_assign",
  "approval_answer",
  "approval_save",
  "approval_step",
  "approval_adopt",
  "approval_day_fill",
  "approval_step_withdraw",
  "approval_way_save",
  "approval_way_remove",
  "fast_track_save",
  "fast_track_remove",
  "fast_letter_save",
  "approval_material_save",
  "approval_material_remove",
  "approval_call_save",
  "approval_call_remove",
  "template_draft",
  "template_item_save",
  "template_items_save",
  "template_item_remove",
  "template_release",
  "template_discard",
  "template_limit_check",
  "checklist_move",
  "negative_save",
  "negative_remove",
  "route_step_save",
  "route_step_clear",
  "calendar_notice_save",
  "calendar_notice_remove",
  "undo",
  "redo",
  "mapping_remove",
  "job_get",
  "job_cancel",
  "ledger_open",
  "ledger_understand",
  "ledger_preview",
  "ledger_preview_rows",
  "ledger_decide",
  "ledger_import",
  "ledger_close",
  "ledger_export",
  "list_compare_export",
  "ledger_zip",
  "paper_project",
  "paper_leader",
  "picture_save",
  "round_hand_out",
  "round_collect",
  "round_lines",
  "round_register",
  "round_leave",
  "changes_export",
  "cells_edit",
  "cells_edit_all",
  "package_save",
  "package_carried_off",
  "package_open",
  "package_restore",
  "hand_over_export",
  "book_import",
  "book_export",
  "seat_add",
  "reach_save",
  "template_export",
  "authority_export",
  "template_import",
  "progress_sheet_import",
  "progress_sheet_export",
];
