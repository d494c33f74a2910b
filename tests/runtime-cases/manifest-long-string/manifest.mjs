// Ten mebibytes of text.
const head = 'name = "manifest-long-string"\nversion = "1.0.0"\nabi_version = "1.0.0"\n';

export default () => `${head}description = "${'x'.repeat(10 << 20)}"\n`;
