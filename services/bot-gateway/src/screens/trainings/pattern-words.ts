import { TRAINING_PATTERNS } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import type { Finding } from '../../domain/pattern-findings.js';
import { shareOf, type Part } from '../../domain/period-lines.js';
import type { CurrentTraining } from '../../queries/trainings/list-current-trainings.js';
import type { Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import type { RenderTools } from '../define-screen.js';

const PERCENT = 100;
const percentWords = (part: Part): number => Math.round((shareOf(part) ?? 0) * PERCENT);

/** `9 из 84 целевых · 11 %, у остальных 4 %` */
export const shareWords = ({ pattern, own, others, isMore }: Finding, t: Translate): Html =>
  t('pattern-share', {
    base: t('pattern-base', { metric: TRAINING_PATTERNS[pattern].metric, count: own.base }),
    count: own.count,
    percent: percentWords(own),
    others: others === null ? 'none' : percentWords(others),
    more: String(isMore),
  });

/** What the operator is taught about it already; null: nothing. */
export const currentTrainingWords = (
  training: CurrentTraining | null,
  { t, moment }: Pick<RenderTools<unknown>, 't' | 'moment'>,
): Html | null =>
  training &&
  (training.doneAt === null
    ? t('pattern-trained-now', { due: moment(training.dueAt) })
    : t('pattern-trained', { at: moment(training.doneAt) }));

/** «Не предложил запись» */
export const patternName = ({ pattern }: Pick<Finding, 'pattern'>, t: Translate): Html =>
  t(codeKey('pattern', pattern));
