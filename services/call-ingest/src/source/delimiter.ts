/** What separates a CSV's cells: Russian Excel writes `;`, other tools `,` or a tab. */
export type Delimiter = ';' | ',' | '\t';
const DELIMITERS: readonly Delimiter[] = [';', ',', '\t'];
const QUOTED = /"(?:[^"]|"")*"/gu;

/** The delimiter that the header uses most, outside quotes. */
export const detectDelimiter = (header: string): Delimiter => {
  const bare = header.replace(QUOTED, '');
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best), { delimiter: ';', count: 0 })
    .delimiter;
};
