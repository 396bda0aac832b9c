import { openUnits } from '../model/feature-space.js';
import { openTable } from '../model/feature-table.js';
import { compileModel } from '../model/linear-model.js';
import { EMPTY_MODEL } from '../model/model-file.js';
import { compileRuleset, type Ruleset } from '../rules/ruleset.js';
import type { RulesetFile } from '../rules/ruleset-file.js';

/** The rules with a vocabulary that grows with what is read: for fitting only. */
export const openRuleset = (files: readonly RulesetFile[]): Ruleset => {
  const units = openUnits();
  return compileRuleset(files, { ...compileModel(EMPTY_MODEL), units, features: openTable(units) });
};
