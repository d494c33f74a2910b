// Tables in tables.
const head = 'name = "manifest-deep-nesting"\nversion = "1.0.0"\nabi_version = "1.0.0"\n';

export default () => `${head}[config]\na = ${'{a = '.repeat(10_000)}1${'}'.repeat(10_000)}\n`;
