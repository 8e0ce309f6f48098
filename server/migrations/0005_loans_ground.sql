-- What loans stand on: contacts of schools, schools that end, and the day from which a year is too far gone to be lent alone.

-- School staff who ask for kits, show evidence and sign for their school.
alter table people add column is_contact integer not null default 0
    check (is_contact in (0, 1) and (is_contact = 0 or role = 'school_staff'));

-- The last day of a school, and who goes on for it.
alter table schools add column ends_on text;
alter table schools add column successor_code text references schools (code) on update cascade;

-- A loan that is planned to start on this day or later covers the next school year, too.
alter table school_years add column late_handover_from text not null default '';
update school_years set late_handover_from = (cast(substr(starts_on, 1, 4) as integer) + 1) || '-01-01';
create trigger school_years_late_insert before insert on school_years
when not (new.late_handover_from between new.starts_on and new.ends_on)
begin
    select raise(abort, 'wrong_day_order');
end;
create trigger school_years_late_update before update on school_years
when not (new.late_handover_from between new.starts_on and new.ends_on)
begin
    select raise(abort, 'wrong_day_order');
end;
