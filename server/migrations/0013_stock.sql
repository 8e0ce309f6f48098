-- Counted accessories: what each store has of them, and the movements by which alone its numbers and those of the kits
-- change. Kits that went into another one. How long the data protection officer has released an app.

create table stores (
    id       integer primary key,
    name     text not null check (length(name) between 1 and 80),
    name_key text not null unique, -- folded
    version  integer not null default 1
) strict;
create trigger stores_are_never_deleted before delete on stores
begin
    select raise(abort, 'never_deleted');
end;
insert into stores (name, name_key) values ('Zentrallager', 'zentrallager');

create table stock_lines (
    id        integer primary key,
    store_id  integer not null references stores (id),
    label     text not null check (length(label) between 1 and 60),
    label_key text not null, -- folded: "Stift" and "stift" are one
    quantity  integer not null default 0 check (quantity >= 0),
    minimum   integer not null default 0 check (minimum between 0 and 100000),
    version   integer not null default 1,
    unique (store_id, label_key)
) strict;
create trigger stock_lines_are_never_deleted before delete on stock_lines
begin
    select raise(abort, 'never_deleted');
end;

create table stock_moves (
    id            integer primary key,
    kind          text not null
        check (kind in ('bought', 'into_kit', 'out_of_kit', 'lost', 'discarded', 'counted', 'regrouped')),
    stock_line_id integer references stock_lines (id),
    kit_id        integer references kits (id),
    label         text not null, -- as the kit calls it, else as the store does
    stock_change  integer not null default 0,
    kit_change    integer not null default 0,
    loan_id       integer references loans (id), -- in which it got lost
    note          text,
    moved_by      integer references people (id),
    moved_at      integer not null,
    check (stock_line_id is not null or stock_change = 0),
    check (kit_id is not null or kit_change = 0),
    check (kind <> 'bought' or (stock_change > 0 and kit_id is null)),
    check (kind <> 'into_kit' or (stock_change < 0 and kit_change = -stock_change)),
    check (kind <> 'out_of_kit' or (stock_change > 0 and kit_change = -stock_change)),
    check (kind not in ('lost', 'discarded') or stock_change + kit_change < 0),
    check (kind <> 'regrouped' or (stock_line_id is null and kit_change <> 0)),
    check (kind in ('into_kit', 'out_of_kit') or (stock_line_id is null) <> (kit_id is null))
) strict;
create index stock_moves_line on stock_moves (stock_line_id, id);
create index stock_moves_kit on stock_moves (kit_id, label, id);
-- What the kits have so far was counted.
insert into stock_moves (kind, kit_id, label, kit_change, moved_at)
select 'counted', kit_id, label, quantity, unixepoch() * 1000 from kit_accessories where quantity > 0;

create trigger stock_moves_are_never_deleted before delete on stock_moves
begin
    select raise(abort, 'never_deleted');
end;
-- The note can be erased; what moved stays as it is.
create trigger stock_moves_do_not_change
before update of id, kind, stock_line_id, kit_id, label, stock_change, kit_change, loan_id, moved_by, moved_at on stock_moves
begin
    select raise(abort, 'moves_do_not_change');
end;
create trigger stock_moves_leave_no_debt before insert on stock_moves
when new.stock_change < 0
     and coalesce((select l.quantity from stock_lines l where l.id = new.stock_line_id), 0) + new.stock_change < 0
begin
    select raise(abort, 'stock_too_low');
end;
create trigger stock_moves_of_kits_know_the_accessory before insert on stock_moves
when new.kit_id is not null
     and not exists (select 1 from kit_accessories a where a.kit_id = new.kit_id and a.label = new.label)
begin
    select raise(abort, 'unknown_accessory');
end;
create trigger stock_moves_leave_kits_no_debt before insert on stock_moves
when new.kit_change < 0
     and coalesce((select a.quantity from kit_accessories a where a.kit_id = new.kit_id and a.label = new.label), 0)
         + new.kit_change < 0
begin
    select raise(abort, 'kit_has_fewer');
end;
-- A kit in an open session is not taken apart; to count what is in it is no harm.
create trigger stock_moves_wait_for_sessions before insert on stock_moves
when new.kit_id is not null and new.kind <> 'counted'
     and exists (select 1 from session_loans o join handover_sessions h on h.id = o.session_id
                 where o.kit_id = new.kit_id and h.state = 'open')
begin
    select raise(abort, 'in_open_session');
end;
create trigger stock_moves_change_the_store after insert on stock_moves when new.stock_change <> 0
begin
    update stock_lines set quantity = quantity + new.stock_change, version = version + 1 where id = new.stock_line_id;
