import type { LoaderFunctionArgs } from '@remix-run/node';
import { verifyCode } from '~/domain/completion/certificate-queries.server';
import { apiDoor, apiJson, apiQuery, notAllowed } from '~/web/api-door.server';
import { certificatesQuery } from '~/web/api-reads.server';

const NOTHING_KNOWN = {
  kind: null,
  number: null,
  name: null,
  courseTitle: null,
  category: null,
  providerName: null,
  completedOn: null,
  issuedOn: null,
};

/** The public check of a certificate, for programs. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  apiDoor({ request, context, scopes: ['certificates:check'], kind: 'read' }, async () => {
    const found = await verifyCode(apiQuery(request, certificatesQuery).code);
    if (found.outcome === 'unknown') return apiJson({ outcome: 'unknown', ...NOTHING_KNOWN });
    const { outcome, kind, number, name, courseTitle, category, providerName, completedOn, issuedOn } = found;
    return apiJson({ outcome, kind, number, name, courseTitle, category, providerName, completedOn, issuedOn });
  });

export const action = () => notAllowed('GET');
