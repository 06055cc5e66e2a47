import type { LoaderFunctionArgs } from '@remix-run/node';
import { getClientClass } from '~/domain/attendance/client-class.server';
import { apiDoor, apiJson, apiQuery, notAllowed } from '~/web/api-door.server';
import { classesQuery } from '~/web/api-reads.server';

/** A class with its lessons, for the provider whose system hands in marks. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  apiDoor({ request, context, scopes: ['attendance:write', 'scores:write'], kind: 'read' }, async (ctx) => {
    const { code } = apiQuery(request, classesQuery);
    return apiJson(await getClientClass(ctx, code));
  });

export const action = () => notAllowed('GET');
