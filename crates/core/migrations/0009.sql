-- Who holds a project now stands first in the index: the ledger's line reads it without sorting.
drop index duty_project;
create index duty_project on duty (project, role, position is null, position, id);
