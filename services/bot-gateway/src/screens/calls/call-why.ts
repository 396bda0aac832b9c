import {
  METRICS,
  type Evidence,
  type JudgedMetric,
  type MetricName,
  type RuledOut,
} from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import { levelOver, type Level } from '../../domain/level.js';
import type { Person } from '../../people/person.js';
import type { CardScore } from '../../queries/calls/find-call-card.js';
import { callTime } from '../../text/call-time.js';
import { cutWords } from '../../text/cut-words.js';
import { lines, type Html } from '../../text/html.js';
import { ruleWords } from '../../text/rule-words.js';
import type { Translate } from '../../text/translate.js';
import { visibleWords } from '../../text/visible-words.js';

/** A card is read in half a minute: the heaviest triggers, a few things that were ruled out. */
const MAX_TRIGGERS = 8;
const MAX_TRIGGERS_A_TOPIC = 3;
/** Points under which words say little on their own. */
const MIN_WEIGHT = 5;
const MAX_RULED_OUT = 3;
const MAX_QUOTE = 120;

/** What a card explains, most urgent first: a score with the metrics whose evidence speaks for it. */
interface Topic {
  id: MetricName;
  evidence: readonly MetricName[];
  score: (score: CardScore) => number | null;
  /** Its red and yellow lines; without any, the sign it has instead. */
  lines: { red: number; yellow: number } | 'callback' | 'chance';
}

export const TOPICS: readonly Topic[] = [
  {
    id: 'complaint_risk_score',
    evidence: ['complaint_risk_flag', 'complaint_risk_score'],
    score: ({ complaintRiskScore }) => complaintRiskScore,
    lines: METRICS.complaint_risk_score,
  },
  {
    id: 'lost_opportunity_score',
    evidence: ['lost_opportunity_score'],
    score: ({ lostOpportunityScore }) => lostOpportunityScore,
    lines: METRICS.lost_opportunity_score,
  },
  {
    id: 'churn_risk_level',
    evidence: ['churn_risk_level', 'churn_risk_score'],
    score: ({ churnRiskScore }) => churnRiskScore,
    lines: METRICS.churn_risk_score,
  },
  {
    id: 'script_risk_index',
    evidence: ['script_risk_index'],
    score: ({ scriptRiskIndex }) => scriptRiskIndex,
    lines: METRICS.script_risk_index,
  },
  { id: 'followup_needed_flag', evidence: ['followup_needed_flag'], score: () => null, lines: 'callback' },
  {
    id: 'cross_sell_potential',
    evidence: ['cross_sell_potential'],
    score: ({ crossSellPotential }) => crossSellPotential,
    // A further need is a chance, not a danger: it has no red.
    lines: 'chance',
  },
];

/** The level of a topic in one call, or its sign; `unknown`: it has no number. */
export const topicLevel = (
  { score, lines }: Topic,
  card: CardScore,
): Level | 'callback' | 'chance' | 'unknown' => {
  if (typeof lines === 'string') return lines;
  const value = score(card);
  return value === null ? 'unknown' : levelOver(value, lines);
};

type Tools = { t: Translate; person: Pick<Person, 'role'> };

const quoteOf = (quote: string, person: Pick<Person, 'role'>): string =>
  cutWords(visibleWords(quote, person), MAX_QUOTE);

/** Where in the call: `0:41`; empty when the transcript has no times. */
const placeOf = (t: number | null): string => (t === null ? 'none' : callTime(t));

const triggerLines = ({ rule, weight, quote, t: at }: Evidence, { t, person }: Tools): Html[] => [
  t('call-trigger', { weight: Math.round(weight), rule: ruleWords(rule, t), at: placeOf(at) }),
  t('call-quote', { quote: quoteOf(quote, person) }),
];

const topicHead = (topic: Topic, score: CardScore, t: Translate): Html =>
  t('call-topic', {
    light: t('light', { level: topicLevel(topic, score) }),
    metric: t(codeKey('metric', topic.id)),
    score: String(topic.score(score) ?? 'none'),
  });

/** The first of those that say the same; a flag and the score behind it quote the same words. */
const withoutRepeats = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] =>
  [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()].toReversed();