end;
create trigger stock_moves_change_the_kit after insert on stock_moves when new.kit_change <> 0
begin
    update kit_accessories set quantity = quantity + new.kit_change where kit_id = new.kit_id and label = new.label;
end;
create trigger stock_lines_begin_empty before insert on stock_lines when new.quantity <> 0
begin
    select raise(abort, 'only_by_movement');
end;
create trigger stock_lines_follow_their_moves before update of quantity on stock_lines
when new.quantity <> (select coalesce(sum(m.stock_change), 0) from stock_moves m where m.stock_line_id = new.id)
begin
    select raise(abort, 'only_by_movement');
end;
create trigger kit_accessories_begin_empty before insert on kit_accessories when new.quantity <> 0
begin
    select raise(abort, 'only_by_movement');
end;
create trigger kit_accessories_follow_their_moves before update of quantity on kit_accessories
when new.quantity <> (select coalesce(sum(m.kit_change), 0) from stock_moves m
                      where m.kit_id = new.kit_id and m.label = new.label)
begin
    select raise(abort, 'only_by_movement');
end;

-- A kit that went into another one is no kit any more, and stays for what happened with it.
alter table kits add column dissolved_on text;
alter table kits add column merged_into_id integer references kits (id);
drop view type_balances;
drop view kit_years;
create view kit_years as
select k.id as kit_id, k.kit_type_id, y.id as school_year
from kits k join school_years y on k.delivered_on is null or k.delivered_on < y.late_handover_from
where k.dissolved_on is null;
create view type_balances as
select t.id as kit_type_id, y.id as school_year,
       (select count(*) from kit_years x where x.kit_type_id = t.id and x.school_year = y.id) as kits,
       (select count(*) from kit_bookings b join kits k on k.id = b.kit_id
        where k.kit_type_id = t.id and k.dissolved_on is null and b.school_year = y.id)
       + (select count(*) from type_bookings b where b.kit_type_id = t.id and b.school_year = y.id) as booked
from kit_types t cross join school_years y;

create trigger kits_dissolve_at_rest before update of dissolved_on on kits
when new.dissolved_on is not null
     and exists (select 1 from loans l where l.kit_id = new.id and l.state in ('handed_over', 'returned'))
begin
    select raise(abort, 'kit_in_loan');
end;
create trigger kits_dissolve_out_of_sessions before update of dissolved_on on kits
when new.dissolved_on is not null
     and exists (select 1 from session_loans o join handover_sessions h on h.id = o.session_id
                 where o.kit_id = new.id and h.state = 'open')
begin
    select raise(abort, 'in_open_session');
end;
create trigger kits_dissolve_when_empty before update of dissolved_on on kits
when new.dissolved_on is not null
     and (exists (select 1 from kit_slots s where s.kit_id = new.id and s.asset_id is not null)
          or exists (select 1 from kit_accessories a where a.kit_id = new.id and a.quantity > 0))
begin
    select raise(abort, 'kit_not_empty');
end;
-- What is promised needs a kit.
create trigger kits_dissolve_without_promises after update of dissolved_on on kits
when new.dissolved_on is not null
     and (exists (select 1 from kit_bookings b join loans l on l.id = b.loan_id
                  where b.kit_id = new.id and l.state in ('approved', 'handed_over'))
          or exists (select 1 from type_balances b join school_years y on y.id = b.school_year
                     where b.kit_type_id = new.kit_type_id and y.ends_on >= new.dissolved_on and b.booked > b.kits))
begin
    select raise(abort, 'kit_is_promised');
end;
create trigger kits_stay_dissolved before update on kits
when old.dissolved_on is not null
     and (new.dissolved_on is not old.dissolved_on or new.merged_into_id is not old.merged_into_id)
begin
    select raise(abort, 'kit_dissolved');
end;
create trigger kit_slots_of_dissolved_kits before update of asset_id on kit_slots
when new.asset_id is not null and exists (select 1 from kits k where k.id = new.kit_id and k.dissolved_on is not null)
begin
    select raise(abort, 'kit_dissolved');
end;
create trigger stock_moves_of_dissolved_kits before insert on stock_moves
when new.kit_change > 0 and exists (select 1 from kits k where k.id = new.kit_id and k.dissolved_on is not null)
begin
    select raise(abort, 'kit_dissolved');
end;
create trigger kit_slots_leave_empty before delete on kit_slots when old.asset_id is not null
begin
    select raise(abort, 'slot_is_filled');
end;
create trigger kit_slots_stay_at_school before delete on kit_slots
when exists (select 1 from loans l where l.kit_id = old.kit_id and l.state in ('handed_over', 'returned'))
begin
    select raise(abort, 'kit_in_loan');
end;

alter table kit_type_apps add column privacy_released_until text
    check (privacy_released_until is null or privacy_released_until >= privacy_released_on);
