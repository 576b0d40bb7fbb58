//! Every command of the core, on one page: name, input → output, permission, and the function that does it.
//!
//! The dispatcher, the interface's types and `zhuanban commands` come from this list; the name is also the label in the
//! change log and in the undo message. Other crates have a page of their own; the shell puts them together.

use crate::approval::{self, version};
use crate::commands;
use crate::desk::{Caller, Desk, Done};
use crate::enterprise::Enterprise;
use crate::error::{FieldFault, Result};
use crate::id::{
    ContactId, DepartmentId, DutyId, EnterpriseId, ListId, MappingId, MatterId, MembershipId, OfficeId, PersonId,
    ProjectId,
};
use crate::job::JobState;
use crate::list::{List, Membership};
use crate::matter::Matter;
use crate::people::edit::{Save, SaveOf, Start, Started};
use crate::people::{Contact, Department, Duty, Office, Person};
use crate::progress::Progress;
use crate::project::{edit::ProjectDraft, edit::Saved, list::ProjectPage, list::ProjectQuery, query::ProjectFile};
use crate::safety::clear::{ClearInput, Cleared};
use crate::safety::points::{self, RestorePoint};
use crate::safety::restore::Restored;
use crate::settings::{Mapping, edit::Setting, query::DeskInfo};
use crate::store::Reader;
use crate::store::history::{Change, Touched};
use crate::store::undo::Undone;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

mod command;
pub use command::*;

