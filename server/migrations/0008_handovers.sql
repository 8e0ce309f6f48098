-- Handing over, collecting and checking kits: sessions in which devices are scanned. A session is in the database from its
-- first scan on, so it is there on any device and after any loss of connection.

create table handover_sessions (
    id              integer primary key,
    kind            text not null check (kind in ('handover', 'collection', 'check')),
    school_id       integer not null references schools (id),
    state           text not null check (state in ('open', 'completed', 'abandoned')),
    started_by      integer references people (id),
    started_at      integer not null,
    ended_by        integer references people (id),
    ended_at        integer,
    signer_name     text,
    signer_function text,
    on_behalf       text check (on_behalf in ('i_a', 'i_v')),
    signature       text, -- strokes; absent: to be signed on paper
    seal_number     text,
    notes           text,
    version         integer not null default 1,
    check ((state = 'open') = (ended_at is null)),
    check (signature is null or signer_name is not null)
) strict;
create trigger handover_sessions_are_never_deleted before delete on handover_sessions
begin
    select raise(abort, 'never_deleted');
end;
create trigger handover_sessions_stay_as_they_ended before update on handover_sessions
when old.state <> 'open' and (new.state <> old.state or new.signer_name is not old.signer_name
                              or (old.signature is not null and new.signature is not old.signature))
begin
    select raise(abort, 'session_has_ended');
end;

create table session_loans (
    session_id integer not null references handover_sessions (id),
    loan_id    integer not null references loans (id),
    kit_id     integer not null references kits (id),
    primary key (session_id, loan_id)
) strict;
create index session_loans_loan on session_loans (loan_id);
create index session_loans_kit on session_loans (kit_id);
create trigger session_loans_are_in_one_session before insert on session_loans
when exists (select 1 from session_loans o join handover_sessions h on h.id = o.session_id
             where h.state = 'open' and (o.loan_id = new.loan_id or o.kit_id = new.kit_id))
begin
    select raise(abort, 'in_open_session');
end;

-- A device that was scanned. loan_id: whose kit it belongs to; absent: one of another kit of the same school.
create table session_scans (
    session_id integer not null references handover_sessions (id),
    asset_id   integer not null references assets (id),
    loan_id    integer references loans (id),
    slot       integer,
    note       text, -- its condition
    scanned_by integer references people (id),
    scanned_at integer not null,
    primary key (session_id, asset_id)
) strict;

create table session_accessories (
    session_id integer not null references handover_sessions (id),
    loan_id    integer not null references loans (id),
    label      text not null,
    quantity   integer not null check (quantity between 0 and 1000),
    primary key (session_id, loan_id, label)
) strict;
create trigger session_scans_of_open_sessions before insert on session_scans
when not exists (select 1 from handover_sessions h where h.id = new.session_id and h.state = 'open')
begin
    select raise(abort, 'session_has_ended');
end;
create trigger session_accessories_of_open_sessions before insert on session_accessories
when not exists (select 1 from handover_sessions h where h.id = new.session_id and h.state = 'open')
begin
    select raise(abort, 'session_has_ended');
end;

-- A kit in an open session is not taken apart.
create trigger kit_slots_stay_during_sessions before update of asset_id on kit_slots
when old.asset_id is not new.asset_id
     and exists (select 1 from session_loans o join handover_sessions h on h.id = o.session_id
                 where o.kit_id = old.kit_id and h.state = 'open')
begin
    select raise(abort, 'in_open_session');
end;

-- What the school really has of the kit: what was handed over, and what came later in its place.
create table loan_items (
    id             integer primary key,
    loan_id        integer not null references loans (id),
    slot           integer not null,
    label          text not null,
    asset_id       integer not null references assets (id),
    given_on       text not null,
    came_back_on   text,
    settled_as     text check (settled_as in ('returned', 'lost', 'accepted')), -- how its account was closed
    objection      text, -- what the school says against it
    objected_by    integer references people (id),
    objected_at    integer,
    check ((settled_as = 'returned') = (came_back_on is not null) or settled_as is null)
) strict;
create index loan_items_loan on loan_items (loan_id);
create unique index loan_items_out on loan_items (asset_id) where settled_as is null;

create table loan_accessories (
    loan_id   integer not null references loans (id),
    label     text not null,
    given     integer not null check (given >= 0),
    came_back integer check (came_back between 0 and 1000),
    primary key (loan_id, label)
) strict;

-- "on loan" follows from what a school has; what is more urgent is shown.
alter table assets add column on_loan integer not null default 0 check (on_loan in (0, 1));
alter table assets add column shown_status text generated always as
    (case when on_loan = 1 and status in ('in_stock', 'in_use') then 'on_loan' else status end) virtual;
drop index assets_status;
create index assets_status on assets (kind, shown_status, id);
create index assets_on_loan on assets (id) where on_loan = 1;
create trigger loan_items_lend after insert on loan_items when new.settled_as is null
begin
    update assets set on_loan = 1 where id = new.asset_id;
end;
create trigger loan_items_return after update of settled_as on loan_items
when old.settled_as is null and new.settled_as is not null
begin
    update assets set on_loan = 0 where id = new.asset_id;
end;
create trigger loan_items_are_never_deleted before delete on loan_items
begin
    select raise(abort, 'never_deleted');
end;
