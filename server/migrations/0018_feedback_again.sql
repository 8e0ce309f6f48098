-- Whether a school would ask for such a kit again is answered, not left at "no".
alter table loan_feedback add column answer text not null default 'no' check (answer in ('yes', 'no'));
update loan_feedback set answer = 'yes' where again = 1;
alter table loan_feedback drop column again;
alter table loan_feedback rename column answer to again;