commands! {
    /// The core's page.
    pub static COMMANDS:
    read desk_get(Nothing) -> DeskInfo, View, |r, _| crate::settings::query::desk(r);
    write desk_start(Start) -> Started, Edit, crate::people::edit::start;
    desk setting_save(Setting) -> Nothing, Edit, save_setting;
    read log_verify(Nothing) -> Verified, Administer, |r, _| Ok(Verified { changesets: crate::store::replay::verify(r)? });

    read office_list(Nothing) -> Vec<Office>, View, |r, _| crate::people::query::offices(r);
    write office_save(Save<OfficeId>) -> Office, Administer, crate::people::edit::save_office;
    read department_list(Nothing) -> Vec<Department>, View, |r, _| crate::people::query::departments(r);
    write department_save(Save<DepartmentId>) -> Department, Edit, crate::people::edit::save_department;
    write department_remove(One<DepartmentId>) -> bool, Edit, crate::people::edit::remove_department;
    read person_list(Nothing) -> Vec<Person>, View, |r, _| crate::people::query::people(r);
    write person_save(Save<PersonId>) -> Person, Edit, crate::people::edit::save_person;
    write person_remove(One<PersonId>) -> bool, Edit, crate::people::edit::remove_person;
    write duty_save(SaveOf<DutyId>) -> Duty, Edit, crate::people::edit::save_duty;
    write duty_remove(One<DutyId>) -> bool, Edit, |w, one| w.remove::<Duty>(one.id);
    write contact_save(SaveOf<ContactId>) -> Contact, Edit, crate::people::edit::save_contact;
    write contact_remove(One<ContactId>) -> bool, Edit, |w, one| w.remove::<Contact>(one.id);

    read enterprise_search(Text) -> Vec<Enterprise>, View, |r, t| crate::enterprise::query::search(r, &t.text);
    write enterprise_save(Save<EnterpriseId>) -> Enterprise, Edit, crate::enterprise::edit::save;

    read region_search(crate::region::own::RegionSearch) -> Vec<crate::region::own::RegionChoice>, View, crate::region::own::search;
    write region_save(Save<crate::id::RegionId>) -> crate::region::OwnRegion, Edit, crate::region::own::save;
    read industry_list(Nothing) -> Vec<crate::industry::IndustryChoice>, View, |_, _| Ok(crate::industry::choices());
    read element_list(Nothing) -> Vec<crate::element::ElementChoice>, View, |_, _| Ok(crate::element::choices());

    read project_list(ProjectQuery) -> ProjectPage, View, crate::project::list::list;
    read project_get(One<ProjectId>) -> ProjectFile, View, |r, one| crate::project::query::file(r, one.id);
    read project_check(ProjectDraft) -> Vec<FieldFault>, View, crate::project::edit::check;
    write project_save(ProjectDraft) -> Saved, Edit, crate::project::edit::save;
    write project_remove(One<ProjectId>) -> bool, Edit, |w, one| crate::project::edit::remove(w, one.id);

    // The ledger grid: views, cells, values.
    read column_values(crate::project::values::ValuesOf) -> Vec<crate::project::values::ColumnValue>, View, |r, of| crate::project::values::values(r, &of);
    read project_place(crate::project::list::PlaceOf) -> Option<i64>, View, |r, of| crate::project::list::place(r, &of);
    read project_at(crate::project::list::AtPlace) -> Option<crate::project::query::Named>, View, |r, of| crate::project::list::at(r, &of);
    read ledger_print(crate::project::print::PrintOf) -> crate::project::print::PrintedLedger, View, |r, of| crate::project::print::print(r, &of);
    read project_ids(ProjectQuery) -> Vec<ProjectId>, View, crate::project::list::ids;
    read view_list(Nothing) -> Vec<crate::view::SavedView>, View, |r, _| crate::view::edit::views(r);
    write view_save(crate::view::edit::SaveView) -> crate::view::SavedView, Edit, crate::view::edit::save;
    write view_remove(One<crate::id::ViewId>) -> bool, Edit, |w, one| crate::view::edit::remove(w, one.id);

    // The project's file: attachments, starts, changes of standing, statistics.
    read start_list(One<ProjectId>) -> crate::project::start::query::StartFile, View, |r, one| crate::project::start::query::file(r, one.id);
    write start_save(SaveOf<crate::id::StartId>) -> crate::project::start::query::StartFile, Edit, crate::project::start::edit::save;
    write start_remove(One<crate::id::StartId>) -> bool, Edit, |w, one| crate::project::start::edit::remove(w, one.id);
    read statistics_entry_get(One<ProjectId>) -> crate::statistics::StatisticsFile, View, |r, one| crate::statistics::edit::file(r, one.id);
    write statistics_entry_save(crate::statistics::edit::SaveEntry) -> crate::statistics::StatisticsFile, Edit, crate::statistics::edit::save;
    desk attachment_list(One<ProjectId>) -> crate::attachment::query::Attachments, View, crate::attachment::query::list;
    desk attachment_add(crate::attachment::edit::AddFiles) -> crate::attachment::edit::Added, Edit, crate::attachment::edit::add;
    desk attachment_picture(One<crate::id::AttachmentId>) -> crate::attachment::query::AttachedPicture, View, crate::attachment::query::picture;
    desk attachment_copy(crate::attachment::query::CopyOut) -> crate::attachment::query::CopiedOut, View, crate::attachment::query::copy_out;
    write attachment_save(Save<crate::id::AttachmentId>) -> crate::attachment::Attachment, Edit, crate::attachment::edit::save;
    write attachment_remove(One<crate::id::AttachmentId>) -> bool, Edit, |w, one| crate::attachment::edit::remove(w, one.id);
    write duty_replace(crate::people::replace::ReplaceDuty) -> Duty, Edit, crate::people::replace::replace;
    write statistics_entry_remove(One<ProjectId>) -> bool, Edit, |w, one| crate::statistics::edit::remove(w, one.id);

    read list_list(Nothing) -> Vec<List>, View, |r, _| crate::list::edit::lists(r);
    write list_save(Save<ListId>) -> List, Edit, crate::list::edit::save;
    write membership_save(crate::list::edit::Enlist) -> Membership, Edit, crate::list::edit::enlist;
    write membership_many(crate::list::edit::EnlistMany) -> i64, Edit, crate::list::edit::enlist_many;
    write membership_remove(One<MembershipId>) -> bool, Edit, |w, one| crate::list::edit::remove(w, one.id);

    write progress_save(crate::progress::edit::SaveProgress) -> Progress, Edit, crate::progress::edit::save;
    write matter_save(SaveOf<MatterId>) -> Matter, Edit, crate::matter::edit::save;
    write matter_remove(One<MatterId>) -> bool, Edit, |w, one| crate::matter::edit::remove(w, one.id);

    // Reporting rounds and snapshots.
    read snapshot_list(Nothing) -> Vec<crate::snapshot::query::SnapshotInfo>, View, |r, _| crate::snapshot::query::list(r);
    write snapshot_save(crate::snapshot::edit::TakeSnapshot) -> crate::snapshot::Snapshot, Edit, crate::snapshot::edit::save;
    write snapshot_remove(One<crate::id::SnapshotId>) -> bool, Edit, |w, one| crate::snapshot::edit::remove(w, one.id);
    read round_list(Nothing) -> Vec<crate::round::query::RoundInfo>, View, |r, _| crate::round::query::list(r);
    read round_get(One<crate::id::RoundId>) -> crate::round::query::RoundPage, View, |r, one| crate::round::query::page(r, one.id);
    write round_open(crate::round::edit::OpenRound) -> crate::round::Round, Edit, crate::round::edit::open;
    write round_save(crate::round::edit::SaveRound) -> crate::round::Round, Edit, crate::round::edit::save;
    write round_close(One<crate::id::RoundId>) -> crate::round::Round, Edit, |w, one| crate::round::edit::close(w, one.id);
    write round_remove(One<crate::id::RoundId>) -> bool, Edit, |w, one| crate::round::edit::remove(w, one.id);
    desk round_file_picture(One<crate::id::RoundFileId>) -> crate::attachment::query::AttachedPicture, View, crate::round::file::picture;
    desk round_file_copy(crate::round::file::CopyFile) -> crate::attachment::query::CopiedOut, View, crate::round::file::copy_out;
    write round_unit_mark(crate::round::unit::MarkUnit) -> crate::round::RoundUnit, Edit, crate::round::unit::mark;
    read round_not_updated(One<crate::id::RoundId>) -> Vec<crate::round::query::IdleProject>, View, |r, one| crate::round::query::not_updated(r, one.id);
    read round_compare(crate::round::query::CompareRound) -> crate::snapshot::compare::Comparison, View, |r, c| crate::round::query::compare(r, &c);
    read round_corrections(One<crate::id::RoundId>) -> Vec<crate::round::Correction>, View, |r, one| crate::round::query::corrections(r, one.id);
    read round_text(crate::round::query::AskText) -> crate::round::query::Phrase, View, |r, a| crate::round::query::phrase(r, &a);
    read snapshot_compare(crate::snapshot::compare::Compare) -> crate::snapshot::compare::Comparison, View, |r, c| crate::snapshot::compare::compare(r, &c);

    // Checks and the turn of the year.
    read check_list(crate::check::query::CheckQuery) -> crate::check::query::CheckPage, View, crate::check::query::page;
    write check_pass(crate::check::edit::PassChecks) -> i64, Edit, crate::check::edit::pass;
    write check_pass_remove(One<crate::id::CheckPassId>) -> bool, Edit, |w, one| crate::check::edit::recall(w, one.id);
    read year_get(crate::year::query::Year) -> crate::year::query::YearPage, View, crate::year::query::page;
    write year_decide(crate::year::edit::YearDecide) -> i64, Edit, crate::year::edit::decide;
    write year_turn(crate::year::edit::TurnYear) -> crate::year::edit::Turned, Edit, crate::year::edit::turn;
    write year_target_save(Save<crate::id::YearTargetId>) -> crate::year::YearTarget, Edit, crate::year::edit::save_target;
    write year_target_remove(One<crate::id::YearTargetId>) -> bool, Edit, |w, one| crate::year::edit::remove_target(w, one.id);
    read list_lines(crate::list::query::LineSearch) -> crate::list::query::ListPage, View, crate::list::query::page;
    write list_freeze(crate::list::edit::Freeze) -> List, Edit, crate::list::edit::freeze;
    read list_compare(crate::list::query::TwoLists) -> crate::list::query::ListComparison, View, crate::list::query::compare;
    read duty_holders(crate::people::hand_over::HoldersOf) -> crate::people::hand_over::DutyHolders, View, crate::people::hand_over::holders;
    write duty_change(crate::people::hand_over::ChangeHolder) -> crate::people::hand_over::HandedOver, Edit, crate::people::hand_over::change;
    write duty_hand_over(crate::people::hand_over::HandOver) -> crate::people::hand_over::HandedOver, Edit, crate::people::hand_over::hand_over;
    read standing_get(One<ProjectId>) -> crate::standing::query::StandingFile, View, |r, one| crate::standing::query::file(r, one.id);
    read standing_targets(crate::standing::query::TargetSearch) -> Vec<crate::project::query::Named>, View, crate::standing::query::targets;
    write standing_change_many(crate::standing::many::ManyStandings) -> crate::standing::many::ChangedStandings, Edit, crate::standing::many::save;
    write standing_change_save(crate::standing::edit::NewStanding) -> crate::standing::query::StandingFile, Edit, crate::standing::edit::save;

    // Address book, responsibility wall, staffing.
    read book_get(crate::people::book::BookQuery) -> crate::people::book::Book, View, |r, q| crate::people::book::book(r, &q);
    write person_leave(crate::people::seat::Leave) -> crate::people::seat::Left, Edit, crate::people::seat::leave;
    write order_save(crate::people::seat::Reorder) -> i64, Edit, crate::people::seat::reorder;
    read wall_get(crate::people::wall::WallOf) -> crate::people::wall::Wall, View, crate::people::wall::wall;
    read wall_projects(crate::people::wall::WallLine) -> Vec<crate::people::wall::WallProject>, View, |r, line| crate::people::wall::projects(r, &line);
    write duty_assign(crate::people::wall::Assign) -> Vec<crate::people::wall::Assigned>, Edit, crate::people::wall::assign;
    read staffing_get(Nothing) -> crate::people::staffing::StaffingPage, View, |r, _| crate::people::staffing::page(r);
    write staffing_save(crate::people::staffing::StaffingRules) -> crate::people::staffing::StaffingPage, Edit, crate::people::staffing::choose;
    read role_name_list(Nothing) -> Vec<crate::people::staffing::RoleName>, View, |r, _| crate::people::staffing::role_names(r);
    write role_name_save(crate::people::staffing::CallRole) -> Vec<crate::people::staffing::RoleName>, Edit, crate::people::staffing::call_role;

    // Search across everything, pins, what was opened last.
    read find(crate::find::Find) -> crate::find::Found, View, crate::find::query::find;
    read recent_list(crate::find::keep::Few) -> Vec<crate::find::Hit>, View, |r, few| crate::find::keep::recent(r, few.limit);
    write recent_note(crate::find::keep::Kept) -> Nothing, View, crate::find::keep::note_opened;
    read pin_list(Nothing) -> Vec<crate::find::Hit>, View, |r, _| crate::find::keep::pins(r);
    write pin_save(crate::find::keep::Kept) -> Nothing, Edit, crate::find::keep::pin;
    write pin_remove(crate::find::keep::Kept) -> bool, Edit, crate::find::keep::unpin;

    // Figures: the leader's questions, typed-in places.
    read board_get(crate::figure::base::BoardQuery) -> crate::figure::query::Board, View, crate::figure::query::board;
    read board_choices(Nothing) -> crate::figure::leader::BoardChoices, View, |r, _| crate::figure::leader::choices(r);
    read board_project(One<ProjectId>) -> crate::figure::held::WhyNot, View, |r, one| crate::figure::held::why_not(r, one.id);
    read board_leader(crate::figure::leader::CardOf) -> crate::figure::leader::LeaderCard, View, crate::figure::leader::card;
    read figure_rows(crate::figure::rows::FigureRows) -> Vec<crate::project::query::Named>, View, crate::figure::query::rows;
    read wechat_lines(crate::figure::wechat::Chosen) -> crate::figure::wechat::Sent, View, crate::figure::wechat::wechat;
    read figure_list(Nothing) -> Vec<crate::figure::Figure>, View, |r, _| crate::figure::edit::figures(r);
    write figure_save(Save<crate::id::FigureId>) -> crate::figure::Figure, Edit, crate::figure::edit::save_figure;
    write figure_remove(One<crate::id::FigureId>) -> bool, Edit, |w, one| crate::figure::edit::remove_figure(w, one.id);
    read rating_list(Nothing) -> Vec<crate::figure::rating::Rating>, View, |r, _| crate::figure::edit::ratings(r);
    write rating_save(SaveOf<crate::id::RatingId>) -> crate::figure::rating::Rating, Edit, crate::figure::edit::save_rating;
    write rating_remove(One<crate::id::RatingId>) -> bool, Edit, |w, one| w.remove::<crate::figure::rating::Rating>(one.id);

    // Safety: restore points, moving, handing over; the sample desk.
    desk restore_point_list(Nothing) -> Vec<RestorePoint>, View, points::list;
    desk restore_point_make(points::NewPoint) -> RestorePoint, Edit, points::make;
    desk restore_point_restore(points::PointName) -> Restored, Edit, crate::safety::restore::restore_point;
    desk restore_point_remove(points::PointName) -> bool, Edit, points::remove;
    desk backup_daily(Nothing) -> bool, View, points::daily;
    read hand_over_list(crate::safety::hand_list::HandListOf) -> crate::safety::hand_list::HandList, View, crate::safety::hand_list::hand_list;
    desk desk_continue(Nothing) -> Nothing, Administer, crate::safety::restore::go_on_here;
    desks rescue_point_list(Nothing) -> Vec<RestorePoint>, View, |desks, _| desks.rescue_points();
    desks desk_rescue(points::PointName) -> crate::desks::Rescued, Administer, |desks, point| desks.rescue(&point);
    desks desk_clear_look(Nothing) -> Cleared, Administer, |desks, _| desks.clear_look();
    desks desk_clear(ClearInput) -> Cleared, Administer, |desks, input| desks.clear(&input);
    desks sample_list(Nothing) -> crate::desks::Samples, View, |desks, _| Ok(unchanged(desks.samples()?));
    desks sample_open(crate::desks::SampleChoice) -> Nothing, View, |desks, choice| desks.show_sample(choice.office);
    desks sample_leave(Nothing) -> Nothing, View, |desks, _| desks.leave_sample();
    desks sample_reset(crate::desks::SampleChoice) -> Nothing, View, |desks, choice| desks.reset_sample(choice.office);

    read approval_list(One<ProjectId>) -> approval::query::Checklist, View, |r, one| approval::query::checklist(r, one.id);
    read approval_board(approval::board::ApprovalBoardQuery) -> approval::board::ApprovalBoard, View, |r, query| approval::board::board(r, &query);
    read approval_figures(approval::figures::FiguresQuery) -> approval::figures::ApprovalFigures, View, approval::figures::figures;
    read approval_step_all_preview(approval::batch::StepAll) -> approval::batch::BatchPreview, View, |r, input| approval::batch::preview(r, &input);
    read approval_several(approval::several::SeveralOf) -> approval::several::SeveralAhead, View, |r, input| approval::several::ahead(r, &input);
    write approval_step_all(approval::batch::StepAll) -> approval::batch::SteppedAll, Edit, |w, input| approval::batch::step_all(w, &input);
    write approval_assign(approval::responsible::AssignApprovals) -> approval::responsible::AssignedApprovals, Edit, |w, input| approval::responsible::assign(w, &input);
    read approval_library(One<ProjectId>) -> Vec<approval::query::LibraryItem>, View, |r, one| approval::query::library(r, one.id);
    write approval_answer(approval::edit::AnswerQuestion) -> approval::query::Checklist, Edit, approval::edit::answer;
    write approval_save(approval::edit::SaveApproval) -> approval::query::Checklist, Edit, approval::edit::save;
    write approval_step(approval::edit::NewStep) -> approval::query::Checklist, Edit, approval::edit::step;
    read approval_step_preview(approval::edit::NewStep) -> approval::trial::StepPreview, View, |r, input| approval::trial::step(r, &input);
    read approval_trial(approval::trial::TrialInput) -> approval::trial::Trial, View, |r, input| approval::trial::trial(r, &input);
    write approval_adopt(approval::trial::TrialInput) -> approval::query::Checklist, Edit, |w, input| approval::trial::adopt(w, &input);
    read approval_undated(approval::undated::UndatedQuery) -> approval::undated::Undated, View, |r, query| approval::undated::undated(r, &query);
    read approval_undated_count(Nothing) -> i64, View, |r, _| approval::undated::count(r);
    write approval_day_fill(approval::undated::FillDays) -> approval::undated::FilledDays, Edit, |w, input| approval::undated::fill(w, &input);
    write approval_step_withdraw(One<crate::id::ApprovalStepId>) -> approval::query::Checklist, Edit, |w, one| approval::edit::withdraw(w, one.id);
    write approval_way_save(approval::way::SaveWay) -> approval::query::Checklist, Edit, |w, input| approval::way::save(w, &input);
    write approval_way_remove(One<crate::id::ApprovalWayId>) -> approval::query::Checklist, Edit, |w, one| approval::way::remove(w, one.id);
    write fast_track_save(approval::fast::SaveFastTrack) -> approval::query::Checklist, Edit, |w, input| approval::fast::save(w, &input);
    write fast_track_remove(One<ProjectId>) -> approval::query::Checklist, Edit, |w, one| approval::fast::remove(w, one.id);
    write fast_letter_save(approval::fast::SaveLetter) -> approval::query::Checklist, Edit, |w, input| approval::fast::save_letter(w, &input);
    write approval_material_save(approval::material::SaveMaterial) -> approval::query::Checklist, Edit, |w, input| approval::material::save(w, &input);
    write approval_material_remove(One<crate::id::ApprovalMaterialId>) -> approval::query::Checklist, Edit, |w, one| approval::material::remove(w, one.id);
    read approval_forecast(One<ProjectId>) -> approval::forecast::Forecast, View, |r, one| approval::forecast::forecast(r, one.id);
    write approval_call_save(approval::call::SaveCall) -> i64, Edit, |w, input| approval::call::save(w, &input);
    write approval_call_remove(One<crate::id::ApprovalCallId>) -> bool, Edit, |w, one| approval::call::remove(w, one.id);
    read approval_call_list(One<ProjectId>) -> Vec<approval::call::ApprovalCall>, View, |r, one| approval::call::list(r, one.id);
    read today_waits(crate::today::WaitsOf) -> crate::today::Waits, View, crate::today::waits;
    read today_get(crate::today::TodayQuery) -> crate::today::Today, View, |r, query| crate::today::today(r, &query);
    read approval_reminders(approval::remind::ReminderSpan) -> approval::remind::Reminders, View, approval::remind::reminders;
    read milestone_get(One<ProjectId>) -> crate::milestone::ProjectMilestones, View, |r, one| crate::milestone::query::of_project(r, one.id);
    read milestone_list(approval::figures::FiguresQuery) -> crate::milestone::query::MilestoneTable, View, crate::milestone::query::table;

    // The template of approvals: its versions, and by which one a checklist is kept.
    read template_list(Nothing) -> Vec<version::query::VersionLine>, View, |r, _| version::query::versions(r);
    read template_get(version::query::VersionChoice) -> version::query::TemplateSheet, View, |r, choice| version::query::sheet(r, choice.version);
    write template_draft(Nothing) -> version::query::TemplateSheet, Edit, |w, _| version::edit::draft(w);
    write template_item_save(version::edit::SaveTemplateItem) -> version::query::TemplateSheet, Edit, |w, input| version::edit::save(w, &input);
    write template_items_save(version::edit::SaveTemplateItems) -> version::query::TemplateSheet, Edit, |w, input| version::edit::save_several(w, &input);
    write template_item_remove(version::edit::TemplateItemName) -> version::query::TemplateSheet, Edit, |w, input| version::edit::remove(w, &input);
    write template_release(version::edit::Release) -> bool, Edit, |w, input| version::edit::release(w, &input);
    write template_discard(One<crate::id::TemplateVersionId>) -> Vec<version::query::VersionLine>, Edit, |w, one| version::edit::discard(w, one.id);
    write template_limit_check(version::edit::CheckLimit) -> bool, Edit, |w, input| version::edit::check_limit(w, &input);
    read template_difference(version::difference::TwoVersions) -> Vec<version::difference::ItemDifference>, View, version::difference::versions;
    read checklist_difference(version::difference::ChecklistsUnder) -> version::difference::ChecklistDifferences, View, |r, input| version::difference::checklists(r, &input);
    write checklist_move(version::edit::MoveChecklists) -> i64, Edit, |w, input| version::edit::move_checklists(w, &input);

    // 三张清单: what stands on a unit's lists of powers and duties, and the office's negative list.
    read authority_get(Nothing) -> approval::authority::AuthorityLists, View, |r, _| approval::authority::lists(r);
    read negative_list(Nothing) -> Vec<crate::negative::NegativeEntry>, View, |r, _| crate::negative::query::entries(r);
    read negative_check(One<ProjectId>) -> Vec<crate::negative::NegativeHit>, View, |r, one| crate::negative::query::of_project(r, one.id);
    read negative_try(ProjectDraft) -> Vec<crate::negative::NegativeHit>, View, crate::project::edit::negative;
    write negative_save(Save<crate::id::NegativeEntryId>) -> crate::negative::NegativeEntry, Edit, crate::negative::edit::save;
    write negative_remove(One<crate::id::NegativeEntryId>) -> bool, Edit, crate::negative::edit::remove;

    // Step routes: land, power, finance, listing on an exchange, and what a loan asks for.
    read route_list(crate::route::query::RoutesOf) -> Vec<crate::route::query::StepRoute>, View, crate::route::query::list;
    write route_step_save(crate::route::edit::SaveRouteStep) -> Vec<crate::route::query::StepRoute>, Edit, crate::route::edit::save;
    write route_step_clear(crate::route::edit::RouteStepOf) -> Vec<crate::route::query::StepRoute>, Edit, crate::route::edit::clear;

    // The calendar: holiday notices, each a version, and what units work otherwise.
    read calendar_get(crate::calendar::query::CalendarYear) -> crate::calendar::query::CalendarDays, View, crate::calendar::query::year;
    read calendar_notice_read(crate::calendar::query::NoticeText) -> crate::calendar::query::NoticeDraft, View, crate::calendar::query::read_notice;
    read calendar_notice_preview(crate::calendar::edit::NewNotice) -> crate::calendar::edit::NoticeEffect, View, crate::calendar::edit::preview;
    write calendar_notice_save(crate::calendar::edit::NewNotice) -> crate::calendar::query::CalendarDays, Edit, crate::calendar::edit::save;
    write calendar_notice_remove(One<crate::id::CalendarNoticeId>) -> crate::calendar::query::CalendarDays, Edit, |w, one| crate::calendar::edit::remove(w, one.id);

    read history_list(HistoryOf) -> Vec<Change>, View, history;
    read changes_since(Since) -> Vec<Touched>, View, |r, s| crate::store::history::since(r, s.ms, 1000);
    write undo(Nothing) -> Undone, Edit, |w, _| crate::store::undo::undo(w);
    write redo(Nothing) -> Undone, Edit, |w, _| crate::store::undo::redo(w);

    read mapping_list(Nothing) -> Vec<Mapping>, View, |r, _| crate::settings::query::mappings(r);
    write mapping_remove(One<MappingId>) -> bool, Edit, |w, one| crate::settings::edit::forget(w, one.id);

    desk job_get(JobName) -> Option<JobState>, View, |desk, _, j| Ok(unchanged(desk.jobs.find(&j.job).map(|j| j.state())));
    desk job_cancel(JobName) -> bool, View, cancel;
}

