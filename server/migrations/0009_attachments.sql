-- Files that people add: photos, papers, evidence. One row for the same bytes, whoever sends them and however often; who
-- has sent them stands beside. What an attachment belongs to refers to it by its hash and keeps the name.

create table attachments (
    id         integer primary key, -- for the log, which numbers
    sha256     text not null unique check (length(sha256) = 64 and sha256 not glob '*[^0-9a-f]*'),
    media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png', 'image/webp')),
    size       integer not null check (size between 1 and 10485760),
    created_at integer not null,
    bytes      blob not null, -- last, so that nothing else has to be read past it
    check (length(bytes) = size)
) strict;
create trigger attachments_are_never_changed before update on attachments
begin
    select raise(abort, 'never_changed');
end;
create trigger attachments_are_never_deleted before delete on attachments
begin
    select raise(abort, 'never_deleted');
end;

-- Whoever has sent the bytes may read them and add them to something; knowing their hash is not enough.
create table attachment_uploads (
    sha256     text not null references attachments (sha256),
    person_id  integer not null references people (id),
    created_at integer not null,
    primary key (sha256, person_id)
) strict, without rowid;
create index attachment_uploads_person on attachment_uploads (person_id, created_at);
create trigger attachment_uploads_are_never_changed before update on attachment_uploads
begin
    select raise(abort, 'never_changed');
end;
create trigger attachment_uploads_are_never_deleted before delete on attachment_uploads
begin
    select raise(abort, 'never_deleted');
end;

-- Photos of what is broken.
create table ticket_attachments (
    ticket_id integer not null references tickets (id),
    position  integer not null check (position between 1 and 6),
    sha256    text not null references attachments (sha256),
    name      text not null check (length(name) between 1 and 120),
    primary key (ticket_id, position),
    unique (ticket_id, sha256)
) strict;
create index ticket_attachments_sha256 on ticket_attachments (sha256);
create trigger ticket_attachments_are_never_deleted before delete on ticket_attachments
begin
    select raise(abort, 'never_deleted');
end;
