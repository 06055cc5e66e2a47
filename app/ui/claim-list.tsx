import { useTranslation } from 'react-i18next';
import { formatDateTime } from '~/i18n/format';
import { SubmitButton } from './button';
import { ConfirmForm } from './confirm-form';
import { DefinitionList } from './definition-list';
import { Form } from './form';
import { Notice } from './notice';
import { Row, Section } from './page';
import { usePunctuation } from './use-punctuation';

interface Claim {
  id: string;
  createdAt: string;
  claimedName: string;
  phoneMasked: string | null;
  personName: string;
  idNumberMasked: string;
  personPhoneMasked: string | null;
  institutions: string[];
  hasAccount: boolean;
}

/** Registrations that name somebody entered before: side by side, each with its two answers. */
export const ClaimList = ({ claims }: { claims: readonly Claim[] }) => {
  const { t } = useTranslation('person');
  const marks = usePunctuation();
  return claims.map((claim) => (
    <Section key={claim.id} title={claim.claimedName}>
      {claim.claimedName !== claim.personName && <Notice tone="warn">{t('claims.differs')}</Notice>}
      {claim.hasAccount && <Notice tone="warn">{t('claims.hasAccount')}</Notice>}
      <DefinitionList
        items={[
          [t('claims.registered'), `${claim.claimedName} · ${claim.phoneMasked ?? ''}`],
          [t('claims.known'), [claim.personName, claim.idNumberMasked, claim.personPhoneMasked].filter(Boolean).join(' · ')],
          [t('claims.institutions'), claim.institutions.join(marks.list)],
          [t('claims.at'), formatDateTime(claim.createdAt)],
        ]}
      />
      <Row>
        <Form name={`confirm-${claim.id}`}>
          <input type="hidden" name="claimId" value={claim.id} />
          <SubmitButton intent="confirm">{t('claims.confirm')}</SubmitButton>
        </Form>
        <ConfirmForm
          name={`refuse-${claim.id}`}
          intent="refuse"
          values={{ claimId: claim.id }}
          label={t('claims.refuse')}
          explanation={t('claims.refuseText')}
          danger
        />
      </Row>
    </Section>
  ));
};
