// What `ng build` does in an application of Angular's command line, which needs nothing of this.
import { transformAsync } from '@babel/core';
import {
  createCompilerHost,
  formatDiagnostics,
  performCompilation,
  readConfiguration,
} from '@angular/compiler-cli';
import linker from '@angular/compiler-cli/linker/babel';

export default { plugins: [compiler(), libraries()] };

function compiler() {
  const compiled = new Map();
  return {
    name: 'angular-compiler',
    buildStart() {
      const { rootNames, options } = readConfiguration(new URL('tsconfig.json', import.meta.url).pathname);
      const host = createCompilerHost({ options });
      host.writeFile = (_name, text, _mark, _onError, [source] = []) => compiled.set(source?.fileName, text);
      const { diagnostics } = performCompilation({ rootNames, options, host });
      if (diagnostics.length > 0) throw new Error(formatDiagnostics(diagnostics));
    },
    load: (id) => compiled.get(id),
  };
}

function libraries() {
  return {
    name: 'angular-linker',
    transform: {
      filter: { id: /@angular/, code: 'ɵɵngDeclare' },
      handler: (code, filename) => transformAsync(code, { filename, plugins: [linker], configFile: false }),
    },
  };
}
