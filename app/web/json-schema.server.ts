import { z } from 'zod';

/** A schema of ours as JSON Schema, as OpenAPI 3.1 takes it. */
export const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io });
  return rest;
};
