import { useTranslation } from 'react-i18next';
import type { ScoreKind } from '~/domain/completion/completion';
import { DateField, TextField } from './fields';
import classes from './teaching.module.css';

interface SittingsProps {
  kinds: readonly ScoreKind[];
  /** Suggested day. */
  assessedOn: string;
  min: string;
  max: string;
}

/** When each part was examined, and by whom. */
export const ScoreSittings = ({ kinds, assessedOn, min, max }: SittingsProps) => {
  const { t } = useTranslation('completion');
  return (
    <div className={classes.sittings}>
      {kinds.flatMap((kind) => [
        <DateField
          key={`date.${kind}`}
          name={`date.${kind}`}
          label={t('scores.date', { kind: t(`score.${kind}`) })}
          defaultValue={assessedOn}
          {...{ min, max }}
        />,
        <TextField
          key={`assessor.${kind}`}
          name={`assessor.${kind}`}
          label={t('scores.assessor', { kind: t(`score.${kind}`) })}
          optional
          maxLength={50}
        />,
      ])}
    </div>
  );
};
