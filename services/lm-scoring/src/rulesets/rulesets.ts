import type { Db, Tx } from '@perezvon/db';
import { versionTag } from '@perezvon/lm';
import type { Log } from '@perezvon/messaging';
import {
  findRulesContent,
  findRunningTags,
  findVersion,
  holdActiveVersion,
  type Version,
} from '../store/rulesets.js';
import { filesOf, type RulesetContent } from './content.js';
import type { CompileEngine, Engine } from './engine.js';
import { createEngineCache } from './engine-cache.js';
import { keepForThisEngine } from './keep-for-this-engine.js';

/** Why a version cannot be run here; each is a refusal with a text. */
export type CannotRun = 'ruleset.not_found' | 'ruleset.challenger_only' | 'ruleset.cannot_run';

/** The stored versions of the rules, compiled. One object a process. */
export interface Rulesets {
  /**
   * The version that decides, and the tags of those in shadow. Until the transaction ends nobody activates another:
   * what is stored as current with it is never older than an activation that is already visible.
   * @throws Error when there is none, or this engine cannot run it: the message is retried
   */
  running: (tx: Tx) => Promise<{ active: Engine; shadowTags: readonly string[] }>;
  /** `running` without the shadows. */
  active: (tx: Tx) => Promise<Engine>;
  /** The versions in shadow that this engine can run, by tag. */
  shadows: (db: Db) => Promise<Engine[]>;
  /** One version, in whatever state, run under its own tag. */
  byTag: (db: Db, tag: string) => Promise<{ engine: Engine } | { engine: null; reason: CannotRun }>;
  /**
   * The engine for a stored version. One made for another engine gets this one's tag, which need not be stored yet.
   * @returns null when this engine cannot run it; the log says why
   */
  compiled: (db: Db, tag: string) => Promise<Engine | null>;
  /** The engine for content that is perhaps not stored. @returns null when this engine cannot run it; the log says why */
  check: (content: RulesetContent) => Engine | null;
}

const cannotRun = (version: Version | null): CannotRun => {
  if (version === null) return 'ruleset.not_found';
  return version.kind === 'llm' ? 'ruleset.challenger_only' : 'ruleset.cannot_run';
};

/** @param compile how content becomes an engine; `compileWith` in production */
export const createRulesets = ({ compile, log }: { compile: CompileEngine; log: Log }): Rulesets => {
  const cache = createEngineCache();

  const compileOrSay = (tag: string, content: RulesetContent): Engine | null => {
    const cached = cache.get(tag);
    if (cached !== undefined) return cached;
    let engine: Engine | null = null;
    try {
      engine = compile(content);
    } catch (error) {
      log.warn({ lmVersionTag: tag, err: error }, 'this engine cannot run a version of the rules');
    }
    cache.set(tag, engine);
    return engine;
  };

  const compiled: Rulesets['compiled'] = async (db, tag) => {
    const cached = cache.get(tag);
    if (cached !== undefined) return cached;
    const content = await findRulesContent(db, tag);
    return content && compileOrSay(tag, content);
  };

  const running: Rulesets['running'] = async (tx) => {
    await holdActiveVersion(tx);
    const { active: tag, shadows: shadowTags } = await findRunningTags(tx);
    if (tag === null) throw new Error('no version of the rules is active: start lm-scoring to register one');
    const active = await compiled(tx, tag);
    if (active === null) throw new Error(`this engine cannot run the active version ${tag}`);
    // A release with another engine is being rolled out: this process finishes its work, under its own tag.
    if (active.tag !== tag) await keepForThisEngine(tx, tag, active.tag);
    cache.keepOnly(new Set([tag, ...shadowTags]));
    return { active, shadowTags };
  };

  return {
    running,
    active: async (tx) => (await running(tx)).active,
    shadows: async (db) => {
      const engines: Engine[] = [];
      for (const tag of (await findRunningTags(db)).shadows) {
        const engine = await compiled(db, tag);
        if (engine?.tag === tag) engines.push(engine);
      }
      return engines;
    },
    byTag: async (db, tag) => {
      const version = await findVersion(db, tag);
      const engine = version && (await compiled(db, tag));
      return engine?.tag === tag ? { engine } : { engine: null, reason: cannotRun(version) };
    },
    compiled,
    check: (content) => compileOrSay(versionTag(filesOf(content)), content),
  };
};
