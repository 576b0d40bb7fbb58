-- Who inspects, tests or reviews while a clock stands still for that (检验、检测、检疫、鉴定、专家评审).
alter table approval_step add column examiner text;
