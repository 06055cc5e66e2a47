import { useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { paths } from '~/web/paths';
import { SubmitButton } from './button';
import { Form } from './form';
import { useLanguage } from './use-words';

/** A paper prints in the language of its page: this changes it. */
export const PaperLanguage = () => {
  const { t } = useTranslation(['completion', 'common']);
  const other = useLanguage() === 'en' ? 'zh-CN' : 'en';
  const { pathname, search } = useLocation();
  return (
    <Form action={paths.preferences()} reloadDocument>
      <input type="hidden" name="back" value={pathname + search} />
      <SubmitButton name="language" value={other} emphasis="second">
        {t('paper.otherLanguage')}
      </SubmitButton>
    </Form>
  );
};
