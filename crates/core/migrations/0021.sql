-- Who sees a step of a route through, of the register; what somebody has to see through, and which duties, is found by who it is.
alter table route_step add column responsible_person text;
create index approval_responsible on approval (responsible) where responsible is not null;
create index approval_responsible_person on approval (responsible_person) where responsible_person is not null;
create index route_step_responsible on route_step (responsible) where responsible is not null;
create index route_step_responsible_person on route_step (responsible_person) where responsible_person is not null;
create index duty_person on duty (person, role) where until is null and person is not null;
