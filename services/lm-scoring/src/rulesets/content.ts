import type { RulesetFile } from '@perezvon/lm';
import { z } from 'zod';

/** Every file of a version by its name: rules, model, the clinic's additions. */
export const RulesetContent = z.record(z.string(), z.string());
export type RulesetContent = z.infer<typeof RulesetContent>;

/** The clinic's own additions: a file of the version like any other, so that they are a part of its tag. */
export const ADDITIONS_FILE = 'clinic.yaml';

export const contentOf = (files: readonly RulesetFile[]): RulesetContent =>
  Object.fromEntries(files.map(({ name, content }) => [name, content]));

export const filesOf = (content: RulesetContent): RulesetFile[] =>
  Object.entries(content).map(([name, text]) => ({ name, content: text }));

/** @param additions text of `clinic.yaml`, in place of what was there; null: without any */
export const withAdditions = (content: RulesetContent, additions: string | null): RulesetContent => {
  const rules = Object.entries(content).filter(([name]) => name !== ADDITIONS_FILE);
  return Object.fromEntries(additions === null ? rules : [...rules, [ADDITIONS_FILE, additions]]);
};
