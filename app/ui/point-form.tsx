import { useTranslation } from 'react-i18next';
import { POINT_STATUSES, type PointStatus } from '~/domain/talent/programme';
import { SubmitButton } from './button';
import { RadioGroup } from './choice-fields';
import { DateField, SelectField, TextArea, TextField } from './fields';
import { Form, FormActions } from './form';
import { useMajorName } from './use-major-name';
import { useWords } from './use-words';

interface State {
  status: PointStatus;
  filedOn: string | null;
  documentNo: string;
  endedOn: string | null;
  remark: string;
}

/** What a college says of a point: whether it is planned, filed or ended, and by which document. */
const StateFields = ({ values, today }: { values?: State; today: string }) => {
  const { t } = useTranslation('programme');
  return (
    <>
      <RadioGroup
        name="status"
        label={t('points.status')}
        defaultValue={values?.status ?? 'filed'}
        options={POINT_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
      <DateField
        name="filedOn"
        label={t('points.filedOn')}
        hint={t('programmes.filedHint')}
        optional
        defaultValue={values?.filedOn}
        max={today}
      />
      <TextField
        name="documentNo"
        label={t('points.documentNo')}
        hint={t('programmes.numberHint')}
        optional
        defaultValue={values?.documentNo}
        maxLength={80}
      />
      <DateField
        name="endedOn"
        label={t('points.endedOn')}
        hint={t('programmes.endedHint')}
        optional
        defaultValue={values?.endedOn}
        max={today}
      />
      <TextArea name="remark" label={t('points.remark')} optional defaultValue={values?.remark} rows={2} maxLength={500} />
    </>
  );
};

type Major = { id: string; code: string | null; nameZh: string; nameEn: string; level: string };

export const NewPointForm = ({ majors, today }: { majors: readonly Major[]; today: string }) => {
  const { t } = useTranslation('programme');
  const words = useWords();
  const majorName = useMajorName();
  const label = (major: Major) =>
    [majorName(major), major.code, words(`programme:level.${major.level}` as 'programme:level.bachelor')].filter(Boolean).join(' · ');
  return (
    <Form columns>
      <SelectField
        name="majorId"
        label={t('points.major')}
        hint={t('programmes.majorHint')}
        options={majors.map((major) => ({ value: major.id, label: label(major) }))}
      />
      <StateFields today={today} />
      <FormActions>
        <SubmitButton>{t('programmes.add')}</SubmitButton>
      </FormActions>
    </Form>
  );
};

export const EditPointForm = ({ point, today }: { point: State; today: string }) => {
  const { t } = useTranslation('programme');
  return (
    <Form name="state" columns>
      <StateFields values={point} today={today} />
      <FormActions>
        <SubmitButton intent="state">{t('programmes.save')}</SubmitButton>
      </FormActions>
    </Form>
  );
};
