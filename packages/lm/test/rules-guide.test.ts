import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkRuleset, problemText, readRulesetFiles, withClinicAdditions } from '../src/index.js';

const guide = readFileSync(fileURLToPath(new URL('../../../docs/rules.md', import.meta.url)), 'utf8');
const [rule = '', clinic = ''] = [...guide.matchAll(/^```yaml\n(.*?)^```$/gmsu)].map(([, text]) => text);

test('the examples of the guide for rule writers are right', () => {
  const files = [...readRulesetFiles(), { name: 'guide.yaml', content: rule }];
  const { problems, summary } = checkRuleset(withClinicAdditions(files, clinic));
  const ofGuide = problems.filter(({ file }) => file === 'guide.yaml' || file === 'clinic.yaml');
  expect(ofGuide.map(problemText)).toEqual([]);
  expect(summary?.hasClinicAdditions).toBe(true);
});
