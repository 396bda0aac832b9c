import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { agreementOf, type YesNoTable } from '../../src/compare/index.js';

describe('κ and AC1', () => {
  const table = (both: number, onlyFirst: number, onlySecond: number, neither: number): YesNoTable => ({
    both,
    onlyFirst,
    onlySecond,
    neither,
  });

  // The same raw agreement, very different κ: Feinstein & Cicchetti, J. Clin. Epidemiol. 43 (1990) 543–549, tables 1 and 2.
  test.each([
    [table(40, 9, 6, 45), 0.85, 0.7],
    [table(80, 10, 5, 5), 0.85, 0.32],
  ])('the paradox of prevalence: %p', (pairs, observed, kappa) => {
    const agreement = agreementOf(pairs);
    expect(agreement.observed).toBeCloseTo(observed, 10);
    expect(agreement.kappa).toBeCloseTo(kappa, 2);
  });

  // Gwet, Statistical Methods for Inter-Rater Reliability Assessment 1 (2002): 125 cases, κ −0.0234, AC1 0.9408.
  test('where nearly all say yes κ falls under 0 and AC1 keeps what people see', () => {
    const agreement = agreementOf(table(118, 5, 2, 0));
    expect(agreement.kappa).toBeCloseTo(-0.0234, 4);
    expect(agreement.ac1).toBeCloseTo(0.9408, 4);
    expect(agreement.prevalence).toBeCloseTo(0.972, 10);
  });

  const tables = fc
    .tuple(fc.nat(200), fc.nat(200), fc.nat(200), fc.nat(200))
    .map(([both, onlyFirst, onlySecond, neither]) => table(both, onlyFirst, onlySecond, neither))
    .filter(({ both, onlyFirst, onlySecond, neither }) => both + onlyFirst + onlySecond + neither > 0);

  test('they lie in −1…1, do not care who is first or what is called yes; AC1 is 1 only for full agreement', () => {
    fc.assert(
      fc.property(tables, (pairs) => {
        const { both, onlyFirst, onlySecond, neither } = pairs;
        const { kappa, ac1 } = agreementOf(pairs);
        const swapped = agreementOf(table(both, onlySecond, onlyFirst, neither));
        const inverted = agreementOf(table(neither, onlySecond, onlyFirst, both));
        expect(Math.abs(kappa ?? 0)).toBeLessThanOrEqual(1 + 1e-12);
        expect(Math.abs(ac1 ?? 2)).toBeLessThanOrEqual(1 + 1e-12);
        expect(swapped.kappa ?? 0).toBeCloseTo(kappa ?? 0, 10);
        expect(inverted.ac1).toBeCloseTo(ac1 ?? 2, 10);
        expect(ac1 === 1).toBe(onlyFirst + onlySecond === 0);
      }),
    );
  });
});
