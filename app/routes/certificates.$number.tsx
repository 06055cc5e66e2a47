import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { getCertificate } from '~/domain/completion/certificate-queries.server';
import { certificateSearch } from '~/domain/completion/inputs';
import { qrImage } from '~/platform/qr.server';
import classes from '~/ui/certificate.module.css';
import { CertificatePaper } from '~/ui/certificate-paper';
import { Notice } from '~/ui/notice';
import { Page, Row } from '~/ui/page';
import { PrintButton } from '~/ui/page-tools';
import { PaperLanguage } from '~/ui/paper-language';
import { Tabs } from '~/ui/tabs';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { originOf } from '~/web/origin.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'completion:paper.title');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request);
    const { certificate, status, isDemo } = await getCertificate(actor, params.number ?? '');
    const { number, publicCode, issuedOn, content } = certificate;
    const verifyUrl = originOf(request) + paths.verifyCode(publicCode);
    const { layout } = parseSearch(request, certificateSearch);
    return { number, publicCode, issuedOn, content, status, isDemo, verifyUrl, qr: await qrImage(verifyUrl), layout };
  });

export default function Certificate() {
  const certificate = useLoaderData<typeof loader>();
  const { t } = useTranslation('completion');
  const { number, status, layout } = certificate;
  const tab = (value: 'landscape' | 'portrait') => ({
    to: paths.certificate(number, { layout: value }),
    label: t(`paper.${value}`),
    current: layout === value,
  });
  return (
    <>
      <div data-print="no">
        <Page
          title={t('paper.title')}
          lead={t('paper.lead')}
          actions={
            <Row>
              <PaperLanguage />
              <PrintButton>{t('paper.print')}</PrintButton>
            </Row>
          }
        >
          {status !== 'valid' && <Notice tone="bad">{t(`paper.${status}`)}</Notice>}
          <Tabs label={t('paper.layout')} tabs={[tab('landscape'), tab('portrait')]} />
        </Page>
      </div>
      <div className={classes.stand}>
        <CertificatePaper {...certificate} />
      </div>
    </>
  );
}
