import { z } from 'zod';
import { apiProblem, targetsAnswer, targetsQuery } from '~/domain/goal/public-api.server';
import { paths } from './paths';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io });
  return rest;
};

const json = (schema: string, description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
});

/** The description of the public interface, made from the schemas that the interface itself uses. */
export function openApi() {
  const query = schemaOf(targetsQuery, 'input');
  return {
    openapi: '3.1.0',
    info: {
      title: '育培 Yupei: public figures',
      version: '1.0.0',
      description: 'Person-times and persons trained, by district and month, with target, as-of time and counting rule.',
    },
    servers: [{ url: '/' }],
    paths: {
      [paths.apiTargets()]: {
        get: {
          operationId: 'listTargets',
          summary: 'Targets and where they stand',
          description:
            'Without parameters: the city with its districts and its months. With a district: its months. With a month: its districts. With both: that one figure.',
          parameters: Object.entries(query.properties ?? {}).map(([name, schema]) => {
            const { description, ...rest } = typeof schema === 'object' ? schema : {};
            return { name, in: 'query', required: query.required?.includes(name) ?? false, description, schema: rest };
          }),
          responses: {
            200: { ...json('Targets', 'The figures.'), headers: { ETag: { schema: { type: 'string' } } } },
            304: { description: 'Unchanged since the ETag that was sent.' },
            400: json('Problem', 'The query was not understood.'),
          },
        },
      },
    },
    components: { schemas: { Targets: schemaOf(targetsAnswer, 'output'), Problem: schemaOf(apiProblem, 'output') } },
  };
}
