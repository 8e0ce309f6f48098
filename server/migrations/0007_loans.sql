-- Who asked for what, and what became of each kit of it. The locks are kit_bookings and type_bookings: a row for each loan
-- and school year, which a second loan cannot have.

create table loan_requests (
    id                integer primary key,
    school_id         integer not null references schools (id),
    kit_type_id       integer not null references kit_types (id),
    kit_id            integer references kits (id), -- a certain one
    first_school_year text not null references school_years (id),
    school_years      integer not null check (school_years between 1 and 8),
    quantity          integer not null check (quantity between 1 and 40),
    least_quantity    integer not null check (least_quantity between 1 and quantity),
    purpose           text,
    class_levels      text,
    pupils            integer check (pupils >= 0),
    requested_by      integer references people (id),
    requested_at      integer not null
) strict;

create table loans (
    id                  integer primary key,
    request_id          integer not null references loan_requests (id),
    state               text not null check (state in ('requested', 'waitlisted', 'approved', 'handed_over', 'returned',
                                                       'closed', 'rejected', 'cancelled')),
    kit_type_id         integer not null references kit_types (id),
    kit_id              integer references kits (id),
    first_school_year   text not null references school_years (id),
    last_school_year    text not null references school_years (id),
    planned_handover_on text,
    decided_by          integer references people (id),
    decided_at          integer,
    waitlisted_at       integer,
    reason              text,
    override_reason     text,
    handed_over_on      text,
    returned_on         text,
    closed_on           text,
    released_from       text references school_years (id),
    version             integer not null default 1,
    check (first_school_year <= last_school_year),
    check (state <> 'handed_over' or (kit_id is not null and handed_over_on is not null)),
    check (state not in ('returned', 'closed') or returned_on is not null),
    check (state <> 'closed' or closed_on is not null),
    check (state not in ('rejected', 'cancelled') or reason is not null)
) strict;
create index loans_request on loans (request_id);
create index loans_state on loans (state, kit_type_id);
create index loans_kit on loans (kit_id);
create trigger loans_are_never_deleted before delete on loans
begin
    select raise(abort, 'never_deleted');
end;

-- The ways of shared/loans/loan_flow.hpp that change the state.
create table loan_ways (
    from_state text not null,
    to_state   text not null,
    primary key (from_state, to_state)
) strict;
insert into loan_ways (from_state, to_state) values
    ('requested', 'approved'), ('waitlisted', 'approved'), ('requested', 'rejected'), ('waitlisted', 'rejected'),
    ('requested', 'waitlisted'), ('requested', 'cancelled'), ('waitlisted', 'cancelled'), ('approved', 'cancelled'),
    ('approved', 'handed_over'), ('handed_over', 'returned'), ('returned', 'closed');
create trigger loans_begin_as_requests before insert on loans when new.state <> 'requested'
begin
    select raise(abort, 'wrong_state');
end;
create trigger loans_keep_to_their_ways before update of state on loans
when new.state <> old.state
     and not exists (select 1 from loan_ways w where w.from_state = old.state and w.to_state = new.state)
begin
    select raise(abort, 'wrong_state');
end;
create trigger loans_keep_the_exception before update of override_reason on loans
when old.override_reason is not null and new.override_reason is not old.override_reason
begin
    select raise(abort, 'override_is_kept');
end;

-- A kit is with one school at a time: it is handed over only after it has come back.
create unique index loans_out on loans (kit_id) where state = 'handed_over';

-- At most one loan reserves a kit in a school year.
create table kit_bookings (
    kit_id      integer not null references kits (id),
    school_year text not null references school_years (id),
    loan_id     integer not null references loans (id),
    primary key (kit_id, school_year)
) strict;
create index kit_bookings_loan on kit_bookings (loan_id);
create index kit_bookings_year on kit_bookings (school_year);

-- Approved without a certain kit: one of the type is kept for it.
create table type_bookings (
    loan_id     integer not null references loans (id),
    school_year text not null references school_years (id),
    kit_type_id integer not null references kit_types (id),
    primary key (loan_id, school_year)
) strict;
create index type_bookings_type on type_bookings (kit_type_id, school_year);

-- The kits that can be lent in a year: ordered ones count from the year in which they arrive early enough.
create view kit_years as
select k.id as kit_id, k.kit_type_id, y.id as school_year
from kits k join school_years y on k.delivered_on is null or k.delivered_on < y.late_handover_from;

create view type_balances as
select t.id as kit_type_id, y.id as school_year,
       (select count(*) from kit_years x where x.kit_type_id = t.id and x.school_year = y.id) as kits,
       (select count(*) from kit_bookings b join kits k on k.id = b.kit_id
        where k.kit_type_id = t.id and b.school_year = y.id)
       + (select count(*) from type_bookings b where b.kit_type_id = t.id and b.school_year = y.id) as booked
from kit_types t cross join school_years y;

create trigger kit_bookings_hold_to_the_loan before insert on kit_bookings
when not exists (select 1 from loans l where l.id = new.loan_id and l.kit_id = new.kit_id
                 and l.state in ('approved', 'handed_over')
                 and new.school_year between l.first_school_year and l.last_school_year)
begin
    select raise(abort, 'booking_without_loan');
end;
create trigger kit_bookings_need_the_kit before insert on kit_bookings
when not exists (select 1 from kit_years x where x.kit_id = new.kit_id and x.school_year = new.school_year)
begin
    select raise(abort, 'kit_not_delivered');
