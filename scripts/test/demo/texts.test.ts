import { beforeAll, expect, test } from '@jest/globals';
import { loadDemoTexts, type DemoTexts } from '../../src/demo/load-texts.js';

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

test('what was given away was given by and to people there are, and every move lies in the past', () => {
  const usernames = texts.people.flatMap(({ username }) => username ?? []);
  for (const { by, owner, given, moves } of texts.pastAssignments) {
    expect(usernames).toContain(by);
    expect(usernames).toContain(owner);
    for (const { after } of moves) expect(after).toBeLessThan(given);
  }
});

test('some assignments are finished, one is overdue, and one still has time', () => {
  const isOpen = (moves: readonly { do: string }[]): boolean =>
    !moves.some(({ do: move }) => move === 'complete' || move === 'fail');
  const open = texts.pastAssignments.filter(({ moves }) => isOpen(moves));
  expect(open.length).toBeLessThan(texts.pastAssignments.length);
  expect(open.filter(({ given, due }) => due < given)).toHaveLength(1);
  expect(open.filter(({ given, due }) => due > given).length).toBeGreaterThan(0);
});
