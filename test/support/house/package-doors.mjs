import { doors } from '../../../doors.mjs';

/** Lets tests import the package by its own name, as a customer does, straight from the sources. */
export function packageDoors() {
  const paths = new Map(doors.map(({ specifier, source }) => [specifier, `/${source}`]));
  return {
    name: 'package-doors',
    resolveImport: ({ source }) => paths.get(source),
  };
}
