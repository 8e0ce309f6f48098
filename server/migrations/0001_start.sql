-- SQLite. Times are milliseconds since 1970 in UTC, days are YYYY-MM-DD, money is euro cents.
-- Schools and categories are referred to by their codes and names: those are what lists, labels and the
-- API carry, and a rename cascades.

create table people (
    id         integer primary key,
    username   text not null check (length(username) between 1 and 60),
    role       text not null check (role in ('admin', 'coordinator', 'technician', 'school_staff', 'auditor')),
    is_demo    integer not null default 0 check (is_demo in (0, 1)),
    created_at integer not null
) strict;
create unique index people_username on people (lower(username));

create table schools (
    id   integer primary key,
    code text not null unique check (length(code) between 1 and 20),
    name text not null check (length(name) between 1 and 120),
    type text not null check (type in ('vocational', 'special', 'gymnasium', 'comprehensive'))
) strict;
create unique index schools_code on schools (lower(code));

create table sites (
    school_code text not null references schools (code) on update cascade,
    code        text not null check (length(code) between 1 and 20),
    name        text not null,
    address     text,
    primary key (school_code, code)
) strict;

create table person_schools (
    person_id   integer not null references people (id),
    school_code text not null references schools (code) on update cascade,
    primary key (person_id, school_code)
) strict;
create index person_schools_school on person_schools (school_code);

-- One row per way to sign in; single sign-on gets a table of its own beside this one.
create table password_logins (
    person_id     integer primary key references people (id),
    password_hash text not null
) strict;

create table sessions (
    token_hash text primary key,
    person_id  integer not null references people (id),
    created_at integer not null,
    expires_at integer not null
) strict;
create index sessions_person on sessions (person_id);

create table api_tokens (
    token_hash text primary key,
    person_id  integer not null references people (id),
    created_at integer not null
) strict;

create table categories (
    name     text primary key check (length(name) between 1 and 80),
    name_key text not null unique -- folded: "tablet" and "Tablet" are one
) strict;
insert into categories (name, name_key) values ('Sonstiges', 'sonstiges');

create table assets (
    id           integer primary key,
    kind         text not null check (kind in ('device', 'service')),
    tag          text not null check (length(tag) between 1 and 40),
    name         text not null check (length(name) between 1 and 200),
    category     text not null references categories (name) on update cascade,
    manufacturer text,
    model        text,
    serial       text,
    status       text not null
        check (status in ('in_stock', 'in_use', 'on_loan', 'in_repair', 'lost', 'stolen', 'retired')),
    school_code  text references schools (code) on update cascade,
    site_code    text,
    room         text,
    purchased_on text,
    price_cents  integer check (price_cents >= 0),
    notes        text,
    version      integer not null default 1,
    foreign key (school_code, site_code) references sites (school_code, code) on update cascade,
    check (site_code is null or school_code is not null)
) strict;
create index assets_tag on assets (kind, tag collate nocase, id);
create index assets_name on assets (kind, name collate nocase, id);
create index assets_category on assets (kind, category collate nocase, id);
create index assets_status on assets (kind, status, id);
create index assets_room on assets (kind, coalesce(room, '') collate nocase, id);
create index assets_school_code on assets (kind, coalesce(school_code, ''), id);
create index assets_school on assets (school_code, kind, tag collate nocase, id);
create index assets_school_room on assets (school_code, room);

create trigger assets_are_never_deleted before delete on assets
begin
    select raise(abort, 'never_deleted');
end;
-- "on loan" follows from a kit's loan; nothing that exists so far sets it.
create trigger assets_on_loan_insert before insert on assets when new.status = 'on_loan'
begin
    select raise(abort, 'on_loan_follows_from_loan');
end;
create trigger assets_on_loan_update before update of status on assets when new.status = 'on_loan'
begin
    select raise(abort, 'on_loan_follows_from_loan');
end;

-- Every code that a scan finds. `code` is code_key() of what is written on the device.
create table asset_codes (
    code     text not null,
    kind     text not null check (kind in ('tag', 'serial', 'old_tag', 'imei')),
    asset_id integer not null references assets (id),
    primary key (code, kind)
) strict, without rowid;
create index asset_codes_asset on asset_codes (asset_id);

