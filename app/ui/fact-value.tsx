import { useTranslation } from 'react-i18next';
import { findDistrict } from '~/domain/organisation/districts';
import type { FactField, FileFacts, ProposedFacts } from '~/domain/organisation/institution-facts';
import { formatNumber, NOTHING } from '~/i18n/format';
import { useLanguage } from './use-words';

type Facts = Partial<FileFacts & ProposedFacts>;
export interface NamedPerson {
  id: string;
  name: string;
}

/** What one field of an institution's file says, in words. */
export const useFactValue = (people: readonly NamedPerson[]) => {
  const { t } = useTranslation(['institution', 'organisation']);
  const language = useLanguage();
  const yes = (value: boolean) => t(value ? 'yes' : 'no');
  const number = (value: number | null | undefined) => (value == null ? NOTHING : formatNumber(value, language));
  return (field: FactField, facts: Facts): string => {
    switch (field) {
      case 'legalNature':
        return facts.legalNature ? t(`organisation:legalNature.${facts.legalNature}`) : NOTHING;
      case 'registrarType':
        return facts.registrarType ? t(`registrar.${facts.registrarType}`) : NOTHING;
      case 'operatorType':
        return facts.operatorType ? t(`organisation:operatorType.${facts.operatorType}`) : NOTHING;
      case 'premises':
        return facts.premises ? t(`premises.${facts.premises}`) : NOTHING;
      case 'isProfit':
        return facts.isProfit == null ? NOTHING : t(facts.isProfit ? 'profit' : 'nonprofit');
      case 'isInclusive':
      case 'isDemonstration':
      case 'providesMeals':
        return yes(facts[field] ?? false);
      case 'principalPersonId':
        return people.find(({ id }) => id === facts.principalPersonId)?.name ?? NOTHING;
      case 'districtCode': {
        const found = findDistrict(facts.districtCode ?? '');
        return found ? (language === 'en' ? found.en : found.zh) : NOTHING;
      }
      case 'serviceTypes':
        return facts.serviceTypes?.map((type) => t(`service.${type}`)).join(language === 'en' ? ', ' : '、') || NOTHING;
      case 'classes':
        return (
          facts.classes
            ?.map(({ careGroup, classes, places }) =>
              [t(`group.${careGroup}`), t('classCount', { count: classes }), t('placeCount', { count: places })].join(' '),
            )
            .join(language === 'en' ? '; ' : '；') || NOTHING
        );
      case 'siteNo':
      case 'buildingM2':
      case 'indoorM2':
      case 'outdoorM2':
        return number(facts[field]);
      default:
        return facts[field] || NOTHING;
    }
  };
};
