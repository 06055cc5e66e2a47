import type { TitleLevel, TitleSeries } from '~/domain/certificate/certificate';
import { addDays } from '~/domain/shared/period';
import { type Desk, verified, waiting } from './certificate-desk';
import type { Paper } from './certificate-papers';
import { HAND_MADE } from './certificate-stories';
import type { Member } from './world';

interface Title {
  series: TitleSeries;
  level: TitleLevel;
  name: string;
}

/** Who works with small children brings titles of several series along. */
const OF_CARERS: readonly Title[] = [
  { series: 'education', level: 'assistant', name: '二级教师' },
  { series: 'education', level: 'intermediate', name: '一级教师' },
  { series: 'education', level: 'technician', name: '三级教师' },
  { series: 'nursing', level: 'technician', name: '护士' },
  { series: 'education', level: 'intermediate', name: '一级教师' },
];
const OF_PRINCIPALS: readonly Title[] = [
  { series: 'education', level: 'associate_senior', name: '高级教师' },
  { series: 'education', level: 'intermediate', name: '一级教师' },
  { series: 'vocational_teaching', level: 'associate_senior', name: '高级讲师' },
  { series: 'education', level: 'senior', name: '正高级教师' },
];
const OF_HEALTH: readonly Title[] = [
  { series: 'nursing', level: 'assistant', name: '护师' },
  { series: 'nursing', level: 'intermediate', name: '主管护师' },
  { series: 'health', level: 'assistant', name: '公共卫生医师' },
  { series: 'health', level: 'associate_senior', name: '副主任医师' },
];
const EVERY = { caregiver: [19, OF_CARERS], principal: [9, OF_PRINCIPALS], health_staff: [8, OF_HEALTH] } as const;

/** Professional titles of some, two of them waiting for their district to look. */
export function addTitles(desk: Desk): void {
  const groups = { caregiver: 0, principal: 0, health_staff: 0 };
  let serial = 0;
  const paperOf = (title: Title): Paper => {
    serial += 1;
    const year = 2012 + ((serial * 5) % 12);
    return {
      family: 'professional_title',
      occupation: null,
      level: null,
      name: title.name,
      number: `ZC${year}${String(serial).padStart(5, '0')}`,
      issuer: '演示职称评审委员会',
      issuedOn: `${year}-12-${String(10 + (serial % 18)).padStart(2, '0')}`,
    };
  };
  const say = (member: Member, title: Title, days: number | null) => {
    const columns = { titleSeries: title.series, titleLevel: title.level };
    const paper = paperOf(title);
    if (days === null) verified(desk, member, paper, columns);
    else waiting(desk, member, { ...paper, issuedOn: addDays(desk.world.today, -days - 40) }, days, columns);
  };
  for (const member of desk.world.members) {
    const group = member.role === 'other' ? null : member.role;
    if (!group || !(group in groups) || member.until !== null || HAND_MADE.has(member.person.name)) continue;
    groups[group as keyof typeof groups] += 1;
    const [every, titles] = EVERY[group as keyof typeof EVERY];
    const nth = groups[group as keyof typeof groups];
    const title = titles[Math.floor(nth / every) % titles.length];
    if (nth % every !== 0 || !title) continue;
    say(member, title, nth === every || nth === every * 3 ? 6 + nth : null);
  }
}
