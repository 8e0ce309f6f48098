-- What happens to a lent kit: what is swapped or comes later, and what the check at the depot finds. What is missing stays
-- on the loan until it is settled; until then the loan does not close.

-- How lending goes in this county. One row.
create table loan_settings (
    id             integer primary key check (id = 1),
    objection_days integer not null check (objection_days between 1 and 365), -- from the day a difference is told
    version        integer not null default 1
) strict;
insert into loan_settings (id, objection_days) values (1, 14);
create trigger loan_settings_are_never_deleted before delete on loan_settings
begin
    select raise(abort, 'never_deleted');
end;

alter table loans add column checked_on text;
update loans set checked_on = closed_on where state = 'closed';

-- A numbered supplement to the agreement: each later swap, delivery or exchange of the kit.
create table loan_supplements (
    id      integer primary key,
    loan_id integer not null references loans (id),
    number  integer not null check (number >= 1), -- of its paper: extensions have some, too
    kind    text not null check (kind in ('swap', 'delivery', 'exchange')),
    made_on text not null,
    reason  text,
    made_by integer references people (id),
    unique (loan_id, number)
) strict;
create trigger loan_supplements_are_never_deleted before delete on loan_supplements
begin
    select raise(abort, 'never_deleted');
end;
create trigger loan_supplements_are_numbered before insert on loan_supplements
when new.number <> 1 + (select count(*) from loan_papers p where p.loan_id = new.loan_id and p.kind = 'supplement')
begin
    select raise(abort, 'wrong_number');
end;
create table loan_supplement_items (
    supplement_id integer not null references loan_supplements (id),
    position      integer not null,
    direction     text not null check (direction in ('given', 'came_back', 'missing')),
    slot          integer,
    label         text not null,
    asset_id      integer references assets (id), -- absent: accessories
    quantity      integer not null check (quantity >= 1),
    primary key (supplement_id, position)
) strict;
create trigger loan_supplement_items_are_never_deleted before delete on loan_supplement_items
begin
    select raise(abort, 'never_deleted');
end;
create trigger loan_supplement_items_are_never_changed before update on loan_supplement_items
begin
    select raise(abort, 'never_changed');
end;

-- What a school has of a kit changes only with its loan: a slot is filled with what was given, and emptied of what has come
-- back.
create trigger kit_slots_keep_what_is_lent before update of asset_id on kit_slots
when old.asset_id is not null and new.asset_id is not old.asset_id
     and exists (select 1 from loan_items i join loans l on l.id = i.loan_id
                 where i.asset_id = old.asset_id and i.settled_as is null and l.state = 'handed_over' and l.kit_id = old.kit_id)
begin
    select raise(abort, 'device_is_lent');
end;
create trigger kit_slots_of_lent_kits_take_what_is_given before update of asset_id on kit_slots
when new.asset_id is not null and new.asset_id is not old.asset_id
     and exists (select 1 from loans l where l.state = 'handed_over' and l.kit_id = new.kit_id
                 and not exists (select 1 from loan_items i
                                 where i.loan_id = l.id and i.asset_id = new.asset_id and i.settled_as is null))
begin
    select raise(abort, 'kit_is_out');
end;

-- What a check has found. It counts once the school has let its days pass, or its objection is rejected.
create table loan_differences (
    id              integer primary key,
    loan_id         integer not null references loans (id),
    kind            text not null check (kind in ('device_missing', 'accessory_missing', 'foreign_device')),
    item_id         integer unique references loan_items (id), -- the device that is missing
    other_loan_id   integer references loans (id),             -- the loan that a foreign device belongs to
    slot            integer,
    label           text not null,
    asset_id        integer references assets (id),
    quantity        integer not null check (quantity >= 1),
    found_on        text not null,
    object_until    text not null,
    objection       text,
    objection_state text check (objection_state in ('open', 'accepted', 'rejected')),
    objected_by     integer references people (id),
    objected_at     integer,
    answer          text,
    answered_by     integer references people (id),
    answered_at     integer,
    settled_as      text check (settled_as in ('noted', 'returned', 'lost', 'replaced', 'written_off', 'not_counted')),
    settled_on      text,
    settled_by      integer references people (id),
    settlement      text,
    check (found_on <= object_until),
    check ((kind = 'accessory_missing') = (asset_id is null)),
    check ((kind = 'device_missing') = (item_id is not null)),
    check ((kind = 'foreign_device') = (other_loan_id is not null)),
    check ((objected_at is null) = (objection_state is null)),
    check ((answered_at is null) = (objection_state is null or objection_state = 'open')),
    check ((settled_as is null) = (settled_on is null)),
    check (settled_as is not 'not_counted' or objection_state is 'accepted'),
    check (settled_as is not 'noted' or kind = 'foreign_device')
) strict;
create index loan_differences_loan on loan_differences (loan_id);
create index loan_differences_open on loan_differences (id) where settled_as is null;
create trigger loan_differences_are_never_deleted before delete on loan_differences
begin
    select raise(abort, 'never_deleted');
