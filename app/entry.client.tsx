import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { loadWords, wordsOfDocument } from '~/i18n/browser-words';
import { addLanguage } from '~/i18n/instance';
import { DocumentProvider } from '~/web/nonce';

const page = document.documentElement;
const language = page.lang === 'en' ? 'en' : 'zh-CN';
// Only the words of this document are downloaded now. The other language comes with a document of its own.
const i18n = addLanguage(language, await wordsOfDocument(language), (namespace) => loadWords(language, namespace));
// A browser hides the nonce from the attribute, not from the property.
const here = { nonce: document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce, requestId: page.dataset.request };

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <DocumentProvider.Provider value={here}>
        <I18nextProvider i18n={i18n}>
          <RemixBrowser />
        </I18nextProvider>
      </DocumentProvider.Provider>
    </StrictMode>,
  );
});