/** What speaks for a topic, the heaviest first. */
const triggersOf = ({ evidence }: Topic, score: CardScore): Evidence[] =>
  withoutRepeats(
    score.evidence.filter(({ metric }) => evidence.includes(metric)),
    ({ turn, rule, quote }) => `${turn} ${rule} ${quote}`,
  ).toSorted((a, b) => b.weight - a.weight || a.turn - b.turn);

/** Not a trifle, or all there is. */
const isWorthReading = ({ weight }: Evidence, place: number): boolean => place === 0 || weight >= MIN_WEIGHT;

/** The triggers that fit, by topic, and how many are left out. */
const chooseTriggers = (score: CardScore): { chosen: [Topic, Evidence[]][]; left: number } => {
  const all = TOPICS.map((topic): [Topic, Evidence[]] => [topic, triggersOf(topic, score)]);
  const heaviest = all
    .flatMap(([, triggers]) => triggers.filter(isWorthReading).slice(0, MAX_TRIGGERS_A_TOPIC))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MAX_TRIGGERS);
  const kept = new Set(heaviest);
  const chosen = all.map(([topic, triggers]): [Topic, Evidence[]] => [
    topic,
    triggers.filter((one) => kept.has(one)),
  ]);
  const total = all.reduce((sum, [, triggers]) => sum + triggers.length, 0);
  return { chosen: chosen.filter(([, triggers]) => triggers.length > 0), left: total - heaviest.length };
};

const topicBlock = ([topic, triggers]: [Topic, Evidence[]], score: CardScore, tools: Tools): Html =>
  lines(topicHead(topic, score, tools.t), ...triggers.map((one) => triggerLines(one, tools)));

const ruledOutLines = ({ quote, t: at, why, rule }: RuledOut, { t, person }: Tools): Html[] => [
  t('call-ruled-out', { why: t(codeKey('ruled-out', why)), rule: ruleWords(rule, t), at: placeOf(at) }),
  t('call-quote', { quote: quoteOf(quote, person) }),
];

const ruledOutBlock = (ruledOut: readonly RuledOut[], tools: Tools): ('' | Html | readonly Html[])[] =>
  ruledOut.length === 0
    ? []
    : ['', tools.t('call-ruled-out-title'), ...ruledOut.map((one) => ruledOutLines(one, tools))];

/** «Почему»: each trigger with its weight, words and time, then what was checked and ruled out. */
export const explainScore = (score: CardScore, tools: Tools): Html => {
  const { t } = tools;
  const { chosen, left } = chooseTriggers(score);
  const ruledOut = withoutRepeats(score.ruledOut, ({ turn, rule }) => `${turn} ${rule}`).slice(
    0,
    MAX_RULED_OUT,
  );
  return lines(
    t('call-why'),
    chosen.length === 0 ? t('call-why-nothing') : null,
    chosen.map((block) => topicBlock(block, score, tools)),
    left > 0 ? t('call-why-more', { count: left }) : null,
    ...ruledOutBlock(ruledOut, tools),
  );
};

/**
 * Why one metric was raised: its number, its triggers, the heaviest first, and what was ruled out. Whoever disputes it
 * and whoever decides read the same lines.
 */
export const explainMetric = (score: CardScore, metric: JudgedMetric, tools: Tools): Html => {
  const topic = TOPICS.find(({ evidence }) => evidence.includes(metric));
  if (topic === undefined) return tools.t('call-why-nothing');
  const triggers = triggersOf(topic, score);
  const shown = triggers.slice(0, MAX_TRIGGERS);
  const ruledOut = withoutRepeats(
    score.ruledOut.filter((one) => topic.evidence.includes(one.metric)),
    ({ turn, rule }) => `${turn} ${rule}`,
  ).slice(0, MAX_RULED_OUT);
  return lines(
    tools.t('call-why'),
    topicBlock([topic, shown], score, tools),
    shown.length === 0 ? tools.t('call-why-nothing') : null,
    triggers.length > shown.length
      ? tools.t('call-why-more', { count: triggers.length - shown.length })
      : null,
    ...ruledOutBlock(ruledOut, tools),
  );
};
