import { useTranslation } from 'react-i18next';
import type { EnrolmentStatus } from '~/domain/enrolment/enrolment';
import type { Fitting, NextClass } from '~/domain/enrolment/fitting';
import { paths } from '~/web/paths';
import { LinkButton } from './button';
import { EnrolForm, NotFitting } from './enrol-form';
import { Notice } from './notice';
import { Row, Section } from './page';
import { StatusBadge } from './status-badge';

export type EnrolState =
  | { kind: 'visitor' }
  | { kind: 'claim' }
  | { kind: 'other_role'; nominates: boolean }
  | { kind: 'enrolled'; id: string; status: EnrolmentStatus }
  | { kind: 'trainee'; fitting: Fitting; waits: boolean; next: NextClass | null };

/** What this reader can do about a class: enrol, with the answer before she asks, or what stands in the way. */
export const EnrolPanel = ({ classId, state }: { classId: string; state: EnrolState }) => {
  const { t } = useTranslation('enrolment');
  return (
    <Section title={t('form.title')} id="enrol">
      <Inside classId={classId} state={state} />
    </Section>
  );
};

const Inside = ({ classId, state }: { classId: string; state: EnrolState }) => {
  const { t } = useTranslation('enrolment');
  switch (state.kind) {
    case 'visitor':
      return (
        <>
          <p>{t('form.signInText')}</p>
          <Row>
            <LinkButton to={paths.signIn(paths.class(classId))}>{t('form.signIn')}</LinkButton>
            <LinkButton to={paths.register(paths.class(classId))} emphasis="second">
              {t('form.register')}
            </LinkButton>
          </Row>
        </>
      );
    case 'claim':
      return <Notice tone="warn">{t('form.claim')}</Notice>;
    case 'other_role':
      return state.nominates ? (
        <>
          <p>{t('form.asInstitution')}</p>
          <Row>
            <LinkButton to={paths.nominate({ class: classId })}>{t('form.nominate')}</LinkButton>
          </Row>
        </>
      ) : (
        <p>{t('form.asTrainee')}</p>
      );
    case 'enrolled':
      return (
        <>
          <p>
            {t('form.mine')} <StatusBadge kind="enrolment:status" status={state.status} />
          </p>
          <Row>
            <LinkButton to={paths.myEnrolment(state.id)}>{t('form.toMine')}</LinkButton>
          </Row>
        </>
      );
    case 'trainee':
      return state.fitting.ok ? <EnrolForm {...state} /> : <NotFitting {...state} />;
  }
};
