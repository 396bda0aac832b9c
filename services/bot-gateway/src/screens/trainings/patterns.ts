import { PATTERN_CALLS } from '@perezvon/contracts';
import { operatorKey } from '../../domain/operator-key.js';
import { pageOfAll } from '../../queries/page.js';
import { listFindings, patternWeek, type NamedFinding } from '../../queries/trainings/list-findings.js';
import { countAllTrainings } from '../../queries/trainings/list-trainings.js';
import { dayWords } from '../../text/clock-words.js';
import { lines, type Html } from '../../text/html.js';
import type { Button } from '../define-place.js';
import { defineScreen, type RenderTools } from '../define-screen.js';
import { operatorWords } from '../operators/operator-words.js';
import { turnButtons } from '../page-buttons.js';
import { patternPlace, patternsPlace, trainingsPlace } from '../places/trainings.js';
import { currentTrainingWords, patternName, shareWords } from './pattern-words.js';

/** Three lines and a button a pattern. */
const PAGE_SIZE = 5;

type Tools = Pick<RenderTools<unknown>, 't' | 'moment'>;

const findingLines = (finding: NamedFinding, tools: Tools): Html => {
  const { t } = tools;
  const operator = operatorWords({ code: finding.operator, name: finding.name }, t);
  return lines(
    '',
    t('pattern-row', { operator, pattern: patternName(finding, t) }),
    shareWords(finding, t),
    currentTrainingWords(finding.training, tools),
  );
};

const findingButton = ({ pattern, operator, name, own }: NamedFinding, t: Tools['t']): Button =>
  patternPlace.link(
    t('pattern-button', {
      operator: name === null ? operator : name.firstName,
      pattern: patternName({ pattern }, t),
      count: own.count,
    }),
    { operator: operatorKey(operator), pattern },
  );

/** «🎓 Обучение»: what operators did again and again in the last week, the most striking first. */
export const patterns = defineScreen({
  ...patternsPlace,
  load: async ({ db, now, timezone }, { page }) => {
    const at = now();
    const [findings, trainings] = await Promise.all([
      listFindings(db, { now: at, timezone }),
      countAllTrainings(db),
    ]);
    return {
      found: findings.length,
      shown: pageOfAll(findings, { page, size: PAGE_SIZE }),
      trainings,
      since: patternWeek(at, timezone).since,
    };
  },
  render: ({ found, shown, trainings, since }, tools) => {
    const { t, now, timezone } = tools;
    return {
      text: lines(
        t('patterns-title', { from: dayWords(since, timezone), to: dayWords(now, timezone) }),
        found === 0
          ? t('patterns-none', { min: PATTERN_CALLS })
          : t('patterns-intro', { min: PATTERN_CALLS }),
        found > 0 && shown.rows.length === 0 ? t('page-empty') : null,
        shown.rows.map((finding) => findingLines(finding, tools)),
      ),
      rows: [
        ...shown.rows.map((finding) => [findingButton(finding, t)]),
        turnButtons(shown, t, (label, page) => patternsPlace.link(label, { page })),
        [trainingsPlace.link(t('button-all-trainings', { count: trainings.open }), { direction: 'on' })],
      ],
    };
  },
});
