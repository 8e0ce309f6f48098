-- The summer: the tours on which the kits come back, and what the schools say of them afterwards.

create table tours (
    id          integer primary key,
    school_year text not null references school_years (id),
    drives_on   text not null,
    driver      text,
    note        text,
    version     integer not null default 1
) strict;
create index tours_year on tours (school_year, drives_on);

create table tour_stops (
    tour_id       integer not null references tours (id) on delete cascade,
    school_id     integer not null references schools (id),
    position      integer not null,
    arrives_from  text check (arrives_from glob '[0-2][0-9]:[0-5][0-9]' and arrives_from < '24:00'),
    arrives_until text check (arrives_until glob '[0-2][0-9]:[0-5][0-9]' and arrives_until < '24:00'),
    primary key (tour_id, school_id),
    check (arrives_until is null or (arrives_from is not null and arrives_from <= arrives_until))
) strict;
create index tour_stops_school on tour_stops (school_id);

-- A loan is on one tour at most: a kit is fetched once.
create table tour_loans (
    loan_id   integer primary key references loans (id),
    tour_id   integer not null,
    school_id integer not null,
    foreign key (tour_id, school_id) references tour_stops (tour_id, school_id) on delete cascade
) strict;
create index tour_loans_stop on tour_loans (tour_id, school_id);

create trigger tour_loans_are_due before insert on tour_loans
when not exists (select 1 from loans l join loan_requests r on r.id = l.request_id join tours t on t.id = new.tour_id
                 where l.id = new.loan_id and r.school_id = new.school_id and l.last_school_year <= t.school_year
                 and l.state in ('handed_over', 'returned', 'closed'))
begin
    select raise(abort, 'not_due');
end;
-- What the school keeps for another year is not fetched.
create trigger tours_leave_what_is_extended after update of last_school_year on loans
when new.last_school_year > old.last_school_year
begin
    delete from tour_loans where loan_id = new.id
        and new.last_school_year > (select t.school_year from tours t where t.id = tour_loans.tour_id);
    delete from tour_stops where not exists
        (select 1 from tour_loans x where x.tour_id = tour_stops.tour_id and x.school_id = tour_stops.school_id);
end;

-- What a school says of a kit after it had it, once per loan and school year. Who gave it stands in the log.
create table loan_feedback (
    loan_id         integer not null references loans (id),
    school_year     text not null references school_years (id),
    main_use        text not null check (main_use in ('lessons', 'projects', 'language', 'support', 'exams', 'training', 'other')),
    use_words       text,
    frequency       text not null check (frequency in ('daily', 'weekly', 'monthly', 'rarely', 'never')),
    hindrance       text not null check (hindrance in ('nothing', 'wlan', 'charging', 'apps', 'accounts', 'defects',
                                                       'knowledge', 'sharing', 'other')),
    hindrance_words text,
    again           integer not null check (again in (0, 1)),
    released        integer not null check (released in (0, 1)),
    given_on        text not null,
    version         integer not null default 1,
    primary key (loan_id, school_year)
) strict;
create index loan_feedback_year on loan_feedback (school_year);
create trigger loan_feedback_follows_the_collection before insert on loan_feedback
when not exists (select 1 from loans l where l.id = new.loan_id and l.state in ('returned', 'closed')
                 and new.school_year between l.first_school_year and l.last_school_year)
begin
    select raise(abort, 'wrong_state');
end;
create trigger loan_feedback_is_never_deleted before delete on loan_feedback
begin
    select raise(abort, 'never_deleted');
end;
