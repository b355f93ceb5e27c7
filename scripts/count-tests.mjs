/**
 * Adds up the results of vitest in JSON files. Prints the first lines of each failure, then `N passed, N failed`. Exits
 * with 1 if a file is missing or a test failed.
 */
import { readFileSync } from 'node:fs';

/**
 * Number of lines that are printed for each failure. The failures are at the end of the CI log, in which the complete
 * output may be truncated.
 */
const LINES = 12;
const firstLines = (text) =>
  text
    .split('\n')
    .slice(0, LINES)
    .map((line) => `  ${line.slice(0, 300)}`)
    .join('\n');

let passed = 0;
let failed = 0;
for (const file of process.argv.slice(2)) {
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    passed += result.numPassedTests;
    failed += result.numFailedTests;
    // A test file that could not be loaded has no test results, so the file itself is counted as a failure.
    failed += result.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    ).length;
    for (const { name, status, message, assertionResults } of result.testResults) {
      if (status === 'failed' && message !== '') console.log(`FAILED ${name}\n${firstLines(message)}`);
      for (const test of assertionResults.filter((each) => each.status === 'failed'))
        console.log(`FAILED ${name} > ${test.fullName}\n${firstLines(test.failureMessages.join('\n'))}`);
    }
  } catch {
    console.error(`no results in ${file}`);
    failed += 1;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
