import type { LoaderFunctionArgs } from '@remix-run/node';
import { checkCertificate } from '~/domain/certificate/check-certificate.server';
import { now } from '~/platform/clock.server';
import { apiDoor, apiJson, apiQuery, notAllowed } from '~/web/api-door.server';
import { heldCertificatesQuery } from '~/web/api-reads.server';

/** Whether a certificate from outside stands in the registry; who knows neither number nor name learns nothing. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  apiDoor({ request, context, scopes: ['certificates:check'], kind: 'read' }, async () => {
    const answer = await checkCertificate(apiQuery(request, heldCertificatesQuery), now());
    if (answer.outcome === 'unknown') return apiJson({ outcome: 'unknown', verifiedOn: null, issuedOn: null, validUntil: null });
    const { outcome, verifiedOn, issuedOn, validUntil } = answer;
    return apiJson({ outcome, verifiedOn, issuedOn, validUntil });
  });

export const action = () => notAllowed('GET');
