insert into health_care_state (id, as_of) values (1, 'epoch');
--> statement-breakpoint
insert into funnel_state (id, as_of) values (1, 'epoch');
--> statement-breakpoint
-- Places that institutions had before places had dates: as they are now, since the first day that is known of each.
insert into institution_capacity (id, institution_id, from_on, capacity, created_at)
select gen_random_uuid(), p.institution_id, min(p.from_on), f.capacity, now()
from institution_period p join institution_file f on f.organisation_id = p.institution_id where f.capacity > 0
group by p.institution_id, f.capacity;
--> statement-breakpoint
-- What was said, checked or answered is never taken back or rewritten by the program.
revoke delete, truncate on finding_answer, guidance_finding, feedback, feedback_given, feedback_lecturer from yupei_app;
--> statement-breakpoint
revoke update on feedback, feedback_given, feedback_lecturer from yupei_app;

--> statement-breakpoint
-- Whose way from school to post may have gone on: students alone, each once per statement.
create function funnel_mark(ids uuid[]) returns void language sql as $$
  insert into funnel_dirty (person_id)
  select id from (select distinct unnest(ids) as id) people
  where exists (select 1 from student s where s.person_id = people.id) or exists (select 1 from funnel_row r where r.person_id = people.id)
  order by id
$$;
--> statement-breakpoint
create function funnel_mark_everyone() returns integer language sql as $$
  with people as (select person_id from student union select person_id from funnel_row),
  marked as (insert into funnel_dirty (person_id) select person_id from people order by person_id returning 1)
  select count(*)::int from marked
$$;
--> statement-breakpoint
create function funnel_person_written() returns trigger language plpgsql as $$
begin
  if tg_op in ('INSERT', 'UPDATE') then perform funnel_mark(array(select person_id from added)); end if;
  if tg_op in ('DELETE', 'UPDATE') then perform funnel_mark(array(select person_id from gone)); end if;
  return null;
end $$;
--> statement-breakpoint
create trigger funnel_student_added after insert on student referencing new table as added for each statement execute function funnel_person_written();
--> statement-breakpoint
create trigger funnel_student_changed after update on student referencing new table as added old table as gone for each statement execute function funnel_person_written();
--> statement-breakpoint
create trigger funnel_student_removed after delete on student referencing old table as gone for each statement execute function funnel_person_written();
--> statement-breakpoint
create trigger funnel_placement_added after insert on placement referencing new table as added for each statement execute function funnel_person_written();
--> statement-breakpoint
create trigger funnel_placement_changed after update on placement referencing new table as added old table as gone for each statement execute function funnel_person_written();
--> statement-breakpoint
create trigger funnel_placement_removed after delete on placement referencing old table as gone for each statement execute function funnel_person_written();
--> statement-breakpoint
create trigger funnel_engagement_added after insert on engagement referencing new table as added for each statement execute function funnel_person_written();
--> statement-breakpoint
create trigger funnel_engagement_changed after update on engagement referencing new table as added old table as gone for each statement execute function funnel_person_written();
--> statement-breakpoint
create trigger funnel_engagement_removed after delete on engagement referencing old table as gone for each statement execute function funnel_person_written();
--> statement-breakpoint
create function funnel_certificate_written() returns trigger language plpgsql as $$
begin
  if tg_op in ('INSERT', 'UPDATE') then perform funnel_mark(array(select person_id from added where family = 'x_certificate' and status <> 'draft')); end if;
  if tg_op in ('DELETE', 'UPDATE') then perform funnel_mark(array(select person_id from gone where family = 'x_certificate' and status <> 'draft')); end if;
  return null;
end $$;
--> statement-breakpoint
create trigger funnel_certificate_added after insert on certificate referencing new table as added for each statement execute function funnel_certificate_written();
--> statement-breakpoint
create trigger funnel_certificate_changed after update on certificate referencing new table as added old table as gone for each statement execute function funnel_certificate_written();
--> statement-breakpoint
create trigger funnel_certificate_removed after delete on certificate referencing old table as gone for each statement execute function funnel_certificate_written();
--> statement-breakpoint
create function funnel_off_post_written() returns trigger language plpgsql as $$
begin
  if tg_op in ('INSERT', 'UPDATE') then
    perform funnel_mark(array(select e.person_id from added a join engagement e on e.id = a.engagement_id));
  end if;
  if tg_op in ('DELETE', 'UPDATE') then
    perform funnel_mark(array(select e.person_id from gone g join engagement e on e.id = g.engagement_id));
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger funnel_off_post_added after insert on off_post referencing new table as added for each statement execute function funnel_off_post_written();
--> statement-breakpoint
create trigger funnel_off_post_changed after update on off_post referencing new table as added old table as gone for each statement execute function funnel_off_post_written();
--> statement-breakpoint
create trigger funnel_off_post_removed after delete on off_post referencing old table as gone for each statement execute function funnel_off_post_written();
--> statement-breakpoint
create function funnel_setting_written() returns trigger language plpgsql as $$
begin
  if new.key = 'funnel_gap_days' then perform funnel_mark_everyone(); end if;
  return null;
