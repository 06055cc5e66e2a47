import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { verifyCode } from '~/domain/completion/certificate-queries.server';
import { normalisePublicCode } from '~/domain/shared/id';
import { formatDateTime, formatHours } from '~/i18n/format';
import { now } from '~/platform/clock.server';
import { LinkButton } from '~/ui/button';
import { DefinitionList } from '~/ui/definition-list';
import { Notice } from '~/ui/notice';
import { Page, Row, Section } from '~/ui/page';
import { PrintButton } from '~/ui/page-tools';
import { Badge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleLoader } from '~/web/action.server';
import { paths } from '~/web/paths';
import { addressOf, limitRate } from '~/web/rate-limit.server';

/** Look-ups from one address in ten minutes. */
const LOOK_UPS = 60;
const TEN_MINUTES = 600;

export const meta: MetaFunction = (args) => titleFrom(args, 'completion:verify.result');
export const headers: HeadersFunction = ({ loaderHeaders }) => ({ 'Cache-Control': loaderHeaders.get('Cache-Control') ?? 'no-store' });

export const loader = ({ params, context }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    await limitRate('verify', addressOf(context), LOOK_UPS, TEN_MINUTES);
    const code = normalisePublicCode(params.code ?? '');
    const answer = { code, checkedAt: now().toISOString(), found: await verifyCode(code) };
    return data(answer, { headers: { 'Cache-Control': 'no-store' } });
  });

const LOOK = { valid: ['good', 'validText'], revoked: ['bad', 'revokedText'], unknown: ['warn', 'unknownText'] } as const;
const TONE = { valid: 'good', revoked: 'bad', unknown: 'off' } as const;

export default function Verified() {
  const { code, checkedAt, found } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['completion', 'course']);
  const language = useLanguage();
  const [tone, words] = LOOK[found.outcome];
  const known = found.outcome === 'unknown' ? null : found;
  return (
    <Page
      title={t('verify.result')}
      status={<Badge tone={TONE[found.outcome]}>{t(`verify.${found.outcome}`)}</Badge>}
      breadcrumbs={[{ label: t('verify.title'), to: paths.verify() }, { label: t('verify.result') }]}
      width="narrow"
    >
      <Notice tone={tone} title={t(`verify.${found.outcome}`)}>
        {t(`verify.${words}`)}
      </Notice>
      {known?.isDemo && <Notice>{t('verify.demo')}</Notice>}
      <Section>
        <DefinitionList
          items={[
            [t('verify.code'), code],
            ...(known
              ? ([
                  [t('verify.kind'), t(known.kind === 'post_training' ? 'postTraining.certificate' : 'certificate')],
                  [t('number'), known.number],
                  [t('verify.name'), known.name],
                  [t(known.kind === 'post_training' ? 'postTraining.outline' : 'verify.course'), known.courseTitle],
                  [t('verify.category'), t(`course:category.${known.category}`)],
                  [t('verify.hours'), formatHours(known.theoryMinutes + known.practiceMinutes, language)],
                  [t('verify.theory'), formatHours(known.theoryMinutes, language)],
                  [t('verify.practice'), formatHours(known.practiceMinutes, language)],
                  [t('issuer'), known.providerName],
                  [t(known.kind === 'post_training' ? 'postTraining.metOn' : 'verify.completedOn'), known.completedOn],
                  [t('issuedOn'), known.issuedOn],
                  known.revokedAt ? ([t('verify.revokedOn'), formatDateTime(known.revokedAt)] as const) : null,
                ] as const)
              : []),
          ]}
        />
        <p>
          {known && t('verify.masked')} {t('verify.checkedAt', { at: formatDateTime(checkedAt) })}
        </p>
      </Section>
      <Row>
        <LinkButton to={paths.verify()} emphasis="second">
          {t('verify.again')}
        </LinkButton>
        <PrintButton />
      </Row>
    </Page>
  );
}
