import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { getPostTraining } from '~/domain/completion/post-training-queries.server';
import { formatHoursShort } from '~/i18n/format';
import { qrImage } from '~/platform/qr.server';
import classes from '~/ui/certificate.module.css';
import { DataTable } from '~/ui/data-table';
import { Notice } from '~/ui/notice';
import { Page, Row, Section } from '~/ui/page';
import { PrintButton } from '~/ui/page-tools';
import { PaperLanguage } from '~/ui/paper-language';
import { PostTrainingPaper } from '~/ui/post-training-paper';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { originOf } from '~/web/origin.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'completion:postTraining.paperTitle');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const { number, publicCode, issuedOn, content, revokedAt, isDemo } = await getPostTraining(
      await requireActor(request, 'trainee', 'district_officer', 'city_officer'),
      params.number ?? '',
    );
    const verifyUrl = originOf(request) + paths.verifyCode(publicCode);
    return { number, publicCode, issuedOn, content, isRevoked: revokedAt !== null, isDemo, verifyUrl, qr: await qrImage(verifyUrl) };
  });

export default function PostTrainingCertificate() {
  const certificate = useLoaderData<typeof loader>();
  const { t } = useTranslation('completion');
  const language = useLanguage();
  return (
    <>
      <div data-print="no">
        <Page
          title={t('postTraining.paperTitle')}
          lead={t('postTraining.lead')}
          actions={
            <Row>
              <PaperLanguage />
              <PrintButton>{t('paper.print')}</PrintButton>
            </Row>
          }
        >
          {certificate.isRevoked && <Notice tone="bad">{t('postTraining.revoked')}</Notice>}
          <Section title={t('postTraining.basis')}>
            <DataTable<(typeof certificate.content.completions)[number]>
              caption={t('postTraining.basis')}
              captionHidden
              rows={certificate.content.completions}
              rowKey={(row) => row.number}
              columns={[
                { key: 'course', header: t('postTraining.basisCourse'), rowHeader: true, cell: (row) => row.courseTitle },
                {
                  key: 'number',
                  header: t('postTraining.basisNumber'),
                  cell: (row) => <Link to={paths.certificate(row.number)}>{row.number}</Link>,
                },
                { key: 'on', header: t('verify.completedOn'), nowrap: true, cell: (row) => row.completedOn },
                {
                  key: 'theory',
                  header: t('postTraining.theory'),
                  numeric: true,
                  cell: (row) => formatHoursShort(row.theoryMinutes, language),
                },
                {
                  key: 'practice',
                  header: t('postTraining.practice'),
                  numeric: true,
                  cell: (row) => formatHoursShort(row.practiceMinutes, language),
                },
              ]}
            />
          </Section>
        </Page>
      </div>
      <div className={classes.stand}>
        <PostTrainingPaper {...certificate} />
      </div>
    </>
  );
}
