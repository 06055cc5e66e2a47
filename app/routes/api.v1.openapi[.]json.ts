import type { LoaderFunctionArgs } from '@remix-run/node';
import { publicJson } from '~/web/api.server';
import { openApi } from '~/web/openapi.server';

export const loader = ({ request }: LoaderFunctionArgs) => publicJson(request, openApi());
