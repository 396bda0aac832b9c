import type {
  Accuracy,
  ChoiceChange,
  ComparisonResult,
  FlagChange,
  NumberChange,
} from '@perezvon/lm/compare';
import { METRICS } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import { html, lines, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';

const UNKNOWN = '—';

const decimal = (t: Translate, value: number | null): Html =>
  value === null ? html`${UNKNOWN}` : t('report-decimal', { value });
const PERCENT = 100;
const percent = (t: Translate, share: number | null): Html =>
  share === null ? html`${UNKNOWN}` : t('report-percent', { percent: PERCENT * share });

const accuracyWords = (t: Translate, before: Accuracy, after: Accuracy): Html =>
  t('report-accuracy', {
    precisionBefore: decimal(t, before.precision),
    precisionAfter: decimal(t, after.precision),
    recallBefore: decimal(t, before.recall),
    recallAfter: decimal(t, after.recall),
    known: after.n,
  });

/** One flag: what came and went, how well the two agree, and how right they are where that is known. */
export const flagLines = (t: Translate, flag: FlagChange): Html =>
  lines(
    t('report-flag', {
      metric: t(codeKey('metric', flag.flag)),
      before: flag.raisedBefore,
      after: flag.raisedAfter,
      gained: flag.gained,
      lost: flag.lost,
    }),
    t('report-agreement', {
      observed: percent(t, flag.agreement.observed),
      kappa: decimal(t, flag.agreement.kappa),
      ac1: decimal(t, flag.agreement.ac1),
      calls: flag.n,
    }),
    flag.accuracyBefore && flag.accuracyAfter && accuracyWords(t, flag.accuracyBefore, flag.accuracyAfter),
  );

/** One number: mean, the value that a tenth of the calls is over, and the share beyond the red line. */
export const numberLine = (t: Translate, { metric, before, after }: NumberChange): Html => {
  const values = {
    metric: t(codeKey('metric', metric)),
    meanBefore: decimal(t, before.mean),
    meanAfter: decimal(t, after.mean),
    p90Before: decimal(t, before.p90),
    p90After: decimal(t, after.p90),
  };
  const lines = METRICS[metric];
  if (!('red' in lines) && !('redUnder' in lines)) return t('report-number', values);
  return t('report-number-red', {
    ...values,
    redBefore: percent(t, before.redShare),
    redAfter: percent(t, after.redShare),
  });
};

/** Kinds of the texts of a choice's values, and of its own name. */
const CHOICE_TEXTS: Readonly<Record<ChoiceChange['choice'], string>> = {
  outcome: 'outcome',
  churn_risk_level: 'churn-level',
  followup_reason: 'followup',
  loss_reason: 'loss',
};
/** The rest is single calls. */
const MAX_TRANSITIONS = 5;

/** One choice: how often both say the same, and what became what. */
export const choiceLines = (t: Translate, { choice, n, sameShare, transitions }: ChoiceChange): Html => {
  const value = (code: string | null): Html =>
    code === null ? html`${UNKNOWN}` : t(codeKey(CHOICE_TEXTS[choice], code));
  return lines(
    t('report-choice', { name: t(codeKey('choice', choice)), same: percent(t, sameShare), calls: n }),
    transitions
      .slice(0, MAX_TRANSITIONS)
      .map(({ from, to, calls }) => t('report-transition', { from: value(from), to: value(to), calls })),
  );
};

/** How many calls were compared, and with which versions. */
export const reportHead = (t: Translate, { calls, changedCalls, tagsBefore }: ComparisonResult): Html =>
  lines(
    t('report-calls', { calls, changed: changedCalls }),
    tagsBefore.length === 0 ? null : t('report-against', { tags: tagsBefore.join(', ') }),
  );
