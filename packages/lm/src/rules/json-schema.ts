import { z } from 'zod';
import { ClinicAdditions } from './clinic-schema.js';
import { RuleFile } from './schema.js';
import type { RulesetFile } from './ruleset-file.js';

const SCHEMAS: readonly { readonly name: string; readonly title: string; readonly schema: z.ZodType }[] = [
  {
    name: 'rule-file.schema.json',
    title: 'A rule file of the scoring engine: word classes, rules, checklists, weights, retired ids',
    schema: RuleFile,
  },
  {
    name: 'clinic.schema.json',
    title: 'A clinic’s own additions to the rules: clinic.yaml',
    schema: ClinicAdditions,
  },
];

/**
 * The JSON Schemas of all files that people write, for editors: made of the same schemas that read the files.
 * What no JSON Schema can say (phrases, names that must exist) is checked by `rules check`.
 */
export const ruleSchemas = (): RulesetFile[] =>
  SCHEMAS.map(({ name, title, schema }) => {
    const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
    return { name, content: `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n` };
  });
