// Ends with a sentence instead of an error from inside a build tool when Node is too old; see "engines" in package.json.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || major === 21 || (major === 20 && minor < 19) || (major === 22 && minor < 12)) {
  console.error(`Node ${process.versions.node} is too old: install Node 20.19 or newer (22: 22.12 or newer) from https://nodejs.org`);
  process.exit(1);
}
