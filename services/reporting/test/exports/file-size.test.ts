import { EXPORT_FORMATS, EXPORT_COLUMNS } from '@perezvon/contracts';
import { expect, test } from '@jest/globals';
import { isTooBig } from '../../src/exports/file-size.js';

test('a month of the largest clinic is refused as CSV with all columns, and goes as numbers of calls', () => {
  const month = 18_000 * 30;
  expect(isTooBig('csv', 'all', month)).toBe(true);
  expect(isTooBig('csv', 'ids', month)).toBe(false);
});

test('no table is longer than a spreadsheet opens; sums and small ones always go', () => {
  for (const format of EXPORT_FORMATS) {
    for (const columns of EXPORT_COLUMNS) {
      expect(isTooBig(format, columns, 1_048_576)).toBe(true);
      expect(isTooBig(format, columns, 1_000)).toBe(false);
    }
    expect(isTooBig(format, null, 50)).toBe(false);
  }
});
