import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Minutes, PostTrainingCategory } from '~/domain/completion/post-training';
import { formatDays, formatHoursShort } from '~/i18n/format';
import { paths } from '~/web/paths';
import { LinkButton } from './button';
import { DefinitionList } from './definition-list';
import { Notice } from './notice';
import { Row, Section, Stack } from './page';
import { ProgressBar } from './progress-bar';
import { Badge } from './status-badge';
import { useLanguage } from './use-words';

interface Programme {
  category: PostTrainingCategory;
  outline: { titleZh: string; titleEn: string; isProposed: boolean };
  done: Minutes;
  required: Minutes;
  missing: Minutes;
  isMet: boolean;
  classes: FillingClass[];
  certificates: { number: string; publicCode: string; metOn: string; issuedOn: string; isRevoked: boolean }[];
}

interface FillingClass {
  id: string;
  courseTitle: string;
  providerName: string;
  startsOn: string;
  endsOn: string;
  fillsTheory: number;
  fillsPractice: number;
  fillsWhole: boolean;
}

/** How far a person is in one programme of post training, her certificate, and which class fills the gap. */
export const PostTraining = ({ programme, underway }: { programme: Programme; underway: readonly string[] }) => {
  const { t } = useTranslation(['completion', 'course']);
  const language = useLanguage();
  const { outline, done, required, missing, isMet, certificates } = programme;
  const hours = (minutes: number) => formatHoursShort(minutes, language);
  const standing = certificates.find((each) => !each.isRevoked);
  return (
    <Section
      title={
        <>
          {t('postTraining.title')} · {t(`course:category.${programme.category}`)}{' '}
          {isMet && <Badge tone="good">{t('postTraining.met')}</Badge>}
        </>
      }
      intro={`${t('postTraining.intro')}${outline.isProposed ? t('postTraining.proposed') : ''}`}
    >
      <p>{language === 'en' ? outline.titleEn : outline.titleZh}</p>
      <DefinitionList
        items={(['theory', 'practice'] as const).map((part) => [
          t(`postTraining.${part}`),
          <Stack key={part} tight>
            <span className="numeric">{t('postTraining.ofRequired', { done: hours(done[part]), required: hours(required[part]) })}</span>
            <ProgressBar done={done[part]} of={required[part]} label={t(`postTraining.${part}`)} />
          </Stack>,
        ])}
      />
      {standing && (
        <Row>
          <LinkButton to={paths.postTraining(standing.number)}>{t('postTraining.print')}</LinkButton>
          <Link to={paths.verifyCode(standing.publicCode)}>{t('postTraining.check')}</Link>
          <span className="numeric">{standing.number}</span>
        </Row>
      )}
      {isMet && !standing && <Notice>{t('postTraining.soon')}</Notice>}
      {certificates
        .filter((each) => each.isRevoked)
        .map((each) => (
          <Notice key={each.number} tone="bad" title={each.number}>
            {t('postTraining.revoked')}
          </Notice>
        ))}
      {!isMet && (
        <>
          <p>{t('postTraining.missing', { theory: hours(missing.theory), practice: hours(missing.practice) })}</p>
          {underway.map((title) => (
            <p key={title}>{t('postTraining.underway', { title })}</p>
          ))}
          <FillingClasses classes={programme.classes} />
        </>
      )}
    </Section>
  );
};

const FillingClasses = ({ classes }: { classes: readonly FillingClass[] }) => {
  const { t } = useTranslation('completion');
  const language = useLanguage();
  if (classes.length === 0) return <p>{t('postTraining.noClass')}</p>;
  const parts = (each: FillingClass) => ({
    theory: formatHoursShort(each.fillsTheory, language),
    practice: formatHoursShort(each.fillsPractice, language),
  });
  return (
    <>
      <p>{t('postTraining.fills')}</p>
      <ul>
        {classes.map((each) => (
          <li key={each.id}>
            <Link to={paths.class(each.id)}>{each.courseTitle}</Link> · {each.providerName} ·{' '}
            {formatDays(each.startsOn, each.endsOn, language)}{' '}
            {each.fillsWhole ? (
              <Badge tone="good">{t('postTraining.fillsWhole')}</Badge>
            ) : (
              <small>{t('postTraining.fillsPart', parts(each))}</small>
            )}
          </li>
        ))}
      </ul>
    </>
  );
};