end;
create trigger kit_bookings_end_with_the_school before insert on kit_bookings
when exists (select 1 from loans l join loan_requests r on r.id = l.request_id join schools s on s.id = r.school_id
             join school_years y on y.id = new.school_year where l.id = new.loan_id and s.ends_on < y.ends_on)
begin
    select raise(abort, 'school_ended');
end;
create trigger kit_bookings_within_the_stock after insert on kit_bookings
when exists (select 1 from type_balances b join kits k on k.kit_type_id = b.kit_type_id
             where k.id = new.kit_id and b.school_year = new.school_year and b.booked > b.kits)
begin
    select raise(abort, 'no_kit_left');
end;
-- A booking ends with the loan, with its release, or when the loan has another kit.
create trigger kit_bookings_stay before delete on kit_bookings
when exists (select 1 from loans l where l.id = old.loan_id and l.kit_id = old.kit_id
             and l.state in ('approved', 'handed_over') and old.school_year between l.first_school_year and l.last_school_year)
begin
    select raise(abort, 'still_reserved');
end;
create trigger kit_bookings_do_not_change before update on kit_bookings
begin
    select raise(abort, 'bookings_do_not_change');
end;

create trigger type_bookings_hold_to_the_loan before insert on type_bookings
when not exists (select 1 from loans l where l.id = new.loan_id and l.kit_id is null and l.kit_type_id = new.kit_type_id
                 and l.state = 'approved' and new.school_year between l.first_school_year and l.last_school_year)
begin
    select raise(abort, 'booking_without_loan');
end;
create trigger type_bookings_end_with_the_school before insert on type_bookings
when exists (select 1 from loans l join loan_requests r on r.id = l.request_id join schools s on s.id = r.school_id
             join school_years y on y.id = new.school_year where l.id = new.loan_id and s.ends_on < y.ends_on)
begin
    select raise(abort, 'school_ended');
end;
create trigger type_bookings_within_the_stock after insert on type_bookings
when exists (select 1 from type_balances b where b.kit_type_id = new.kit_type_id and b.school_year = new.school_year
             and b.booked > b.kits)
begin
    select raise(abort, 'no_kit_left');
end;
create trigger type_bookings_stay before delete on type_bookings
when exists (select 1 from loans l where l.id = old.loan_id and l.kit_id is null and l.state = 'approved')
begin
    select raise(abort, 'still_reserved');
end;
create trigger type_bookings_do_not_change before update on type_bookings
begin
    select raise(abort, 'bookings_do_not_change');
end;

-- What is promised is not taken back by another way: neither by a later delivery nor by other days of a school year.
create trigger kits_are_there_for_their_loans after update of delivered_on on kits
when exists (select 1 from kit_bookings b where b.kit_id = new.id and not exists
             (select 1 from kit_years x where x.kit_id = new.id and x.school_year = b.school_year))
     or exists (select 1 from type_balances b where b.kit_type_id = new.kit_type_id and b.booked > b.kits)
begin
    select raise(abort, 'kit_is_promised');
end;
create trigger school_years_in_use_are_not_shortened before update on school_years
when (new.starts_on > old.starts_on or new.ends_on < old.ends_on)
     and (exists (select 1 from kit_bookings b where b.school_year = old.id)
          or exists (select 1 from type_bookings b where b.school_year = old.id))
begin
    select raise(abort, 'school_year_in_use');
end;
create trigger school_years_keep_their_kits after update of late_handover_from on school_years
when exists (select 1 from kit_bookings b where b.school_year = new.id and not exists
             (select 1 from kit_years x where x.kit_id = b.kit_id and x.school_year = new.id))
     or exists (select 1 from type_balances b where b.school_year = new.id and b.booked > b.kits)
begin
    select raise(abort, 'school_year_in_use');
end;
create trigger schools_end_after_their_loans before update of ends_on on schools
when new.ends_on is not null and exists
     (select 1 from loans l join loan_requests r on r.id = l.request_id join school_years y on y.id = l.last_school_year
      where r.school_id = new.id and l.state in ('approved', 'handed_over') and y.ends_on > new.ends_on)
begin
    select raise(abort, 'school_has_loans');
end;

-- Handing over: the kit is ready, and every requirement is met or the reason for the exception stands there.
create trigger loans_hand_over_what_is_ready before update of state on loans
when new.state = 'handed_over' and old.state = 'approved'
     and not exists (select 1 from kit_conditions c where c.kit_id = new.kit_id and c.ready)
begin
    select raise(abort, 'kit_not_ready');
end;
create trigger loans_hand_over_what_is_booked before update of state on loans
when new.state = 'handed_over' and old.state = 'approved'
     and not exists (select 1 from kit_bookings b where b.loan_id = new.id and b.kit_id = new.kit_id
                     and b.school_year = new.last_school_year)
begin
    select raise(abort, 'booking_without_loan');
end;
create trigger loans_hand_over_with_requirements before update of state on loans
when new.state = 'handed_over' and old.state = 'approved' and new.override_reason is null
     and exists (select 1 from requirements q join loan_requests r on r.id = new.request_id
                 left join school_requirements s on s.requirement_id = q.id and s.school_id = r.school_id
                 where q.active = 1 and (s.state is null or s.state <> 'met' or s.valid_until < new.handed_over_on))
begin
    select raise(abort, 'requirements_not_met');
end;
