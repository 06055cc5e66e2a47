import type { MetaFunction } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { WordKey } from '~/i18n/words';
import { Grid, Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { useWords } from '~/ui/use-words';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'common:siteMap.title');

const PARTS: readonly { title: WordKey; links: readonly (readonly [to: string, label: WordKey])[] }[] = [
  {
    title: 'common:siteMap.public',
    links: [
      [paths.home(), 'common:nav.home'],
      [paths.courses(), 'common:nav.courses'],
      [paths.institutions(), 'common:nav.publicInstitutions'],
      [paths.verify(), 'common:nav.verify'],
      [paths.counting(), 'common:nav.counting'],
    ],
  },
  {
    title: 'common:siteMap.people',
    links: [
      [paths.signIn(), 'common:account.signIn'],
      [paths.register(), 'common:account.register'],
      [paths.apply(), 'common:siteMap.apply'],
    ],
  },
  {
    title: 'common:siteMap.about',
    links: [
      [paths.preferences(), 'common:preferences.title'],
      [paths.privacy(), 'common:privacy.title'],
      [paths.accessibility(), 'common:accessibility.title'],
    ],
  },
];

const DATA: readonly (readonly [to: string, label: WordKey])[] = [
  [paths.apiTargets(), 'common:siteMap.targetsApi'],
  [paths.apiDescription(), 'common:siteMap.openApi'],
];

export default function SiteMap() {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <Page title={t('siteMap.title')} lead={t('siteMap.lead')}>
      <Grid>
        {PARTS.map(({ title, links }) => (
          <Section key={title} title={words(title)}>
            <ul>
              {links.map(([to, label]) => (
                <li key={to}>
                  <Link to={to}>{words(label)}</Link>
                </li>
              ))}
            </ul>
          </Section>
        ))}
        <Section title={t('siteMap.data')}>
          <ul>
            {DATA.map(([to, label]) => (
              <li key={to}>
                <a href={to}>{words(label)}</a>
              </li>
            ))}
          </ul>
        </Section>
      </Grid>
    </Page>
  );
}
