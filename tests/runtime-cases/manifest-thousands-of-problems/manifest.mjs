// Each key is a problem.
const head = 'name = "manifest-thousands-of-problems"\nversion = "1.0.0"\nabi_version = "1.0.0"\n';

export default () => head + Array.from({ length: 10_000 }, (_, i) => `key${i} = 1\n`).join('');