end;
create trigger loan_differences_are_settled_once before update on loan_differences
when old.settled_as is not null and new.settled_as is not old.settled_as
begin
    select raise(abort, 'already_settled');
end;
create trigger loan_differences_are_objected_to_once before update of objection_state on loan_differences
when old.objection_state in ('accepted', 'rejected') and new.objection_state is not old.objection_state
     or old.objection_state is not null and new.objection_state is null
begin
    select raise(abort, 'already_answered');
end;
create trigger loan_differences_are_objected_to_in_time before update of objection_state on loan_differences
when old.objection_state is null and new.objection_state is not null
     and date(new.objected_at / 1000, 'unixepoch') > date(old.object_until, '+1 day') -- Berlin is up to two hours ahead of UTC
begin
    select raise(abort, 'too_late_to_object');
end;
create trigger loan_differences_cost_nobody_before_they_count before update of settled_as on loan_differences
when new.settled_as = 'lost' and new.objection_state is not 'rejected'
     and (new.objection_state is not null or new.settled_on <= new.object_until)
begin
    select raise(abort, 'does_not_count_yet');
end;

create table difference_chases (
    id            integer primary key,
    difference_id integer not null references loan_differences (id),
    chased_on     text not null,
    chased_by     integer references people (id),
    note          text
) strict;
create index difference_chases_difference on difference_chases (difference_id);
create trigger difference_chases_are_never_deleted before delete on difference_chases
begin
    select raise(abort, 'never_deleted');
end;
create trigger difference_chases_of_what_counts before insert on difference_chases
when not exists (select 1 from loan_differences d
                 where d.id = new.difference_id and d.settled_as is null
                       and (d.objection_state = 'rejected' or (d.objection_state is null and d.object_until < new.chased_on)))
begin
    select raise(abort, 'does_not_count_yet');
end;

-- What closed loans still have not got back.
insert into loan_differences (loan_id, kind, item_id, slot, label, asset_id, quantity, found_on, object_until)
select l.id, 'device_missing', i.id, i.slot, i.label, i.asset_id, 1, l.closed_on, date(l.closed_on, '+14 days')
from loan_items i join loans l on l.id = i.loan_id where l.state = 'closed' and i.settled_as is null;

create trigger loans_close_when_nothing_is_open before update of state on loans
when new.state = 'closed' and old.state = 'returned'
     and (exists (select 1 from loan_items i where i.loan_id = new.id and i.settled_as is null)
          or exists (select 1 from loan_differences d
                     where d.loan_id = new.id and (d.settled_as is null or d.objection_state = 'open')))
begin
    select raise(abort, 'still_open');
end;
create trigger loans_are_checked_before_they_close before update of state on loans
when new.state = 'closed' and old.state = 'returned' and new.checked_on is null
begin
    select raise(abort, 'not_checked');
end;

-- Objections stand beside what they are about.
alter table loan_items drop column objection;
alter table loan_items drop column objected_by;
alter table loan_items drop column objected_at;

-- No kit goes out before the school year's first day for it.
create trigger loans_hand_over_not_too_early before update of state on loans
when new.state = 'handed_over' and old.state = 'approved'
     and exists (select 1 from school_years y where y.id = new.first_school_year and new.handed_over_on < y.earliest_handover_on)
begin
    select raise(abort, 'too_early');
end;

-- The kit and the loan that a device was in when it was reported; the session in which its damage was found.
alter table tickets add column kit_id integer references kits (id);
alter table tickets add column loan_id integer references loans (id);
alter table tickets add column session_id integer references handover_sessions (id);
create index tickets_loan on tickets (loan_id) where loan_id is not null;
create index tickets_session on tickets (session_id) where session_id is not null;
update tickets set
    kit_id = coalesce((select l.kit_id from loan_items i join loans l on l.id = i.loan_id
                       where i.asset_id = tickets.asset_id and i.settled_as is null),
                      (select s.kit_id from kit_slots s where s.asset_id = tickets.asset_id)),
    loan_id = (select i.loan_id from loan_items i where i.asset_id = tickets.asset_id and i.settled_as is null);

-- How the kits were: photos of a session.
create table session_photos (
    session_id integer not null references handover_sessions (id),
    position   integer not null check (position between 1 and 20),
    sha256     text not null references attachments (sha256),
    name       text not null check (length(name) between 1 and 120),
    primary key (session_id, position),
    unique (session_id, sha256)
) strict;
create index session_photos_sha256 on session_photos (sha256);
create trigger session_photos_are_never_deleted before delete on session_photos
begin
    select raise(abort, 'never_deleted');
end;
create trigger session_photos_of_open_sessions before insert on session_photos
when not exists (select 1 from handover_sessions h where h.id = new.session_id and h.state = 'open')
begin
    select raise(abort, 'session_has_ended');
end;
