import { PassThrough, Readable } from 'node:stream';
import { runLmCli } from '@perezvon/lm/cli';
import type { DbClient } from '@perezvon/db';
import { STORED_COMMANDS } from '../../src/lm/stored-commands.js';

const collect = () => {
  const stream = new PassThrough();
  const chunks: string[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString('utf8')));
  return { stream, text: () => chunks.join('') };
};

/** `npm run lm -- …` on the database at `url`. */
export const runLm = async (
  url: string,
  argv: readonly string[],
): Promise<{ code: number; out: string; err: string }> => {
  const [out, err] = [collect(), collect()];
  const io = { stdin: Readable.from([]), stdout: out.stream, stderr: err.stream, env: { DATABASE_URL: url } };
  const code = await runLmCli([...argv], io, STORED_COMMANDS);
  return { code, out: out.text(), err: err.text() };
};

/** A sign of life of lm-scoring: the processes of a test have no heartbeat of their own. */
export const givenLiveScoring = (db: DbClient) => db.$executeRaw`
  INSERT INTO service_instances (id, service, version, started_at, seen_at, metrics)
  VALUES (gen_random_uuid(), 'lm-scoring', '0', now(), now() + interval '10 minutes', '[]')`;
