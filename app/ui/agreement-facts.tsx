import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { AgreementPhase, AgreementScope } from '~/domain/talent/cooperation';
import { formatBytes, formatDate, formatDateTime } from '~/i18n/format';
import { paths } from '~/web/paths';
import { DefinitionList } from './definition-list';
import { StatusBadge } from './status-badge';
import { useDistrictName } from './use-district-name';
import { usePunctuation } from './use-punctuation';

interface AgreementDetails {
  id: string;
  number: string;
  college: string;
  institutionId: string;
  institution: string;
  districtCode: string | null;
  scopes: AgreementScope[];
  signedOn: string;
  fromOn: string;
  untilOn: string;
  phase: AgreementPhase;
  remark: string;
  fileName: string | null;
  fileBytes: number | null;
  proposedAt: string;
  decidedAt: string | null;
  reason: string | null;
  endedOn: string | null;
  renewsId: string | null;
  renewedById: string | null;
}

/** An agreement as both parties and the commission see it; `to` leads to another one on the same side. */
export const AgreementFacts = ({ agreement, to }: { agreement: AgreementDetails; to: (agreementId: string) => string }) => {
  const { t } = useTranslation('programme');
  const marks = usePunctuation();
  const districtName = useDistrictName();
  const { renewsId, renewedById, fileName } = agreement;
  return (
    <DefinitionList
      items={[
        [t('agreements.number'), agreement.number],
        [t('agreements.college'), agreement.college],
        [t('agreements.institution'), `${agreement.institution} · ${districtName(agreement.districtCode)}`],
        [t('agreements.scopes'), agreement.scopes.map((scope) => t(`scope.${scope}`)).join(marks.list)],
        [t('agreements.signedOn'), formatDate(agreement.signedOn)],
        [t('agreements.days'), `${formatDate(agreement.fromOn)} – ${formatDate(agreement.untilOn)}`],
        [t('agreements.phase'), <StatusBadge key="phase" kind="programme:phase" status={agreement.phase} />],
        agreement.endedOn ? [t('agreements.endedOn'), formatDate(agreement.endedOn)] : null,
        agreement.reason ? [t('agreements.reason'), agreement.reason] : null,
        [
          t('agreements.file'),
          fileName ? (
            <a key="file" href={paths.agreementFile(agreement.id)} target="_blank" rel="noreferrer">
              {t('agreements.openFile')}
              {marks.aside([fileName, formatBytes(agreement.fileBytes ?? 0)].join(marks.list))}
            </a>
          ) : (
            t('agreements.noFile')
          ),
        ],
        renewsId
          ? [
              t('agreements.renews'),
              <Link key="renews" to={to(renewsId)}>
                {t('agreements.seeAgreement')}
              </Link>,
            ]
          : null,
        renewedById
          ? [
              t('agreements.renewedBy'),
              <Link key="by" to={to(renewedById)}>
                {t('agreements.seeAgreement')}
              </Link>,
            ]
          : null,
        agreement.remark ? [t('agreements.remark'), agreement.remark] : null,
        [t('agreements.proposedAt'), formatDateTime(agreement.proposedAt)],
        agreement.decidedAt ? [t('agreements.decidedAt'), formatDateTime(agreement.decidedAt)] : null,
      ]}
    />
  );
};
