-- Tablet kits: what a type must contain, and what each kit really contains. A kit's slots are a copy of its type's plan
-- from the day it was made, so a type can change without them.

create table kit_types (
    id          integer primary key,
    name        text not null check (length(name) between 1 and 80),
    name_key    text not null unique, -- folded
    description text,
    offered     integer not null default 1 check (offered in (0, 1)),
    version     integer not null default 1
) strict;
create table kit_type_slots (
    kit_type_id integer not null references kit_types (id),
    position    integer not null,
    label       text not null check (length(label) between 1 and 60),
    category    text references categories (name) on update cascade,
    model       text,
    quantity    integer not null check (quantity between 1 and 200),
    primary key (kit_type_id, position),
    check (category is not null or model is not null)
) strict;
create table kit_type_accessories (
    kit_type_id integer not null references kit_types (id),
    position    integer not null,
    label       text not null check (length(label) between 1 and 60),
    quantity    integer not null check (quantity between 1 and 1000),
    primary key (kit_type_id, position)
) strict;
create table kit_type_apps (
    kit_type_id         integer not null references kit_types (id),
    position            integer not null,
    name                text not null check (length(name) between 1 and 80),
    licences            integer check (licences >= 0),
    privacy_released_on text,
    primary key (kit_type_id, position)
) strict;
create trigger kit_types_are_never_deleted before delete on kit_types
begin
    select raise(abort, 'never_deleted');
end;

create table kits (
    id           integer primary key,
    tag          text not null check (length(tag) between 1 and 40),
    tag_key      text not null unique, -- code_key(): what a scan is compared with
    name         text not null check (length(name) between 1 and 120),
    kit_type_id  integer not null references kit_types (id),
    delivered_on text, -- ordered: it counts for nothing before that day
    notes        text,
    search_text  text not null,
    version      integer not null default 1
) strict;
create index kits_type on kits (kit_type_id);
create trigger kits_are_never_deleted before delete on kits
begin
    select raise(abort, 'never_deleted');
end;
create trigger kits_keep_their_type before update of kit_type_id on kits when new.kit_type_id <> old.kit_type_id
begin
    select raise(abort, 'type_is_fixed');
end;
-- A scan means one thing: no kit has the tag of an asset.
create trigger kits_tag_insert before insert on kits
when exists (select 1 from asset_codes c where c.code = new.tag_key and c.kind = 'tag')
begin
    select raise(abort, 'tag_of_asset');
end;
create trigger kits_tag_update before update of tag_key on kits
when exists (select 1 from asset_codes c where c.code = new.tag_key and c.kind = 'tag')
begin
    select raise(abort, 'tag_of_asset');
end;
create trigger asset_codes_tag_insert before insert on asset_codes
when new.kind = 'tag' and exists (select 1 from kits k where k.tag_key = new.code)
begin
    select raise(abort, 'tag_of_kit');
end;
create trigger asset_codes_tag_update before update on asset_codes
when new.kind = 'tag' and exists (select 1 from kits k where k.tag_key = new.code)
begin
    select raise(abort, 'tag_of_kit');
end;

-- An asset is in at most one kit and in at most one slot of it.
create table kit_slots (
    kit_id   integer not null references kits (id),
    slot     integer not null check (slot between 1 and 200),
    label    text not null,
    category text references categories (name) on update cascade,
    model    text,
    asset_id integer unique references assets (id),
    primary key (kit_id, slot)
) strict;
create trigger kit_slots_take_devices_insert before insert on kit_slots
when new.asset_id is not null
     and exists (select 1 from assets a where a.id = new.asset_id and (a.kind = 'service' or a.status = 'retired'))
begin
    select raise(abort, 'no_device');
end;
create trigger kit_slots_take_devices_update before update of asset_id on kit_slots
when new.asset_id is not null and new.asset_id is not old.asset_id
     and exists (select 1 from assets a where a.id = new.asset_id and (a.kind = 'service' or a.status = 'retired'))
begin
    select raise(abort, 'no_device');
end;
create trigger assets_in_kits_are_not_retired before update of status on assets
when new.status = 'retired' and old.status <> 'retired'
     and exists (select 1 from kit_slots s where s.asset_id = new.id)
begin
    select raise(abort, 'in_kit');
end;

create table kit_accessories (
    kit_id   integer not null references kits (id),
    position integer not null,
    label    text not null,
    expected integer not null check (expected >= 0),
    quantity integer not null check (quantity >= 0),
    primary key (kit_id, position)
) strict;

-- The checklist before a kit goes out: what is done. A kit that comes back begins with none.
create table kit_checks (
    kit_id     integer not null references kits (id),
    item       text not null check (item in ('wiped', 'signed_out', 'updated', 'cleaned', 'charged', 'complete')),
    checked_by integer references people (id),
    checked_at integer not null,
    primary key (kit_id, item)
) strict;

-- How each kit is: what of it is missing, whether something is broken, whether its checklist is done.
create view kit_conditions as
select c.kit_id, c.missing, c.ready,
       case when c.broken > 0 then 'broken' when c.missing > 0 then 'incomplete' else 'complete' end as condition
from (select k.id as kit_id,
             (select count(*) from kit_slots s left join assets a on a.id = s.asset_id
              where s.kit_id = k.id and (s.asset_id is null or a.status in ('lost', 'stolen')))
             + (select coalesce(sum(x.expected - x.quantity), 0) from kit_accessories x
                where x.kit_id = k.id and x.quantity < x.expected) as missing,
             (select count(*) from kit_slots s join assets a on a.id = s.asset_id
              where s.kit_id = k.id
                    and (a.status = 'in_repair'
                         or exists (select 1 from tickets t
                                    where t.asset_id = a.id and t.status in ('new', 'accepted', 'waiting')))) as broken,
             (select count(*) from kit_checks x where x.kit_id = k.id) = 6 as ready
      from kits k) c;
