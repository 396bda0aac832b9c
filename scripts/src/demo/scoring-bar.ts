import { Presets, SingleBar } from 'cli-progress';

/** The bar appears only when the scoring takes longer than this. */
const BAR_AFTER_MS = 2_000;

export interface ScoringBar {
  /** @param left calls that have no score yet */
  update: (left: number) => void;
  stop: () => void;
}

/** A progress bar of the scoring. @param terminal null: nothing is drawn */
export const createScoringBar = (terminal: NodeJS.WriteStream | null): ScoringBar => {
  if (terminal === null) return { update: () => {}, stop: () => {} };
  const bar = new SingleBar(
    { stream: terminal, format: 'Scoring the demo calls {bar} {value}/{total}', clearOnComplete: true },
    Presets.shades_classic,
  );
  const startedAt = Date.now();
  let total: number | undefined;
  return {
    update: (left) => {
      total ??= left;
      if (!bar.isActive && Date.now() - startedAt >= BAR_AFTER_MS) bar.start(total, total - left);
      bar.update(total - left);
    },
    stop: () => bar.stop(),
  };
};
