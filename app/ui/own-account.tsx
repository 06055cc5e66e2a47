import { useTranslation } from 'react-i18next';
import type { Role } from '~/domain/shared/actor';
import { formatDate, formatDateTime } from '~/i18n/format';
import { paths } from '~/web/paths';
import { LinkButton } from './button';
import { ConfirmForm } from './confirm-form';
import { DataTable } from './data-table';
import { DefinitionList } from './definition-list';
import { PasswordField } from './fields';
import { Row, Section } from './page';
import { Badge } from './status-badge';

interface Own {
  displayName: string;
  username: string | null;
  phoneMasked: string | null;
  passwordChangedAt: string;
  secondFactorSince: string | null;
  privacyVersion: string | null;
  privacyAcceptedAt: string | null;
  recoveryCodesLeft: number;
}

export const LoginFacts = ({ own }: { own: Own }) => {
  const { t } = useTranslation('account');
  return (
    <Section title={t('own.facts')}>
      <DefinitionList
        items={[
          [t('field.displayName'), own.displayName],
          own.phoneMasked ? [t('field.phone'), own.phoneMasked] : null,
          own.username ? [t('field.username'), own.username] : null,
          [t('own.passwordChanged'), formatDateTime(own.passwordChangedAt)],
          own.privacyVersion && own.privacyAcceptedAt
            ? [t('own.privacy'), t('own.privacyAt', { version: own.privacyVersion, at: formatDateTime(own.privacyAcceptedAt) })]
            : null,
        ]}
      />
      <Row>
        <LinkButton to={paths.changePassword()} emphasis="second">
          {t('own.changePassword')}
        </LinkButton>
      </Row>
    </Section>
  );
};

export const SecondFactorSection = ({ own, required }: { own: Own; required: boolean }) => {
  const { t } = useTranslation('account');
  if (!own.secondFactorSince) {
    return (
      <Section title={t('field.totpCode')} intro={t('setup.leadOptional')}>
        <Row>
          <LinkButton to={paths.secondFactorSetup(paths.account())} emphasis={required ? 'main' : 'second'}>
            {t('own.setUp')}
          </LinkButton>
        </Row>
      </Section>
    );
  }
  return (
    <Section title={t('field.totpCode')}>
      <p>
        {t('own.secondFactorOn', { date: formatDate(own.secondFactorSince) })} · {t('own.codesLeft', { n: own.recoveryCodesLeft })}
      </p>
      <ConfirmForm name="remove" intent="remove" label={t('own.remove')} explanation={t('own.removeText')} reason={false} danger>
        <PasswordField name="currentPassword" label={t('field.currentPassword')} autoComplete="current-password" />
      </ConfirmForm>
    </Section>
  );
};

interface OpenSession {
  key: string;
  current: boolean;
  createdAt: string;
  lastSeenAt: string;
  role: Role | null;
  organisationName: string | null;
}

export const SessionsSection = ({ sessions }: { sessions: readonly OpenSession[] }) => {
  const { t } = useTranslation(['account', 'common']);
  return (
    <Section title={t('own.sessions')} intro={t('own.sessionsIntro')}>
      <DataTable<OpenSession>
        caption={t('own.sessions')}
        captionHidden
        dense
        rows={sessions}
        rowKey={(row) => row.key}
        columns={[
          {
            key: 'start',
            header: t('own.startedAt'),
            nowrap: true,
            rowHeader: true,
            cell: (row) => (
              <>
                {formatDateTime(row.createdAt)} {row.current && <Badge tone="on">{t('own.current')}</Badge>}
              </>
            ),
          },
          { key: 'seen', header: t('own.lastSeen'), nowrap: true, cell: (row) => formatDateTime(row.lastSeenAt) },
          {
            key: 'role',
            header: t('own.as'),
            cell: (row) => [t(`common:role.${row.role ?? 'trainee'}`), row.organisationName].filter(Boolean).join(' · '),
          },
        ]}
      />
      <ConfirmForm name="everywhere" intent="everywhere" label={t('own.everywhere')} reason={false} danger />
    </Section>
  );
};
