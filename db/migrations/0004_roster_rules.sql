-- What was decided, frozen or handed over is never taken back or rewritten by the program.
revoke delete, truncate on certificate_check, person_merge, roster_confirmation, rate_snapshot, rate_snapshot_cell, post_training from yupei_app;
--> statement-breakpoint
revoke update on certificate_check, person_merge, roster_confirmation, rate_snapshot, rate_snapshot_cell from yupei_app;
--> statement-breakpoint
-- Never brought up to date yet; the program's clock says when it was.
insert into rate_state (id, version, as_of) values (1, 0, 'epoch');
--> statement-breakpoint
-- Institutions that were there before their facts had dates: what they are now, since they were filed or entered.
insert into institution_period (id, institution_id, from_on, filing_status, operator_type, district_code, reason, created_at)
select gen_random_uuid(), id, coalesce(filed_on, (created_at at time zone 'Asia/Shanghai')::date), coalesce(filing_status, 'not_filed'),
  coalesce(operator_type, 'private'), district_code, '', now()
from organisation where kind = 'institution' and district_code is not null;
--> statement-breakpoint
insert into institution_file (organisation_id, updated_at) select id, now() from organisation where kind = 'institution';
--> statement-breakpoint
-- Two records of one person become one: her completions move along. What they are attributed to stays for good.
grant update (person_id) on completion to yupei_app;
--> statement-breakpoint
-- Who was marked as off post before leave had days: off since she began, as far as anybody knows.
insert into off_post (id, engagement_id, from_on, created_at)
select gen_random_uuid(), id, start_on, now() from engagement where not on_post and end_on is null;
--> statement-breakpoint
-- One main post each: full-time before part-time, staff before interns, the oldest first.
update engagement e set is_main_post = true from (
  select distinct on (person_id) id from engagement where end_on is null or end_on > (now() at time zone 'Asia/Shanghai')::date
  order by person_id, is_intern, is_full_time desc, start_on, id
) m where m.id = e.id;
--> statement-breakpoint
-- Rows of the rate's past are closed, never rewritten.
revoke delete, truncate, update on rate_segment from yupei_app;
--> statement-breakpoint
grant update (until_version) on rate_segment to yupei_app;
--> statement-breakpoint
-- Whose rate may have changed: each person once per statement; more than two hundred at a time wait behind single changes.
create function rate_mark(ids uuid[]) returns void language sql as $$
  insert into rate_dirty (person_id, is_bulk)
  select id, count(*) over () > 200 from (select distinct unnest(ids) as id) people where id is not null order by id
$$;
--> statement-breakpoint
create function rate_mark_everyone() returns integer language sql as $$
  with people as (
    select person_id from engagement where role = 'caregiver' union select person_id from rate_segment where until_version is null
  ), marked as (
    insert into rate_dirty (person_id, is_bulk) select person_id, true from people order by person_id returning 1
  )
  update rate_state set rebuild_asked_at = now(), rebuild_people = (select count(*) from marked) where id = 1 returning rebuild_people
