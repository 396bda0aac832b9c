import { ENOUGH_PAIRS, type MetricAgreement } from '@perezvon/lm/feedback';
import { codeKey } from '@perezvon/texts';
import { findSecondOpinions } from '../../queries/feedback/second-opinions.js';
import { lines, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import { defineScreen } from '../define-screen.js';
import { agreementPlace } from '../places/feedback.js';

const PERCENT = 100;
const DIGITS = 2;

const percent = (share: number | null): string =>
  share === null ? '—' : String(Math.round(share * PERCENT));
const coefficient = (value: number | null): string => value?.toFixed(DIGITS) ?? 'none';

const agreementRow = ({ metric, agreement }: MetricAgreement, t: Translate): Html =>
  t('agreement-row', {
    metric: metric === null ? t('agreement-all') : t(codeKey('metric', metric)),
    observed: percent(agreement.observed),
    kappa: coefficient(agreement.kappa),
    ac1: coefficient(agreement.ac1),
    prevalence: percent(agreement.prevalence),
    n: agreement.n,
  });

/** All metrics together first; what is too little to conclude from says so. */
const blockOf = (rows: readonly MetricAgreement[], title: Html, t: Translate): (Html | '')[] => {
  const [all] = rows;
  if (all === undefined) return [];
  const { n } = all.agreement;
  return [
    '',
    title,
    ...rows.map((row) => agreementRow(row, t)),
    ...(n < ENOUGH_PAIRS ? [t('agreement-few', { n, enough: ENOUGH_PAIRS })] : []),
  ];
};

/** «Согласие людей»: how far two people, and the engine and a person, say the same of the same call. */
export const agreement = defineScreen({
  ...agreementPlace,
  load: ({ db }) => findSecondOpinions(db),
  render: ({ people, engine, recall }, { t }) => ({
    text: lines(
      t('agreement-title'),
      ...(people.length + engine.length === 0 ? ['' as const, t('agreement-none')] : []),
      ...blockOf(people, t('agreement-people'), t),
      ...blockOf(engine, t('agreement-engine'), t),
      recall.n === 0 ? null : t('agreement-recall', { ...recall }),
      '',
      t('agreement-explain'),
    ),
    rows: [],
  }),
});
