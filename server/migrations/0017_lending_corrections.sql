-- What was found wrong with lending.

-- A difference tells of the kit that was checked, also after the loan has gone on with another one.
alter table loan_differences add column kit_id integer references kits (id);
update loan_differences set kit_id = (select l.kit_id from loans l where l.id = loan_differences.loan_id);
create trigger loan_differences_name_their_kit before insert on loan_differences when new.kit_id is null
begin
    select raise(abort, 'kit_needed');
end;

-- What comes into a kit has not been wiped for it: the checklist begins anew.
create trigger kit_slots_are_checked_anew after update of asset_id on kit_slots
when new.asset_id is not null and new.asset_id is not old.asset_id
begin
    delete from kit_checks where kit_id = new.kit_id;
end;

-- A kit goes out again once it is checked what has come back of it.
create trigger loans_hand_over_checked_kits before update of state on loans
when new.state = 'handed_over' and old.state = 'approved'
     and exists (select 1 from loans o where o.kit_id = new.kit_id and o.state = 'returned' and o.checked_on is null)
begin
    select raise(abort, 'kit_not_checked');
end;

-- The accessories of a lent kit change with its loan; what it was said to have may be counted.
create trigger stock_moves_leave_lent_kits before insert on stock_moves
when new.kit_id is not null and new.loan_id is null and new.kind <> 'counted'
     and exists (select 1 from loans l where l.kit_id = new.kit_id and l.state = 'handed_over')
begin
    select raise(abort, 'kit_is_out');
end;
