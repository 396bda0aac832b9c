import { adminAction, rulesetChanged, type EventBody } from '@perezvon/contracts';
import type { Db, Tx } from '@perezvon/db';
import { ENGINE_VERSION, rulesetHash, versionTag } from '@perezvon/lm';
import { insertEvents, type Log } from '@perezvon/messaging';
import { filesOf, withAdditions, type RulesetContent } from './rulesets/content.js';
import type { Engine } from './rulesets/engine.js';
import { keepForThisEngine } from './rulesets/keep-for-this-engine.js';
import { makeActive } from './rulesets/make-active.js';
import type { Rulesets } from './rulesets/rulesets.js';
import { findAdditions } from './store/additions.js';
import {
  findActiveVersion,
  findRunningTags,
  findVersion,
  keepVersion,
  listShadowVersions,
  lockActiveVersion,
  markState,
  type Version,
} from './store/rulesets.js';

interface Tools {
  tx: Tx;
  rulesets: Rulesets;
  log: Log;
  at: Date;
}

const keepShipped = async (tx: Tx, content: RulesetContent): Promise<void> => {
  const files = filesOf(content);
  await keepVersion(tx, {
    tag: versionTag(files),
    engineVersion: ENGINE_VERSION,
    hash: rulesetHash(files),
    content,
    origin: 'shipped',
    note: null,
  });
};

const activate = async (
  { tx, at }: Tools,
  { tag, engine }: { tag: string; engine: Engine },
): Promise<EventBody[]> => {
  const { events, change } = await makeActive(tx, { tag, engine, at, actorId: null });
  const subject = { kind: 'ruleset' as const, id: engine.tag };
  return [...events, adminAction.of({ action: 'ruleset.activate', actorRole: null, subject, ...change })];
};

const changeState = async (
  { tx }: Tools,
  { tag, before, after }: { tag: string; before: Version['state'] | null; after: 'shadow' | 'retired' },
): Promise<EventBody[]> => {
  await markState(tx, tag, after);
  return [
    rulesetChanged.of({ tag, state: after, previousTag: null }),
    adminAction.of({
      action: after === 'shadow' ? 'ruleset.shadow' : 'ruleset.retire',
      subject: { kind: 'ruleset', id: tag },
      actorRole: null,
      before: { rulesetState: before },
      after: { rulesetState: after },
    }),
  ];
};

const activateShipped = async (tools: Tools, content: RulesetContent): Promise<EventBody[]> => {
  const engine = tools.rulesets.check(content);
  if (engine === null) throw new Error('the shipped rules cannot be run: see the warning before this one');
  await keepShipped(tools.tx, content);
  return activate(tools, { tag: engine.tag, engine });
};

/** The active version stays the active one. After a release with another engine it goes on under that one's tag. */
const settleActive = async (tools: Tools, shipped: RulesetContent): Promise<EventBody[]> => {
  const active = await findActiveVersion(tools.tx);
  if (active === null) return activateShipped(tools, shipped);
  const engine = await tools.rulesets.compiled(tools.tx, active.tag);
  if (engine === null) {
    tools.log.error(
      { lmVersionTag: active.tag },
      'this engine cannot run the active rules: its own take over',
    );
    return activateShipped(tools, shipped);
  }
  return engine.tag === active.tag ? [] : activate(tools, { tag: active.tag, engine });
};

/** A version in shadow that was made for another engine goes on under this one's tag. */
const settleShadow = async (tools: Tools, shadow: Version): Promise<EventBody[]> => {
  const { tx, rulesets } = tools;
  const retired = await changeState(tools, { tag: shadow.tag, before: 'shadow', after: 'retired' });
  const engine = await rulesets.compiled(tx, shadow.tag);
  if (engine === null) return retired;
  await keepForThisEngine(tx, shadow.tag, engine.tag);
  const there = await findVersion(tx, engine.tag);
  if (there?.state !== 'retired') return retired;
  return [...retired, ...(await changeState(tools, { tag: engine.tag, before: 'retired', after: 'shadow' }))];
};

const settleShadows = async (tools: Tools): Promise<EventBody[]> => {
  const events: EventBody[] = [];
  for (const shadow of await listShadowVersions(tools.tx)) {
    if (shadow.engineVersion !== ENGINE_VERSION) events.push(...(await settleShadow(tools, shadow)));
  }
  return events;
};

/** Rules of a release that were not stored before go into the shadow, in place of those of the release before. */
const offerShipped = async (tools: Tools, content: RulesetContent): Promise<EventBody[]> => {
  const { tx, rulesets, log } = tools;
  const tag = versionTag(filesOf(content));
  if ((await findVersion(tx, tag)) !== null) return [];
  if (rulesets.check(content) === null) {
    log.error(
      { lmVersionTag: tag },
      'the release’s rules do not take the clinic’s additions: mend those first',
    );
    return [];
  }
  await keepShipped(tx, content);
  const events: EventBody[] = [];
  for (const shadow of await listShadowVersions(tx)) {
    if (shadow.origin !== 'shipped') continue;
    events.push(...(await changeState(tools, { tag: shadow.tag, before: 'shadow', after: 'retired' })));
  }
  return [...events, ...(await changeState(tools, { tag, before: null, after: 'shadow' }))];
};

/**
 * Compiles what `registerRulesets` will ask for, a second each: done before it, it locks nobody out meanwhile, and on a
 * busy machine its transaction does not run out of time.
 */
export const compileAhead = async (
  db: Db,
  { shipped, rulesets }: { shipped: RulesetContent; rulesets: Rulesets },
): Promise<void> => {
  const { active, shadows } = await findRunningTags(db);
  for (const tag of active === null ? shadows : [active, ...shadows]) await rulesets.compiled(db, tag);
  const content = withAdditions(shipped, await findAdditions(db));
  if ((await findVersion(db, versionTag(filesOf(content)))) === null) rulesets.check(content);
};

/**
 * Brings the stored versions and the release that starts together, once: what decides is in the database, and a release
 * changes it only when it must. Processes that start side by side wait for each other.
 * @param shipped the rules of the release; the clinic's additions in force are put on top
 * @throws Error when there is nothing that this engine can score with
 */
export const registerRulesets = async (
  tx: Tx,
  { shipped, rulesets, log, at }: { shipped: RulesetContent; rulesets: Rulesets; log: Log; at: Date },
): Promise<void> => {
  const tools: Tools = { tx, rulesets, log, at };
  await lockActiveVersion(tx);
  const content = withAdditions(shipped, await findAdditions(tx));
  const events = [
    ...(await settleActive(tools, content)),
    ...(await settleShadows(tools)),
    ...(await offerShipped(tools, content)),
  ];
  const causedBy = `lm-start-${at.getTime()}-${rulesetHash(filesOf(content)).slice(0, 8)}`;
  await insertEvents(tx, events, { causedBy, actorId: null, origin: null, at });
};
