-- The program's role: may read and write rows, may not change the schema, and may only add to the event log.
do $$ begin
  create role yupei_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;
--> statement-breakpoint
do $$ begin
  execute format('grant yupei_app to %I', current_user);
end $$;
--> statement-breakpoint
grant usage on schema public to yupei_app;
--> statement-breakpoint
grant select, insert, update, delete on all tables in schema public to yupei_app;
--> statement-breakpoint
grant usage on all sequences in schema public to yupei_app;
--> statement-breakpoint
alter default privileges in schema public grant select, insert, update, delete on tables to yupei_app;
--> statement-breakpoint
alter default privileges in schema public grant usage on sequences to yupei_app;
--> statement-breakpoint
revoke update, delete, truncate on event from yupei_app;
--> statement-breakpoint
revoke delete, truncate on completion, completion_entry, completion_certificate, closing from yupei_app;
--> statement-breakpoint
-- What a person-time is attributed to never changes once it may have been counted; only its standing does.
revoke update on completion, completion_entry from yupei_app;
--> statement-breakpoint
grant update (status) on completion to yupei_app;
--> statement-breakpoint
grant update (folded_at) on completion_entry to yupei_app;
--> statement-breakpoint
revoke insert, update, delete, truncate on district from yupei_app;
--> statement-breakpoint
-- For the owner too: a slip with the wrong login must not rewrite history.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'the event log is append-only' using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger event_append_only before update or delete or truncate on event for each statement execute function refuse_rewriting();
--> statement-breakpoint
insert into dispatcher_cursor (id, txid, seq, moved_at) values (1, '0', 0, now());
--> statement-breakpoint
-- The order of the statistical yearbook; 110302 is the development area, a reporting unit but no administrative division.
insert into district (code, name_zh, name_en, district_group, sort, is_admin_division) values
  ('110101', '东城区', 'Dongcheng', 'central', 1, true),
  ('110102', '西城区', 'Xicheng', 'central', 2, true),
  ('110105', '朝阳区', 'Chaoyang', 'central', 3, true),
  ('110106', '丰台区', 'Fengtai', 'central', 4, true),
  ('110107', '石景山区', 'Shijingshan', 'central', 5, true),
  ('110108', '海淀区', 'Haidian', 'central', 6, true),
  ('110109', '门头沟区', 'Mentougou', 'eco', 7, true),
  ('110111', '房山区', 'Fangshan', 'plain_newtown', 8, true),
  ('110112', '通州区', 'Tongzhou', 'subcenter', 9, true),
  ('110113', '顺义区', 'Shunyi', 'plain_newtown', 10, true),
  ('110114', '昌平区', 'Changping', 'plain_newtown', 11, true),
  ('110115', '大兴区', 'Daxing', 'plain_newtown', 12, true),
  ('110116', '怀柔区', 'Huairou', 'eco', 13, true),
  ('110117', '平谷区', 'Pinggu', 'eco', 14, true),
  ('110118', '密云区', 'Miyun', 'eco', 15, true),
  ('110119', '延庆区', 'Yanqing', 'eco', 16, true),
  ('110302', '北京经济技术开发区', 'Beijing Economic-Technological Development Area', 'plain_newtown', 17, false);
