import { readFile } from 'node:fs/promises';
import ts from 'typescript';

const elements = /[\\/]components[\\/].*\.ts$/;

/** Each run of white space in Lit's templates becomes one blank, which shows the same where nothing is preformatted. */
export function minifyMarkup() {
  return {
    name: 'minify-markup',
    transform: (code, id) => (elements.test(id) ? { code: withShortMarkup(code, id), map: null } : null),
  };
}

/** The same for esbuild, which measures: it asks who minifies stylesheets first. */
export const minifyMarkupInEsbuild = {
  name: 'minify-markup',
  setup({ onLoad }) {
    onLoad({ filter: elements }, async ({ path }) => ({
      contents: withShortMarkup(await readFile(path, 'utf8'), path),
      loader: 'ts',
    }));
  },
};

/** Every line keeps its number, for source maps: what a piece of a template loses in lines stands behind it as empty ones. */
function withShortMarkup(code, file) {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest);
  return pieces(source).reduceRight((before, piece) => {
    const text = piece.getText(source);
    const empty = '\n'.repeat(text.split('\n').length - 1);
    return (
      before.slice(0, piece.getStart(source)) + text.replace(/\s+/g, ' ') + empty + before.slice(piece.end)
    );
  }, code);
}

/** What stands between the values, in the order of the file. */
function pieces(node) {
  const found = [];
  ts.forEachChild(node, (child) => void found.push(...pieces(child)));
  if (!ts.isTaggedTemplateExpression(node) || !['html', 'svg'].includes(node.tag.text)) return found;
  const { template } = node;
  const own = ts.isTemplateExpression(template)
    ? [template.head, ...template.templateSpans.map(({ literal }) => literal)]
    : [template];
  return [...found, ...own].sort((a, b) => a.pos - b.pos);
}