/// Something to look for.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Text {
    pub text: String,
}

/// The name the caller gave a long command.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct JobName {
    pub job: String,
}

/// A moment, milliseconds UTC.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct Since {
    pub ms: i64,
}

/// Whose history: a project with all that belongs to it, or one record.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct HistoryOf {
    /// A table's name; `project` includes reports, needs, approvals and people.
    pub table: String,
    pub row: ProjectId,
    #[serde(default = "some_hundreds")]
    pub limit: usize,
}

fn some_hundreds() -> usize {
    500
}

/// How many changesets were found whole.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct Verified {
    pub changesets: i64,
}

fn history(r: &Reader, of: HistoryOf) -> Result<Vec<Change>> {
    match of.table.as_str() {
        "project" => crate::store::history::of_project(r, of.row.0, of.limit),
        table => crate::store::history::of_row(r, table, of.row.0, of.limit),
    }
}

fn save_setting(desk: &Desk, _: &Caller, input: Setting) -> Result<Done<Nothing>> {
    crate::settings::edit::check(&input)?;
    desk.set_local(&input.key, &input.value)?;
    Ok(Done { value: Nothing {}, changed: vec!["local".into()], txn: None })
}

fn cancel(desk: &Desk, _: &Caller, input: JobName) -> Result<Done<bool>> {
    let job = desk.jobs.find(&input.job);
    if let Some(job) = &job {
        job.cancel();
    }
    Ok(unchanged(job.is_some()))
}
