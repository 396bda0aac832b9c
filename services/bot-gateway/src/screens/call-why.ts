import { METRICS, type Evidence, type MetricName, type RuledOut } from '@perezvon/contracts';
import { levelOver, type Level } from '../domain/level.js';
import type { Person } from '../people/person.js';
import type { CardScore } from '../queries/find-call-card.js';
import { callTime } from '../text/call-time.js';
import { codeKey } from '../text/code-key.js';
import { cutWords } from '../text/cut-words.js';
import { lines, type Html } from '../text/html.js';
import type { Translate } from '../text/translate.js';
import { visibleWords } from '../text/visible-words.js';

/** A card is read in half a minute: the heaviest triggers, a few things that were ruled out. */
const MAX_TRIGGERS = 8;
const MAX_RULED_OUT = 3;
const MAX_QUOTE = 160;

/** What a card explains, most urgent first: a score with the metrics whose evidence speaks for it. */
interface Topic {
  id: MetricName;
  evidence: readonly MetricName[];
  score: (score: CardScore) => number | null;
  lines: { red: number; yellow: number } | null;
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
  { id: 'followup_needed_flag', evidence: ['followup_needed_flag'], score: () => null, lines: null },
  {
    id: 'cross_sell_potential',
    evidence: ['cross_sell_potential'],
    score: ({ crossSellPotential }) => crossSellPotential,
    // A further need is a chance, not a danger: it has no red.
    lines: null,
  },
];

/** The level of a topic in one call; `unknown`: it has no number, or none with a red line. */
export const topicLevel = ({ score, lines }: Topic, card: CardScore): Level | 'unknown' => {
  const value = score(card);
  return value === null || lines === null ? 'unknown' : levelOver(value, lines);
};

/** A rule in words: its own, its family's, or neutral ones. Never the id itself. */
export const ruleWords = (rule: string, t: Translate): Html => {
  const [family = ''] = rule.split('.');
  return t('rule-why', { rule: rule.replaceAll('.', '-'), family });
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

/** The triggers that fit, grouped by what they speak for; the heaviest of all are kept. */
const topicBlocks = (score: CardScore, tools: Tools): Html[] => {
  const kept = new Set(score.evidence.toSorted((a, b) => b.weight - a.weight).slice(0, MAX_TRIGGERS));
  return TOPICS.flatMap((topic) => {
    const triggers = score.evidence
      .filter((one) => kept.has(one) && topic.evidence.includes(one.metric))
      .toSorted((a, b) => b.weight - a.weight || a.turn - b.turn);
    if (triggers.length === 0) return [];
    return [lines(topicHead(topic, score, tools.t), ...triggers.map((one) => triggerLines(one, tools)))];
  });
};

const ruledOutLines = ({ quote, t: at, why, rule }: RuledOut, { t, person }: Tools): Html[] => [
  t('call-ruled-out', { why: t(codeKey('ruled-out', why)), rule: ruleWords(rule, t), at: placeOf(at) }),
  t('call-quote', { quote: quoteOf(quote, person) }),
];

/** «Почему»: each trigger with its weight, words and time, then what was checked and ruled out. */
export const explainScore = (score: CardScore, tools: Tools): Html => {
  const { t } = tools;
  const blocks = topicBlocks(score, tools);
  const left = score.evidence.length - MAX_TRIGGERS;
  const ruledOut = score.ruledOut.slice(0, MAX_RULED_OUT);
  return lines(
    t('call-why'),
    blocks.length === 0 ? t('call-why-nothing') : null,
    blocks,
    left > 0 ? t('call-why-more', { count: left }) : null,
    ...(ruledOut.length === 0
      ? []
      : ['' as const, t('call-ruled-out-title'), ...ruledOut.map((one) => ruledOutLines(one, tools))]),
  );
};
