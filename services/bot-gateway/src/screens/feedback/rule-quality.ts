import { JUDGED_METRICS } from '@perezvon/contracts';
import type { FeedbackQuality, MetricQuality, Precision, RuleQuality } from '@perezvon/lm/feedback';
import { codeKey } from '@perezvon/texts';
import { pageOfAll } from '../../queries/page.js';
import { findRuleQuality } from '../../queries/feedback/rule-quality.js';
import { lines, type Html } from '../../text/html.js';
import { ruleWords } from '../../text/rule-words.js';
import type { TextArgs, Translate } from '../../text/translate.js';
import { defineScreen } from '../define-screen.js';
import { turnButtons } from '../page-buttons.js';
import { agreementPlace, metricRulesPlace, ruleQualityPlace } from '../places/feedback.js';

/** Rules of a screen: two lines each. */
const PAGE_SIZE = 10;
const PERCENT = 100;

const percent = (share: number): string => String(Math.round(share * PERCENT));

const numbersOf = ({ precision, interval, n }: Precision): TextArgs => ({
  precision: precision === null ? 'none' : percent(precision),
  low: interval === null ? '' : percent(interval.low),
  high: interval === null ? '' : percent(interval.high),
  n,
});

const isJudged = ({ n, missed, disputed }: MetricQuality): boolean => n + missed + disputed > 0;

const metricLines = (quality: MetricQuality, t: Translate): Html[] => [
  t('quality-metric', { metric: t(codeKey('metric', quality.metric)), ...numbersOf(quality) }),
  t('quality-metric-rest', { missed: quality.missed, disputed: quality.disputed }),
];

const suspectsLine = ({ rules }: FeedbackQuality, t: Translate): Html | null => {
  const count = rules.filter(({ isSuspect }) => isSuspect).length;
  return count === 0 ? null : t('quality-suspects', { count });
};

/** «Качество правил»: how often each metric is right in people's eyes, and how many rules are suspect. */
export const ruleQuality = defineScreen({
  ...ruleQualityPlace,
  load: ({ db, now }, { isActiveOnly }) => findRuleQuality(db, { now: now(), isActiveOnly }),
  render: (quality, { t, params: { isActiveOnly } }) => {
    const judged = quality.metrics.filter(isJudged);
    const rulesOf = (metric: string): number => quality.rules.filter((rule) => rule.metric === metric).length;
    return {
      text: lines(
        t('quality-title'),
        t('quality-scope', { scope: isActiveOnly ? 'active' : 'all' }),
        '',
        ...(judged.length === 0
          ? [t('quality-none')]
          : [
              ...judged.flatMap((one) => metricLines(one, t)),
              suspectsLine(quality, t),
              '' as const,
              t('quality-explain'),
            ]),
      ),
      rows: [
        ...JUDGED_METRICS.filter((metric) => rulesOf(metric) > 0).map((metric) => [
          metricRulesPlace.link(
            t('button-quality-metric', { metric: t(codeKey('metric', metric)), count: rulesOf(metric) }),
            { metric, isActiveOnly, page: 0 },
          ),
        ]),
        [
          ruleQualityPlace.link(t(isActiveOnly ? 'button-quality-all' : 'button-quality-active'), {
            isActiveOnly: !isActiveOnly,
          }),
        ],
        [agreementPlace.link(t('button-agreement'), {})],
      ],
    };
  },
});

const ruleLines = (quality: RuleQuality, t: Translate): Html[] => [
  t('quality-rule', {
    suspect: String(quality.isSuspect),
    rule: ruleWords(quality.rule, t),
    id: quality.rule,
  }),
  t('quality-rule-numbers', numbersOf(quality)),
];

/** The rules behind one metric, the suspect ones first. */
export const metricRules = defineScreen({
  ...metricRulesPlace,
  load: async ({ db, now }, { metric, isActiveOnly }) => {
    const { rules } = await findRuleQuality(db, { now: now(), isActiveOnly });
    return rules.filter((rule) => rule.metric === metric);
  },
  render: (rules, { t, params }) => {
    const { metric, page } = params;
    const shown = pageOfAll(rules, { page, size: PAGE_SIZE });
    return {
      text: lines(
        t('quality-rules-title', { metric: t(codeKey('metric', metric)) }),
        '',
        ...(rules.length === 0
          ? [t('quality-rules-none')]
          : shown.rows.flatMap((rule) => ruleLines(rule, t))),
      ),
      rows: [turnButtons(shown, t, (label, to) => metricRulesPlace.link(label, { ...params, page: to }))],
    };
  },
});
