import type { Button } from './define-place.js';

/** Buttons side by side, `width` in a row. */
export const inRows = (width: number, buttons: readonly Button[]): Button[][] =>
  Array.from({ length: Math.ceil(buttons.length / width) }, (_, row) =>
    buttons.slice(row * width, (row + 1) * width),
  );
