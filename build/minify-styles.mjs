import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';
import ts from 'typescript';

const styles = /\.styles\.ts$/;

/** Minifies the `css` templates of stylesheet modules; also finds what is wrong in them, which Lit would hand on. */
export function minifyStyles() {
  return {
    name: 'minify-styles',
    transform: async (code, id) =>
      styles.test(id) ? { code: await minifiedModule(code, id), map: null } : null,
  };
}

/** The same for esbuild, which measures. */
export const minifyStylesInEsbuild = {
  name: 'minify-styles',
  setup({ onLoad }) {
    onLoad({ filter: styles }, async ({ path }) => ({
      contents: await minifiedModule(await readFile(path, 'utf8'), path),
      loader: 'ts',
    }));
  },
};

/** Every line keeps its number: a template's lines follow it as empty ones, so that source maps stay true. */
async function minifiedModule(code, file) {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest);
  let minified = '';
  let position = 0;
  for (const template of cssTemplates(source)) {
    const [start, end] = [template.getStart(source), template.end];
    const before = code.slice(start, end);
    const after = await minifiedTemplate(template, source, file);
    minified += code.slice(position, start) + after + '\n'.repeat(lines(before) - lines(after));
    position = end;
  }
  return minified + code.slice(position);
}

function cssTemplates(node) {
  if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text === 'css') {
    return [node.template];
  }
  const found = [];
  ts.forEachChild(node, (child) => void found.push(...cssTemplates(child)));
  return found;
}

async function minifiedTemplate(template, source, file) {
  const [head, ...spans] = ts.isTemplateExpression(template)
    ? [template.head.text, ...template.templateSpans]
    : [template.text];
  const values = [];
  let css = head;
  for (const { expression, literal } of spans) {
    const name = placeholder(values.length, css, literal.text);
    values.push({ name, expression: `\${${expression.getText(source)}}` });
    css += name + literal.text;
  }
  const { code, warnings } = await transform(css, { loader: 'css', minify: true });
  if (warnings.length > 0) throw new Error(`${file}: ${warnings.map(({ text }) => text).join('; ')}`);
  let text = code.trimEnd().replaceAll(/[\\`]|\$\{/g, String.raw`\$&`);
  for (const { name, expression } of values) {
    const parts = text.split(name);
    if (parts.length !== 2) throw new Error(`${file}: ${expression} has no one place in the minified style`);
    text = parts.join(expression);
  }
  return `\`${text}\``;
}

/** What stands for a value while the style is minified: a name, or where declarations or rules come in, an at-rule. */
function placeholder(index, before, after) {
  const name = `value-${index}-of-template`;
  return /(^|[{};])\s*$/.test(before) && /^\s*(\n|\}|$)/.test(after) ? `@${name};` : name;
}

function lines(text) {
  return text.split('\n').length;
}
