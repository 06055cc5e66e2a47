import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listMine } from '~/domain/certificate/held-queries.server';
import { beijingDate } from '~/domain/shared/period';
import { formatDate } from '~/i18n/format';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { CertificateVerdictLine } from '~/ui/certificate-facts';
import { CertificateNextStep } from '~/ui/certificate-next-step';
import classes from '~/ui/certificates.module.css';
import { EmptyState } from '~/ui/empty-state';
import { ListExport } from '~/ui/list-export';
import { Page } from '~/ui/page';
import { StatusBadge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { useWords } from '~/ui/use-words';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'certificate:mine.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'trainee');
    return { certificates: await listMine(actor, now()), today: beijingDate(now()) };
  });

export default function MyCertificates() {
  const { certificates, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation('certificate');
  const words = useWords();
  const add = <LinkButton to={paths.newMyCertificate()}>{t('mine.add')}</LinkButton>;
  return (
    <Page
      title={t('mine.title')}
      lead={t('mine.lead')}
      width="narrow"
      actions={
        <>
          {add}
          {certificates.length > 0 && <ListExport list="my-certificates" />}
        </>
      }
    >
      <CertificateNextStep certificates={certificates} today={today} />
      {certificates.length === 0 ? (
        <EmptyState title={t('mine.empty')} action={add}>
          {t('mine.emptyText')}
        </EmptyState>
      ) : (
        <ul className={classes.cards}>
          {certificates.map((held) => (
            <li key={held.id} className={classes.card}>
              <h2>
                <Link to={paths.myCertificate(held.id)}>{held.name}</Link> <StatusBadge kind="certificate:status" status={held.status} />
              </h2>
              <p>
                {[t(`family.${held.family}`), held.level && words(`certificate:level.${held.level}`), held.issuer]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <p className={classes.number}>{held.number}</p>
              <p>
                {t('field.issuedOn')} {formatDate(held.issuedOn)}
                {held.validUntil && ` · ${t('field.validUntil')} ${formatDate(held.validUntil)}`}
              </p>
              {held.submitter && <p>{`${t(`source.${held.source}`)} · ${held.submitter}`}</p>}
              <CertificateVerdictLine verdict={held.verdict} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
