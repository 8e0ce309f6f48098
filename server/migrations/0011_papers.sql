-- The papers of loans. What was issued stays as it is: its bytes are an attachment, its page stands beside it, and neither is
-- ever made again.

-- What stands on the county's papers. One row.
create table paper_settings (
    id             integer primary key check (id = 1),
    county         text,
    department     text,
    address        text,
    contact        text,
    place          text, -- before the day, where somebody has signed
    version        integer not null default 1
) strict;
insert into paper_settings (id) values (1);
create trigger paper_settings_are_never_deleted before delete on paper_settings
begin
    select raise(abort, 'never_deleted');
end;

-- The text of the Überlassungsvereinbarung. A change is another version; as long as there is none, the product's own counts.
create table agreement_texts (
    version    integer primary key check (version >= 1),
    text       text not null,
    created_by integer references people (id),
    created_at integer not null
) strict;
create trigger agreement_texts_are_never_changed before update on agreement_texts
begin
    select raise(abort, 'never_changed');
end;
create trigger agreement_texts_are_never_deleted before delete on agreement_texts
begin
    select raise(abort, 'never_deleted');
end;

-- signing: drawn on the screen by both, pending until the signed paper is there, none where nobody signs.
create table loan_papers (
    id               integer primary key,
    loan_id          integer not null references loans (id),
    kind             text not null check (kind in ('agreement', 'handover', 'receipt', 'return_protocol', 'supplement')),
    number           text not null unique,
    school_year      text not null references school_years (id),
    session_id       integer references handover_sessions (id),
    template_version integer references agreement_texts (version),
    signing          text not null check (signing in ('drawn', 'pending', 'none')),
    sha256           text not null references attachments (sha256),
    page             text not null, -- the same as HTML
    issued_by        integer references people (id),
    issued_at        integer not null,
    check ((kind = 'agreement') = (template_version is not null))
) strict;
create index loan_papers_loan on loan_papers (loan_id);
create index loan_papers_session on loan_papers (session_id);
create index loan_papers_sha256 on loan_papers (sha256);
create unique index loan_papers_one_agreement on loan_papers (loan_id) where kind = 'agreement';
create trigger loan_papers_are_never_changed before update on loan_papers
begin
    select raise(abort, 'never_changed');
end;
create trigger loan_papers_are_never_deleted before delete on loan_papers
begin
    select raise(abort, 'never_deleted');
end;

-- What was signed by hand, as a PDF or pictures of it.
create table loan_paper_scans (
    paper_id integer not null references loan_papers (id),
    position integer not null check (position between 1 and 10),
    sha256   text not null references attachments (sha256),
    name     text not null check (length(name) between 1 and 120),
    added_by integer references people (id),
    added_at integer not null,
    primary key (paper_id, position),
    unique (paper_id, sha256)
) strict;
create index loan_paper_scans_sha256 on loan_paper_scans (sha256);
create trigger loan_paper_scans_are_of_pending_papers before insert on loan_paper_scans
when not exists (select 1 from loan_papers p where p.id = new.paper_id and p.signing = 'pending')
begin
    select raise(abort, 'nothing_to_sign');
end;
create trigger loan_paper_scans_are_never_changed before update on loan_paper_scans
begin
    select raise(abort, 'never_changed');
end;
create trigger loan_paper_scans_are_never_deleted before delete on loan_paper_scans
begin
    select raise(abort, 'never_deleted');
end;

-- "Unterschrift steht aus", nowhere else.
create view pending_papers as
select p.id as paper_id, p.loan_id, p.session_id
from loan_papers p
where p.signing = 'pending' and not exists (select 1 from loan_paper_scans s where s.paper_id = p.id);

-- Who signs for the county, beside who signs for the school.
alter table handover_sessions add column county_signer_name text;
alter table handover_sessions add column county_signer_function text;
alter table handover_sessions add column county_on_behalf text check (county_on_behalf in ('i_a', 'i_v'));
alter table handover_sessions add column county_signature text check (county_signature is null or county_signer_name is not null);
create trigger handover_sessions_keep_the_countys_signature before update on handover_sessions
when old.state <> 'open' and (new.county_signer_name is not old.county_signer_name
                              or (old.county_signature is not null and new.county_signature is not old.county_signature))
begin
    select raise(abort, 'session_has_ended');
end;
