import { importRun } from '#db/schema';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { Forbidden, Refusal } from '../shared/refusals';
import { toHalfWidth } from '../shared/text';
import { FileProblem } from './file-problem';
import type { ImportKind } from './import-engine.server';
import { inspectWorkbook } from './open-workbook.server';
import { storeUpload } from './stored-upload.server';

const NAME = 120;

const fileNameOf = (given: string): string => {
  const bare = toHalfWidth(given.split(/[\\/]/).at(-1) ?? '').replace(/[\p{C}"<>|*?:]/gu, '');
  return [...bare].slice(-NAME).join('') || 'file';
};

/**
 * Takes a workbook in. What cannot be a workbook is refused at once; its rows are checked in the background.
 * @returns the import's id
 */
export async function uploadImport(ctx: Context, kind: ImportKind, file: { name: string; bytes: Buffer }): Promise<string> {
  const { actor } = ctx;
  if (actor.kind !== 'user' || !actor.organisation || !kind.roles.includes(actor.role)) throw new Forbidden();
  const { organisation, role, accountId } = actor;
  await refuseUnreadable(file.bytes);
  const stored = await storeUpload(file.bytes);
  return operation(ctx, 'import.uploaded', async (op) => {
    op.require('import.manage', { organisationId: organisation.id });
    const id = newId();
    await op.tx.insert(importRun).values({
      id,
      kind: kind.name,
      status: 'uploaded',
      fileName: fileNameOf(file.name),
      bytes: file.bytes.length,
      ...stored,
      organisationId: organisation.id,
      uploadedBy: accountId,
      uploadedRole: role,
      uploadedAt: op.now,
    });
    await op.record({ subject: { type: 'import', id }, data: { kind: kind.name, sha256: stored.sha256, bytes: file.bytes.length } });
    return id;
  });
}

async function refuseUnreadable(bytes: Buffer): Promise<void> {
  try {
    await inspectWorkbook(bytes);
  } catch (error) {
    if (error instanceof FileProblem) throw new Refusal(error.code, { field: 'file', params: error.params });
    throw error;
  }
}
