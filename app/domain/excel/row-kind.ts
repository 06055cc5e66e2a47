import { type SheetRow, textOf } from './cell';
import { tidy } from './cell-values';

/** Rows below the headers that are no data. */
export type SkippedRow = 'blank' | 'sign_off' | 'total' | 'note' | 'example' | 'header_again';

const SIGNER =
  /^(制表人?|填表人|填报人|审核人?|经办人|复核人?|主管领导|分管领导|单位负责人|负责人|联系人|填报单位|填报日期|填表日期|日期|年月日)\s*(\([^)]*\))?\s*[:：]/;
const SIGNATURE = /\((签字|签章|签名|盖章|公章|加盖公章)\)|(签字|签章|签名|盖章|公章)\s*[:：]?$/;
const TOTAL = /^(合计|总计|小计|共计|以上合计)/;
const NOTE = /^(备注|注|说明|填表说明|填报说明|注意事项)\s*\d*\s*[:：.、]/;
const EXAMPLE = /^(示例|例|样例|example)/i;

/**
 * What a row is when it is no data: signatures, totals, notes, an example, headers repeated on the next page. Asked with the
 * number of required cells that are filled, so that a person who is a 负责人 is never taken for a signature.
 */
export function skippedAs(row: SheetRow, facts: { requiredFilled: number; required: number; headerHits: number }): SkippedRow | null {
  const texts = [...new Set(row.cells.map((cell) => tidy(textOf(cell))).filter((text) => text !== ''))];
  if (texts.length === 0) return 'blank';
  const first = texts[0] ?? '';
  if (facts.headerHits >= Math.max(3, facts.required)) return 'header_again';
  if (EXAMPLE.test(first)) return 'example';
  if (facts.requiredFilled >= facts.required) return null;
  if (TOTAL.test(first)) return 'total';
  if (texts.length <= 2 && NOTE.test(first)) return 'note';
  const signers = texts.filter((text) => SIGNER.test(text) || SIGNATURE.test(text)).length;
  return signers > 0 && signers * 3 >= texts.length ? 'sign_off' : null;
}
