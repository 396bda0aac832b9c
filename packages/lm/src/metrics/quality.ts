import { METRICS } from '@perezvon/contracts';
import type { Decision } from '../engine/decide.js';
import type { Hit } from '../engine/match.js';
import type { Analysis } from '../engine/analyse.js';
import type { Tags } from '../engine/tags.js';
import type { Ruleset } from '../rules/ruleset.js';
import type { ChecklistSource, WeightsSource } from '../rules/schema.js';
import { clampScore } from './scale.js';

const FULL = 100;

const isHeard = (tags: Tags, rules: readonly string[]): boolean => rules.some((id) => tags.of(id).length > 0);

const checklistFor = (
  checklists: readonly ChecklistSource[],
  direction: string,
  outcome: string,
): ChecklistSource | undefined =>
  checklists.find(
    (one) =>
      (one.direction ?? direction) === direction && one.outcomes.some((expected) => expected === outcome),
  );

/** 0–100: share of the steps that applied and were heard; null when no checklist fits the call or no step applied. */
export const checklistCoverage = (
  { read, state: { tags } }: Analysis,
  { outcome }: Decision,
  { checklists }: Ruleset,
): number | null => {
  const steps = checklistFor(checklists, read.call.direction, outcome)?.steps ?? [];
  const applied = steps.filter(({ applies_after: after }) => after === undefined || isHeard(tags, after));
  if (applied.length === 0) return null;
  const done = applied.filter(({ done_by: rules }) => isHeard(tags, rules)).length;
  return Math.round((done / applied.length) * FULL);
};

/** What the operator did against the rules, each with the words that show it and its points. */
export interface Breach {
  readonly hit: Hit;
  readonly rule: string;
  readonly points: number;
}

/** A refusal weighs only where no other way was offered; no offer only where the client wanted to come. */
const NO_ALTERNATIVE_POINTS = 25;
const NO_OFFER_POINTS = 25;

export const readBreaches = ({ state }: Analysis): Breach[] => {
  const { tags, wish, offer, booked, moved } = state;
  const direct = ['quality.rude', 'quality.brushes_off', 'quality.talks_over'].flatMap((id) =>
    tags.of(id).map((hit) => ({ hit, rule: id, points: hit.rule.weight })),
  );
  const refusal = tags.first('quality.refuses');
  const wayOut = tags.first(
    'booking.offers_slot',
    'quality.meets_objection',
    'promise.clinic_calls',
    'booking.waitlist',
  );
  const refused =
    refusal !== undefined && wayOut === undefined
      ? [{ hit: refusal, rule: refusal.rule.id, points: refusal.rule.weight + NO_ALTERNATIVE_POINTS }]
      : [];
  const promised = state.promise ?? tags.first('booking.waitlist', 'promise.passes_on');
  const lacksOffer =
    offer === undefined && booked === undefined && moved === undefined && promised === undefined;
  const withoutOffer =
    wish !== undefined && lacksOffer && tags.first('target.no_service') === undefined
      ? [{ hit: wish, rule: 'script.no_offer', points: NO_OFFER_POINTS }]
      : [];
  return [...direct, ...refused, ...withoutOffer];
};

/** 0–100: how much the operator broke the rules. */
export const scriptRisk = (breaches: readonly Breach[]): number =>
  clampScore(breaches.reduce((sum, { points }) => sum + points, 0));

export interface CallScoreParts {
  readonly checklist: number | null;
  readonly scriptRisk: number;
  /** 1–5, null when the wait is not known. */
  readonly response: number | null;
  readonly outcome: Decision['outcome'];
  /** The telephony's own score, 0–10; null when there is none. */
  readonly upstreamScore: number | null;
}

const UPSTREAM_FULL = 10;

/** 0–100: the call's quality as a whole; a part that is not known leaves its weight to the others. */
export const normalizedCallScore = (
  parts: CallScoreParts,
  { call_score: weights, result }: WeightsSource,
): number => {
  const { min, max } = METRICS.response_speed_score;
  const own: readonly (readonly [number, number | null])[] = [
    [weights.checklist, parts.checklist],
    [weights.courtesy, FULL - parts.scriptRisk],
    [weights.response, parts.response === null ? null : ((parts.response - min) / (max - min)) * FULL],
    [weights.result, result[parts.outcome] ?? null],
  ];
  const known = own.flatMap(([weight, value]) => (value === null ? [] : [[weight, value] as const]));
  const total = known.reduce((sum, [weight]) => sum + weight, 0);
  const ours = total === 0 ? 0 : known.reduce((sum, [weight, value]) => sum + weight * value, 0) / total;
  if (parts.upstreamScore === null) return clampScore(ours);
  const theirs = (parts.upstreamScore / UPSTREAM_FULL) * FULL;
  return clampScore(ours * (1 - weights.upstream) + theirs * weights.upstream);
};
