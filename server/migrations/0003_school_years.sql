-- The county's calendar. Its days are settings; what is lent is lent for whole years.

create table school_years (
    id                   text primary key check (id glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
    starts_on            text not null check (substr(starts_on, 1, 4) = substr(id, 1, 4)),
    ends_on              text not null,
    summer_from          text,
    summer_until         text,
    earliest_handover_on text not null,
    latest_return_on     text not null,
    version              integer not null default 1,
    check (starts_on <= earliest_handover_on and earliest_handover_on <= latest_return_on
           and latest_return_on <= ends_on),
    check ((summer_from is null) = (summer_until is null)),
    check (summer_from <= summer_until)
) strict;
create trigger school_years_do_not_overlap_insert before insert on school_years
when exists (select 1 from school_years y where y.starts_on <= new.ends_on and y.ends_on >= new.starts_on)
begin
    select raise(abort, 'overlaps');
end;
create trigger school_years_do_not_overlap_update before update of starts_on, ends_on on school_years
when exists (select 1 from school_years y
             where y.id <> new.id and y.starts_on <= new.ends_on and y.ends_on >= new.starts_on)
begin
    select raise(abort, 'overlaps');
end;
create trigger school_years_are_never_deleted before delete on school_years
begin
    select raise(abort, 'never_deleted');
end;
