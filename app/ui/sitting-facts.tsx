import { useTranslation } from 'react-i18next';
import type { XLevel } from '~/domain/evaluation/evaluation';
import { formatDays } from '~/i18n/format';
import { DefinitionList } from './definition-list';
import { useDistrictName } from './organisation-fields';
import { usePunctuation } from './use-punctuation';
import { useLanguage } from './use-words';

interface ShownSitting {
  kind: string;
  issuer: string;
  level: XLevel;
  code: string;
  site: string;
  address: string;
  siteDistrict: string;
  registerFromOn: string;
  registerUntilOn: string;
  theoryOn: string;
  practicalOn: string;
  capacity: number;
  seatsTaken: number;
  theoryPass: number;
  practicalPass: number;
  appealUntilOn: string | null;
}

/** What everybody concerned needs to know of a sitting. */
export const SittingFacts = ({ sitting }: { sitting: ShownSitting }) => {
  const { t } = useTranslation('evaluation');
  const marks = usePunctuation();
  const language = useLanguage();
  const districtName = useDistrictName();
  return (
    <DefinitionList
      items={[
        [t('field.kind'), `${sitting.kind} · ${t(`level.${sitting.level}`)}`],
        [t('field.issuer'), sitting.issuer],
        [t('field.code'), sitting.code],
        [t('field.site'), sitting.site + marks.aside(`${districtName(sitting.siteDistrict)} ${sitting.address}`)],
        [t('field.register'), formatDays(sitting.registerFromOn, sitting.registerUntilOn, language)],
        [t('field.theoryOn'), sitting.theoryOn],
        [t('field.practicalOn'), sitting.practicalOn],
        [t('field.taken'), t('sittings.seats', { taken: sitting.seatsTaken, capacity: sitting.capacity })],
        [t('field.theoryPass'), sitting.theoryPass],
        [t('field.practicalPass'), sitting.practicalPass],
        sitting.appealUntilOn ? [t('field.appealUntil'), sitting.appealUntilOn] : null,
      ]}
    />
  );
};
