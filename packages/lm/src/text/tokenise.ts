import { createWordPlaces, MAX_WORD_LENGTH, splitWords } from './split-words.js';

/** @param sentence counts up at every full stop, question or exclamation mark */
export type OnWord = (word: string, start: number, end: number, sentence: number) => void;

/** The words of a text as strings, with offsets into it; scoring reads them without strings, see `Lexicon.wordsOf`. */
export const tokenise = (text: string, onWord: OnWord): void => {
  const places = createWordPlaces();
  splitWords(text, places);
  for (let word = 0; word < places.count; word += 1) {
    const start = places.starts[word] ?? 0;
    const end = places.ends[word] ?? 0;
    onWord(
      text.slice(start, Math.min(end, start + MAX_WORD_LENGTH)),
      start,
      end,
      places.sentences[word] ?? 0,
    );
  }
};
