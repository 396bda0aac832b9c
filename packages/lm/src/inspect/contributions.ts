import { hintsIn, type Analysis } from '../engine/analyse.js';
import { partsOfKey, type FeatureKind, type FeatureParts } from '../model/feature-space.js';
import type { FoundFeature, LinearModel } from '../model/linear-model.js';
import { YES_NO_TARGETS, type YesNoTarget } from '../model/model-file.js';
import { sentenceAt, type Sentence } from './sentences.js';

/** What one sentence, or the call as a whole, adds to an answer. */
export interface Contribution {
  /** null for the call as a whole: its state, and hints from outside. */
  readonly sentence: Sentence | null;
  /** Sum in log-odds; negative speaks against. */
  readonly weight: number;
  /** What was heard there, the heaviest first: `rule complaint.wait (client)`, `state is_open`. */
  readonly names: readonly string[];
}

interface Part {
  readonly sentence: Sentence | null;
  readonly weight: number;
  readonly name: string;
}

const PLACES: Readonly<Partial<Record<FeatureKind, string>>> = {
  rule_opening: ' at the start',
  rule_closing: ' at the end',
  last: ' in the last turns',
};

/** How people read a feature's parts. */
const nameOf = ({ kind, speaker, units }: FeatureParts): string => {
  const names = units.map((unit) => unit.replace(/^[#~]/u, '')).join(' ');
  if (kind === 'state') return `state ${names}`;
  return `${kind.startsWith('rule') ? 'rule' : 'words'} ${names} (${speaker}${PLACES[kind] ?? ''})`;
};

const partOf = (
  { feature, turn, from }: FoundFeature,
  weight: number,
  { read }: Analysis,
  { features, units }: LinearModel,
): Part => {
  const words = read.turns[turn];
  return {
    weight,
    name: nameOf(partsOfKey(features.keyOf(feature), units)),
    sentence: words === undefined ? null : sentenceAt(words, from),
  };
};

const hintParts = (analysis: Analysis, column: number, { hints }: LinearModel): Part[] =>
  hintsIn(analysis).map((hint) => ({
    sentence: null,
    weight: hints.get(hint)?.[column] ?? 0,
    name: `hint ${hint}`,
  }));

const join = (parts: readonly Part[]): Contribution[] => {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const key = part.sentence === null ? '' : `${part.sentence.turn}:${part.sentence.number}`;
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  return [...groups.values()].map((group) => ({
    sentence: group[0]?.sentence ?? null,
    weight: group.reduce((sum, { weight }) => sum + weight, 0),
    names: group.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).map(({ name }) => name),
  }));
};

/** What each sentence adds to one answer of the model, the heaviest first; the bias is not among it. */
export const contributionsTo = (
  target: YesNoTarget,
  analysis: Analysis,
  model: LinearModel,
): Contribution[] => {
  const column = model.columns.yesNo[YES_NO_TARGETS.indexOf(target)] ?? -1;
  const ofTarget = model.weights.forTarget(column);
  const parts = [
    ...analysis.features.map((found) => partOf(found, ofTarget[found.feature] ?? 0, analysis, model)),
    ...hintParts(analysis, column, model),
  ];
  return join(parts.filter(({ weight }) => weight !== 0)).toSorted(
    (a, b) => Math.abs(b.weight) - Math.abs(a.weight),
  );
};
