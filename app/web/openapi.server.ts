import { apiProblem, targetsAnswer, targetsQuery } from '~/domain/goal/public-api.server';
import { schemaOf } from './json-schema.server';
import { clientPaths } from './openapi-clients.server';
import { clientProblem, parametersOf } from './openapi-parts.server';
import { paths } from './paths';

const json = (schema: string, description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
});

/** The description of the interface, made from the schemas that the interface itself uses. */
export function openApi() {
  return {
    openapi: '3.1.0',
    info: {
      title: '育培 Yupei',
      version: '1.1.0',
      description:
        'Public figures for everyone: person-times and persons trained, by district and month, with target, as-of time and counting rule. ' +
        'With a client key, which the health commission of the district grants: what the key’s scopes name.',
    },
    servers: [{ url: '/' }],
    paths: {
      [paths.apiTargets()]: {
        get: {
          operationId: 'listTargets',
          summary: 'Targets and where they stand',
          description:
            'Without parameters: the city with its districts and its months. With a district: its months. With a month: its districts. With both: that one figure.',
          parameters: parametersOf(targetsQuery),
          responses: {
            200: { ...json('Targets', 'The figures.'), headers: { ETag: { schema: { type: 'string' } } } },
            304: { description: 'Unchanged since the ETag that was sent.' },
            400: json('Problem', 'The query was not understood.'),
          },
        },
      },
      ...clientPaths,
    },
    components: {
      securitySchemes: { clientKey: { type: 'http', scheme: 'bearer', description: 'Authorization: Bearer yupei_…' } },
      schemas: {
        Targets: schemaOf(targetsAnswer, 'output'),
        Problem: schemaOf(apiProblem, 'output'),
        ClientProblem: schemaOf(clientProblem, 'output'),
      },
    },
  };
}
