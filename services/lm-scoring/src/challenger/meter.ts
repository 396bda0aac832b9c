import { Counter, Gauge, type Registry } from 'prom-client';
import type { DailyBudget } from './sample.js';

/** Counts what the language model does and costs. */
export interface ChallengerMeter {
  /** @param outcome `answered`, or why not: see reply.ts */
  readonly request: (outcome: string, tokens: number) => void;
  readonly refusedQuotes: (count: number) => void;
  readonly budgetLeft: (left: DailyBudget) => void;
}

/** @param registry null: nobody reads metrics here */
export const createMeter = (registry: Registry | null): ChallengerMeter => {
  const registers = registry === null ? [] : [registry];
  const requests = new Counter({
    name: 'perezvon_lm_challenger_requests_total',
    help: 'Requests to the language model by outcome: answered, or why not',
    labelNames: ['outcome'],
    registers,
  });
  const tokens = new Counter({
    name: 'perezvon_lm_challenger_tokens_total',
    help: 'Tokens that requests to the language model cost; the most possible where the server did not say',
    registers,
  });
  const refused = new Counter({
    name: 'perezvon_lm_challenger_quotes_refused_total',
    help: 'Quotes of the language model that do not stand in the call',
    registers,
  });
  const left = new Gauge({
    name: 'perezvon_lm_challenger_budget_left',
    help: 'What is left of the clinic day for the language model: calls, tokens',
    labelNames: ['of'],
    // Every process tells the same budget, each as of its last look.
    aggregator: 'min',
    registers,
  });
  return {
    request: (outcome, cost) => {
      requests.inc({ outcome });
      tokens.inc(cost);
    },
    refusedQuotes: (count) => refused.inc(count),
    budgetLeft: ({ calls, tokens: tokensLeft }) => {
      left.set({ of: 'calls' }, calls);
      left.set({ of: 'tokens' }, tokensLeft);
    },
  };
};
