import { auditVerify } from '@perezvon/contracts';
import { codeKey } from '@perezvon/texts';
import { z } from 'zod';
import { nameOf } from '../../people/person.js';
import { findLatestCheck, type AuditCheck } from '../../queries/audit-check.js';
import { findNames } from '../../store/people-lists.js';
import { lines, type Html } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import { defineAction } from '../define-action.js';
import { defineScreen } from '../define-screen.js';
import { auditCheckPlace } from '../places/audit-log.js';

/** «🔐 Проверить целостность». */
export const verifyLog = defineAction({
  id: 'log-verify',
  params: z.object({}),
  intent: auditVerify,
  payload: (params) => params,
  leadsTo: () => auditCheckPlace.address({}),
});

/** What is wrong, where, and what to do. */
const brokenWords = (t: Translate, { problem, badSeq, entries }: AuditCheck): Html =>
  lines(
    badSeq === null ? t('audit-check-unproven') : t('audit-check-broken', { seq: badSeq }),
    problem && t(codeKey('audit-problem', problem)),
    t('audit-check-sound-part', { count: entries }),
    '',
    t(problem === 'head_damaged' ? 'audit-check-do-head' : 'audit-check-do'),
  );

const soundWords = (t: Translate, { entries, isCompared }: AuditCheck): Html =>
  lines(
    t('audit-check-sound', { count: entries }),
    t(isCompared ? 'audit-check-compared' : 'audit-check-not-compared'),
  );

const RESULTS: Readonly<Record<AuditCheck['state'], (t: Translate, check: AuditCheck) => Html>> = {
  running: (t, { entries }) => t('audit-check-running', { count: entries }),
  sound: soundWords,
  broken: brokenWords,
  gave_up: (t) => t('audit-check-gave-up'),
};

/** Whether somebody has changed the log: the latest check, and a new one. */
export const auditCheck = defineScreen({
  ...auditCheckPlace,
  load: async ({ db }) => {
    const check = await findLatestCheck(db);
    return { check, names: await findNames(db, check ? [check.requestedById] : []) };
  },
  render: ({ check, names }, { t, moment }) => {
    const person = check && names.get(check.requestedById);
    const asked = check && {
      name: person ? nameOf(person) : t('log-person', { id: check.requestedById }),
      at: moment(check.requestedAt),
    };
    return {
      text: lines(
        t('audit-check-title'),
        '',
        check ? RESULTS[check.state](t, check) : t('audit-check-none'),
        ...(asked ? (['', t('audit-check-asked', asked)] as const) : []),
      ),
      rows: [
        check?.state === 'running' ? [auditCheckPlace.link(t('button-refresh'), {})] : [],
        [verifyLog.button(t('button-log-verify'), {})],
      ],
    };
  },
});