end $$;
--> statement-breakpoint
create trigger funnel_setting_written after insert or update on setting for each row execute function funnel_setting_written();
--> statement-breakpoint
-- A week of a placement's log that a mentor has looked at is changed no more.
create function placement_log_guard() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from placement_week w where w.placement_id = new.placement_id and w.week_on = date_trunc('week', new.day)::date
      and (w.college_checked_at is not null or w.institution_checked_at is not null)
  ) then
    raise exception 'placement log % of % is checked', new.day, new.placement_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger placement_log_guard before insert or update on placement_log for each row execute function placement_log_guard();
--> statement-breakpoint
-- Whose health-care clock may have changed: each institution once per statement.
create function health_care_mark(ids uuid[]) returns void language sql as $$
  insert into health_care_dirty (institution_id) select id from (select distinct unnest(ids) as id) institutions where id is not null order by id
$$;
--> statement-breakpoint
create function health_care_mark_everyone() returns void language sql as $$
  insert into health_care_dirty (institution_id)
  select institution_id from institution_period where filing_status in ('filed', 'changed_pending', 'licensed')
  union select institution_id from health_care_segment order by 1
$$;
--> statement-breakpoint
create function health_care_institution_written() returns trigger language plpgsql as $$
begin
  if tg_op in ('INSERT', 'UPDATE') then perform health_care_mark(array(select institution_id from added)); end if;
  if tg_op in ('DELETE', 'UPDATE') then perform health_care_mark(array(select institution_id from gone)); end if;
  return null;
end $$;
--> statement-breakpoint
create trigger health_care_period_added after insert on institution_period referencing new table as added for each statement execute function health_care_institution_written();
--> statement-breakpoint
create trigger health_care_period_changed after update on institution_period referencing new table as added old table as gone for each statement execute function health_care_institution_written();
--> statement-breakpoint
create trigger health_care_period_removed after delete on institution_period referencing old table as gone for each statement execute function health_care_institution_written();
--> statement-breakpoint
create trigger health_care_capacity_added after insert on institution_capacity referencing new table as added for each statement execute function health_care_institution_written();
--> statement-breakpoint
create trigger health_care_capacity_changed after update on institution_capacity referencing new table as added old table as gone for each statement execute function health_care_institution_written();
--> statement-breakpoint
create trigger health_care_capacity_removed after delete on institution_capacity referencing old table as gone for each statement execute function health_care_institution_written();
--> statement-breakpoint
create function health_care_engagement_written() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform health_care_mark(array(select institution_id from added where role = 'health_staff'));
  elsif tg_op = 'DELETE' then
    perform health_care_mark(array(select institution_id from gone where role = 'health_staff'));
  else
    perform health_care_mark(array(
      select unnest(array[n.institution_id, o.institution_id]) from added n join gone o using (id)
      where (n.role = 'health_staff' or o.role = 'health_staff')
        and (n.person_id, n.institution_id, n.role, n.start_on, n.end_on, n.is_intern, n.is_full_time)
          is distinct from (o.person_id, o.institution_id, o.role, o.start_on, o.end_on, o.is_intern, o.is_full_time)));
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger health_care_engagement_added after insert on engagement referencing new table as added for each statement execute function health_care_engagement_written();
--> statement-breakpoint
create trigger health_care_engagement_changed after update on engagement referencing new table as added old table as gone for each statement execute function health_care_engagement_written();
--> statement-breakpoint
create trigger health_care_engagement_removed after delete on engagement referencing old table as gone for each statement execute function health_care_engagement_written();
--> statement-breakpoint
create function health_care_off_post_written() returns trigger language plpgsql as $$
begin
  if tg_op in ('INSERT', 'UPDATE') then
    perform health_care_mark(array(select e.institution_id from added a join engagement e on e.id = a.engagement_id where e.role = 'health_staff'));
  end if;
  if tg_op in ('DELETE', 'UPDATE') then
    perform health_care_mark(array(select e.institution_id from gone g join engagement e on e.id = g.engagement_id where e.role = 'health_staff'));
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger health_care_off_post_added after insert on off_post referencing new table as added for each statement execute function health_care_off_post_written();
--> statement-breakpoint
create trigger health_care_off_post_changed after update on off_post referencing new table as added old table as gone for each statement execute function health_care_off_post_written();
--> statement-breakpoint
create trigger health_care_off_post_removed after delete on off_post referencing old table as gone for each statement execute function health_care_off_post_written();
--> statement-breakpoint
-- Where the holders of these certificates work, or worked, in health care.
create function health_care_mark_people(ids uuid[]) returns void language sql as $$
  select health_care_mark(array(select institution_id from engagement where role = 'health_staff' and person_id = any(ids)))
