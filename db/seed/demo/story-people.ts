import type { EngagementRole } from '~/domain/person/person';
import type { STORY_NAMES } from './names';
import { addEngagement, addMember } from './people';
import type { OrganisationRow, World } from './world';

type Story = keyof typeof STORY_NAMES;

/** Those of db/seed/README.md who are not principals of their house: these stand among the others. */
export function addStoryPeople(world: World): void {
  const inDistrict = (code: string) => world.rows.organisation.filter((row) => row.kind === 'institution' && row.districtCode === code);
  const [home, second, third] = inDistrict('110105');
  const [west] = inDistrict('110102');
  const kindergarten = inDistrict('110105').find((row) => row.operatorType === 'kindergarten_class');
  if (!home || !second || !third || !west || !kindergarten) throw new Error('the stories need their institutions');
  const at = (story: Story, institution: OrganisationRow, role: EngagementRole = 'caregiver', until: string | null = null) =>
    addMember(world, { story, institution, role, from: '2022-03-01', until });
  for (const story of ['trainee', 'firstInQueue', 'shortAttendance', 'claimed'] as const) at(story, home);
  for (const story of ['retest', 'repeat', 'revoked'] as const) at(story, second);
  for (const story of ['voided', 'neverCame', 'silentInstitution', 'noAssessment'] as const) at(story, third);
  at('overNewYear', west);
  at('kindergarten', kindergarten);
  const moved = at('movedJob', second, 'caregiver', '2025-03-01');
  addEngagement(world, moved, { institution: west, role: 'caregiver', from: '2025-03-01', until: null });
  const both = at('twoRoles', west, 'principal');
  addEngagement(world, both, { institution: west, role: 'caregiver', from: '2023-02-01', until: null, isFullTime: false });
  addMember(world, { story: 'student', role: null, institution: null, from: '2024-09-01', bornOn: '2006-05-12' });
}
