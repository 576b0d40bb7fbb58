-- A photo of the site may be the proof of a start: 开工认定 is verified on the site, with photo (practice C31).
alter table attachment add column start text;
