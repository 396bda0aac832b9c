import type { Speaker, Turn } from '@perezvon/contracts';

const SPEAKER_BY_LABEL: ReadonlyMap<string, Speaker> = new Map([
  ['оператор', 'operator'],
  ['администратор', 'operator'],
  ['менеджер', 'operator'],
  ['сотрудник', 'operator'],
  ['operator', 'operator'],
  ['agent', 'operator'],
  ['клиент', 'client'],
  ['пациент', 'client'],
  ['абонент', 'client'],
  ['client', 'client'],
  ['customer', 'client'],
  ['система', 'system'],
  ['робот', 'system'],
  ['автоответчик', 'system'],
  ['ivr', 'system'],
  ['system', 'system'],
]);

const LABEL =
  /^[\s\ufeff]*(?:\[?(\d{1,3}):([0-5]\d)(?::([0-5]\d))?\]?\s*)?([\p{L}]{3,16})\s*\d?\s*[:—–-]\s*/u;
const LINE_BREAK = /\r\n|\r|\n/u;
const SECONDS_PER_MINUTE = 60;

const seconds = (first: string, second: string, third: string | undefined): number =>
  third === undefined
    ? Number(first) * SECONDS_PER_MINUTE + Number(second)
    : (Number(first) * SECONDS_PER_MINUTE + Number(second)) * SECONDS_PER_MINUTE + Number(third);

/**
 * Reads a transcript that came as plain text: one turn a line, «Оператор: … / Клиент: … / Система: …»,
 * optionally after a time such as `01:05` or `[1:02:03]`.
 * A line without a known speaker continues the turn above it; before the first speaker it is a system turn.
 * @returns [] for text without words; `t` is null where the line names no time
 */
export const parsePlainTranscript = (text: string): Turn[] => {
  const turns: Turn[] = [];
  for (const line of text.split(LINE_BREAK)) {
    if (line.trim() === '') continue;
    const label = LABEL.exec(line);
    const speaker = label?.[4] === undefined ? undefined : SPEAKER_BY_LABEL.get(label[4].toLowerCase());
    const last = turns.at(-1);
    if (label !== null && speaker !== undefined) {
      const [whole, first, second, third] = label;
      const t = first === undefined || second === undefined ? null : seconds(first, second, third);
      turns.push({ t, speaker, text: line.slice(whole.length).trim() });
    } else if (last === undefined) {
      turns.push({ t: null, speaker: 'system', text: line.trim() });
    } else {
      last.text = `${last.text} ${line.trim()}`.trim();
    }
  }
  return turns;
};
