const CELLS = 10;
const CELL_PERCENT = 10;

/** `▰▰▰▱▱▱▱▱▱▱` of 0–100 per cent. */
export const progressBar = (percent: number): string => {
  const full = Math.floor(percent / CELL_PERCENT);
  return '▰'.repeat(full) + '▱'.repeat(CELLS - full);
};
