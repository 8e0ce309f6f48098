-- Calendar feeds: a secret address for each school, and one for the office (school_id is null). The key is stored as it is,
-- since its people must be able to read it again; whoever reads it here reads what the feed tells anyway.

create table calendar_feeds (
    id        integer primary key,
    school_id integer unique references schools (id),
    key       text not null unique check (length(key) >= 32),
    uid       text not null unique, -- calendars know the feed's events by it; it stays when the key is renewed
    made_at   integer not null,
    version   integer not null default 1
) strict;
create unique index calendar_feeds_one_of_the_office on calendar_feeds ((school_id is null)) where school_id is null;
create trigger calendar_feeds_are_never_deleted before delete on calendar_feeds
begin
    select raise(abort, 'never_deleted');
end;
create trigger calendar_feeds_stay_whose_they_are before update of school_id, uid on calendar_feeds
when new.school_id is not old.school_id or new.uid <> old.uid
begin
    select raise(abort, 'never_changed');
end;
