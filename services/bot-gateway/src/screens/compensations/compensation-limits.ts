import { limitObjection } from '@perezvon/access';
import { areLimitsOrdered, COMPENSATION_LIMITS, CompensationKopecks } from '@perezvon/contracts';
import { findCompensationLimits } from '@perezvon/db';
import { codeKey } from '@perezvon/texts';
import { html, lines } from '../../text/html.js';
import { moneyWords } from '../../text/money-words.js';
import { parseMoney } from '../../text/parse-money.js';
import { defineScreen } from '../define-screen.js';
import {
  compensationLimitPlace,
  compensationLimitSavePlace,
  compensationLimitsPlace,
} from '../places/compensations.js';
import { setCompensationLimit } from './compensation-actions.js';

/** «💰 Пределы компенсаций». */
export const compensationLimits = defineScreen({
  ...compensationLimitsPlace,
  load: ({ db }) => findCompensationLimits(db),
  render: (limits, { t, person }) => ({
    text: lines(
      t('compensation-limits-title'),
      '',
      COMPENSATION_LIMITS.map(
        (limit) => html`${t(codeKey('compensation-limit', limit))}: <b>${moneyWords(limits[limit], t)}</b>`,
      ),
      '',
      t('compensation-limits-about'),
    ),
    rows: COMPENSATION_LIMITS.filter((limit) => limitObjection(limit, person) === null).map((limit) => [
      compensationLimitPlace.link(
        t('button-compensation-limit', { limit: t(codeKey('compensation-limit', limit)) }),
        { limit },
      ),
    ]),
  }),
});

/** One limit: the next sum in this chat. An old button may lead here: whoever sets no such limit reads why. */
export const compensationLimit = defineScreen({
  ...compensationLimitPlace,
  load: ({ db }) => findCompensationLimits(db),
  render: (limits, { t, person, params: { limit } }) => ({
    text: lines(
      html`<b>${t(codeKey('compensation-limit', limit))}</b>: ${moneyWords(limits[limit], t)}`,
      '',
      limitObjection(limit, person) === null
        ? t('compensation-limit-question')
        : t('compensation-limit-not-yours'),
    ),
    rows: [],
  }),
  typed: (text, { t, params: { limit } }) => {
    const kopecks = CompensationKopecks.safeParse(parseMoney(text));
    return kopecks.success
      ? { kind: 'open', address: compensationLimitSavePlace.address({ limit, kopecks: kopecks.data }) }
      : { kind: 'say', text: t('compensation-sum-not-understood') };
  },
});

/** The new limit before it holds. */
export const compensationLimitSave = defineScreen({
  ...compensationLimitSavePlace,
  load: ({ db }) => findCompensationLimits(db),
  render: (limits, { t, person, params }) => {
    const { limit, kopecks } = params;
    const cancel = compensationLimitsPlace.link(t('button-cancel'), {});
    if (limitObjection(limit, person) !== null)
      return { text: t('compensation-limit-not-yours'), rows: [[cancel]] };
    if (limits[limit] === kopecks)
      return { text: t('compensation-limit-already', { money: moneyWords(kopecks, t) }), rows: [[cancel]] };
    const change = t('compensation-limit-change', {
      limit: t(codeKey('compensation-limit', limit)),
      before: moneyWords(limits[limit], t),
      after: moneyWords(kopecks, t),
    });
    if (!areLimitsOrdered({ ...limits, [limit]: kopecks }))
      return { text: lines(change, '', t('compensation-limits-crossed')), rows: [[cancel]] };
    return {
      text: change,
      rows: [[setCompensationLimit.button(t('button-compensation-limit-save'), params), cancel]],
    };
  },
});
