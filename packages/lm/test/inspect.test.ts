import { expect, test } from '@jest/globals';
import { readFlag } from '../src/compare/flags.js';
import { compileRuleset, readRulesetFiles, scoreCall, withClinicAdditions } from '../src/index.js';
import { inspectCall, type FlagInspection, type Inspection } from '../src/inspect/inspect-call.js';
import { inspectionText } from '../src/inspect/inspection-text.js';
import { givenCall, MOSCOW, ownCalls, talk } from './given.js';

const files = readRulesetFiles();
const ruleset = compileRuleset(files);
const flagOf = ({ flags }: Inspection, name: string): FlagInspection | undefined =>
  flags.find(({ flag }) => flag === name);

/** Every tenth call: each is scored some thirty times. */
const SOME = ownCalls().filter((_, index) => index % 10 === 0);

test('what is said to turn a flag does turn it, and less of it does not', () => {
  let turned = 0;
  for (const call of SOME) {
    const inspection = inspectCall(call, ruleset, MOSCOW);
    for (const { flag, reading, model } of inspection.flags) {
      const point = model?.turningPoint;
      if (point === undefined || !point.turns) continue;
      turned += 1;
      // Taken out by hand: each text in its turn, from the last on.
      const without = (count: number): boolean | null => {
        const transcript = call.transcript?.map((turn, index) => ({
          ...turn,
          text: point.without
            .slice(0, count)
            .filter((sentence) => sentence.turn === index)
            .toSorted((a, b) => b.from - a.from)
            .reduce((text, { text: sentence }) => {
              const at = text.lastIndexOf(sentence);
              return text.slice(0, at) + text.slice(at + sentence.length);
            }, turn.text),
        }));
        return readFlag(scoreCall({ ...call, transcript: transcript ?? null }, ruleset, MOSCOW), flag).raised;
      };
      expect(without(point.without.length) === true).toBe(reading.raised !== true);
      if (point.without.length > 1)
        expect(without(point.without.length - 1) === true).toBe(reading.raised === true);
    }
  }
  expect(turned).toBeGreaterThan(10);
});

test('the sentences of a complaint stand in the call, the heaviest first', () => {
  const call = ownCalls().find(({ labels }) => labels.complaint_risk === 'high');
  if (call === undefined) throw new Error('the calls hold no complaint');
  const contributions = flagOf(inspectCall(call, ruleset, MOSCOW), 'complaint_risk_flag')?.model
    ?.contributions;
  const weights = contributions?.map(({ weight }) => Math.abs(weight)) ?? [];
  expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  for (const { sentence } of contributions ?? [])
    if (sentence !== null) expect(call.transcript?.[sentence.turn]?.text).toContain(sentence.text);
});

test('what is no dialogue is told by its gates', () => {
  const inspection = inspectCall(givenCall([]), ruleset, MOSCOW);
  expect(inspection.flags).toEqual([]);
  expect(inspectionText(inspection)).toMatch(/complaint_risk_flag +— \(not_a_dialogue\)/u);
});

test('a hint of the clinic’s services is told among what spoke against', () => {
  const own = compileRuleset(
    withClinicAdditions(files, 'services: { not_offered: [{ name: МРТ, said: [=мрт] }] }\n'),
  );
  const call = givenCall(
    talk(
      'o: Клиника, здравствуйте',
      'c: Сколько стоит МРТ колена',
      'o: МРТ у нас нет',
      'c: Понятно, спасибо',
    ),
  );
  const page = inspectionText(inspectCall(call, own, MOSCOW));
  expect(page).toMatch(/^ {4}−0\.\d\d the call as a whole: .*hint target=false/mu);
  expect(page).toMatch(
    /^ {2}turn 1 0:05 «МРТ» \(service\.named, cross_sell_potential\): said of somebody else$/mu,
  );
});
