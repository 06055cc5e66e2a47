import account from './account';
import attendance from './attendance';
import trainingClass from './class';
import common from './common';
import completion from './completion';
import course from './course';
import enrolment from './enrolment';
import goal from './goal';
import home from './home';
import jobs from './jobs';
import notification from './notification';
import organisation from './organisation';
import person from './person';
import refusals from './refusals';

export default {
  common,
  refusals,
  account,
  organisation,
  person,
  course,
  class: trainingClass,
  enrolment,
  attendance,
  completion,
  goal,
  notification,
  jobs,
  home,
};
