// Reads what test programs print. A result counts passed and failed tests, names the failed ones, and has one reason for each skipped test.

const numberOf = (text, pattern) => Number(text.match(pattern)?.[1] ?? 0);
const lastNumber = (output, pattern) => Number([...output.matchAll(pattern)].at(-1)?.[1] ?? 0);

const names = (output, pattern) => [...new Set([...output.matchAll(pattern)].map((match) => match[1]))];

/** As many reasons as tests were skipped, also where the program gave none. */
function reasons(found, skipped) {
  const all = found.slice(0, skipped);
  while (all.length < skipped) all.push('no reason given');
  return all;
}

/** `dotnet test` with Microsoft.Testing.Platform: "skipped Name", and the reason in the next line. */
export function readDotnet(output) {
  const found = [...output.matchAll(/^skipped \S.*\r?\n[ \t]+(\S.*?)\r?$/gm)].map((match) => match[1]);
  return {
    passed: lastNumber(output, /^\s*succeeded: (\d+)/gm),
    failed: lastNumber(output, /^\s*failed: (\d+)/gm),
    failures: names(output, /^failed (\S.*?)(?: \([^()]*\))?\r?$/gm),
    skipped: reasons(found, lastNumber(output, /^\s*skipped: (\d+)/gm)),
  };
}

const tapFailures = (output) => names(output, /^\s*not ok \d+ - (.*?)\r?$/gm);
const tapReasons = (output) => [...output.matchAll(/^\s*ok \d+ - .* # SKIP ?(.*?)\r?$/gm)].map((match) => match[1] || 'no reason given');

/** `node --test` with the TAP reporter. */
export function readNodeTest(output) {
  return {
    passed: lastNumber(output, /^# pass (\d+)/gm),
    failed: lastNumber(output, /^# fail (\d+)/gm),
    failures: tapFailures(output),
    skipped: reasons(tapReasons(output), lastNumber(output, /^# skipped (\d+)/gm)),
  };
}

/** The browser tests: TAP, and the totals in the last line. */
export function readBrowserTests(output) {
  const totals = output.trimEnd().split('\n').at(-1);
  return {
    passed: numberOf(totals, /(\d+) passed/),
    failed: numberOf(totals, /(\d+) failed/),
    failures: tapFailures(output),
    skipped: reasons(tapReasons(output), numberOf(totals, /(\d+) skipped/)),
  };
}

export function readVitest(output) {
  const totals = output.match(/^\s*Tests\s+(.*)$/m)?.[1] ?? '';
  return {
    passed: numberOf(totals, /(\d+) passed/),
    failed: numberOf(totals, /(\d+) failed/),
    failures: names(output, /^\s*FAIL\s+(\S.*?)\r?$/gm),
    skipped: reasons([], numberOf(totals, /(\d+) skipped/)),
  };
}
