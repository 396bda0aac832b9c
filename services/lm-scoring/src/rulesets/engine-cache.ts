import type { Engine } from './engine.js';

/** Compiled versions that score nothing now and are kept all the same: about 15 MB each. */
const SPARE_ENGINES = 2;

/** Compiled versions by tag: each takes a second to make. null: this engine cannot run it. */
export interface EngineCache {
  get: (tag: string) => Engine | null | undefined;
  set: (tag: string, engine: Engine | null) => void;
  /** Lets go of what was not used lately, but of none of these. */
  keepOnly: (inUse: ReadonlySet<string>) => void;
}

export const createEngineCache = (): EngineCache => {
  // In order of their last use, the latest last.
  const engines = new Map<string, Engine | null>();
  return {
    get: (tag) => {
      const engine = engines.get(tag);
      if (engine === undefined) return undefined;
      engines.delete(tag);
      engines.set(tag, engine);
      return engine;
    },
    set: (tag, engine) => engines.set(tag, engine),
    keepOnly: (inUse) => {
      const spare = [...engines.keys()].filter((tag) => !inUse.has(tag));
      for (const tag of spare.slice(0, -SPARE_ENGINES)) engines.delete(tag);
    },
  };
};
