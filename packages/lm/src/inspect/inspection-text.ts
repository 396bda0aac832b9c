import { METRICS, type CallScore, type Evidence, type RuledOut } from '@perezvon/contracts';
import type { ComparedFlag } from '../compare/flags.js';
import type { Contribution } from './contributions.js';
import type { FlagInspection, Inspection, ModelView, TurningPoint } from './inspect-call.js';
import type { Sentence } from './sentences.js';

type Value = string | number | boolean | null | undefined;
const valueText = (value: Value): string => (value === null || value === undefined ? '—' : String(value));

const NAME_WIDTH = 26;
const PROVENANCE: ReadonlySet<string> = new Set(['lm_version_tag', 'calc_profile']);

const WHY: Readonly<Record<RuledOut['why'], string>> = {
  negated: 'denied where it stands',
  other_party: 'said of somebody else',
  operator_words: 'the operator’s own words',
  medical: 'a symptom, no grievance',
  resolved_later: 'settled later in the call',
  hypothetical: 'only supposed',
  idiom: 'a figure of speech',
};

const SECONDS = 60;
const clock = (t: number | null): string =>
  t === null ? '' : ` ${Math.floor(t / SECONDS)}:${String(Math.floor(t % SECONDS)).padStart(2, '0')}`;

const signed = (weight: number): string => `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(2)}`;

const metricLines = ({ metrics, gates }: CallScore): string[] => {
  const reasons = new Map<string, string>(Object.entries(gates));
  return Object.entries(metrics)
    .filter(([name]) => !PROVENANCE.has(name))
    .map(([name, value]) => {
      const gate = reasons.get(name);
      return `  ${name.padEnd(NAME_WIDTH)} ${valueText(value)}${gate === undefined ? '' : ` (${gate})`}`;
    });
};

const evidenceLine = ({ turn, t, quote, rule, weight }: Evidence): string =>
  `    said: turn ${turn}${clock(t)} «${quote}» (${rule}, ${weight} points)`;

const ruledOutLine = ({ metric, turn, t, quote, rule, why }: RuledOut): string =>
  `  turn ${turn}${clock(t)} «${quote}» (${rule}, ${metric}): ${WHY[why]}`;

const sentenceText = ({ turn, text }: Sentence): string => `turn ${turn} «${text}»`;

const MAX_CONTRIBUTIONS = 4;
const MAX_NAMES = 3;

const contributionLine = ({ sentence, weight, names }: Contribution): string => {
  const where = sentence === null ? 'the call as a whole' : sentenceText(sentence);
  const more = names.length > MAX_NAMES ? ', …' : '';
  return `    ${signed(weight)} ${where}: ${names.slice(0, MAX_NAMES).join(', ')}${more}`;
};

/** The heaviest on each side: what spoke for the answer, what against. */
const contributionLines = ({ contributions }: ModelView): string[] => {
  const side = (isFor: boolean): string[] =>
    contributions
      .filter(({ weight }) => weight > 0 === isFor)
      .slice(0, MAX_CONTRIBUTIONS)
      .map(contributionLine);
  return [...side(true), ...side(false)];
};

const turningLines = (isRaised: boolean, { without, reading, turns }: TurningPoint): string[] => {
  const value = reading.value === null ? '' : ` (${reading.value})`;
  const becomes = `${(isRaised && turns) || (!isRaised && !turns) ? 'not raised' : 'raised'}${value}`;
  return [
    `    scored again without ${without.length === 1 ? 'this sentence' : `these ${without.length} sentences`} it is ${turns ? '' : 'still '}${becomes}:`,
    ...without.map((sentence) => `      ${sentenceText(sentence)}`),
  ];
};

const LINES: Readonly<Partial<Record<ComparedFlag, string>>> = {
  complaint_risk_flag: `red from ${METRICS.complaint_risk_score.red}`,
  lost_opportunity_score: `red from ${METRICS.lost_opportunity_score.red}`,
  churn_risk_level: `red from ${METRICS.churn_risk_score.red}`,
  cross_sell_potential: `red from ${METRICS.cross_sell_potential.red}`,
  script_risk_index: `red from ${METRICS.script_risk_index.red}`,
  normalized_call_score: `red under ${METRICS.normalized_call_score.redUnder}`,
};

/** Under half of the threshold there is nothing to explain. */
const NEAR = 0.5;
const isWorthTelling = ({ flag, reading, model }: FlagInspection): boolean =>
  // That somebody is a client is the rule; that he is none wants a reason.
  flag === 'is_target'
    ? reading.raised !== true
    : reading.raised === true || (model !== null && model.probability >= model.threshold * NEAR);

const headLine = ({ flag, reading, model }: FlagInspection): string => {
  const state = reading.raised === null ? 'not known' : reading.raised ? 'raised' : 'not raised';
  const line = LINES[flag];
  return `${flag}: ${[
    state,
    ...(reading.value === null ? [] : [`${reading.value}${line === undefined ? '' : ` (${line})`}`]),
    ...(model === null
      ? []
      : [`probability ${model.probability.toFixed(2)}, raised from ${model.threshold.toFixed(2)}`]),
  ].join(', ')}`;
};

const flagLines = (one: FlagInspection, { evidence }: CallScore): string[] => {
  const { flag, reading, model } = one;
  const head = ['', headLine(one), ...evidence.filter(({ metric }) => metric === flag).map(evidenceLine)];
  if (model === null || !isWorthTelling(one)) return head;
  const { turningPoint } = model;
  return [
    ...head,
    ...contributionLines(model),
    ...(turningPoint === undefined ? [] : turningLines(reading.raised === true, turningPoint)),
  ];
};

const promiseLine = ({ promise }: CallScore): string => {
  if (promise === null) return 'no promise to call back';
  const { turn, quote, due_at: dueAt, is_time_said: isTimeSaid } = promise;
  return `promised to call back until ${dueAt}${isTimeSaid ? '' : ' (no time said)'}: turn ${turn} «${quote}»`;
};

/** The page that a developer reads to understand one score. */
export const inspectionText = ({ score, flags }: Inspection): string => {
  const { history_id: id, outcome, valid_dialogue: isDialogue, is_target: isTarget } = score;
  return [
    `call ${id}: ${outcome}, ${isDialogue ? 'a dialogue' : 'no dialogue'}, target ${valueText(isTarget)}, profile ${score.calc_profile}, ${score.lm_version_tag}`,
    ...metricLines(score),
    ...flags.flatMap((flag) => flagLines(flag, score)),
    '',
    promiseLine(score),
    '',
    score.ruled_out.length === 0 ? 'nothing was set aside' : 'set aside:',
    ...score.ruled_out.map(ruledOutLine),
    ...(flags.length === 0
      ? []
      : [
          '',
          'Weights are log-odds of the model. Outcome and labels are decided together: one may follow another.',
        ]),
  ].join('\n');
};
