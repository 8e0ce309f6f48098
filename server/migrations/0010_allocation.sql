-- The allocation proposal of a school year: its rules, what the coordinators have pinned, and how far the schools are.

-- No row: the rules of the latest year before that has some, else the usual ones.
create table allocation_rules (
    school_year         text primary key references school_years (id),
    id                  integer not null unique, -- the year in which it begins: for the log, which numbers
    requirements        integer not null check (requirements in (0, 1)),
    requirements_points integer not null check (requirements_points between 0 and 10000),
    last_year           integer not null check (last_year in (0, 1)),
    last_year_points    integer not null check (last_year_points between 0 and 10000),
    running             integer not null check (running in (0, 1)),
    running_points      integer not null check (running_points between 0 and 10000),
    distance            integer not null check (distance in (0, 1)),
    distance_points     integer not null check (distance_points between 0 and 10000),
    pupils              integer not null check (pupils in (0, 1)),
    pupils_points       integer not null check (pupils_points between 0 and 10000),
    certain_kit         integer not null check (certain_kit in (0, 1)),
    least_quantity      integer not null check (least_quantity in (0, 1)),
    needed_kit_points   integer not null check (needed_kit_points between 1 and 10000),
    further_kit_points  integer not null check (further_kit_points between 1 and 10000),
    version             integer not null default 1
) strict;

-- A request gets this kit; without a kit: it gets none.
create table allocation_pins (
    request_id  integer not null references loan_requests (id),
    school_year text not null references school_years (id),
    kit_id      integer references kits (id)
) strict;
create unique index allocation_pins_kit on allocation_pins (school_year, kit_id) where kit_id is not null;
create unique index allocation_pins_none on allocation_pins (request_id) where kit_id is null;
create index allocation_pins_request on allocation_pins (request_id);
create trigger allocation_pins_fit_the_request before insert on allocation_pins
when not exists (select 1 from loan_requests r where r.id = new.request_id and r.first_school_year = new.school_year)
     or (new.kit_id is not null
         and not exists (select 1 from loan_requests r join kits k on k.kit_type_id = r.kit_type_id
                         where r.id = new.request_id and k.id = new.kit_id))
begin
    select raise(abort, 'pin_does_not_fit');
end;
create trigger allocation_pins_do_not_contradict before insert on allocation_pins
when exists (select 1 from allocation_pins p where p.request_id = new.request_id
             and (p.kit_id is null or new.kit_id is null))
begin
    select raise(abort, 'pin_contradicts');
end;
create trigger allocation_pins_within_the_request before insert on allocation_pins
when (select count(*) from allocation_pins p where p.request_id = new.request_id)
     >= (select r.quantity from loan_requests r where r.id = new.request_id)
begin
    select raise(abort, 'too_many_pins');
end;
create trigger allocation_pins_do_not_change before update on allocation_pins
begin
    select raise(abort, 'pins_do_not_change');
end;

-- From the depot to the school. No row: unknown.
create table school_distances (
    school_id   integer primary key references schools (id),
    distance_km integer not null check (distance_km between 0 and 1000)
) strict;
