/** The characters of a line from left to right, as they are painted. */
export function painted(line: Element): string {
  const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  const signs: { readonly sign: string; readonly left: number }[] = [];
  const range = document.createRange();
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    for (const [at, sign] of Array.from(text.nodeValue ?? '').entries()) {
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const { left, width } = range.getBoundingClientRect();
      if (width > 0) signs.push({ sign, left });
    }
  }
  return signs
    .sort((one, other) => one.left - other.left)
    .map(({ sign }) => sign)
    .join('');
}
