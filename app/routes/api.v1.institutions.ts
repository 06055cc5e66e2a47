import type { LoaderFunctionArgs } from '@remix-run/node';
import { listPublicInstitutions } from '~/domain/organisation/public-institutions.server';
import { apiDoor, apiJson, apiQuery, notAllowed } from '~/web/api-door.server';
import { INSTITUTIONS_PAGE, institutionsQuery } from '~/web/api-reads.server';

/** Institutions on file, for clients that may read them. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  apiDoor({ request, context, scopes: ['institutions:read'], kind: 'read' }, async () => {
    const { page, ...filter } = apiQuery(request, institutionsQuery);
    const { rows, total } = await listPublicInstitutions(filter, { limit: INSTITUTIONS_PAGE, offset: (page - 1) * INSTITUTIONS_PAGE });
    return apiJson({ total, page, institutions: rows });
  });

export const action = () => notAllowed('GET');