-- What the text search looks through, folded, and its two indexes: three and more characters anywhere in
-- the text; one and two characters at the start of a word.
create table asset_texts (
    asset_id integer primary key references assets (id),
    text     text not null
) strict;
create virtual table asset_trigrams using fts5 (text, content = 'asset_texts', content_rowid = 'asset_id',
                                                tokenize = 'trigram case_sensitive 1');
create virtual table asset_words using fts5 (text, content = 'asset_texts', content_rowid = 'asset_id',
                                             tokenize = "unicode61 remove_diacritics 0", prefix = '1 2',
                                             detail = none);
-- Has a row while many assets are added in one transaction: those above `after_id` are indexed together at its end.
create table text_index_hold (
    after_id integer not null
) strict;
create trigger asset_texts_insert after insert on asset_texts when not exists (select 1 from text_index_hold)
begin
    insert into asset_trigrams (rowid, text) values (new.asset_id, new.text);
    insert into asset_words (rowid, text) values (new.asset_id, new.text);
end;
create trigger asset_texts_update after update of text on asset_texts
when new.text <> old.text and not exists (select 1 from text_index_hold where after_id < new.asset_id)
begin
    insert into asset_trigrams (asset_trigrams, rowid, text) values ('delete', old.asset_id, old.text);
    insert into asset_words (asset_words, rowid, text) values ('delete', old.asset_id, old.text);
    insert into asset_trigrams (rowid, text) values (new.asset_id, new.text);
    insert into asset_words (rowid, text) values (new.asset_id, new.text);
end;

create table tickets (
    id          integer primary key,
    asset_id    integer not null references assets (id),
    school_code text references schools (code) on update cascade, -- the asset's when reported
    title       text not null,
    description text not null,
    status      text not null check (status in ('new', 'accepted', 'waiting', 'resolved', 'closed')),
    assignee    integer references people (id),
    reporter    integer references people (id),
    channel     text not null check (channel in ('browser', 'phone', 'on_site')),
    version     integer not null default 1,
    created_at  integer not null,
    updated_at  integer not null,
    search_text text not null
) strict;
create index tickets_asset on tickets (asset_id);
create index tickets_school on tickets (school_code, created_at);
create index tickets_status on tickets (status, created_at);
create index tickets_assignee on tickets (assignee, created_at);
create index tickets_reporter on tickets (reporter, created_at);
create index tickets_created on tickets (created_at);
create index tickets_updated on tickets (updated_at);
create trigger tickets_are_never_deleted before delete on tickets
begin
    select raise(abort, 'never_deleted');
end;

create table ticket_comments (
    id         integer primary key,
    ticket_id  integer not null references tickets (id),
    author     integer references people (id),
    text       text not null,
    created_at integer not null
) strict;
create index ticket_comments_ticket on ticket_comments (ticket_id);

-- The log. Its id is the change sequence. People stand in it by id only; names and free text are in
-- audit_texts, where they can be erased without touching the log.
create table audit_log (
    id          integer primary key autoincrement,
    at          integer not null,
    actor_id    integer not null,
    action      text not null,
    entity      text not null,
    entity_id   integer not null,
    school_code text,
    before      text not null check (json_valid(before)),
    after       text not null check (json_valid(after))
) strict;
create index audit_log_entity on audit_log (entity, entity_id);
create trigger audit_log_is_never_changed before update on audit_log
begin
    select raise(abort, 'never_changed');
end;
create trigger audit_log_is_never_deleted before delete on audit_log
begin
    select raise(abort, 'never_deleted');
end;
create table audit_texts (
    audit_id integer not null references audit_log (id),
    field    text not null,
    before   text,
    after    text,
    primary key (audit_id, field)
) strict;

create table idempotency_keys (
    key          text not null,
    person_id    integer not null references people (id),
    method       text not null,
    path         text not null,
    body_hash    text not null,
    status       integer not null,
    content_type text not null,
    body         text not null,
    created_at   integer not null,
    primary key (key, person_id, method, path)
) strict;
create index idempotency_keys_created on idempotency_keys (created_at);

create table settings (
    name  text primary key,
    value text not null
) strict;
