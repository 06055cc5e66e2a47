import { columnIndex } from './cell';
import type { ZipParts } from './zip-parts.server';

/** A merged range, counted from row 1 and column 0; both ends belong to it. */
export interface Merge {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

const TAIL_BYTES = 8 * 1024 * 1024;
const MARK = Buffer.from('mergeCell');

/**
 * Merged ranges stand behind the rows, and are needed before them: so the end of the sheet is looked through first,
 * as bytes, without parsing what comes before.
 */
export async function readMerges(zip: ZipParts, part: string): Promise<Merge[]> {
  let tail = Buffer.alloc(0);
  let found = false;
  for await (const piece of zip.read(part)) {
    const window = Buffer.concat([tail, piece]);
    if (!found) {
      const at = window.indexOf(MARK);
      found = at >= 0;
      tail = Buffer.from(found ? window.subarray(at) : window.subarray(-MARK.length));
    } else {
      tail = window;
    }
    if (tail.length > TAIL_BYTES) break;
  }
  return found ? rangesIn(tail.toString('latin1')) : [];
}

function rangesIn(text: string): Merge[] {
  const merges: Merge[] = [];
  for (const [, from = '', top, to = '', bottom] of text.matchAll(
    /mergeCell\s[^>]*?ref\s*=\s*["']\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)["']/gi,
  )) {
    merges.push({ top: Number(top), bottom: Number(bottom), left: columnIndex(from), right: columnIndex(to) });
  }
  return merges;
}

/** Gives each cell of a merged range the value of its first: what a reader of the sheet sees. */
export class MergedValues<T> {
  readonly #byRow = new Map<number, Merge[]>();
  readonly #open = new Map<Merge, T | undefined>();

  constructor(merges: readonly Merge[]) {
    for (const merge of merges) {
      if (merge.bottom === merge.top && merge.right === merge.left) continue;
      this.#byRow.set(merge.top, [...(this.#byRow.get(merge.top) ?? []), merge]);
    }
  }

  get isEmpty(): boolean {
    return this.#byRow.size === 0;
  }

  /** Rows must come in order. */
  fill(row: number, cells: (T | undefined)[]): void {
    for (const merge of this.#byRow.get(row) ?? []) this.#open.set(merge, cells[merge.left]);
    for (const [merge, value] of this.#open) {
      if (row > merge.bottom) this.#open.delete(merge);
      else for (let at = merge.left; at <= merge.right && at < 400; at += 1) cells[at] ??= value;
    }
  }
}
