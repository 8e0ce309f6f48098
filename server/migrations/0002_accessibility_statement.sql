-- The county's statement about the accessibility of Schulkit (Directive (EU) 2016/2102, article 7). One row. A text
-- that is absent is the product's own where there is one, else still to be written.

create table accessibility_statement (
    id                  integer primary key check (id = 1),
    body                text,
    conformity          text not null check (conformity in ('full', 'partial', 'none')),
    exceptions          text,
    burden              text,
    out_of_scope        text,
    prepared_on         text,
    method              text not null check (method in ('self_assessment', 'external')),
    method_details      text,
    reviewed_on         text,
    contact_name        text,
    contact_email       text,
    contact_phone       text,
    contact_address     text,
    enforcement_name    text,
    enforcement_address text,
    enforcement_link    text,
    version             integer not null default 1
) strict;
insert into accessibility_statement (id, conformity, method) values (1, 'partial', 'self_assessment');
create trigger accessibility_statement_is_never_deleted before delete on accessibility_statement
begin
    select raise(abort, 'never_deleted');
end;
