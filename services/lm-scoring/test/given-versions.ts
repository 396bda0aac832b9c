import type { CallScore, Envelope, RulesetOrigin, RulesetState } from '@perezvon/contracts';
import { callReceived, callShadowDue } from '@perezvon/contracts';
import type { DbClient } from '@perezvon/db';
import { silentLog } from '@perezvon/db/testing';
import { ENGINE_VERSION, readRulesetFiles, rulesetHash, versionTag } from '@perezvon/lm';
import type { Log } from '@perezvon/messaging';
import {
  compileWith,
  contentOf,
  createRulesets,
  filesOf,
  type CompileEngine,
  type HandlerDeps,
  type RulesetContent,
} from '../src/index.js';

/** The rules that the release ships. */
export const SHIPPED = contentOf(readRulesetFiles());
/** Compiled once a file: a real ruleset takes a second. */
export const shippedEngine = compileWith({ timezone: 'Europe/Moscow' })(SHIPPED);

const BEHAVIOUR = 'behaviour.txt';
/** What a made-up version does: as shipped; finds no complaints; breaks on every call; cannot be read. */
export type Behaviour = 'plain' | 'calm' | 'breaking' | 'unreadable';

/** A made-up version's content: its name, what it does, and what else stands in it. */
export const contentNamed = (
  name: string,
  behaviour: Behaviour = 'plain',
  more: RulesetContent = {},
): RulesetContent => ({ 'name.yaml': name, [BEHAVIOUR]: behaviour, ...more });

export const tagOf = (content: RulesetContent): string => versionTag(filesOf(content));

const retagged = (score: CallScore, tag: string): CallScore => ({
  ...score,
  lm_version_tag: tag,
  metrics: { ...score.metrics, lm_version_tag: tag },
});

const calmed = (score: CallScore): CallScore => ({
  ...score,
  metrics: { ...score.metrics, complaint_risk_flag: false, complaint_risk_score: 0 },
});

/** The shipped engine under the tag of a made-up version, with its behaviour. */
export const compileQuickly: CompileEngine = (content) => {
  const tag = tagOf(content);
  const behaviour = content[BEHAVIOUR];
  if (behaviour === 'unreadable') throw new Error('name.yaml:1:1 expected rules');
  return {
    tag,
    timezone: 'Europe/Moscow',
    score: (call) => {
      if (behaviour === 'breaking') throw new RangeError(call.transcript?.[1]?.text);
      const score = retagged(shippedEngine.score(call), tag);
      return behaviour === 'calm' ? calmed(score) : score;
    },
  };
};

/** What one process's handlers work with; each call is a process of its own. */
export const aProcess = (log: Log = silentLog, compile: CompileEngine = compileQuickly): HandlerDeps => ({
  rulesets: createRulesets({ compile, log }),
  log,
});

interface GivenVersion {
  state?: RulesetState;
  origin?: RulesetOrigin;
  kind?: 'rules' | 'llm';
  activatedAt?: Date | null;
  /** An older engine's version gets a tag of that engine. */
  engineVersion?: string;
}

/** Stores a version. @returns its tag */
export const givenVersion = async (
  db: DbClient,
  content: RulesetContent,
  {
    state = 'retired',
    origin = 'published',
    kind = 'rules',
    activatedAt = null,
    engineVersion = ENGINE_VERSION,
  }: GivenVersion = {},
): Promise<string> => {
  const here = tagOf(content);
  const tag = here.replace(`v${ENGINE_VERSION}+`, `v${engineVersion}+`);
  await db.lmRuleset.create({
    data: {
      tag,
      content,
      hash: rulesetHash(filesOf(content)),
      state,
      origin,
      kind,
      engineVersion,
      activatedAt,
    },
  });
  return tag;
};

/** Every version's state by its tag. */
export const statesOf = async (db: DbClient): Promise<Record<string, RulesetState>> => {
  const rows = await db.lmRuleset.findMany({ select: { tag: true, state: true } });
  return Object.fromEntries(rows.map(({ tag, state }) => [tag, state]));
};

let lastMessage = 0;
const AT = '2026-11-24T12:00:00.000Z';
const envelope = () => {
  lastMessage += 1;
  return { id: `ingest-${lastMessage}`, actorId: null, causedBy: null, origin: null, at: AT };
};

/** A call has arrived, as the queue brings it. */
export const received = (historyId: number, revision = 1): Envelope => ({
  ...callReceived.of({ historyId, revision }),
  ...envelope(),
});

/** The versions in shadow have their turn. */
export const shadowDue = (historyId: number, revision = 1): Envelope => ({
  ...callShadowDue.of({ historyId, revision }),
  ...envelope(),
});
