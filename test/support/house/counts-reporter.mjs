/** A test runner's reporter that ends with the line which `.ci/run` adds up, and fails a run without tests or with tests left out. */
export function countsReporter(name) {
  return {
    stop({ sessions }) {
      const { passed, failed } = sessions.map(countSession).reduce(add, { passed: 0, failed: 0 });
      if (failed > 0 || passed === 0) process.exitCode = 1;
      process.stdout.write(`${name}: ${passed} passed, ${failed} failed\n`);
    },
  };
}

function countSession({ testResults, errors, passed }) {
  const counts = countSuite(testResults);
  const brokenFile = !passed && counts.failed === 0 ? 1 : 0;
  return { passed: counts.passed, failed: counts.failed + Math.max(brokenFile, errors.length > 0 ? 1 : 0) };
}

function countSuite(suite) {
  if (!suite) return { passed: 0, failed: 0 };
  const passed = suite.tests.filter((test) => test.passed && !test.skipped).length;
  const counts = { passed, failed: suite.tests.length - passed };
  return suite.suites.map(countSuite).reduce(add, counts);
}

function add(left, right) {
  return { passed: left.passed + right.passed, failed: left.failed + right.failed };
}
