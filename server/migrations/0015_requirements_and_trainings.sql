-- The county's list says whether a requirement is needed at the handover and for how long evidence counts; evidence has a day
-- and files; the five standards stand beside it; a training that a school took part in is evidence.

alter table requirements add column at_handover integer not null default 1 check (at_handover in (0, 1));
alter table requirements add column valid_months integer check (valid_months between 1 and 120); -- null: without end

alter table school_requirements add column evidence_on text;
alter table school_requirements add column answer text; -- the office's words when it has sent evidence back

-- What is taken out of the evidence stays, and is shown no more.
create table evidence_files (
    school_id      integer not null,
    requirement_id integer not null,
    position       integer not null check (position >= 1),
    sha256         text not null references attachments (sha256),
    name           text not null check (length(name) between 1 and 120),
    is_current     integer not null default 1 check (is_current in (0, 1)),
    primary key (school_id, requirement_id, position),
    unique (school_id, requirement_id, sha256),
    foreign key (school_id, requirement_id) references school_requirements (school_id, requirement_id)
) strict;
create index evidence_files_sha256 on evidence_files (sha256);
create trigger evidence_files_are_never_deleted before delete on evidence_files
begin
    select raise(abort, 'never_deleted');
end;
create trigger evidence_files_stay_what_they_are before update of school_id, requirement_id, position, sha256 on evidence_files
begin
    select raise(abort, 'never_changed');
end;

-- No row: nobody has looked yet.
create table school_standards (
    school_id  integer not null references schools (id),
    standard   text not null check (standard in ('internet', 'wlan', 'presentation', 'computers', 'school_management')),
    state      text not null check (state in ('unknown', 'missing', 'partly', 'met')),
    note       text,
    checked_on text,
    version    integer not null default 1,
    primary key (school_id, standard)
) strict;

create table trainings (
    id               integer primary key,
    title            text not null check (length(title) between 1 and 120),
    held_on          text not null,
    place            text,
    requirement_code text references requirements (code),
    cancelled        integer not null default 0 check (cancelled in (0, 1)),
    version          integer not null default 1
) strict;
create index trainings_held_on on trainings (held_on);
create trigger trainings_are_never_deleted before delete on trainings
begin
    select raise(abort, 'never_deleted');
end;

-- Who took part: a number, no names. counts_until is decided when it is recorded; null: without end.
create table training_schools (
    training_id  integer not null references trainings (id),
    school_id    integer not null references schools (id),
    people       integer not null check (people between 1 and 999),
    counts_until text,
    primary key (training_id, school_id)
) strict;
create index training_schools_school on training_schools (school_id);

-- Whatever shows that a school meets a requirement, and the last day on which it does.
create view requirement_proofs as
select school_id, requirement_id, valid_until, null as training_id from school_requirements where state = 'met'
union all
select k.school_id, q.id, k.counts_until, t.id
from training_schools k join trainings t on t.id = k.training_id join requirements q on q.code = t.requirement_code
where t.cancelled = 0;

drop trigger loans_hand_over_with_requirements;
create trigger loans_hand_over_with_requirements before update of state on loans
when new.state = 'handed_over' and old.state = 'approved' and new.override_reason is null
     and exists (select 1 from requirements q join loan_requests r on r.id = new.request_id
                 where q.active = 1 and q.at_handover = 1
                 and not exists (select 1 from requirement_proofs p
                                 where p.school_id = r.school_id and p.requirement_id = q.id
                                 and (p.valid_until is null or p.valid_until >= new.handed_over_on)))
begin
    select raise(abort, 'requirements_not_met');
end;
