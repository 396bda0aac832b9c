import { withClinicAdditions, type RulesetFile } from '@perezvon/lm';
import { z } from 'zod';

/** Every file of a version by its name: rules, model, the clinic's additions. */
export const RulesetContent = z.record(z.string(), z.string());
export type RulesetContent = z.infer<typeof RulesetContent>;

export const contentOf = (files: readonly RulesetFile[]): RulesetContent =>
  Object.fromEntries(files.map(({ name, content }) => [name, content]));

export const filesOf = (content: RulesetContent): RulesetFile[] =>
  Object.entries(content).map(([name, text]) => ({ name, content: text }));

/** @param additions text of `clinic.yaml`, in place of what was there; null: without any */
export const withAdditions = (content: RulesetContent, additions: string | null): RulesetContent =>
  contentOf(withClinicAdditions(filesOf(content), additions));
