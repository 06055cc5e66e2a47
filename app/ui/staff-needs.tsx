import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { NeedGroup, NeedyPerson } from '~/domain/enrolment/staff-needs';
import { formatDays } from '~/i18n/format';
import { paths } from '~/web/paths';
import { SubmitButton } from './button';
import { CheckboxGroup } from './choice-fields';
import { Form, FormActions } from './form';
import { Section, Stack } from './page';
import { usePunctuation } from './use-punctuation';
import { useWhyNot } from './use-why-not';
import { useLanguage } from './use-words';

/** Who lacks what, and one button that sends them to the next class with free seats. */
export const StaffNeeds = ({ groups, pending }: { groups: readonly NeedGroup[]; pending: readonly string[] }) => {
  const { t } = useTranslation('roster');
  const marks = usePunctuation();
  return (
    <Section title={t('needs.title')} intro={t('needs.intro')}>
      {groups.length === 0 && <p>{t('needs.none')}</p>}
      {groups.map((group) => (
        <Need key={group.need} group={group} />
      ))}
      {pending.length > 0 && <p>{t('needs.pendingPeople', { count: pending.length, names: pending.join(marks.list) })}</p>}
    </Section>
  );
};

export const Need = ({ group: { need, people, next } }: { group: NeedGroup }) => {
  const { t } = useTranslation(['roster', 'rule']);
  const language = useLanguage();
  const free = people.filter((person) => person.fits);
  const rest = people.filter((person) => !person.fits);
  const whyNot = useWhyNot();
  const said = (person: NeedyPerson): string => {
    if (person.enrolledIn) return t('needs.enrolled', { course: person.enrolledIn });
    if (person.whyNot) return whyNot(person.whyNot.code, person.whyNot.params);
    if (person.endsOn) return t('needs.ends', { date: person.endsOn });
    return person.reason ? t(`rule:why.${person.reason}`) : '';
  };
  return (
    <Stack tight>
      <h3>
        {t(`needs.kind.${need}`)} <small>{t('needs.count', { count: people.length })}</small>
      </h3>
      {need === 'certificate' && <p>{t('needs.notYet')}</p>}
      {next && (
        <p>
          {t('needs.nextClass')}
          <Link to={paths.class(next.id)}>
            {t('needs.classLine', {
              course: next.courseTitle,
              code: next.code,
              dates: formatDays(next.startsOn, next.endsOn, language),
              free: next.free,
              until: next.enrolUntilOn,
            })}
          </Link>
        </p>
      )}
      {next && free.length > 0 && (
        <Form name={`nominate-${need}`}>
          <input type="hidden" name="classId" value={next.id} />
          <CheckboxGroup
            name="person[]"
            label={t('needs.people')}
            defaultValue={free.slice(0, next.free).map((person) => person.personId)}
            options={free.map((person) => ({ value: person.personId, label: person.name, description: said(person) }))}
          />
          <FormActions>
            <SubmitButton intent="nominate">{t('needs.nominate')}</SubmitButton>
          </FormActions>
        </Form>
      )}
      {!next && rest.some((person) => !person.enrolledIn) && <p>{t('needs.noClass')}</p>}
      {rest.length > 0 && (
        <ul>
          {rest.map((person) => (
            <li key={person.personId}>
              {person.name}
              {said(person) && <small> {said(person)}</small>}
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
};
