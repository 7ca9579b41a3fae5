import assert from 'node:assert/strict';
import { test } from 'node:test';
import ts from 'typescript';
import { repository } from './run-tool.mjs';

const { config } = ts.readConfigFile(`${repository}tsconfig.json`, ts.sys.readFile);
const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, repository);
const program = ts.createProgram(fileNames, options);
const checker = program.getTypeChecker();
const english = program.getSourceFile(`${repository}components/locales/en.ts`);
const locales = `${repository}components/locales/`;

const isWord = (symbol) =>
  symbol?.declarations?.some((where) => where.getSourceFile().fileName.startsWith(locales));

/** The words that one place in a program names: `words.end`, `words[slot]`, `{ end } = words`. */
function namedAt(node) {
  if (ts.isPropertyAccessExpression(node)) return [checker.getSymbolAtLocation(node.name)];
  if (ts.isElementAccessExpression(node)) {
    const key = checker.getTypeAtLocation(node.argumentExpression);
    const keys = key.isUnion() ? key.types : [key];
    return keys.map(({ value }) => checker.getTypeAtLocation(node.expression).getProperty(String(value)));
  }
  if (ts.isBindingElement(node)) {
    const name = (node.propertyName ?? node.name).getText();
    return [checker.getTypeAtLocation(node.parent).getProperty(name)];
  }
  return [];
}

function collect(node, into) {
  for (const symbol of namedAt(node).filter(isWord)) into.add(symbol.name);
  ts.forEachChild(node, (child) => collect(child, into));
}

test('Each word is said somewhere', () => {
  const said = new Set();
  for (const file of program.getSourceFiles()) {
    if (file.fileName.startsWith(`${repository}components/`)) collect(file, said);
  }
  const [statement] = english.statements.filter(ts.isVariableStatement);
  const words = checker.getTypeAtLocation(statement.declarationList.declarations[0]).getProperties();
  assert.ok(words.length > 100);
  assert.deepEqual(
    words.map(({ name }) => name).filter((name) => !said.has(name)),
    [],
  );
});