$$;
--> statement-breakpoint
create function rate_engagement_written() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform rate_mark(array(select person_id from added where role = 'caregiver'));
  elsif tg_op = 'DELETE' then
    perform rate_mark(array(select person_id from gone where role = 'caregiver'));
  else
    perform rate_mark(array(
      select unnest(array[n.person_id, o.person_id]) from added n join gone o using (id)
      where (n.role = 'caregiver' or o.role = 'caregiver')
        and (n.person_id, n.institution_id, n.role, n.start_on, n.end_on, n.is_intern, n.is_main_post)
          is distinct from (o.person_id, o.institution_id, o.role, o.start_on, o.end_on, o.is_intern, o.is_main_post)));
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger rate_engagement_added after insert on engagement referencing new table as added for each statement execute function rate_engagement_written();
--> statement-breakpoint
create trigger rate_engagement_changed after update on engagement referencing new table as added old table as gone for each statement execute function rate_engagement_written();
--> statement-breakpoint
create trigger rate_engagement_removed after delete on engagement referencing old table as gone for each statement execute function rate_engagement_written();
--> statement-breakpoint
create function rate_off_post_written() returns trigger language plpgsql as $$
begin
  if tg_op in ('INSERT', 'UPDATE') then
    perform rate_mark(array(select e.person_id from added a join engagement e on e.id = a.engagement_id where e.role = 'caregiver'));
  end if;
  if tg_op in ('DELETE', 'UPDATE') then
    perform rate_mark(array(select e.person_id from gone g join engagement e on e.id = g.engagement_id where e.role = 'caregiver'));
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger rate_off_post_added after insert on off_post referencing new table as added for each statement execute function rate_off_post_written();
--> statement-breakpoint
create trigger rate_off_post_changed after update on off_post referencing new table as added old table as gone for each statement execute function rate_off_post_written();
--> statement-breakpoint
create trigger rate_off_post_removed after delete on off_post referencing old table as gone for each statement execute function rate_off_post_written();
--> statement-breakpoint
create function rate_institution_period_written() returns trigger language plpgsql as $$
begin
  if tg_op in ('INSERT', 'UPDATE') then
    perform rate_mark(array(select e.person_id from engagement e where e.role = 'caregiver' and e.institution_id in (select institution_id from added)));
  end if;
  if tg_op in ('DELETE', 'UPDATE') then
    perform rate_mark(array(select e.person_id from engagement e where e.role = 'caregiver' and e.institution_id in (select institution_id from gone)));
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger rate_institution_period_added after insert on institution_period referencing new table as added for each statement execute function rate_institution_period_written();
--> statement-breakpoint
create trigger rate_institution_period_changed after update on institution_period referencing new table as added old table as gone for each statement execute function rate_institution_period_written();
--> statement-breakpoint
create trigger rate_institution_period_removed after delete on institution_period referencing old table as gone for each statement execute function rate_institution_period_written();
--> statement-breakpoint
create function rate_certificate_written() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform rate_mark(array(select person_id from added where status <> 'draft'));
  elsif tg_op = 'DELETE' then
    perform rate_mark(array(select person_id from gone where status <> 'draft'));
  else
    perform rate_mark(array(
      select unnest(array[n.person_id, o.person_id]) from added n join gone o using (id)
      where (n.person_id, n.family, n.occupation, n.x_kind_id, n.level, n.issued_on, n.valid_until, n.status, n.revoked_on)
        is distinct from (o.person_id, o.family, o.occupation, o.x_kind_id, o.level, o.issued_on, o.valid_until, o.status, o.revoked_on)));
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger rate_certificate_added after insert on certificate referencing new table as added for each statement execute function rate_certificate_written();
--> statement-breakpoint
create trigger rate_certificate_changed after update on certificate referencing new table as added old table as gone for each statement execute function rate_certificate_written();
--> statement-breakpoint
create trigger rate_certificate_removed after delete on certificate referencing old table as gone for each statement execute function rate_certificate_written();
--> statement-breakpoint
-- A copy matters only to clauses that ask for one.
create function rate_certificate_file_written() returns trigger language plpgsql as $$
begin
  perform rate_mark(array(
    select c.person_id from added a join certificate c on c.id = a.certificate_id
    where exists (select 1 from counting_rule where status = 'published' and clauses @> '[{"verdict": "needs_document"}]')));
  return null;
end $$;
--> statement-breakpoint
create trigger rate_certificate_file_added after insert on certificate_file referencing new table as added for each statement execute function rate_certificate_file_written();
--> statement-breakpoint
create function rate_x_kind_written() returns trigger language plpgsql as $$
begin
  perform rate_mark(array(
    select c.person_id from added n join gone o using (id) join certificate c on c.x_kind_id = n.id
    where n.childcare_related <> o.childcare_related));
  return null;
end $$;
--> statement-breakpoint
create trigger rate_x_kind_changed after update on x_certificate_kind referencing new table as added old table as gone for each statement execute function rate_x_kind_written();
--> statement-breakpoint
-- The day of the health certificate matters only where a rule asks for a valid one; a merged record keeps nothing.
create function rate_person_written() returns trigger language plpgsql as $$
begin
  perform rate_mark(array(
    select n.id from added n join gone o using (id)
    where n.merged_into_id is distinct from o.merged_into_id
      or (n.health_cert_valid_until is distinct from o.health_cert_valid_until
        and exists (select 1 from counting_rule where status = 'published' and require_valid_health_cert))));
  return null;
end $$;
--> statement-breakpoint
create trigger rate_person_changed after update on person referencing new table as added old table as gone for each statement execute function rate_person_written();
--> statement-breakpoint
create function rate_rule_written() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if exists (select 1 from added where status = 'published') then perform rate_mark_everyone(); end if;
  elsif exists (select 1 from added n join gone o using (id) where 'published' in (n.status, o.status) and n is distinct from o) then
    perform rate_mark_everyone();
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger rate_rule_added after insert on counting_rule referencing new table as added for each statement execute function rate_rule_written();
--> statement-breakpoint
create trigger rate_rule_changed after update on counting_rule referencing new table as added old table as gone for each statement execute function rate_rule_written();
--> statement-breakpoint
create function rate_setting_written() returns trigger language plpgsql as $$
begin
  if new.key = 'rate_counts_licensed' then perform rate_mark_everyone(); end if;
  return null;
end $$;
--> statement-breakpoint
create trigger rate_setting_written after insert or update on setting for each row execute function rate_setting_written();
--> statement-breakpoint
-- A rule that was published is never rewritten: it can only be withdrawn before its day.
create function refuse_published_rule() returns trigger language plpgsql as $$
begin
  if old.status = 'published' and (tg_op = 'DELETE' or (to_jsonb(new) - 'status') is distinct from (to_jsonb(old) - 'status')) then
    raise exception 'a published counting rule stays as it is' using errcode = 'insufficient_privilege';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
--> statement-breakpoint
create trigger counting_rule_published before update or delete on counting_rule for each row execute function refuse_published_rule();
--> statement-breakpoint
-- Posts that were there before the rate was: worked out by the first refresh.
insert into rate_dirty (person_id, is_bulk) select distinct person_id, true from engagement where role = 'caregiver' order by person_id;
