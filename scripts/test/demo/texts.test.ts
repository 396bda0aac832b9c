import { beforeAll, expect, test } from '@jest/globals';
import { loadDemoTexts, type DemoTexts } from '../../src/demo/load-texts.js';
import { momentOf } from '../../src/demo/past.js';
import type { WorkingMoment } from '../../src/demo/texts-schema.js';

const FEWEST_DIALOGUES = 70;

let texts: DemoTexts;
beforeAll(async () => {
  texts = await loadDemoTexts();
});

const countBy = (values: readonly string[]): string[] =>
  [...new Set(values)].filter((value) => values.filter((other) => other === value).length > 1);

test('there are at least seventy dialogues, each with a name of its own', () => {
  expect(texts.dialogues.length).toBeGreaterThanOrEqual(FEWEST_DIALOGUES);
  expect(countBy(texts.dialogues.map(({ id }) => id))).toEqual([]);
});

test('the first person of the chat is the developer, and somebody is still outside', () => {
  expect(texts.people[0]?.role).toBe('supreme_dev');
  expect(texts.people.filter(({ role }) => role === undefined)).toHaveLength(1);
  expect(countBy(texts.people.map(({ telegramId }) => String(telegramId)))).toEqual([]);
});

test('operators of the chat are operators of the calls', () => {
  const codes = texts.operators.map(({ code }) => code);
  const linked = texts.people.flatMap(({ operatorCode }) => operatorCode ?? []);
  expect(linked).toHaveLength(3);
  expect(linked.filter((code) => !codes.includes(code))).toEqual([]);
});

test('what was given away was given by and to people there are', () => {
  const usernames = texts.people.flatMap(({ username }) => username ?? []);
  for (const { by, owner } of texts.pastAssignments) {
    expect(usernames).toContain(by);
    expect(usernames).toContain(owner);
  }
});

test('what was thought of scores is told by people there are; who decides a dispute has not judged its metric', () => {
  const { disputes, judgements } = texts.opinions;
  const roleOf = new Map(texts.people.map(({ username, role }) => [username, role]));
  const judges = judgements.filter(({ metric }) => metric === 'complaint_risk_flag').map(({ by }) => by);

  expect(disputes.map(({ by }) => roleOf.get(by))).toEqual(disputes.map(() => 'operator'));
  expect(judgements.map(({ by }) => roleOf.get(by))).not.toContain(undefined);
  expect(disputes.filter(({ decided }) => decided === undefined)).toHaveLength(1);
  for (const { decided } of disputes) {
    if (!decided) continue;
    expect(roleOf.get(decided.by)).toBe('admin');
    expect(judges).not.toContain(decided.by);
  }
});

test('compensations are decided by a second person there is; one waits', () => {
  const roleOf = new Map(texts.people.map(({ username, role }) => [username, role]));
  for (const { by, decided } of texts.pastCompensations) {
    expect(roleOf.get(by)).toBe('admin');
    if (decided) expect(roleOf.get(decided.by)).toBe('superadmin');
  }
  expect(texts.pastCompensations.filter(({ decided }) => decided === undefined)).toHaveLength(1);
});

const ZONE = 'Europe/Moscow';

// Just after midnight, in the middle of the day, just before midnight, on the clinic's clock.
test.each(['2026-11-24T21:01:00Z', '2026-11-25T09:00:00Z', '2026-11-25T20:59:00Z'])(
  'started at %s, the past lies in the past, in order; some are finished, one is overdue, others have time',
  (iso) => {
    const now = new Date(iso);
    const at = (moment: WorkingMoment): Date => momentOf(moment, now, ZONE);
    const open = texts.pastAssignments.filter(
      ({ moves }) => !moves.some(({ do: move }) => move === 'complete' || move === 'fail'),
    );

    for (const { given, due, moves, calls } of texts.pastAssignments) {
      const told = [given, ...moves].map(at);
      // Only what was called after it was given, and before it was over, can prove it.
      const dialled = calls.map(at);
      const [last = now] = moves.some(({ do: move }) => move === 'complete' || move === 'fail')
        ? told.slice(-1)
        : [];
      expect(dialled.every((moment) => moment > at(given) && moment < last && moment < now)).toBe(true);
      expect(told).toEqual(told.toSorted((one, other) => one.getTime() - other.getTime()));
      expect(told.every((moment) => moment < now)).toBe(true);
      expect(at(due).getTime()).toBeGreaterThan(at(given).getTime());
    }
    for (const { opened, decided } of texts.opinions.disputes) {
      const told = [opened, ...(decided ? [decided] : [])].map(at);
      expect(told).toEqual(told.toSorted((one, other) => one.getTime() - other.getTime()));
      expect(told.every((moment) => moment < now)).toBe(true);
    }
    for (const { proposed, decided } of texts.pastCompensations) {
      const told = [proposed, ...(decided ? [decided] : []), ...(decided?.paid ? [decided.paid] : [])].map(
        at,
      );
      expect(told).toEqual(told.toSorted((one, other) => one.getTime() - other.getTime()));
      expect(told.every((moment) => moment < now)).toBe(true);
    }
    expect(texts.opinions.judgements.every(({ given }) => at(given) < now)).toBe(true);
    expect(texts.pastAssignments.flatMap(({ moves }) => moves.map(({ do: move }) => move))).toContain('fail');
    expect(open.length).toBeLessThan(texts.pastAssignments.length);
    expect(open.filter(({ due }) => at(due) < now)).toHaveLength(1);
    expect(open.filter(({ due }) => at(due) > now).length).toBeGreaterThan(1);
  },
);
