import { asksForHelp, EXIT, type CliIo, type Command } from '../cli.js';
import { CHECKS, outcomeOfCheck } from './checks.js';
import { closingLine, omissions, totalsOf, type Outcome } from './report.js';
import { runJest } from './run-jest.js';

const HELP = `npm test                everything that must pass: format, lint, types, schema drift, every test
npm test -- PATTERN     only the tests whose path matches; anything else Jest takes may follow (-t NAME, --watch …)
npm test -- --help      this text

Tests run on a real PostgreSQL that they bring along, and on Redis where there is one: in Docker, or a redis-server on
the PATH; some need a Chromium, some ffmpeg. PEREZVON_REQUIRE_REDIS=1, PEREZVON_REQUIRE_BROWSER=1 and
PEREZVON_REQUIRE_FFMPEG=1 make it a failure when there is none.`;

const MS_PER_S = 1_000;

const timed = async (name: string, run: () => Promise<Outcome>, { out }: CliIo): Promise<Outcome> => {
  out(`\n── ${name}`);
  const startedAt = performance.now();
  const outcome = await run();
  const seconds = ((performance.now() - startedAt) / MS_PER_S).toFixed(1);
  out(`${outcome.failures.length === 0 ? '✓' : '✗'} ${name}, ${seconds} s`);
  return outcome;
};

const runParts = async (args: readonly string[], io: CliIo): Promise<Outcome[]> => {
  const outcomes: Outcome[] = [];
  // Whoever names tests wants those, now.
  for (const check of args.length === 0 ? CHECKS : [])
    outcomes.push(await timed(check.name, () => outcomeOfCheck(check), io));
  outcomes.push(await timed('Tests', () => runJest(args), io));
  return outcomes;
};

/** `npm test`: runs everything, says what failed and what was left out, and closes with the counts. */
export const runTestCli: Command = async (argv, io) => {
  if (asksForHelp(argv)) {
    io.out(HELP);
    return EXIT.ok;
  }
  const outcomes = await runParts(argv, io);
  const omitted = omissions(
    outcomes.flatMap(({ skipped }) => skipped),
    process.env,
  );
  const failures = outcomes.flatMap((outcome) => outcome.failures);
  if (failures.length > 0) io.out(`\nFailed:\n${failures.map((line) => `  ✗ ${line}`).join('\n')}`);
  for (const { text } of omitted) io.out(`\n!!! ${text}`);
  const totals = totalsOf(outcomes, omitted);
  io.out(`\n${closingLine(totals)}`);
  return totals.failed === 0 ? EXIT.ok : EXIT.failed;
};
