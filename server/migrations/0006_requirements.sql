-- What a school must show to get a kit, and how far each school is.

create table requirements (
    id          integer primary key,
    code        text not null unique check (length(code) between 1 and 40),
    label       text not null check (length(label) between 1 and 80),
    description text,
    position    integer not null,
    active      integer not null default 1 check (active in (0, 1)),
    version     integer not null default 1
) strict;
create trigger requirements_are_never_deleted before delete on requirements
begin
    select raise(abort, 'never_deleted');
end;
create trigger requirements_keep_their_code before update of code on requirements when new.code <> old.code
begin
    select raise(abort, 'code_is_fixed');
end;
insert into requirements (code, label, description, position) values
    ('wlan', 'WLAN in den Unterrichtsräumen', 'In den Räumen, in denen der Koffer gebraucht wird, reicht das WLAN für alle Tablets zugleich.', 1),
    ('internet', 'Internetanschluss', 'Bandbreite des Anschlusses und Datum der Messung.', 2),
    ('training_plan', 'Fortbildungsplan', 'Wer bis wann in den Umgang mit den Tablets eingeführt wird.', 3),
    ('storage', 'Aufbewahrung und Laden', 'Abschließbarer Raum oder Schrank, in dem der Koffer steht und geladen wird.', 4),
    ('contact', 'Ansprechperson', 'Wer an der Schule für den Koffer zuständig ist und wie sie erreichbar ist (dienstlich).', 5);

-- No row: open. "expired" is not stored, it follows from valid_until.
create table school_requirements (
    school_id      integer not null references schools (id),
    requirement_id integer not null references requirements (id),
    state          text not null check (state in ('open', 'submitted', 'met')),
    evidence       text,
    valid_until    text,
    due_on         text,
    submitted_by   integer references people (id),
    submitted_at   integer,
    confirmed_by   integer references people (id),
    confirmed_at   integer,
    version        integer not null default 1,
    primary key (school_id, requirement_id),
    check (state = 'open' or evidence is not null),
    check (state <> 'met' or confirmed_at is not null)
) strict;
