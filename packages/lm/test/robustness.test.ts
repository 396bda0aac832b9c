import { METRIC_NAMES, type CallScore } from '@perezvon/contracts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadRuleset, scoreCall } from '../src/index.js';
import { givenCall, MOSCOW, ownCalls } from './given.js';
import { noisyCall } from './noise.js';

const ruleset = loadRuleset();
const calls = ownCalls();

const checkQuotes = (score: CallScore, texts: readonly string[]): void => {
  for (const { turn, quote } of [...score.evidence, ...score.ruled_out]) {
    expect(quote.length).toBeGreaterThan(0);
    expect(texts[turn]).toContain(quote);
  }
};

const checkGates = ({ metrics, gates }: CallScore): void => {
  for (const name of METRIC_NAMES) {
    expect({ name, isNull: metrics[name] === null }).toEqual({ name, isNull: name in gates });
  }
};

const checkProof = ({ metrics, evidence }: CallScore): void => {
  const proven = new Set(evidence.map(({ metric }) => metric));
  if (metrics.complaint_risk_flag === true) expect(proven).toContain('complaint_risk_flag');
  if ((metrics.complaint_risk_score ?? 0) >= 30) expect(proven).toContain('complaint_risk_score');
  if ((metrics.churn_risk_score ?? 0) >= 30) expect(proven).toContain('churn_risk_level');
  if (metrics.followup_needed_flag === true) expect(proven).toContain('followup_needed_flag');
  if ((metrics.lost_opportunity_score ?? 0) >= 40) expect(proven).toContain('lost_opportunity_score');
  if ((metrics.cross_sell_potential ?? 0) >= 30) expect(proven).toContain('cross_sell_potential');
  if ((metrics.script_risk_index ?? 0) >= 40) expect(proven).toContain('script_risk_index');
};

const checkBands = ({ metrics }: CallScore): void => {
  if (metrics.complaint_risk_score !== null) {
    expect(metrics.complaint_risk_score >= 60).toBe(metrics.complaint_risk_flag);
  }
  if (metrics.followup_needed_flag !== true) expect(metrics.followup_reason).toBeNull();
};

const textOf = (transcript: CallScoreInput): string[] => (transcript ?? []).map(({ text }) => text);
type CallScoreInput = Parameters<typeof givenCall>[0];

test('every invented call: literal quotes, null exactly where gated, nothing raised without proof', () => {
  for (const call of calls) {
    const score = scoreCall(call, ruleset, MOSCOW);
    checkQuotes(score, textOf(call.transcript));
    checkGates(score);
    checkProof(score);
    checkBands(score);
  }
});

test('whatever is said, a score holds its promises and nothing throws', () => {
  const vocabulary = [
    ...new Set(calls.flatMap(({ transcript }) => textOf(transcript).flatMap((text) => text.split(' ')))),
  ];
  const odd = ['😀👍🏽', 'hello', 'за\u200bпись', '\u0301', '.', '…', '—', '\ud800', 'ЁЛКИ', '<b>', '0'];
  const word = fc.oneof(fc.constantFrom(...vocabulary), fc.constantFrom(...odd), fc.string({ maxLength: 8 }));
  const turn = fc.record({
    t: fc.option(fc.nat(5000), { nil: null }),
    speaker: fc.constantFrom('operator' as const, 'client' as const, 'system' as const),
    text: fc.array(word, { maxLength: 25 }).map((words) => words.join(' ')),
  });
  fc.assert(
    fc.property(
      fc.array(turn, { maxLength: 20 }),
      fc.option(fc.nat(4000), { nil: null }),
      (transcript, talk) => {
        const score = scoreCall(givenCall(transcript, { talk_duration: talk }), ruleset, MOSCOW);
        checkQuotes(score, textOf(transcript));
        checkGates(score);
        checkProof(score);
        checkBands(score);
      },
    ),
    { numRuns: 150 },
  );
});

test('however badly a recogniser hears, quotes are literal and nothing is raised without proof', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...calls),
      fc.integer({ min: 1, max: 10_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (call, seed, share) => {
        const noisy = noisyCall(call, seed, share);
        const score = scoreCall(noisy, ruleset, MOSCOW);
        checkQuotes(score, textOf(noisy.transcript));
        checkGates(score);
        checkProof(score);
        checkBands(score);
      },
    ),
    { numRuns: 100 },
  );
});

describe('a recogniser’s noise', () => {
  const texts = ownCalls();
  const changes: Readonly<Record<string, (text: string) => string>> = {
    'changed case': (text) => text.toUpperCase(),
    'ё written as е': (text) => text.replaceAll('ё', 'е'),
    'lost commas': (text) => text.replace(/[,«»]/gu, ''),
    'zero-width marks inside words': (text) => text.replace(/(\p{L})(\p{L})/gu, '$1\u200b$2'),
  };
  test.each(Object.entries(changes))('%s does not change what is decided', (_, change) => {
    for (const call of texts) {
      const noisy = {
        ...call,
        transcript: (call.transcript ?? []).map((turn) => ({ ...turn, text: change(turn.text) })),
      };
      const { outcome, metrics } = scoreCall(noisy, ruleset, MOSCOW);
      const clean = scoreCall(call, ruleset, MOSCOW);
      expect({ outcome, flag: metrics.complaint_risk_flag, followup: metrics.followup_needed_flag }).toEqual({
        outcome: clean.outcome,
        flag: clean.metrics.complaint_risk_flag,
        followup: clean.metrics.followup_needed_flag,
      });
    }
  });
});

describe('linear time', () => {
  const cpuMs = (work: () => void): number => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const sentence = 'я третий раз звоню никто не перезвонил верните деньги запишите меня завтра ';

  const scoreTurns = (texts: readonly string[]) => (): void => {
    const turns = texts.map((text, index) => ({
      t: index,
      speaker: index % 2 === 0 ? ('client' as const) : ('operator' as const),
      text,
    }));
    scoreCall(givenCall(turns), ruleset, MOSCOW);
  };

  test.each([
    ['one turn', (size: number) => [sentence.repeat(size)]],
    ['many turns', (size: number) => Array.from({ length: size }, () => sentence)],
  ])('%s four times as long costs about four times as much', (_, textsOf) => {
    scoreTurns(textsOf(500))();
    const small = cpuMs(scoreTurns(textsOf(1500)));
    const large = cpuMs(scoreTurns(textsOf(6000)));
    expect(large).toBeLessThan(Math.max(small, 20) * 10);
  });

  test('a word of a megabyte, and a megabyte of words, are scored', () => {
    expect(
      scoreCall(givenCall([{ t: 0, speaker: 'client', text: 'а'.repeat(2 ** 20) }]), ruleset, MOSCOW)
        .history_id,
    ).toBe(1);
    expect(
      scoreCall(givenCall([{ t: 0, speaker: 'client', text: 'не буду '.repeat(2 ** 16) }]), ruleset, MOSCOW)
        .history_id,
    ).toBe(1);
  });
});
