// Describes the public elements for editors, from their classes: `npm run manifest`.
import { readdirSync, readFileSync } from 'node:fs';

const theme = 'components/theme/';
const tokensFiles = readdirSync(theme).filter((name) => name.endsWith('tokens.styles.ts'));

/** Where each element's class is exported, and where it is registered. */
const doors = [
  { folder: 'components/group-call/', file: 'dist/group.js', define: 'dist/define-group.js' },
  { folder: 'components/', file: 'dist/components.js', define: 'dist/define.js' },
];

export default {
  globs: ['components/{call,group-call}/famedly-*.ts'],
  exclude: ['**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  quiet: true,
  plugins: [onlyWhatIsPublic(), themeTokens(), asShipped()],
};

function onlyWhatIsPublic() {
  return {
    name: 'only-what-is-public',
    packageLinkPhase: ({ customElementsManifest: { modules } }) =>
      elementsOf(modules).forEach((element) => {
        element.members = element.members?.filter(
          ({ name, privacy, static: ofTheClass }) =>
            !(name.startsWith('#') || privacy === 'private' || privacy === 'protected' || ofTheClass),
        );
        // The analyzer adds one without a name for each that it sees dispatched.
        element.events = element.events?.filter(({ name }) => name !== undefined);
      }),
  };
}

/** Custom properties of the theme, with their defaults, are read where they are defined. */
function themeTokens() {
  return {
    name: 'theme-tokens',
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const tokens = tokensFiles.flatMap((file) => tokensIn(readFileSync(theme + file, 'utf8')));
      for (const element of elementsOf(modules)) {
        const documented = element.cssProperties ?? [];
        const others = tokens.filter(({ name }) => !documented.some((each) => each.name === name));
        element.cssProperties = [...documented, ...others];
      }
    },
  };
}

/** `var(--famedly-name, default)`, where the default may have brackets of its own. */
function tokensIn(styles) {
  const tokens = [];
  for (const { 1: name, index } of styles.matchAll(/var\(\s*(--famedly-(?!call-)[\w-]+)\s*,/g)) {
    const from = styles.indexOf(',', index) + 1;
    let end = from;
    for (let open = 1; open > 0; end += 1) open += { '(': 1, ')': -1 }[styles[end]] ?? 0;
    tokens.push({
      name,
      default: styles
        .slice(from, end - 1)
        .trim()
        .replaceAll(/\s+/g, ' '),
    });
  }
  return tokens;
}

/** Names the files and tags that a page gets, not the sources. */
function asShipped() {
  return {
    name: 'as-shipped',
    packageLinkPhase: ({ customElementsManifest }) => {
      const { modules } = customElementsManifest;
      const shipped = doors.map((door) => ({ ...door, modules: [], definitions: [] }));
      for (const { path, declarations, exports } of modules) {
        const { file, definitions, ...door } = shipped.find(({ folder }) => path.includes(folder));
        door.modules.push({ declarations, exports });
        const tagName = /([^/]+)\.ts$/.exec(path)[1];
        for (const element of declarations.filter(({ customElement }) => customElement)) {
          element.tagName = tagName;
          definitions.push({
            kind: 'custom-element-definition',
            name: tagName,
            declaration: { name: element.name, module: file },
          });
        }
        exports.forEach(({ declaration }) => Object.assign(declaration, { module: file }));
      }
      customElementsManifest.modules = shipped.flatMap(({ file, define, modules: own, definitions }) => [
        {
          kind: 'javascript-module',
          path: file,
          declarations: own.flatMap(({ declarations }) => declarations),
          exports: own.flatMap(({ exports }) => exports),
        },
        { kind: 'javascript-module', path: define, declarations: [], exports: definitions },
      ]);
    },
  };
}

function elementsOf(modules) {
  return modules.flatMap(({ declarations }) => declarations.filter(({ customElement }) => customElement));
}
