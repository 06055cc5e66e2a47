import { checkIdentity, type IdType } from '../shared/identity';
import { checkName } from '../shared/name';
import type { RefusalCode, RefusalParams } from '../shared/refusals';
import { toHalfWidth, withoutInvisible } from '../shared/text';

/** Students that are registered with one form. */
export const MAX_STUDENTS = 100;

interface ListedStudent {
  line: number;
  name: string;
  idType: IdType;
  idNumber: string;
}

interface UnreadLine {
  line: number;
  name: string;
  refusal: { code: RefusalCode; params: RefusalParams };
}

/** The last column that holds a digit is the number, what stands before it the name; a running number in front is dropped. */
const SPLIT = /^(?:\d{1,4}[.、\s]\s*)?(\D+?)[\s,，;；、:：]+([0-9A-Za-z-]*\d[0-9A-Za-z-]*)$/;

/** Lines as they are copied from a class list: a name and a document number. Empty lines and a header are passed over. */
export function readStudents(text: string, idType: IdType, today: string): { students: ListedStudent[]; unread: UnreadLine[] } {
  const students: ListedStudent[] = [];
  const unread: UnreadLine[] = [];
  for (const [at, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = at + 1;
    const content = toHalfWidth(withoutInvisible(raw)).trim();
    if (content === '' || /^(序号\s*)?姓\s*名|^name\b/i.test(content)) continue;
    const [, typedName, typedNumber] = SPLIT.exec(content) ?? [];
    if (typedName === undefined || typedNumber === undefined) {
      unread.push({ line, name: content.replace(/\d/g, '*').slice(0, 30), refusal: { code: 'student_line', params: { line } } });
      continue;
    }
    const name = checkName(typedName.trim());
    const identity = checkIdentity(idType, typedNumber, today);
    if (!name.ok) unread.push({ line, name: typedName.trim(), refusal: { code: name.code, params: {} } });
    else if (!identity.ok) unread.push({ line, name: name.value, refusal: { code: identity.code, params: {} } });
    else students.push({ line, name: name.value, idType, idNumber: identity.value });
  }
  return { students, unread };
}
