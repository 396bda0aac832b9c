import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { rankOwners, suggestOwner, type OwnerFacts } from '../src/domain/suggest-owner.js';

interface Named extends OwnerFacts {
  name: string;
}

const somebody = (name: string, facts: Partial<OwnerFacts> = {}): Named => ({
  name,
  openCount: 0,
  tookTheCall: false,
  knowsTheClient: false,
  isAtWork: true,
  ...facts,
});
/** Who took a call knows its client. */
const tookIt = { tookTheCall: true, knowsTheClient: true };

const namesOf = (people: readonly Named[]): string[] => people.map(({ name }) => name);

describe('who is suggested', () => {
  test('a known voice calls back, unless it has a heap of other work', () => {
    const busy = (openCount: number) => [somebody('Анна'), somebody('Ольга', { ...tookIt, openCount })];
    expect(suggestOwner(rankOwners(busy(2), 'callback'), 'callback')).toMatchObject({
      person: { name: 'Ольга' },
      reasons: ['took', 'at-work'],
    });
    expect(namesOf(rankOwners(busy(4), 'callback'))).toEqual(['Анна', 'Ольга']);
  });

  test('a review is for who took the call, however much he has to do', () => {
    const people = [somebody('Анна'), somebody('Ольга', { ...tookIt, openCount: 40, isAtWork: false })];
    expect(suggestOwner(rankOwners(people, 'review'), 'review')).toMatchObject({
      person: { name: 'Ольга' },
      reasons: ['took'],
    });
  });

  test('somebody who is at work today comes before somebody who is not', () => {
    const people = [somebody('Анна', { isAtWork: false }), somebody('Павел', { openCount: 2 })];
    expect(namesOf(rankOwners(people, 'task'))).toEqual(['Павел', 'Анна']);
  });

  test('nobody, where nothing sets one apart from the next', () => {
    expect(suggestOwner(rankOwners([somebody('Анна'), somebody('Павел')], 'task'), 'task')).toBeNull();
    expect(suggestOwner(rankOwners([somebody('Анна')], 'task'), 'task')).toBeNull();
    expect(suggestOwner<Named>([], 'task')).toBeNull();
  });

  test('more work never moves anybody forward', () => {
    const facts = fc.record({
      openCount: fc.nat({ max: 20 }),
      tookTheCall: fc.constant(false),
      knowsTheClient: fc.boolean(),
      isAtWork: fc.boolean(),
    });
    const kinds = fc.constantFrom('callback', 'review', 'training', 'task', 'marketing');
    fc.assert(
      fc.property(fc.array(facts, { minLength: 1, maxLength: 8 }), kinds, fc.nat(), (people, kind, pick) => {
        const named = people.map((one, index) => somebody(String(index), one));
        const who = String(pick % named.length);
        const place = (of: readonly Named[]): number => namesOf(rankOwners(of, kind)).indexOf(who);
        const busier = named.map((one) =>
          one.name === who ? { ...one, openCount: one.openCount + 1 } : one,
        );
        expect(place(busier)).toBeGreaterThanOrEqual(place(named));
      }),
    );
  });
});
