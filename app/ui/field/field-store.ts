import type { FieldVisit } from './field-visit';

const NAME = 'yupei-field';
const VISITS = 'visits';
const PHOTOS = 'photos';

let opening: Promise<IDBDatabase> | undefined;

const open = (): Promise<IDBDatabase> => {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(VISITS, { keyPath: 'id' }).createIndex('account', 'accountId');
      request.result.createObjectStore(PHOTOS, { keyPath: 'id' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opening;
};

/** One transaction, settled when the phone has it on its disk. */
async function within<T>(store: string, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode);
    const request = work(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** The visits of one account alone, in the order in which they were begun. */
export const visitsOf = async (accountId: string): Promise<FieldVisit[]> => {
  const all = await within<FieldVisit[]>(VISITS, 'readonly', (store) => store.index('account').getAll(accountId));
  return all.sort((a, b) => a.startedAt.localeCompare(b.startedAt));
};

export const findVisit = (id: string): Promise<FieldVisit | undefined> =>
  within<FieldVisit | undefined>(VISITS, 'readonly', (store) => store.get(id));

export const putVisit = (visit: FieldVisit): Promise<unknown> => within(VISITS, 'readwrite', (store) => store.put(visit));

export const dropVisit = (id: string): Promise<unknown> => within(VISITS, 'readwrite', (store) => store.delete(id));

export const putPhoto = (id: string, picture: Blob): Promise<unknown> => within(PHOTOS, 'readwrite', (store) => store.put({ id, picture }));

export const findPhoto = async (id: string): Promise<Blob | undefined> =>
  (await within<{ picture: Blob } | undefined>(PHOTOS, 'readonly', (store) => store.get(id)))?.picture;

export const dropPhoto = (id: string): Promise<unknown> => within(PHOTOS, 'readwrite', (store) => store.delete(id));
