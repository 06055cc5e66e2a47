import type { Tx } from '#db/client';
import { checkCompliance, meetsOutline } from './compliance';
import type { Syllabus } from './course';
import { attachmentsOf, type KnownCourse, modulesOf } from './find-course.server';
import { outlinesByIds } from './outline-versions.server';

/** The draft in the form that an approval freezes. */
export async function syllabusOfDraft(tx: Tx, draft: KnownCourse): Promise<Syllabus> {
  const modules = await modulesOf(tx, draft.id);
  const outlines = await outlinesByIds(tx, draft.outlineIds);
  return {
    title: draft.title,
    categories: draft.categories,
    audience: draft.audience,
    summary: draft.summary,
    delivery: draft.delivery,
    passRule: draft.passRule,
    modules,
    outlines: outlines.map((outline) => ({
      category: outline.category,
      outlineId: outline.id,
      version: outline.version,
      meetsOutline: meetsOutline(checkCompliance(modules, outline)),
      titleZh: outline.titleZh,
      titleEn: outline.titleEn,
      isProposed: outline.source === 'proposed',
    })),
    contact: { name: draft.contactName, phone: draft.contactPhone },
    attachments: await attachmentsOf(tx, draft.id),
  };
}
