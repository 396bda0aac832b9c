import {
  adminAction,
  auditCheckStep,
  auditVerified,
  type AuditProblem,
  type EventBody,
} from '@perezvon/contracts';
import type { Tx } from '@perezvon/db';
import { insertEvents, type Log, type TransactionHandler } from '@perezvon/messaging';
import type { Break, Head } from '../domain/chain.js';
import { endCheck, lockRunning, moveCheck, type Finding } from '../store/checks.js';
import { HeadFileDamaged, readHeadFile } from '../store/head-file.js';
import { checkHead } from '../verify/check-head.js';
import { verifyPage } from '../verify/verify-log.js';

export interface CheckDeps {
  /** PEREZVON_HOME: where the log's head is kept outside the database. */
  home: string;
  log: Log;
}

const PROBLEMS: Readonly<Record<Break['problem'], AuditProblem>> = {
  'row is missing': 'row_missing',
  'row does not follow the one before it': 'row_detached',
  'row was changed after it was written': 'row_changed',
  'log ends before the head kept outside it': 'log_cut',
  'log was rewritten: the head kept outside it is another': 'log_rewritten',
};

const findingOf = (head: Head, broken: Break | null, isCompared: boolean): Finding => ({
  head,
  problem: broken && PROBLEMS[broken.problem],
  badSeq: broken && broken.seq,
  isCompared,
});

/** The chain is sound up to its end: is it the one whose head was kept outside? */
const compareKept = async (tx: Tx, head: Head, home: string): Promise<Finding> => {
  try {
    const kept = await readHeadFile(home);
    return findingOf(head, kept && (await checkHead(tx, kept)), kept !== null);
  } catch (error) {
    if (!(error instanceof HeadFileDamaged)) throw error;
    return { head, problem: 'head_damaged', badSeq: null, isCompared: false };
  }
};

/** The log's own line about a check: what it found, told by the system itself. */
const lineOf = ({ head, problem, badSeq }: Finding): EventBody =>
  adminAction.of({
    action: 'audit.verify',
    subject: { kind: 'system', id: 'audit-log' },
    actorRole: null,
    before: null,
    after: {
      auditState: problem === null ? 'sound' : 'broken',
      auditEntries: Number(head.seq),
      ...(problem !== null && { auditProblem: problem }),
      ...(badSeq !== null && { auditBadSeq: Number(badSeq) }),
    },
  });

/**
 * One page of a check. The next one is a message of its own, behind whatever waits to be appended: a check of any
 * length holds up nobody, and goes on where it was when the process dies.
 */
export const stepCheck = ({ home, log }: CheckDeps): TransactionHandler<typeof auditCheckStep> => ({
  kind: 'transaction',
  handle: async ({ payload: { checkId, from } }, { tx, now }) => {
    const check = await lockRunning(tx, checkId);
    if (check === null || check.head.seq !== BigInt(from)) return [];
    const at = now();
    const { head, broken, isEnd } = await verifyPage(tx, check.head);
    if (!isEnd) {
      await moveCheck(tx, checkId, { head, at });
      const next = { causedBy: `audit-check-${checkId}-${head.seq}`, actorId: null, origin: null, at };
      await insertEvents(tx, [auditCheckStep.of({ checkId, from: Number(head.seq) })], next);
      return [];
    }

    const finding = broken ? findingOf(head, broken, false) : await compareKept(tx, head, home);
    await endCheck(tx, checkId, { finding, at });
    const { problem, badSeq } = finding;
    if (problem !== null) log.error({ seq: badSeq && String(badSeq), problem }, 'audit log is not sound');
    const verified = { checkId, entries: Number(head.seq), badSeq: badSeq === null ? null : Number(badSeq) };
    const told = { causedBy: `audit-check-${checkId}`, actorId: null, origin: null, at };
    await insertEvents(tx, [auditVerified.of(verified), lineOf(finding)], told);
    return [];
  },
});
