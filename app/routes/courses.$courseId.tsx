import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { getPublicCourse, listClassesToJoin } from '~/domain/course/public-course.server';
import { beijingDate } from '~/domain/shared/period';
import { formatDate, formatHours, formatHoursShort } from '~/i18n/format';
import { now } from '~/platform/clock.server';
import { AttachmentList } from '~/ui/attachment-list';
import { type ClassOffer, ClassOffers } from '~/ui/class-offers';
import classes from '~/ui/course.module.css';
import { DefinitionList } from '~/ui/definition-list';
import { NextStep } from '~/ui/next-step';
import { Page, Section } from '~/ui/page';
import { PassRuleList } from '~/ui/pass-rule';
import { SyllabusTable } from '~/ui/syllabus-table';
import { titleOf } from '~/ui/title';
import { useDistrictName } from '~/ui/use-district-name';
import { useLanguage } from '~/ui/use-words';
import { handleLoader } from '~/web/action.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction<typeof loader> = (args) => titleOf(args, args.data?.course.title ?? '');

const offerOf = (row: Awaited<ReturnType<typeof listClassesToJoin>>[number], today: string): ClassOffer => {
  const { seatsTaken, waitingCount, ...shown } = row;
  const free = waitingCount === 0 ? row.capacity - seatsTaken : 0;
  return { ...shown, free, waiting: waitingCount, isOpen: row.enrolFromOn <= today };
};

export const loader = ({ params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const at = now();
    const found = await getPublicCourse(params.courseId ?? '');
    const { outlines, contact, attachments, ...syllabus } = found.syllabus;
    const offers = await listClassesToJoin(found.id, at);
    return {
      course: { id: found.id, ...syllabus },
      version: found.version,
      approvedAt: found.approvedAt.toISOString(),
      contact: contact ?? null,
      files: (attachments ?? []).map(({ id, fileName, sizeBytes }) => ({ id, fileName, sizeBytes })),
      outlines,
      provider: { name: found.provider.name, district: found.provider.districtCode, address: found.provider.address },
      offers: offers.map((row) => offerOf(row, beijingDate(at))),
    };
  });

export default function Course() {
  const { course, offers, files } = useLoaderData<typeof loader>();
  const { t } = useTranslation('course');
  const language = useLanguage();
  const theory = course.modules.reduce((sum, module) => sum + module.theoryMinutes, 0);
  const practice = course.modules.reduce((sum, module) => sum + module.practiceMinutes, 0);
  const hours = {
    total: formatHours(theory + practice, language),
    theory: formatHoursShort(theory, language),
    practice: formatHoursShort(practice, language),
  };
  return (
    <Page
      title={course.title}
      lead={`${course.categories.map((category) => t(`category.${category}`)).join(' / ')} · ${t(`delivery.${course.delivery}`)} · ${hours.total}`}
      breadcrumbs={[{ label: t('catalogue.title'), to: paths.courses() }, { label: course.title }]}
    >
      <NextForTrainee offers={offers} />
      {offers.length > 0 && (
        <Section title={t('page.classes')} id="classes">
          <ClassOffers offers={offers} />
        </Section>
      )}
      <Section title={t('page.about')}>
        <About />
      </Section>
      <Section title={t('page.syllabus')} intro={t('page.syllabusIntro', hours)}>
        <SyllabusTable modules={course.modules} />
        <OutlineNotes />
      </Section>
      <Section title={t('field.passRule')} intro={t('page.passIntro')}>
        <PassRuleList rule={course.passRule} />
      </Section>
      {files.length > 0 && (
        <Section title={t('attachment.title')}>
          <AttachmentList courseId={course.id} files={files} />
        </Section>
      )}
    </Page>
  );
}

const NextForTrainee = ({ offers }: { offers: readonly ClassOffer[] }) => {
  const { t } = useTranslation('course');
  const open = offers.filter((offer) => offer.isOpen);
  const free = open.filter((offer) => offer.free > 0);
  if (free.length > 0)
    return (
      <NextStep to="#classes" action={t('page.choose')}>
        {t('page.nextOpen', { n: free.length })}
      </NextStep>
    );
  if (open.length > 0)
    return (
      <NextStep to="#classes" action={t('page.choose')}>
        {t('page.nextFull')}
      </NextStep>
    );
  const [later] = offers;
  return <NextStep>{later ? t('page.nextLater', { date: later.enrolFromOn }) : t('page.nextNone')}</NextStep>;
};

const About = () => {
  const { course, provider, contact, version, approvedAt } = useLoaderData<typeof loader>();
  const { t } = useTranslation('course');
  const district = useDistrictName();
  return (
    <>
      {course.summary && <p className={classes.prose}>{course.summary}</p>}
      <DefinitionList
        items={[
          [t('field.audience'), course.audience],
          [t('field.provider'), provider.name],
          [t('field.district'), provider.district === null ? t('cityLevel') : district(provider.district)],
          provider.address ? [t('field.address'), provider.address] : null,
          contact ? [t('field.contact'), `${contact.name} ${contact.phone}`] : null,
          [t('field.syllabusVersion'), t('page.approved', { version, date: formatDate(approvedAt) })],
        ]}
      />
    </>
  );
};

const OutlineNotes = () => {
  const { outlines } = useLoaderData<typeof loader>();
  const { t } = useTranslation('course');
  const language = useLanguage();
  return outlines.map(({ outlineId, version, isProposed = true, meetsOutline, titleZh = '', titleEn = '' }) => (
    <p key={outlineId} className={classes.note}>
      {meetsOutline ? t(isProposed ? 'page.meetsOutline' : 'page.meetsOfficial') : t('page.belowOutline')}
      {language === 'en' ? '. ' : '。'}
      {isProposed && t('page.outlineNote', { title: language === 'en' ? titleEn : titleZh, version })}
    </p>
  ));
};
