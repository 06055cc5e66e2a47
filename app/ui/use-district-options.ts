import { DISTRICTS } from '~/domain/organisation/districts';
import { useDistrictName } from './use-district-name';

/** Every reporting unit as a choice, in the page's language. */
export const useDistrictOptions = (): { value: string; label: string }[] => {
  const name = useDistrictName();
  return DISTRICTS.map(({ code }) => ({ value: code, label: name(code) }));
};
