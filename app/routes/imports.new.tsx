import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { FILE_LIMITS } from '~/domain/excel/file-problem';
import { chooseKindSearch, uploadInput } from '~/domain/excel/inputs';
import { uploadImport } from '~/domain/excel/upload-import.server';
import { IMPORTERS, importNamed, importsOf } from '~/domain/report/import-kinds.server';
import { Forbidden } from '~/domain/shared/refusals';
import { formatNumber } from '~/i18n/format';
import { SubmitButton } from '~/ui/button';
import { FileField } from '~/ui/file-field';
import { Form, FormActions } from '~/ui/form';
import { Page, Section } from '~/ui/page';
import { ExportLink } from '~/ui/page-tools';
import { Tabs } from '~/ui/tabs';
import { titleFrom } from '~/ui/title';
import { usePunctuation } from '~/ui/use-punctuation';
import { useLanguage } from '~/ui/use-words';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'import:upload.title');

const UPLOAD_BYTES = FILE_LIMITS.bytes + 64 * 1024;

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, ...IMPORTERS);
    const [first] = importsOf(actor);
    const chosen = importNamed(actor, parseSearch(request, chooseKindSearch).kind) ?? first;
    if (!chosen) throw new Forbidden();
    return {
      kinds: importsOf(actor).map(({ name }) => name),
      kind: chosen.name,
      required: chosen.columns.filter(({ required }) => required).map(({ header }) => header),
      limits: { bytes: FILE_LIMITS.bytes, rows: FILE_LIMITS.rows },
    };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, ...IMPORTERS);
    const { kind: name, file } = await parseForm(request, uploadInput, { maxBytes: UPLOAD_BYTES });
    const kind = importNamed(actor, name);
    if (!kind) throw new Forbidden();
    const id = await uploadImport(contextFor(actor), kind, { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) });
    return redirectWithToast(paths.import(id), 'import:upload.done');
  });

export default function NewImport() {
  const { kinds, kind, required, limits } = useLoaderData<typeof loader>();
  const { t } = useTranslation('import');
  const marks = usePunctuation();
  const language = useLanguage();
  return (
    <Page
      title={t('upload.title')}
      lead={t('upload.lead')}
      width="normal"
      breadcrumbs={[{ label: t('list.title'), to: paths.imports() }, { label: t('upload.title') }]}
    >
      {kinds.length > 1 && (
        <Tabs
          label={t('upload.kind')}
          tabs={kinds.map((each) => ({ to: paths.newImport({ kind: each }), label: t(`kind.${each}`), current: each === kind }))}
        />
      )}
      <Section title={t('upload.template')} intro={t(`about.${kind}`)}>
        <p>{t('upload.templateText')}</p>
        <p>{t('upload.columns', { columns: required.join(marks.list) })}</p>
        <p>
          <ExportLink to={paths.importTemplate(kind)}>{t('upload.templateFor', { kind: t(`kind.${kind}`) })}</ExportLink>
        </p>
      </Section>
      <Section title={t('upload.file')}>
        <p>{t('upload.fileHint', { rows: formatNumber(limits.rows, language) })}</p>
        <Form multipart>
          <input type="hidden" name="kind" value={kind} />
          <FileField name="file" label={t('upload.fileLabel')} accept=".xlsx,.csv" maxBytes={limits.bytes} />
          <FormActions>
            <SubmitButton>{t('upload.submit')}</SubmitButton>
          </FormActions>
        </Form>
      </Section>
    </Page>
  );
}
