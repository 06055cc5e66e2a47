import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../page';
import { Badge } from '../status-badge';
import { AskTwice } from './ask-twice';
import classes from './field.module.css';
import type { FieldState, FieldVisit } from './field-visit';
import type { FieldVisits } from './use-field-visits';

const TONES = { draft: 'wait', waiting: 'wait', sending: 'on', refused: 'bad', sent: 'good' } as const satisfies Record<FieldState, string>;

interface Props {
  field: FieldVisits;
  onEdit: (visit: FieldVisit) => void;
}

/** What is on this phone and not yet on the platform: being written, waiting, or refused with the reason and what to do. */
export const FieldQueue = ({ field, onEdit }: Props) => {
  const { t } = useTranslation('fieldwork');
  const { visits, sending, online, send } = field;
  const drafts = visits?.filter(({ state }) => state === 'draft') ?? [];
  const queue = visits?.filter(({ state }) => state === 'waiting' || state === 'sending' || state === 'refused') ?? [];
  const waits = queue.some(({ state }) => state !== 'refused');
  return (
    <>
      {queue.length > 0 && (
        <Section title={t('queue.title')}>
          <ul className={classes.cards}>
            {queue.map((visit) => (
              <Waiting key={visit.id} visit={visit} field={field} onEdit={onEdit} />
            ))}
          </ul>
          {waits && (
            <Button fullWidth size="md" disabled={!online || sending} onClick={() => void send()}>
              {sending ? t('queue.sending') : t('queue.sendNow')}
            </Button>
          )}
        </Section>
      )}
      {drafts.length > 0 && (
        <Section title={t('drafts')}>
          <ul className={classes.cards}>
            {drafts.map((visit) => (
              <li key={visit.id} className={classes.card}>
                <VisitLine visit={visit} />
                <Button fullWidth size="md" onClick={() => onEdit(visit)}>
                  {t('goOn')}
                </Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
};

const VisitLine = ({ visit }: { visit: FieldVisit }) => {
  const { t } = useTranslation('fieldwork');
  const photos = visit.photos.filter(({ sent }) => !sent).length;
  return (
    <div>
      <h3>{visit.institutionName}</h3>
      <p className={classes.facts}>
        <span className="numeric">{visit.visitedOn}</span>
        <Badge tone={TONES[visit.state]}>{t(`state.${visit.state}`)}</Badge>
        {visit.state !== 'draft' && photos > 0 && <span>{t('queue.photos', { count: photos })}</span>}
      </p>
      {visit.refusal && <p className={classes.refusal}>{visit.refusal.sentence}</p>}
    </div>
  );
};

const Waiting = ({ visit, field, onEdit }: { visit: FieldVisit; field: FieldVisits; onEdit: (visit: FieldVisit) => void }) => {
  const { t } = useTranslation('fieldwork');
  const { happen, separate, remove, finishWithout } = field;
  const isRefused = visit.state === 'refused';
  const edit = () => {
    happen(visit, { type: 'reopened' });
    onEdit(visit);
  };
  return (
    <li className={classes.card}>
      <VisitLine visit={visit} />
      <div className={classes.acts}>
        {visit.refusal?.separable && <Button onClick={() => void separate(visit)}>{t('queue.separate')}</Button>}
        {isRefused && visit.acknowledged && <Button onClick={() => finishWithout(visit)}>{t('queue.dropPhotos')}</Button>}
        {isRefused && (
          <Button variant="default" onClick={() => happen(visit, { type: 'again' })}>
            {t('queue.again')}
          </Button>
        )}
        {!visit.acknowledged && visit.state !== 'sending' && (
          <Button variant="default" onClick={edit}>
            {t('queue.edit')}
          </Button>
        )}
        {isRefused && <AskTwice label={t('queue.remove')} onYes={() => void remove(visit)} />}
      </div>
    </li>
  );
};