$$;
--> statement-breakpoint
create function health_care_certificate_written() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform health_care_mark_people(array(select person_id from added where family = 'health_care_training' and status in ('verified', 'revoked')));
  elsif tg_op = 'DELETE' then
    perform health_care_mark_people(array(select person_id from gone where family = 'health_care_training' and status in ('verified', 'revoked')));
  else
    perform health_care_mark_people(array(
      select unnest(array[n.person_id, o.person_id]) from added n join gone o using (id)
      where 'health_care_training' in (n.family, o.family)
        and (n.person_id, n.family, n.issued_on, n.valid_until, n.status, n.revoked_on)
          is distinct from (o.person_id, o.family, o.issued_on, o.valid_until, o.status, o.revoked_on)));
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger health_care_certificate_added after insert on certificate referencing new table as added for each statement execute function health_care_certificate_written();
--> statement-breakpoint
create trigger health_care_certificate_changed after update on certificate referencing new table as added old table as gone for each statement execute function health_care_certificate_written();
--> statement-breakpoint
create trigger health_care_certificate_removed after delete on certificate referencing old table as gone for each statement execute function health_care_certificate_written();
--> statement-breakpoint
create function health_care_rule_written() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if exists (select 1 from added where status = 'published') then perform health_care_mark_everyone(); end if;
  elsif exists (select 1 from added n join gone o using (id) where 'published' in (n.status, o.status) and n is distinct from o) then
    perform health_care_mark_everyone();
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger health_care_rule_added after insert on health_care_rule referencing new table as added for each statement execute function health_care_rule_written();
--> statement-breakpoint
create trigger health_care_rule_changed after update on health_care_rule referencing new table as added old table as gone for each statement execute function health_care_rule_written();
--> statement-breakpoint
-- A rule that was published is never rewritten: it can only be withdrawn before its day.
create trigger health_care_rule_published before update or delete on health_care_rule for each row execute function refuse_published_rule();
--> statement-breakpoint
-- Rows keep the transaction that wrote them, and lie in the order they came: either would lead from an answer to the event
-- of whoever gave it. With each answer those of its class are written anew, in no order.
create function feedback_mix() returns trigger language plpgsql security definer set search_path = public as $$
declare
  mixed uuid;
  answer record;
begin
  for mixed in select distinct class_id from added order by 1 loop
    perform pg_advisory_xact_lock(hashtextextended('feedback ' || mixed, 0));
    for answer in select id from feedback where class_id = mixed order by random() loop
      update feedback set content = content where id = answer.id;
    end loop;
  end loop;
  return null;
end $$;
--> statement-breakpoint
create trigger feedback_mix after insert on feedback referencing new table as added for each statement execute function feedback_mix();
--> statement-breakpoint
create function feedback_lecturer_mix() returns trigger language plpgsql security definer set search_path = public as $$
declare
  answer record;
begin
  for answer in
    select r.feedback_id, r.lecturer_id from feedback_lecturer r join feedback f on f.id = r.feedback_id
    where f.class_id in (select g.class_id from added a join feedback g on g.id = a.feedback_id) order by random()
  loop
    update feedback_lecturer set points = points where feedback_id = answer.feedback_id and lecturer_id = answer.lecturer_id;
  end loop;
  return null;
end $$;
--> statement-breakpoint
create trigger feedback_lecturer_mix after insert on feedback_lecturer referencing new table as added
for each statement execute function feedback_lecturer_mix();
--> statement-breakpoint
-- A finding stays, except one that a file brought in and nobody answered: that goes when the import is taken back.
grant delete on guidance_finding to yupei_app;
--> statement-breakpoint
create function guidance_finding_kept() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from guidance_visit v where v.id = old.visit_id and v.import_id is not null)
    or exists (select 1 from finding_answer a where a.finding_id = old.id) then
    raise exception 'finding % is kept', old.id using errcode = 'check_violation';
  end if;
  return old;
end $$;
--> statement-breakpoint
create trigger guidance_finding_kept before delete on guidance_finding for each row execute function guidance_finding_kept();
