import account from './account';
import attendance from './attendance';
import certificate from './certificate';
import trainingClass from './class';
import client from './client';
import common from './common';
import completion from './completion';
import course from './course';
import enrolment from './enrolment';
import evaluation from './evaluation';
import feedback from './feedback';
import fieldwork from './fieldwork';
import funnel from './funnel';
import goal from './goal';
import health from './health';
import home from './home';
import imports from './import';
import institution from './institution';
import jobs from './jobs';
import lecturer from './lecturer';
import notification from './notification';
import organisation from './organisation';
import person from './person';
import placement from './placement';
import programme from './programme';
import rate from './rate';
import refusals from './refusals';
import roster from './roster';
import rule from './rule';
import visit from './visit';

export default {
  common,
  refusals,
  account,
  organisation,
  person,
  roster,
  certificate,
  course,
  class: trainingClass,
  client,
  enrolment,
  attendance,
  completion,
  evaluation,
  goal,
  notification,
  import: imports,
  jobs,
  rule,
  rate,
  home,
  institution,
  feedback,
  fieldwork,
  funnel,
  health,
  lecturer,
  placement,
  programme,
  visit,
};
