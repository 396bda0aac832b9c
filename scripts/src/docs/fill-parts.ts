/** A made part: what stands between its two marks. */
const PART = /(<!-- made by npm run docs: ([a-z-]+) -->\n)(?:.*?\n)??(<!-- end -->)/gsu;

/**
 * A document with its made parts as the code has them now.
 * @throws Error for a part that nothing makes, and for one that has no place
 */
export const fillParts = (document: string, parts: Readonly<Record<string, () => string>>): string => {
  const filled = new Set<string>();
  const text = document.replaceAll(PART, (_, begin: string, name: string, end: string) => {
    const make = parts[name];
    if (make === undefined)
      throw new Error(`nothing makes the part "${name}": remove its marks, or name a part`);
    filled.add(name);
    return `${begin}${make()}\n${end}`;
  });
  const missing = Object.keys(parts).filter((name) => !filled.has(name));
  if (missing.length > 0)
    throw new Error(
      `no place for: ${missing.join(', ')}. Add <!-- made by npm run docs: NAME --> and <!-- end -->`,
    );
  return text;
};
