import { useTranslation } from 'react-i18next';
import { type MentorSide, PLACEMENT_RESULTS, type PlacementPhase, type PlacementResult, suggestedResult } from '~/domain/talent/placement';
import { NOTHING } from '~/i18n/format';
import { SubmitButton } from './button';
import { ConfirmForm } from './confirm-form';
import { DefinitionList } from './definition-list';
import { NumberField, SelectField, TextArea } from './fields';
import { Form, FormActions } from './form';
import { Section } from './page';

interface Assessed {
  phase: PlacementPhase;
  collegePoints: number | null;
  institutionPoints: number | null;
  collegeAssessment: string;
  institutionAssessment: string;
  result: PlacementResult | null;
}

/** Points and words of both sides, and what came of it. */
export const PlacementAssessment = ({ placement, side }: { placement: Assessed; side: MentorSide | null }) => {
  const { t } = useTranslation('placement');
  const { phase, collegePoints, institutionPoints, collegeAssessment, institutionAssessment, result } = placement;
  const said = (points: number | null, words: string) => (points === null ? t('page.notAssessed') : `${points} · ${words}`);
  const own =
    side === 'college' ? { points: collegePoints, words: collegeAssessment } : { points: institutionPoints, words: institutionAssessment };
  const mayAssess = side !== null && (phase === 'running' || phase === 'over');
  const both = collegePoints !== null && institutionPoints !== null;
  return (
    <Section title={t('page.assessment')} intro={t('page.assessmentIntro')} id="assessment">
      <DefinitionList
        items={[
          [t('side.college'), said(collegePoints, collegeAssessment)],
          [t('side.institution'), said(institutionPoints, institutionAssessment)],
          [t('field.result'), result ? t(`result.${result}`) : NOTHING],
        ]}
      />
      {mayAssess && (
        <Form name="assess">
          <NumberField name="points" label={t('field.points')} decimal defaultValue={own.points} maxLength={5} />
          <TextArea name="text" label={t('field.words')} defaultValue={own.words} rows={3} maxLength={1000} />
          <FormActions>
            <SubmitButton intent="assess" emphasis="second">
              {t('page.assess')}
            </SubmitButton>
          </FormActions>
        </Form>
      )}
      {side === 'college' && phase === 'over' && both && (
        <ConfirmForm
          intent="finish"
          label={t('page.finish')}
          explanation={t('page.finishText', { result: t(`result.${suggestedResult(collegePoints, institutionPoints)}`) })}
          reason={false}
        >
          <SelectField
            name="result"
            label={t('field.result')}
            defaultValue={suggestedResult(collegePoints, institutionPoints)}
            options={PLACEMENT_RESULTS.map((value) => ({ value, label: t(`result.${value}`) }))}
          />
        </ConfirmForm>
      )}
    </Section>
  );
};
