import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/Button.css';
import '@mantine/core/styles/ActionIcon.css';
import '@mantine/core/styles/Loader.css';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/PasswordInput.css';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/Radio.css';
import '~/ui/global.css';
import { MantineProvider } from '@mantine/core';
import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import { type ReactNode, Suspense } from 'react';
import { env } from '~/platform/env.server';
import { currentRequestId } from '~/platform/logger.server';
import { ErrorPage, errorPageOf } from '~/ui/error-page';
import { IdleWarning } from '~/ui/idle-warning';
import { PageAnnouncer } from '~/ui/page-announcer';
import { Shell } from '~/ui/shell';
import { theme } from '~/ui/theme';
import { titleFrom } from '~/ui/title';
import { ToastMessage } from '~/ui/toast-message';
import { useLanguage } from '~/ui/use-words';
import type { ErrorDetails } from '~/web/action.server';
import { preferencesOf } from '~/web/locale.server';
import { useDocument } from '~/web/nonce';
import { siteDetails } from '~/web/site.server';
import { clearToast, readToast } from '~/web/toast.server';
import { viewerOf } from '~/web/viewer.server';

export async function loader({ request }: LoaderFunctionArgs) {
  const toast = readToast(request);
  const page = {
    ...preferencesOf(request),
    toast,
    viewer: await viewerOf(request),
    site: siteDetails,
    demo: env.demo,
    reference: currentRequestId(),
  };
  return data(page, toast ? { headers: { 'Set-Cookie': clearToast } } : undefined);
}

/** A page names itself; this is the name of an error page, and of a page that forgot. */
export const meta: MetaFunction = (args) => {
  if (!args.error) return titleFrom(args, 'common:product');
  const status = isRouteErrorResponse(args.error) ? args.error.status : 500;
  return titleFrom(args, `common:error.${errorPageOf(status)}.title`);
};

export function Layout({ children }: { children: ReactNode }) {
  const { nonce, requestId } = useDocument();
  const language = useLanguage();
  const page = useRouteLoaderData<typeof loader>('root');
  const outlivesSignIn = useMatches().some(({ handle }) => typeof handle === 'object' && handle !== null && 'outlivesSignIn' in handle);
  return (
    <html lang={language} data-type={page?.largeType ? 'large' : undefined} data-request={requestId} data-mantine-color-scheme="light">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <MantineProvider theme={theme} forceColorScheme="light" withGlobalClasses={false} getStyleNonce={() => nonce ?? ''}>
          <Shell
            viewer={page?.viewer ?? { signedIn: false }}
            site={page?.site ?? NO_DETAILS}
            largeType={page?.largeType ?? false}
            demo={page?.demo ?? false}
          >
            {/* Navigation waits for words by itself; a part that opens at a click may wait here. */}
            <Suspense>{children}</Suspense>
          </Shell>
          <PageAnnouncer />
          {page?.viewer.signedIn && !outlivesSignIn && (
            <IdleWarning idleMinutes={page.viewer.idleMinutes} accountId={page.viewer.accountId} />
          )}
        </MantineProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

const NO_DETAILS = { host: '', organiser: '', phone: '', siteCode: '', icp: '', police: '' };

export default function App() {
  const page = useRouteLoaderData<typeof loader>('root');
  return (
    <>
      {page?.toast && <ToastMessage toast={page.toast} />}
      <Outlet />
    </>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const page = useRouteLoaderData<typeof loader>('root');
  const { requestId } = useDocument();
  if (!isRouteErrorResponse(error)) return <ErrorPage status={500} reference={page?.reference ?? requestId} />;
  const details: ErrorDetails = typeof error.data === 'object' && error.data !== null ? error.data : {};
  return <ErrorPage status={error.status} code={details.code} params={details.params} reference={details.reference} />;
}
