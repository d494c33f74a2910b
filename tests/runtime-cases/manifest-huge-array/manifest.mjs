// A million numbers.
const head = 'name = "manifest-huge-array"\nversion = "1.0.0"\nabi_version = "1.0.0"\n';

export default () => `${head}[config]\na = [${'1,'.repeat(1_000_000)}1]\n`;
