import fs from 'node:fs';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { courseAttachment } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { addAttachment } from '~/domain/course/add-attachment.server';
import { approveCourse } from '~/domain/course/approve-course.server';
import { getAttachment } from '~/domain/course/public-course.server';
import { publishCourse } from '~/domain/course/publish-course.server';
import { removeAttachment } from '~/domain/course/remove-attachment.server';
import { reviseCourse } from '~/domain/course/revise-course.server';
import { submitCourse } from '~/domain/course/submit-course.server';
import { env } from '~/platform/env.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { anAdministrator, byProvider, courseScene } from './scenes';

const { db } = testDatabase();

const pdf = (body = '') => ({ name: '教学计划.pdf', bytes: Buffer.from(`%PDF-1.7\n${body}\n%%EOF`) });

describe('attaching', () => {
  sevenQuestions(
    'addAttachment',
    byProvider('draft', (ctx, id) => addAttachment(ctx, id, pdf())),
    {
      event: 'course.attachment_added',
      tables: ['course_attachment'],
      works: async ({ attachmentId }) => {
        const [row] = await db.select().from(courseAttachment).where(eq(courseAttachment.id, attachmentId));
        expect(row).toMatchObject({ fileName: '教学计划.pdf', mediaType: 'application/pdf', sizeBytes: pdf().bytes.byteLength });
        expect(fs.readFileSync(path.join(env.dataDir, 'files', row?.storageKey ?? ''))).toEqual(pdf().bytes);
      },
      wrongState: { scene: byProvider('submitted', (ctx, id) => addAttachment(ctx, id, pdf())), code: 'course_locked' },
      wrongRole: anAdministrator,
      repeated: 'unchanged',
    },
  );

  test.each([
    ['a script with the name of a document', { name: 'plan.pdf', bytes: Buffer.from('<script>alert(1)</script>') }, 'file_type'],
    ['a program', { name: 'plan.docx', bytes: Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]) }, 'file_type'],
    ['an empty file', { name: 'plan.pdf', bytes: Buffer.alloc(0) }, 'file_empty'],
    ['a file over 10 MB', { name: 'plan.pdf', bytes: Buffer.concat([pdf().bytes, Buffer.alloc(10 * 1024 * 1024)]) }, 'file_too_large'],
  ])('%s is refused', async (_, file, code) => {
    const { course, teacher } = await courseScene('draft');
    await expect(addAttachment(contextOf(teacher), course.id, file)).rejects.toMatchObject({ code, field: 'file' });
  });

  test('a name loses its folders and signs and gets the ending of its content', async () => {
    const { course, teacher } = await courseScene('draft');
    const { attachmentId } = await addAttachment(contextOf(teacher), course.id, { ...pdf(), name: '..\\..\\a/课"程\u0007.exe' });
    const [row] = await db.select().from(courseAttachment).where(eq(courseAttachment.id, attachmentId));
    expect(row?.fileName).toBe('课程.pdf');
  });
});

describe('removing', () => {
  const scene = (status: 'draft' | 'submitted') => async () => {
    const { course, teacher, otherTeacher } = await courseScene('draft');
    const { attachmentId } = await addAttachment(contextOf(teacher), course.id, pdf());
    if (status === 'submitted') await submitCourse(contextOf(teacher), course.id);
    return {
      actor: teacher,
      stranger: otherTeacher,
      attachmentId,
      call: (ctx: Parameters<typeof removeAttachment>[0]) => removeAttachment(ctx, course.id, attachmentId),
    };
  };

  sevenQuestions('removeAttachment', scene('draft'), {
    event: 'course.attachment_removed',
    tables: ['course_attachment'],
    works: async (_, { attachmentId }) => {
      const [row] = await db.select().from(courseAttachment).where(eq(courseAttachment.id, attachmentId));
      expect(row?.removedAt).not.toBeNull();
    },
    wrongState: { scene: scene('submitted'), code: 'course_locked' },
    wrongRole: anAdministrator,
    repeated: 'unchanged',
  });
});

test('a file is public only once the approved syllabus of a public course lists it, and stays so after its removal from the draft', async () => {
  const { course, teacher, officer, otherTeacher, otherOfficer } = await courseScene('draft');
  const { attachmentId } = await addAttachment(contextOf(teacher), course.id, pdf('一'));
  const hidden = () => expect(getAttachment(null, course.id, attachmentId)).rejects.toMatchObject({ status: 404 });
  await hidden();
  await expect(getAttachment(otherTeacher, course.id, attachmentId)).rejects.toMatchObject({ status: 404 });
  await expect(getAttachment(otherOfficer, course.id, attachmentId)).rejects.toMatchObject({ status: 404 });
  await expect(getAttachment(officer, course.id, attachmentId)).resolves.toMatchObject({ isPublic: false });

  await submitCourse(contextOf(teacher), course.id);
  await approveCourse(contextOf(officer), course.id);
  await hidden();
  await publishCourse(contextOf(teacher), course.id);
  await expect(getAttachment(null, course.id, attachmentId)).resolves.toMatchObject({ isPublic: true });

  await reviseCourse(contextOf(teacher), course.id);
  await removeAttachment(contextOf(teacher), course.id, attachmentId);
  const { attachmentId: later } = await addAttachment(contextOf(teacher), course.id, pdf('二'));
  await expect(getAttachment(null, course.id, attachmentId)).resolves.toMatchObject({ isPublic: true });
  await expect(getAttachment(null, course.id, later)).rejects.toMatchObject({ status: 404 });
});

test('another course id does not lead to the file', async () => {
  const first = await courseScene('draft');
  const { attachmentId } = await addAttachment(contextOf(first.teacher), first.course.id, pdf());
  const second = await courseScene('draft', { providerId: first.provider.id });
  await expect(getAttachment(first.teacher, second.course.id, attachmentId)).rejects.toMatchObject({ status: 404 });
  const { actor } = await aMember(db, 'city_officer');
  await expect(getAttachment(actor, first.course.id, attachmentId)).resolves.toMatchObject({ fileName: '教学计划.pdf' });
});
