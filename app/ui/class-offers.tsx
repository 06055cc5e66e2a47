import { useTranslation } from 'react-i18next';
import type { Delivery } from '~/domain/course/course';
import { formatDays } from '~/i18n/format';
import { paths } from '~/web/paths';
import { LinkButton } from './button';
import classes from './course.module.css';
import { useLanguage } from './use-words';

export interface ClassOffer {
  id: string;
  code: string;
  term: string;
  delivery: Delivery;
  place: string;
  capacity: number;
  /** Seats that a newcomer may take now. */
  free: number;
  waiting: number;
  isOpen: boolean;
  enrolFromOn: string;
  enrolUntilOn: string;
  startsOn: string;
  endsOn: string;
}

/** Classes of a course that one may join, each with its dates, place, seats and the next step. */
export const ClassOffers = ({ offers }: { offers: readonly ClassOffer[] }) => {
  const { t } = useTranslation('course');
  return (
    <ul className={classes.classes}>
      {offers.map((offer) => (
        <li key={offer.id} className={classes.class}>
          <div>
            <h3>{offer.term || t('page.classTitle', { code: offer.code })}</h3>
            <OfferFacts offer={offer} />
          </div>
          <LinkButton to={paths.class(offer.id)} emphasis={offer.isOpen && offer.free > 0 ? 'main' : 'second'}>
            {offer.isOpen ? (offer.free > 0 ? t('page.enrol') : t('page.joinQueue')) : t('page.look')}
          </LinkButton>
        </li>
      ))}
    </ul>
  );
};

const OfferFacts = ({ offer }: { offer: ClassOffer }) => {
  const { t } = useTranslation('course');
  const language = useLanguage();
  const seats =
    offer.free > 0
      ? t('page.seatsOf', { free: offer.free, capacity: offer.capacity })
      : offer.waiting > 0
        ? t('page.queue', { count: offer.waiting })
        : t('page.queueEmpty');
  const facts = [
    [t('page.dates'), formatDays(offer.startsOn, offer.endsOn, language)],
    [t('page.place'), offer.delivery === 'online' ? t('page.online') : offer.place],
    [t('page.window'), formatDays(offer.enrolFromOn, offer.enrolUntilOn, language)],
    [t('page.seats'), seats],
  ] as const;
  return (
    <dl>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};
