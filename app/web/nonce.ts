import { createContext, useContext } from 'react';

/** What the document of one response knows and the routes do not: its script nonce and its request's id. */
export interface DocumentContext {
  nonce: string | undefined;
  requestId: string | undefined;
}

export const DocumentProvider = createContext<DocumentContext>({ nonce: undefined, requestId: undefined });

export const useDocument = (): DocumentContext => useContext(DocumentProvider);
