import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FINDING_WEIGHTS } from '~/domain/health-care/visit';
import type { FoundOnVisit } from '~/domain/health-care/visit-record';
import { addDays } from '~/domain/shared/period';
import classes from './field.module.css';
import { FieldPhotos } from './field-photos';
import type { FieldVisit } from './field-visit';
import { newFieldId } from './new-id';
import type { FieldVisits } from './use-field-visits';

/** Days to mend something, to begin with; the visitor changes it as the thing deserves. */
const USUAL_DAYS = 14;

/** What has to be mended, of one line of the checklist or of none. */
export const FieldFindings = ({ visit, itemCode, field }: { visit: FieldVisit; itemCode: string | null; field: FieldVisits }) => {
  const { t } = useTranslation(['fieldwork', 'visit']);
  const own = visit.findings.filter((finding) => finding.itemCode === itemCode);
  const add = () => {
    const note = itemCode === null ? '' : (visit.marks[itemCode]?.note ?? '');
    const fresh = { id: newFieldId(), itemCode, weight: 'minor' as const, statement: note, mendByOn: addDays(visit.visitedOn, USUAL_DAYS) };
    field.keep({ ...visit, findings: [...visit.findings, fresh] });
  };
  return (
    <div className={classes.findings}>
      {own.map((finding) => (
        <Finding key={finding.id} finding={finding} visit={visit} field={field} />
      ))}
      <Button variant="default" onClick={add} aria-label={itemCode === null ? undefined : `${t('form.addFinding')} ${itemCode}`}>
        {t('form.addFinding')}
      </Button>
    </div>
  );
};

const Finding = ({ finding, visit, field }: { finding: FoundOnVisit; visit: FieldVisit; field: FieldVisits }) => {
  const { t } = useTranslation(['fieldwork', 'visit']);
  const change = (part: Partial<FoundOnVisit>) =>
    field.keep({ ...visit, findings: visit.findings.map((one) => (one.id === finding.id ? { ...one, ...part } : one)) });
  const remove = () =>
    field.keep({
      ...visit,
      findings: visit.findings.filter(({ id }) => id !== finding.id),
      photos: visit.photos.map((photo) => (photo.findingId === finding.id ? { ...photo, findingId: null } : photo)),
    });
  return (
    <fieldset className={classes.finding}>
      <legend>{t('form.finding')}</legend>
      <Textarea
        size="md"
        autosize
        minRows={2}
        label={t('form.statement')}
        maxLength={1_000}
        value={finding.statement}
        onChange={(event) => change({ statement: event.currentTarget.value })}
      />
      <div className={classes.fields}>
        <TextInput
          type="date"
          size="md"
          label={t('form.mendByOn')}
          value={finding.mendByOn}
          min={visit.visitedOn}
          onChange={(event) => change({ mendByOn: event.currentTarget.value })}
        />
        <NativeSelect
          size="md"
          label={t('form.weight')}
          value={finding.weight}
          data={FINDING_WEIGHTS.map((weight) => ({ value: weight, label: t(`visit:weight.${weight}`) }))}
          onChange={(event) => change({ weight: event.currentTarget.value === 'serious' ? 'serious' : 'minor' })}
        />
      </div>
      <FieldPhotos visit={visit} findingId={finding.id} label={t('form.photosOf')} field={field} />
      <Button variant="subtle" color="#b3261e" onClick={remove}>
        {t('form.removeFinding')}
      </Button>
    </fieldset>
  );
};
