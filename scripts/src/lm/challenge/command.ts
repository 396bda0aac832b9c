import {
  ChallengerEnvironment,
  challengerSettings,
  createChallenger,
  createModelClient,
  type Challenger,
  type ChallengerSettings,
} from '@perezvon/lm-scoring/challenger';
import {
  createProgress,
  evaluate,
  evaluationTable,
  EXIT,
  InputError,
  LabelledCall,
  readJsonl,
  readOptions,
  required,
  timezoneOf,
  writeLine,
  type LmCliIo,
  type LmCommand,
  type Pair,
} from '@perezvon/lm/cli';
import { loadConfig } from '@perezvon/service';
import { createModelAsker, type ModelAsker, type NoAnswer } from './ask-model.js';

const OPTIONS = { input: { type: 'string' }, errors: { type: 'boolean', default: false } } as const;

/** @throws InputError when no model is configured; ConfigError when a value is bad */
const readSettings = ({ env }: LmCliIo): ChallengerSettings => {
  const settings = challengerSettings(loadConfig(ChallengerEnvironment, { ...env }));
  if (settings === null)
    throw new InputError(
      'no language model is configured: set LM_LLM_BASE_URL (an OpenAI-compatible address, such as https://api.example.com/v1) and LM_LLM_MODEL, and LM_LLM_API_KEY where the server wants one',
    );
  return settings;
};

interface Outcome {
  pairs: Pair[];
  refusedQuotes: number;
  /** Calls without an answer, by reason. */
  unanswered: Map<NoAnswer | 'no_transcript' | 'given_up', number>;
}

const askAll = async (
  input: string,
  io: LmCliIo,
  { challenger, asker, concurrency }: { challenger: Challenger; asker: ModelAsker; concurrency: number },
): Promise<Outcome> => {
  const outcome: Outcome = { pairs: [], refusedQuotes: 0, unanswered: new Map() };
  const leaveOut = (reason: NoAnswer | 'no_transcript' | 'given_up'): void =>
    void outcome.unanswered.set(reason, (outcome.unanswered.get(reason) ?? 0) + 1);
  const progress = createProgress(io, 'Asked', null, Date.now);
  const askOne = async ({ labels, ...call }: LabelledCall): Promise<void> => {
    if ((call.transcript ?? []).length === 0) return leaveOut('no_transcript');
    if (asker.isHopeless()) return leaveOut('given_up');
    const asked = await asker.ask(call);
    if ('reason' in asked) return leaveOut(asked.reason);
    const { score, refusedQuotes } = challenger.read(call, asked.request, asked.answer);
    outcome.pairs.push({ labels, score });
    outcome.refusedQuotes += refusedQuotes;
  };
  const lines = readJsonl(input, LabelledCall, io.stdin);
  // The lines are read as the model answers: an iterator hands each to one of the workers.
  const work = async (): Promise<void> => {
    for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
      const read = next.value;
      if ('problem' in read) throw new InputError(`${input}:${read.line} ${read.problem}`);
      await askOne(read.value);
      progress.step();
    }
  };
  try {
    await Promise.all(Array.from({ length: concurrency }, work));
  } finally {
    progress.stop();
  }
  return outcome;
};

const MEANINGS: Readonly<Partial<Record<string, string>>> = {
  budget: 'the run’s budget was spent (LM_LLM_DAILY_CALLS, LM_LLM_DAILY_TOKENS)',
  no_transcript: 'nothing was said',
  given_up: 'not asked any more after failures in a row',
};

/** `npm run lm -- challenge`: how well the configured language model agrees with labelled calls. */
export const challengeCommand: LmCommand = async (argv, io) => {
  const { values } = readOptions({ args: [...argv], options: OPTIONS });
  const input = required(values.input, '--input');
  const settings = readSettings(io);
  const challenger = createChallenger(settings.model, timezoneOf(io));
  const client = createModelClient(settings, { now: () => new Date() });
  const stop = new AbortController();
  const asker = createModelAsker(challenger, client, settings, stop.signal);
  let outcome: Outcome;
  try {
    outcome = await askAll(input, io, { challenger, asker, concurrency: settings.concurrency });
  } finally {
    stop.abort();
  }
  const { pairs, refusedQuotes, unanswered } = outcome;

  for (const [reason, count] of unanswered)
    await writeLine(io.stderr, `${count} calls left out: ${MEANINGS[reason] ?? reason}`);
  if (pairs.length === 0) throw new InputError('the language model answered about no call');
  const evaluation = evaluate(pairs);
  // It is asked for no probabilities.
  const brier = evaluation.brier.filter(({ n }) => n > 0);
  await writeLine(
    io.stdout,
    `${challenger.tag}: ${pairs.length} calls, ${refusedQuotes} quotes not in the call`,
  );
  await writeLine(io.stdout, evaluationTable({ ...evaluation, brier }, values.errors));
  return [...unanswered.keys()].every((reason) => reason === 'no_transcript') ? EXIT.ok : EXIT.failed;
};
